/** A list that people edit, and a ledger of what they did: whose cells are whose, and what each row ever asked. */
import type { Cell } from '../../../src/core/table/cell';
import type { MemoryTable, MemoryWorkbook } from '../memory.testing';
import type { Draw } from './random.testing';
import type { World } from './world.testing';

type Row = MemoryTable['rows'][number];
type Column = MemoryTable['columns'][number];

const NOTHING = JSON.stringify(['', '']);

/** What people themselves put into the cells of one tab. Rows and columns are known by what they are, not by where. */
export class Ledger {
  private readonly cells = new Map<Row, Map<Column, string>>();
  /** Columns of which the product said that it had overwritten cells. */
  private readonly lost = new Set<Column>();
  /** Every pair of texts that a row ever asked. */
  private readonly asked = new Map<Row, Set<string>>();

  constructor(
    private readonly workbook: MemoryWorkbook,
    readonly table: MemoryTable,
  ) {
    this.note();
  }

  /** Takes every cell that is not the product's as what people want it to be. */
  note(): void {
    const ours = this.managed();
    for (const row of this.table.rows) {
      if (row.length === 0) continue;
      const held = this.cells.get(row) ?? new Map<Column, string>();
      this.widthOf(row).forEach((column, index) => {
        if (!ours.has(column)) held.set(column, contentOf(row, index));
      });
      this.cells.set(row, held);
    }
    this.noteQuestions();
  }

  /** Notes one cell that somebody typed. */
  typed(row: Row, index: number): void {
    const column = this.table.columns[index];
    if (column === undefined) return;
    const held = this.cells.get(row) ?? new Map<Column, string>();
    this.cells.set(row, held.set(column, contentOf(row, index)));
    this.noteQuestions();
  }

  /** A ledger of a copy of the tab, whose rows ask what these rows asked. */
  copyTo(table: MemoryTable): Ledger {
    const copy = new Ledger(this.workbook, table);
    table.rows.forEach((row, index) => {
      const from = this.table.rows[index];
      if (from !== undefined) copy.asked.set(row, new Set(this.asked.get(from)));
    });
    return copy;
  }

  /** A copy of a row asks what the row asks, and holds what it holds. */
  copied(from: Row, to: Row): void {
    this.cells.set(to, new Map(this.cells.get(from)));
    this.asked.set(to, new Set(this.asked.get(from)));
  }

  noteLost(column: number): void {
    const found = this.table.columns[column - 1];
    if (found !== undefined) this.lost.add(found);
  }

  /** Texts of the questions that a row asked, now and before. */
  questionsOf(row: Row): readonly (readonly [space: string, member: string])[] {
    return [...(this.asked.get(row) ?? [])].map((text) => JSON.parse(text) as [string, string]);
  }

  /** Cells that hold something else than people put there. */
  foreignChanges(): readonly string[] {
    const ours = this.managed();
    return this.table.rows.flatMap((row, down) =>
      this.widthOf(row).flatMap((column, index) => {
        if (ours.has(column) || this.lost.has(column)) return [];
        const wanted = this.cells.get(row)?.get(column) ?? NOTHING;
        const found = contentOf(row, index);
        return found === wanted ? [] : [`R${down + 1}C${index + 1}: ${found} instead of ${wanted}`];
      }),
    );
  }

  /** The columns in which a row may hold something. */
  private widthOf(row: Row): readonly Column[] {
    return row.length === 0 && !this.cells.has(row) ? [] : this.table.columns;
  }

  private managed(): ReadonlySet<Column> {
    const marks = this.workbook
      .peek()
      .filter(({ tab, value }) => tab === this.table.id && value.startsWith('column:'));
    return new Set(marks.flatMap(({ column }) => this.table.columns[(column ?? 0) - 1] ?? []));
  }

  /** Notes what every row asks now. */
  noteQuestions(): void {
    const at = (value: string): number =>
      this.workbook.peek().find((mark) => mark.tab === this.table.id && mark.value === value)?.column ?? 0;
    const columns = [at('question:space') || 2, at('question:member') || 3];
    for (const row of this.table.rows) {
      if (row.length === 0) continue;
      const texts = columns.map((column) => String(row[column - 1]?.value ?? ''));
      this.asked.set(row, (this.asked.get(row) ?? new Set()).add(JSON.stringify(texts)));
    }
  }
}

function contentOf(row: Row, index: number): string {
  const cell = row[index];
  if (cell === undefined) return NOTHING;
  // A formula gives whatever it gives.
  return JSON.stringify(cell.formula === '' ? [cell.value, ''] : ['', cell.formula]);
}

/** One thing that somebody does to the list by hand. */
export type Edit = (hand: Hand) => void;

/** Whose hand: what an edit needs. */
export interface Hand {
  readonly draw: Draw;
  readonly world: World;
  readonly workbook: MemoryWorkbook;
  readonly table: MemoryTable;
  readonly ledger: Ledger;
  /** Copies of the tab that were made. */
  readonly copies: Ledger[];
}

const lastRow = ({ table }: Hand): number => Math.max(2, table.grid().length);
const lastColumn = ({ table }: Hand): number => Math.max(3, table.grid()[0]?.length ?? 0);
const anyRow = (hand: Hand): number => hand.draw.between(2, lastRow(hand));
const columnOf = ({ workbook, table }: Hand, mark: string, otherwise: number): number =>
  workbook.peek().find(({ tab, value }) => tab === table.id && value === mark)?.column ?? otherwise;

function isOurs({ workbook, table }: Hand, column: number): boolean {
  return workbook
    .peek()
    .some((mark) => mark.tab === table.id && mark.column === column && mark.value.startsWith('column:'));
}

function isQuestion(hand: Hand, column: number): boolean {
  return [columnOf(hand, 'question:space', 2), columnOf(hand, 'question:member', 3)].includes(column);
}

function type(hand: Hand, row: number, column: number, value: Cell, formula = ''): void {
  const { table, ledger } = hand;
  table.type(row, column, value, formula);
  const cells = table.rows[row - 1];
  if (cells !== undefined) ledger.typed(cells, column - 1);
}

/** Rows and cells. */
export const ROW_EDITS: readonly Edit[] = [
  (hand) => {
    hand.table.insertRows(anyRow(hand), hand.draw.between(1, 3));
  },
  (hand) => {
    hand.table.deleteRows(anyRow(hand), 1);
  },
  (hand) => {
    const keys = new Map<number, number>();
    hand.table.sort((_, index) => {
      const key = keys.get(index) ?? hand.draw.next();
      keys.set(index, key);
      return key;
    });
  },
  (hand) => {
    const row = anyRow(hand);
    const from = hand.table.rows[row - 1];
    hand.table.copyRow(row);
    const to = hand.table.rows[row];
    if (from !== undefined && to !== undefined) hand.ledger.copied(from, to);
  },
  (hand) => {
    type(hand, anyRow(hand), columnOf(hand, 'question:member', 3), hand.draw.of(hand.world.texts.members));
  },
  (hand) => {
    type(hand, anyRow(hand), columnOf(hand, 'question:space', 2), hand.draw.of(hand.world.texts.spaces));
  },
  (hand) => {
    const row = lastRow(hand) + 1;
    type(hand, row, columnOf(hand, 'question:space', 2), hand.draw.of(hand.world.texts.spaces));
    type(hand, row, columnOf(hand, 'question:member', 3), hand.draw.of(hand.world.texts.members));
  },
  (hand) => {
    const column = hand.draw.between(1, lastColumn(hand) + 1);
    if (isOurs(hand, column) || isQuestion(hand, column)) return;
    if (hand.draw.happens(0.5)) type(hand, anyRow(hand), column, `typed ${hand.draw.between(1, 99)}`);
    else type(hand, anyRow(hand), column, 5, `=SUM(A${hand.draw.between(1, 9)})`);
  },
];

/** Whole columns. */
export const COLUMN_EDITS: readonly Edit[] = [
  (hand) => {
    hand.table.insertColumns(hand.draw.between(1, lastColumn(hand) + 1), 1);
  },
  (hand) => {
    const column = hand.draw.between(1, lastColumn(hand));
    if (!isOurs(hand, column) && !isQuestion(hand, column)) hand.table.deleteColumns(column, 1);
  },
  (hand) => {
    const last = lastColumn(hand);
    hand.table.moveColumn(hand.draw.between(1, last), hand.draw.between(1, last));
  },
];

/** A column that the job needs is deleted: it must say so, and must still be able to end. */
export const DELETIONS: readonly Edit[] = [
  (hand) => {
    const ours = Array.from({ length: lastColumn(hand) }, (_, index) => index + 1).filter(
      (column) => isOurs(hand, column) || isQuestion(hand, column),
    );
    if (ours.length > 0) hand.table.deleteColumns(hand.draw.of(ours), 1);
  },
];

/** Rows are protected, or no longer. */
export const PROTECTIONS: readonly Edit[] = [
  (hand) => {
    const { draw, table } = hand;
    const [from, to] = [anyRow(hand), lastRow(hand)];
    const message =
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner.';
    table.refusals = [{ holds: (row) => row >= Math.min(from, to) && draw.happens(0.9), message }];
  },
  (hand) => {
    hand.table.refusals = [];
  },
];

/** Whole tabs. */
export const TAB_EDITS: readonly Edit[] = [
  ({ workbook, table, ledger, copies }) => {
    if (copies.length < 2) copies.push(ledger.copyTo(workbook.copyTab(table)));
  },
  ({ draw, table }) => {
    table.title = `List ${draw.between(10, 99)}`;
  },
];
