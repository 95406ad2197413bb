/**
 * Makes sure that texts from outside stand in their cells as the very text. Nobody has seen what Google does with a leading `=`
 * or `'` in a cell of the text format [not established], so such cells are read back.
 */
import type { Catalogue } from '../locales/catalogue';
import type { CellsPort } from '../ports';
import { extentOf, rowsWithin } from './area';
import { cellOf, cellText, type Content } from './cell';
import type { WriteReport } from './guarded-write';
import { mayBeReadAnew } from './text';

interface Guarded {
  readonly row: number;
  readonly text: string;
}

/**
 * Reads back the texts of a write that could be taken for something else. One that is not the very text is written again with
 * an apostrophe, which marks a text; where that fails too, the cell is left empty and the column `note` says so.
 */
export function guardTexts<K extends string>(
  cells: CellsPort,
  report: Pick<WriteReport<K>, 'view' | 'written'>,
  catalogue: Catalogue,
  note?: K,
): void {
  const noteColumn = note === undefined ? undefined : report.view.managed.get(note);
  for (const [column, guarded] of textsByColumn(report)) {
    const first = wrongIn(cells, column, guarded);
    if (first.length === 0) continue;
    rewrite(cells, column, first, (text) => `'${text}`);
    const second = wrongIn(cells, column, first);
    rewrite(cells, column, second, () => '');
    if (noteColumn !== undefined && noteColumn !== column)
      rewrite(cells, noteColumn, second, () => catalogue.job.textRefused);
  }
}

function textsByColumn<K extends string>({
  view,
  written,
}: Pick<WriteReport<K>, 'view' | 'written'>): ReadonlyMap<number, readonly Guarded[]> {
  const found = new Map<number, Guarded[]>();
  for (const [row, update] of written) {
    for (const [key, content] of Object.entries(update) as [K, Content][]) {
      const column = view.managed.get(key);
      const text = cellOf(content);
      if (column === undefined || typeof text !== 'string' || !mayBeReadAnew(text)) continue;
      const list = found.get(column) ?? [];
      list.push({ row, text });
      found.set(column, list);
    }
  }
  return found;
}

/** Those whose cell holds something else: two calls for a column. */
function wrongIn(cells: CellsPort, column: number, guarded: readonly Guarded[]): readonly Guarded[] {
  const rows = extentOf(guarded.map(({ row }) => row));
  if (rows === null) return [];
  const area = { row: rows[0], column, rows: rowsWithin(rows).length, columns: 1 };
  const values = cells.values(area);
  const formulas = cells.formulas(area);
  return guarded.filter(({ row, text }) => {
    const at = row - rows[0];
    const value = values[at]?.[0] ?? '';
    return typeof value !== 'string' || cellText(value) !== text || (formulas[at]?.[0] ?? '') !== '';
  });
}

function rewrite(
  cells: CellsPort,
  column: number,
  guarded: readonly Guarded[],
  textOf: (text: string) => string,
): void {
  for (const { row, text } of guarded) cells.write({ row, column, rows: 1, columns: 1 }, [[textOf(text)]]);
  if (guarded.length > 0) cells.flush();
}
