/** `spaceEvents.list`: what happened to the memberships of a space in the last 28 days. */
import type { MembershipEventData, MembershipResource, SpaceEventResource } from '../workspace/workspace';
import { dataOf, EVENT_TYPES, eventsOf, withData, type EventKind } from '../workspace/space-events';
import { denied } from './errors';
import { readEventFilter } from './event-filter';
import { isRestricted, requireVisible, shown } from './members';
import { beganAt, cut, type Page } from './paging';
import { answerTo, type ApiRequest } from './request';
import { microsOf } from '../rfc-3339';

/** Answers `spaceEvents.list`, oldest first. */
export function listSpaceEvents(request: ApiRequest): Page<'spaceEvents', SpaceEventResource> {
  const space = request.resource;
  requireVisible(request, space);
  const { kinds, after, until } = readEventFilter(request.parameters.filter, {
    now: beganAt(request),
    refusesOldStart: answerTo(request, 'event-start-too-old') === '400',
  });
  const restricted = isRestricted(request, space) ? answerTo(request, 'event-restricted-list') : 'shown';
  if (restricted === 'refused') throw denied();
  const listed = allEvents(request, space).filter(({ eventTime, eventType }) => {
    const time = microsOf(eventTime) ?? 0;
    const kind = EVENT_TYPES.get(eventType)?.kind;
    return kind !== undefined && kinds.has(kind) && time > after && time <= until;
  });
  return cut(request, 'spaceEvents', restricted === 'empty' ? [] : listed, (event) =>
    asOfToday(request, event),
  );
}

/** The workspace's own events, or those that follow from its memberships. */
function allEvents(request: ApiRequest, space: string): readonly SpaceEventResource[] {
  const { directory } = request;
  const given = directory.workspace.spaceEvents;
  if (!given)
    return eventsOf(
      space,
      directory.membershipsOf(space).filter((one) => hasEvents(request, one)),
    );
  return given
    .filter(({ name }) => name.startsWith(`${space}/spaceEvents/`))
    .sort((a, b) => (microsOf(a.eventTime) ?? 0) - (microsOf(b.eventTime) ?? 0));
}

/** Groups may raise no events; an app sees neither groups nor apps. */
function hasEvents(request: ApiRequest, membership: MembershipResource): boolean {
  const { as, directory } = request;
  if (membership.groupMember) return as !== 'app' && answerTo(request, 'event-of-group') === 'raised';
  return as !== 'app' || directory.typeOf(membership) !== 'BOT';
}

/** An event with the present state of its memberships: Google gives no older one. */
function asOfToday(request: ApiRequest, event: SpaceEventResource): SpaceEventResource {
  const kind = EVENT_TYPES.get(event.eventType)?.kind ?? 'Created';
  const data = dataOf(event) ?? [];
  return withData(
    event,
    data.map(({ membership }) => payload(request, kind, membership?.name ?? '')),
  );
}

function payload(request: ApiRequest, kind: EventKind, name: string): MembershipEventData {
  const [space = '', member = ''] = name.split('/members/');
  const found = request.directory.find(space, member);
  const state = found?.state ?? 'NOT_A_MEMBER';
  if (kind === 'Deleted') {
    const asToday = answerTo(request, 'event-rejoined-state') === 'JOINED';
    return { membership: { name, state: asToday ? state : 'NOT_A_MEMBER' } };
  }
  if (found && state !== 'NOT_A_MEMBER') return { membership: shown(request, found) };
  return answerTo(request, 'event-empty-membership') === 'object' ? { membership: {} } : {};
}
