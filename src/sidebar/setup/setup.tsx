/** The set-up check: what does not work is open, what works is folded; the whole as text for whoever must fix it. */
import type { RefObject, TargetedSubmitEvent } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Build, ProbeState, ProblemText, SetupReport } from '../../core/contract';
import type { PageCatalogue } from '../../core/locales/page-catalogue';
import { useAnnounce } from '../announce';
import { takeFocus } from '../answer/answer';
import { Button } from '../button';
import { useCall } from '../call';
import { CopyButton } from '../copy';
import { Details } from '../details';
import { NO_SPACE } from '../home/question';
import { SpaceField } from '../home/space-field';
import { Icon, type IconName } from '../icons';
import { useCatalogue } from '../language';
import { Problem, Remedy } from '../trouble/problem';

interface SetupProps {
  /** The check is made for a report about a problem. */
  readonly isReport: boolean;
  readonly build: Build;
  readonly onReport: () => void;
}

export function SetupView({ isReport, build, onReport }: SetupProps) {
  const catalogue = useCatalogue();
  const { setup } = catalogue.sidebar;
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const { call, run } = useCall('sidebarCheckSetup');
  const [report, setReport] = useState<SetupReport | null>(null);
  const [entry, setEntry] = useState(NO_SPACE);
  const check = useCallback(
    async (space: string) => {
      announce(setup.busy);
      const reply = await run(space);
      if (reply === null) return;
      if (reply.ok) setReport(reply.value);
      // With several accounts the script cannot even be asked: the page knows that much by itself.
      else if (reply.problem.code === 'severalAccounts') setReport(accountReport(reply.problem, catalogue));
      else setReport(null);
    },
    [announce, setup, run, catalogue],
  );
  useEffect(() => void check(''), [check]);
  useLayoutEffect(() => {
    if (report !== null) announce(summaryOf(report, catalogue).join(' '));
    if (call.state === 'failed' && report === null) announce(call.problem.happened, 'assertive');
    takeFocus(heading.current);
  }, [report, call, catalogue, announce]);
  const busy = call.state === 'busy';
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy) void check(entry.chosen?.space ?? entry.text.trim());
  };
  return (
    <>
      {isReport ? <p>{setup.reportText}</p> : null}
      {report === null && call.state !== 'failed' ? (
        <p class="busy-line soft">
          <span class="spinner" aria-hidden="true" />
          {setup.busy}
        </p>
      ) : null}
      {report === null && call.state === 'failed' ? (
        <Problem
          problem={call.problem}
          heading={heading}
          level={2}
          onRetry={() => void check('')}
          isRetrying={busy}
        />
      ) : null}
      {report === null ? null : (
        <section class="stack report">
          <Summary report={report} heading={heading} />
          <Probes report={report} />
          <div class="row">
            <Button busy={busy} onPress={() => void check('')}>
              {busy ? setup.busy : setup.again}
            </Button>
            <CopyButton
              kind={isReport ? 'primary' : 'plain'}
              lines={report.text.split('\n')}
              label={setup.copy}
            />
            {isReport ? null : (
              <Button kind="link" onPress={onReport}>
                {setup.reportTitle}
              </Button>
            )}
          </div>
        </section>
      )}
      <form class="stack" onSubmit={submit}>
        <SpaceField entry={entry} onChange={setEntry} label={setup.test} placeholder={setup.testHint} />
        {entry.text.trim() === '' ? null : (
          <div class="row">
            <Button type="submit" busy={busy}>
              {setup.testSubmit}
            </Button>
          </div>
        )}
      </form>
      <p class="small soft">{setup.build(build.version, build.hash)}</p>
    </>
  );
}

function Summary({
  report,
  heading,
}: {
  readonly report: SetupReport;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}) {
  const [first = '', ...rest] = summaryOf(report, useCatalogue());
  return (
    <h2 ref={heading} tabIndex={-1} class="summary">
      <b>{first}</b> {rest.join(' ')}
    </h2>
  );
}

const SIGNS: Readonly<Record<ProbeState, readonly [mark: string, sign: IconName]>> = {
  failed: ['invited', 'warning'],
  notProven: ['notMember', 'question'],
  proven: ['member', 'check'],
  notNeeded: ['notMember', 'minus'],
};

function Probes({ report: { probes } }: { readonly report: SetupReport }) {
  const { setup } = useCatalogue().sidebar;
  const open = (['failed', 'notProven'] as const).flatMap((wanted) =>
    probes.filter(({ state }) => state === wanted),
  );
  const folded = (['proven', 'notNeeded'] as const)
    .map((wanted) => probes.filter(({ state }) => state === wanted))
    .filter(({ length }) => length > 0);
  return (
    <ul class="probes">
      {open.map((probe) => (
        <Probe key={probe.id} probe={probe} />
      ))}
      {folded.map((some) => {
        const state = some[0]?.state ?? 'proven';
        return (
          <li key={state} class="probe">
            <ProbeMark state={state} />
            <div>
              <Details summary={state === 'proven' ? setup.fine(some.length) : setup.notUsed(some.length)}>
                <ul class="tight small">
                  {some.map(({ id, title, detail }) => (
                    <li key={id}>
                      <b>{title}</b>
                      <br />
                      {detail}
                    </li>
                  ))}
                </ul>
              </Details>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function ProbeMark({ state }: { readonly state: ProbeState }) {
  const [mark, sign] = SIGNS[state];
  return (
    <span class={`mark ${mark}`}>
      <Icon name={sign} />
    </span>
  );
}

function Probe({ probe }: { readonly probe: SetupReport['probes'][number] }) {
  const { setup } = useCatalogue().sidebar;
  const { title, state, stateText, detail, problem } = probe;
  return (
    <li class={`probe ${state}`}>
      <ProbeMark state={state} />
      <div>
        <h3 class="probe-title">{setup.probe(title, stateText)}</h3>
        <p class="small">{problem === null ? detail : problem.cause}</p>
        {problem === null ? null : <Remedy problem={problem} />}
      </div>
    </li>
  );
}

function summaryOf({ probes }: SetupReport, { sidebar: { setup } }: PageCatalogue): readonly string[] {
  const count = (wanted: ProbeState): number => probes.filter(({ state }) => state === wanted).length;
  const [failures, untold] = [count('failed'), count('notProven')];
  if (failures === 0) return untold === 0 ? [setup.allWell] : [setup.needWorks, setup.untold(untold)];
  return [setup.failures(failures), ...(untold === 0 ? [] : [setup.untold(untold)])];
}

function accountReport(problem: ProblemText, { setup }: PageCatalogue): SetupReport {
  const { title, details } = setup.probes.account;
  const stateText = setup.states.failed;
  const { happened, cause, nextStep, whoText } = problem;
  return {
    probes: [{ id: 'account', title, state: 'failed', stateText, detail: details.failed, problem }],
    text: [
      setup.title,
      setup.warning,
      '',
      `${stateText}: ${title}`,
      ...[happened, cause, nextStep, whoText].map((line) => `  ${line}`),
    ].join('\n'),
  };
}
