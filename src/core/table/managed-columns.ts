/** Finds the managed columns of a tab by their marks, and adds those that are missing. */
import { problemOf, ProblemError } from '../chat/problem';
import type { CellsPort, Mark, TablePort } from '../ports';
import { contiguousRuns, type Rows } from './area';
import { attempt } from './attempt';
import { cellText } from './cell';
import {
  formatOf,
  markedColumns,
  markOf,
  TEXT_FORMAT,
  type ColumnSet,
  type ManagedColumns,
} from './column-set';

/** Rows in which titles are looked for, where a column stands there twice. */
const TITLE_ROWS = 50;

/**
 * Finds the managed columns. Of two with one mark, as copying a column may leave them [not established], the one with our title
 * wins; throws a `ProblemError` where that does not tell.
 */
export function findManaged<K extends string>(
  cells: CellsPort,
  tab: number,
  marks: readonly Mark[],
  set: ColumnSet<K>,
): ManagedColumns<K> {
  const marked = markedColumns(marks, tab);
  const managed = new Map<K, number>();
  const taken = new Set<number>();
  for (const key of set.keys) {
    const columns = marked.get(markOf(set, key)) ?? [];
    const [only] = columns;
    if (only === undefined) continue;
    const column = columns.length === 1 ? only : original(cells, columns, set, key);
    // Two marks on one column: it moved while they were made. The second key gets a column of its own at the next job.
    if (taken.has(column)) continue;
    taken.add(column);
    managed.set(key, column);
  }
  return managed;
}

function original<K extends string>(
  cells: CellsPort,
  columns: readonly number[],
  set: ColumnSet<K>,
  key: K,
): number {
  const titles = set.knownTitles(key);
  const rows = Math.min(TITLE_ROWS, cells.used().rows);
  const titled = columns.filter((column) =>
    cells
      .values({ row: 1, column, rows: Math.max(1, rows), columns: 1 })
      .some(([cell = '']) => titles.has(cellText(cell).trim())),
  );
  const [one, ...more] = titled;
  if (one !== undefined && more.length === 0) return one;
  throw new ProblemError(problemOf('columnTwice', { column: [...titles][0] ?? key }));
}

/** Adds the managed columns that are missing, side by side behind column `after`, with their marks. */
export function addMissing<K extends string>(
  table: TablePort,
  set: ColumnSet<K>,
  managed: ManagedColumns<K>,
  after: number,
): ManagedColumns<K> {
  const missing = set.keys.filter((key) => !managed.has(key));
  if (missing.length === 0) return managed;
  const all = new Map(managed);
  table.grow({ columns: after + missing.length });
  missing.forEach((key, index) => {
    table.addMark(after + 1 + index, markOf(set, key));
    all.set(key, after + 1 + index);
  });
  return all;
}

/**
 * Formats columns that were added, and flushes. Where somebody else's protection keeps whole columns from it, only the rows that
 * are about to be written get the formats; a typed column takes none. Texts that may be taken for something else are read back
 * after they were written, see `text-guard.ts`.
 */
export function formatAdded<K extends string>(
  table: TablePort,
  set: ColumnSet<K>,
  added: ManagedColumns<K>,
  rows: readonly Rows[],
): void {
  const whole = (): void => {
    format(table, set, added);
  };
  const parts = (): void => {
    for (const some of rows) format(table, set, added, some);
  };
  if (!attempt(table, whole)) attempt(table, parts);
}

/** Texts first, over all columns at once where nothing is between them; then the others, neighbours of one format together. */
function format<K extends string>(
  table: TablePort,
  set: ColumnSet<K>,
  added: ManagedColumns<K>,
  rows: Rows | null = null,
): void {
  const byFormat = new Map<string, number[]>([[TEXT_FORMAT, []]]);
  for (const [key, column] of added) {
    const pattern = formatOf(set, key);
    if (pattern !== TEXT_FORMAT) byFormat.set(pattern, [...(byFormat.get(pattern) ?? []), column]);
    byFormat.get(TEXT_FORMAT)?.push(column);
  }
  for (const [pattern, columns] of byFormat) {
    for (const [first, last] of contiguousRuns([...columns].sort((one, other) => one - other)))
      table.formatColumns(first, last - first + 1, pattern, rows);
  }
}
