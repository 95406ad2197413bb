/** The managed columns of one kind of table: their order, what each holds, the marks by which they are found again. */
import type { Catalogue } from '../locales/catalogue';
import type { Mark } from '../ports';

/** Number format of texts: under it a text stays the very text. */
export const TEXT_FORMAT = '@';
export const TIME_FORMAT = 'yyyy-mm-dd hh:mm';
export const COUNT_FORMAT = '#,##0';

export interface ColumnSet<K extends string> {
  /** From left to right, as they are added to a table. */
  readonly keys: readonly K[];
  /** What a column's mark begins with; the column's key follows. */
  readonly prefix: string;
  /** Number formats of the columns that do not hold text. */
  readonly formats: Readonly<Partial<Record<K, string>>>;
  /** Titles in a language. */
  readonly titles: (catalogue: Catalogue) => Readonly<Record<K, string>>;
  /** Every title that a column has or had, in every language: tells an original from a copied column. */
  readonly knownTitles: (key: K) => ReadonlySet<string>;
}

/** Where the managed columns of a tab are. One-based. */
export type ManagedColumns<K extends string> = ReadonlyMap<K, number>;

export function markOf<K extends string>(set: ColumnSet<K>, key: K): string {
  return `${set.prefix}${key}`;
}

export function formatOf<K extends string>(set: ColumnSet<K>, key: K): string {
  return set.formats[key] ?? TEXT_FORMAT;
}

/** Columns that carry each mark of a tab, from left to right: more than one where a column was copied with its mark. */
export function markedColumns(marks: readonly Mark[], tab: number): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const mark of marks) {
    if (mark.tab !== tab || mark.column === null) continue;
    const columns = found.get(mark.value) ?? [];
    if (!columns.includes(mark.column)) columns.push(mark.column);
    found.set(
      mark.value,
      columns.sort((a, b) => a - b),
    );
  }
  return found;
}

/** Where the columns of a table are. */
export interface TableView<K extends string> {
  readonly managed: ManagedColumns<K>;
  /** Columns whose cells tell what a row is about: its question, or its key. They are never written here. */
  readonly identity: readonly number[];
}
