/** `spaceEvents.list` of the Chat API: who joined a space and who left it, understood without trusting it. */
import { asList, asRecord, isRecord } from '../json';
import type { ChatRequest } from '../ports';

export interface MembershipEvent {
  /** `spaces/S/members/M` */
  readonly membership: string;
  readonly kind: 'created' | 'deleted';
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** One page of events, oldest first [doc]. */
export interface EventPage {
  readonly events: readonly MembershipEvent[];
  /** Null on the last page. */
  readonly nextPageToken: string | null;
}

const TYPE = 'google.workspace.chat.membership.v1.';
/** Events are kept for 28 days [doc]; an hour less, since clocks differ. */
const REACH_MS = 28 * 24 * 60 * 60_000 - 60 * 60_000;
/** What a start older than that is answered with is not established. */
const PAGE_SIZE = 100;

/** The request for what happened in a space since a time. Times in milliseconds since the epoch. */
export function eventsRequest(space: string, since: number, token: string | null, now: number): ChatRequest {
  const start = new Date(Math.max(since, now - REACH_MS)).toISOString();
  return {
    method: 'spaces.spaceEvents.list',
    parent: space,
    filter: `start_time="${start}" AND (event_types:"${TYPE}created" OR event_types:"${TYPE}deleted")`,
    pageSize: PAGE_SIZE,
    ...(token === null ? {} : { pageToken: token }),
  };
}

/** Payloads by their field, and where the batch types hold theirs. */
const PAYLOADS: readonly (readonly [string, MembershipEvent['kind']])[] = [
  ['membershipCreatedEventData', 'created'],
  ['membershipDeletedEventData', 'deleted'],
  ['membershipBatchCreatedEventData', 'created'],
  ['membershipBatchDeletedEventData', 'deleted'],
];

/** Reads a page; null for anything that is not one. An event that names nobody is left out. */
export function readEventPage(body: unknown): EventPage | null {
  if (!isRecord(body)) return null;
  const { spaceEvents = [], nextPageToken = '' } = body;
  if (!Array.isArray(spaceEvents) || typeof nextPageToken !== 'string') return null;
  return {
    events: spaceEvents.flatMap(eventsIn),
    nextPageToken: nextPageToken === '' ? null : nextPageToken,
  };
}

function eventsIn(raw: unknown): readonly MembershipEvent[] {
  const event = asRecord(raw);
  const at = Date.parse(typeof event.eventTime === 'string' ? event.eventTime : '');
  if (Number.isNaN(at)) return [];
  return PAYLOADS.flatMap(([field, kind]) => {
    const data = asRecord(event[field]);
    const held = 'memberships' in data ? asList(data.memberships).map(asRecord) : [data];
    return held.flatMap(({ membership }) => {
      const { name } = asRecord(membership);
      return typeof name === 'string' && name !== '' ? [{ membership: name, kind, at }] : [];
    });
  });
}
