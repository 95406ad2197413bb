/** The spaces of the rows that are selected in the tab `Spaces`. */
import { problemOf, ProblemError } from '../chat/problem';
import type { SelectedSpaces } from '../contract';
import type { JobPorts } from '../job/kind';
import { cellOf } from '../table/cell';
import { countIn, typeIn, type SpaceCells } from './columns';
import { SpacesTab, type SpaceRow } from './spaces-tab';

/** One row for each space, by `spaces/…`. Throws a `ProblemError` where none is selected, or where there is no such tab. */
export function selectedSpaces(ports: JobPorts): ReadonlyMap<string, SpaceRow> {
  const tab = SpacesTab.find(ports);
  if (tab === null) throw new ProblemError(problemOf('noSpacesTab'));
  const selection = ports.workbook.selection();
  if (selection?.table.id !== tab.id) throw new ProblemError(problemOf('noSpacesSelected'));
  const inside = [...tab.rows].filter(([, { row }]) =>
    selection.areas.some((area) => row >= area.row && row < area.row + area.rows),
  );
  // A row that a filter hides is not meant.
  const hidden = selection.table.hiddenRows(inside.map(([, { row }]) => row));
  const chosen = new Map(inside.filter(([, { row }]) => !hidden.has(row)));
  if (chosen.size === 0) throw new ProblemError(problemOf('noSpacesSelected'));
  return chosen;
}

/** What would be listed. Sends nothing. */
export function summariseSpaces(ports: JobPorts): SelectedSpaces {
  const rows = [...selectedSpaces(ports).values()].map(({ cells }) => cells);
  return {
    spaces: rows.length,
    directMessages: rows.filter((cells) => isNamedByPeopleIn(cells)).length,
    people: rows.reduce((sum, cells) => sum + (countIn(cells.people ?? '') ?? 0), 0),
  };
}

/** Whether a row is that of a direct message or an unnamed group chat. */
export function isNamedByPeopleIn({ type, name }: SpaceCells): boolean {
  const kind = typeIn(cellOf(type ?? ''));
  const isUnnamed = cellOf(name ?? '') === '' || typeIn(cellOf(name ?? '')) === kind;
  return kind === 'directMessage' || (kind === 'groupChat' && isUnnamed);
}
