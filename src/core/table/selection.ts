/** What a selection in a sheet means: which columns hold the questions, which row is a header, which rows are asked. */
import type { Area } from './area';
import { cellText, isBlank, isDate, type Cell } from './cell';
import { ProblemError } from '../chat/problem';
import {
  parseMember,
  parseQuestion,
  parseSpace,
  recognise,
  type CurrentUser,
  type MembershipReference,
} from '../chat/reference';
import { QUESTION_TITLES } from '../locales/catalogue';
import { fail, failWith, type Result } from '../result';

/** One selected range, cut to the rows and columns in use. */
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
  /** Some selected cell is blank, as a cell covered by a merge is. */
  readonly hasBlanks: boolean;
}

/** What is known of the sheet beside the selected cells. */
export interface SelectionContext {
  /** Which of these rows a filter hides. Asked once. */
  readonly hiddenRows: (rows: readonly number[]) => ReadonlySet<number>;
  /** Columns that are ours: selecting a whole table does not make their cells questions. */
  readonly ours: ReadonlySet<number>;
  /** Whether all these columns are filled in the row above: then the first row is no header. Asked once at most. */
  readonly isFilledAbove: (row: number, columns: readonly number[]) => boolean;
  /** The selection in A1 notation, for messages. */
  readonly range: string;
  /** The columns that hold the questions, where that is known; else the cells tell. */
  readonly columns?: QuestionColumns | null;
}

/** What a formula that went wrong shows. */
const ERROR_VALUE = /^#(?:N\/A|DIV\/0!|[A-Z]+[!?])$/;

/** Reads a selection given whole. */
export function readSelection(
  ranges: readonly SelectedRange[],
  context: SelectionContext,
): Result<Selection> {
  const areas = ranges.map(({ row, column, cells }) => ({
    row,
    column,
    rows: cells.length,
    columns: cells[0]?.length ?? 0,
  }));
  const reading = new SelectionReading(areas, context);
  for (const { row, column, cells } of ranges) reading.add(row, column, cells);
  return reading.read();
}

/** Reads a selection part by part, so that a long one need never be in memory as a grid. */
export class SelectionReading {
  /** Filled cells by row, for each selected column that is not ours. */
  private readonly columns = new Map<number, Map<number, Cell>>();
  /** Rows that hold our own titles. */
  private readonly titleRows = new Set<number>();

  /** @param areas The selected ranges; several must cover the same columns or the same rows. */
  constructor(
    private readonly areas: readonly Area[],
    private readonly context: SelectionContext,
  ) {
    for (const { column, columns } of areas) {
      for (let at = column; at < column + columns; at++) {
        if (!context.ours.has(at)) this.columns.set(at, new Map());
      }
    }
  }

  /** Takes cells in, of which these are the top row and the left column. What of them is not selected is left out. */
  add(top: number, left: number, cells: readonly (readonly Cell[])[]): void {
    for (const area of this.areas) {
      const from = Math.max(top, area.row);
      const to = Math.min(top + cells.length, area.row + area.rows);
      for (let column = area.column; column < area.column + area.columns; column++) {
        const held = this.columns.get(column);
        for (let row = from; held !== undefined && row < to; row++) {
          const cell = cells[row - top]?.[column - left] ?? '';
          if (!isBlank(cell)) held.set(row, cell);
        }
      }
    }
  }

  /** Takes note that a row holds titles of ours, so that it is no question whatever it says. */
  addTitles(row: number): void {
    this.titleRows.add(row);
  }

  /** What was taken in, or why it cannot be looked up. */
  read(): Result<Selection> {
    const { range, hiddenRows } = this.context;
    if (this.columns.size === 0) return fail('nothingSelected');
    if (!this.isOneTable()) return fail('twoTables');
    const filled = [...this.columns.keys()]
      .filter((column) => this.cellsOf(column).size > 0)
      .sort((a, b) => a - b);
    if (filled.length === 0) return fail('nothingToAsk');
    if (filled.length > 2) return fail('noMembersFound', { range });
    const rows = [...new Set(filled.flatMap((column) => [...this.cellsOf(column).keys()]))].sort(
      (a, b) => a - b,
    );
    const headerRow = this.findHeader(rows, filled);
    const body = rows.filter((row) => row > (headerRow ?? 0) && !this.isTitles(row, filled));
    if (body.length === 0) return fail('nothingToAsk');
    const isDateIn = (column: number) => (row: number) => isDate(this.cellsOf(column).get(row));
    if (filled.some((column) => body.every(isDateIn(column)))) return fail('datesColumn', { range });
    const hidden = hiddenRows(body);
    const visible = body.filter((row) => !hidden.has(row));
    if (visible.length === 0) return fail('nothingToAsk');
    const columns = this.knownColumns(filled) ?? this.chooseColumns(filled);
    const questions = visible.map((row) => ({
      row,
      space: columns.space === null ? '' : (this.cellsOf(columns.space).get(row) ?? ''),
      member: this.cellsOf(columns.member).get(row) ?? '',
    }));
    return {
      ok: true,
      value: {
        columns,
        headerRow,
        rows: questions,
        hiddenRows: body.length - visible.length,
        needsSpace:
          columns.space === null && questions.some((one) => recognise(cellText(one.member)) !== 'membership'),
        hasBlanks: this.hasBlanks(rows, filled),
      },
    };
  }

  private hasBlanks(rows: readonly number[], filled: readonly number[]): boolean {
    const height = (rows[rows.length - 1] ?? 0) - (rows[0] ?? 0) + 1;
    return this.columns.size > filled.length || filled.some((column) => this.cellsOf(column).size < height);
  }

  private cellsOf(column: number): ReadonlyMap<number, Cell> {
    return this.columns.get(column) ?? new Map<number, Cell>();
  }

  /** Whether every selected column is selected in the same rows. */
  private isOneTable(): boolean {
    const shapes = new Set<string>();
    for (const column of this.columns.keys()) {
      const parts = this.areas
        .filter((area) => column >= area.column && column < area.column + area.columns)
        .map(({ row, rows }) => ({ from: row, to: row + rows }))
        .sort((a, b) => a.from - b.from);
      const joined: { from: number; to: number }[] = [];
      for (const part of parts) {
        const last = joined[joined.length - 1];
        if (last !== undefined && part.from <= last.to) last.to = Math.max(last.to, part.to);
        else joined.push({ ...part });
      }
      shapes.add(JSON.stringify(joined));
    }
    return shapes.size === 1;
  }

  /** The columns that were given. A column of spaces that is blank in every row is none: one space is meant for all of them. */
  private knownColumns(filled: readonly number[]): QuestionColumns | null {
    const { columns = null } = this.context;
    const { space = null } = columns ?? {};
    if (columns === null || space === null) return columns;
    return filled.includes(space) ? columns : { ...columns, space: null };
  }

  /** Which of one or two columns holds the space is told by content; where it does not tell, the space comes first. */
  private chooseColumns(columns: readonly number[]): QuestionColumns {
    const [first = 1, second] = columns;
    if (second === undefined) return { space: null, member: first };
    // Above 0: spaces rather than members.
    const leaning = (column: number): number => {
      let sum = 0;
      for (const cell of this.cellsOf(column).values()) {
        const kind = recognise(cellText(cell));
        if (kind === 'space') sum += 1;
        if (kind === 'member') sum -= 1;
      }
      return sum;
    };
    return leaning(second) > leaning(first)
      ? { space: second, member: first }
      : { space: first, member: second };
  }

  /**
   * The row of titles; null where there is none. It stands above the first row in which something looks like a question.
   * What stands over it is a heading: set apart by a blank row, or short of a cell. Rows below it are mistyped questions.
   */
  private findHeader(rows: readonly number[], columns: readonly number[]): number | null {
    const titles = rows.find((row) => this.isTitles(row, columns));
    if (titles !== undefined && rows.every((row) => row >= titles || !this.asks(row, columns))) return titles;
    const end = rows.findIndex((row) => this.asks(row, columns));
    // Nothing looks like a question, as in a list of names: what stands in the sheet's first row is its title.
    if (end < 0) return rows.length > 1 && rows[0] === 1 ? 1 : null;
    const above = rows.slice(0, end);
    const gap = above.reduce((found, row, index) => (row - (above[index - 1] ?? row) > 1 ? index : found), 0);
    const together = above.slice(gap);
    const isFull = (row: number): boolean => this.filledIn(row, columns).length === columns.length;
    const header = together.find(isFull) ?? together[together.length - 1];
    const [first = 0] = rows;
    return header === undefined || (first > 1 && this.context.isFilledAbove(first, columns)) ? null : header;
  }

  private isTitles(row: number, columns: readonly number[]): boolean {
    if (this.titleRows.has(row)) return true;
    return this.filledIn(row, columns).every((cell) => QUESTION_TITLES.has(cellText(cell).trim()));
  }

  /** Anything but a title: something that looks like a question, a number, a date, an error. */
  private asks(row: number, columns: readonly number[]): boolean {
    const isQuestion = (cell: Cell): boolean => {
      const text = cellText(cell);
      // Beside another column the words for oneself and for the app may be titles.
      return recognise(text) !== 'none' && !(columns.length > 1 && /^\s*(?:me|app)\s*$/i.test(text));
    };
    return this.filledIn(row, columns).some(
      (cell) => typeof cell !== 'string' || ERROR_VALUE.test(cell) || isQuestion(cell),
    );
  }

  private filledIn(row: number, columns: readonly number[]): readonly Cell[] {
    return columns.flatMap((column) => this.cellsOf(column).get(row) ?? []);
  }
}

/**
 * Reads the question of a row. `chosenSpace` goes with a column of people; a cell that holds a whole membership needs none.
 */
export function readQuestion(
  typed: Pick<TypedQuestion, 'space' | 'member'>,
  chosenSpace: string,
  currentUser: CurrentUser,
): Result<MembershipReference> {
  const member = cellText(typed.member);
  const space = cellText(typed.space);
  try {
    if (space !== '' || chosenSpace === '' || recognise(member) === 'membership')
      return parseQuestion(space, member, currentUser);
    // A space in a column of people is a mistake, and must not take the chosen space's place.
    const chosen = parseSpace(chosenSpace);
    if (!chosen.ok) return chosen;
    const asked = parseMember(member, currentUser);
    return asked.ok ? parseQuestion(`spaces/${chosen.value}`, member, currentUser) : asked;
  } catch (error) {
    // Who `me` is may be refused: that concerns the rows that say `me`, and no other.
    if (error instanceof ProblemError) return failWith(error.problem);
    throw error;
  }
}
