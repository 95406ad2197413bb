import { describe, expect, test } from '@jest/globals';
import type { RowsChoice, SelectionSummary } from '../../../src/core/contract';
import { launchSelected, readChoice, summariseSelection } from '../../../src/core/look-up/selected-rows';
import type { JobPorts } from '../../../src/core/job/kind';
import type { Area } from '../../../src/core/table/area';
import type { Cell } from '../../../src/core/table/cell';
import { openList } from './rows.testing';
import { codeOf } from '../problem.testing';

const SPACE = 'spaces/AAAAspace01';
const START = { space: '', place: 'end' } as const;
const TITLES = ['Space', 'Name', 'E-mail', 'Work', 'Manager'];
const PEOPLE = ['ada', 'bo', 'cy', 'di', 'ed'];

/** A list with a heading row, people in column C, and what their work is. */
function listOf(): Cell[][] {
  return [
    TITLES,
    ...PEOPLE.map((name, index) => [SPACE, name, `${name}@example.com`, index * 10, 'boss@example.com']),
  ];
}

/** Ports of a workbook whose only tab holds these cells, of which these areas are selected. */
function open(cells: readonly (readonly Cell[])[], ...areas: readonly Area[]): JobPorts {
  const list = openList();
  list.workbook.select(list.workbook.add('Project list', cells), ...areas);
  return list.ports();
}

function area(row: number, column: number, rows = 1, columns = 1): Area {
  return { row, column, rows, columns };
}

const summary = (ports: JobPorts, choice?: RowsChoice): SelectionSummary =>
  summariseSelection(ports, '', choice);

/** The columns by their letters, and the rows. */
function understood({ columns, firstRow, lastRow, rows }: SelectionSummary) {
  return [columns.space?.letters ?? null, columns.member?.letters ?? null, firstRow, lastRow, rows];
}

describe('a selection', () => {
  test.each<[string, readonly Area[], readonly unknown[]]>([
    ['whole rows by their numbers', [area(3, 1, 3, 26)], ['A', 'C', 3, 5, 3]],
    ['several rows by their numbers', [area(2, 1, 1, 26), area(5, 1, 2, 26)], ['A', 'C', 2, 6, 3]],
    ['every row, the titles too', [area(1, 1, 1000, 26)], ['A', 'C', 2, 6, 5]],
    ['more columns than a question has', [area(2, 1, 5, 5)], ['A', 'C', 2, 6, 5]],
    ['one cell of a question', [area(4, 4)], ['A', 'C', 4, 4, 1]],
    ['one cell of the titles', [area(1, 1)], ['A', 'C', 2, 6, 5]],
    ['whole columns', [area(1, 1, 1000, 1), area(1, 3, 1000, 1)], ['A', 'C', 2, 6, 5]],
    ['cells of one column', [area(3, 3, 2)], [null, 'C', 3, 4, 2]],
    ['a column that holds no members', [area(3, 2, 2)], ['A', 'C', 3, 4, 2]],
  ])('of %s is taken', (_, areas, expected) => {
    expect(understood(summary(open(listOf(), ...areas)))).toEqual(expected);
  });

  test('of one cell says so, and may be widened to the whole table', () => {
    const ports = open(listOf(), area(4, 4));
    expect(summary(ports).isCell).toBe(true);
    const whole = summary(ports, { columns: null, wholeTable: true });
    expect([whole.isCell, ...understood(whole)]).toEqual([false, 'A', 'C', 2, 6, 5]);
  });

  test('names its columns, and those that could be meant instead', () => {
    const { columns, choices } = summary(open(listOf(), area(2, 1, 5, 26)));
    expect(columns.member).toEqual({ column: 3, letters: 'C', title: 'E-mail', holds: 'members' });
    expect(choices.map(({ letters, holds }) => `${letters} ${holds}`)).toEqual([
      'A spaces',
      'B texts',
      'C members',
      'D numbers',
      'E members',
    ]);
  });

  test('finds the titles far above', () => {
    const many = Array.from({ length: 400 }, () => [SPACE, 'x', 'ada@example.com', 1, 'boss@example.com']);
    const { columns } = summary(open([TITLES, ...many], area(300, 1, 5, 26)));
    expect([columns.space?.title, columns.member?.title]).toEqual(['Space', 'E-mail']);
  });

  test('is read in the columns that the person chose', () => {
    const ports = open(listOf(), area(2, 1, 5, 26));
    const chosen = summary(ports, { columns: { space: null, member: 5 }, wholeTable: false });
    expect([...understood(chosen), chosen.needsSpace]).toEqual([null, 'E', 2, 6, 5, true]);
  });

  test('in which nothing looks like members says so, and starts nothing', () => {
    const cells: Cell[][] = [
      ['Item', 'Cost', 'Day'],
      ['Crates', 40, new Date(0)],
      ['Labels', 12, new Date(1)],
    ];
    const ports = open(cells, area(2, 1, 2, 26));
    const shown = summary(ports);
    expect(shown.columns.member).toBeNull();
    expect(shown.choices.map(({ title }) => title)).toEqual(['Item', 'Cost', 'Day']);
    expect(shown.rows).toBe(2);
    expect(codeOf(() => launchSelected(ports, START, shown))).toBe('noMembersFound');
  });

  test.each<[string, Cell[][], readonly Area[]]>([
    [
      'two columns of single words, which could be bare ids',
      [
        ['Fruit', 'Crates'],
        ['Apples', '3'],
        ['Pears', '12'],
      ],
      [area(1, 1, 3, 2)],
    ],
    [
      'two columns of names',
      [
        ['森', '健'],
        ['田中', '葵'],
      ],
      [area(1, 1, 2, 2)],
    ],
    ['one column of names', [['Name'], ['Ken Mori'], ['Priya']], [area(1, 1, 3)]],
  ])('of %s holds no members', (_, cells, areas) => {
    const ports = open(cells, ...areas);
    const shown = summary(ports);
    expect([shown.columns.member, shown.questions]).toEqual([null, 0]);
    expect(shown.names).toEqual(shown.choices);
    expect(codeOf(() => launchSelected(ports, START, shown))).toBe('noMembersFound');
  });

  test('of words is taken where the person says that these are the columns, or a title says so', () => {
    const words: Cell[][] = [
      ['Where', 'Member'],
      ['orchard', 'ken'],
    ];
    expect(understood(summary(open(words, area(2, 1, 1, 2))))).toEqual(['A', 'B', 2, 2, 1]);
    const bare = open([['orchard', 'ken']], area(1, 1, 1, 2));
    const choice = { columns: { space: 1, member: 2 }, wholeTable: false };
    expect(understood(summary(bare, choice))).toEqual(['A', 'B', 1, 1, 1]);
  });

  test.each<[string, Cell[][], readonly Area[]]>([
    ['an address stands in one of its columns', [['Ken', 'ken@example.com']], [area(1, 1, 1, 2)]],
    ['it has three columns', [['Ken', 'Mori', 'Sales']], [area(1, 1, 1, 3)]],
    ['it has two ranges', [['Ken'], [''], ['Priya']], [area(1, 1), area(3, 1)]],
    ['one of its columns holds numbers', [['Ken', 3]], [area(1, 1, 1, 2)]],
  ])('is no list of names where %s', (_, cells, areas) => {
    expect(summary(open(cells, ...areas)).names).toEqual([]);
  });

  test('says which rows cannot be read before a space is named', () => {
    const cells = [['E-mail'], ['ada@example.com'], ['bo at example'], ['cy@example.com']];
    const shown = summary(open(cells, area(1, 1, 1000)));
    expect([shown.needsSpace, shown.badRowNumbers, shown.people]).toEqual([true, [3], 2]);
  });

  test('beside merged cells that hold no question is taken', () => {
    const list = openList();
    const table = list.workbook.add('Merged', listOf());
    table.merges = [area(2, 4, 2)];
    list.workbook.select(table, area(2, 1, 5, 26));
    expect(understood(summary(list.ports()))).toEqual(['A', 'C', 2, 6, 5]);
  });
});

describe('a start', () => {
  test('keeps to the columns of what the person was shown', () => {
    const ports = open(listOf(), area(2, 1, 5, 26));
    const choice = { columns: { space: 1, member: 5 }, wholeTable: false };
    const launch = launchSelected(ports, START, summary(ports, choice));
    expect(launch.state).toMatchObject({ hasSpaceColumn: true, total: 5 });
    expect(codeOf(() => launchSelected(ports, START, { ...summary(ports), people: 99 }))).toBe(
      'selectionChanged',
    );
  });

  test('of one cell asks its row alone', () => {
    const ports = open(listOf(), area(4, 4));
    expect(launchSelected(ports, START, summary(ports)).state).toMatchObject({ total: 1, rows: [4, 4] });
  });
});

test.each([[{ columns: { space: 2, member: 2 }, wholeTable: false }], ['B'], [{ columns: 3 }]])(
  'a choice that cannot be one is refused: %j',
  (value) => {
    expect(codeOf(() => readChoice(value))).toBe('argumentUnreadable');
  },
);
