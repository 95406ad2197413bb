/** Arguments of the spreadsheet classes on their way out: checked as Google checks them, at once. */
import type { CellInput } from '../spreadsheet/wire';
import { isDate, missing, refusal, signatureError } from './inside';

/**
 * What a class of ours promises of Google's: these members, with the typings' own arguments. What they return is ours.
 */
export type Offers<T, K extends keyof T> = {
  [P in K]: T[P] extends (...args: infer A) => unknown ? (...args: A) => unknown : never;
};

/** A cell value as it travels. Google makes an error of NaN and a Java name of an array; [field reports] */
export function cellInput(value: unknown, member: string): CellInput | Date {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Number.isNaN(value)) return { $error: '#NUM!' };
  if (isDate(value) && !Number.isNaN(value.getTime())) return value;
  if (Array.isArray(value)) return '[Ljava.lang.Object;@5d23044d';
  // A plain object, an image, Infinity, an invalid Date, a function: not established, so nobody shall build on it.
  throw signatureError(member, [value]);
}

/** A block of the very shape of a range. Throws Google's messages for every other. */
export function blockOf<T>(
  block: unknown,
  shape: { readonly rows: number; readonly columns: number },
  member: string,
  part: (value: unknown) => T,
): T[][] {
  if (!isBlock(block)) throw signatureError(member, [block]);
  if (block.length !== shape.rows) throw refusal('rowsDiffer', { given: block.length, wanted: shape.rows });
  return block.map((row) => {
    if (row.length !== shape.columns) {
      throw refusal('columnsDiffer', { given: row.length, wanted: shape.columns });
    }
    // From, because a hole in an array is a value too.
    return Array.from(row, part);
  });
}

function isBlock(block: unknown): block is readonly (readonly unknown[])[] {
  return Array.isArray(block) && block.every((row) => Array.isArray(row));
}

/** Throws the signature message unless all are numbers. */
export function requireNumbers(member: string, args: readonly unknown[]): asserts args is readonly number[] {
  if (!args.every((one) => typeof one === 'number' && Number.isFinite(one)))
    throw signatureError(member, args);
}

/** A text, or the signature message. */
export function textFor(member: string): (value: unknown) => string {
  return (value) => {
    if (typeof value !== 'string') throw signatureError(member, [value]);
    return value;
  };
}

const COLORS: Readonly<Record<string, string>> = {
  black: '#000000',
  silver: '#c0c0c0',
  gray: '#808080',
  white: '#ffffff',
  maroon: '#800000',
  red: '#ff0000',
  purple: '#800080',
  fuchsia: '#ff00ff',
  green: '#008000',
  lime: '#00ff00',
  olive: '#808000',
  yellow: '#ffff00',
  navy: '#000080',
  blue: '#0000ff',
  teal: '#008080',
  aqua: '#00ffff',
  orange: '#ffa500',
};

/** A colour as lower-case hex; null for the default. Names count in any case. [tested live by gas-fakes] */
export function colorFor(member: string): (value: unknown) => string | null {
  return (value) => {
    if (value === null) return null;
    if (typeof value !== 'string') throw signatureError(member, [value]);
    const color = value.toLowerCase();
    if (/^#[0-9a-f]{6}$/.test(color)) return color;
    const hex = COLORS[color];
    // Google takes any text; what becomes of one that is no colour is not established.
    if (hex === undefined) throw missing(`The colour "${value}"`);
    return hex;
  };
}
