import { describe, expect, test } from '@jest/globals';
import { cellText, type Cell } from '../../../src/core/table/cell';
import { recognise } from '../../../src/core/chat/reference';
import { readQuestion, readSelection, type SelectedRange } from '../../../src/core/table/selection';

const ASKER = { me: 'me@example.com' };
const range = (row: number, column: number, cells: readonly (readonly Cell[])[]): SelectedRange => ({
  row,
  column,
  cells,
});

function select(
  ranges: readonly SelectedRange[],
  given: { hidden?: readonly number[]; ours?: readonly number[]; filledAbove?: boolean } = {},
) {
  return readSelection(ranges, {
    hiddenRows: () => new Set(given.hidden ?? []),
    ours: new Set(given.ours ?? []),
    isFilledAbove: () => given.filledAbove ?? false,
    range: 'A1:B9',
  });
}

function value(...args: Parameters<typeof select>) {
  const selection = select(...args);
  if (!selection.ok) throw new Error(selection.problem.code);
  return selection.value;
}

const code = (...args: Parameters<typeof select>) => {
  const selection = select(...args);
  return selection.ok ? 'ok' : selection.problem.code;
};

const SPACE = 'spaces/AAAAxyz1234';
const ASK = [SPACE, 'ada@example.com'];

describe('a selection', () => {
  test('of one column holds whole memberships', () => {
    const read = value([range(2, 3, [[`${SPACE}/members/1000001`], [`${SPACE}/members/ada@example.com`]])]);
    expect(read.columns).toEqual({ space: null, member: 3 });
    expect(read.rows.map((one) => one.row)).toEqual([2, 3]);
    expect([read.needsSpace, read.headerRow]).toEqual([false, null]);
  });

  test('of people alone needs a space', () => {
    expect(value([range(2, 1, [['ada@example.com'], ['bo@example.com']])]).needsSpace).toBe(true);
  });

  test.each([
    ['space first', [SPACE, 'ada@example.com'], { space: 4, member: 5 }],
    ['member first', ['ada@example.com', SPACE], { space: 5, member: 4 }],
  ])('of two columns tells them by content: %s', (_, row, columns) => {
    expect(value([range(2, 4, [row, row])]).columns).toEqual(columns);
  });

  test('recognises a header row, and does not take a first question for one', () => {
    const rows = [
      [SPACE, 'ada@example.com'],
      [SPACE, 'bo@example.com'],
    ];
    const withHeader = value([range(1, 1, [['Space', 'Member'], ...rows])]);
    expect([withHeader.headerRow, withHeader.rows.length]).toEqual([1, 2]);
    const without = value([range(1, 1, rows)]);
    expect([without.headerRow, without.rows.length]).toEqual([null, 2]);
  });

  test.each<[string, number, Cell[][], number | null, number[]]>([
    ['a heading apart from the titles', 1, [['Team list', ''], ['', ''], ['Where', 'Who'], ASK], 3, [4]],
    ['a heading above the titles', 1, [['Team list', ''], ['Where', 'Who'], ASK], 2, [3]],
    ['a mistyped first question', 1, [['Where', 'Who'], ['Product team', 'Ada L'], ASK], 1, [2, 3]],
    ['words of ours that may be titles', 1, [['Project', 'Me'], ASK], 1, [2]],
    ['an error of a formula', 1, [['#N/A', 'Ada L'], ASK], null, [1, 2]],
    ['our titles in the middle', 1, [ASK, ['Space', 'Member'], ASK], null, [1, 3]],
    [
      'our titles in another language',
      1,
      [
        ['スペース', 'メンバー'],
        ['nowhere at all', 'Ada L'],
      ],
      1,
      [2],
    ],
    [
      'our titles below a heading',
      1,
      [
        ['Who is where', ''],
        ['Space', 'Member'],
        ['x y', 'z'],
      ],
      2,
      [3],
    ],
  ])('tells titles from questions: %s', (_, top, cells, headerRow, rows) => {
    const read = value([range(top, 1, cells)]);
    expect([read.headerRow, read.rows.map(({ row }) => row)]).toEqual([headerRow, rows]);
  });

  test('below a filled row begins with a question, however it is typed', () => {
    const cells = [['Product team', 'Ada L'], ASK];
    expect(value([range(3, 1, cells)], { filledAbove: true }).rows.map(({ row }) => row)).toEqual([3, 4]);
    expect(value([range(3, 1, cells)]).headerRow).toBe(3);
  });

  test('of nothing but our titles holds nothing to ask', () => {
    expect(code([range(1, 1, [['Space', 'Member']])])).toBe('nothingToAsk');
  });

  test('takes no checkbox, date or telephone number for a question', () => {
    const read = value([
      range(2, 1, [
        [false, 'ada@example.com'],
        [true, ''],
        [false, 'bo@example.com'],
      ]),
    ]);
    expect([read.columns, read.rows.length]).toEqual([{ space: null, member: 2 }, 2]);
    for (const cell of [true, new Date(0), '2026-01-05', '090-1234-5678', 1.5])
      expect(recognise(cellText(cell))).toBe('none');
  });

  test('leaves out blank rows and rows hidden by a filter, and counts the hidden ones', () => {
    const people = [['ada@example.com'], [''], ['  '], ['bo@example.com'], ['cy@example.com']];
    const read = value([range(2, 1, people)], { hidden: [5] });
    expect(read.rows.map((one) => one.row)).toEqual([2, 6]);
    expect(read.hiddenRows).toBe(1);
  });

  test('may be several ranges of the same columns, or two columns picked one by one', () => {
    const rows = value([range(2, 1, [[SPACE, 'ada@example.com']]), range(9, 1, [[SPACE, 'bo@example.com']])]);
    expect(rows.rows.map((one) => one.row)).toEqual([2, 9]);
    const columns = value([
      range(2, 1, [[SPACE], [SPACE]]),
      range(2, 6, [['ada@example.com'], ['bo@example.com']]),
    ]);
    expect(columns.columns).toEqual({ space: 1, member: 6 });
  });

  test('of a whole table leaves our own columns and empty columns out', () => {
    const read = value([range(2, 1, [[SPACE, '', 'ada@example.com', 'Member', new Date(0)]])], {
      ours: [4, 5],
    });
    expect(read.columns).toEqual({ space: 1, member: 3 });
  });

  test('over two tables, of too many columns, of dates or of nothing is refused with its reason', () => {
    expect(code([range(2, 1, [['ada@example.com']]), range(5, 7, [['bo@example.com']])])).toBe('twoTables');
    expect(code([range(2, 1, [['a', 'b', 'c']])])).toBe('noMembersFound');
    expect(code([range(2, 1, [[new Date(0)], [new Date(1)]])])).toBe('datesColumn');
    expect(code([range(1, 1, [['Day'], [new Date(0)], [new Date(1)]])])).toBe('datesColumn');
    expect(code([range(2, 1, [[''], ['']])])).toBe('nothingToAsk');
    expect(code([])).toBe('nothingSelected');
    expect(code([range(2, 1, [['ada@example.com']])], { hidden: [2] })).toBe('nothingToAsk');
  });
});

describe('the question of a row', () => {
  test('takes the chosen space, except where the cell holds a whole membership', () => {
    const chosen = (member: Cell) => readQuestion({ space: '', member }, SPACE, ASKER);
    expect(chosen('ada@example.com')).toEqual({
      ok: true,
      value: { space: 'AAAAxyz1234', member: 'ada@example.com' },
    });
    expect(chosen('spaces/AAAAother12/members/77')).toEqual({
      ok: true,
      value: { space: 'AAAAother12', member: '77' },
    });
  });

  test('never lets a space among the people take the place of the chosen one', () => {
    for (const member of ['spaces/AAAAother12', 'https://chat.google.com/room/AAAAother12']) {
      expect(readQuestion({ space: '', member }, SPACE, ASKER)).toMatchObject({
        ok: false,
        problem: { code: 'spaceInsteadOfMember', params: { value: member } },
      });
    }
    expect(readQuestion({ space: '', member: 'AAAAother12' }, SPACE, ASKER)).toEqual({
      ok: true,
      value: { space: 'AAAAxyz1234', member: 'AAAAother12' },
    });
    expect(
      readQuestion({ space: '', member: 'see spaces/AAAAother12/members/77' }, SPACE, ASKER),
    ).toMatchObject({
      problem: { code: 'contradiction' },
    });
    expect(readQuestion({ space: '', member: 'ada@example.com' }, 'me', ASKER)).toMatchObject({
      problem: { code: 'memberInsteadOfSpace' },
    });
  });

  test('never takes an id that a sheet turned into a number for another id', () => {
    expect(cellText(115012345678901200000)).toBe('1.150123456789012e+20');
    expect(readQuestion({ space: SPACE, member: 115012345678901200000 }, '', ASKER)).toMatchObject({
      ok: false,
      problem: { code: 'digitsLost' },
    });
    expect(cellText(999_999_999_999_999)).toBe('999999999999999');
    for (const rounded of [1e15, 1_234_567_890_123_450, -1e15]) {
      expect(cellText(rounded)).toMatch(/e\+15$/);
      expect(readQuestion({ space: SPACE, member: rounded }, '', ASKER).ok).toBe(false);
    }
    expect(readQuestion({ space: 1e15, member: 'ada@example.com' }, '', ASKER)).toMatchObject({
      problem: { code: 'digitsLost' },
    });
    expect(readQuestion({ space: SPACE, member: 1.5 }, '', ASKER)).toMatchObject({
      problem: { code: 'memberUnreadable' },
    });
    expect(readQuestion({ space: SPACE, member: '1,06782E+20' }, '', ASKER)).toMatchObject({
      problem: { code: 'digitsLost' },
    });
  });
});
