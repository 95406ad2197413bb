/**
 * Writes managed cells of rows, and looks afterwards whether they landed where they belong: between reading and writing anybody
 * may sort, insert, delete or edit. What was moved in that very moment is put right.
 */
import { problemOf, ProblemError } from '../chat/problem';
import type { CellsPort } from '../ports';
import { contiguousRuns, extentOf, rowsWithin, type Rows } from './area';
import { cellOf, cellText, isSameCell, type Content } from './cell';
import { restoreColumns, type ColumnBackup } from './column-backup';
import type { TableView } from './column-set';
import { readRows, type RowRange } from './row-range';
import { queueBlock } from './queue-block';
import { mayBeReadAnew } from './text';
import { rowRanges } from './write-plan';

export interface GuardedTable<K extends string> {
  readonly cells: CellsPort;
  /** Looks where the columns are now. Throws a `ProblemError` where one that is needed is gone. */
  find(): TableView<K>;
}

/** New contents of some managed cells of a row. Rows of one write may have different ones. */
export type RowUpdate<K extends string> = Readonly<Partial<Record<K, Content>>>;
export type RowUpdates<K extends string> = ReadonlyMap<number, RowUpdate<K>>;

export interface GuardedWrite<K extends string> {
  readonly view: TableView<K>;
  readonly updates: RowUpdates<K>;
  /** The rows as they were read right before: identity columns, and managed ones where rows between are written back. */
  readonly before: RowRange;
  /** Tells whether the managed cells of a row hold nothing but what we wrote, so that they may be written back. */
  readonly isManagedRow?: (row: number) => boolean;
  /** Closes every gap that may be written back, however many rows that are: a column of plain values goes out as one block. */
  readonly inOneBlock?: boolean;
  /** The column that is looked at after the write; its cells should differ from row to row. */
  readonly witness: K;
  /**
   * What rows are about differs from row to row. Then rows that still stand where they were have got their own write, and the
   * witness is read only where some do not.
   */
  readonly hasUniqueRows?: boolean;
  /** What a row gets that nobody knows, after cells of others landed on it. */
  readonly stray: RowUpdate<K>;
  /** User columns beside ours, as they were read: what a column inserted in that moment made us overwrite is put back. */
  readonly backup?: ColumnBackup;
}

export interface WriteReport<K extends string> {
  readonly view: TableView<K>;
  /** The updates by the rows in which they stand now. */
  readonly written: RowUpdates<K>;
  /** Rows and columns were where they had been read. */
  readonly undisturbed: boolean;
  /** Areas of the user, in A1 notation, that were overwritten and could not be put back. */
  readonly lost: readonly string[];
}

/** Tries to put right what moved, before the sheet is left to the next step. */
const MOST_TRIES = 4;

/** Writes, flushes and looks. Throws what the flush throws, and `sheetChanged` where the sheet never comes to rest. */
export function writeGuarded<K extends string>(
  table: GuardedTable<K>,
  given: GuardedWrite<K>,
): WriteReport<K> {
  const { before, hasUniqueRows = false } = given;
  const lost: string[] = [];
  let { view } = given;
  let updates = given.updates;
  const rows = extentOf(updates.keys());
  if (rows === null) return { view, written: updates, undisturbed: true, lost };
  const known = knownRows(given);
  const written = new Map(updates);
  const witness = given.witness;
  /** What the write put into the column that is looked at: found beside another row, it landed there by mistake. */
  const landed = new Set([...updates.values()].map((update) => cellText(cellOf(update[witness] ?? ''))));
  landed.delete('');
  const blank = Object.fromEntries(writtenKeys(updates).map((key) => [key, ''])) as RowUpdate<K>;
  let ranges = put(table.cells, view, updates, before, given.isManagedRow ?? (() => false), given.inOneBlock);
  table.cells.flush();
  for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
    const now = table.find();
    const moved = !isSameView(view, now);
    if (moved) {
      const identity = { then: view.identity, now: now.identity };
      const write = { keys: writtenKeys(updates), then: view.managed, now: now.managed, identity };
      // What was read is known by where it stood then.
      const backup = isSameView(view, given.view) ? given.backup : undefined;
      lost.push(...restoreColumns(table.cells, { ...write, ranges, before, backup }));
    }
    if (attempt === 1 && !moved && hasUniqueRows && isUnmoved(table.cells, view, before, rows))
      return { view: now, written, undisturbed: true, lost };
    const witnessColumn = now.managed.get(witness) ?? 0;
    // What landed beside no question may have been sorted out of these rows before it was put right.
    const seen: Rows = attempt === 1 ? rows : [1, Math.max(rows[1], table.cells.used().rows)];
    const after = readRows(table.cells, [...now.identity, witnessColumn], seen);
    const wrong = new Map<number, RowUpdate<K>>();
    for (const row of rowsWithin(seen)) {
      const identity = identityOf(after, row, now.identity);
      const isWhereItWas = !moved && identity === identityOf(before, row, view.identity);
      if (attempt === 1 && isWhereItWas && !updates.has(row)) continue;
      const held = after.cell(row, witnessColumn);
      const isBeyond = row < rows[0] || row > rows[1];
      if (isBeyond && !(isBlankIdentity(identity) && landed.has(cellText(held)))) continue;
      const update = known.get(identity) ?? (isBlankIdentity(identity) ? blank : given.stray);
      const isOurs = known.has(identity) || landed.has(cellText(held));
      if (isOurs && (moved || !isSameCell(held, cellOf(update[witness] ?? held)))) wrong.set(row, update);
    }
    if (wrong.size === 0) return { view: now, written, undisturbed: attempt === 1 && !hasUniqueRows, lost };
    for (const [row, update] of wrong) written.set(row, update);
    view = now;
    updates = wrong;
    put(table.cells, view, updates, after, () => false);
    ranges = contiguousRuns([...updates.keys()].sort((a, b) => a - b));
    table.cells.flush();
  }
  throw new ProblemError(problemOf('sheetChanged'));
}

/** Whether every row is still about what it was about. */
function isUnmoved<K extends string>(
  cells: CellsPort,
  { identity }: TableView<K>,
  before: RowRange,
  rows: Rows,
): boolean {
  const after = readRows(cells, identity, rows);
  return after.rows.every((row) => identityOf(after, row, identity) === identityOf(before, row, identity));
}

/** What each row should hold, by what it is about: its update, or else what it held before. */
function knownRows<K extends string>({
  view,
  before,
  updates,
}: GuardedWrite<K>): ReadonlyMap<string, RowUpdate<K>> {
  const known = new Map<string, RowUpdate<K>>();
  const keys = writtenKeys(updates);
  for (const row of before.rows) {
    if (updates.has(row)) continue;
    const held = keys.map((key) => [key, before.read(row, view.managed.get(key) ?? 0)] as const);
    // A row whose managed cells were not read cannot be put back.
    if (held.some(([, cell]) => cell === undefined)) continue;
    known.set(identityOf(before, row, view.identity), Object.fromEntries(held) as RowUpdate<K>);
  }
  for (const [row, update] of updates) known.set(identityOf(before, row, view.identity), update);
  return known;
}

function writtenKeys<K extends string>(updates: RowUpdates<K>): readonly K[] {
  return [...new Set([...updates.values()].flatMap((update) => Object.keys(update) as K[]))];
}

/** What a row is about, as one text. */
function identityOf(rows: RowRange, row: number, columns: readonly number[]): string {
  return JSON.stringify(columns.map((column) => cellText(rows.cell(row, column))));
}

function isBlankIdentity(identity: string): boolean {
  return (JSON.parse(identity) as string[]).every((text) => text.trim() === '');
}

/**
 * Queues the writes: rows with the same cells to write go together, per run of neighbouring columns and range of rows one write.
 * Returns the ranges of rows.
 */
function put<K extends string>(
  cells: CellsPort,
  { managed }: TableView<K>,
  updates: RowUpdates<K>,
  before: RowRange,
  isManagedRow: (row: number) => boolean,
  inOneBlock = false,
): readonly Rows[] {
  return [...rowsByKeys(updates)].flatMap(([, { keys, rows }]) => {
    const columns = new Map(
      keys.flatMap((key) => {
        const column = managed.get(key);
        return column === undefined ? [] : [[column, key] as const];
      }),
    );
    const contentAt = (row: number, column: number): Content => {
      const key = columns.get(column);
      return (key === undefined ? undefined : updates.get(row)?.[key]) ?? before.cell(row, column);
    };
    const mayWriteBack = (row: number): boolean =>
      isManagedRow(row) && [...columns.keys()].every((column) => isPlain(before.read(row, column)));
    const ranges = rowRanges(rows, mayWriteBack, inOneBlock ? Infinity : rows.length);
    for (const [left, right] of contiguousRuns([...columns.keys()].sort((a, b) => a - b))) {
      for (const [top, bottom] of ranges) {
        const block = rowsWithin([top, bottom]).map((row) =>
          rowsWithin([left, right]).map((column) => contentAt(row, column)),
        );
        queueBlock(cells, top, left, block);
      }
    }
    return ranges;
  });
}

/** Rows in ascending order, by which keys they are to get. */
function rowsByKeys<K extends string>(
  updates: RowUpdates<K>,
): ReadonlyMap<string, { readonly keys: readonly K[]; readonly rows: number[] }> {
  const groups = new Map<string, { readonly keys: readonly K[]; readonly rows: number[] }>();
  for (const row of [...updates.keys()].sort((a, b) => a - b)) {
    const keys = Object.keys(updates.get(row) ?? {}) as K[];
    const name = [...keys].sort().join();
    const group = groups.get(name) ?? { keys, rows: [] };
    group.rows.push(row);
    groups.set(name, group);
  }
  return groups;
}

/** A text that Sheets could take for something else is not written back: its cell may hold it only by its format. */
function isPlain(cell: Content | undefined): boolean {
  if (cell === undefined) return false;
  return typeof cell !== 'string' || !mayBeReadAnew(cell);
}

/** Whether all columns stand where they stood. */
export function isSameView<K extends string>(a: TableView<K>, b: TableView<K>): boolean {
  const sameKeys = a.managed.size === b.managed.size;
  const sameColumns = [...a.managed].every(([key, column]) => b.managed.get(key) === column);
  return sameKeys && sameColumns && a.identity.join() === b.identity.join();
}
