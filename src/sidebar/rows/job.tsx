/** A long job on the page: how far it is, what it found, why it rests, and what can be done about it. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { JobView } from '../../core/contract';
import type { PageCatalogue } from '../../core/locales/page-catalogue';
import { safeText } from '../../core/locales/safe-text';
import { useAnnounce } from '../announce';
import { Button } from '../button';
import { useCall } from '../call';
import { useCatalogue } from '../language';
import { Notice } from '../notice';
import { RosterFinish } from '../roster/finish';
import { Problem } from '../trouble/problem';
import { clock } from '../when';
import { ComparisonFinish, ComparisonTitle } from './comparison';
import { Counts } from './counts';
import { Exceptions } from './exceptions';
import type { ControllerView, JobController, Starting } from './job-controller';
import { textsOf, totalText } from './kinds';
import { Privileged, TakeOver } from './privileged';
import { paceText, Progress, sideText } from './progress';

interface JobProps {
  readonly controller: JobController;
  readonly view: ControllerView;
  readonly job: JobView;
  /** The job is done with: other rows are wanted, or these selected ones. */
  readonly onLeave: () => void;
}

/** What a person should make of a job: its own state, seen from this page. */
type Phase = 'running' | 'paused' | 'open' | 'stopped' | 'done' | 'cancelled';

export function Job({ controller, view, job, onLeave }: JobProps) {
  const catalogue = useCatalogue();
  const heading = useRef<HTMLHeadingElement>(null);
  const phase = phaseOf(view, job);
  const problem = view.problem ?? job.problem;
  const asksTakeOver = view.problem?.code === 'takeOverUnconfirmed';
  const rests = phase !== 'running';
  const compared = view.end === 'done' && job.kind === 'compare' ? job.comparison : null;
  useNews(view, job, catalogue);
  // The job takes the place of what was pressed to get here.
  useLayoutEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) heading.current?.focus();
  }, [phase]);
  return (
    <>
      {phase === 'done' || phase === 'cancelled' ? null : (
        <Privileged job={job} isRunning={phase === 'running'} />
      )}
      {view.notices.map((notice) => (
        <Notice key={notice.code + notice.happened} problem={notice} />
      ))}
      <article class={`card job ${phase}`}>
        <div class="tight">
          <h2 ref={heading} tabIndex={-1}>
            {compared === null ? (
              <bdi>{headingOf(phase, view, job, catalogue)}</bdi>
            ) : (
              <ComparisonTitle rows={job.total} space={compared.space} />
            )}
          </h2>
          <p class="small soft">{placeOf(phase, job, catalogue)}</p>
        </div>
        {compared === null ? (
          <Progress
            job={job}
            moves={phase === 'running'}
            isBarOnly={phase === 'done'}
            side={phase === 'running' ? sideText(job, catalogue) : waitingText(phase, job, catalogue)}
            below={phase === 'running' ? paceText(job, catalogue) : ''}
          />
        ) : null}
        {compared !== null && job.tabId !== null ? <ComparisonFinish job={job} tabId={job.tabId} /> : null}
        {view.end === 'done' ? <RosterFinish job={job} changes={view.changes} /> : null}
        {job.counts === null || compared !== null ? null : (
          <Counts job={job} counts={job.counts} rests={rests} />
        )}
        {rests && job.counts !== null && job.done > 0 ? (
          <p class="small soft">{catalogue.sidebar.job.selectsRows}</p>
        ) : null}
        {problem === null || asksTakeOver ? null : <Problem problem={problem} />}
        {asksTakeOver ? (
          <TakeOver controller={controller} problem={view.problem} onLeave={onLeave} />
        ) : view.end === null ? (
          <Controls controller={controller} view={view} job={job} phase={phase} />
        ) : (
          <Ended job={job} onLeave={onLeave} />
        )}
        {view.end === null || job.tabId === null || job.kind !== 'look-up' ? null : (
          <FoundExceptions tabId={job.tabId} job={job} onLeave={onLeave} />
        )}
      </article>
      {notesOf(phase, view, job, catalogue).map((note) => (
        <p key={note} class="small soft">
          {note}
        </p>
      ))}
    </>
  );
}

/** A job whose start the script has not answered yet: the bar and Cancel are there at once. */
export function StartingJob({
  controller,
  view,
  starting,
}: {
  readonly controller: JobController;
  readonly view: ControllerView;
  readonly starting: Starting;
}) {
  const catalogue = useCatalogue();
  const texts = catalogue.sidebar.job;
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const title = textsOf(starting.kind, catalogue).running(safeText(starting.tab));
  const total = totalText(starting, catalogue);
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) heading.current?.focus();
    announce([title, total].join('. '));
  }, [announce, title, total]);
  const isCancelling = view.request === 'cancel';
  return (
    <article class="card job starting">
      <h2 ref={heading} tabIndex={-1}>
        <bdi>{title}</bdi>
      </h2>
      <Progress
        job={{
          ...starting,
          done: 0,
          counts: starting.kind === 'look-up' || starting.kind === 'compare' ? NO_COUNTS : null,
        }}
        moves
        side=""
        below={texts.starting}
      />
      <div class="row">
        <Button busy={isCancelling} onPress={() => void controller.cancel()}>
          {isCancelling ? texts.cancelling : texts.cancel}
        </Button>
      </div>
      {isCancelling ? <p class="small soft">{texts.cancelTakes}</p> : null}
    </article>
  );
}

const NO_COUNTS = { member: 0, invited: 0, notMember: 0, unchecked: 0 };

interface ControlsProps extends Omit<JobProps, 'onLeave'> {
  readonly phase: Phase;
}

/** Pause and Continue are one button: it keeps the focus when its word changes. */
function Controls({ controller, view, job, phase }: ControlsProps) {
  const texts = useCatalogue().sidebar.job;
  const { stepping, request } = view;
  const isBusyElsewhere = job.foreign && job.state === 'running' && !stepping;
  const hasPage = (view.problem ?? job.problem)?.link !== undefined;
  return (
    <>
      <div class="row">
        <Button
          key="main"
          kind={stepping || isBusyElsewhere || hasPage ? 'plain' : 'primary'}
          busy={request !== null && request !== 'cancel'}
          onPress={() => void (stepping ? controller.pause() : controller.resume())}
        >
          {mainLabel(view, texts)}
        </Button>
        {isBusyElsewhere ? (
          <Button busy={request !== null} onPress={() => void controller.look()}>
            {texts.lookAgain}
          </Button>
        ) : (
          <Button
            busy={request !== null && request !== 'pause'}
            onPress={() => {
              void controller.cancel();
            }}
          >
            {request === 'cancel' ? texts.cancelling : phase === 'running' ? texts.cancel : texts.cancelRest}
          </Button>
        )}
      </div>
      {request === 'cancel' ? <p class="small soft">{texts.cancelTakes}</p> : null}
    </>
  );
}

function mainLabel({ stepping, request }: ControllerView, texts: PageCatalogue['sidebar']['job']): string {
  if (request === 'pause') return texts.pausing;
  if (request === 'resume') return texts.resuming;
  return stepping ? texts.pause : texts.resume;
}

/** What can be done once nothing is left to do. */
function Ended({ job, onLeave }: Pick<JobProps, 'job' | 'onLeave'>) {
  const texts = useCatalogue().sidebar.job;
  const answers = useCall('sidebarShow');
  const list = useCall('sidebarShowTab');
  const { tabId, startedAt, done } = job;
  const isLookUp = job.kind === 'look-up' || job.kind === 'compare';
  const { call } = isLookUp ? answers : list;
  const canGo = tabId !== null && done > 0;
  const go = (tab: number) => void (isLookUp ? answers.run({ tab, since: startedAt }) : list.run(tab));
  return (
    <>
      <div class="row">
        {canGo ? (
          <Button
            kind="primary"
            busy={call.state === 'busy'}
            onPress={() => {
              go(tabId);
            }}
          >
            {isLookUp ? texts.goToAnswers : texts.goToList}
          </Button>
        ) : null}
        <Button kind={canGo ? 'plain' : 'primary'} onPress={onLeave}>
          {isLookUp ? texts.another : texts.close}
        </Button>
      </div>
      {call.state === 'failed' ? <Problem problem={call.problem} /> : null}
    </>
  );
}

function FoundExceptions({
  tabId,
  job,
  onLeave,
}: { readonly tabId: number } & Pick<JobProps, 'job' | 'onLeave'>) {
  const { run } = useCall('sidebarShow');
  const selectAndLeave = async (rows: readonly number[]) => {
    const reply = await run({ tab: tabId, rows });
    if (reply?.ok === true) onLeave();
  };
  return <Exceptions tabId={tabId} job={job} onAgain={(rows) => void selectAndLeave(rows)} />;
}

function phaseOf({ stepping, end, problem }: ControllerView, job: JobView): Phase {
  if (end !== null) return end;
  if (stepping) return 'running';
  if (job.state === 'paused') return 'paused';
  if (job.state === 'stopped') return 'stopped';
  return job.foreign && problem === null ? 'running' : 'open';
}

function headingOf(phase: Phase, view: ControllerView, job: JobView, catalogue: PageCatalogue): string {
  const texts = textsOf(job.kind, catalogue);
  if (phase !== 'done') return texts[phase](safeText(job.tab));
  const { tookSeconds } = view;
  return texts.done(job.total, tookSeconds === null ? null : catalogue.sidebar.job.took(tookSeconds));
}

/** Where the answers stand. */
function placeOf(phase: Phase, { tab, columns }: JobView, catalogue: PageCatalogue): string {
  const texts = catalogue.sidebar.job;
  if (columns === null) return '';
  const { first, last } = columns;
  if (phase === 'done') return texts.columnsDone(safeText(tab), first, last);
  return phase === 'running' ? texts.columns(first, last) : texts.columnsSoFar(first, last);
}

function waitingText(phase: Phase, { kind, total, done }: JobView, catalogue: PageCatalogue): string {
  if (phase === 'done' || phase === 'cancelled' || total <= done) return '';
  return catalogue.sidebar.job.waiting(textsOf(kind, catalogue).unit(total - done));
}

function notesOf(
  phase: Phase,
  view: ControllerView,
  job: JobView,
  catalogue: PageCatalogue,
): readonly string[] {
  const texts = catalogue.sidebar.job;
  const { stepping, end, problem } = view;
  if (end === 'done') return [];
  if (end === 'cancelled') return [texts.cancelledText(job.done, totalText(job, catalogue))];
  const since = clock(job.startedAt, catalogue);
  const foreign = job.foreign && !stepping;
  return [
    ...(foreign ? [job.state === 'running' ? texts.foreign(since) : texts.foreignOpen(since)] : []),
    ...(job.parallel ? [] : [texts.slower]),
    // Privileged work never goes on by itself.
    ...(stepping ? [job.as === 'user' ? texts.leave : texts.stay] : []),
    ...(phase === 'paused' && problem === null ? [texts.pausedText] : []),
    ...((phase === 'open' || phase === 'stopped' || problem !== null) && !foreign ? [texts.openText] : []),
    ...(phase === 'running' ? [] : [texts.as(catalogue.sidebar.page.asWhom[job.as])]),
  ];
}

/** Says what has changed, and a quarter of the rows at a time how far it is. */
function useNews(view: ControllerView, job: JobView, catalogue: PageCatalogue): void {
  const announce = useAnnounce();
  const texts = catalogue.sidebar.job;
  const quarter = Math.floor((4 * job.done) / Math.max(1, job.total));
  const phase = phaseOf(view, job);
  const problem = view.problem ?? job.problem;
  const latest = useRef({ view, job, catalogue, phase });
  latest.current = { view, job, catalogue, phase };
  useLayoutEffect(() => {
    const now = latest.current;
    const [note = ''] = notesOf(phase, now.view, now.job, now.catalogue);
    const news = phase === 'done' ? numbersOf(now.job, now.catalogue) : note;
    announce(`${headingOf(phase, now.view, now.job, now.catalogue)}. ${news}`);
  }, [phase, announce]);
  useLayoutEffect(() => {
    const now = latest.current;
    if (now.phase === 'running' && quarter > 0)
      announce(texts.quarter(now.job.done, totalText(now.job, now.catalogue)));
  }, [quarter, announce, texts]);
  useLayoutEffect(() => {
    if (problem !== null) announce(problem.happened, 'assertive');
  }, [problem, announce]);
}

function numbersOf({ counts }: JobView, catalogue: PageCatalogue): string {
  if (counts === null) return '';
  const kinds = ['member', 'invited', 'notMember', 'unchecked'] as const;
  return kinds.map((kind) => `${catalogue.verdicts[kind]} ${String(counts[kind])}`).join(', ');
}
