import { describe, expect, test } from '@jest/globals';
import type { ColumnSet } from '../../../src/core/table/column-set';
import { addMissing, findManaged, formatAdded } from '../../../src/core/table/managed-columns';
import { MemoryWorkbook } from '../memory.testing';

type Key = 'answer' | 'time' | 'note';

const SET: ColumnSet<Key> = {
  keys: ['answer', 'time', 'note'],
  prefix: 'test:',
  formats: { time: 'yyyy' },
  titles: () => ({ answer: 'Answer', time: 'Time', note: 'Note' }),
  knownTitles: (key) => new Set([{ answer: 'Answer', time: 'Time', note: 'Note' }[key], `old ${key}`]),
};

function open(titles: readonly string[] = ['Question', 'Answer', 'Answer (2)']) {
  const workbook = new MemoryWorkbook();
  const table = workbook.add('List', [titles, ['q', 'a', 'a']]);
  const find = () => Object.fromEntries(findManaged(table, table.id, workbook.marks(), SET));
  return { workbook, table, find };
}

describe('finding', () => {
  test('goes by marks alone: titles may be changed', () => {
    const { table, find } = open();
    table.addMark(2, 'test:answer');
    table.addMark(3, 'test:note');
    table.addMark(1, 'other:time');
    expect(find()).toEqual({ answer: 2, note: 3 });
  });

  test('of two columns with one mark takes the one with our title', () => {
    const { table, find } = open();
    table.addMark(2, 'test:answer');
    table.addMark(3, 'test:answer');
    expect(find()).toEqual({ answer: 2 });
    table.type(1, 2, 'something');
    table.type(1, 3, ' old answer ');
    expect(find()).toEqual({ answer: 3 });
  });

  test.each([
    ['neither', ['Question', 'x', 'y']],
    ['each', ['Question', 'Answer', 'Answer']],
  ])('is refused where %s of them has it', (_, titles) => {
    const { table, find } = open(titles);
    table.addMark(2, 'test:answer');
    table.addMark(3, 'test:answer');
    expect(find).toThrow('columnTwice');
  });

  test('looks for the title within the first 50 rows, and in an empty tab too', () => {
    const { table, find } = open(['Question', 'x', 'y']);
    table.addMark(2, 'test:answer');
    table.addMark(3, 'test:answer');
    table.type(51, 2, 'Answer');
    expect(find).toThrow('columnTwice');
    table.type(50, 3, 'Answer');
    expect(find()).toEqual({ answer: 3 });
    for (const row of table.rows) row.splice(0);
    expect(find).toThrow('columnTwice');
  });

  test('gives a column with two marks to the first key only', () => {
    const { table, find } = open();
    table.addMark(2, 'test:answer');
    table.addMark(2, 'test:time');
    expect(find()).toEqual({ answer: 2 });
  });
});

describe('adding', () => {
  test('marks what is missing, side by side behind the given column, and makes room', () => {
    const { table, find } = open();
    table.addMark(2, 'test:answer');
    table.columns.length = 5;
    const all = addMissing(table, SET, new Map([['answer', 2]]), 5);
    expect(Object.fromEntries(all)).toEqual({ answer: 2, time: 6, note: 7 });
    expect(find()).toEqual({ answer: 2, time: 6, note: 7 });
    expect(table.columns).toHaveLength(7);
  });

  test('does nothing where all are there', () => {
    const { workbook, table } = open();
    const all = new Map<Key, number>([
      ['answer', 2],
      ['time', 3],
      ['note', 4],
    ]);
    expect(addMissing(table, SET, all, 9)).toBe(all);
    expect(workbook.calls).toEqual([]);
  });
});

describe('formatting', () => {
  const added = new Map<Key, number>([
    ['note', 7],
    ['answer', 5],
    ['time', 6],
  ]);

  test('makes one call for all texts side by side, then one for each other format, and flushes', () => {
    const { workbook, table } = open();
    formatAdded(table, SET, added, [[2, 3]]);
    expect(workbook.calls).toEqual(['table.formatColumns', 'table.formatColumns', 'table.flush']);
    expect([5, 6, 7].map((column) => table.formats.get(table.columns[column - 1] ?? {}))).toEqual([
      '@',
      'yyyy',
      '@',
    ]);
  });

  test('formats only the rows where whole columns are refused', () => {
    const { table } = open();
    const calls: unknown[] = [];
    table.formatColumns = (first, count, pattern, rows) => {
      calls.push([first, count, pattern, rows]);
      if (rows === null) throw new Error('You are trying to edit a protected cell or object.');
    };
    formatAdded(table, SET, added, [
      [2, 3],
      [6, 6],
    ]);
    expect(calls).toEqual([
      [5, 3, '@', null],
      [5, 3, '@', [2, 3]],
      [6, 1, 'yyyy', [2, 3]],
      [5, 3, '@', [6, 6]],
      [6, 1, 'yyyy', [6, 6]],
    ]);
  });

  test('goes without formats where the rows are refused too', () => {
    const { table } = open();
    let flushes = 0;
    table.flush = () => {
      flushes += 1;
      throw new Error('protected');
    };
    formatAdded(table, SET, added, [[2, 3]]);
    expect(flushes).toBe(2);
  });
});
