/** The view of many rows: what the selection holds, then the job that looks it up. */
import type { ControllerView, JobController } from './job-controller';
import { Job } from './job';
import { useCatalogue } from './language';
import { Selection } from './selection';

export interface RowsProps {
  readonly controller: JobController;
  readonly view: ControllerView;
  /** Whether the person is looking at this view. */
  readonly active: boolean;
}

export function RowsView({ controller, view, active }: RowsProps) {
  const { rows } = useCatalogue().sidebar;
  return (
    <section class="stack" aria-labelledby="rows-title">
      <h2 id="rows-title">{rows.title}</h2>
      {view.job === null ? (
        <Selection controller={controller} view={view} active={active} />
      ) : (
        <Job controller={controller} view={view} job={view.job} />
      )}
    </section>
  );
}
