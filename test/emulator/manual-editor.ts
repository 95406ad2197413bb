/** What people do to the spreadsheet by hand, and what they see of it. Rows and columns are one-based. */
import type { CellStyle, RichContent } from './platform/spreadsheet/cell';
import type { ColumnType } from './platform/spreadsheet/marks';
import type { RuleBody } from './platform/spreadsheet/wire';

/** A cell as a person sees it, for tests and the preview. What only few cells have is absent from the others. */
export interface CellView {
  /** Of a cell with an image the empty text. */
  readonly value: string | number | boolean | { readonly $date: number };
  readonly display: string;
  readonly formula: string;
  readonly format: string;
  readonly note: string;
  /** Styled and linked parts, chips, an image. */
  readonly rich?: RichContent;
  /** Colours, weight and wrapping. */
  readonly style?: CellStyle;
  /** Ticked or not; absent without a checkbox. */
  readonly checkbox?: boolean;
  /** `anchor`: an array formula that fills its neighbours; `neighbour`: a cell that one fills. */
  readonly spill?: 'anchor' | 'neighbour';
}

/** A part of a rich text. A style is any text, which the emulator keeps without knowing it. */
export interface TextPart {
  readonly text: string;
  readonly link?: string;
  readonly style?: string;
}

interface TabEditor {
  name(): string;
  tabs(): readonly {
    readonly id: number;
    readonly name: string;
    readonly hidden: boolean;
    /** Lower-case hex; absent without. */
    readonly color?: string;
  }[];
  addTab(name: string, rows: readonly (readonly unknown[])[]): void;
  renameTab(name: string, to: string): void;
  deleteTab(name: string): void;
  /** Duplicates a tab: `Copy of NAME` stands behind it and is shown in the owner's window. Returns its name. */
  copyTab(name: string): string;
  hideTab(name: string): void;
  /** Used rows and columns, frozen rows, and the hidden rows (one-based, in order). */
  layout(tab: string): {
    readonly rows: number;
    readonly columns: number;
    readonly frozenRows: number;
    readonly hiddenRows: readonly number[];
  };
  freeze(tab: string, rows: number): void;
  /** What is active in a user's window, as a script sees it; the last range holds the active cell. */
  active(user?: string): { readonly tab: string; readonly ranges: readonly string[] };
  select(tab: string, ranges: readonly string[], user?: string): void;
  selectChart(tab: string): void;
  /** Addresses of those who may edit, and of those who may only look. */
  share(editors: readonly string[], viewers: readonly string[]): void;
}

interface CellEditor {
  cell(tab: string, row: number, column: number): CellView;
  /** The used block as displayed. */
  display(tab: string): readonly (readonly string[])[];
  cells(tab: string): readonly (readonly CellView[])[];
  /** As if typed. */
  type(tab: string, row: number, column: number, text: string): void;
  /** A stored value as it is, without the conversion of typing. */
  put(tab: string, row: number, column: number, value: unknown): void;
  note(tab: string, row: number, column: number, text: string): void;
  format(tab: string, range: string, numberFormat: string): void;
  /** Changes looks; null goes back to the default. Colours are lower-case hex. */
  paint(tab: string, range: string, style: { readonly [K in keyof CellStyle]?: CellStyle[K] | null }): void;
  /** A text of styled or linked parts. */
  rich(tab: string, row: number, column: number, parts: readonly TextPart[]): void;
  /** A smart chip that shows this text, such as a person. */
  chip(tab: string, row: number, column: number, kind: string, text: string): void;
  /** An image in the cell. */
  image(tab: string, row: number, column: number, url: string): void;
  /** An array formula with its result, whose first value stands in its own cell. */
  spill(
    tab: string,
    row: number,
    column: number,
    formula: string,
    result: readonly (readonly (string | number | boolean)[])[],
  ): void;
}

interface ShapeEditor {
  /** A row or column one beyond the last inserts at the end. */
  insertRows(tab: string, before: number, count: number): void;
  deleteRows(tab: string, from: number, count: number): void;
  insertColumns(tab: string, before: number, count: number): void;
  deleteColumns(tab: string, from: number, count: number): void;
  /** Takes back the last deletion of rows, columns or a tab. Throws where there was none. */
  undoDeletion(): void;
  moveColumn(tab: string, from: number, to: number): void;
  /** Inserts a copy of a column so that it stands at `to`. */
  copyColumn(tab: string, from: number, to: number): void;
  /** Moves the cells of rows, with formats, notes and whatever else is in them; what hangs on the rows stays. */
  sort(
    tab: string,
    column: number,
    options?: { readonly descending?: boolean; readonly headerRows?: number },
  ): void;
  hideRows(tab: string, from: number, count: number, by: 'user' | 'filter'): void;
  hideColumns(tab: string, from: number, count: number): void;
  /** Numbers of the columns that are hidden. */
  hiddenColumns(tab: string): readonly number[];
  /** In pixels, from the first column on. */
  columnWidths(tab: string): readonly number[];
  /** Lowers the number of cells that the spreadsheet may hold. */
  limitCells(cells: number): void;
}

interface MarkEditor {
  merge(tab: string, range: string): void;
  /** Takes apart every merge that reaches into the range. */
  unmerge(tab: string, range: string): void;
  /** `range` null: the whole tab. */
  protect(tab: string, range: string | null, editors: readonly string[]): void;
  /** Takes the protections of this very range away; null: those of the whole tab. */
  unprotect(tab: string, range: string | null): void;
  /** Only these texts are accepted in the range. */
  validate(tab: string, range: string, allowed: readonly string[]): void;
  /** Checkboxes, with the values for ticked and not. Empty cells become unticked. */
  checkbox(
    tab: string,
    range: string,
    values?: readonly [string | number | boolean, string | number | boolean],
  ): void;
  /** Makes a filter over the range. Throws where there is one, or a Table is in the way. */
  filter(tab: string, range: string): void;
  /** Takes the filter away; its rows show again. */
  unfilter(tab: string): void;
  /** A column of a Table. */
  typeColumn(tab: string, range: string, type: ColumnType): void;
  /** Adds a conditional format behind the others. */
  conditionalFormat(tab: string, ranges: readonly string[], rule: RuleBody): void;
  conditionalFormats(tab: string): readonly (RuleBody & { readonly ranges: readonly string[] })[];
  metadata(): readonly {
    readonly key: string;
    readonly value: string;
    readonly tab: string;
    /** The row or column; empty for one of the tab. */
    readonly at: string;
  }[];
}

/** Names a tab or a range that does not exist: throws an error that says so. */
export interface ManualEditor extends TabEditor, CellEditor, ShapeEditor, MarkEditor {
  /** Called after every committed change, with the tab's name. */
  onChange(listener: (tab: string) => void): void;
}

export type { CellEditor, MarkEditor, ShapeEditor, TabEditor };
