/** The list of members whose tab is open. */
import { problemOf, ProblemError } from '../chat/problem';
import type { RosterTarget } from '../contract';
import type { JobPorts } from '../job/kind';

/** Lists what the open tab lists. Throws a `ProblemError` where it is no list of members. */
export function openList({ workbook }: Pick<JobPorts, 'workbook'>): RosterTarget {
  const { id } = workbook.activeTable();
  const mark = workbook.marks().find(({ tab, column, value }) => {
    const [kind, what, ...rest] = value.split(':');
    return (
      tab === id && column === null && kind === 'tab' && what === 'roster' && rest.slice(-1)[0] === String(id)
    );
  });
  const space = /^tab:roster:(spaces\/[\w-]+):\d+$/.exec(mark?.value ?? '')?.[1];
  if (space !== undefined) return { of: 'space', space };
  if (mark !== undefined) return { of: 'listed' };
  throw new ProblemError(problemOf('noRosterOpen'));
}
