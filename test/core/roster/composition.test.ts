import { describe, expect, test } from '@jest/globals';
import {
  added,
  agrees,
  composition,
  countedOf,
  NOBODY,
  sizeOf,
  type Counted,
} from '../../../src/core/roster/composition';

const someone: Counted = { kind: 'person', state: 'joined', role: 'member', from: 'inside' };

describe('the numbers of a list', () => {
  test('count people by role and by where they are from', () => {
    expect(
      composition([
        { ...someone, role: 'owner' },
        { ...someone, role: 'manager', from: 'guest' },
        { ...someone, from: 'outside' },
        { ...someone, role: 'something new', from: null },
      ]),
    ).toEqual({ ...NOBODY, people: 4, owners: 1, managers: 1, members: 1, inside: 1, guests: 1, outside: 1 });
  });

  test('count groups, apps and invited people apart, and nobody who is gone', () => {
    expect(
      composition([
        { ...someone, kind: 'group', role: null, from: null },
        { ...someone, kind: 'app', role: 'manager' },
        { ...someone, state: 'invited', role: 'owner' },
        { ...someone, state: 'gone' },
        { ...someone, state: null },
        { ...someone, kind: null },
      ]),
    ).toEqual({ ...NOBODY, groups: 1, apps: 1, invited: 1 });
  });

  test('stand for all rows together, and are added one by one', () => {
    const one = composition([someone, { ...someone, state: 'invited' }]);
    const other = composition([{ ...someone, kind: 'group' }, { ...someone, kind: 'app' }, someone]);
    expect([sizeOf(one), sizeOf(other), sizeOf(added(one, other))]).toEqual([2, 3, 5]);
    expect(added(one, NOBODY)).toEqual(one);
  });
});

test('a membership is counted by what Google says; what nobody knows stays as it is', () => {
  const membership = {
    name: 'spaces/AAAA1/members/1',
    state: 'JOINED',
    role: 'ROLE_ASTRONAUT',
    affiliation: 'EXTERNAL',
    member: { name: 'users/1', type: 'HUMAN' },
  };
  expect(countedOf(membership)).toEqual({
    kind: 'person',
    state: 'joined',
    role: 'ROLE_ASTRONAUT',
    from: 'outside',
  });
  expect(countedOf({ name: 'spaces/AAAA1/members/group-1' })).toEqual({
    kind: 'group',
    state: null,
    role: null,
    from: null,
  });
});

test('a list agrees with Google’s count in people and groups; the Chat app’s in people alone', () => {
  const counts = { people: 5, groups: 1 };
  expect(agrees({ people: 5, groups: 1 }, counts, 'user')).toBe(true);
  expect(agrees({ people: 4, groups: 1 }, counts, 'user')).toBe(false);
  expect(agrees({ people: 5, groups: 0 }, counts, 'user')).toBe(false);
  expect(agrees({ people: 5, groups: 0 }, counts, 'admin')).toBe(false);
  expect(agrees({ people: 5, groups: 0 }, counts, 'app')).toBe(true);
  expect(agrees({ people: 4, groups: 0 }, counts, 'app')).toBe(false);
});
