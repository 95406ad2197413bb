/** A finished list in a few lines, for the editor's log. */
import type { Composition, JobView } from '../contract';
import type { JobPorts } from '../job/kind';
import type { WorkbookPort } from '../ports';

/** Numbers, changes, stamp, tab: in this order. */
export function summaryLines(
  { roster, tabId }: Pick<JobView, 'roster' | 'tabId'>,
  { catalogue, workbook }: Pick<JobPorts, 'catalogue' | 'workbook'>,
): readonly string[] {
  if (roster === null) return [];
  const { summary, job } = catalogue.roster;
  const { composition: n, changes, stamp, spaces } = roster;
  const parts = (['people', 'owners', 'managers', 'outside', 'guests', 'groups', 'apps', 'invited'] as const)
    .filter((key: keyof Composition) => key === 'people' || n[key] > 0)
    .map((key) => summary[key](n[key]));
  const hasChanged = Object.values(changes).some((count) => count > 0);
  return [
    summary.join(parts),
    ...(hasChanged ? [summary.changes(changes)] : []),
    ...(stamp === null || spaces !== 1 ? [] : [stamp.text]),
    ...(tabId === null ? [] : [job.written(linkOfTab(workbook, tabId))]),
  ];
}

/** A link to a tab. Its name may be somebody's, and what is printed ends in Cloud Logging. */
export function linkOfTab(workbook: Pick<WorkbookPort, 'link'>, tab: number): string {
  return workbook.link(tab, { row: 1, column: 1, rows: 1, columns: 1 });
}
