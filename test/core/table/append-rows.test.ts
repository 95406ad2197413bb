import { describe, expect, test } from '@jest/globals';
import { appendRows } from '../../../src/core/table/append-rows';
import type { ColumnSet, TableView } from '../../../src/core/table/column-set';
import type { GuardedTable } from '../../../src/core/table/guarded-write';
import { findManaged } from '../../../src/core/table/managed-columns';
import { MemoryWorkbook, type MemoryTable } from '../memory.testing';

type Key = 'name' | 'key';

const SET: ColumnSet<Key> = {
  keys: ['name', 'key'],
  prefix: 'test:',
  formats: {},
  titles: () => ({ name: 'Name', key: 'Key' }),
  knownTitles: () => new Set(),
};

/** A table of ours with a column of the user's on each side and one in the middle. */
function open(rows: number) {
  const workbook = new MemoryWorkbook();
  const table = workbook.add('List', [
    ['Mine', 'Name', 'Remark', 'Key', 'Sum'],
    ...Array.from({ length: rows }, (_, n) => [`mine ${n}`, `name ${n}`, `remark ${n}`, `key-${n}`, n]),
  ]);
  table.addMark(2, 'test:name');
  table.addMark(4, 'test:key');
  const find = (): TableView<Key> => {
    const managed = findManaged(table, table.id, workbook.marks(), SET);
    return { managed, identity: [managed.get('key') ?? 0] };
  };
  const guarded: GuardedTable<Key> = { cells: table, find };
  return { workbook, table, guarded, find };
}

const NEW = [0, 1, 2].map((n) => ({
  name: { text: `new ${n}`, link: `https://example.com/${n}` },
  key: `new-${n}`,
}));

/** What stands in each row with a key, in whatever columns: every cell that is filled. */
function byKey(table: MemoryTable): Readonly<Record<string, readonly unknown[]>> {
  const found: Record<string, readonly unknown[]> = {};
  for (const row of table.grid()) {
    const key = row.find((cell) => /^(?:key|new)-\d+$/.test(String(cell)));
    if (key === undefined) continue;
    expect(found).not.toHaveProperty(String(key));
    found[String(key)] = row.filter((cell) => cell !== '' && cell !== key);
  }
  return found;
}

function expected(rows: number) {
  return {
    ...Object.fromEntries(
      Array.from({ length: rows }, (_, n) => [`key-${n}`, [`mine ${n}`, `name ${n}`, `remark ${n}`, n]]),
    ),
    ...Object.fromEntries(NEW.map(({ name, key }) => [key, [name.text]])),
  };
}

describe('appended rows', () => {
  test.each([0, 1, 30])('stand below everything, with their links: %s rows before', (rows) => {
    const { table, guarded, find } = open(rows);
    const { written } = appendRows(table, guarded, { view: find(), key: 'key', rows: NEW });
    expect([...written.keys()]).toEqual([rows + 2, rows + 3, rows + 4]);
    expect(byKey(table)).toEqual(expected(rows));
    expect(table.links({ row: rows + 2, column: 2, rows: 3, columns: 1 })).toEqual(
      NEW.map(({ name }) => [name.link]),
    );
  });

  const edits: readonly (readonly [string, (table: MemoryTable) => void])[] = [
    [
      'a row is inserted at the top',
      (table) => {
        table.insertRows(2, 1);
      },
    ],
    [
      'three rows are inserted in the middle',
      (table) => {
        table.insertRows(9, 3);
      },
    ],
    [
      'two rows are inserted near the end',
      (table) => {
        table.insertRows(11, 2);
      },
    ],
    [
      'a row is inserted before the last one',
      (table) => {
        table.insertRows(13, 1);
      },
    ],
    [
      'five rows are inserted at the top',
      (table) => {
        table.insertRows(2, 5);
      },
    ],
    [
      'rows are sorted',
      (table) => {
        table.sort((_, index) => -index);
      },
    ],
    [
      'a user column is inserted first',
      (table) => {
        table.insertColumns(1, 1);
      },
    ],
    [
      'a user column is inserted between ours',
      (table) => {
        table.insertColumns(3, 1);
      },
    ],
    [
      'a user column is deleted',
      (table) => {
        table.deleteColumns(3, 1);
      },
    ],
  ];

  test.each(edits)('and nothing is lost when before any call %s', (what, edit) => {
    const rows = 12;
    const calls = (() => {
      const list = open(rows);
      const view = list.find();
      const from = list.workbook.calls.length;
      appendRows(list.table, list.guarded, { view, key: 'key', rows: NEW });
      return [from, list.workbook.calls.length] as const;
    })();
    expect(calls[1] - calls[0]).toBeGreaterThan(5);
    for (let at = calls[0] + 1; at <= calls[1]; at++) {
      const list = open(rows);
      const view = list.find();
      list.workbook.before = (_, index) => {
        if (index === at) edit(list.table);
      };
      appendRows(list.table, list.guarded, { view, key: 'key', rows: NEW });
      list.workbook.before = () => undefined;
      const wanted = expected(rows);
      const found = byKey(list.table);
      const withoutRemarks = what === 'a user column is deleted';
      expect({ at, found }).toEqual({
        at,
        found: withoutRemarks
          ? Object.fromEntries(
              Object.entries(wanted).map(([key, cells]) => [
                key,
                cells.filter((cell) => !String(cell).startsWith('remark')),
              ]),
            )
          : wanted,
      });
    }
  });
});
