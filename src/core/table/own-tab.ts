/** Tabs that Rollcall makes: found by their mark, never by their title. A copied tab is not ours. */
import type { Mark, TablePort, WorkbookPort } from '../ports';

/** Mark of a tab of ours. The id in it tells an original from a copy that kept its marks [not established]. */
function tabMark(kind: string, tab: number): string {
  return `tab:${kind}:${tab}`;
}

/** The tabs of one kind, in the order of their marks. */
export function ownTabs(marks: readonly Mark[], kind: string): readonly number[] {
  const found = marks.filter(({ tab, column, value }) => column === null && value === tabMark(kind, tab));
  return [...new Set(found.map(({ tab }) => tab))];
}

/** The tab of a kind of which there is one; null where there is none. */
export function ownTab(workbook: WorkbookPort, marks: readonly Mark[], kind: string): TablePort | null {
  const [tab] = ownTabs(marks, kind);
  return tab === undefined ? null : workbook.table(tab);
}

/** Whether a tab is one of ours, of whatever kind. */
export function isOwnTab(marks: readonly Mark[], tab: number): boolean {
  return marks.some(
    (mark) =>
      mark.tab === tab && mark.column === null && /^tab:.*:(\d+)$/.exec(mark.value)?.[1] === String(tab),
  );
}

/** Marks a tab as one of ours. */
export function makeOwn(table: TablePort, kind: string): TablePort {
  table.addMark(null, tabMark(kind, table.id));
  return table;
}
