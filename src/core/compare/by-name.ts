/** A list of names compared with a space. Names can be shared by two people: nothing here is sure, so nothing is written. */
import { kindOf, stateOf } from '../chat/membership';
import { problemOf, ProblemError } from '../chat/problem';
import type { NameComparison } from '../contract';
import type { Execution } from '../execution';
import { openLookUpTable } from '../look-up/look-up-table';
import { shownName } from '../roster/columns';
import { listForCard } from '../roster/card';
import { a1Of } from '../table/area';
import { cellText } from '../table/cell';
import { MOST_NAME_COLUMNS, NameIndex } from '../chat/person-name';

const MOST_ROWS = 5_000;

interface NamedRow {
  readonly row: number;
  readonly parts: readonly string[];
}

/**
 * Compares the selected names with the people of a space as typed. Throws a `ProblemError` where no names are selected, where the
 * space cannot be listed, or where it is too large for a card.
 */
export function compareNames(execution: Execution, space: string): NameComparison {
  const { rows, range, tab, tabId } = readNames(execution);
  const roster = listForCard(execution, space);
  if (roster.isLarge) throw new ProblemError(problemOf('compareTooLarge'));
  const index = new NameIndex<string>();
  for (const membership of roster.memberships) {
    if (kindOf(membership) !== 'person' || stateOf(membership) !== 'joined') continue;
    const { displayName = '', email = '' } = membership.member ?? {};
    if (displayName !== '') index.add(displayName, email === '' ? shownName(membership) : email);
  }
  const found = rows.map(({ row, parts }) => ({ row, name: parts.join(' '), candidates: index.find(parts) }));
  return {
    tab,
    tabId,
    range,
    space: roster.space,
    stamp: roster.stamp,
    rows: rows.length,
    probably: found.filter(({ candidates }) => candidates.length === 1),
    several: found.filter(({ candidates }) => candidates.length > 1),
    nobody: found.filter(({ candidates }) => candidates.length === 0).map(({ row, name }) => ({ row, name })),
  };
}

function readNames({ workbook }: Execution): {
  readonly rows: readonly NamedRow[];
  readonly range: string;
  readonly tab: string;
  readonly tabId: number;
} {
  const selected = workbook.selection();
  const [area, ...others] = selected?.areas ?? [];
  if (selected === null || area === undefined) throw new ProblemError(problemOf('nothingSelected'));
  const { table, range } = selected;
  const ours = new Set(openLookUpTable(table, workbook.marks()).managed.values());
  const used = table.used();
  const bottom = Math.min(area.row + area.rows - 1, used.rows, area.row + MOST_ROWS);
  const right = Math.min(area.column + area.columns - 1, used.columns);
  if (bottom < area.row || right < area.column) throw new ProblemError(problemOf('nothingToAsk'));
  if (others.length > 0) throw new ProblemError(problemOf('twoTables'));
  const cut = { ...area, rows: bottom - area.row + 1, columns: right - area.column + 1 };
  const cells = table.values(cut);
  const filled = Array.from({ length: cut.columns }, (_, at) => at).filter(
    (at) => !ours.has(area.column + at) && cells.some((row) => cellText(row[at] ?? '').trim() !== ''),
  );
  if (filled.length === 0) throw new ProblemError(problemOf('nothingToAsk'));
  if (filled.length > MOST_NAME_COLUMNS)
    throw new ProblemError(problemOf('columnsUnclear', { range: a1Of(cut) }));
  const hidden = table.hiddenRows(cells.map((_, at) => area.row + at));
  const rows = cells.flatMap((row, at): readonly NamedRow[] => {
    const parts = filled.map((column) => cellText(row[column] ?? '').trim()).filter((part) => part !== '');
    // The first row of a sheet holds titles.
    const isAsked = parts.length > 0 && area.row + at > 1 && !hidden.has(area.row + at);
    return isAsked ? [{ row: area.row + at, parts }] : [];
  });
  if (rows.length === 0) throw new ProblemError(problemOf('nothingToAsk'));
  return { rows, range, tab: table.name(), tabId: table.id };
}
