/**
 * User columns beside managed ones: when somebody inserts or deletes a column in the very moment of a write, the write hits
 * them. What was read of them is put back; the rest is named.
 */
import type { CellsPort } from '../ports';
import { a1Of, contiguousRuns, rowsWithin, type Rows } from './area';
import { cellText, type Cell } from './cell';
import type { ManagedColumns, TableView } from './column-set';
import { readRows, type RowRange } from './row-range';
import { mayBeReadAnew } from './text';

/** What is known of the user columns beside ours. */
export interface ColumnBackup {
  /** First row of the formulas. */
  readonly top: number;
  /** Their values stand in the rows that were read before the write. */
  readonly columns: readonly number[];
  /** By column, from row `top` on. */
  readonly formulas: ReadonlyMap<number, readonly string[]>;
  /** Columns in use: what lies beyond was empty. 0 where it is not known. */
  readonly usedColumns: number;
}

/**
 * User columns right beside ours, within `usedColumns` where that is known (else 0): what a column that is inserted or deleted
 * in the moment of a write would make us overwrite. Columns that tell what a row is about are read anyway.
 */
export function neighboursOf<K extends string>(
  { managed, identity }: TableView<K>,
  usedColumns: number,
): readonly number[] {
  const columns = [...managed.values()];
  const right = Math.max(...columns) + 1;
  const beside = [Math.min(...columns) - 1, ...(right <= usedColumns ? [right] : [])];
  return beside.filter((column) => column > 0 && !identity.includes(column));
}

/**
 * Reads the formulas of these columns, one call for neighbours. Their values are read after them, with the rows themselves:
 * a column that is inserted in between then shows in those.
 */
export function readBackup(
  cells: CellsPort,
  columns: readonly number[],
  [top, bottom]: Rows,
  usedColumns: number,
): ColumnBackup {
  const formulas = new Map<number, readonly string[]>();
  for (const [left, right] of contiguousRuns([...columns].sort((a, b) => a - b))) {
    const area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
    const found = cells.formulas(area);
    for (const column of rowsWithin([left, right]))
      formulas.set(
        column,
        found.map((row) => row[column - left] ?? ''),
      );
  }
  return { top, columns, formulas, usedColumns };
}

/** A write whose columns have moved meanwhile. */
export interface MovedWrite<K extends string> {
  readonly keys: readonly K[];
  /** Where the columns were when it was queued, and where they are now. */
  readonly then: ManagedColumns<K>;
  readonly now: ManagedColumns<K>;
  /** Columns that tell what a row is about, then and now. */
  readonly identity: { readonly then: readonly number[]; readonly now: readonly number[] };
  /** Rows that were written. */
  readonly ranges: readonly Rows[];
  readonly before: RowRange;
  readonly backup: ColumnBackup | undefined;
}

/**
 * Queues what the write overwrote by mistake. Returns the areas, in A1 notation, that may not be what they were: nothing is known
 * of them, or not whether they held formulas.
 */
export function restoreColumns<K extends string>(cells: CellsPort, write: MovedWrite<K>): readonly string[] {
  const { keys, then, now, identity, ranges } = write;
  const managed = new Map([...now].map(([key, column]) => [column, key]));
  const shift = shiftOf(write);
  const lost: string[] = [];
  for (const key of keys) {
    const column = then.get(key);
    const other = managed.get(column ?? 0);
    // A column that is written anyway is written again.
    if (column === undefined || (other !== undefined && keys.includes(other))) continue;
    const asked = identity.now.indexOf(column);
    const known = other === undefined ? identity.then[asked] : then.get(other);
    for (const rows of ranges) {
      const area = { row: rows[0], column, rows: rows[1] - rows[0] + 1, columns: 1 };
      const held =
        known === undefined
          ? formerCells(cells, write, rows, { column, shift })
          : formerOurs(cells, write, rows, known);
      if (held === null || asked >= 0) lost.push(a1Of(area));
      if (held !== null)
        cells.write(
          area,
          held.map((cell) => [cell]),
        );
    }
  }
  return lost;
}

/** What these rows of a column of ours, or of a question, hold; null where nobody knows. */
function formerOurs<K extends string>(
  cells: CellsPort,
  write: MovedWrite<K>,
  rows: Rows,
  column: number,
): readonly Cell[] | null {
  if (!haveRowsStayed(cells, write, rows)) return null;
  return rowsWithin(rows).map((row) => write.before.cell(row, column));
}

/** What the user column holds that stands at `column` now; null where nobody knows. */
function formerCells<K extends string>(
  cells: CellsPort,
  write: MovedWrite<K>,
  rows: Rows,
  { column, shift }: { readonly column: number; readonly shift: number | null },
): readonly Cell[] | null {
  const { before, backup, then, ranges } = write;
  if (backup === undefined || shift === null) return null;
  const former = column - shift;
  const all = rowsWithin(rows);
  // Where a column of ours stood, there is a new one now.
  const isNew = [...then.values()].includes(former);
  if (isNew || (shift < 0 && backup.usedColumns > 0 && former > backup.usedColumns))
    return isBlankElsewhere(cells, column, ranges) ? all.map(() => '') : null;
  if (!backup.columns.includes(former) && !isRead(before, former, all)) return null;
  if (!haveRowsStayed(cells, write, rows)) return null;
  // The column still stands where it stood: so the one that was hit has just been inserted to the right of it.
  if (shift > 0 && isUnchanged(cells, before, former, rows)) return all.map(() => '');
  const formulas = backup.formulas.get(former) ?? [];
  return all.map((row) => {
    const cell = before.cell(row, former);
    const formula = formulas[row - backup.top] ?? '';
    if (formula !== '') return formula;
    return typeof cell === 'string' && mayBeReadAnew(cell) ? `'${cell}` : cell;
  });
}

/** Whether these rows are about what they were about: cells are not put back beside other rows. */
function haveRowsStayed<K extends string>(
  cells: CellsPort,
  { keys, then, identity, before }: MovedWrite<K>,
  rows: Rows,
): boolean {
  const written = keys.map((key) => then.get(key));
  const columns = identity.now.flatMap((now, index) => {
    const former = identity.then[index];
    return former === undefined || written.includes(now) ? [] : [{ now, former }];
  });
  const present = readRows(
    cells,
    columns.map(({ now }) => now),
    rows,
  );
  return rowsWithin(rows).every((row) =>
    columns.every(
      ({ now, former }) => cellText(present.cell(row, now)) === cellText(before.cell(row, former)),
    ),
  );
}

function isRead(before: RowRange, column: number, rows: readonly number[]): boolean {
  return rows.every((row) => before.read(row, column) !== undefined);
}

function isUnchanged(cells: CellsPort, before: RowRange, column: number, rows: Rows): boolean {
  const present = readRows(cells, [column], rows);
  return rowsWithin(rows).every(
    (row) => cellText(present.cell(row, column)) === cellText(before.cell(row, column)),
  );
}

/**
 * By how many columns ours were moved, where columns were inserted or deleted in one place: those to the left of it stand still,
 * those to the right moved together. Null for anything else, as where a column was dragged.
 */
function shiftOf<K extends string>({ then, now }: MovedWrite<K>): number | null {
  const shifts = [...then]
    .sort(([, a], [, b]) => a - b)
    .flatMap(([key, column]) => {
      const present = now.get(key);
      return present === undefined ? [] : [present - column];
    });
  const shift = shifts[shifts.length - 1] ?? 0;
  const first = shifts.findIndex((one) => one !== 0);
  return shifts.slice(Math.max(0, first)).some((one) => one !== shift) ? null : shift;
}

/** Whether a column holds nothing but what was just written: a column that was dragged there holds more, its title at least. */
function isBlankElsewhere(cells: CellsPort, column: number, ranges: readonly Rows[]): boolean {
  const read = readRows(cells, [column], [1, Math.max(1, cells.used().rows)]);
  const isWritten = (row: number): boolean => ranges.some(([top, bottom]) => row >= top && row <= bottom);
  return read.rows.every((row) => isWritten(row) || read.cell(row, column) === '');
}
