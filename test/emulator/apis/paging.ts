/** Pages of a list: sizes, tokens, and their end. */
import { invalidValue } from './errors';
import { answerTo, type ApiRequest } from './request';

export type Page<K extends string, T> = Readonly<Partial<Record<K, readonly T[]>>> & {
  readonly nextPageToken?: string;
};

const USUAL = 100;
const MOST = 1000;
/** An older page of the reference says that list tokens expire in an hour. */
const TOKEN_LIFE_MS = 3_600_000;

interface Place {
  readonly from: number;
  /** How many pages there were before. */
  readonly page: number;
  readonly issued: number;
  /** When the first page was asked for. */
  readonly began: number;
  /** Who asked for what: another call's token is refused. */
  readonly call: string;
}

export interface PageRules {
  /** What a larger page size is changed to. */
  readonly most?: number;
}

/** Cuts the page that the request asks for out of everything. An empty result is `{}`. */
export function cut<K extends string, T>(
  request: ApiRequest,
  key: K,
  all: readonly T[],
  show: (item: T) => T,
  { most = MOST }: PageRules = {},
): Page<K, T> {
  const { pageSize = 0 } = request.parameters;
  if (Number(pageSize) < 0) throw invalidValue('Page size must not be negative.', 'page_size');
  const { from, page, began, call } = placeOf(request);
  const size = Math.min(Number(pageSize) === 0 ? USUAL : Number(pageSize), most);
  const short = answerTo(request, 'short-pages') === 'yes';
  const items = all.slice(from, from + (short ? shortened(size, page) : size)).map(show);
  const next = from + items.length;
  // Such a server gives a token before it knows that nothing is left: its last page is empty.
  const end = next >= all.length && (!short || items.length === 0);
  const token = end
    ? {}
    : { nextPageToken: writeToken({ from: next, page: page + 1, issued: request.now, began, call }) };
  return { ...(items.length > 0 ? { [key]: items } : {}), ...token } as Page<K, T>;
}

/** When the first page of this list was asked for, in milliseconds: what depends on the present keeps it from page to page. */
export function beganAt(request: ApiRequest): number {
  return placeOf(request).began;
}

function placeOf(request: ApiRequest): Place {
  const { pageToken = '', ...others } = request.parameters;
  // Whatever their order, and whether what is not wanted was said or left out.
  const rest = Object.entries(others).filter(
    ([name, value]) => name !== 'pageSize' && value !== '' && value !== false,
  );
  const call = JSON.stringify([request.resource, request.as, request.token.principal, rest.sort()]);
  if (pageToken !== '') return readToken(String(pageToken), call, request.now);
  return { from: 0, page: 0, issued: request.now, began: request.now, call };
}

/** A server may return fewer than asked, down to nothing with more to come. */
function shortened(size: number, page: number): number {
  return [Math.ceil((size * 2) / 3), 0, Math.ceil(size / 3)][page % 3] ?? size;
}

function writeToken(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function readToken(token: string, call: string, now: number): Place {
  try {
    const place = JSON.parse(Buffer.from(token, 'base64url').toString()) as Place;
    if (place.call === call && now - place.issued < TOKEN_LIFE_MS) return place;
  } catch {
    // Not one of ours.
  }
  throw invalidValue('Invalid page token.', 'page_token');
}
