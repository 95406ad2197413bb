/** A tab with a list of members: one row a membership, found again by its name wherever it was sorted to. */
import type { Membership } from '../chat/membership';
import type { Composition } from '../contract';
import type { JobPorts } from '../job/kind';
import { cellText, isDate, type Cell } from '../table/cell';
import { KeyedTable } from '../table/keyed-table';
import { completeOwnTable, findOwnTable, makeOwnTable, type OwnTable } from '../table/own-table';
import { ROSTER_TAB, rosterTable, type RosterCells, type RosterColumn } from './columns';
import { composition } from './composition';
import { GONE, readDigest } from './digest';

export type RosterPorts = Pick<JobPorts, 'workbook' | 'catalogue' | 'problemFrom'>;

/** Mark of a list whose changes are logged. */
const LOGS_CHANGES = 'changes';
/** Begins the mark that says who listed it last, by a hashed key. */
const LISTED_BY = 'by:';

/** A row as a listing compares it. */
export interface HeldRow {
  readonly row: number;
  /** Milliseconds since the epoch, in whole seconds; null where the cell holds no time. */
  readonly seen: number | null;
  readonly digest: Cell;
}

export class RosterTab {
  private readonly keyed: KeyedTable<RosterColumn>;

  private constructor(
    private readonly ports: RosterPorts,
    /** `spaces/…`; null for the list of several spaces. */
    readonly space: string | null,
    found: OwnTable<RosterColumn>,
  ) {
    this.keyed = new KeyedTable(ports, rosterTable(space), found);
  }

  /** Opens the list of a space, or of several; null where there is none. */
  static find(ports: RosterPorts, space: string | null): RosterTab | null {
    const found = findOwnTable(ports.workbook, ports.workbook.marks(), rosterTable(space));
    return found === null ? null : new RosterTab(ports, space, found);
  }

  /** Opens it, made under a name where there is none and completed where columns that it needs are missing. */
  static open(ports: RosterPorts, space: string | null, name: string): RosterTab {
    const kind = rosterTable(space);
    const found = findOwnTable(ports.workbook, ports.workbook.marks(), kind);
    return new RosterTab(
      ports,
      space,
      found === null ? makeOwnTable(ports, kind, name) : completeOwnTable(ports, kind, found),
    );
  }

  get id(): number {
    return this.keyed.id;
  }

  get name(): string {
    return this.keyed.table.name();
  }

  get logsChanges(): boolean {
    return this.marks().includes(LOGS_CHANGES);
  }

  switchChanges(on: boolean): void {
    if (on === this.logsChanges) return;
    if (on) this.keyed.table.addMark(null, LOGS_CHANGES);
    else this.keyed.table.removeMark(null, LOGS_CHANGES);
  }

  /** Who listed it last and completely, by a hashed key; null where nobody did. */
  get listedBy(): string | null {
    const mark = this.marks().find((value) => value.startsWith(LISTED_BY));
    return mark?.slice(LISTED_BY.length) ?? null;
  }

  /** Whether it was listed to its end at least once. */
  get isListed(): boolean {
    return this.listedBy !== null;
  }

  noteListedBy(who: string): void {
    const before = this.listedBy;
    if (before === who) return;
    if (before !== null) this.keyed.table.removeMark(null, LISTED_BY + before);
    this.keyed.table.addMark(null, LISTED_BY + who);
  }

  /** The row of a membership. */
  held(membership: string): HeldRow | null {
    const found = this.keyed.rows.get(membership);
    return found === undefined ? null : heldOf(found);
  }

  /** All rows, by space (`spaces/…`) and membership. */
  bySpace(): ReadonlyMap<string, ReadonlyMap<string, HeldRow>> {
    const spaces = new Map<string, Map<string, HeldRow>>();
    for (const [name, found] of this.keyed.rows) {
      const space = name.slice(0, name.indexOf('/members/'));
      const rows = spaces.get(space) ?? new Map<string, HeldRow>();
      rows.set(name, heldOf(found));
      spaces.set(space, rows);
    }
    return spaces;
  }

  /** What members are called in their rows, by membership; without those whose rows name nobody. */
  namesOf(memberships: readonly string[]): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    for (const [membership, { name, email }] of this.keyed.cellsOf(memberships, ['name', 'email'])) {
      const shown = [name, email].map((cell) => cellText(cell ?? '')).find((text) => text !== '');
      if (shown !== undefined) names.set(membership, shown);
    }
    return names;
  }

  /** Writes rows, see `KeyedTable.upsert`. */
  upsert(updates: ReadonlyMap<string, RosterCells>): void {
    this.keyed.upsert(updates);
  }

  private marks(): readonly string[] {
    const { id } = this;
    return this.ports.workbook
      .marks()
      .flatMap(({ tab, column, value }) => (tab === id && column === null ? [value] : []));
  }
}

/** The numbers of those rows that a listing has seen. */
export function numbersOf(rows: Iterable<HeldRow>, seen: number): Composition {
  const counted = [...rows].flatMap((row) => {
    const digest = row.seen === seen ? readDigest(row.digest) : null;
    return digest === null || digest.state === GONE ? [] : [digest];
  });
  return composition(counted);
}

/** A sheet keeps times as parts of a day: seconds survive it. */
export function wholeSeconds(milliseconds: number): number {
  return Math.round(milliseconds / 1000) * 1000;
}

/** The name of a list's tab before characters are replaced. */
export function rosterTabName(space: string | null): string {
  return space === null ? ROSTER_TAB : `${ROSTER_TAB} of `;
}

/** Members by the names of their memberships: of one that comes twice the last counts, one without a name cannot be kept. */
export function byName(memberships: readonly Membership[]): ReadonlyMap<string, Membership> {
  return new Map(memberships.flatMap((one) => (one.name === undefined ? [] : [[one.name, one] as const])));
}

function heldOf({
  row,
  cells,
}: {
  readonly row: number;
  readonly cells: Partial<Record<RosterColumn, Cell>>;
}): HeldRow {
  const { seen = '', digest = '' } = cells;
  return { row, seen: isDate(seen) ? wholeSeconds(seen.getTime()) : null, digest };
}
