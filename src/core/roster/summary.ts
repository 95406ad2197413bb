/** A finished list in a few lines, for the editor's log. */
import type { Composition, JobView } from '../contract';
import type { JobPorts } from '../job/kind';

/** Numbers, changes, stamp, tab: in this order. */
export function summaryLines(
  { roster, tab }: Pick<JobView, 'roster' | 'tab'>,
  { catalogue }: Pick<JobPorts, 'catalogue'>,
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
    ...(tab === '' ? [] : [job.written(tab)]),
  ];
}
