/** Tables in tabs that Rollcall makes: their tab, their columns, their titles. */
import { problemOf, ProblemError, type Problem } from '../chat/problem';
import type { Catalogue } from '../locales/catalogue';
import type { Mark, TablePort, WorkbookPort } from '../ports';
import { contiguousRuns } from './area';
import { cellText, type Cell } from './cell';
import type { ColumnSet, ManagedColumns, TableView } from './column-set';
import type { GuardedTable } from './guarded-write';
import { addMissing, findManaged, formatAdded } from './managed-columns';
import { makeOwn, ownTabs } from './own-tab';

/** One kind of table of ours. */
export interface OwnTableKind<K extends string> {
  /** What its tab's mark says. */
  readonly kind: string;
  readonly set: ColumnSet<K>;
  /** The column by which a row is found again. */
  readonly key: K;
  /** Columns without which the table does not work: made anew where somebody deleted them. The others stay deleted. */
  readonly needed: readonly K[];
}

export interface OwnTable<K extends string> {
  readonly table: TablePort;
  readonly managed: ManagedColumns<K>;
}

/** What making a table needs. */
export interface OwnTablePorts {
  readonly workbook: WorkbookPort;
  readonly catalogue: Catalogue;
  problemFrom(error: unknown): Problem;
}

/** Tabs whose name is taken are followed by a number; so many are tried. */
const MOST_NAMES = 50;
/** Rows in which titles are looked for. */
const TITLE_ROWS = 20;

/** Opens the table of a tab, as it is now: without what is missing. */
export function openOwnTable<K extends string>(
  table: TablePort,
  marks: readonly Mark[],
  { set }: OwnTableKind<K>,
): OwnTable<K> {
  return { table, managed: findManaged(table, table.id, marks, set) };
}

/** The one table of a kind of which a spreadsheet has one; null where there is none. */
export function findOwnTable<K extends string>(
  workbook: WorkbookPort,
  marks: readonly Mark[],
  kind: OwnTableKind<K>,
): OwnTable<K> | null {
  const [tab] = ownTabs(marks, kind.kind);
  const table = tab === undefined ? null : workbook.table(tab);
  return table === null ? null : openOwnTable(table, marks, kind);
}

/** Makes the tab with all its columns behind the other tabs. Where the name is taken, a number follows it. */
export function makeOwnTable<K extends string>(
  ports: OwnTablePorts,
  kind: OwnTableKind<K>,
  name: string,
): OwnTable<K> {
  const table = makeOwn(insertTab(ports, name), kind.kind);
  return addColumns(ports, kind, { table, managed: new Map<K, number>() }, kind.set.keys, 0);
}

/**
 * Adds the needed columns that somebody deleted. Throws a `ProblemError` where the column of keys is gone: nothing tells then
 * what a row is about.
 */
export function completeOwnTable<K extends string>(
  ports: OwnTablePorts,
  kind: OwnTableKind<K>,
  found: OwnTable<K>,
): OwnTable<K> {
  // A tab without anything in it was cut off while it was made.
  if (found.table.used().rows === 0) return addColumns(ports, kind, found, kind.set.keys, 0);
  requireKey(kind, found, ports.catalogue);
  const missing = kind.needed.filter((key) => !found.managed.has(key));
  if (missing.length === 0) return found;
  return addColumns(ports, kind, found, missing, found.table.used().columns);
}

/** The table as a guarded write needs it: it looks where the columns are now. */
export function guardedTable<K extends string>(
  { workbook, catalogue }: Pick<OwnTablePorts, 'workbook' | 'catalogue'>,
  kind: OwnTableKind<K>,
  { table }: OwnTable<K>,
): GuardedTable<K> {
  return {
    cells: table,
    find: () => viewOf(kind, openOwnTable(table, workbook.marks(), kind), catalogue),
  };
}

/** The view of a table for a write. Throws a `ProblemError` where the column of keys is gone. */
export function viewOf<K extends string>(
  kind: OwnTableKind<K>,
  found: OwnTable<K>,
  catalogue: Catalogue,
): TableView<K> {
  return { managed: found.managed, identity: [requireKey(kind, found, catalogue)] };
}

function requireKey<K extends string>(
  { set, key }: OwnTableKind<K>,
  { managed }: OwnTable<K>,
  catalogue: Catalogue,
): number {
  const column = managed.get(key);
  if (column === undefined)
    throw new ProblemError(problemOf('keyColumnGone', { column: set.titles(catalogue)[key] }));
  return column;
}

function addColumns<K extends string>(
  ports: OwnTablePorts,
  { set }: OwnTableKind<K>,
  { table, managed }: OwnTable<K>,
  keys: readonly K[],
  usedColumns: number,
): OwnTable<K> {
  const after = Math.max(usedColumns, 0, ...managed.values());
  const all = addMissing(table, { ...set, keys }, managed, after);
  const isEmpty = usedColumns === 0;
  const added = new Map([...all].filter(([key]) => isEmpty || !managed.has(key)));
  formatAdded(table, set, added, []);
  writeTitles(table, set, all, added, ports.catalogue);
  return { table, managed: all };
}

/** Titles of new columns stand in the row of the other titles; in a new tab in the first. */
function writeTitles<K extends string>(
  table: TablePort,
  set: ColumnSet<K>,
  managed: ManagedColumns<K>,
  added: ManagedColumns<K>,
  catalogue: Catalogue,
): void {
  const titles = set.titles(catalogue);
  const row = managed.size === added.size ? 1 : titleRow(table, set, managed);
  const columns = new Map([...added].map(([key, column]) => [column, titles[key]]));
  for (const [left, right] of contiguousRuns([...columns.keys()].sort((a, b) => a - b))) {
    const texts: Cell[] = [];
    for (let column = left; column <= right; column++) texts.push(columns.get(column) ?? '');
    table.write({ row, column: left, rows: 1, columns: texts.length }, [texts]);
  }
  table.flush();
}

function titleRow<K extends string>(
  table: TablePort,
  { knownTitles }: ColumnSet<K>,
  managed: ManagedColumns<K>,
): number {
  const rows = Math.max(1, Math.min(TITLE_ROWS, table.used().rows));
  for (const [key, column] of managed) {
    const cells = table.values({ row: 1, column, rows, columns: 1 });
    const at = cells.findIndex(([cell = '']) => knownTitles(key).has(cellText(cell).trim()));
    if (at >= 0) return at + 1;
  }
  return 1;
}

/** Adds a tab of this name, or takes one that is empty and nobody's: what an earlier start left that was cut off. */
function insertTab(ports: OwnTablePorts, name: string): TablePort {
  const { workbook } = ports;
  const marks = workbook.marks();
  for (let number = 1; number <= MOST_NAMES; number++) {
    const wanted = number === 1 ? name : `${name} (${number})`;
    const there = workbook.tableNamed(wanted);
    if (there !== null) {
      if (!marks.some(({ tab }) => tab === there.id) && there.used().rows === 0) return there;
      continue;
    }
    try {
      return workbook.insert(wanted);
    } catch (error) {
      // A name that differs in case alone is taken too.
      if (ports.problemFrom(error).code !== 'tabNameTaken') throw error;
    }
  }
  throw new ProblemError(problemOf('tabTaken', { tab: name }));
}

/** Characters that a tab's name cannot hold become blanks [weak: `[ ] * ? : / \`]; the rest is cut. */
export function tabNameOf(prefix: string, name: string, otherwise: string): string {
  const clean = name
    .replace(/[[\]*?:/\\]|\p{Cc}/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s']+|[\s']+$/gu, '');
  const whole = `${prefix}${clean === '' ? otherwise : clean}`;
  return cut(whole, LONGEST_TAB_NAME).trim();
}

/** A tab's name has at most 100 characters [weak]; a number may follow. */
const LONGEST_TAB_NAME = 90;

/** Never between the two halves of a character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const short = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short;
}
