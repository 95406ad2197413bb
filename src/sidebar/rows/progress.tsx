/** How far a job is: numbers, a bar of verdicts or of what is done, and how long the rest takes. */
import type { JobView, VerdictCounts } from '../../core/contract';
import { grouped } from '../../core/locales/number';
import type { PageCatalogue } from '../../core/locales/page-catalogue';
import { Bar, type Part } from '../bar';
import { useCatalogue } from '../language';
import { VERDICT_ORDER } from '../verdicts';
import { clock } from '../when';
import { totalText } from './kinds';

interface ProgressProps {
  readonly job: Pick<JobView, 'kind' | 'total' | 'done' | 'counts'>;
  /** What stands right of the numbers, and below the bar. */
  readonly side: string;
  readonly below: string;
  /** The bar alone: the numbers stand elsewhere. */
  readonly isBarOnly?: boolean;
  /** It moves on: screen readers get it as progress. */
  readonly moves: boolean;
}

export function Progress({ job, side, below, moves, isBarOnly = false }: ProgressProps) {
  const catalogue = useCatalogue();
  const texts = catalogue.sidebar.job;
  const { done, total, counts } = job;
  const whole = totalText(job, catalogue);
  return (
    <div class="tight progress">
      {isBarOnly ? null : (
        <p class="row split">
          <span class="large-number number">
            {grouped(done)} <span class="of">{whole === '' ? '' : texts.of(whole)}</span>
          </span>
          {side === '' ? null : <span class="unbroken">{side}</span>}
        </p>
      )}
      {counts === null ? (
        <progress aria-label={texts.label} max={Math.max(1, total)} value={done} />
      ) : (
        <Bar
          large
          title={texts.progress(done, whole)}
          parts={verdictParts(counts, catalogue)}
          rest={Math.max(0, total - done)}
          progress={moves ? { now: done, max: total } : undefined}
        />
      )}
      {below === '' ? null : <p class="small soft">{below}</p>}
    </div>
  );
}

/** The verdicts as parts of a bar. */
export function verdictParts(counts: VerdictCounts, catalogue: PageCatalogue): readonly Part[] {
  return VERDICT_ORDER.map((kind) => ({ kind, label: catalogue.verdicts[kind], count: counts[kind] }));
}

/** Time left, or until when Google asks to rest. */
export function sideText(job: JobView, catalogue: PageCatalogue): string {
  const texts = catalogue.sidebar.job;
  const { secondsLeft, done, total } = job;
  return secondsLeft === null || done >= total ? '' : texts.left(secondsLeft);
}

export function paceText(
  { rowsPerSecond, notBefore }: JobView,
  catalogue: PageCatalogue,
  now = Date.now(),
): string {
  const texts = catalogue.sidebar.job;
  if (notBefore !== null && Date.parse(notBefore) > now)
    return texts.restUntil(clock(notBefore, catalogue, true));
  return rowsPerSecond === null ? '' : texts.rate(rowsPerSecond);
}
