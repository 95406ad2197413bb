/** One bounded step of a job: read what is pending, ask, and write answers to the rows whose question is still the same. */
import { isSameIdentity } from '../core/chat/identity';
import { count, leaseHeldBy, type JobRecord } from '../core/job/record';
import { Runner, type Pause } from '../core/requests/runner';
import { answerNotVisible, planLookUps } from '../core/look-up/plan';
import { problemOf, ProblemError, type Problem } from '../core/chat/problem';
import { Rate } from '../core/requests/rate';
import { membershipName, type MembershipReference } from '../core/chat/reference';
import type { Verdict } from '../core/chat/verdict';
import type { Block } from './block';
import { JobRows } from './job-rows';
import type { Started } from './job-start';
import { deleteRecord, leaseKey, loadRecord, locked, ownerKey, saveRecord } from './job-store';
import type { JobWorld } from './job-world';

/** A step sends nothing new after this, so that it ends within 15 s. */
const SENDING_MS = 9_000;
/** Nor does it read on after this, to see whether the whole sheet is done. */
const LOOKING_MS = 11_000;
/** Answers are written at least so often: no more than that is asked again after a kill. */
const WRITE_EVERY_MS = 5_000;
/** So many answers are written at once, and then more is asked. */
const BATCH_ANSWERS = 1_000;

/** Where a step left the job. `record` is as stored last; when it is finished or gone, as it was then. */
export interface StepResult {
  readonly record: JobRecord;
  /** `cancelled`: the job was cancelled or taken over by somebody else while this step ran. */
  readonly end: 'running' | 'paused' | 'stopped' | 'done' | 'cancelled';
}

/** Takes the lease and works one step. Throws a `ProblemError` where there is no such job or somebody else holds it. */
export function stepJob(world: JobWorld, runId: string): StepResult {
  const since = world.clock.now();
  return workOn(world, takeLease(world, runId), null, since);
}

/** Takes or renews the lease of the open job; a paused or stopped one runs again. */
function takeLease(world: JobWorld, runId: string): JobRecord {
  const owner = ownerKey();
  return locked(() => {
    const now = world.clock.now();
    const record = loadRecord(now);
    if (record?.runId !== runId) throw new ProblemError(problemOf('noJob'));
    const held = leaseHeldBy(record, owner, now);
    if (held !== null) throw new ProblemError(held);
    if (record.identity.as !== 'user' && record.identity.as !== world.identity.as) {
      throw new ProblemError(problemOf('notConfirmed'));
    }
    const identity = world.identity.as === record.identity.as ? world.identity : record.identity;
    const seesTheSame = record.workedBy === owner && isSameIdentity(identity, record.identity);
    const taken: JobRecord = {
      ...record,
      identity,
      state: record.state === 'starting' ? 'starting' : 'running',
      // After a stop, and for somebody else, the next request is a canary again.
      proven: record.proven && record.state !== 'stopped' && seesTheSame,
      attemptsWithoutProgress: record.state === 'stopped' ? 0 : record.attemptsWithoutProgress,
      problem: null,
      lease: { owner, key: leaseKey(), at: now },
      workedBy: owner,
      spaces: seesTheSame ? record.spaces : [],
    };
    saveRecord(taken);
    return taken;
  });
}

/** Works the first step of a job in the execution that began it. */
export function workStarted(world: JobWorld, { record, block, since }: Started): StepResult {
  return workOn(world, record, block, since);
}

function workOn(world: JobWorld, record: JobRecord, start: Block | null, since: number): StepResult {
  const step = new Step(world, record, since);
  let result: StepResult | null;
  try {
    result = step.work(start);
  } catch (error) {
    return step.stop(world.problemFrom(error));
  }
  // Cut off before a single mark was written: the rows can simply be started again.
  if (result === null) throw new ProblemError(problemOf('noJob'));
  return result;
}

class Step {
  /** Up to when the time of this step is in the record. */
  private countedAt: number;
  private readonly until: number;
  private readonly lookUntil: number;
  private readonly rate: Rate;
  private readonly rows: JobRows;
  private answered = false;

  constructor(
    private readonly world: JobWorld,
    private record: JobRecord,
    since: number,
  ) {
    this.countedAt = since;
    this.until = since + SENDING_MS;
    this.lookUntil = since + LOOKING_MS;
    this.rate = new Rate(record.rate);
    this.rows = new JobRows(world, record);
  }

  /** `start`: the rows as this very execution has just marked and read them. Null where the job had never begun. */
  work(start: Block | null): StepResult | null {
    if (start !== null) {
      const end = this.drain(start);
      if (end !== null) return end;
      if (this.rows.hasSeenAll) return this.finish();
    }
    for (;;) {
      const isOver = this.world.clock.now() >= this.until;
      const found = this.workThrough();
      if (typeof found !== 'boolean') return found;
      if (!found) return this.finish();
      if (isOver) return this.pauseForNext(null);
    }
  }

  /** Works the tab from where the last step left off, once round. Tells whether it must be looked through again, or how the step ended. */
  private workThrough(): StepResult | boolean {
    const { table, parts } = this.rows.lookThrough(this.record);
    let found = false;
    for (const part of parts) {
      if (this.world.clock.now() >= this.lookUntil) return this.pauseForNext(null);
      const block = this.rows.read(table, part);
      if (this.rows.waitingIn(block).length === 0) continue;
      found = true;
      this.record = { ...this.record, window: part[0], state: 'running' };
      const end = this.drain(block);
      if (end !== null) return end;
    }
    return found && (parts.length > 1 || !this.rows.hasSeenAll);
  }

  /** Works a block until nothing in it is pending (null) or the step ends. */
  private drain(first: Block): StepResult | null {
    let block = first;
    while (this.rows.waitingIn(block).length > 0) {
      const result = this.workBlock(block);
      if ('end' in result) return result;
      block = result.block;
    }
    return null;
  }

  /** Stops the job with a problem; what is pending stays pending. */
  stop(problem: Problem): StepResult {
    return this.settleRecord((stored) => ({ ...stored, state: 'stopped', problem, lease: null }), 'stopped');
  }

  /** Asks what is pending in a block until it is answered (then the block as written comes back) or the step is over. */
  private workBlock(first: Block): StepResult | { readonly block: Block } {
    const verdicts = new Map<string, Verdict>();
    const questions = this.questionsIn(first, verdicts);
    const { proven, attemptsWithoutProgress, identity, spaces } = this.record;
    const { currentUser } = this.world;
    const plan = planLookUps(questions, { identity, currentUser, remembered: spaces });
    const lookUps = new Runner({
      plan,
      identity,
      rate: this.rate,
      ports: this.world,
      canaryPassed: proven,
      attemptsWithoutProgress,
    });
    let block = first;
    for (;;) {
      const writeAt = this.world.clock.now() + WRITE_EVERY_MS;
      const pause = lookUps.run(Math.min(this.until, writeAt), BATCH_ANSWERS);
      for (const { question, verdict } of lookUps.take()) verdicts.set(membershipName(question), verdict);
      this.record = { ...this.record, proven: lookUps.hasCanaryPassed, spaces: plan.memory() };
      const written = this.write(block, verdicts);
      if (written === null) return { record: this.record, end: 'cancelled' };
      verdicts.clear();
      block = written;
      if (this.record.state === 'paused')
        return this.settleRecord((stored) => ({ ...stored, lease: null }), 'paused');
      if (pause.kind === 'done') return { block };
      if (pause.kind === 'notBefore') {
        const { clock } = this.world;
        clock.sleep(Math.max(0, Math.ceil(Math.min(pause.at, this.until) - clock.now())));
      }
      const over = this.endOf(pause, lookUps.fewestAttempts);
      if (over !== null) return over;
    }
  }

  /** The result of a step that ends here; null while it goes on. */
  private endOf(pause: Pause, fewestAttempts: number): StepResult | null {
    if (pause.kind === 'stopped') return this.stop(pause.problem);
    if (this.world.clock.now() < this.until) return null;
    return this.pauseForNext(this.answered ? 0 : fewestAttempts);
  }

  private pauseForNext(attemptsWithoutProgress: number | null): StepResult {
    return this.settleRecord(
      (stored) => ({
        ...stored,
        attemptsWithoutProgress: attemptsWithoutProgress ?? stored.attemptsWithoutProgress,
      }),
      'running',
    );
  }

  /** Different questions of the pending rows. Those that need no request get their verdict at once. */
  private questionsIn(block: Block, verdicts: Map<string, Verdict>): readonly MembershipReference[] {
    const questions = new Map<string, MembershipReference>();
    for (const { read } of this.rows.waitingIn(block)) {
      if (!read.ok) continue;
      const name = membershipName(read.value);
      const unseen = answerNotVisible(read.value, this.record.identity);
      if (unseen !== null) verdicts.set(name, unseen.verdict);
      else questions.set(name, read.value);
    }
    return [...questions.values()];
  }

  /**
   * Under the lock: looks whether the job is still ours, reads the rows again, writes the answers of those that still wait
   * with the same question, and flushes. Null where the job is no longer ours.
   */
  private write(block: Block, verdicts: ReadonlyMap<string, Verdict>): Block | null {
    return locked(() => {
      const stored = this.stored();
      if (stored === null) return null;
      const { block: written, kinds } = this.rows.write(block, verdicts);
      this.answered ||= kinds.length > 0;
      const state = stored.state === 'paused' ? 'paused' : this.record.state;
      this.record = { ...this.record, state, counts: count(stored.counts, kinds) };
      this.save();
      return written;
    });
  }

  /** The stored record while it is still this step's, paused or not; null once it was cancelled or taken over. */
  private stored(): JobRecord | null {
    const stored = loadRecord(this.world.clock.now());
    if (stored?.runId !== this.record.runId) return null;
    const isPaused = stored.state === 'paused' && stored.lease === null;
    return isPaused || stored.lease?.key === this.record.lease?.key ? stored : null;
  }

  private save(): void {
    const now = this.world.clock.now();
    const { lease, workedMs } = this.record;
    this.record = {
      ...this.record,
      lease: lease === null ? null : { ...lease, at: now },
      workedMs: workedMs + (now - this.countedAt),
      rate: this.rate.state(now),
      spacesAt: now,
    };
    this.countedAt = now;
    saveRecord(this.record);
  }

  /** Ends the step with a last change of the record, unless somebody else has it by now. */
  private settleRecord(change: (record: JobRecord) => JobRecord, end: StepResult['end']): StepResult {
    return locked(() => {
      const stored = this.stored();
      if (stored === null) return { record: this.record, end: 'cancelled' };
      const paused = stored.state === 'paused' && end === 'running';
      this.record = change({ ...this.record, state: paused ? 'paused' : this.record.state });
      if (paused) this.record = { ...this.record, lease: null };
      this.save();
      return { record: this.record, end: paused ? 'paused' : end };
    });
  }

  /** Removes the record. Null where the job had never begun. */
  private finish(): StepResult | null {
    const end = locked(() => {
      if (this.stored() === null) return 'cancelled';
      deleteRecord();
      return 'done';
    });
    return this.record.state === 'starting' ? null : { record: this.record, end };
  }
}
