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
 * protected: answers without titles are better than none.
 */
export function writeTitles(table: GuardedTable<LookUpColumn>, catalogue: Catalogue, row: number): void {
  try {
    writeInto(table, catalogue, row);
  } catch {
    // Nothing of what was refused has been written [assumption: behind-refused-write].
  }
}

function writeInto(table: GuardedTable<LookUpColumn>, catalogue: Catalogue, row: number): void {
  const view = table.find();
  const beside = Math.min(...view.managed.values()) - 1;
  const neighbours = beside < 1 || view.identity.includes(beside) ? [] : [beside];
  const columns = [...view.identity, ...neighbours, ...view.managed.values()];
  const rows = [Math.max(1, row - FAR), row] as const;
  const backup = readBackup(table.cells, neighbours, rows, 0);
  const before = readRows(table.cells, columns, rows);
  const isHeader = (at: number): boolean => {
    const texts = view.identity.map((column) => cellText(before.cell(at, column)).trim());
    return texts.some((text) => text !== '') && texts.every((text) => recognise(text) === 'none');
  };
  const at = [row, ...before.rows].find((candidate) => isHeader(candidate));
  if (at === undefined) return;
  const titles = LOOK_UP_COLUMNS.titles(catalogue);
  const missing = LOOK_UP_COLUMNS.keys.filter((key) => before.cell(at, view.managed.get(key)) === '');
  writeGuarded(table, {
    view,
    updates: new Map([[at, Object.fromEntries(missing.map((key) => [key, titles[key]]))]]),
    before,
    witness: missing[missing.length - 1] ?? 'question',
    stray: {},
    backup,
  });
}
