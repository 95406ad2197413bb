/**
 * Appends rows below everything in a table of ours, and looks afterwards whether they stand there: between looking and writing
 * anybody may insert rows above, and the block would then cover the last rows. What it covered is put back.
 */
import type { TableView } from './column-set';
import { problemOf, ProblemError } from '../chat/problem';
import type { TablePort } from '../ports';
import { contiguousRuns, rowsWithin, type Rows } from './area';
import { cellOf, cellText, type Content } from './cell';
import { isSameView, type GuardedTable, type RowUpdate } from './guarded-write';
import { queueBlock } from './queue-block';
import { readRows, RowRange } from './row-range';

export interface Append<K extends string> {
  readonly view: TableView<K>;
  /** The column of keys: every row has one of its own. */
  readonly key: K;
  /** The cells of each row, its key among them. */
  readonly rows: readonly RowUpdate<K>[];
}

export interface AppendReport<K extends string> {
  readonly view: TableView<K>;
  /** The rows by where they stand now, in the order in which they were given. */
  readonly written: ReadonlyMap<number, RowUpdate<K>>;
}

/** Last rows whose managed cells are known while a block is written below them: so many may be inserted in that moment. */
const KNOWN_ROWS = 20;
const MOST_TRIES = 4;

/** Writes, flushes and looks. Throws what the flush throws, and `sheetChanged` where rows cannot be found again. */
export function appendRows<K extends string>(
  table: TablePort,
  guarded: GuardedTable<K>,
  { view: given, key, rows }: Append<K>,
): AppendReport<K> {
  if (rows.length === 0) return { view: given, written: new Map() };
  const above = readEnd(table, given);
  const keys = rows.map((row) => keyOf(row, key));
  let top = above.bottom + 1;
  let placed = given;
  put(table, placed, top, rows, key);
  for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
    table.flush();
    const view = guarded.find();
    if (!isSameView(placed, view)) {
      clear(table, placed, view, top, rows.length);
      put(table, view, top, rows, key);
      placed = view;
      continue;
    }
    const column = view.managed.get(key) ?? 0;
    if (isInPlace(table, column, { above, top, keys })) return { view, written: byRow(rows, top) };
    const places = placesOf(table, column);
    // Columns may have moved since: then what was read is of others.
    if (!isSameView(view, guarded.find())) continue;
    // Where columns moved before, what was read above may be of others, too.
    const covered = isSameView(given, view) ? coveredRows(places, column, above) : null;
    if (covered === null) return { view, written: find(places, keys, rows) };
    putBack(table, view, above, covered);
    top += covered.shift;
    put(table, view, top, rows, key);
  }
  throw new ProblemError(problemOf('sheetChanged'));
}

/** Whether the last rows and the block below them stand where they were. */
function isInPlace(
  table: TablePort,
  column: number,
  { above, top, keys }: { readonly above: RowRange; readonly top: number; readonly keys: readonly string[] },
): boolean {
  const after = readRows(table, [column], [above.top, top + keys.length - 1]);
  return (
    above.rows.every((row) => cellText(after.cell(row, column)) === cellText(above.cell(row, column))) &&
    keys.every((key, index) => cellText(after.cell(top + index, column)) === key)
  );
}

/** Rows that the block has covered: they had been pushed down by rows that somebody inserted above. */
interface Covered {
  /** The first of them, by where it stood; all behind it are covered too. */
  readonly first: number;
  /** By how many rows they were pushed down. */
  readonly shift: number;
}

/** What was covered; null where rows were only sorted or deleted, which moves them whole. */
function coveredRows(places: ReadonlyMap<string, number>, column: number, above: RowRange): Covered | null {
  const keyAt = (row: number): string => cellText(above.cell(row, column));
  const first = above.rows.find((row) => keyAt(row) !== '' && !places.has(keyAt(row)));
  if (first === undefined) return null;
  const before = above.rows.filter((row) => row < first && places.has(keyAt(row))).pop();
  const pushed = before === undefined ? 0 : (places.get(keyAt(before)) ?? before) - before;
  return { first, shift: pushed > 0 ? pushed : above.bottom - first + 1 };
}

/** Reads the managed cells of the last rows, and makes sure that they still are the last. */
function readEnd<K extends string>(table: TablePort, { managed, identity }: TableView<K>): RowRange {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
    const bottom = table.used().rows;
    const top = Math.max(1, bottom - KNOWN_ROWS + 1);
    if (bottom === 0) return new RowRange(1, 0, []);
    const read = readRows(table, [...identity, ...managed.values()], [top, bottom]);
    if (table.used().rows === bottom) return read;
  }
  throw new ProblemError(problemOf('sheetChanged'));
}

function put<K extends string>(
  table: TablePort,
  { managed }: TableView<K>,
  top: number,
  rows: readonly RowUpdate<K>[],
  first: K,
): void {
  table.grow({ rows: top + rows.length - 1 });
  const columns = new Map([...managed].map(([key, column]) => [column, key]));
  const keyColumn = managed.get(first) ?? 0;
  const runs = contiguousRuns([...columns.keys()].sort((a, b) => a - b));
  const holdsKey = ([left, right]: Rows): number => (left <= keyColumn && keyColumn <= right ? 0 : 1);
  // Where columns of others stand between ours, the run with the key goes first: a row that is cut off is found again.
  for (const [left, right] of [...runs].sort((a, b) => holdsKey(a) - holdsKey(b))) {
    const block = rows.map((row) =>
      rowsWithin([left, right]).map((column): Content => {
        const key = columns.get(column);
        return (key === undefined ? undefined : row[key]) ?? '';
      }),
    );
    queueBlock(table, top, left, block);
  }
}

/** Writes the covered rows back to where they stand now. */
function putBack<K extends string>(
  table: TablePort,
  { managed }: TableView<K>,
  above: RowRange,
  { first, shift }: Covered,
): void {
  const rows = rowsWithin([first, above.bottom]);
  for (const column of managed.values()) {
    const cells = rows.map((row) => [above.cell(row, column)]);
    table.write({ row: first + shift, column, rows: rows.length, columns: 1 }, cells);
  }
}

/** Takes the block out of columns that are not ours any more: below everything, their cells were empty. */
function clear<K extends string>(
  table: TablePort,
  then: TableView<K>,
  now: TableView<K>,
  top: number,
  count: number,
): void {
  const managed = new Set(now.managed.values());
  for (const column of then.managed.values()) {
    if (managed.has(column)) continue;
    table.write(
      { row: top, column, rows: count, columns: 1 },
      Array.from({ length: count }, () => ['']),
    );
  }
}

/** Finds rows that were moved whole. Throws a `ProblemError` where one is gone. */
function find<K extends string>(
  places: ReadonlyMap<string, number>,
  keys: readonly string[],
  rows: readonly RowUpdate<K>[],
): ReadonlyMap<number, RowUpdate<K>> {
  const found = new Map<number, RowUpdate<K>>();
  rows.forEach((row, index) => {
    const place = places.get(keys[index] ?? '');
    if (place === undefined) throw new ProblemError(problemOf('sheetChanged'));
    found.set(place, row);
  });
  return found;
}

/** Rows by their keys, as the table is now. */
function placesOf(table: TablePort, column: number): ReadonlyMap<string, number> {
  const read = readRows(table, [column], [1, Math.max(1, table.used().rows)]);
  return new Map(read.rows.map((row) => [cellText(read.cell(row, column)), row]));
}

function byRow<K extends string>(
  rows: readonly RowUpdate<K>[],
  top: number,
): ReadonlyMap<number, RowUpdate<K>> {
  return new Map(rows.map((row, index) => [top + index, row]));
}

function keyOf<K extends string>(row: RowUpdate<K>, key: K): string {
  return cellText(cellOf(row[key] ?? ''));
}
