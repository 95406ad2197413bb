/** Verdicts with their numbers; a number selects its rows in the sheet. */
import type { JobView, VerdictCounts } from '../../core/contract';
import { grouped } from '../../core/locales/number';
import type { VerdictKind } from '../../core/chat/verdict';
import { useAnnounce } from '../announce';
import { useCall } from '../call';
import { useCatalogue } from '../language';
import { Problem } from '../trouble/problem';
import { VERDICT_ORDER, VerdictMark } from '../verdicts';

interface CountsProps {
  readonly job: JobView;
  readonly counts: VerdictCounts;
  /** Rows are selected only while nothing is written. */
  readonly rests: boolean;
}

export function Counts({ job: { tabId, startedAt }, counts, rests }: CountsProps) {
  const catalogue = useCatalogue();
  const texts = catalogue.sidebar.job;
  const announce = useAnnounce();
  const { call, run } = useCall('sidebarShow');
  const select = async (tab: number, verdict: VerdictKind) => {
    const reply = await run({ tab, since: startedAt, verdict });
    if (reply?.ok === true) announce(texts.selected(texts.kinds.lookUp.unit(reply.value.selected)));
  };
  return (
    <>
      <ul class="counts" aria-label={texts.verdicts}>
        {VERDICT_ORDER.map((verdict) => {
          const count = counts[verdict];
          const content = (
            <>
              <VerdictMark kind={verdict} />
              <span>{catalogue.verdicts[verdict]}</span>
              <span class="count">{grouped(count)}</span>
            </>
          );
          return (
            <li key={verdict}>
              {rests && count > 0 && tabId !== null ? (
                <button type="button" onClick={() => void select(tabId, verdict)}>
                  {content}
                  <span class="visually-hidden">: {texts.selectRows}</span>
                </button>
              ) : (
                <span>{content}</span>
              )}
            </li>
          );
        })}
      </ul>
      {call.state === 'failed' ? <Problem problem={call.problem} /> : null}
    </>
  );
}
