import { describe, expect, test } from '@jest/globals';
import { USER } from '../../../src/core/chat/identity';
import { newCursor, type Cursor } from '../../../src/core/roster/cursor';
import { ListingPlan } from '../../../src/core/roster/listing-plan';
import type { PlannedRequest } from '../../../src/core/requests/plan';
import { apiFailure, DENIED } from '../fake-chat.testing';

const [A, B] = ['AAAA1', 'AAAA2'];
const cursor = (id: string, change: Partial<Cursor> = {}): Cursor => ({
  ...newCursor(`spaces/${id}`, true),
  ...change,
});
const plan = (cursors: readonly Cursor[], most?: number) =>
  new ListingPlan(cursors, USER, { now: () => 1_000, sleep: () => undefined }, most);
/** The one request that a plan hands out now. */
function only(of: ListingPlan): PlannedRequest {
  const planned = of.next(10);
  expect(planned).toHaveLength(1);
  return planned[0] as unknown as PlannedRequest;
}
const members = (id: string, count: number, nextPageToken = '') => ({
  ok: true as const,
  body: {
    memberships: Array.from({ length: count }, (_, index) => ({ name: `spaces/${id}/members/${index + 1}` })),
    nextPageToken,
  },
});
const failed = (httpStatus: number, status = '') =>
  ({ ok: false, failure: apiFailure(httpStatus, { status }) }) as const;
const TOO_LARGE = failed(500, 'INTERNAL');
const REFUSED = failed(400, 'INVALID_ARGUMENT');

describe('spaces side by side', () => {
  test('have one request each on its way, as far as there is room', () => {
    const both = plan([cursor(A), cursor(B), cursor('AAAA3', { isOver: true })]);
    expect(both.open).toBe(2);
    expect(both.next(1)).toHaveLength(1);
    expect(both.next(10, (id) => (id === B ? 0 : 9))).toEqual([]);
    expect(both.next(10)).toHaveLength(1);
    expect(both.next(10)).toEqual([]);
  });

  test('are asked for Google’s count first, where it may be asked', () => {
    const one = plan([cursor(A, { isAsked: false })]);
    const asked = only(one);
    expect(asked.request).toMatchObject({ method: 'spaces.get', name: `spaces/${A}` });
    const found = { name: `spaces/${A}`, displayName: 'Orchard' };
    expect(one.settle(asked, { ok: true, body: found }, false)).toMatchObject({
      results: [{ kind: 'space', found }],
    });
    expect(only(one).request.method).toBe('spaces.members.list');
  });

  test('that say nothing of themselves, or speak of another, are listed all the same', () => {
    for (const outcome of [
      { ok: false as const, failure: DENIED },
      { ok: true as const, body: { name: `spaces/${B}` } },
    ]) {
      const one = plan([cursor(A, { isAsked: false })]);
      expect(one.settle(only(one), outcome, true)).toMatchObject({
        results: [{ kind: 'space', found: null }],
      });
      expect(only(one).request.method).toBe('spaces.members.list');
    }
  });
});

describe('pages', () => {
  test('follow one another to the last, each telling how many came before', () => {
    const one = plan([cursor(A)]);
    const first = one.settle(only(one), members(A, 3, 'token-1'), false);
    expect(first).toMatchObject({ results: [{ kind: 'page', before: 0, token: 'token-1' }] });
    const second = only(one);
    expect(second.request).toMatchObject({ pageToken: 'token-1' });
    expect(one.settle(second, members(A, 2), false)).toMatchObject({ results: [{ before: 3, token: null }] });
    expect([one.open, one.next(10)]).toEqual([0, []]);
  });

  test('hold nobody of another space', () => {
    const one = plan([cursor(A)]);
    expect(one.settle(only(one), members(B, 3), false)).toMatchObject({ results: [{ memberships: [] }] });
  });

  test('are not read on behind as many as are wanted', () => {
    const one = plan([cursor(A)], 2);
    one.settle(only(one), members(A, 3, 'token-1'), false);
    expect(one.open).toBe(0);
  });

  test('that fail three times are asked for in half the size, down to 50', () => {
    const one = plan([cursor(A, { size: 120 })]);
    for (const size of [120, 60]) {
      const planned = only(one);
      expect(planned.request).toMatchObject({ pageSize: size });
      const kinds = [1, 2, 3].map(() => one.settle(planned, TOO_LARGE, false).kind);
      expect(kinds).toEqual(['again', 'again', 'replaced']);
    }
    const smallest = only(one);
    expect(smallest.request).toMatchObject({ pageSize: 50 });
    expect(one.settle(smallest, TOO_LARGE, true)).toMatchObject({ results: [{ kind: 'failed' }] });
    expect(one.open).toBe(0);
  });

  test('begin again once where their token is refused, and then the list has failed', () => {
    const one = plan([cursor(A, { token: 'old', listed: 1000 })]);
    expect(one.settle(only(one), REFUSED, false).kind).toBe('replaced');
    const first = only(one);
    expect(first.request).not.toHaveProperty('pageToken');
    expect(one.settle(first, members(A, 1, 'token-1'), false)).toMatchObject({ results: [{ before: 0 }] });
    expect(one.settle(only(one), REFUSED, true)).toMatchObject({
      results: [{ kind: 'failed', problem: { code: 'requestRefused' } }],
    });
  });

  test('of a space that is closed to the caller fail by themselves, and the others go on', () => {
    const both = plan([cursor(A), cursor(B)]);
    const [first, second] = both.next(2) as unknown as [PlannedRequest, PlannedRequest];
    expect(both.settle(first, { ok: false, failure: DENIED }, false)).toMatchObject({
      results: [{ kind: 'failed', space: `spaces/${A}` }],
    });
    expect(both.settle(second, members(B, 1), false).kind).toBe('results');
    expect(both.open).toBe(0);
  });
});
