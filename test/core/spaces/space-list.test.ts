import { describe, expect, test } from '@jest/globals';
import { USER } from '../../../src/core/chat/identity';
import type { PlannedRequest } from '../../../src/core/requests/plan';
import { problemOfSpaces, SpaceListPlan, spacePageRequest } from '../../../src/core/spaces/space-list';
import { apiFailure, DENIED } from '../fake-chat.testing';

const page = (count: number, nextPageToken = '') => ({
  ok: true as const,
  body: {
    spaces: Array.from({ length: count }, (_, index) => ({ name: `spaces/AAAA${index + 1}` })),
    nextPageToken,
  },
});
const REFUSED = { ok: false, failure: apiFailure(400, { status: 'INVALID_ARGUMENT' }) } as const;
function only(of: SpaceListPlan): PlannedRequest {
  const planned = of.next(10);
  expect(planned).toHaveLength(1);
  return planned[0] as unknown as PlannedRequest;
}

test('people and the app list their own spaces; an admin all named ones of the organisation', () => {
  expect(spacePageRequest(USER, null)).toMatchObject({ method: 'spaces.list', pageSize: 1000 });
  expect(spacePageRequest(USER, null)).not.toHaveProperty('pageToken');
  const admin = spacePageRequest({ as: 'admin' }, 'token-1');
  expect(admin).toMatchObject({ method: 'spaces.search', pageToken: 'token-1' });
  expect(JSON.stringify(admin)).toContain('space_type = \\"SPACE\\"');
});

describe('a list of spaces', () => {
  test('is read page by page, one at a time, to the last', () => {
    const plan = new SpaceListPlan(USER, null);
    const first = only(plan);
    expect(plan.next(10)).toEqual([]);
    expect(plan.settle(first, page(3, 'token-1'), false)).toMatchObject({
      results: [{ name: 'spaces/AAAA1' }, {}, {}],
    });
    expect([plan.nextToken, plan.open, plan.isDone]).toEqual(['token-1', 1, false]);
    const second = only(plan);
    expect(second.request).toMatchObject({ pageToken: 'token-1' });
    plan.settle(second, page(0), false);
    expect([plan.nextToken, plan.open, plan.isDone]).toEqual([null, 0, true]);
    expect(plan.next(10)).toEqual([]);
  });

  test('waits where there is no room', () => {
    const plan = new SpaceListPlan(USER, null);
    expect([plan.next(0), plan.next(5, () => 0)]).toEqual([[], []]);
    expect(only(plan).purpose).toBe('page');
  });

  test('begins again once where its token has grown old', () => {
    const plan = new SpaceListPlan(USER, 'old');
    expect(plan.settle(only(plan), REFUSED, false).kind).toBe('replaced');
    const first = only(plan);
    expect(first.request).not.toHaveProperty('pageToken');
    plan.settle(first, page(1, 'token-1'), false);
    expect(plan.settle(only(plan), REFUSED, false)).toMatchObject({
      kind: 'stop',
      problem: { code: 'requestRefused' },
    });
  });

  test('is tried again where that may help, and stops where it does not', () => {
    const plan = new SpaceListPlan(USER, null);
    const first = only(plan);
    const busy = { ok: false, failure: apiFailure(503, { status: 'UNAVAILABLE' }) } as const;
    expect(plan.settle(first, busy, false).kind).toBe('again');
    expect(plan.settle(first, busy, true).kind).toBe('stop');
    expect(plan.open).toBe(1);
  });

  test('stops at an answer that is no page', () => {
    const plan = new SpaceListPlan(USER, null);
    const wrong = { ok: true, body: { spaces: [{ name: 'users/1' }] } } as const;
    expect(problemOfSpaces(wrong, USER).code).toBe('answerUnreadable');
    expect(plan.settle(only(plan), wrong, true).kind).toBe('stop');
    expect(problemOfSpaces({ ok: false, failure: DENIED }, USER).code).not.toBe('answerUnreadable');
  });
});
