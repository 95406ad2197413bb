/** Drives a long job: one step after another. Pause and cancel go out beside a running step, and win. */
import type { JobView, ProblemText, Reply, RosterChange } from '../../core/contract';
import type { Ask } from '../server';

export type Request = 'start' | 'pause' | 'cancel' | 'resume' | 'look';

/** A job that was started and of which the script has not told anything yet. */
export interface Starting {
  /** Id of its kind. */
  readonly kind: string;
  readonly tab: string;
  /** 0 where it is not known beforehand. */
  readonly total: number;
}

/** The job as this page knows it. */
export interface ControllerView {
  readonly job: JobView | null;
  readonly starting: Starting | null;
  /** This page is calling its steps. */
  readonly stepping: boolean;
  /** What the person asked for and is under way. */
  readonly request: Request | null;
  /** It was finished or cancelled while this page looked on: nothing of it is left to continue. */
  readonly end: 'done' | 'cancelled' | null;
  /** Why a call failed or was refused; the job itself may go on. */
  readonly problem: ProblemText | null;
  /** What else happened in its steps, each once. */
  readonly notices: readonly ProblemText[];
  /** Changes of a list that its steps found. */
  readonly changes: readonly RosterChange[];
  /** From the start to the end, where both happened on this page. */
  readonly tookSeconds: number | null;
}

const NOTHING: ControllerView = {
  job: null,
  starting: null,
  stepping: false,
  request: null,
  end: null,
  problem: null,
  notices: [],
  changes: [],
  tookSeconds: null,
};

/** How often a page that rests looks whether the person wants something else. */
const SHORT_MS = 500;

export class JobController {
  private view: ControllerView;
  /** Counts requests: an answer that belongs to an earlier one comes late. */
  private turn = 0;
  /** The step under way; it never rejects. */
  private step: Promise<Reply<JobView> | null> = Promise.resolve(null);
  /** Milliseconds of the page's clock. */
  private startedAt: number | null = null;

  constructor(
    private readonly ask: Ask,
    job: JobView | null,
    private readonly show: (view: ControllerView) => void,
  ) {
    this.view = JobController.viewOf(job);
  }

  /** How a job looks that nobody has touched from this page yet. */
  static viewOf(job: JobView | null): ControllerView {
    return { ...NOTHING, job, notices: job?.notices ?? [] };
  }

  /** Starts a job; returns the code of what kept it from that. It can be cancelled before the script has answered. */
  async start(starting: Starting, call: (ask: Ask) => Promise<Reply<JobView>>): Promise<string | null> {
    this.set({ ...NOTHING, starting });
    const turn = this.begin('start');
    this.startedAt = performance.now();
    const reply = await call(this.ask);
    // Only a cancel can have come between.
    const wantsCancel = this.view.request === 'cancel';
    if (turn !== this.turn && !wantsCancel) return null;
    if (!reply.ok) {
      this.set({ starting: null, request: null, problem: reply.problem });
      return reply.problem.code;
    }
    if (wantsCancel && reply.value.state !== 'done') {
      this.set({ job: reply.value, starting: null });
      await this.cancel();
    } else await this.goOn(reply.value, wantsCancel ? this.begin('start') : turn);
    return null;
  }

  /**
   * Continues; a step that is still under way ends first, so that its answers are not asked again. `takeOver`: the person has
   * read that they go on with somebody else's privileged work.
   */
  async resume(takeOver = false): Promise<void> {
    const { job } = this.view;
    if (job === null) return;
    const turn = this.begin('resume');
    await this.step;
    if (turn !== this.turn) return;
    const reply = await this.takeStep(job.runId, takeOver);
    if (turn !== this.turn) this.takeLate(reply);
    else if (reply.ok) await this.goOn(reply.value, turn);
    else this.refuse(reply.problem);
  }

  async pause(): Promise<void> {
    await this.interrupt('pause', 'sidebarPauseJob');
  }

  async cancel(): Promise<void> {
    if (this.view.starting === null) await this.interrupt('cancel', 'sidebarCancelJob');
    else this.begin('cancel');
  }

  /** Looks which job is open now, whoever works on it. */
  async look(): Promise<JobView | null> {
    const turn = this.begin('look');
    const reply = await this.ask('sidebarStart');
    if (turn !== this.turn) return this.view.job;
    if (!reply.ok) this.set({ request: null, problem: reply.problem });
    else this.set({ ...NOTHING, job: reply.value.job, notices: reply.value.job?.notices ?? [] });
    return this.view.job;
  }

  /** Takes up a job that was found open, unless this page has one. */
  adopt(job: JobView | null): void {
    const { job: held, starting, request } = this.view;
    if (held === null && starting === null && request === null) this.set({ job });
  }

  /** Forgets a job that has ended, and a refusal. */
  forget(): void {
    this.turn += 1;
    this.set(NOTHING);
  }

  private async goOn(first: JobView, turn: number): Promise<void> {
    this.take(first, true);
    while (this.view.stepping) {
      await this.rest(turn);
      if (turn !== this.turn) return;
      const reply = await this.takeStep(first.runId);
      if (turn !== this.turn) {
        this.takeLate(reply);
        return;
      }
      if (!reply.ok) this.refuse(reply.problem);
      else this.take(reply.value, true);
    }
    if (isGone(this.view.job)) await this.settle(first.runId, turn);
  }

  /** The job was cancelled, or somebody else works on it by now: which of the two, only the sheet knows. */
  private async settle(runId: string, turn: number): Promise<void> {
    const reply = await this.ask('sidebarStart');
    if (turn !== this.turn) return;
    if (reply.ok && reply.value.job?.runId === runId) this.set({ job: reply.value.job });
    else this.set({ end: 'cancelled' });
  }

  /** Google asked for a rest: the next step waits for it, unless the person wants something else meanwhile. */
  private async rest(turn: number): Promise<void> {
    const until = Date.parse(this.view.job?.notBefore ?? '');
    while (turn === this.turn && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(SHORT_MS, until - Date.now())));
    }
  }

  private async takeStep(runId: string, takeOver = false): Promise<Reply<JobView>> {
    const step = this.ask('sidebarStepJob', runId, takeOver);
    this.step = step;
    return await step;
  }

  private async interrupt(
    request: 'pause' | 'cancel',
    name: 'sidebarPauseJob' | 'sidebarCancelJob',
  ): Promise<void> {
    const { job } = this.view;
    if (job === null) return;
    const turn = this.begin(request);
    const reply = await this.ask(name, job.runId);
    if (turn !== this.turn) return;
    if (reply.ok) {
      this.take(reply.value, false, request === 'cancel' ? 'cancelled' : null);
      return;
    }
    // The last step may have finished the job in the same moment.
    const last = reply.problem.code === 'noJob' ? await this.step : null;
    if (turn !== this.turn) return;
    if (last?.ok === true && last.value.state === 'done') this.take(last.value, false);
    else this.refuse(reply.problem);
  }

  /** A step that ended after the person had asked for something else: its numbers count, its state does not. */
  private takeLate(reply: Reply<JobView>): void {
    const { job, end } = this.view;
    if (!reply.ok || job === null || end !== null || reply.value.runId !== job.runId) return;
    if (reply.value.state === 'done') {
      this.turn += 1;
      this.take(reply.value, false);
    } else if (reply.value.done >= job.done) {
      this.set({
        job: { ...reply.value, state: job.state, problem: job.problem },
        ...this.gathered(reply.value),
      });
    }
  }

  private take(job: JobView, goesOn: boolean, end: ControllerView['end'] = null): void {
    const isDone = job.state === 'done';
    const took = isDone && this.startedAt !== null ? (performance.now() - this.startedAt) / 1000 : null;
    this.set({
      job,
      starting: null,
      stepping: goesOn && job.state === 'running',
      request: null,
      end: isDone ? 'done' : end,
      problem: null,
      tookSeconds: took,
      ...this.gathered(job),
    });
  }

  /** What the calls have told so far, with what this one tells. */
  private gathered({ notices, changes }: JobView): Pick<ControllerView, 'notices' | 'changes'> {
    const isNew = ({ code, happened }: ProblemText): boolean =>
      !this.view.notices.some((one) => one.code === code && one.happened === happened);
    return {
      notices: [...this.view.notices, ...notices.filter(isNew)],
      changes: [...this.view.changes, ...changes],
    };
  }

  /** The call failed: the job stands in the sheet as it was. A job that is gone is not shown any longer. */
  private refuse(problem: ProblemText): void {
    const isGone = problem.code === 'noJob';
    this.set({ stepping: false, request: null, problem, ...(isGone ? { job: null } : {}) });
  }

  private begin(request: Request): number {
    const keepsGoing = request === 'pause' || request === 'cancel';
    this.set({ request, problem: null, ...(keepsGoing ? {} : { stepping: false }) });
    return ++this.turn;
  }

  private set(part: Partial<ControllerView>): void {
    this.view = { ...this.view, ...part };
    this.show(this.view);
  }
}

/** `stopped` without a reason: the job is no longer this page's. */
function isGone(job: JobView | null): boolean {
  return job?.state === 'stopped' && job.problem === null;
}
