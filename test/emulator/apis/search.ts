/** `spaces.search`: named spaces by the words of their name; the caller's own, or with admin access all of them. */
import type { Space } from '../workspace/workspace';
import { ApiError, invalidValue } from './errors';
import { cut } from './paging';
import type { ApiRequest } from './request';
import { withoutSettings } from './spaces';

const LONGEST_QUERY = 1000;
const MOST_FOR_A_USER = 100;
/** What the emulator can order by. */
const ORDERS = { user: ['create_time DESC'], admin: ['create_time DESC', 'create_time ASC'] };

/** What Google orders and searches by as well. */
const OTHER_ORDERS =
  /^(?:last_active_time|membership_count\.joined_direct_human_user_count|relevance)(?: (?:ASC|DESC))?$/;
const OTHER_FIELDS = /^\s*(create_time|last_active_time|space_history_state)\b/;

interface Query {
  /** Alternatives, each the words that a name must hold; null: none were given. */
  readonly names: readonly (readonly string[])[] | null;
  readonly external: readonly string[] | null;
}

/** Answers `spaces.search`. */
export function searchSpaces(request: ApiRequest): Readonly<Record<string, unknown>> {
  const { as, directory, token, parameters } = request;
  const admin = as === 'admin';
  const query = readQuery(String(parameters.query ?? ''), admin);
  const order = String(parameters.orderBy ?? '');
  if (OTHER_ORDERS.test(order)) throw notAvailable(`Ordering by ${order}`);
  if (order !== '' && !ORDERS[admin ? 'admin' : 'user'].includes(order)) {
    throw invalidValue(`Invalid order: ${order}`, 'order_by');
  }
  const among = admin ? [...directory.spaces.values()] : directory.spacesOf(token.principal);
  const found = inOrder(
    among.filter((space) => space.spaceType === 'SPACE' && matches(space, query, admin)),
    order,
  );
  const page = cut(request, 'spaces', found, withoutSettings, admin ? {} : { most: MOST_FOR_A_USER });
  const results = page.spaces?.map((space) => ({ space }));
  if (admin) return { ...page, ...(results ? { results } : {}), totalSize: found.length };
  return results ? { results } : {};
}

/** Reads `display_name:"Fun" AND space_type = "SPACE"`. Times and history settings are not searched here. */
function readQuery(text: string, admin: boolean): Query {
  if (text === '' || text.length > LONGEST_QUERY) throw refused(text);
  const read = new Map<string, string[]>();
  for (const group of text.replace(/^\(([^()]*)\)$/, '$1').split(outsideQuotes('AND'))) {
    const terms = group.replace(/^\((.*)\)$/, '$1').split(outsideQuotes('OR'));
    const pairs = terms.map((term) => readTerm(term, text));
    const field = pairs[0]?.field ?? '';
    if (read.has(field) || pairs.some((one) => one.field !== field)) throw refused(text);
    read.set(
      field,
      pairs.map(({ value }) => value),
    );
  }
  const customer = read.get('customer')?.join();
  if (customer !== (admin ? 'customers/my_customer' : undefined)) throw refused(text);
  if (read.get('space_type')?.join() !== 'SPACE') throw refused(text);
  const names = read.get('display_name')?.map((name) => name.toLowerCase().split(/\s+/));
  return { names: names ?? null, external: read.get('external_user_allowed') ?? null };
}

function readTerm(term: string, whole: string): { readonly field: string; readonly value: string } {
  const other = OTHER_FIELDS.exec(term)?.[1];
  if (other !== undefined) throw notAvailable(`Searching by ${other}`);
  const [, field = '', operator = '', value = ''] = /^\s*(\w+)\s*(=|:)\s*"([^"]*)"\s*$/.exec(term) ?? [];
  const wanted = field === 'display_name' ? ':' : '=';
  const known = ['customer', 'display_name', 'external_user_allowed', 'space_type'].includes(field);
  if (!known || operator !== wanted) throw refused(whole);
  return { field, value };
}

/** A word between terms, followed by an even number of quotes. */
function outsideQuotes(word: string): RegExp {
  return new RegExp(`\\s+${word}\\s+(?=(?:[^"]*"[^"]*")*[^"]*$)`);
}

/** Google takes it; the emulator does not, and says so rather than calling it wrong. */
function notAvailable(what: string): ApiError {
  return new ApiError(501, 'UNIMPLEMENTED', `${what} is not available in the emulator.`);
}

/** Without words an ordinary search finds nothing. */
function matches(space: Space, { names, external }: Query, admin: boolean): boolean {
  if (external && !external.includes(String(space.externalUserAllowed === true))) return false;
  if (names === null) return admin;
  const parts = (space.displayName ?? '').toLowerCase().split(/\s+/);
  return names.some((catalogue) => catalogue.every((word) => parts.some((part) => part.startsWith(word))));
}

function inOrder(spaces: readonly Space[], order: string): readonly Space[] {
  if (order === '') return spaces;
  const sign = order.endsWith('DESC') ? -1 : 1;
  const time = ({ createTime }: Space): string => (typeof createTime === 'string' ? createTime : '');
  return [...spaces].sort((a, b) => sign * time(a).localeCompare(time(b)));
}

function refused(query: string): Error {
  return invalidValue(`Invalid query: ${query}`, 'query');
}
