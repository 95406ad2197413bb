/** Arguments of the spreadsheet classes on their way out: checked as Google checks them, at once. */
import type { CellInput } from '../spreadsheet/wire';
import { Exception, signatureError } from './inside';

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
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value;
  if (Array.isArray(value)) return '[Ljava.lang.Object;@5d23044d';
  // A plain object, Infinity, an invalid Date, a function: not established, so nobody shall build on it.
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
  requireSame('rows', block.length, shape.rows);
  return block.map((row) => {
    requireSame('columns', row.length, shape.columns);
    // From, because a hole in an array is a value too.
    return Array.from(row, part);
  });
}

function isBlock(block: unknown): block is readonly (readonly unknown[])[] {
  return Array.isArray(block) && block.every((row) => Array.isArray(row));
}

function requireSame(what: 'rows' | 'columns', given: number, wanted: number): void {
  if (given === wanted) return;
  throw new Exception(
    `The number of ${what} in the data does not match the number of ${what} in the range. ` +
      `The data has ${given} but the range has ${wanted}.`,
  );
}

/** Throws the signature message unless all are numbers. */
export function requireNumbers(member: string, args: readonly unknown[]): asserts args is readonly number[] {
  if (!args.every((one) => typeof one === 'number' && Number.isFinite(one)))
    throw signatureError(member, args);
}
