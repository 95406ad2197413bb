/** The view of many rows: what the selection holds, then the job that looks it up. */
import { Job } from './job';
import { useCatalogue } from './language';
import { Selection, type RowsProps } from './selection';

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
