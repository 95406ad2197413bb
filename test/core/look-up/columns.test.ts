import { describe, expect, test } from '@jest/globals';
import {
  cellsOf,
  COLUMN_KEYS,
  formatOf,
  isMarkOf,
  lettersOf,
  markOf,
  mayAnswer,
  runIdIn,
} from '../../../src/core/look-up/columns';
import { USER } from '../../../src/core/chat/identity';
import { problemOf } from '../../../src/core/chat/problem';
import { catalogueFor } from '../../../src/core/locales/catalogue';

const WORDS = catalogueFor('en');
const CONTEXT = { identity: USER, checkedAt: Date.UTC(2026, 9, 1), catalogue: WORDS };

describe('an answer', () => {
  const membership = 'spaces/AAAA1/members/1000001';
  test.each([
    ['of the same id', '1000001', membership, '', true],
    ['of another id', '1000002', membership, '', false],
    ['of the same address', 'ada@example.com', membership, 'Ada@example.com', true],
    ['of another address', 'bo@example.com', membership, 'ada@example.com', false],
    ['without an address', 'bo@example.com', membership, '', true],
    ['of another space', '1000001', 'spaces/AAAA2/members/1000001', '', false],
    ['of a person, for the app', 'app', membership, 'ada@example.com', false],
    ['of the app', 'app', 'spaces/AAAA1/members/app', '', true],
    ['that found nobody', '1000001', '', '', true],
  ])('%s: may it be the answer to this question?', (_, member, name, email, may) => {
    expect(mayAnswer({ space: 'AAAA1', member }, name, email)).toBe(may);
  });
});

describe('a row of cells', () => {
  test('holds what is known of a member, times as real dates', () => {
    const membership = {
      name: 'spaces/AAAA1/members/1000001',
      state: 'JOINED',
      role: 'ROLE_MANAGER',
      affiliation: 'EXTERNAL',
      createTime: '2026-08-17T16:28:42.882944Z',
      member: {
        name: 'users/1000001',
        type: 'HUMAN',
        displayName: '=HYPERLINK("x")',
        email: 'ada@example.com',
      },
    };
    expect(cellsOf({ kind: 'member', membership }, CONTEXT)).toEqual({
      verdict: 'Member',
      name: '=HYPERLINK("x")',
      email: 'ada@example.com',
      role: 'Owner',
      from: 'Outside',
      since: new Date('2026-08-17T16:28:42.882Z'),
      membership: 'spaces/AAAA1/members/1000001',
      checked: new Date('2026-10-01T00:00:00Z'),
      note: '',
      as: 'User',
    });
  });

  test('of a membership without any optional field has empty cells, never the word undefined', () => {
    const cells = cellsOf({ kind: 'member', membership: {} }, CONTEXT);
    expect([cells.name, cells.email, cells.role, cells.from, cells.since, cells.membership]).toEqual(
      Array(6).fill(''),
    );
  });

  test('says beside a row that could not be checked what happened and what to do', () => {
    const { happened, nextStep } = WORDS.problemText(problemOf('noSpace'));
    const { note, verdict } = cellsOf({ kind: 'unchecked', problem: problemOf('noSpace') }, CONTEXT);
    expect(verdict).toBe("Couldn't check");
    expect(note).toContain(happened);
    expect(note).toContain(nextStep);
  });
});

describe('our columns', () => {
  test('have titles that start with Chat, different from one another, in both languages', () => {
    for (const locale of ['en', 'ja']) {
      const titles = COLUMN_KEYS.map((key) => catalogueFor(locale).columns[key]);
      expect(titles.every((title) => title.startsWith('Chat '))).toBe(true);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });

  test('hold text as text, except the two times', () => {
    expect(COLUMN_KEYS.filter((key) => formatOf(key) !== '@')).toEqual(['since', 'checked']);
  });

  test('have the letters that a sheet gives them', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(lettersOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});

describe('the mark of a waiting row', () => {
  test('is known again in whatever language it was written, and for no other run', () => {
    for (const locale of ['en', 'ja']) {
      const mark = markOf('run-0a1b2c3d', catalogueFor(locale));
      expect([isMarkOf('run-0a1b2c3d', mark), isMarkOf('run-99999999', mark), runIdIn(mark)]).toEqual([
        true,
        false,
        'run-0a1b2c3d',
      ]);
    }
    expect([isMarkOf('run-0a1b2c3d', new Date(0)), runIdIn('Waiting'), runIdIn(7)]).toEqual([
      false,
      null,
      null,
    ]);
  });
});
