/** What a selection in a sheet means: which columns hold the questions, which row is a header, which rows are asked. */
import type { Cell } from './columns';
import { problemOf, ProblemError, type Problem } from './problem';
import { parseQuestion, recognise, type Asker, type MembershipReference, type Parsed } from './reference';

/** One selected range, cut to the rows and columns in use. Rows and columns are one-based. */
export interface SelectedRange {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly Cell[])[];
}

/** The sheet's columns that hold questions. Without `space` a column holds whole memberships, or people of one space. */
export interface QuestionColumns {
  readonly space: number | null;
  readonly member: number;
}

/** A question as it stands in a row. */
export interface TypedQuestion {
  readonly row: number;
  readonly space: Cell;
  readonly member: Cell;
}

export interface Selection {
  readonly columns: QuestionColumns;
  /** The selected header row; null where the selection begins with a question. */
  readonly headerRow: number | null;
  /** Rows to ask, from top to bottom: no header, no blank rows, none hidden by a filter. */
  readonly rows: readonly TypedQuestion[];
  readonly hiddenRows: number;
  /** A column of people alone. */
  readonly needsSpace: boolean;
}

/** What is known of the sheet beside the selected cells. */
export interface SelectionContext {
  readonly isHidden: (row: number) => boolean;
  /** Columns that are ours: selecting a whole table does not make their cells questions. */
  readonly ours: ReadonlySet<number>;
  /** The selection in A1 notation, for messages. */
  readonly range: string;
}

/** Reads a selection; several ranges must cover the same columns or the same rows. */
export function readSelection(
  ranges: readonly SelectedRange[],
  context: SelectionContext,
): Parsed<Selection> {
  const grid = gather(ranges, context.ours);
  const columns = [...new Set([...grid.values()].flatMap((cells) => [...cells.keys()]))].sort(
    (a, b) => a - b,
  );
  if (columns.length === 0) return refuse(problemOf('nothingSelected'));
  if ([...grid.values()].some((cells) => cells.size !== columns.length))
    return refuse(problemOf('twoTables'));
  const lines = [...grid].sort(([a], [b]) => a - b).filter(([, cells]) => [...cells.values()].some(isFilled));
  if (lines.length === 0) return refuse(problemOf('nothingToAsk'));
  const filled = columns.filter((column) => lines.some(([, cells]) => isFilled(cells.get(column) ?? '')));
  if (filled.length > 2) return refuse(problemOf('tooManyColumns', { range: context.range }));
  const chosen = chooseColumns(filled, lines);
  const body = isHeader(lines, filled) ? lines.slice(1) : lines;
  if (body.length === 0) return refuse(problemOf('nothingToAsk'));
  if (filled.some((column) => body.every(([, cells]) => cells.get(column) instanceof Date))) {
    return refuse(problemOf('datesColumn', { range: context.range }));
  }
  const visible = body.filter(([row]) => !context.isHidden(row));
  if (visible.length === 0) return refuse(problemOf('nothingToAsk'));
  const rows = visible.map(([row, cells]) => ({
    row,
    space: chosen.space === null ? '' : (cells.get(chosen.space) ?? ''),
    member: cells.get(chosen.member) ?? '',
  }));
  return {
    ok: true,
    value: {
      columns: chosen,
      headerRow: body === lines ? null : (lines[0]?.[0] ?? null),
      rows,
      hiddenRows: body.length - visible.length,
      needsSpace:
        chosen.space === null && rows.some((one) => recognise(cellText(one.member)) !== 'membership'),
    },
  };
}

/**
 * Reads the question of a row. `chosenSpace` goes with a column of people; a cell that holds a whole membership needs none.
 */
export function readQuestion(
  typed: Pick<TypedQuestion, 'space' | 'member'>,
  chosenSpace: string,
  asker: Asker,
): Parsed<MembershipReference> {
  const member = cellText(typed.member);
  const space = cellText(typed.space);
  try {
    if (space !== '') return parseQuestion(space, member, asker);
    return parseQuestion(recognise(member) === 'membership' ? '' : chosenSpace, member, asker);
  } catch (error) {
    // Who `me` is may be refused: that concerns the rows that say `me`, and no other.
    if (error instanceof ProblemError) return refuse(error.problem);
    throw error;
  }
}

/** The text of a cell as a question. A long number has lost its digits already and must not pass for another id. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? String(cell) : cell.toExponential();
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell);
}

/** What a selection costs and covers, counted before anything is sent. */
export interface Extent {
  readonly questions: number;
  readonly spaces: number;
  readonly people: number;
  readonly badRows: number;
  readonly requestsLow: number;
  readonly requestsHigh: number;
}

/** Counts the different questions. At best a page answers a space; at most everybody is listed for and asked for. */
export function measure(rows: readonly TypedQuestion[], chosenSpace: string, asker: Asker): Extent {
  const read = rows.map((row) => readQuestion(row, chosenSpace, asker));
  const perSpace = new Map<string, Set<string>>();
  for (const one of read) {
    if (!one.ok) continue;
    const members = perSpace.get(one.value.space) ?? new Set();
    perSpace.set(one.value.space, members.add(one.value.member));
  }
  const sizes = [...perSpace.values()].map((members) => members.size);
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  return {
    questions: sum(sizes),
    spaces: perSpace.size,
    people: new Set([...perSpace.values()].flatMap((members) => [...members])).size,
    badRows: read.filter((one) => !one.ok).length,
    requestsLow: perSpace.size,
    requestsHigh: sum(sizes.map((size) => (size === 1 ? 2 : size * 2))),
  };
}

type Line = readonly [row: number, cells: ReadonlyMap<number, Cell>];

function gather(
  ranges: readonly SelectedRange[],
  ours: ReadonlySet<number>,
): ReadonlyMap<number, ReadonlyMap<number, Cell>> {
  const grid = new Map<number, Map<number, Cell>>();
  for (const range of ranges) {
    range.cells.forEach((cells, down) => {
      const row = grid.get(range.row + down) ?? new Map<number, Cell>();
      cells.forEach((cell, right) => {
        if (!ours.has(range.column + right)) row.set(range.column + right, cell);
      });
      if (row.size > 0) grid.set(range.row + down, row);
    });
  }
  return grid;
}

/** Which of one or two columns holds the space is told by content; where it does not tell, the space comes first. */
function chooseColumns(columns: readonly number[], lines: readonly Line[]): QuestionColumns {
  const [first = 1, second] = columns;
  if (second === undefined) return { space: null, member: first };
  const holds = (column: number, kind: 'space' | 'member'): number =>
    lines.filter(([, cells]) => recognise(cellText(cells.get(column) ?? '')) === kind).length;
  const asItStands = holds(first, 'space') + holds(second, 'member');
  const swapped = holds(first, 'member') + holds(second, 'space');
  return swapped > asItStands ? { space: second, member: first } : { space: first, member: second };
}

/** A first row in which nothing looks like a question, above at least one row in which something does. */
function isHeader(lines: readonly Line[], columns: readonly number[]): boolean {
  const asks = ([, cells]: Line): boolean =>
    columns.some((column) => recognise(cellText(cells.get(column) ?? '')) !== 'none');
  const [first, ...rest] = lines;
  const onlyText = (line: Line): boolean =>
    columns.every((column) => typeof (line[1].get(column) ?? '') === 'string');
  return (
    first !== undefined &&
    onlyText(first) &&
    !asks(first) &&
    rest.some((line) => asks(line) || !onlyText(line))
  );
}

function isFilled(cell: Cell): boolean {
  return cellText(cell).trim() !== '';
}

function refuse(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem };
}
