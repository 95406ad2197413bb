/** Names of single cells, such as `B2`, as people write them in options and files. */
import { columnOf } from './area';
import { CELL_LIMIT, NEW_TAB } from './sizes';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Reads the name of one cell; null for anything else, and for a cell that lies further out than a spreadsheet can grow. */
export function parseCell(text: string): CellPlace | null {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,7})$/i.exec(text.trim()) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const place = { row: Number(digits), column: columnOf(letters) };
  const cells = Math.max(place.row, NEW_TAB.rows) * Math.max(place.column, NEW_TAB.columns);
  return cells > CELL_LIMIT ? null : place;
}
