import { expect, test } from '@jest/globals';
import {
  formatOf,
  markedColumns,
  markOf,
  TEXT_FORMAT,
  type ColumnSet,
} from '../../../src/core/table/column-set';

const SET: ColumnSet<'a' | 'b'> = {
  keys: ['a', 'b'],
  prefix: 'test:',
  formats: { b: '0' },
  titles: () => ({ a: 'A', b: 'B' }),
  knownTitles: () => new Set(),
};

test('a column has a mark, and the text format unless it has its own', () => {
  expect([markOf(SET, 'a'), markOf(SET, 'b')]).toEqual(['test:a', 'test:b']);
  expect([formatOf(SET, 'a'), formatOf(SET, 'b')]).toEqual([TEXT_FORMAT, '0']);
});

test('the columns of each mark of a tab are found from left to right, each once', () => {
  const marks = [
    { tab: 1, column: 9, value: 'test:a' },
    { tab: 1, column: 4, value: 'test:a' },
    { tab: 1, column: 4, value: 'test:a' },
    { tab: 1, column: 5, value: 'test:b' },
    { tab: 2, column: 3, value: 'test:a' },
    { tab: 1, column: null, value: 'tab:x:1' },
  ];
  expect(Object.fromEntries(markedColumns(marks, 1))).toEqual({ 'test:a': [4, 9], 'test:b': [5] });
  expect(markedColumns(marks, 3).size).toBe(0);
});
