/** The view of many rows: what the selection holds, then the job that looks it up. */
import type { DriveView, JobDrive } from './drive';
import { Job } from './job';
import { useWords } from './language';
import { Selection } from './selection';

export interface RowsProps {
  readonly drive: JobDrive;
  readonly view: DriveView;
  /** Whether the person is looking at this view. */
  readonly active: boolean;
}

export function RowsView({ drive, view, active }: RowsProps) {
  const { rows } = useWords().sidebar;
  return (
    <section class="stack" aria-labelledby="rows-title">
      <h2 id="rows-title">{rows.title}</h2>
      {view.job === null ? (
        <Selection drive={drive} view={view} active={active} />
      ) : (
        <Job drive={drive} view={view} job={view.job} />
      )}
    </section>
  );
}
