/** Who is not in and what could not be checked, by name and reason, after a job. */
import { useEffect } from 'preact/hooks';
import type { Exceptions as Found, JobView, NamedRows } from '../../core/contract';
import type { VerdictKind } from '../../core/chat/verdict';
import { Button } from '../button';
import { useCall } from '../call';
import { useCatalogue } from '../language';
import { NamedSpaces } from '../spaces/named-spaces';
import { withoutStop } from '../trouble/problem';

/** More of them would push what follows off the page. */
const MOST_NAMES = 3;
const MOST_ROWS = 5;

interface ExceptionsProps {
  readonly tabId: number;
  readonly job: JobView;
  /** These rows are to be asked again. */
  readonly onAgain: (rows: readonly number[]) => void;
}

export function Exceptions({ tabId, job: { startedAt, counts }, onAgain }: ExceptionsProps) {
  const { call, run } = useCall('sidebarExceptions');
  const hasSome = counts !== null && counts.unchecked + counts.notMember + counts.invited > 0;
  useEffect(() => {
    if (hasSome) void run(tabId, startedAt);
  }, [run, tabId, startedAt, hasSome]);
  // Nothing is lost without them: they stand in the sheet.
  if (call.state !== 'answered') return null;
  const { unchecked, notMember, invited } = call.value;
  if (unchecked.length === 0 && notMember.count + invited.count === 0) return null;
  return (
    <>
      <hr class="rule" />
      <div class="stack small">
        <Unchecked tabId={tabId} reasons={unchecked} onAgain={onAgain} />
        <Named tabId={tabId} since={startedAt} verdict="notMember" rows={notMember} />
        <Named tabId={tabId} since={startedAt} verdict="invited" rows={invited} />
      </div>
    </>
  );
}

interface UncheckedProps {
  readonly tabId: number;
  readonly reasons: Found['unchecked'];
  readonly onAgain: (rows: readonly number[]) => void;
}

function Unchecked({ tabId, reasons, onAgain }: UncheckedProps) {
  const catalogue = useCatalogue();
  const { job } = catalogue.sidebar;
  const { run } = useCall('sidebarShow');
  const count = reasons.reduce((sum, reason) => sum + reason.count, 0);
  if (count === 0) return null;
  const all = reasons.flatMap(({ rows }) => rows);
  return (
    <section class="tight">
      <h3 class="exception">{job.exceptions.title(catalogue.verdicts.unchecked, count)}</h3>
      <ul>
        {reasons.map(({ reason, count: many, rows }) => (
          <li key={reason}>
            <Button kind="link" onPress={() => void run({ tab: tabId, rows })}>
              {job.exceptions.rows(
                rows.slice(0, MOST_ROWS).map(String),
                many - Math.min(MOST_ROWS, rows.length),
              )}
            </Button>{' '}
            <bdi>
              <NamedSpaces text={withoutStop(reason)} />
            </bdi>
          </li>
        ))}
      </ul>
      <div>
        <Button
          kind="small"
          icon="again"
          onPress={() => {
            onAgain(all);
          }}
        >
          {job.exceptions.tryAgain(job.kinds.lookUp.unit(all.length))}
        </Button>
      </div>
    </section>
  );
}

interface NamedProps {
  readonly tabId: number;
  readonly since: string;
  readonly verdict: VerdictKind;
  readonly rows: NamedRows;
}

function Named({ tabId, since, verdict, rows: { count, names } }: NamedProps) {
  const catalogue = useCatalogue();
  const { job, page } = catalogue.sidebar;
  const { run } = useCall('sidebarShow');
  if (count === 0) return null;
  const shown = names.slice(0, MOST_NAMES);
  return (
    <section class="tight">
      <h3 class="exception">{job.exceptions.title(catalogue.verdicts[verdict], count)}</h3>
      <p>
        {shown.map((name, index) => (
          <span key={index}>
            {index === 0 ? null : page.comma()}
            <bdi>{name}</bdi>
          </span>
        ))}{' '}
        {count > shown.length ? (
          <Button kind="link" onPress={() => void run({ tab: tabId, since, verdict })}>
            {job.exceptions.more(count - shown.length)}
          </Button>
        ) : null}
      </p>
    </section>
  );
}
