/** A line about the job that is open while another view is shown; it leads there. */
import type { JobView } from '../core/contract';
import { useCatalogue } from './language';
import { totalText } from './rows/kinds';

interface StripProps {
  readonly job: JobView;
  readonly isRunning: boolean;
  readonly onShow: () => void;
}

export function Strip({ job, isRunning, onShow }: StripProps) {
  const catalogue = useCatalogue();
  const { page, job: texts } = catalogue.sidebar;
  const total = totalText(job, catalogue);
  return (
    <button type="button" class="strip" onClick={onShow}>
      <span>
        {isRunning ? texts.runs(job.done, total) : texts.open(job.done, total)}
        <progress aria-hidden="true" max={Math.max(1, job.total)} value={job.done} />
      </span>
      <span>{page.show}</span>
    </button>
  );
}
