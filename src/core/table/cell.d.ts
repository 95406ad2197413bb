/** What a cell of a sheet gives and takes. */
/** A Date is a cell with a real date and time. */
export type Cell = string | number | boolean | Date;
/**
 * Reads what `getValues` gives. Dates are told by their tag, since a value read from a sheet may fail `instanceof Date`
 * [field report]; whatever else there may be (an image in a cell) is shown as its text.
 */
export declare function toCell(value: unknown): Cell;
/** Tells whether a cell holds a date. */
export declare function isDate(value: unknown): value is Date;
export declare function isSameCell(a: Cell, b: Cell): boolean;
/**
 * The text of a cell as a question. A long number has lost its digits already and must not pass for another id; a date is
 * none; a checkbox asks nothing.
 */
export declare function cellText(cell: Cell): string;
export declare function isBlank(cell: Cell): boolean;
