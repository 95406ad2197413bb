/** A table of ours whose rows are found by their keys. */
import { expect, test } from '@jest/globals';
import { problemFrom } from '../execution.testing';
import type { ColumnSet } from '../../../src/core/table/column-set';
import { KeyedTable, type KeyedKind } from '../../../src/core/table/keyed-table';
import { makeOwnTable } from '../../../src/core/table/own-table';
import { ENGLISH } from '../roster/roster.testing';
import { MemoryWorkbook, type MemoryTable } from '../memory.testing';

const KEYS = ['key', 'one', 'two', 'three', 'seen', 'digest'] as const;
type Key = (typeof KEYS)[number];

const SET: ColumnSet<Key> = {
  keys: KEYS,
  prefix: 'test:',
  formats: {},
  titles: () => ({ key: 'Key', one: 'One', two: 'Two', three: 'Three', seen: 'Seen', digest: 'Digest' }),
  knownTitles: () => new Set(),
};
const KIND: KeyedKind<Key> = {
  kind: 'test',
  set: SET,
  key: 'key',
  needed: ['digest'],
  kept: ['key', 'seen', 'digest'],
  isKey: (text) => text.startsWith('k'),
  witness: 'digest',
  block: 'seen',
  stray: { one: '', two: '', three: '', digest: '' },
};

const cellsOf = (n: number, version = 1) => ({
  one: `one ${n}`,
  two: `two ${n}`,
  three: `three ${n} v${version}`,
  seen: version,
  digest: `d${n} v${version}`,
});
const keysTo = (count: number) => Array.from({ length: count }, (_, n) => n);

/** A table with so many rows, and a new look at it, as a later execution has one. */
function open(count: number) {
  const workbook = new MemoryWorkbook();
  const ports = { workbook, catalogue: ENGLISH, problemFrom };
  const found = makeOwnTable(ports, KIND, 'Test');
  new KeyedTable(ports, KIND, found).upsert(new Map(keysTo(count).map((n) => [`k${n}`, cellsOf(n)])));
  const table = workbook.tables[0]!;
  return { workbook, table, again: () => new KeyedTable(ports, KIND, found) };
}

/** The cells of each key, wherever its row is. */
const byKey = (table: MemoryTable): ReadonlyMap<string, readonly unknown[]> =>
  new Map(
    Array.from({ length: table.used().rows - 1 }, (_, index) => [
      String(table.cell(index + 2, 1).value),
      KEYS.slice(1).map((_, column) => table.cell(index + 2, column + 2).value),
    ]),
  );

test('rows are written where they are, wherever they were sorted to, and new ones below them', () => {
  const { table, again } = open(20);
  table.sort((_, index) => -index);
  again().upsert(
    new Map([
      ['k3', cellsOf(3, 2)],
      ['k20', cellsOf(20)],
    ]),
  );
  const rows = byKey(table);
  expect(rows.size).toBe(21);
  expect(rows.get('k3')).toEqual(Object.values(cellsOf(3, 2)));
  expect(rows.get('k4')).toEqual(Object.values(cellsOf(4)));
  expect(table.cell(22, 1).value).toBe('k20');
});

test('cells that are there already are not written', () => {
  const { workbook, again } = open(20);
  const table = again();
  const before = workbook.cellsWritten;
  table.upsert(new Map([['k3', { seen: 1, digest: 'd3 v1' }]]));
  expect(workbook.cellsWritten).toBe(before);
  table.upsert(new Map([['k3', { seen: 2, digest: 'd3 v1' }]]));
  expect(workbook.cellsWritten).toBe(before + 1);
});

const MANY = 20_000;

test('a few rows of a large table are read again without what stands between them', () => {
  const { workbook, table, again } = open(MANY);
  const opened = again();
  const before = workbook.cellsMoved;
  opened.upsert(new Map([5, 9_000, 19_990].map((n) => [`k${n}`, cellsOf(n, 2)])));
  // The column of keys before the write and after it, and little else.
  expect(workbook.cellsMoved - before).toBeLessThan(2 * MANY + 100);
  for (const n of [5, 9_000, 19_990]) expect(byKey(table).get(`k${n}`)).toEqual(Object.values(cellsOf(n, 2)));
});

test('rows of a large table that are sorted in the moment of a write are whole, or say that they are to be written again', () => {
  const { workbook, table, again } = open(MANY);
  const opened = again();
  const written = workbook.cellsWritten;
  workbook.before = (name) => {
    if (!name.endsWith('flush') || workbook.cellsWritten === written) return;
    workbook.before = () => undefined;
    table.sort((_, index) => -index);
  };
  const changed = [5, 9_000, 19_000];
  opened.upsert(new Map(changed.map((n) => [`k${n}`, cellsOf(n, 2)])));
  const rows = byKey(table);
  expect(rows.size).toBe(MANY);
  const wrong = keysTo(MANY).filter((n) => {
    const cells = rows.get(`k${n}`) ?? [];
    const isWhole = cells.join() === Object.values(cellsOf(n, changed.includes(n) ? 2 : 1)).join();
    return !isWhole && cells[cells.length - 1] !== '';
  });
  expect(wrong).toEqual([]);
});
