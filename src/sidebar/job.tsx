/** A long job on the page: how far it is, what it found, why it rests, and what can be done about it. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { JobView, VerdictCounts } from '../core/contract';
import type { Catalogue } from '../core/locales/catalogue';
import { safeText } from '../core/locales/safe-text';
import { useAnnounce } from './announce';
import { Button } from './button';
import type { ControllerView, JobController } from './job-controller';
import { Icon, type IconName } from './icons';
import { timeText, useCatalogue } from './language';
import { Problem } from './problem';

interface JobProps {
  readonly controller: JobController;
  readonly view: ControllerView;
  readonly job: JobView;
}

/** What a person should make of a job: its own state, seen from this page. */
type Phase = 'running' | 'paused' | 'open' | 'stopped' | 'done' | 'cancelled';

export function Job({ controller, view, job }: JobProps) {
  const catalogue = useCatalogue();
  const texts = catalogue.sidebar.job;
  const heading = useRef<HTMLHeadingElement>(null);
  const phase = phaseOf(view, job);
  const problem = view.problem ?? job.problem;
  useNews(view, job, catalogue);
  // The job takes the place of what was pressed to get here.
  useLayoutEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) heading.current?.focus();
  }, [phase]);
  return (
    <article class={`card job ${phase}`}>
      <h3 ref={heading} tabIndex={-1}>
        <bdi>{texts[phase](safeText(job.tab))}</bdi>
      </h3>
      <Progress job={job} moving={phase === 'running'} />
      {job.counts === null ? null : <Counts counts={job.counts} />}
      {notesOf(view, job, catalogue).map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
      {job.notices.map((notice) => (
        <Problem key={notice.code} problem={notice} />
      ))}
      {problem === null ? null : <Problem problem={problem} />}
      {view.end === null ? (
        <Controls controller={controller} view={view} job={job} />
      ) : (
        <Button
          kind="primary"
          onPress={() => {
            controller.forget();
          }}
        >
          {texts.another}
        </Button>
      )}
    </article>
  );
}

function Progress({ job, moving }: { readonly job: JobView; readonly moving: boolean }) {
  const catalogue = useCatalogue();
  const texts = catalogue.sidebar.job;
  const { done, total, rowsPerSecond, secondsLeft } = job;
  const pace = [
    ...(rowsPerSecond === null ? [] : [texts.rate(rowsPerSecond)]),
    ...(secondsLeft === null || done >= total ? [] : [texts.left(secondsLeft)]),
  ];
  return (
    <div class="progress">
      <p class="rows">{catalogue.job.progress(done, total)}</p>
      <progress
        aria-label={texts.progress}
        aria-valuetext={catalogue.job.progress(done, total)}
        max={Math.max(1, total)}
        value={done}
      />
      {moving && pace.length > 0 ? <p class="hint">{pace.join(' · ')}</p> : null}
    </div>
  );
}

const SIGNS: readonly (readonly [keyof VerdictCounts, IconName])[] = [
  ['member', 'check'],
  ['invited', 'letter'],
  ['notMember', 'minus'],
  ['unchecked', 'question'],
];

function Counts({ counts }: { readonly counts: VerdictCounts }) {
  const { verdicts, sidebar } = useCatalogue();
  return (
    <dl class="counts" aria-label={sidebar.job.verdicts}>
      {SIGNS.map(([verdict, sign]) => (
        <div key={verdict} class={verdict}>
          <dt>
            <Icon name={sign} />
            {verdict === 'notMember' ? sidebar.job.notMember : verdicts[verdict]}
          </dt>
          <dd>{counts[verdict]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Pause and Continue are one button: it keeps the focus when its word changes. */
function Controls({ controller, view, job }: JobProps) {
  const texts = useCatalogue().sidebar.job;
  const { stepping, request } = view;
  const isPausing = request === 'pause';
  const asksTakeOver = view.problem?.code === 'takeOverUnconfirmed';
  const isBusyElsewhere = job.foreign && job.state === 'running' && !stepping;
  return (
    <div class="actions">
      <Button
        key="main"
        kind={isBusyElsewhere ? 'plain' : 'primary'}
        busy={request !== null}
        onPress={() => void (stepping ? controller.pause() : controller.resume(asksTakeOver))}
      >
        {mainLabel(view, texts)}
      </Button>
      {isBusyElsewhere ? (
        <Button busy={request !== null} onPress={() => void controller.look()}>
          {texts.lookAgain}
        </Button>
      ) : (
        <Button
          busy={request !== null && !isPausing}
          onPress={() => {
            void controller.cancel();
          }}
        >
          {request === 'cancel' ? texts.cancelling : texts.cancel}
        </Button>
      )}
    </div>
  );
}

function mainLabel({ stepping, request }: ControllerView, texts: Catalogue['sidebar']['job']): string {
  if (request === 'pause') return texts.pausing;
  if (request === 'resume') return texts.resuming;
  return stepping ? texts.pause : texts.resume;
}

function phaseOf({ stepping, end, problem }: ControllerView, job: JobView): Phase {
  if (end !== null) return end;
  if (stepping) return 'running';
  if (job.state === 'paused') return 'paused';
  if (job.state === 'stopped') return 'stopped';
  return job.foreign && problem === null ? 'running' : 'open';
}

function notesOf(view: ControllerView, job: JobView, catalogue: Catalogue): readonly string[] {
  const texts = catalogue.sidebar.job;
  const { stepping, end, problem } = view;
  if (end === 'done') return [texts.doneText];
  if (end === 'cancelled') return [texts.cancelledText(job.done, job.total)];
  const since = timeText(job.startedAt, catalogue);
  const foreign = job.foreign && !stepping;
  return [
    ...(foreign ? [job.state === 'running' ? texts.foreign(since) : texts.foreignOpen(since)] : []),
    ...(job.parallel ? [] : [catalogue.job.slower]),
    ...(stepping ? [texts.leaveOpen] : []),
    ...(!stepping && !foreign ? [problem === null ? texts.waiting : texts.nothingLost] : []),
  ];
}

/** Says what has changed, and a quarter of the rows at a time how far it is. */
function useNews(view: ControllerView, job: JobView, catalogue: Catalogue): void {
  const announce = useAnnounce();
  const quarter = Math.floor((4 * job.done) / Math.max(1, job.total));
  const phase = phaseOf(view, job);
  const problem = view.problem ?? job.problem;
  useLayoutEffect(() => {
    const [note = ''] = notesOf(view, job, catalogue);
    const news =
      phase === 'done' && job.counts !== null
        ? catalogue.job.done({ total: job.total, ...job.counts })
        : note;
    announce(`${catalogue.sidebar.job[phase](safeText(job.tab))}. ${news}`);
  }, [phase]);
  useLayoutEffect(() => {
    if (phase === 'running' && quarter > 0) announce(catalogue.job.progress(job.done, job.total));
  }, [quarter]);
  useLayoutEffect(() => {
    if (problem !== null) announce(problem.happened, 'assertive');
  }, [problem]);
}
