import { describe, expect, test } from '@jest/globals';
import { USER } from '../../../src/core/chat/identity';
import { problemOf } from '../../../src/core/chat/problem';
import { catalogueFor, CATALOGUES } from '../../../src/core/locales/catalogue';
import { asTime, cellsOf, LOOK_UP_COLUMNS, mayAnswer } from '../../../src/core/look-up/columns';
import { formatOf } from '../../../src/core/table/column-set';

const CATALOGUE = catalogueFor('en');
const CONTEXT = { identity: USER, checkedAt: Date.UTC(2026, 9, 1), catalogue: CATALOGUE };
const KEY = 'q00000000000';

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
    expect(cellsOf({ kind: 'member', membership }, KEY, CONTEXT)).toEqual({
      verdict: CATALOGUE.verdictText({ kind: 'member', membership }),
      name: '=HYPERLINK("x")',
      email: 'ada@example.com',
      role: CATALOGUE.roleText(membership),
      from: CATALOGUE.originText(membership),
      since: new Date('2026-08-17T16:28:42.882Z'),
      membership: 'spaces/AAAA1/members/1000001',
      checked: new Date('2026-10-01T00:00:00Z'),
      note: '',
      as: CATALOGUE.askedAs.user,
      question: `${KEY}+`,
    });
  });

  test('of a membership without any optional field has empty cells, never the word undefined', () => {
    const cells = cellsOf({ kind: 'member', membership: {} }, KEY, CONTEXT);
    expect([cells.name, cells.email, cells.role, cells.from, cells.since, cells.membership]).toEqual(
      Array(6).fill(''),
    );
  });

  test('says beside a row that could not be checked what happened and what to do, and that it is open', () => {
    const problem = problemOf('noSpace');
    const { happened, nextStep } = CATALOGUE.problemText(problem);
    const { note, verdict, question } = cellsOf({ kind: 'unchecked', problem }, KEY, CONTEXT);
    expect(verdict).toBe(CATALOGUE.verdictText({ kind: 'unchecked', problem }));
    expect(note).toContain(happened);
    expect(note).toContain(nextStep);
    expect(question).toBe(`${KEY}?`);
  });

  test('cuts a text to what a cell can hold, and keeps a time that cannot be read', () => {
    const membership = { member: { displayName: 'x'.repeat(60_000) } };
    expect(String(cellsOf({ kind: 'member', membership }, KEY, CONTEXT).name)).toHaveLength(50_000);
    expect([asTime('soon'), asTime(undefined)]).toEqual(['soon', '']);
  });
});

describe('our columns', () => {
  test('have titles that start with Chat, different from one another, in both languages', () => {
    for (const { columns } of CATALOGUES) {
      const titles = LOOK_UP_COLUMNS.keys.map((key) => columns[key]);
      expect(titles.every((title) => title.startsWith('Chat '))).toBe(true);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });

  test('hold text as text, except the two times', () => {
    const others = LOOK_UP_COLUMNS.keys.filter((key) => formatOf(LOOK_UP_COLUMNS, key) !== '@');
    expect(others).toEqual(['since', 'checked']);
  });
});
