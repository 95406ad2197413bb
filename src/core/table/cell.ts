/** What a cell of a sheet gives and takes. */

/** A Date is a cell with a real date and time. */
export type Cell = string | number | boolean | Date;

/** A text whose whole cell is a link. Written as rich text, so that nothing in it is taken for a formula [not established]. */
export interface LinkedText {
  readonly text: string;
  /** An address; empty for a text without a link. */
  readonly link: string;
}

/** What a write puts into a cell. */
export type Content = Cell | LinkedText;

export function isLinked(content: Content): content is LinkedText {
  return typeof content === 'object' && !isDate(content);
}

/** What a cell gives that was written so. */
export function cellOf(content: Content): Cell {
  return isLinked(content) ? content.text : content;
}

/**
 * Reads what `getValues` gives. Dates are told by their tag, since a value read from a sheet may fail `instanceof Date`
 * [field report]; whatever else there may be (an image in a cell) is shown as its text.
 */
export function toCell(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return isDate(value) ? new Date(value.getTime()) : String(value);
}

/** Tells whether a cell holds a date. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

export function isSameCell(a: Cell, b: Cell): boolean {
  return a === b || (isDate(a) && isDate(b) && a.getTime() === b.getTime());
}

/** Sheets keeps 15 digits of a number: from here on the last ones may be gone. */
const FIRST_ROUNDED = 1e15;

/**
 * The text of a cell as a question. A long number has lost its digits already and must not pass for another id; a date is
 * none; a checkbox asks nothing.
 */
export function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return Math.abs(cell) >= FIRST_ROUNDED ? cell.toExponential() : String(cell);
  return typeof cell === 'boolean' ? '' : cell.toISOString().slice(0, 16).replace('T', ' ');
}

export function isBlank(cell: Cell): boolean {
  return cellText(cell).trim() === '';
}
