/** The rows of a table of ours by their keys: read, written in place wherever they were sorted to, appended where they are new. */
import { problemOf, ProblemError } from '../chat/problem';
import { appendRows } from './append-rows';
import { extentOf, type Rows } from './area';
import { cellOf, cellText, isSameCell, type Cell } from './cell';
import { isSameView, writeGuarded, type RowUpdate } from './guarded-write';
import { ownTab } from './own-tab';
import {
  guardedTable,
  openOwnTable,
  viewOf,
  type OwnTable,
  type OwnTableKind,
  type OwnTablePorts,
} from './own-table';
import { readPartly, readRows, type RowRange } from './row-range';
import { guardTexts } from './text-guard';
import { rowRanges } from './write-plan';

/** How one kind of table is kept. */
export interface KeyedKind<K extends string> extends OwnTableKind<K> {
  /** Columns whose cells are kept in memory: the key's among them. */
  readonly kept: readonly K[];
  /** Whether a text is a key; other rows are somebody else's. */
  isKey(text: string): boolean;
  /** The column that is looked at after a write. */
  readonly witness: K;
  /** A kept column without texts that is written in one block: the rows between get back what they hold. */
  readonly block?: K;
  /** What a row gets on which cells of another one landed and whose own are not known. */
  readonly stray: RowUpdate<K>;
  /** Takes the remark that a text was refused. */
  readonly note?: K;
}

/** A row as it was read. */
export interface KeyedRow<K extends string> {
  readonly row: number;
  /** The kept cells; a column that is missing has none. */
  readonly cells: Readonly<Partial<Record<K, Cell>>>;
}

/** So many cells are read so that others can be put back. */
const MOST_CELLS_AROUND = 60_000;
/** Rows to be written that stand far apart are read again in so many parts at most; else all between them is read along. */
const MOST_PARTS = 40;
/** Rows between such parts that are read along rather than with calls of their own, all together. */
const MOST_ROWS_ALONG = 2_000;
/** Somebody may move rows in the moment of each write. */
const MOST_TRIES = 4;

export class KeyedTable<K extends string> {
  private known = new Map<string, KeyedRow<K>>();

  constructor(
    private readonly ports: OwnTablePorts,
    private readonly kind: KeyedKind<K>,
    private found: OwnTable<K>,
  ) {
    this.read();
  }

  /** Rows by key. Of two rows of one key the first counts. */
  get rows(): ReadonlyMap<string, KeyedRow<K>> {
    return this.known;
  }

  get id(): number {
    return this.found.table.id;
  }

  get table(): OwnTable<K>['table'] {
    return this.found.table;
  }

  column(key: K): number | undefined {
    return this.found.managed.get(key);
  }

  /**
   * Writes cells: into the row of their key where there is one, into a new row else. Kept cells that are the same already are left
   * alone. Runs under the lock. Throws `sheetChanged` where the tab never comes to rest.
   */
  upsert(updates: ReadonlyMap<string, RowUpdate<K>>): void {
    let wanted = updates;
    for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
      if (this.writeChanged(wanted)) {
        this.append(updates);
        return;
      }
      // Rows or columns moved in that moment: whatever does not stand where it belongs is written again.
      const former = this.known;
      this.reopen();
      wanted = new Map([
        ...[...former].flatMap(([key, { cells }]) =>
          this.isStray(key, cells) ? [] : [[key, cells as RowUpdate<K>] as const],
        ),
        ...[...updates].map(([key, update]) => [key, { ...former.get(key)?.cells, ...update }] as const),
      ]);
    }
    throw new ProblemError(problemOf('sheetChanged'));
  }

  /** Whether cells of others landed on a row: its blank witness shows that the rest of it is to be written again. */
  private isStray(key: string, former: KeyedRow<K>['cells']): boolean {
    const { witness, stray } = this.kind;
    if (stray[witness] !== '') return false;
    const now = this.known.get(key)?.cells[witness];
    return now !== undefined && cellText(now) === '' && cellText(former[witness] ?? '') !== '';
  }

  /** Cells of some columns in the rows of these keys, by key, as they are now: without rows that have been moved since. */
  cellsOf(
    keys: readonly string[],
    columns: readonly K[],
  ): ReadonlyMap<string, Readonly<Partial<Record<K, Cell>>>> {
    const rows = keys.flatMap((key) => this.known.get(key)?.row ?? []);
    const extent = extentOf(rows);
    if (extent === null) return new Map();
    const at = new Map(columns.map((column) => [column, this.found.managed.get(column)]));
    const [keyColumn = 0] = viewOf(this.kind, this.found, this.ports.catalogue).identity;
    const wanted = [keyColumn, ...[...at.values()].filter((column) => column !== undefined)];
    const read = readRows(this.found.table, wanted, extent);
    return new Map(
      keys.flatMap((key) => {
        const row = this.known.get(key)?.row;
        if (row === undefined || cellText(read.cell(row, keyColumn)) !== key) return [];
        const cells = columns.map((column) => [column, read.cell(row, at.get(column))]);
        return [[key, Object.fromEntries(cells) as Readonly<Partial<Record<K, Cell>>>] as const];
      }),
    );
  }

  /** Writes the rows that are not as wanted. False where the sheet was moved in that moment. */
  private writeChanged(wanted: ReadonlyMap<string, RowUpdate<K>>): boolean {
    const whole = new Map<string, RowUpdate<K>>();
    const inBlock = new Map<string, RowUpdate<K>>();
    for (const [key, update] of wanted) {
      const held = this.known.get(key);
      if (held === undefined) continue;
      const differing = this.differing(update, held.cells);
      const columns = Object.keys(differing);
      if (columns.length === 0) continue;
      const isInBlock = columns.every((column) => column === this.kind.block);
      (isInBlock ? inBlock : whole).set(key, differing);
    }
    return this.write(whole, false) && this.write(inBlock, true);
  }

  /**
   * Reads rows right before they are written. Of a table that is not too large all of it: what lands on any row, should rows move in
   * that moment, can be put back. Of a larger one the rows themselves, and what stands between them where they are near.
   */
  private before(
    rows: readonly number[],
    extent: Rows,
    { identity, columns }: { readonly identity: readonly number[]; readonly columns: readonly number[] },
  ): RowRange {
    const { table } = this.found;
    const used = table.used().rows;
    const all = [...identity, ...columns];
    if (used * columns.length <= MOST_CELLS_AROUND)
      return readRows(table, all, [1, Math.max(used, extent[1])]);
    const ranges = rowRanges(rows, () => true, MOST_ROWS_ALONG);
    return ranges.length <= MOST_PARTS
      ? readPartly(table, identity, extent, { columns, ranges })
      : readRows(table, all, extent);
  }

  /** One guarded write. */
  private write(updates: ReadonlyMap<string, RowUpdate<K>>, inOneBlock: boolean): boolean {
    const { table, managed } = this.found;
    const { catalogue } = this.ports;
    const changed = new Map<number, RowUpdate<K>>();
    const keys = new Map<number, string>();
    for (const [key, update] of updates) {
      const row = this.known.get(key)?.row ?? 0;
      changed.set(row, update);
      keys.set(row, key);
    }
    const rows = extentOf(changed.keys());
    if (rows === null) return true;
    const view = viewOf(this.kind, this.found, catalogue);
    const written = new Set([...updates.values()].flatMap((update) => Object.keys(update) as K[]));
    const columns = [...written].flatMap((column) => managed.get(column) ?? []);
    table.flush();
    const { identity } = view;
    const ascending = [...changed.keys()].sort((a, b) => a - b);
    const before = inOneBlock
      ? readRows(table, [...identity, ...columns], rows)
      : this.before(ascending, rows, { identity, columns });
    const [keyColumn = 0] = identity;
    const keyIn = (row: number): string => cellText(before.cell(row, keyColumn));
    if ([...keys].some(([row, key]) => keyIn(row) !== key)) return false;
    const report = writeGuarded(guardedTable(this.ports, this.kind, this.found), {
      view,
      updates: changed,
      before,
      witness: this.kind.witness,
      hasUniqueRows: true,
      // Whoever's row that is, it is found to be different at the next write.
      stray: (inOneBlock ? {} : this.kind.stray) as RowUpdate<K>,
      ...(inOneBlock ? { isManagedRow: (row: number) => this.kind.isKey(keyIn(row)), inOneBlock } : {}),
    });
    if (!report.undisturbed) return false;
    guardTexts(table, report, catalogue, this.kind.note);
    for (const [row, update] of changed) this.remember(keys.get(row) ?? '', row, update);
    return true;
  }

  private append(updates: ReadonlyMap<string, RowUpdate<K>>): void {
    const missing = [...updates].filter(([key]) => !this.known.has(key));
    if (missing.length === 0) return;
    const { table } = this.found;
    const { catalogue } = this.ports;
    const report = appendRows(table, guardedTable(this.ports, this.kind, this.found), {
      view: viewOf(this.kind, this.found, catalogue),
      key: this.kind.key,
      rows: missing.map(([key, update]) => ({ ...update, [this.kind.key]: key })),
    });
    this.found = { table, managed: report.view.managed };
    guardTexts(table, report, catalogue, this.kind.note);
    for (const [row, update] of report.written)
      this.remember(cellText(cellOf(update[this.kind.key] ?? '')), row, update);
  }

  private remember(key: string, row: number, update: RowUpdate<K>): void {
    const before = this.known.get(key)?.cells;
    const kept = this.kind.kept
      .filter((column) => this.found.managed.has(column))
      .map((column) => {
        const content = update[column];
        return [column, content === undefined ? (before?.[column] ?? '') : cellOf(content)] as const;
      });
    this.known.set(key, { row, cells: Object.fromEntries(kept) as KeyedRow<K>['cells'] });
  }

  private reopen(): void {
    const { workbook } = this.ports;
    const table = ownTab(workbook, workbook.marks(), this.kind.kind);
    if (table === null) throw new ProblemError(problemOf('sheetGone'));
    table.flush();
    this.found = openOwnTable(table, workbook.marks(), this.kind);
    this.read();
  }

  /** Reads the kept columns, until rows and columns stand where they stood before. */
  private read(): void {
    for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
      const { table } = this.found;
      const used = table.used().rows;
      const rows = this.rowsUpTo(used);
      const now = openOwnTable(table, this.ports.workbook.marks(), this.kind);
      const isSame = isSameView(
        viewOf(this.kind, this.found, this.ports.catalogue),
        viewOf(this.kind, now, this.ports.catalogue),
      );
      if (isSame && table.used().rows === used) {
        this.known = rows;
        return;
      }
      this.found = now;
    }
    throw new ProblemError(problemOf('sheetChanged'));
  }

  private rowsUpTo(used: number): Map<string, KeyedRow<K>> {
    const { table, managed } = this.found;
    const [keyColumn = 0] = viewOf(this.kind, this.found, this.ports.catalogue).identity;
    const kept = this.kind.kept.flatMap((column) => {
      const at = managed.get(column);
      return at === undefined ? [] : [[column, at] as const];
    });
    const rows = new Map<string, KeyedRow<K>>();
    if (used < 2) return rows;
    const read = readRows(
      table,
      kept.map(([, at]) => at),
      [1, used],
    );
    for (const row of read.rows) {
      const key = cellText(read.cell(row, keyColumn));
      if (!this.kind.isKey(key) || rows.has(key)) continue;
      const cells = Object.fromEntries(kept.map(([column, at]) => [column, read.cell(row, at)]));
      rows.set(key, { row, cells: cells as KeyedRow<K>['cells'] });
    }
    return rows;
  }

  /** What of the wanted cells is not there yet; the key never changes, and columns that were deleted stay deleted. */
  private differing(update: RowUpdate<K>, held: KeyedRow<K>['cells']): RowUpdate<K> {
    const keys = (Object.keys(update) as K[]).filter((key) => {
      if (key === this.kind.key || !this.found.managed.has(key)) return false;
      const before = held[key];
      return before === undefined || !isSameCell(cellOf(update[key] ?? ''), before);
    });
    return Object.fromEntries(keys.map((key) => [key, update[key] ?? ''])) as RowUpdate<K>;
  }
}
