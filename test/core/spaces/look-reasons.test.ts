import { describe, expect, test } from '@jest/globals';
import { lookReasons, reasonText, type SpaceFacts } from '../../../src/core/spaces/look-reasons';
import { ENGLISH } from '../roster/roster.testing';

const NOW = Date.parse('2026-10-01T09:00:00Z');
const DAY = 24 * 60 * 60_000;
const FACTS: SpaceFacts = { type: 'space', lastActive: NOW, outsidersAllowed: false };
const FINE = { people: 30, owners: 2, outside: 0 };
const reasons = (numbers: Partial<typeof FINE> | null, facts: Partial<SpaceFacts> = {}) =>
  lookReasons({ ...FACTS, ...facts }, numbers === null ? null : { ...FINE, ...numbers }, NOW).map(
    ({ is }) => is,
  );

describe('a space is worth a look', () => {
  test.each<[string, ReturnType<typeof reasons>, readonly string[]]>([
    ['not where all is well', reasons({}), []],
    ['where nobody owns it', reasons({ owners: 0 }), ['noOwner']],
    ['not for its owners where nobody is in it', reasons({ owners: 0, people: 0 }), []],
    ['where one owner has 20 people', reasons({ owners: 1, people: 20 }), ['oneOwner']],
    ['not where one owner has 19', reasons({ owners: 1, people: 19 }), []],
    ['where more than half are outside', reasons({ outside: 16 }), ['mostlyOutside']],
    ['not where half are outside', reasons({ outside: 15 }), []],
    ['for several reasons at once', reasons({ owners: 0, outside: 30 }), ['noOwner', 'mostlyOutside']],
    ['not by numbers where it was never listed', reasons(null), []],
    ['not by roles where everybody has the same', reasons({ owners: 0 }, { type: 'groupChat' }), []],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  test('where outsiders are allowed and nothing was said for more than 180 days', () => {
    const quiet = (days: number, outsidersAllowed: boolean | null) =>
      reasons(null, { lastActive: NOW - days * DAY, outsidersAllowed });
    expect([quiet(181, true), quiet(180, true)]).toEqual([['quiet'], []]);
    expect([quiet(181, false), quiet(181, null)]).toEqual([[], []]);
    expect(reasons(null, { lastActive: null, outsidersAllowed: true })).toEqual([]);
  });
});

test('each reason has its words', () => {
  const { reasons: texts, monthPattern } = ENGLISH.spaces;
  const formatTime = (milliseconds: number, pattern: string) => `${milliseconds} ${pattern}`;
  const text = (reason: Parameters<typeof reasonText>[0], owner?: string) =>
    reasonText(reason, ENGLISH, formatTime, owner);
  expect(text({ is: 'noOwner' })).toBe(texts.noOwner);
  expect(text({ is: 'oneOwner' })).toBe(texts.oneOwner(''));
  expect(text({ is: 'oneOwner' }, 'Ada\u202e\n')).not.toMatch(/\n/);
  expect(text({ is: 'oneOwner' }, 'Ada')).toContain('Ada');
  expect(text({ is: 'mostlyOutside', outside: 6, people: 9 })).toBe(texts.mostlyOutside(6, 9));
  expect(text({ is: 'quiet', since: 7 })).toBe(texts.quiet(`7 ${monthPattern}`));
});
