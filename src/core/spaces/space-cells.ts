/** Cells that mean a space and are no reference: the link of the whole cell counts, else the one space of that name. */
import { parseSpace, recognise } from '../chat/reference';
import type { CellsPort } from '../ports';
import { fail, ok, type Result } from '../result';
import { extentOf } from '../table/area';
import { cellText, isBlank, type Cell } from '../table/cell';
import { readRows } from '../table/row-range';
import { plainName, spacesByName } from './find-space';
import type { SpacesPorts } from './spaces-tab';

/**
 * The spaces (`spaces/…`) that such cells of a column mean, by row. Reads nothing where every cell is a reference; else the links of
 * those rows in one call, and the tab `Spaces` once. A cell whose link and name mean nothing is left out.
 */
export function spacesInCells(
  ports: SpacesPorts,
  table: CellsPort,
  column: number,
  cells: ReadonlyMap<number, Cell>,
): ReadonlyMap<number, Result<string>> {
  const unclear = [...cells].filter(([, cell]) => !isBlank(cell) && recognise(cellText(cell)) === 'none');
  const rows = extentOf(unclear.map(([row]) => row));
  if (rows === null) return new Map();
  const links = table.links({ row: rows[0], column, rows: rows[1] - rows[0] + 1, columns: 1 });
  // Rows that have been moved since they were read have the links of others.
  const now = readRows(table, [column], rows);
  let names: ReadonlyMap<string, readonly string[]> | null = null;
  const found = new Map<number, Result<string>>();
  for (const [row, cell] of unclear) {
    const text = cellText(cell);
    if (cellText(now.cell(row, column)) !== text) continue;
    const link = links[row - rows[0]]?.[0] ?? null;
    const linked = link === null ? null : parseSpace(link);
    if (linked?.ok === true) {
      found.set(row, ok(`spaces/${linked.value}`));
      continue;
    }
    names ??= spacesByName(ports);
    const [only, other] = names.get(plainName(text)) ?? [];
    if (only === undefined) continue;
    found.set(
      row,
      other === undefined
        ? ok(only)
        : fail('spaceNameTwice', { value: text.trim(), space: only, otherSpace: other }),
    );
  }
  return found;
}
