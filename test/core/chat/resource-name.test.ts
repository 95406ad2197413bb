import { describe, expect, test } from '@jest/globals';
import { isId, isKnownForm, readResourceName } from '../../../src/core/chat/resource-name';

describe('a resource name', () => {
  test.each([
    ['spaces/AAAA', 'AAAA', null],
    ['Spaces/AAAA/', 'AAAA', null],
    ['/v1/spaces/AAAA/messages/1', 'AAAA', null],
    ['space/AAAA', 'AAAA', null],
    ['room/AAAA', 'AAAA', null],
    ['#chat/dm/AAAA', 'AAAA', null],
    ['space/AAAA/members/1', 'AAAA', '1'],
    ['spaces/AAAA/members', 'AAAA', null],
    ['spaces/AAAA/members/users/1', 'AAAA', '1'],
    ['spaces/AAAA/members/Ada Example', 'AAAA', 'Ada Example'],
  ])('%s', (text, space, member) => {
    expect(readResourceName(text)).toEqual({ ok: true, value: { space, member } });
  });

  test.each([
    ['spaces/', 'spaceUnreadable'],
    ['spaces/-', 'spaceUnreadable'],
    ['spaces/..', 'unsafeId'],
    ['spaces/AA?AA', 'unsafeId'],
    [`spaces/${'A'.repeat(129)}`, 'spaceUnreadable'],
    ['spaces/AAAA/webhooks/1', 'spaceUnreadable'],
    ['spaces/AAAA/members/1/2', 'unsafeId'],
  ])('%s is refused', (text, code) => {
    expect(readResourceName(text)).toMatchObject({ ok: false, problem: { code } });
  });

  test.each(['AAAA', 'users/1', 'room/AAAA/BBBB', 'rooms/AAAA', ''])('%j is none', (text) => {
    expect(readResourceName(text)).toBeNull();
  });
});

test('an id has letters or digits, and only `-` and `_` beside them', () => {
  expect(['AAAA', 'a-b_1', '7', 'A'.repeat(128)].every(isId)).toBe(true);
  expect(['', '-', '_', 'a b', 'a.b', 'a/b', 'あ', 'A'.repeat(129)].some(isId)).toBe(false);
});

test('members are written as addresses, digits, groups or the app', () => {
  expect(['ada@example.com', '123', 'group-1', 'app'].every(isKnownForm)).toBe(true);
  expect(['Ada', 'group-', 'apps', '12a'].some(isKnownForm)).toBe(false);
});
