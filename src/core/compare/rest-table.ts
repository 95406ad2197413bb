/** The tab `Not on your list`: who is in a space and stands in no row of a list. One row a membership, found again by its name. */
import type { Membership } from '../chat/membership';
import type { JobPorts } from '../job/kind';
import { rosterCells, rosterTable, type RosterCells, type RosterColumn } from '../roster/columns';
import { wholeSeconds } from '../roster/roster-tab';
import { extentOf } from '../table/area';
import { cellText, isDate } from '../table/cell';
import { KeyedTable, type KeyedKind } from '../table/keyed-table';
import { readRows } from '../table/row-range';
import { completeOwnTable, findOwnTable, makeOwnTable } from '../table/own-table';

export type RestPorts = Pick<JobPorts, 'workbook' | 'catalogue' | 'problemFrom'>;

/** The name of such tabs, the same in every language. */
const REST_TAB = 'Not on your list';

/** What is compared: the tab of the list, by id, and the space, `spaces/…`. */
export interface Compared {
  readonly tab: number;
  readonly space: string;
}

/** One table for each list and space: a list that is compared again finds its own. */
function restKind({ tab, space }: Compared): KeyedKind<RosterColumn> {
  return { ...rosterTable(null), kind: `rest:${tab}:${space}` };
}

export class RestTable {
  private constructor(
    private readonly keyed: KeyedTable<RosterColumn>,
    private readonly ports: RestPorts,
  ) {}

  /** Opens the table of a list and a space; null where there is none. */
  static find(ports: RestPorts, compared: Compared): RestTable | null {
    const kind = restKind(compared);
    const found = findOwnTable(ports.workbook, ports.workbook.marks(), kind);
    return found === null ? null : new RestTable(new KeyedTable(ports, kind, found), ports);
  }

  /** Opens it, made where there is none and completed where columns that it needs are missing. */
  static open(ports: RestPorts, compared: Compared): RestTable {
    const kind = restKind(compared);
    const found = findOwnTable(ports.workbook, ports.workbook.marks(), kind);
    const table = found === null ? makeOwnTable(ports, kind, REST_TAB) : completeOwnTable(ports, kind, found);
    return new RestTable(new KeyedTable(ports, kind, table), ports);
  }

  get id(): number {
    return this.keyed.id;
  }

  get name(): string {
    return this.keyed.table.name();
  }

  /** Names of all memberships that have a row. */
  get names(): ReadonlySet<string> {
    return new Set(this.keyed.rows.keys());
  }

  /** Writes members, found by the comparison that began at `seen` (milliseconds since the epoch). */
  write(
    memberships: readonly Membership[],
    where: { readonly name: string; readonly link: string },
    seen: number,
  ): void {
    const { catalogue } = this.ports;
    this.keyed.upsert(
      new Map(
        memberships.map((one): [string, RosterCells] => [
          one.name ?? '',
          rosterCells(one, { ...where, seen, catalogue }),
        ]),
      ),
    );
  }

  /** Says of people that they stand on the list by now. */
  writeOnList(names: readonly string[]): void {
    const state = this.ports.catalogue.compare.onList;
    this.keyed.upsert(new Map(names.map((name): [string, RosterCells] => [name, { state }])));
  }

  /** Rows that the comparison that began then (milliseconds since the epoch) has written: nobody in them is on the list. */
  rowsSince(since: number): readonly number[] {
    return [...this.keyed.rows.values()]
      .filter(
        ({ cells: { seen } }) =>
          seen !== undefined && isDate(seen) && wholeSeconds(seen.getTime()) >= wholeSeconds(since),
      )
      .map(({ row }) => row);
  }

  /** What stands in some columns of some rows; blank where a column was deleted. */
  texts<K extends RosterColumn>(
    columns: readonly K[],
    rows: readonly number[],
  ): readonly Readonly<Record<K, string>>[] {
    const extent = extentOf(rows);
    if (extent === null) return [];
    const at = columns.map((key) => [key, this.keyed.column(key)] as const);
    const present = at.flatMap(([, column]) => column ?? []);
    const read = readRows(this.keyed.table, present, extent);
    return rows.map(
      (row) =>
        Object.fromEntries(at.map(([key, column]) => [key, cellText(read.cell(row, column))])) as Record<
          K,
          string
        >,
    );
  }
}
