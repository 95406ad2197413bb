import { describe, expect, test } from '@jest/globals';
import { hiddenTo, isComplete, stampCell, stampView, type Stamp } from '../../../src/core/roster/stamp';
import { ENGLISH, JAPANESE } from './roster.testing';

const STAMP: Stamp = {
  at: Date.parse('2026-10-01T09:00:00Z'),
  as: 'user',
  failed: null,
  counts: { people: 1_200, groups: 2 },
  listed: { people: 1_200, groups: 2 },
};
const words = (catalogue = ENGLISH) => ({ catalogue, formatTime: () => '10:15' });
const texts = ENGLISH.roster.stamp;

describe('a listing is complete', () => {
  test.each<[string, Partial<Stamp>, boolean]>([
    ['where Google counts as many', {}, true],
    ['where the count is not known', { counts: null }, true],
    ['not where Google counts others', { listed: { people: 1_199, groups: 2 } }, false],
    ['not where groups are missing', { listed: { people: 1_200, groups: 1 } }, false],
    ['as the app, which sees no groups', { as: 'app', listed: { people: 1_200, groups: 0 } }, true],
    ['not where it has failed, whatever the count', { failed: 'serverError' }, false],
  ])('%s', (_, change, expected) => {
    expect(isComplete({ ...STAMP, ...change })).toBe(expected);
    expect(stampView({ ...STAMP, ...change }, words()).complete).toBe(expected);
  });
});

test('each identity says whom it cannot see', () => {
  expect(hiddenTo('user')).toEqual([]);
  expect(hiddenTo('app')).toEqual(['groups', 'apps', 'invited']);
  expect(hiddenTo('admin')).toEqual(['apps', 'invited']);
  const { hiddenKinds } = ENGLISH.roster;
  expect(stampView({ ...STAMP, as: 'admin' }, words()).text).toContain(
    texts.hidden([hiddenKinds.apps, hiddenKinds.invited]),
  );
});

test('a stamp says the outcome, when, and as whom; in a cell without saying “you”', () => {
  expect(stampView(STAMP, words())).toEqual({
    listedAt: '2026-10-01T09:00:00.000Z',
    as: 'user',
    complete: true,
    googleCounts: STAMP.counts,
    hidden: [],
    text: `${texts.complete({ people: 1_200, groups: 2 })} ${texts.when('10:15', texts.as.user)}`,
  });
  expect(stampCell(STAMP, words())).toContain(texts.when('10:15', texts.asInCell.user));
  expect(stampCell(STAMP, words())).not.toContain(texts.as.user);
});

test('a stamp names what is known of a difference, of a failure, and of the app’s list', () => {
  const text = (change: Partial<Stamp>) => stampCell({ ...STAMP, ...change }, words());
  expect(text({ counts: null })).toContain(texts.uncounted);
  expect(text({ listed: { people: 3, groups: 1 } })).toContain(
    texts.differs({ people: 1_200, groups: 2, listed: 4 }),
  );
  expect(text({ as: 'app' })).toContain(texts.completePeople(1_200));
  expect(text({ failed: 'serverError' })).toMatch(/^Not complete\. \S/);
});

test('Japanese sentences stand without blanks between them', () => {
  const text = stampCell({ ...STAMP, as: 'app' }, words(JAPANESE));
  expect(text).toContain(JAPANESE.roster.stamp.completePeople(1_200));
  expect(text).not.toMatch(/。 /);
});
