/** Pages of a list: sizes, tokens, and their end. */
import { invalidArgument } from './errors';
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
  readonly issued: number;
  /** Every other parameter must be that of the call that gave the token. */
  readonly call: string;
}

/** Cuts the page that the request asks for out of everything. An empty result is `{}`. */
export function cut<K extends string, T>(
  request: ApiRequest & { readonly now?: number },
  key: K,
  all: readonly T[],
  show: (item: T) => T,
): Page<K, T> {
  const { pageSize = 0, pageToken = '', ...others } = request.parameters;
  if (Number(pageSize) < 0) throw invalidArgument('Page size must not be negative.', 'page_size');
  const now = request.now ?? 0;
  const call = JSON.stringify([request.resource, request.as, others]);
  const from = pageToken === '' ? 0 : readToken(String(pageToken), call, now);
  const size = sizeOf(request, Number(pageSize), from);
  const items = all.slice(from, from + size).map(show);
  const next = from + size;
  const end = next >= all.length;
  const token = end ? {} : { nextPageToken: writeToken({ from: next, issued: now, call }) };
  return { ...(items.length > 0 ? { [key]: items } : {}), ...token } as Page<K, T>;
}

/** A server may return fewer than asked: every third page is empty, others are cut by a third. */
function sizeOf(request: ApiRequest, asked: number, from: number): number {
  const size = Math.min(asked === 0 ? USUAL : asked, MOST);
  if (answerTo(request, 'short-pages') === 'no') return size;
  const turn = Number(request.parameters.pageToken !== undefined) + from;
  return turn % 3 === 1 ? Math.ceil(size / 3) : Math.max(1, size - Math.floor(size / 3));
}

function writeToken(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function readToken(token: string, call: string, now: number): number {
  try {
    const place = JSON.parse(Buffer.from(token, 'base64url').toString()) as Place;
    if (place.call === call && now - place.issued < TOKEN_LIFE_MS) return place.from;
  } catch {
    // Not one of ours.
  }
  throw invalidArgument('Invalid page token.', 'page_token');
}
