import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBackup } from '../../../src/core/table/column-backup';
import type { ColumnSet, TableView } from '../../../src/core/table/column-set';
import { writeGuarded, type GuardedTable } from '../../../src/core/table/guarded-write';
import { findManaged } from '../../../src/core/table/managed-columns';
import { readRows } from '../../../src/core/table/row-range';
import { MemoryWorkbook, type MemoryTable } from '../memory.testing';

type Key = 'answer' | 'time';

const SET: ColumnSet<Key> = {
  keys: ['answer', 'time'],
  prefix: 'test:',
  formats: {},
  titles: () => ({ answer: 'Answer', time: 'Time' }),
  knownTitles: () => new Set(),
};

/** A list of questions with a column of the user's between them and ours, and one to the right. */
function open(rows = 6) {
  const workbook = new MemoryWorkbook();
  const table = workbook.add('List', [
    ['Question', 'Sum', 'Answer', 'Time', 'Remark'],
    ...Array.from({ length: rows }, (_, n) => [`q${n}`, n * 10, `old ${n}`, 0, `remark ${n}`]),
  ]);
  for (let row = 2; row <= rows + 1; row++) table.type(row, 2, (row - 2) * 10, `=A${row}*10`);
  table.addMark(3, 'test:answer');
  table.addMark(4, 'test:time');
  table.addMark(1, 'test:question');
  const find = (): TableView<Key> => {
    const marks = workbook.marks();
    const question = marks.find(({ value }) => value === 'test:question')?.column ?? 1;
    return { managed: findManaged(table, table.id, marks, SET), identity: [question] };
  };
  const guarded: GuardedTable<Key> = { cells: table, find };
  return { workbook, table, guarded, view: find() };
}

/** What stands beside each question, wherever it went: the user's cells and ours. */
function byQuestion(table: MemoryTable, workbook: MemoryWorkbook) {
  const at = (value: string) => workbook.marks().find((mark) => mark.value === value)?.column ?? 0;
  const [question, answer, time] = ['test:question', 'test:answer', 'test:time'].map(at) as [
    number,
    number,
    number,
  ];
  const found = new Map<string, unknown>();
  table.rows.forEach((_, index) => {
    const text = String(table.cell(index + 1, question).value);
    if (!/^q\d+$/.test(text)) return;
    const users = table.columns.flatMap((_, column) => {
      const cell = table.cell(index + 1, column + 1);
      return [question, answer, time].includes(column + 1) || cell.value === ''
        ? []
        : [cell.formula || cell.value];
    });
    const answerCell = table.cell(index + 1, answer).value;
    found.set(text, { users, answer: answerCell });
  });
  return Object.fromEntries([...found].sort()) as Readonly<
    Record<string, { users: unknown; answer: unknown }>
  >;
}

function write({ table, guarded, view }: ReturnType<typeof open>, rows: readonly number[]) {
  const backup = readBackup(table, [2, 5], [2, 7], 5);
  const before = readRows(table, [1, 2, 3, 4, 5], [2, 7]);
  return writeGuarded(guarded, {
    view,
    updates: new Map(rows.map((row) => [row, { answer: `new ${String(before.cell(row, 1))}`, time: 1 }])),
    before,
    witness: 'answer',
    stray: { answer: '', time: '' },
    backup,
  });
}

function expected(rows: readonly number[]) {
  return Object.fromEntries(
    Array.from({ length: 6 }, (_, n) => [
      `q${n}`,
      {
        users: [`=A${n + 2}*10`, `remark ${n}`],
        answer: rows.includes(n + 2) ? `new q${n}` : `old ${n}`,
      },
    ]),
  );
}

describe('a guarded write', () => {
  test('writes what it is given, and leaves every other cell alone', () => {
    const list = open();
    const report = write(list, [2, 3, 6]);
    expect(byQuestion(list.table, list.workbook)).toEqual(expected([2, 3, 6]));
    expect(report).toMatchObject({ undisturbed: true, lost: [] });
  });

  test('takes answers away from blank rows that were sorted out of reach before they were put right', () => {
    const list = open();
    const { table, workbook } = list;
    const edits = [
      () => {
        table.insertRows(3, 2);
      },
      () => {
        table.sort((_, index) => (index === 1 ? -1 : index));
      },
    ];
    workbook.before = (call) => {
      if (call === 'table.flush') edits.shift()?.();
    };
    write(list, [3, 4]);
    expect(edits).toEqual([]);
    const blank = table.rows.flatMap((_, index) => {
      const isBlank = table.cell(index + 1, 1).value === '';
      return isBlank ? [table.cell(index + 1, 3).value] : [];
    });
    expect(blank.filter((answer) => answer !== '')).toEqual([]);
    expect(byQuestion(table, workbook)).toMatchObject({ q0: { answer: 'old 0' } });
  });

  const disturbances: readonly (readonly [string, (table: MemoryTable) => void])[] = [
    [
      'rows are sorted',
      (table) => {
        table.sort((_, index) => -index);
      },
    ],
    [
      'a row is inserted above',
      (table) => {
        table.insertRows(2, 1);
      },
    ],
    [
      'rows are inserted in the middle',
      (table) => {
        table.insertRows(4, 2);
      },
    ],
    [
      'a row is deleted above',
      (table) => {
        table.removeRows(1, 1);
      },
    ],
    [
      'a column is inserted before all',
      (table) => {
        table.insertColumns(1, 1);
      },
    ],
    [
      'a column is inserted before the user’s formulas',
      (table) => {
        table.insertColumns(2, 1);
      },
    ],
    [
      'a column is inserted right before ours',
      (table) => {
        table.insertColumns(3, 1);
      },
    ],
    [
      'a column is inserted between ours',
      (table) => {
        table.insertColumns(4, 1);
      },
    ],
    [
      'a column is inserted behind ours',
      (table) => {
        table.insertColumns(5, 1);
      },
    ],
  ];

  describe.each(disturbances)('during which %s', (_, disturb) => {
    test.each(['table.write', 'table.flush', 'workbook.marks'])(
      'right before %s ends as if nobody had',
      (call) => {
        for (const rows of [[2, 3, 4, 5, 6, 7], [3, 5], [7]]) {
          const list = open();
          let isDone = false;
          list.workbook.before = (name) => {
            if (name !== call || isDone) return;
            isDone = true;
            disturb(list.table);
          };
          const report = write(list, rows);
          list.workbook.before = () => undefined;
          expect(isDone).toBe(true);
          const found = byQuestion(list.table, list.workbook);
          // A row that moved out of the written ones keeps what it held: it waits for the next write.
          const wanted = expected(rows);
          for (const [key, cells] of Object.entries(wanted)) {
            const old = `old ${key.slice(1)}`;
            if (found[key]?.answer === old) wanted[key] = { ...cells, answer: old };
          }
          expect({ rows, lost: report.lost, found }).toEqual({ rows, lost: [], found: wanted });
        }
      },
    );
  });

  test('names what it overwrote and does not know', () => {
    const list = open();
    list.workbook.before = (name) => {
      if (name !== 'table.flush') return;
      list.workbook.before = () => undefined;
      list.table.insertColumns(1, 4);
    };
    const { lost } = write(list, [2, 3]);
    expect(lost.length).toBeGreaterThan(0);
  });

  test.each([2, 3])(
    'puts no cell back beside another row, but names it, after rows were sorted and column %i inserted',
    (column) => {
      const list = open();
      const { table, workbook } = list;
      workbook.before = (name) => {
        if (name !== 'table.flush') return;
        workbook.before = () => undefined;
        table.sort((_, index) => -index);
        table.insertColumns(column, 1);
      };
      const { lost } = write(list, [2, 3, 4, 5, 6, 7]);
      const strangers = Object.entries(byQuestion(table, workbook)).flatMap(([question, { users }]) =>
        (users as unknown[]).filter(
          (cell) => /^remark \d$/.test(String(cell)) && cell !== `remark ${question.slice(1)}`,
        ),
      );
      expect(strangers).toEqual([]);
      expect(lost.length).toBeGreaterThan(0);
    },
  );

  test('asks again about a row that nobody knows, after an answer of another landed on it', () => {
    const list = open();
    const { table, workbook, guarded, view } = list;
    const before = readRows(table, [1, 3, 4], [2, 3]);
    workbook.before = (name) => {
      if (name !== 'table.flush') return;
      workbook.before = () => undefined;
      table.sort((_, index) => -index);
    };
    writeGuarded(guarded, {
      view,
      updates: new Map([
        [2, { answer: 'new q0', time: 1 }],
        [3, { answer: 'new q1', time: 1 }],
      ]),
      before,
      witness: 'answer',
      stray: { answer: 'ask again', time: '' },
    });
    const answers = byQuestion(table, workbook);
    expect([answers.q5, answers.q4]).toMatchObject([{ answer: 'ask again' }, { answer: 'ask again' }]);
    expect([answers.q0, answers.q1]).toMatchObject([{ answer: 'old 0' }, { answer: 'old 1' }]);
  });

  test('stops where the sheet never comes to rest', () => {
    const list = open();
    list.workbook.before = (name) => {
      if (name === 'table.flush') list.table.sort((_, index) => -index);
    };
    expect(() => write(list, [2, 3])).toThrow('sheetChanged');
  });

  test('never puts an answer beside another question, whatever is moved once and when', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 2, max: 7 }), { minLength: 1 }),
        fc.array(
          // The first three calls read: what happens before them is what is read.
          fc.tuple(fc.integer({ min: 4, max: 14 }), fc.integer({ min: 1, max: 9 }), fc.nat(3)),
          { maxLength: 1 },
        ),
        (rows, edits) => {
          const list = open();
          const start = list.workbook.calls.length;
          list.workbook.before = (_, index) => {
            for (const [at, place, kind] of edits) {
              if (index - start !== at) continue;
              if (kind === 0) list.table.insertRows(place, 1);
              else if (kind === 1) list.table.sort((cells) => (String(cells[0]).charCodeAt(1) * place) % 7);
              else if (kind === 2) list.table.insertColumns((place % 5) + 1, 1);
            }
          };
          try {
            write(
              list,
              [...rows].sort((a, b) => a - b),
            );
          } catch (error) {
            expect(String(error)).toMatch(/sheetChanged/);
            return;
          }
          list.workbook.before = () => undefined;
          for (const [question, cells] of Object.entries(byQuestion(list.table, list.workbook))) {
            const { answer } = cells as { answer: string };
            expect(['', `old ${question.slice(1)}`, `new ${question}`]).toContain(answer);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
