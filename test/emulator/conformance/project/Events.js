/** What spaceEvents.list tells of memberships. */
function eventCases_() {
  return [
    {
      id: 'event-empty-membership',
      asks: 'How does the event of somebody look who joined and has left since?',
      needs: ['leaverSpace'],
      answer: ({ leaverSpace }) => {
        const nameless = eventData_(leaverSpace, 'created').find(
          (data) => !(data.membership && data.membership.name),
        );
        if (nameless === undefined) return 'not empty';
        return nameless.membership ? 'object' : 'absent';
      },
    },
    {
      id: 'event-rejoined-state',
      asks: 'Which state has somebody who is back in the event of having left?',
      needs: ['rejoinedMember'],
      answer: ({ rejoinedMember }) => {
        const [space] = rejoinedMember.split('/members/');
        const ofMember = eventData_(space, 'deleted').filter(
          ({ membership }) => membership.name === rejoinedMember,
        );
        return ofMember[0].membership.state;
      },
    },
    {
      id: 'event-of-group',
      asks: 'Does the membership of a Google Group raise an event?',
      needs: ['newGroupSpace'],
      answer: ({ newGroupSpace }) => {
        const ofGroups = eventData_(newGroupSpace, 'created').filter(
          ({ membership = {} }) => membership.groupMember || /\/members\/group-/.test(membership.name),
        );
        return ofGroups.length > 0 ? 'raised' : 'none';
      },
    },
    {
      id: 'event-restricted-list',
      asks: 'What does a space show of its events that restricts its member list?',
      needs: ['restrictedSpace'],
      answer: ({ restrictedSpace }) => {
        let data = [];
        const status = statusOf_(() => (data = eventData_(restrictedSpace, 'created')));
        if (status !== '200') return 'refused';
        return data.length > 0 ? 'shown' : 'empty';
      },
    },
    {
      id: 'event-start-too-old',
      asks: 'What becomes of a start that is more than 28 days ago?',
      needs: ['space'],
      answer: ({ space }) => {
        const start = new Date(Date.now() - 40 * 86400000).toISOString();
        const status = statusOf_(() => eventData_(space, 'created', ` AND start_time="${start}"`));
        return status === '200' ? 'cut' : status;
      },
    },
  ];
}

/** What the events of a space say of each membership, batches included. */
function eventData_(space, kind, more = '') {
  const filter = `event_types:"google.workspace.chat.membership.v1.${kind}"${more}`;
  const { spaceEvents = [] } = Chat.Spaces.SpaceEvents.list(space, { filter });
  const capital = kind[0].toUpperCase() + kind.slice(1);
  return spaceEvents.flatMap((event) => {
    const { memberships } = event[`membershipBatch${capital}EventData`] || {};
    return memberships || [event[`membership${capital}EventData`] || {}];
  });
}
