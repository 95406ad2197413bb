/** Events about memberships: their types and data, and those that follow from a workspace's memberships. */
import { microsOf } from '../rfc-3339';
import type { MembershipEventData, MembershipResource, SpaceEventResource } from './workspace';

const PREFIX = 'google.workspace.chat.membership.v1.';

export type EventKind = 'Created' | 'Updated' | 'Deleted';

export interface EventType {
  readonly kind: EventKind;
  /** Whether it stands for several of the same kind. */
  readonly batch: boolean;
}

/** By what stands in `eventType`. */
export const EVENT_TYPES: ReadonlyMap<string, EventType> = new Map(
  (['Created', 'Updated', 'Deleted'] as const).flatMap((kind): [string, EventType][] => [
    [PREFIX + kind.toLowerCase(), { kind, batch: false }],
    [`${PREFIX}batch${kind}`, { kind, batch: true }],
  ]),
);

/** What an event says of each of its memberships; undefined where it has no data of its own type. */
export function dataOf(event: SpaceEventResource): readonly MembershipEventData[] | undefined {
  const { kind = 'Created', batch = false } = EVENT_TYPES.get(event.eventType) ?? {};
  if (batch) return event[`membershipBatch${kind}EventData`]?.memberships;
  const data = event[`membership${kind}EventData`];
  return data && [data];
}

/** The same event with other data. */
export function withData(
  { name, eventTime, eventType }: SpaceEventResource,
  data: readonly MembershipEventData[],
): SpaceEventResource {
  const { kind = 'Created', batch = false } = EVENT_TYPES.get(eventType) ?? {};
  return {
    name,
    eventTime,
    eventType,
    ...(batch
      ? { [`membershipBatch${kind}EventData`]: { memberships: data } }
      : { [`membership${kind}EventData`]: data[0] ?? {} }),
  };
}

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
  const id = Buffer.from(`${microsOf(time)}_${kind.toLowerCase()}`).toString('base64url');
  const eventType = PREFIX + (names.length > 1 ? `batch${kind}` : kind.toLowerCase());
  return withData(
    { name: `${space}/spaceEvents/${id}`, eventTime: time, eventType },
    names.map((name) => ({ membership: { name } })),
  );
}
