/** Cell values between scripts, people and the grid: what a written value becomes, and what a read gives back. */
import type { Book } from './book';
import { withContent, type Cell } from './cell';
import { GENERAL, isDateFormat } from './display';
import { Refusal } from './refusal';
import { typed, type CellValue, type Reading } from './typing';
import type { CellInput, CellOutput } from './wire';
import type { Zone } from './zone';

const LONGEST_TEXT = 50_000;

/** Throws where a text is too long for a cell: at once, before anything is written. [field reports] */
export function checkLength(input: CellInput): void {
  if (typeof input === 'string' && input.length > LONGEST_TEXT) {
    throw new Refusal('textTooLong', { most: LONGEST_TEXT });
  }
}

/** How written values are read at present. */
export interface ValueReading extends Reading {
  readonly zone: Zone;
}

/** The cell after a value was written into it as setValue does. */
export function writeInto(cell: Cell, input: CellInput, reading: ValueReading): Cell {
  if (input === null || input === '') return withContent(cell, '');
  if (typeof input === 'string') {
    const { value, formula, format } = typed(input, cell.format, reading);
    return withContent(cell, value, formula, formatFor(cell, format));
  }
  if (typeof input !== 'object') return withContent(cell, input);
  if ('$error' in input) return withContent(cell, input.$error);
  const { zone, locale } = reading;
  return withContent(cell, zone.toSerial(input.$date), '', formatFor(cell, locale.date));
}

/** A format comes with a value only into a cell that has none of its own. */
function formatFor(cell: Cell, format: string): string {
  return format !== '' && cell.format === GENERAL ? format : cell.format;
}

/** What getValue gives: a number under a date format is an instant in the spreadsheet's zone. */
export function readOut({ value, format, rich }: Cell, zone: Zone): CellOutput {
  if (typeof value === 'number' && isDateFormat(format)) return { $date: zone.toInstant(value) };
  return rich?.image === undefined ? value : { $image: rich.image.url };
}

/** The cell after a stored value was put into it by hand: text stays text, a Date or `{$date}` becomes a date. Throws for anything else. */
export function putInto(cell: Cell, input: unknown, { zone, locale }: Pick<Book, 'zone' | 'locale'>): Cell {
  if (input === null || input === undefined) return withContent(cell, '');
  if (typeof input === 'string' || typeof input === 'number' || typeof input === 'boolean') {
    return withContent(cell, input);
  }
  const instant = instantOf(input);
  if (instant !== null) {
    return withContent(cell, zone.toSerial(instant), '', formatFor(cell, locale.date));
  }
  if (isResult(input)) return withContent(cell, input.value, input.formula);
  throw new TypeError('A cell takes a text, a number, a boolean, a Date or {formula, value}.');
}

function instantOf(input: unknown): number | null {
  if (input instanceof Date) return input.getTime();
  if (typeof input !== 'object' || input === null || !('$date' in input)) return null;
  return typeof input.$date === 'number' ? input.$date : null;
}

/** A formula with the result that it shows. */
function isResult(input: unknown): input is { readonly formula: string; readonly value: CellValue } {
  return (
    typeof input === 'object' &&
    input !== null &&
    'formula' in input &&
    typeof input.formula === 'string' &&
    'value' in input &&
    ['string', 'number', 'boolean'].includes(typeof input.value)
  );
}
