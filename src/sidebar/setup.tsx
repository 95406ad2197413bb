/** The view of the set-up check: what is proven, what failed and what to do, also as text for whoever must fix it. */
import type { TargetedSubmitEvent } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { ProbeState, ProblemText, SetupReport } from '../core/contract';
import type { Catalogue } from '../core/locales/catalogue';
import { useAnnounce } from './announce';
import { Button } from './button';
import { useCall, type Call } from './call';
import { CopyButton } from './copy';
import { Field } from './field';
import { useFocusTarget, type FocusTarget } from './focus';
import { Icon, type IconName } from './icons';
import { useCatalogue } from './language';
import { Problem } from './problem';

const SIGNS: Readonly<Record<ProbeState, IconName>> = {
  proven: 'check',
  failed: 'cross',
  notProven: 'question',
  notNeeded: 'minus',
};

export function SetupView() {
  const catalogue = useCatalogue();
  const { setup } = catalogue.sidebar;
  const announce = useAnnounce();
  const focusTarget = useFocusTarget();
  const { call, run } = useCall('sidebarCheckSetup');
  const [space, setSpace] = useState('');
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    focusTarget.depart();
    announce(setup.busy);
    void run(space);
  };
  useLayoutEffect(() => {
    if (call.state === 'answered') announce(summaryOf(call.value, catalogue));
    if (call.state === 'failed') announce(call.problem.happened, 'assertive');
    if (call.state === 'answered' || call.state === 'failed') focusTarget.arrive();
  }, [call, catalogue, announce, focusTarget]);
  return (
    <>
      <form class="stack" onSubmit={submit} aria-labelledby="setup-title">
        <h2 id="setup-title">{setup.title}</h2>
        <p>{setup.intro}</p>
        <Field label={setup.space} hint={setup.spaceHint} value={space} onChange={setSpace} />
        <Button kind="primary" type="submit" busy={call.state === 'busy'}>
          {call.state === 'busy' ? setup.busy : setup.submit}
        </Button>
      </form>
      <Result call={call} focusTarget={focusTarget} />
    </>
  );
}

function Result({
  call,
  focusTarget,
}: {
  readonly call: Call<SetupReport>;
  readonly focusTarget: FocusTarget;
}) {
  const catalogue = useCatalogue();
  if (call.state === 'answered') return <Report report={call.value} focusTarget={focusTarget} />;
  if (call.state !== 'failed') return null;
  // With several accounts the script cannot even be asked: the page knows that much by itself.
  return call.problem.code === 'severalAccounts' ? (
    <Report report={accountReport(call.problem, catalogue)} focusTarget={focusTarget} />
  ) : (
    <Problem problem={call.problem} heading={focusTarget.target} />
  );
}

function Report({
  report,
  focusTarget,
}: {
  readonly report: SetupReport;
  readonly focusTarget: FocusTarget;
}) {
  const catalogue = useCatalogue();
  const { setup } = catalogue.sidebar;
  return (
    <section class="report" aria-labelledby="report-title">
      <h3 id="report-title" ref={focusTarget.target} tabIndex={-1}>
        {setup.results}: {summaryOf(report, catalogue)}
      </h3>
      <ul>
        {report.probes.map(({ id, title, state, stateText, detail, problem }) => (
          <li key={id} class={`probe ${state}`}>
            <Icon name={SIGNS[state]} />
            <div>
              <p class="main">{title}</p>
              <p>
                <strong>{stateText}</strong> · {detail}
              </p>
              {problem === null ? null : <Problem problem={problem} />}
            </div>
          </li>
        ))}
      </ul>
      <div class="actions">
        <CopyButton lines={report.text.split('\n')} label={setup.copy} />
      </div>
    </section>
  );
}

function summaryOf({ probes }: SetupReport, { sidebar: { setup } }: Catalogue): string {
  const failures = probes.filter(({ state }) => state === 'failed').length;
  return failures === 0 ? setup.allWell : setup.failures(failures);
}

function accountReport(problem: ProblemText, { setup }: Catalogue): SetupReport {
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
