/** One bounded step of a job of any kind: take the lease, ask, write what was answered, save. */
import { problemOf, ProblemError, type Problem } from '../chat/problem';
import type { CurrentUser } from '../chat/reference';
import type { Plan } from '../requests/plan';
import { Rate } from '../requests/rate';
import { Runner, type Pause } from '../requests/runner';
import type { JobKind, JobPorts, Run, Work } from './kind';
import { isStillOwn, leaseHeldBy, renewed, seesTheSame, takeLease } from './lease';
import { kindOf, loadRecord, newKey, requireRecord, requireStarted, saveRecord } from './open-job';
import type { JobRecord } from './record';

/** Nothing new is sent after this, so that a step ends within 15 s. */
const SENDING_MS = 9_000;
/** Nothing more is read after this to see whether the whole sheet is done. */
const READING_MS = 11_000;
/** Results are written at least this often: no more than that is asked again after a kill. */
const WRITE_EVERY_MS = 5_000;

/** Where a step left the job. `record` is as stored last; when it is finished or gone, as it was then. */
export interface StepResult {
  readonly record: JobRecord;
  /** `cancelled`: the job was cancelled or taken over by somebody else while this step ran. */
  readonly end: 'running' | 'paused' | 'stopped' | 'done' | 'cancelled';
}

/** How a step is taken. */
export interface StepOptions {
  /** The person has read that they go on with privileged work of somebody else. */
  readonly takeOver?: boolean;
  /** Sends nothing new after so many milliseconds; `SENDING_MS` unless told. */
  readonly sendingMs?: number;
}

/** Takes the lease and works one step. Throws a `ProblemError` where there is no such job or somebody else holds it. */
export function stepJob(
  kinds: readonly JobKind[],
  ports: JobPorts,
  runId: string,
  options: StepOptions = {},
): StepResult {
  const since = ports.clock.now();
  return workOn(kinds, ports, acquire(kinds, ports, runId, options), { since, ...options });
}

/** Works a step of a job whose lease this execution holds already, as it does after a start. */
export function workOn(
  kinds: readonly JobKind[],
  ports: JobPorts,
  record: JobRecord,
  options: StepOptions & {
    readonly since: number;
    /** As it was begun by this execution. */ readonly work?: Work<unknown>;
  },
): StepResult {
  const kind = kindOf(kinds, record);
  const step = new Step(kind, ports, record, options);
  try {
    const work = options.work ?? kind.open(record.work, runOf(ports, record));
    if (work === null) throw new ProblemError(problemOf('jobUnreadable'));
    return step.run(work);
  } catch (error) {
    return step.stop(ports.problemFrom(error));
  }
}

/** A run of a record for its kind's work. */
export function runOf(ports: JobPorts, record: JobRecord): Run {
  const { runId, identity, startedAt, startedBy, workedBy } = record;
  const currentUser = workedBy === startedBy ? ports.currentUser : NOT_THE_STARTER;
  return { runId, identity, startedAt, currentUser, ports };
}

/** Whoever goes on with somebody else's job is not the one whom its rows mean by `me`. */
const NOT_THE_STARTER: CurrentUser = {
  get me(): never {
    throw new ProblemError(problemOf('meChanged'));
  },
};

function acquire(
  kinds: readonly JobKind[],
  ports: JobPorts,
  runId: string,
  { takeOver = false }: StepOptions,
): JobRecord {
  const { store, clock, identity } = ports;
  const owner = store.owner();
  return store.locked(() => {
    const now = clock.now();
    const record = requireRecord(ports, runId);
    const held = leaseHeldBy(record, owner, now);
    if (held !== null) throw new ProblemError(held);
    requireStarted(kinds, record, ports);
    const kind = kindOf(kinds, record);
    requireConsent(record, kind, { ports, owner, takeOver });
    const taker = { lease: { owner, key: newKey(ports.random), at: now }, identity };
    const work = seesTheSame(record, taker) ? record.work : kind.forget(record.work);
    const taken = { ...takeLease(record, taker), work };
    saveRecord(store, kind, taken);
    return taken;
  });
}

/** Privileged work goes on only as an identity that this person has confirmed; somebody else's only after a further yes. */
function requireConsent(
  record: JobRecord,
  kind: JobKind,
  {
    ports,
    owner,
    takeOver,
  }: { readonly ports: JobPorts; readonly owner: string; readonly takeOver: boolean },
): void {
  const { as } = record.identity;
  if (as === 'user') return;
  if (as !== ports.identity.as) throw new ProblemError(problemOf('notConfirmed'));
  if (record.startedBy === owner || record.workedBy === owner || takeOver) return;
  const since = new Date(record.startedAt).toISOString();
  const spaces = String(kind.progress(record.work).spaces);
  throw new ProblemError(problemOf('takeOverUnconfirmed', { caller: as, since, spaces }));
}

class Step {
  /** Up to when the time of this step is in the record. */
  private countedAt: number;
  private readonly until: number;
  private readonly readUntil: number;
  private readonly rate: Rate;
  private hasResults = false;
  /** What the look after a finished plan found; it takes place under the lock of its last write. */
  private found: Plan<unknown> | 'later' | null | undefined;

  constructor(
    private readonly kind: JobKind,
    private readonly ports: JobPorts,
    private record: JobRecord,
    { since, sendingMs = SENDING_MS }: { readonly since: number; readonly sendingMs?: number },
  ) {
    this.countedAt = since;
    this.until = since + sendingMs;
    this.readUntil = since + sendingMs + (READING_MS - SENDING_MS);
    this.rate = new Rate(record.rate, ports.readsPerMinute);
  }

  run(work: Work<unknown>): StepResult {
    for (;;) {
      if (this.found === undefined && this.now() >= this.readUntil) return this.leave(work);
      const plan = this.found === undefined ? work.next(this.readUntil) : this.found;
      if (plan === null) return this.finish();
      if (plan === 'later') return this.leave(work);
      this.found = undefined;
      const end = this.carryOut(plan, work);
      if (end !== null) return end;
    }
  }

  /** Stops the job with a problem; what is open stays open. */
  stop(problem: Problem): StepResult {
    return this.settle((record) => ({ ...record, state: 'stopped', problem, lease: null }), 'stopped');
  }

  /** Asks until the plan is done (null) or the step is over. */
  private carryOut(plan: Plan<unknown>, work: Work<unknown>): StepResult | null {
    const { identity, canaryPassed, attemptsWithoutProgress } = this.record;
    const runner = new Runner({
      plan,
      identity,
      rate: this.rate,
      ports: this.ports,
      canaryPassed,
      attemptsWithoutProgress,
    });
    for (;;) {
      const pause = runner.run(Math.min(this.until, this.now() + WRITE_EVERY_MS), work.enough);
      const results = runner.take();
      this.hasResults ||= results.length > 0;
      this.record = { ...this.record, canaryPassed: runner.hasCanaryPassed };
      if (!this.commit(work, results, pause.kind === 'done'))
        return { record: this.record, end: 'cancelled' };
      if (this.record.state === 'paused' && this.found !== null)
        return this.settle((record) => ({ ...record, lease: null }), 'paused');
      if (pause.kind === 'done') return null;
      const end = this.endOf(pause, work, runner.fewestAttempts);
      if (end !== null) return end;
    }
  }

  /** The result of a step that ends here; null while it goes on. */
  private endOf(pause: Pause, work: Work<unknown>, fewestAttempts: number): StepResult | null {
    if (pause.kind === 'stopped') return this.stop(pause.problem);
    if (pause.kind === 'more' && this.now() < this.until) return null;
    const attemptsWithoutProgress = this.hasResults ? 0 : fewestAttempts;
    return this.leave(work, { attemptsWithoutProgress });
  }

  /** Under the lock: looks whether the job is still this step's, then writes and saves. False where it is not. */
  private commit(work: Work<unknown>, results: readonly unknown[], isPlanDone: boolean): boolean {
    return this.ports.store.locked(() => {
      const stored = this.stored();
      if (stored === null) return false;
      work.commit(results);
      const state = stored.state === 'paused' ? 'paused' : 'running';
      this.record = { ...this.record, state, work: work.state() };
      if (isPlanDone && this.now() < this.readUntil) this.found = work.next(this.readUntil);
      if (this.found === null) this.ports.store.remove();
      else this.save({ ...this.record, work: work.state() });
      return true;
    });
  }

  /** Ends the step where the next one goes on. */
  private leave(work: Work<unknown>, change: Partial<JobRecord> = {}): StepResult {
    return this.settle((record) => ({ ...record, ...change, work: work.state() }), 'running');
  }

  /** The stored record while it is still this step's, paused or not; null once it was cancelled or taken over. */
  private stored(): JobRecord | null {
    const stored = loadRecord(this.ports);
    return stored !== null && isStillOwn(stored, this.record) ? stored : null;
  }

  private save(record: JobRecord): void {
    const now = this.now();
    const workedMs = record.workedMs + (now - this.countedAt);
    this.countedAt = now;
    this.record = { ...renewed(record, now), workedMs, rate: this.rate.state(now) };
    saveRecord(this.ports.store, this.kind, this.record);
  }

  /** Ends the step with a last change of the record, unless somebody else has it by now. */
  private settle(change: (record: JobRecord) => JobRecord, end: StepResult['end']): StepResult {
    return this.ports.store.locked(() => {
      const stored = this.stored();
      if (stored === null) return { record: this.record, end: 'cancelled' };
      const isPaused = stored.state === 'paused' && end === 'running';
      const changed = change(this.record);
      this.save(isPaused ? { ...changed, state: 'paused', lease: null } : changed);
      return { record: this.record, end: isPaused ? 'paused' : end };
    });
  }

  private finish(): StepResult {
    if (this.found === null) return { record: this.record, end: 'done' };
    const end = this.ports.store.locked(() => {
      if (this.stored() === null) return 'cancelled';
      this.ports.store.remove();
      return 'done';
    });
    return { record: this.record, end };
  }

  private now(): number {
    return this.ports.clock.now();
  }
}
