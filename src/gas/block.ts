/** A part of a table, read in one call and written in one block per run of our columns: nothing that is not ours is touched. */
import { COLUMN_KEYS, formatOf, TEXT_FORMAT, type Cell, type ColumnKey } from '../core/columns';
import type { TypedQuestion } from '../core/selection';
import type { Table } from './table';

/** New cells for rows, by row number. A column that is not named keeps its cell. */
export type Updates = ReadonlyMap<number, Readonly<Partial<Record<ColumnKey, Cell>>>>;

/** Rows `top` to `top + height - 1`, all columns from the first to the last that matters. */
export interface Block {
  readonly table: Table;
  readonly top: number;
  readonly left: number;
  readonly cells: readonly (readonly Cell[])[];
}

/** Cells read at most in one call, so that a step needs the same memory for a small and for a large job. */
const MOST_CELLS = 200_000;

/** Rows of a table that one block may hold. */
export function rowsPerBlock(table: Table): number {
  const { left, right } = span(table);
  return Math.max(500, Math.floor(MOST_CELLS / (right - left + 1)));
}

/** Reads rows `top` to `bottom`: one call. Rows beyond the end of the sheet are left out. */
export function readBlock(table: Table, top: number, bottom: number): Block {
  const { left, right } = span(table);
  const range = table.sheet.getRange(top, left, Math.max(1, bottom - top + 1), right - left + 1);
  return { table, top, left, cells: readCells(range) };
}

/** Reads a range's values as cells. */
export function readCells(range: GoogleAppsScript.Spreadsheet.Range): readonly (readonly Cell[])[] {
  return range.getValues().map((row) => row.map(asCell));
}

/** The cell of one of our columns; empty where the column is missing. */
export function ourCell({ table, left, cells, top }: Block, row: number, key: ColumnKey): Cell {
  const column = table.ours.get(key);
  return column === undefined ? '' : (cells[row - top]?.[column - left] ?? '');
}

/** The question as it stands in a row. */
export function questionIn({ table, left, cells, top }: Block, row: number): TypedQuestion {
  const { questions } = table;
  const at = (column: number | null): Cell =>
    column === null ? '' : (cells[row - top]?.[column - left] ?? '');
  return questions === null
    ? { row, space: '', member: '' }
    : { row, space: at(questions.space), member: at(questions.member) };
}

/** Row numbers of a block. */
export function rowsOf({ top, cells }: Block): readonly number[] {
  return cells.map((_, index) => top + index);
}

/** Tells whether two readings of the same rows agree in every column that matters: then no column has moved meanwhile. */
export function agree(a: Block, b: Block): boolean {
  if (a.left !== b.left || a.cells.length !== b.cells.length) return false;
  const columns = columnsOf(a.table).map((column) => column - a.left);
  return a.cells.every((row, index) => {
    const other = b.cells[index] ?? [];
    return columns.every((column) => same(row[column] ?? '', other[column] ?? ''));
  });
}

/**
 * Writes the updates and returns the block as it then is: per run of adjoining columns of ours one call for the formats
 * and one for the values. Rows between the updated ones are given back what they hold.
 */
export function writeBlock(block: Block, updates: Updates): Block {
  const rows = [...updates.keys()];
  const cells = block.cells.map((row) => [...row]);
  if (rows.length > 0) {
    const top = rows.reduce((least, row) => Math.min(least, row), Infinity);
    const bottom = rows.reduce((most, row) => Math.max(most, row), 0);
    const written = new Set([...updates.values()].flatMap((update) => Object.keys(update)));
    for (const run of runsOf(block.table, written)) writeRun(block, run, top, bottom, updates, cells);
  }
  return { ...block, cells };
}

interface Run {
  readonly column: number;
  readonly keys: readonly ColumnKey[];
}

function writeRun(
  block: Block,
  run: Run,
  top: number,
  bottom: number,
  updates: Updates,
  cells: Cell[][],
): void {
  const { column, keys } = run;
  const range = block.table.sheet.getRange(top, column, bottom - top + 1, keys.length);
  const between = bottom - top + 1 > updates.size;
  // What a person may have put between our rows: formulas and formats of their own.
  const formulas = between ? range.getFormulas() : [];
  const formats = between ? range.getNumberFormats() : [];
  const newValues: Cell[][] = [];
  const newFormats: string[][] = [];
  for (let row = top; row <= bottom; row++) {
    const update = updates.get(row);
    const held = cells[row - block.top] ?? [];
    const kept = (index: number): string => formats[row - top]?.[index] ?? TEXT_FORMAT;
    newFormats.push(
      keys.map((key, index) => (update?.[key] === undefined && between ? kept(index) : formatOf(key))),
    );
    newValues.push(
      keys.map((key, index) => {
        const cell = update?.[key] ?? held[column - block.left + index] ?? '';
        if (update?.[key] !== undefined) {
          held[column - block.left + index] = cell;
          return asStored(cell, formatOf(key));
        }
        const formula = formulas[row - top]?.[index] ?? '';
        return formula !== '' ? formula : asStored(cell, between ? kept(index) : formatOf(key));
      }),
    );
  }
  range.setNumberFormats(newFormats).setValues(newValues);
}

/** Gives a text back as it is: outside the text format it would be read as if typed, and an apostrophe keeps it a text. */
function asStored(cell: Cell, format: string): Cell {
  return typeof cell === 'string' && cell !== '' && format !== TEXT_FORMAT ? `'${cell}` : cell;
}

/** Our columns that are written, as runs of adjoining ones. */
function runsOf({ ours }: Table, written: ReadonlySet<string>): readonly Run[] {
  const runs: { column: number; keys: ColumnKey[] }[] = [];
  const columns = COLUMN_KEYS.flatMap((key) => {
    const column = ours.get(key);
    return column !== undefined && written.has(key) ? [{ key, column }] : [];
  }).sort((a, b) => a.column - b.column);
  for (const { key, column } of columns) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.column + last.keys.length === column) last.keys.push(key);
    else runs.push({ column, keys: [key] });
  }
  return runs;
}

function columnsOf({ ours, questions }: Table): readonly number[] {
  const asked =
    questions === null ? [] : [questions.member, ...(questions.space === null ? [] : [questions.space])];
  return [...ours.values(), ...asked];
}

function span(table: Table): { readonly left: number; readonly right: number } {
  const columns = columnsOf(table);
  return { left: Math.min(...columns), right: Math.max(...columns) };
}

/** `getValues` gives texts, numbers, booleans and Dates; anything else is shown as its text. */
function asCell(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value instanceof Date ? value : String(value);
}

function same(a: Cell, b: Cell): boolean {
  return a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;
}
