/** The tab `Changes`: what changed in lists of members from one listing to the next. Rows are only added, each with a key of its own. */
import type { JobPorts } from '../job/kind';
import { CATALOGUES } from '../locales/catalogue';
import { contiguousRuns } from '../table/area';
import { isDate, type Content } from '../table/cell';
import { TIME_FORMAT, type ColumnSet } from '../table/column-set';
import { KeyedTable, type KeyedKind } from '../table/keyed-table';
import { completeOwnTable, findOwnTable, makeOwnTable, type OwnTable } from '../table/own-table';
import { readRows } from '../table/row-range';

const KEYS = [
  'noticed',
  'happened',
  'spaceName',
  'list',
  'member',
  'what',
  'before',
  'after',
  'membership',
  'key',
] as const;

export type ChangeColumn = (typeof KEYS)[number];
export type ChangeCells = Readonly<Record<Exclude<ChangeColumn, 'key'>, Content>>;

const CHANGE_COLUMNS: ColumnSet<ChangeColumn> = {
  keys: KEYS,
  prefix: 'change:',
  formats: { noticed: TIME_FORMAT, happened: TIME_FORMAT },
  titles: ({ roster }) => roster.changeColumns,
  knownTitles: (key) => new Set(CATALOGUES.map(({ roster }) => roster.changeColumns[key])),
};

const CHANGES_TABLE: KeyedKind<ChangeColumn> = {
  kind: 'changes',
  set: CHANGE_COLUMNS,
  key: 'key',
  needed: ['noticed', 'what', 'membership'],
  kept: ['noticed', 'key'],
  isKey: (text) => text.split('|').length === 4,
  witness: 'key',
  stray: {},
};

/** The same in every language. */
export const CHANGES_TAB = 'Changes';
/** Older rows go. */
const KEPT_MS = 90 * 24 * 60 * 60_000;

export class ChangesTab {
  private readonly keyed: KeyedTable<ChangeColumn>;

  private constructor(ports: JobPorts, found: OwnTable<ChangeColumn>) {
    this.keyed = new KeyedTable(ports, CHANGES_TABLE, found);
  }

  /** Opens it, made where there is none; rows that are too old go first. Runs under the lock. */
  static open(ports: JobPorts): ChangesTab {
    const found = findOwnTable(ports.workbook, ports.workbook.marks(), CHANGES_TABLE);
    if (found === null) return new ChangesTab(ports, makeOwnTable(ports, CHANGES_TABLE, CHANGES_TAB));
    const whole = completeOwnTable(ports, CHANGES_TABLE, found);
    removeOld(whole, ports.clock.now() - KEPT_MS);
    return new ChangesTab(ports, whole);
  }

  /** Adds those whose key is not there yet, and flushes. */
  append(changes: ReadonlyMap<string, ChangeCells>): void {
    const { rows } = this.keyed;
    const missing = [...changes].filter(([key]) => !rows.has(key));
    if (missing.length > 0) this.keyed.upsert(new Map(missing));
  }
}

/** Deletes rows that were noticed before a time: the last ones first, each run looked at again right before it goes. */
function removeOld({ table, managed }: OwnTable<ChangeColumn>, before: number): void {
  const [noticed, key] = [managed.get('noticed'), managed.get('key')];
  const used = table.used().rows;
  if (noticed === undefined || key === undefined || used < 2) return;
  const oldIn = (rows: readonly [number, number]): readonly number[] => {
    const read = readRows(table, [noticed, key], rows);
    return read.rows.filter((row) => {
      const time = read.cell(row, noticed);
      return isDate(time) && time.getTime() < before && CHANGES_TABLE.isKey(String(read.cell(row, key)));
    });
  };
  for (const run of [...contiguousRuns(oldIn([1, used]))].reverse()) {
    const [top, bottom] = run;
    if (oldIn(run).length === bottom - top + 1) table.deleteRows(top, bottom - top + 1);
  }
}
