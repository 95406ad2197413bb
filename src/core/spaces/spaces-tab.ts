/** The tab `Spaces`: one row a space, found again by its `Chat space` wherever it was sorted to. */
import type { JobPorts } from '../job/kind';
import { extentOf } from '../table/area';
import { KeyedTable, type KeyedKind, type KeyedRow } from '../table/keyed-table';
import { completeOwnTable, findOwnTable, makeOwnTable, type OwnTable } from '../table/own-table';
import { SPACE_KEYS, SPACES_TAB, SPACES_TABLE, type SpaceCells, type SpaceColumn } from './columns';

export type SpacesPorts = Pick<JobPorts, 'workbook' | 'catalogue' | 'problemFrom'>;

/** A row of the tab as it was read. */
export type SpaceRow = KeyedRow<SpaceColumn>;

const KEYED: KeyedKind<SpaceColumn> = {
  ...SPACES_TABLE,
  kept: SPACE_KEYS,
  isKey: (text) => /^spaces\/[\w-]+$/.test(text),
  witness: 'listed',
  stray: {},
};

export class SpacesTab {
  private readonly keyed: KeyedTable<SpaceColumn>;

  private constructor(ports: SpacesPorts, found: OwnTable<SpaceColumn>) {
    this.keyed = new KeyedTable(ports, KEYED, found);
  }

  /** Opens the tab; null where there is none. */
  static find(ports: SpacesPorts): SpacesTab | null {
    const found = findOwnTable(ports.workbook, ports.workbook.marks(), SPACES_TABLE);
    return found === null ? null : new SpacesTab(ports, found);
  }

  /** Opens the tab, made where there is none and completed where columns that it needs are missing. */
  static open(ports: SpacesPorts): SpacesTab {
    const found = findOwnTable(ports.workbook, ports.workbook.marks(), SPACES_TABLE);
    return new SpacesTab(
      ports,
      found === null
        ? makeOwnTable(ports, SPACES_TABLE, SPACES_TAB)
        : completeOwnTable(ports, SPACES_TABLE, found),
    );
  }

  get id(): number {
    return this.keyed.id;
  }

  /** Rows by `spaces/…`. */
  get rows(): ReadonlyMap<string, SpaceRow> {
    return this.keyed.rows;
  }

  /** The links of the names in these rows, by row; one call. */
  linksIn(rows: readonly number[]): ReadonlyMap<number, string> {
    const column = this.keyed.column('name');
    const extent = extentOf(rows);
    if (column === undefined || extent === null) return new Map();
    const area = { row: extent[0], column, rows: extent[1] - extent[0] + 1, columns: 1 };
    const links = this.keyed.table.links(area);
    return new Map(
      rows.flatMap((row) => {
        const link = links[row - extent[0]]?.[0] ?? null;
        return link === null ? [] : [[row, link] as const];
      }),
    );
  }

  /** Writes cells of spaces, see `KeyedTable.upsert`. */
  upsert(updates: ReadonlyMap<string, SpaceCells>): void {
    this.keyed.upsert(updates);
  }
}
