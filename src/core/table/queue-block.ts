/** Queues a block of contents: plain values as they are, columns that hold links as rich text. */
import type { CellsPort } from '../ports';
import { contiguousRuns } from './area';
import { cellOf, cellText, isLinked, type Content } from './cell';

/** Queues a block whose top left cell is at `top` and `left`: one write for neighbouring columns of the same make. */
export function queueBlock(
  cells: Pick<CellsPort, 'write' | 'writeLinked'>,
  top: number,
  left: number,
  block: readonly (readonly Content[])[],
): void {
  const width = block[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, index) => index);
  const linked = new Set(columns.filter((column) => block.some((row) => isLinked(row[column] ?? ''))));
  for (const [first, last] of contiguousRuns(columns.filter((column) => !linked.has(column)))) {
    const area = { row: top, column: left + first, rows: block.length, columns: last - first + 1 };
    cells.write(
      area,
      block.map((row) => row.slice(first, last + 1).map(cellOf)),
    );
  }
  for (const column of linked) {
    const area = { row: top, column: left + column, rows: block.length, columns: 1 };
    cells.writeLinked(
      area,
      block.map((row) => [linkedOf(row[column] ?? '')]),
    );
  }
}

function linkedOf(content: Content): { readonly text: string; readonly link: string } {
  return isLinked(content) ? content : { text: cellText(content), link: '' };
}
