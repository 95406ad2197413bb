/** Titles of new columns: written behind the first answers, into a row that is still one of titles. */
import { recognise } from '../chat/reference';
import type { Catalogue } from '../locales/catalogue';
import { cellText } from '../table/cell';
import { readBackup } from '../table/column-backup';
import { writeGuarded, type GuardedTable } from '../table/guarded-write';
import { readRows } from '../table/row-range';
import { LOOK_UP_COLUMNS, type LookUpColumn } from './columns';

/** Rows that are looked through upwards where the titles have moved. */
const FAR = 50;

/**
 * Writes the titles of all columns into the row of titles at or above `row`; into none where there is none, or where that row is
 * protected: answers without titles are better than none. Returns the areas of the user, in A1 notation, that were overwritten by
 * a column that moved in that moment.
 */
export function writeTitles(
  table: GuardedTable<LookUpColumn>,
  catalogue: Catalogue,
  row: number,
): readonly string[] {
  try {
    return writeInto(table, catalogue, row);
  } catch {
    // Nothing of what was refused has been written [assumption: behind-refused-write].
    return [];
  }
}

function writeInto(table: GuardedTable<LookUpColumn>, catalogue: Catalogue, row: number): readonly string[] {
  const usedColumns = table.cells.used().columns;
  const view = table.find();
  const beside = [Math.min(...view.managed.values()) - 1, Math.max(...view.managed.values()) + 1];
  const neighbours = beside.filter(
    (column) => column >= 1 && column <= usedColumns && !view.identity.includes(column),
  );
  const columns = [...view.identity, ...neighbours, ...view.managed.values()];
  const rows = [Math.max(1, row - FAR), row] as const;
  const backup = readBackup(table.cells, neighbours, rows, usedColumns);
  const before = readRows(table.cells, columns, rows);
  const isHeader = (at: number): boolean => {
    const texts = view.identity.map((column) => cellText(before.cell(at, column)).trim());
    return texts.some((text) => text !== '') && texts.every((text) => recognise(text) === 'none');
  };
  const at = [row, ...before.rows].find((candidate) => isHeader(candidate));
  if (at === undefined) return [];
  const titles = LOOK_UP_COLUMNS.titles(catalogue);
  const missing = LOOK_UP_COLUMNS.keys.filter((key) => before.cell(at, view.managed.get(key)) === '');
  const { lost } = writeGuarded(table, {
    view,
    updates: new Map([[at, Object.fromEntries(missing.map((key) => [key, titles[key]]))]]),
    before,
    witness: missing[missing.length - 1] ?? 'question',
    stray: {},
    backup,
  });
  return lost;
}
