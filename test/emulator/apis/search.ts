/** `spaces.search`: named spaces by the words of their name; the caller's own, or with admin access all of them. */
import type { Space } from '../workspace/workspace';
import { invalidValue, notAvailable } from './errors';
import { isAt, isEqual, parseFilter, passes, type Filter, type FilterRules, type Term } from './filter';
import { cut } from './paging';
import type { ApiRequest } from './request';
import { listedSpace } from './spaces';
import { microsOf } from '../rfc-3339';

const LONGEST_QUERY = 1000;
const MOST_FOR_A_USER = 100;

const OF_A_USER: FilterRules = {
  fields: {
    display_name: { operators: [':'] },
    external_user_allowed: { operators: ['='], values: ['true', 'false'] },
    space_type: { operators: ['='], values: ['SPACE'], alternatives: false },
  },
};
const TIME = { operators: ['=', '<', '>', '<=', '>='], values: 'time', several: true } as const;
const OF_AN_ADMIN: FilterRules = {
  fields: {
    ...OF_A_USER.fields,
    customer: { operators: ['='], values: ['customers/my_customer'], alternatives: false },
    create_time: TIME,
    last_active_time: TIME,
    space_history_state: {
      operators: ['='],
      values: ['HISTORY_STATE_UNSPECIFIED', 'HISTORY_OFF', 'HISTORY_ON'],
    },
  },
};
const REQUIRED = { user: ['space_type'], admin: ['space_type', 'customer'] };

/** What a result is ordered by, as a number; null where a space has none. */
const ORDERS: Readonly<Record<string, (space: Space) => number | null>> = {
  create_time: ({ createTime }) => timeOf(createTime),
  last_active_time: ({ lastActiveTime }) => timeOf(lastActiveTime),
  'membership_count.joined_direct_human_user_count': ({ membershipCount }) =>
    membershipCount?.joinedDirectHumanUserCount ?? 0,
};

/** Answers `spaces.search`. */
export function searchSpaces(request: ApiRequest): Readonly<Record<string, unknown>> {
  const { as, directory, token, parameters } = request;
  const admin = as === 'admin';
  const query = readQuery(String(parameters.query ?? ''), admin);
  const order = readOrder(String(parameters.orderBy ?? ''), admin);
  const found = [...directory.spaces.values()]
    .filter(
      ({ name, spaceType }) => spaceType === 'SPACE' && (admin || directory.isJoined(name, token.principal)),
    )
    .map((space) => listedSpace(request, space))
    .filter((space) => passes(query, (term) => holds(term, space)));
  // Without words an ordinary search finds nothing.
  const meant = admin || query.flat().some(({ field }) => field === 'display_name') ? found : [];
  const page = cut(request, 'spaces', order(meant), (space) => space, admin ? {} : { most: MOST_FOR_A_USER });
  const results = page.spaces?.map((space) => ({ space }));
  if (admin) return { ...page, ...(results ? { results } : {}), totalSize: meant.length };
  return results ? { results } : {};
}

function readQuery(text: string, admin: boolean): Filter {
  const query = text.length > LONGEST_QUERY ? null : parseFilter(text, admin ? OF_AN_ADMIN : OF_A_USER);
  const named = query?.flat().map(({ field }) => field) ?? [];
  if (!query || !REQUIRED[admin ? 'admin' : 'user'].every((field) => named.includes(field))) {
    throw invalidValue(`Invalid query: ${text}`, 'query');
  }
  return query;
}

function holds(term: Term, space: Space): boolean {
  switch (term.field) {
    case 'create_time':
      return isAt(term, space.createTime);
    case 'last_active_time':
      return isAt(term, space.lastActiveTime);
    case 'display_name':
      return hasWords(space.displayName ?? '', term.value);
    case 'external_user_allowed':
      return isEqual(term, String(space.externalUserAllowed === true));
    case 'space_history_state':
      return space.spaceHistoryState === term.value;
    default:
      return true;
  }
}

/** Each word is the beginning of one in the name. */
function hasWords(name: string, words: string): boolean {
  const parts = name.toLowerCase().split(/\s+/);
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => parts.some((part) => part.startsWith(word)));
}

function readOrder(text: string, admin: boolean): (spaces: readonly Space[]) => readonly Space[] {
  if (text === '') return (spaces) => spaces;
  // A developer preview.
  if (!admin && text === 'relevance DESC') throw notAvailable(`Ordering by ${text}`);
  const [, name = '', direction = 'ASC'] = /^(\S+)(?: (ASC|DESC))?$/.exec(text) ?? [];
  const rank = ORDERS[name];
  if (!rank || (!admin && text !== 'create_time DESC'))
    throw invalidValue(`Invalid order: ${text}`, 'order_by');
  const sign = direction === 'DESC' ? -1 : 1;
  return (spaces) => [...spaces].sort((a, b) => sign * ((rank(a) ?? 0) - (rank(b) ?? 0)));
}

function timeOf(value: unknown): number | null {
  return typeof value === 'string' ? microsOf(value) : null;
}
