/** Which rows and columns a selection means, before its cells are read: cells that were picked, whole rows, one cell, a whole table. */
import type { RowsChoice } from '../contract';
import type { TablePort } from '../ports';
import { contiguousRuns, rowsWithin, type Area, type Rows } from '../table/area';
import { isBlank } from '../table/cell';
import {
  chooseQuestionColumns,
  lookAtColumns,
  titlesIn,
  type ColumnLook,
  type Sample,
} from '../table/question-columns';

import type { QuestionColumns } from '../table/selection';
import { questionColumns, type LookUpTable } from './look-up-table';

export const AS_SELECTED: RowsChoice = { columns: null, wholeTable: false };

export type { RowsChoice } from '../contract';

export interface Places {
  readonly areas: readonly Area[];
  /** Which columns hold what; null: as the cells of the areas tell. */
  readonly columns: QuestionColumns | null;
  /** One cell is selected, and its row is meant. */
  readonly isCell: boolean;
}

/** A selection and the table that it is in. */
export interface SelectionPlace {
  readonly found: LookUpTable;
  /** What is selected, cut to the rows and columns in use; at least one. */
  readonly selected: readonly Area[];
  readonly used: { readonly rows: number; readonly columns: number };
}

/** More columns than a question has: what else was selected is left out. */
const MOST_COLUMNS = 2;
/** Rows that tell what a column holds, and rows above them in which titles are looked for. */
const SAMPLE_ROWS = 200;
const ROWS_ABOVE = 20;

/** Finds the places of a selection. Null where none of the columns that it could mean looks like members. */
export function placesOf(given: SelectionPlace, { columns, wholeTable }: RowsChoice): Places | null {
  const { selected, used } = given;
  const [only] = selected;
  const isCell = selected.length === 1 && only?.rows === 1 && only.columns === 1;
  const rows = wholeTable ? [[1, used.rows] as const] : rowsOf(selected);
  if (columns !== null && (wholeTable || !isCell))
    return { areas: areasOf(rows, columns), columns, isCell: false };
  if (isCell || wholeTable) return aroundCell(given, rows, { columns, wholeTable });
  const ours = new Set(given.found.managed.values());
  const others = columnsOf(selected).filter((column) => !ours.has(column));
  if (others.length <= MOST_COLUMNS && others.length > 0)
    return { areas: withSpaces(selected, given.found), columns: null, isCell: false };
  const chosen = knownIn(given.found, others) ?? chosenOf(lookAt(given, rows));
  return chosen === null ? null : { areas: areasOf(rows, chosen), columns: chosen, isCell: false };
}

/** The places of a selection whose own columns hold no members: the same rows, in whichever columns do. */
export function widened(given: SelectionPlace): Places | null {
  const rows = rowsOf(given.selected);
  const chosen = chosenOf(lookAt(given, rows));
  return chosen === null ? null : { areas: areasOf(rows, chosen), columns: chosen, isCell: false };
}

/** What the columns of a table hold, by the rows of a selection and the titles above them. */
export function lookAt({ found, used }: SelectionPlace, rows: readonly Rows[]): readonly ColumnLook[] {
  const sample = readSample(found.table, used, rows[0]?.[0] ?? 1);
  return lookAtColumns(sample, new Set(found.managed.values()));
}

/** The rows of areas, as ranges without a gap, from top to bottom. */
export function rowsOf(areas: readonly Area[]): readonly Rows[] {
  const all = new Set(areas.flatMap(({ row, rows }) => rowsWithin([row, row + rows - 1])));
  return contiguousRuns([...all].sort((a, b) => a - b));
}

/** A cell of a question means its row; a title, or a cell beside the table, means the whole table. */
function aroundCell(given: SelectionPlace, rows: readonly Rows[], choice: RowsChoice): Places | null {
  const { found, used } = given;
  const row = choice.wholeTable ? 1 : (rows[0]?.[0] ?? 1);
  const sample = readSample(found.table, used, row);
  const looks = lookAtColumns(sample, new Set(found.managed.values()));
  const columns = choice.columns ?? found.questions ?? chosenOf(looks);
  if (columns === null) return null;
  const cells = sample.cells[row - sample.top] ?? [];
  const isQuestion =
    row > titlesIn(sample).row &&
    questionColumns(columns).some((column) => !isBlank(cells[column - 1] ?? ''));
  const isCell = !choice.wholeTable && isQuestion;
  return { areas: areasOf(isCell ? [[row, row]] : [[1, used.rows]], columns), columns, isCell };
}

/** One read in most tables; a second one where the titles are far above. */
function readSample(table: TablePort, used: SelectionPlace['used'], row: number): Sample {
  const { columns } = used;
  const top = Math.max(1, row - ROWS_ABOVE);
  const rows = Math.min(used.rows, row + SAMPLE_ROWS - 1) - top + 1;
  const cells = table.values({ row: top, column: 1, rows, columns });
  const sample = { top, cells };
  if (top === 1 || titlesIn(sample).row > 0) return sample;
  const above = table.values({ row: 1, column: 1, rows: Math.min(ROWS_ABOVE, top - 1), columns });
  const { row: titleRow, cells: titles } = titlesIn({ top: 1, cells: above });
  return titleRow === 0 ? sample : { top: top - 1, cells: [titles, ...cells] };
}

function chosenOf(looks: readonly ColumnLook[]): QuestionColumns | null {
  const { space, member } = chooseQuestionColumns(looks);
  return member === null ? null : { space, member };
}

/** The columns that the table is known by, where they are selected too. */
function knownIn({ questions }: LookUpTable, selected: readonly number[]): QuestionColumns | null {
  return questions !== null && selected.includes(questions.member) ? questions : null;
}

/** In a table whose columns are known, who selects its members means them in the spaces that stand beside them. */
export function withSpaces(areas: readonly Area[], { managed, questions }: LookUpTable): readonly Area[] {
  const { space = null, member = 0 } = questions ?? {};
  if (space === null) return areas;
  const known = new Set([member, ...managed.values()]);
  const selected = columnsOf(areas);
  const isMembers = selected.includes(member) && selected.every((column) => known.has(column));
  return isMembers ? [...areas, ...areas.map((area) => ({ ...area, column: space, columns: 1 }))] : areas;
}

function areasOf(rows: readonly Rows[], columns: QuestionColumns): readonly Area[] {
  return questionColumns(columns).flatMap((column) =>
    rows.map(([top, bottom]) => ({ row: top, column, rows: bottom - top + 1, columns: 1 })),
  );
}

function columnsOf(areas: readonly Area[]): readonly number[] {
  return [...new Set(areas.flatMap(({ column, columns }) => rowsWithin([column, column + columns - 1])))];
}
