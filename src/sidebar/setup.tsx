/** The view of the set-up check: what is proven, what failed and what to do, also as text for whoever must fix it. */
import type { TargetedSubmitEvent } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { ProbeState, ProblemText, SetupReport } from '../core/contract';
import type { Words } from '../core/locales/catalogue';
import { useAnnounce } from './announce';
import { Button } from './button';
import { useCall, type Call } from './call';
import { CopyButton } from './copy';
import { Field } from './field';
import { useArrival, type Arrival } from './focus';
import { Icon, type IconName } from './icons';
import { useWords } from './language';
import { Problem } from './problem';

const SIGNS: Readonly<Record<ProbeState, IconName>> = {
  proven: 'check',
  failed: 'cross',
  notProven: 'question',
  notNeeded: 'minus',
};

export function SetupView() {
  const words = useWords();
  const { setup } = words.sidebar;
  const announce = useAnnounce();
  const arrival = useArrival();
  const { call, run } = useCall('sidebarCheckSetup');
  const [space, setSpace] = useState('');
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    arrival.depart();
    announce(setup.busy);
    void run(space);
  };
  useLayoutEffect(() => {
    if (call.state === 'answered') announce(summaryOf(call.value, words));
    if (call.state === 'failed') announce(call.problem.happened, 'assertive');
    if (call.state === 'answered' || call.state === 'failed') arrival.arrive();
  }, [call, words, announce, arrival]);
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
      <Result call={call} arrival={arrival} />
    </>
  );
}

function Result({ call, arrival }: { readonly call: Call<SetupReport>; readonly arrival: Arrival }) {
  const words = useWords();
  if (call.state === 'answered') return <Report report={call.value} arrival={arrival} />;
  if (call.state !== 'failed') return null;
  // With several accounts the script cannot even be asked: the page knows that much by itself.
  return call.problem.code === 'severalAccounts' ? (
    <Report report={accountReport(call.problem, words)} arrival={arrival} />
  ) : (
    <Problem problem={call.problem} heading={arrival.target} />
  );
}

function Report({ report, arrival }: { readonly report: SetupReport; readonly arrival: Arrival }) {
  const words = useWords();
  const { setup } = words.sidebar;
  return (
    <section class="report" aria-labelledby="report-title">
      <h3 id="report-title" ref={arrival.target} tabIndex={-1}>
        {setup.results}: {summaryOf(report, words)}
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
        <CopyButton text={report.text} label={setup.copy} />
      </div>
    </section>
  );
}

function summaryOf({ probes }: SetupReport, { sidebar: { setup } }: Words): string {
  const failures = probes.filter(({ state }) => state === 'failed').length;
  return failures === 0 ? setup.allWell : setup.failures(failures);
}

function accountReport(problem: ProblemText, { setup }: Words): SetupReport {
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
