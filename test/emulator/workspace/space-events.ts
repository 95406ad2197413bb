/** The events that follow from memberships: when each began, and when it ended. */
import { microsOf } from '../rfc-3339';
import type { MembershipResource, SpaceEventResource } from './workspace';

const PREFIX = 'google.workspace.chat.membership.v1.';

/** `Created` -> the memberships that began at one moment, `Deleted` -> those that ended then. */
interface Moment {
  readonly kind: 'Created' | 'Deleted';
  readonly time: string;
  readonly names: string[];
}

/**
 * Makes the events of one space, oldest first. What happened to several at the same moment is one batch event. An
 * invitation has no event type of its own, and a change of role leaves no trace in a membership.
 */
export function eventsOf(
  space: string,
  memberships: readonly MembershipResource[],
): readonly SpaceEventResource[] {
  const moments = new Map<string, Moment>();
  const add = (kind: Moment['kind'], time: string | undefined, name: string): void => {
    if (time === undefined || microsOf(time) === null) return;
    const key = `${kind} ${microsOf(time)}`;
    const moment = moments.get(key) ?? { kind, time, names: [] };
    moment.names.push(name);
    moments.set(key, moment);
  };
  for (const { name, state, createTime, deleteTime } of memberships) {
    if (state !== 'INVITED') add('Created', createTime, name);
    add('Deleted', deleteTime, name);
  }
  return [...moments.values()]
    .sort((a, b) => (microsOf(a.time) ?? 0) - (microsOf(b.time) ?? 0))
    .map((moment) => eventOf(space, moment));
}

function eventOf(space: string, { kind, time, names }: Moment): SpaceEventResource {
  const data = names.map((name) => ({ membership: { name } }));
  const [only] = data;
  const single = data.length === 1;
  const id = Buffer.from(`${microsOf(time)}_${kind.toLowerCase()}`).toString('base64url');
  return {
    name: `${space}/spaceEvents/${id}`,
    eventTime: time,
    eventType: PREFIX + (single ? kind.toLowerCase() : `batch${kind}`),
    ...(single
      ? { [`membership${kind}EventData`]: only }
      : { [`membershipBatch${kind}EventData`]: { memberships: data } }),
  };
}
