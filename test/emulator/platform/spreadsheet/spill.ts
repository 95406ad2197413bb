/**
 * Array formulas that fill their neighbours. The emulator evaluates nothing: the result is given when the formula is put,
 * and lies in the neighbours' cells as long as nothing else is in the way; then the formula shows `#REF!`. [common knowledge]
 */
import { EMPTY, hasContent, withContent, type Cell } from './cell';

/** What the formula shows when one of its cells is taken. */
export const BLOCKED = '#REF!';

interface Grid {
  readonly rows: readonly { readonly cells: (Cell | undefined)[] }[];
  readonly size: { readonly columns: number };
}

/** Empties all filled neighbours and fills them anew from where the formulas are now. */
export function settleSpills({ rows, size }: Grid): void {
  const anchors: { readonly row: number; readonly column: number; readonly cell: Cell }[] = [];
  rows.forEach(({ cells }, row) => {
    cells.forEach((cell, column) => {
      if (cell?.spilled) cells[column] = withContent(cell, '');
      if (cell?.spill) anchors.push({ row, column, cell });
    });
  });
  for (const { row, column, cell } of anchors) {
    const { spill = [] } = cell;
    const places = spill.flatMap((values, down) =>
      values.map((value, right) => ({ value, cells: rows[row + down]?.cells, at: column + right })),
    );
    const [anchor, ...neighbours] = places;
    const isFree = neighbours.every(({ cells, at }) => cells && at < size.columns && !hasContent(cells[at]));
    if (!anchor?.cells) continue;
    anchor.cells[anchor.at] = { ...cell, value: isFree ? anchor.value : BLOCKED };
    if (!isFree) continue;
    for (const { value, cells, at } of neighbours) {
      if (cells) cells[at] = { ...withContent(cells[at] ?? EMPTY, value), spilled: true };
    }
  }
}
