import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { problemOf } from '../../../src/core/chat/problem';
import {
  advanced,
  again,
  CURSOR,
  newCursor,
  restarted,
  resumed,
  type Listed,
} from '../../../src/core/roster/cursor';

const SPACE = 'spaces/AAAA1';
const NOW = Date.parse('2026-10-01T09:00:00Z');
const page = (before: number, count: number, token: string | null, size = 1000): Listed => ({
  kind: 'page',
  space: SPACE,
  memberships: Array.from({ length: count }, () => ({})),
  before,
  token,
  size,
});

describe('a cursor', () => {
  test('goes on behind each page, and is over with the last one', () => {
    const first = advanced(newCursor(SPACE, true), page(0, 1000, 'token-1'), NOW);
    expect(first).toMatchObject({
      token: 'token-1',
      tokenAt: NOW,
      listed: 1000,
      isOver: false,
      failed: null,
    });
    expect(advanced(first, page(1000, 20, null), NOW + 5)).toMatchObject({
      token: null,
      listed: 1020,
      isOver: true,
      failed: null,
    });
  });

  test('remembers the size of pages that did not fail', () => {
    expect(advanced(newCursor(SPACE, true), page(0, 500, 'token-1', 500), NOW).size).toBe(500);
  });

  test('keeps Google’s count, also where a later answer holds none', () => {
    const found = { name: SPACE, membershipCount: { joinedDirectHumanUserCount: 7 } };
    const asked = advanced(newCursor(SPACE, false), { kind: 'space', space: SPACE, found }, NOW);
    expect(asked).toMatchObject({ isAsked: true, counts: { people: 7, groups: 0 } });
    expect(advanced(asked, { kind: 'space', space: SPACE, found: null }, NOW).counts).toEqual(asked.counts);
  });

  test('is over where the list has failed, and says why', () => {
    const failed = { kind: 'failed', space: SPACE, problem: problemOf('serverError') } as const;
    expect(advanced(newCursor(SPACE, true), failed, NOW)).toMatchObject({
      isOver: true,
      failed: 'serverError',
    });
  });

  test('begins again from the first page once a token was refused', () => {
    const first = advanced(newCursor(SPACE, true), page(0, 1000, 'token-1'), NOW);
    expect(restarted(first)).toMatchObject({ token: null, listed: 0, hasRestarted: true });
  });

  test('reads a list that differs from the count once more, and keeps what it knows of the space', () => {
    const counts = { people: 3, groups: 0 };
    const over = { ...newCursor(SPACE, true, counts), isOver: true, size: 250, isFirst: false, listed: 2 };
    expect(again(over)).toMatchObject({
      round: 2,
      isAsked: false,
      counts,
      size: 250,
      isFirst: false,
      isOver: false,
      listed: 0,
    });
  });

  test('uses a token in a later execution for half an hour, and then begins again', () => {
    const first = advanced(newCursor(SPACE, true), page(0, 1000, 'token-1'), NOW);
    expect(resumed(first, NOW + 30 * 60_000)).toBe(first);
    expect(resumed(first, NOW + 30 * 60_000 + 1)).toMatchObject({ token: null, listed: 0, isOver: false });
    const over = advanced(first, page(1000, 1, null), NOW);
    expect(resumed(over, NOW + 24 * 60 * 60_000)).toBe(over);
  });
});

test('a stored cursor is read back as it was; one that cannot be true is refused', () => {
  const cursor = advanced(newCursor(SPACE, true), page(0, 1000, 'token-1'), NOW);
  expect(v.parse(CURSOR, JSON.parse(JSON.stringify(cursor)))).toEqual(cursor);
  const wrong = [
    { space: 'AAAA1' },
    { round: 3 },
    { size: 0 },
    { size: 1001 },
    { listed: -1 },
    { failed: 'no such problem' },
    { token: 'x'.repeat(4001) },
  ];
  for (const change of wrong) expect(v.is(CURSOR, { ...cursor, ...change })).toBe(false);
});
