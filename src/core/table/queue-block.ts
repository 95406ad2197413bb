/** Queues a block of contents: plain values as they are, columns that hold links as rich text. */
import type { CellsPort } from '../ports';
import { cellOf, cellText, isLinked, type Content } from './cell';

/**
 * Queues a block whose top left cell is at `top` and `left`: one write for all of it, so that an execution that ends in between leaves
 * whole rows or none; then the links of columns that hold any.
 */
export function queueBlock(
  cells: Pick<CellsPort, 'write' | 'writeLinked'>,
  top: number,
  left: number,
  block: readonly (readonly Content[])[],
): void {
  const width = block[0]?.length ?? 0;
  const rows = block.length;
  const columns = Array.from({ length: width }, (_, index) => index);
  const linked = columns.filter((column) => block.some((row) => isLinked(row[column] ?? '')));
  if (linked.length < width)
    cells.write(
      { row: top, column: left, rows, columns: width },
      block.map((row) => row.map(cellOf)),
    );
  for (const column of linked) {
    const area = { row: top, column: left + column, rows, columns: 1 };
    cells.writeLinked(
      area,
      block.map((row) => [linkedOf(row[column] ?? '')]),
    );
  }
}

function linkedOf(content: Content): { readonly text: string; readonly link: string } {
  return isLinked(content) ? content : { text: cellText(content), link: '' };
}
