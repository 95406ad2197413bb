/** What travels between the spreadsheet classes inside a script and the emulator outside. JSON only. */
import type { Area } from './area';

/** A tab as a script holds it: its id counts, the rest was true when it was asked for. */
export interface SheetRef {
  readonly id: number;
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
}

export interface RangeRef {
  readonly sheet: SheetRef;
  readonly areas: readonly Area[];
}

/** A cell on its way in. An error value, such as that of NaN, goes by its text. */
export type CellInput =
  string | number | boolean | null | { readonly $date: number } | { readonly $error: string };

/** A cell on its way out. */
export type CellOutput = string | number | boolean | { readonly $date: number };

export interface MetadataRef {
  readonly id: number;
  readonly key: string;
  readonly value: string | null;
  readonly kind: 'row' | 'column';
  readonly sheet: SheetRef;
  /** The whole row or column. */
  readonly area: Area;
}

/** What a metadata finder of a tab looks for, on its rows and columns. */
export interface MetadataQuery {
  readonly sheet: number;
  readonly key: string | null;
}
