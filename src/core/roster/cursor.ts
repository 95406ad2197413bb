/** How far the listing of one space is. Nothing about people: it lies in a job's record. */
import * as v from 'valibot';
import { MEMBER_PAGE_SIZE } from '../chat/member-list';
import type { Membership } from '../chat/membership';
import type { Problem } from '../chat/problem';
import { isProblemCode, type ProblemCode } from '../chat/problem-table';
import { googleCountsOf, type GoogleCounts, type Space } from '../chat/space';

export interface Cursor {
  /** `spaces/…` */
  readonly space: string;
  /** A list that differs from Google's count is read once more. */
  readonly round: 1 | 2;
  /** Google was asked about the space itself, or need not be. */
  readonly isAsked: boolean;
  readonly counts: GoogleCounts | null;
  /** Of the next page; null before the first one. */
  readonly token: string | null;
  /** When it was given, milliseconds since the epoch. */
  readonly tokenAt: number;
  /** Largest page that is asked for: smaller where larger ones failed. */
  readonly size: number;
  /** Memberships so far, in this round. */
  readonly listed: number;
  readonly hasRestarted: boolean;
  /** The last page was read, or the list has failed. */
  readonly isOver: boolean;
  /** Why it could not be read to its end. */
  readonly failed: ProblemCode | null;
  /** There was no list of this space before: nobody in it has joined since. */
  readonly isFirst: boolean | null;
}

/** What one request about a space brought. */
export type Listed =
  | { readonly kind: 'space'; readonly space: string; readonly found: Space | null }
  | {
      readonly kind: 'page';
      readonly space: string;
      readonly memberships: readonly Membership[];
      /** How many came before them. */
      readonly before: number;
      readonly token: string | null;
      readonly size: number;
    }
  | { readonly kind: 'failed'; readonly space: string; readonly problem: Problem };

export function newCursor(space: string, isAsked: boolean, counts: GoogleCounts | null = null): Cursor {
  return {
    space,
    round: 1,
    isAsked,
    counts,
    token: null,
    tokenAt: 0,
    size: MEMBER_PAGE_SIZE,
    listed: 0,
    hasRestarted: false,
    isOver: false,
    failed: null,
    isFirst: null,
  };
}

/** The cursor behind a result. `now` in milliseconds since the epoch. */
export function advanced(cursor: Cursor, listed: Listed, now: number): Cursor {
  switch (listed.kind) {
    case 'space': {
      const counts = listed.found === null ? null : googleCountsOf(listed.found);
      return { ...cursor, isAsked: true, counts: counts ?? cursor.counts };
    }
    case 'page':
      return {
        ...cursor,
        token: listed.token,
        tokenAt: now,
        size: listed.size,
        listed: listed.before + listed.memberships.length,
        isOver: listed.token === null,
      };
    case 'failed':
      return { ...cursor, isOver: true, failed: listed.problem.code };
  }
}

/** Begins the list again from its first page. */
export function restarted(cursor: Cursor): Cursor {
  return { ...cursor, token: null, listed: 0, hasRestarted: true };
}

/** Begins the second round. */
export function again(cursor: Cursor): Cursor {
  const { space, size, isFirst } = cursor;
  return { ...newCursor(space, false, cursor.counts), size, isFirst, round: 2 };
}

/** Page tokens are not used for longer. */
const TOKEN_MS = 30 * 60_000;

/** The cursor for a later execution: a token that has grown old is not used. */
export function resumed(cursor: Cursor, now: number): Cursor {
  const isOld = cursor.token !== null && now - cursor.tokenAt > TOKEN_MS;
  return isOld ? { ...cursor, token: null, listed: 0 } : cursor;
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const COUNTS = v.object({ people: count, groups: count });
export const CODE = v.custom<ProblemCode>((code) => typeof code === 'string' && isProblemCode(code));
/** A stored cursor. */
export const CURSOR = v.object({
  space: v.pipe(v.string(), v.regex(/^spaces\/[\w-]{1,128}$/)),
  round: v.picklist([1, 2]),
  isAsked: v.boolean(),
  counts: v.nullable(COUNTS),
  token: v.nullable(v.pipe(v.string(), v.maxLength(4000))),
  tokenAt: count,
  size: v.pipe(count, v.minValue(1), v.maxValue(MEMBER_PAGE_SIZE)),
  listed: count,
  hasRestarted: v.boolean(),
  isOver: v.boolean(),
  failed: v.nullable(CODE),
  isFirst: v.nullable(v.boolean()),
});
