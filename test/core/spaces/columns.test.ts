import { expect, test } from '@jest/globals';
import { NOBODY } from '../../../src/core/roster/composition';
import {
  countIn,
  googleCells,
  listingCells,
  SPACE_KEYS,
  SPACES_TABLE,
  timeIn,
  typeIn,
  yesIn,
} from '../../../src/core/spaces/columns';
import { ENGLISH, JAPANESE } from '../roster/roster.testing';

const SPACE = {
  name: 'spaces/AAAA1',
  displayName: 'Orchard',
  spaceType: 'SPACE',
  membershipCount: { joinedDirectHumanUserCount: 7 },
  lastActiveTime: '2026-09-30T08:00:00Z',
  createTime: '2026-01-02T03:04:05Z',
  externalUserAllowed: true,
};

test('a row holds what Google says, and the name opens the space', () => {
  expect(googleCells(SPACE, ENGLISH)).toEqual({
    space: 'spaces/AAAA1',
    type: ENGLISH.spaces.types.space,
    name: { text: 'Orchard', link: 'https://chat.google.com/room/AAAA1' },
    people: 7,
    groups: 0,
    outsiders: ENGLISH.spaces.yes,
    active: new Date('2026-09-30T08:00:00Z'),
    created: new Date('2026-01-02T03:04:05Z'),
  });
});

test('what Google leaves out empties no cell', () => {
  const cells = googleCells({ name: 'spaces/AAAA1', lastActiveTime: 'soon' }, ENGLISH);
  expect(Object.keys(cells).sort()).toEqual(['outsiders', 'space', 'type']);
  expect(cells.type).toBe(ENGLISH.spaces.types.unknown);
});

test('a conversation without a name is called what it is', () => {
  const cells = googleCells({ name: 'spaces/AAAA1', spaceType: 'DIRECT_MESSAGE' }, JAPANESE);
  expect(cells.name).toEqual({
    text: JAPANESE.spaces.types.directMessage,
    link: 'https://chat.google.com/dm/AAAA1',
  });
});

test('a name and a list of owners are no longer than a cell', () => {
  const long = 'x'.repeat(60_000);
  expect(googleCells({ ...SPACE, displayName: long }, ENGLISH).name).toMatchObject({
    text: 'x'.repeat(50_000),
  });
  expect(listingCells(NOBODY, long).owners).toHaveLength(50_000);
});

test('the numbers of a listing stand in their columns', () => {
  const numbers = { ...NOBODY, people: 9, owners: 2, managers: 3, outside: 4, guests: 5, groups: 6, apps: 7 };
  expect(listingCells({ ...numbers, invited: 8 }, 'Ada')).toEqual({
    owners: 'Ada',
    ownerCount: 2,
    people: 9,
    managers: 3,
    outside: 4,
    guests: 5,
    groups: 6,
    apps: 7,
    invited: 8,
  });
});

test('cells are understood in whatever language they were written', () => {
  for (const { spaces } of [ENGLISH, JAPANESE]) {
    expect(typeIn(spaces.types.groupChat)).toBe('groupChat');
    expect(yesIn(spaces.yes)).toBe(true);
  }
  expect([typeIn('Town square'), yesIn('no'), yesIn('')]).toEqual(['unknown', null, null]);
  expect([countIn(0), countIn(3), countIn(-1), countIn(1.5), countIn('3')]).toEqual([0, 3, null, null, null]);
  expect([timeIn(new Date(5)), timeIn('2026-01-01')]).toEqual([5, null]);
});

test('every column has a title of ours in each language', () => {
  for (const catalogue of [ENGLISH, JAPANESE]) {
    const titles = SPACE_KEYS.map((key) => SPACES_TABLE.set.titles(catalogue)[key]);
    expect(new Set(titles).size).toBe(SPACE_KEYS.length);
    expect(titles.every((title) => title.startsWith('Chat'))).toBe(true);
    SPACE_KEYS.forEach((key, index) => {
      expect(SPACES_TABLE.set.knownTitles(key).has(titles[index] ?? '')).toBe(true);
    });
  }
});
