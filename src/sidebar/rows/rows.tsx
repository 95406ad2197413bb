/** The view of many rows: what the selection holds, then the job that looks it up. */
import { Job, StartingJob } from './job';
import { Selection, type RowsProps } from './selection';

export function RowsView({ controller, view, active }: RowsProps) {
  const { job, starting } = view;
  if (job !== null)
    return (
      <Job
        controller={controller}
        view={view}
        job={job}
        onLeave={() => {
          controller.forget();
        }}
      />
    );
  return (
    <>
      {starting === null ? null : <StartingJob controller={controller} view={view} starting={starting} />}
      {/* What was chosen stays, should the start be refused. */}
      <div class="part" hidden={starting !== null}>
        <Selection controller={controller} view={view} active={active && starting === null} />
      </div>
    </>
  );
}
