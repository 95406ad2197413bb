/** Tabs and rows of the spreadsheet as a page shows them. */
import type { CellView, ManualEditor } from '../emulator';
import { looksOf } from './cell-look';
import type { CellLook, CellText, RowsReply, TabView } from './wire';

/** The tabs that are not hidden. */
export function tabsOf(spreadsheet: ManualEditor, version: (tab: string) => number): TabView[] {
  return spreadsheet
    .tabs()
    .filter(({ hidden }) => !hidden)
    .map(({ id, name }) => ({ id, name, ...spreadsheet.layout(name), version: version(name) }));
}

/** The rows `from` to `from + count - 1` of a tab, as far as they are used. */
export function rowsOf(
  spreadsheet: ManualEditor,
  tab: string,
  version: number,
  from: number,
  count: number,
): RowsReply {
  const { rows, columns } = spreadsheet.layout(tab);
  const lookAt = looksOf(spreadsheet, tab);
  const block: (CellText | null)[][] = [];
  for (let row = from; row <= Math.min(from + count - 1, rows); row++) {
    block.push(
      Array.from({ length: columns }, (_, index) => {
        const cell = spreadsheet.cell(tab, row, index + 1);
        return textOf(cell, lookAt(cell, row, index + 1));
      }),
    );
  }
  return { tab, version, from, rows: block };
}

function textOf(cell: CellView, look: CellLook | undefined): CellText | null {
  const { value, display, formula, format, note } = cell;
  if (value === '' && formula === '' && note === '') return null;
  const kind = typeof value === 'boolean' ? 'boolean' : typeof value === 'string' ? 'text' : 'number';
  return { text: display, kind, input: inputOf(cell), format, note, ...(look === undefined ? {} : { look }) };
}

/** What a person would type to get the cell as it is. */
function inputOf({ value, display, formula, format }: CellView): string {
  if (formula !== '') return formula;
  if (typeof value === 'number') return format.includes('%') ? display : String(value);
  if (typeof value !== 'string') return display;
  // Typed without an apostrophe it would become something else.
  const marked = format !== '@' && (/^[=+']/.test(value) || (value !== '' && !Number.isNaN(Number(value))));
  return marked ? `'${value}` : value;
}
