/** What can be asked while no Chat app is configured. */
function unconfiguredCases_() {
  return [
    {
      id: 'unconfigured-reads',
      asks: 'Do reads work before a Chat app is configured in the Cloud project?',
      needs: ['space'],
      answer: ({ space }) => (statusOf_(() => members_().list(space)) === '200' ? 'work' : 'refused'),
    },
  ];
}

/** Reads of memberships as the person who runs this. */
function chatCases_() {
  return [
    {
      id: 'list',
      asks: 'Does a list of memberships have as many as were asked for, and a token for the next page?',
      needs: ['space'],
      answer: ({ space }) => {
        const { memberships, nextPageToken } = members_().list(space, { pageSize: 1, pageToken: null });
        return memberships.length === 1 && nextPageToken ? 'yes' : 'no';
      },
    },
    {
      id: 'get',
      asks: 'Does a membership of a list have the same name and state when it is read by its name?',
      needs: ['space'],
      answer: ({ space }) => {
        const [listed] = members_().list(space, { pageSize: 1 }).memberships;
        const { name, state } = members_().get(listed.name);
        return name === listed.name && state === listed.state ? 'yes' : 'no';
      },
    },
    {
      id: 'parallel-reads',
      asks: 'How are two reads answered that are sent together, one of a space that nobody has?',
      needs: ['space'],
      answer: ({ space }) => {
        const urls = [space, NOBODYS_SPACE].map((name) => `${CHAT_URL}/${name}/members?pageSize=1`);
        const codes = UrlFetchApp.fetchAll(urls.map(authorised_)).map((response) =>
          response.getResponseCode(),
        );
        return codes[1] >= 400 ? `${codes[0]} beside an error` : codes.join(' and ');
      },
    },
    {
      id: 'absent-email',
      asks: 'How is the address of somebody who is not in the space answered?',
      needs: ['space', 'absentAddress'],
      answer: ({ space, absentAddress }) =>
        statusOf_(() => members_().get(`${space}/members/${absentAddress}`)),
    },
    {
      id: 'left-member',
      asks: 'How is somebody answered who has left the space?',
      needs: ['space', 'leftMember'],
      answer: ({ space, leftMember }) => statusOf_(() => members_().get(`${space}/members/${leftMember}`)),
    },
    {
      id: 'unseen-space',
      asks: 'How is the list of a space answered that the person cannot see?',
      answer: () => statusOf_(() => members_().list(NOBODYS_SPACE)),
    },
    {
      id: 'restricted-owners-exempt',
      asks: 'Does an owner read a restricted member list?',
      needs: ['ownedRestrictedSpace'],
      answer: ({ ownedRestrictedSpace: space }) => {
        return statusOf_(() => members_().list(space)) === '200' ? 'yes' : 'no';
      },
    },
    {
      id: 'group-get',
      asks: 'Can the membership of a Google Group be read by the name that a list gives it?',
      needs: ['groupSpace'],
      answer: ({ groupSpace }) => {
        const { memberships } = members_().list(groupSpace, { showGroups: true, pageSize: 1000 });
        const group = memberships.find(({ groupMember }) => groupMember);
        const status = statusOf_(() => members_().get(group.name));
        return status === '200' ? 'works' : status;
      },
    },
    {
      id: 'through-group-get',
      asks: 'How is somebody answered who is in the space only through a Google Group?',
      needs: ['groupSpace', 'throughGroupMember'],
      answer: ({ groupSpace, throughGroupMember }) => {
        return statusOf_(() => members_().get(`${groupSpace}/members/${throughGroupMember}`));
      },
    },
    {
      id: 'group-email-get',
      asks: 'How is the address of a Google Group answered that is in the space?',
      needs: ['groupSpace', 'groupAddress'],
      answer: ({ groupSpace, groupAddress }) => {
        return statusOf_(() => members_().get(`${groupSpace}/members/${groupAddress}`));
      },
    },
    {
      id: 'listed-spaces',
      asks: 'Which spaces does the list of spaces hold, besides those that the person is in directly?',
      needs: ['myGroupSpace', 'mineInvitedSpace'],
      answer: ({ myGroupSpace, mineInvitedSpace }) => {
        const names = allSpaces_().map(({ name }) => name);
        if (names.includes(mineInvitedSpace)) return 'invited-too';
        return names.includes(myGroupSpace) ? 'through-groups' : 'direct';
      },
    },
    {
      id: 'profile-fields',
      asks: 'Do memberships carry names and addresses?',
      needs: ['space'],
      answer: ({ space }) => {
        const { memberships } = members_().list(space, { pageSize: 1000 });
        const isFilled = memberships.some(({ member }) => member && (member.displayName || member.email));
        return isFilled ? 'filled' : 'absent';
      },
    },
    {
      id: 'short-pages',
      asks: 'Does a page hold fewer memberships than were asked for, though there are more?',
      needs: ['space'],
      answer: ({ space }) => {
        let pageToken = null;
        for (let page = 0; page < 20; page++) {
          const { memberships = [], nextPageToken } = members_().list(space, { pageSize: 3, pageToken });
          if (!nextPageToken) return 'no';
          if (memberships.length < 3) return 'yes';
          pageToken = nextPageToken;
        }
        return 'no';
      },
    },
    {
      id: 'advanced-error-details',
      asks: 'How much of an error of the API does a script see?',
      answer: () => {
        try {
          members_().list(NOBODYS_SPACE);
          return 'no error';
        } catch ({ details }) {
          return 'status' in details || 'details' in details ? 'whole' : 'code-message-errors';
        }
      },
    },
  ];
}

function members_() {
  return Chat.Spaces.Members;
}

/** 200, or the status of the API's error. Throws what is no error of the API. */
function statusOf_(read) {
  try {
    read();
    return '200';
  } catch (error) {
    if (!error.details) throw error;
    return String(error.details.code);
  }
}

function allSpaces_() {
  const spaces = [];
  let pageToken = null;
  do {
    const page = Chat.Spaces.list({ pageSize: 1000, pageToken });
    spaces.push(...(page.spaces || []));
    pageToken = page.nextPageToken;
  } while (pageToken);
  return spaces;
}
