/** One cell. Most have a value and a format and nothing else, so everything rare is absent instead of empty. JSON only. */
import { GENERAL } from './display';
import type { CellValue } from './typing';
import type { RunRef } from './wire';

export interface Cell {
  readonly value: CellValue;
  readonly formula: string;
  readonly format: string;
  readonly note: string;
  /** Content beyond the value: every value that is written destroys it. */
  readonly rich?: RichContent;
  /** How the cell looks, apart from the number format: stays when a value is written. */
  readonly style?: CellStyle;
  /** The cell holds an array formula with this result, which fills the neighbours. */
  readonly spill?: readonly (readonly CellValue[])[];
  /** The value is a neighbour's array formula's. Scripts cannot tell it from any other. */
  readonly spilled?: true;
}

export interface RichContent {
  /** Parts of the text that are styled or linked, in order, without overlap. */
  readonly runs?: readonly RunRef[];
  readonly chips?: readonly Chip[];
  readonly image?: CellPicture;
}

/** A smart chip: a person, a file, a place. No class of SpreadsheetApp shows it; getValue gives its text. [typings; weak] */
export interface Chip {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/** An image in the cell, not over it. */
export interface CellPicture {
  readonly url: string;
}

export interface CellStyle {
  /** Lower-case hex, such as `#fff2cc`. */
  readonly background?: string;
  readonly fontColor?: string;
  readonly bold?: true;
  readonly wrap?: WrapName;
}

export type WrapName = 'WRAP' | 'OVERFLOW' | 'CLIP';

export const EMPTY: Cell = { value: '', formula: '', format: GENERAL, note: '' };

export function hasContent(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.value !== '' || cell.formula !== '' || cell.rich?.image !== undefined);
}

/** The cell with another value or formula; whatever else made up its content is gone, its looks and its note stay. */
export function withContent(cell: Cell, value: CellValue, formula = '', format = cell.format): Cell {
  const { note, style } = cell;
  return style === undefined ? { value, formula, format, note } : { value, formula, format, note, style };
}

/** The cell with another look; null goes back to the default. */
export function withStyle(
  { style, ...cell }: Cell,
  changes: { readonly [K in keyof CellStyle]?: CellStyle[K] | null },
): Cell {
  const next = Object.fromEntries(
    Object.entries({ ...style, ...changes }).filter(([, value]) => value !== null),
  ) as CellStyle;
  return Object.keys(next).length === 0 ? cell : { ...cell, style: next };
}

/** What an inserted row or column takes over from its neighbour: formats, no contents. */
export function lookOf(cell: Cell | undefined): Cell | undefined {
  if (!cell) return undefined;
  const { format, style } = cell;
  return style === undefined ? { ...EMPTY, format } : { ...EMPTY, format, style };
}
