/** Cell values between scripts, people and the grid: what a written value becomes, and what a read gives back. */
import { ScriptException } from '../host';
import type { Book } from './book';
import { GENERAL, isDateFormat } from './display';
import { EMPTY, type Cell } from './tab';
import { typed, type CellValue } from './typing';
import type { CellInput, CellOutput } from './wire';

const LONGEST_TEXT = 50_000;

/** Throws where a text is too long for a cell: at once, before anything is written. [field reports] */
export function checkLength(input: CellInput): void {
  if (typeof input === 'string' && input.length > LONGEST_TEXT) {
    throw new ScriptException(
      `Your input contains more than the maximum of ${LONGEST_TEXT} characters in a single cell.`,
    );
  }
}

/** What changes in a cell when a value is written into it as setValue does. `year` is the current one. */
export function writeInto(cell: Cell, input: CellInput, book: Book, year: number): Partial<Cell> {
  if (input === null || input === '') return { value: '', formula: '' };
  if (typeof input === 'string') {
    const { value, formula, format } = typed(input, cell.format, book.locale, year);
    return { value, formula, ...formatFor(cell, format) };
  }
  if (typeof input !== 'object') return { value: input, formula: '' };
  if ('$error' in input) return { value: input.$error, formula: '' };
  return {
    value: book.zone.toSerial(input.$date),
    formula: '',
    ...formatFor(cell, book.locale.date),
  };
}

/** A format comes with a value only into a cell that has none of its own. */
function formatFor(cell: Cell, format: string): Partial<Cell> {
  return format !== '' && cell.format === GENERAL ? { format } : {};
}

/** What getValue gives: a number under a date format is an instant in the spreadsheet's zone. */
export function readOut({ value, format }: Cell, book: Book): CellOutput {
  if (typeof value === 'number' && isDateFormat(format)) return { $date: book.zone.toInstant(value) };
  return value;
}

/** A stored value given by hand as it is: text stays text, a Date or `{$date}` becomes a date. Throws for anything else. */
export function asStored(input: unknown, book: Book): Pick<Cell, 'value' | 'formula'> & Partial<Cell> {
  if (input === null || input === undefined) return { value: '', formula: '' };
  if (typeof input === 'string' || typeof input === 'number' || typeof input === 'boolean') {
    return { value: input, formula: '' };
  }
  const instant = instantOf(input);
  if (instant !== null) {
    return { value: book.zone.toSerial(instant), formula: '', format: book.locale.date };
  }
  if (isResult(input)) return { value: input.value, formula: input.formula };
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

/** A cell that is emptied keeps its format and its note. [doc: Range.clearContent] */
export const CLEARED: Partial<Cell> = { value: EMPTY.value, formula: EMPTY.formula };
