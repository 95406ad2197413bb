import { expect, test } from '@jest/globals';
import type { Membership } from '../../../src/core/chat/membership';
import { countedOf } from '../../../src/core/roster/composition';
import { digestOf, GONE, goneDigest, readDigest } from '../../../src/core/roster/digest';

const ADA: Membership = {
  name: 'spaces/AAAA1/members/1',
  state: 'JOINED',
  role: 'ROLE_MANAGER',
  affiliation: 'INTERNAL',
  createTime: '2026-03-02T09:30:00Z',
  member: { name: 'users/1', type: 'HUMAN', displayName: 'Ada', email: 'ada@orchard.example' },
};
const digest = (change: Partial<Membership> = {}, space = 'Orchard') =>
  digestOf({ ...ADA, ...change }, space);

test('a digest tells what is counted, and nothing by which a person is known', () => {
  expect(readDigest(digest())).toEqual(countedOf(ADA));
  expect(digest()).not.toMatch(/ada|orchard/i);
});

test('a digest differs as soon as anything that the row shows differs', () => {
  const digests = [
    digest(),
    digest({}, 'Harvest'),
    digest({ state: 'INVITED' }),
    digest({ role: 'ROLE_MEMBER' }),
    digest({ affiliation: 'EXTERNAL' }),
    digest({ createTime: '2026-03-02T09:30:01Z' }),
    digest({ member: { ...ADA.member, displayName: 'Ada L' } }),
    digest({ member: { ...ADA.member, email: 'a@orchard.example' } }),
  ];
  expect(new Set(digests).size).toBe(digests.length);
  expect(digest()).toBe(digests[0]);
});

test('whoever is gone is still told by role, origin and kind', () => {
  expect(readDigest(goneDigest(digest()))).toEqual({ ...countedOf(ADA), state: GONE });
  expect(readDigest(goneDigest(''))).toEqual({ state: GONE, role: null, from: null, kind: null });
});

test('a role that Google invents cannot shift the parts of a digest', () => {
  expect(readDigest(digest({ role: 'A|B' }))).toMatchObject({ role: 'A B', kind: 'person' });
});

test.each([[''], ['joined|manager'], ['a|b|c|d|e|f'], [7], [undefined]])('%j is no digest', (cell) => {
  expect(readDigest(cell)).toBeNull();
});
