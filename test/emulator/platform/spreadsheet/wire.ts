/** What travels between the spreadsheet classes inside a script and the emulator outside. JSON only. */
import type { Area, GridSize } from './area';

/** A tab as a script holds it: its id counts, the rest was true when it was asked for. */
export interface SheetRef extends GridSize {
  readonly id: number;
  readonly name: string;
}

export interface RangeRef {
  readonly sheet: SheetRef;
  readonly areas: readonly Area[];
}

/** A cell on its way in. An error value, such as that of NaN, goes by its text. */
export type CellInput =
  string | number | boolean | null | { readonly $date: number } | { readonly $error: string };

/** A cell on its way out. */
export type CellOutput = string | number | boolean | { readonly $date: number } | { readonly $image: string };

/** A text with its parts; a text without any goes as it is, and null stands for a cell that holds no text. */
export type RichText = string | { readonly text: string; readonly runs: readonly RunRef[] };

/** Offsets count UTF-16 units. A style is opaque: scripts only hand it back. */
export interface RunRef {
  readonly start: number;
  readonly end: number;
  readonly link?: string;
  readonly style?: string;
}

export interface MetadataRef {
  readonly id: number;
  readonly key: string;
  readonly value: string | null;
  readonly kind: 'row' | 'column' | 'sheet';
  readonly sheet: SheetRef;
  /** The whole row or column; null for a sheet. */
  readonly area: Area | null;
}

/** What a metadata finder looks for; null is anything. */
export interface MetadataQuery {
  readonly sheet: number | null;
  readonly key: string | null;
  readonly value: string | null;
}

/** What a conditional format rule asks and shows. Colours are lower-case hex. */
export interface RuleBody {
  /** A name of BooleanCriteria; null for a colour scale. */
  readonly criteria: string | null;
  readonly values: readonly (string | number)[];
  readonly background?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  /** Of a colour scale: opaque, scripts only hand it back. */
  readonly scale?: string;
}

/** A rule on its way in or out. */
export interface RuleRef extends RuleBody {
  readonly ranges: readonly { readonly sheet: SheetRef; readonly area: Area }[];
}
