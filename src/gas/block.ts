/** A part of a table, read in one call and written in one block per run of our columns: nothing that is not ours is touched. */
import { COLUMN_KEYS, formatOf, TEXT_FORMAT, type Cell, type ColumnKey } from '../core/look-up/columns';
import { USER } from '../core/chat/identity';
import { judgeFailure } from '../core/chat/problem';
import type { TypedQuestion } from '../core/table/selection';
import { failureFrom } from './failure';
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

/**
 * Cells read at most in one call: 10,000 rows of two columns and ours. A longer job is worked in parts of that size, each
 * with a plan of its own, so that a step needs the same memory for a large job and for a huge one.
 */
const MOST_CELLS = 120_000;

/** So many writes at most take the place of one that was refused: each costs a call or two. */
const MOST_STRETCHES = 100;

/** First and last row of a part of a tab. */
export type Rows = readonly [top: number, bottom: number];

/** The parts of rows `top` to `bottom` that are read in one call each, `width` columns wide. */
export function partsOf(top: number, bottom: number, width: number): readonly Rows[] {
  const height = Math.max(500, Math.floor(MOST_CELLS / width));
  const parts: Rows[] = [];
  for (let from = top; from <= bottom; from += height)
    parts.push([from, Math.min(bottom, from + height - 1)]);
  return parts;
}

/** Columns from the first to the last that matters. */
export function widthOf(table: Table): number {
  const { left, right } = span(table);
  return right - left + 1;
}

/** Reads rows `top` to `bottom`: one call. */
export function readBlock(table: Table, top: number, bottom: number): Block {
  const { left, right } = span(table);
  const range = table.sheet.getRange(top, left, bottom - top + 1, right - left + 1);
  return { table, top, left, cells: readCells(range) };
}

/** Reads one column of ours alone: one call, or none where what it holds does not matter. */
export function readColumn(table: Table, key: ColumnKey, [top, bottom]: Rows, isBlank = false): Block {
  const left = table.ours.get(key) ?? 1;
  const cells = isBlank ? [] : readCells(table.sheet.getRange(top, left, bottom - top + 1, 1));
  return { table, top, left, cells };
}

/** Rows `top` to `bottom` of a block. */
export function slice(block: Block, [top, bottom]: Rows): Block {
  return { ...block, top, cells: block.cells.slice(top - block.top, bottom - block.top + 1) };
}

/** A block with the rows of another reading of it in place of its own. */
export function patch(block: Block, part: Block): Block {
  const cells = [...block.cells];
  cells.splice(part.top - block.top, part.cells.length, ...part.cells);
  return { ...block, cells };
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

/** Tells whether two readings of the same rows agree in every column that matters: then nothing has moved meanwhile. */
export function agree(a: Block, b: Block): boolean {
  if (a.cells.length !== b.cells.length) return false;
  const columns = columnsOf(a.table);
  return a.cells.every((row, index) => {
    const other = b.cells[index] ?? [];
    return columns.every((column) => same(row[column - a.left] ?? '', other[column - b.left] ?? ''));
  });
}

/**
 * Writes answers, flushes and returns the block as it then is: per run of adjoining columns of ours one call for the
 * formats and one for the values. Rows between the answered ones get back what they hold; `isOurs` tells those in which
 * our columns can hold nothing but what we wrote, so that only for other rows formulas and formats are read first.
 */
export function writeBlock(
  block: Block,
  updates: Updates,
  isOurs: (row: number) => boolean = () => false,
): Block {
  const cells = block.cells.map((row) => [...row]);
  const rows = extentOf(updates);
  if (rows !== null) {
    const written = new Set([...updates.values()].flatMap((update) => Object.keys(update)));
    const isTheirs = (row: number): boolean => !updates.has(row) && !isOurs(row);
    const puts = runsOf(block.table, written).map((run) =>
      composeRun({ ...block, cells }, run, rows, updates, isTheirs),
    );
    putAll(block.table, rows, puts, isTheirs);
  }
  return { ...block, cells };
}

/** Puts a text that cannot be read as anything else into one column of ours, whatever its format: one call, and flushes. */
export function writeMarks(block: Block, key: ColumnKey, marked: ReadonlySet<number>, text: string): Block {
  const cells = block.cells.map((row) => [...row]);
  const column = block.table.ours.get(key);
  const rows = extentOf(new Map([...marked].map((row) => [row, null])));
  if (column === undefined || rows === null) return block;
  const [top, bottom] = rows;
  const range = block.table.sheet.getRange(top, column, bottom - top + 1, 1);
  const kept = keptIn(range, bottom - top + 1 > marked.size);
  const values = rowsWithin(rows).map((row) => {
    const held = cells[row - block.top];
    if (!marked.has(row)) return [kept.cell(row - top, 0, held?.[column - block.left] ?? '')];
    if (held !== undefined) held[column - block.left] = text;
    return [text];
  });
  putAll(block.table, rows, [{ column, values }], (row) => !marked.has(row));
  return { ...block, cells };
}

/** First and last of the row numbers; null where there are none. */
export function extentOf(rows: ReadonlyMap<number, unknown>): Rows | null {
  let top = Infinity;
  let bottom = 0;
  for (const row of rows.keys()) {
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }
  return bottom === 0 ? null : [top, bottom];
}

interface Run {
  readonly column: number;
  readonly keys: readonly ColumnKey[];
}

/** What goes into adjoining columns. */
interface Put {
  readonly column: number;
  readonly formats?: string[][];
  readonly values: Cell[][];
}

/** Lays out a run of columns, in the block too. Reads what is theirs, and with that settles whatever was written before. */
function composeRun(
  block: Block & { readonly cells: readonly Cell[][] },
  { column, keys }: Run,
  rows: Rows,
  updates: Updates,
  isTheirs: (row: number) => boolean,
): Put {
  const [top, bottom] = rows;
  const range = block.table.sheet.getRange(top, column, bottom - top + 1, keys.length);
  const all = rowsWithin(rows);
  const kept = keptIn(range, all.some(isTheirs));
  const formats: string[][] = [];
  const values: Cell[][] = [];
  for (const row of all) {
    const update = updates.get(row);
    const theirs = isTheirs(row);
    const held = block.cells[row - block.top] ?? [];
    formats.push(keys.map((key, right) => (theirs ? kept.format(row - top, right) : formatOf(key))));
    values.push(
      keys.map((key, right) => {
        const at = column - block.left + right;
        const cell = update?.[key] ?? held[at] ?? '';
        if (theirs) return kept.cell(row - top, right, cell);
        held[at] = cell;
        return asStored(cell, formatOf(key));
      }),
    );
  }
  return { column, formats, values };
}

/**
 * Puts everything in one block and flushes. A row of theirs that is protected makes Google refuse the block, though every
 * row of ours may be edited: then ours are put stretch by stretch. That is the same cells again, whatever became of the
 * block; and what was written before has been settled by reading theirs, so that its refusal is not taken for this one.
 * Should Google keep what it refused [not established], the second flush is refused as well, and nothing is lost.
 */
function putAll(
  { sheet }: Table,
  rows: Rows,
  puts: readonly Put[],
  isTheirs: (row: number) => boolean,
): void {
  const put = ([top, bottom]: Rows): void => {
    const cut = <T>(block: readonly T[]): T[] => block.slice(top - rows[0], bottom - rows[0] + 1);
    for (const { column, formats, values } of puts) {
      const range = sheet.getRange(top, column, bottom - top + 1, values[0]?.length ?? 1);
      if (formats !== undefined) range.setNumberFormats(cut(formats));
      range.setValues(cut(values));
    }
  };
  try {
    put(rows);
    SpreadsheetApp.flush();
  } catch (error) {
    const stretches = stretchesOf(rows, isTheirs);
    if (!isProtection(error) || stretches.length < 2 || stretches.length > MOST_STRETCHES) throw error;
    stretches.forEach(put);
    SpreadsheetApp.flush();
  }
}

/** Rows of ours without one of theirs between. */
function stretchesOf(rows: Rows, isTheirs: (row: number) => boolean): readonly Rows[] {
  const stretches: [number, number][] = [];
  for (const row of rowsWithin(rows)) {
    const last = stretches[stretches.length - 1];
    if (isTheirs(row)) continue;
    if (last?.[1] === row - 1) last[1] = row;
    else stretches.push([row, row]);
  }
  return stretches;
}

function isProtection(error: unknown): boolean {
  return judgeFailure(failureFrom(error), { identity: USER }).code === 'protectedCell';
}

/** What a person may have put between our rows: formulas and formats of their own, read where there may be any. */
function keptIn(range: GoogleAppsScript.Spreadsheet.Range, any: boolean) {
  const formulas = any ? range.getFormulas() : [];
  const formats = any ? range.getNumberFormats() : [];
  const format = (down: number, right: number): string => formats[down]?.[right] ?? TEXT_FORMAT;
  return {
    format,
    cell: (down: number, right: number, held: Cell): Cell => {
      const formula = formulas[down]?.[right] ?? '';
      return formula !== '' ? formula : asStored(held, format(down, right));
    },
  };
}

function rowsWithin([top, bottom]: Rows): readonly number[] {
  return Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
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

/** Columns that matter: ours and those of the questions. */
export function columnsOf({ ours, questions }: Table): readonly number[] {
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
  return a === b || (a instanceof Date && b instanceof Date && a.getTime() === b.getTime());
}
