/** Carries out a plan: the first request alone, then rounds within the limits; failures that may pass are tried again. */
import type { Identity } from '../chat/identity';
import { judgeFailure, ProblemError, type Problem, type ProblemCode } from '../chat/problem';
import type { ChatPort, ClockPort, Failure, Outcome, RandomPort } from '../ports';
import { BatchSize } from './batch-size';
import type { Plan } from './plan';
import { RequestQueue, SOON_MS, type QueueEntry, type Round } from './queue';
import type { Rate } from './rate';
import { delayBeforeRetry, MOST_ATTEMPTS } from './retry';

export interface RequestPorts {
  readonly chat: ChatPort;
  readonly clock: ClockPort;
  readonly random: RandomPort;
  /** When this execution must be over, milliseconds since the epoch. */
  readonly deadline: number;
  /** Membership reads per minute that one job may send; Google's whole limit of the project unless told. */
  readonly readsPerMinute?: number;
}

export interface RunnerOptions<R> {
  readonly plan: Plan<R>;
  readonly identity: Identity;
  readonly rate: Rate;
  readonly ports: RequestPorts;
  /** Whether the canary of this job has passed: until then one request goes alone. */
  readonly canaryPassed: boolean;
  /** Attempts that earlier steps made without getting any result. */
  readonly attemptsWithoutProgress: number;
}

/** Where one run of rounds ended. */
export type Pause =
  | { readonly kind: 'done' }
  /** The time is over, or enough results are at hand to be written. */
  | { readonly kind: 'more' }
  /** Nothing may be sent before `at` (milliseconds since the epoch). */
  | { readonly kind: 'notBefore'; readonly at: number }
  /** A problem that would meet every other request too: what has no result stays open. */
  | { readonly kind: 'stopped'; readonly problem: Problem };

/** Requests that fail for good one after another before Google is taken to be down. */
const MOST_FAILURES = 20;
/** A failure after so long is a request that hung: UrlFetch gives up after about 60 s [field report]. */
const HANG_MS = 30_000;
/** One that hung twice is given up. */
const ATTEMPTS_OF_A_HANG = MOST_ATTEMPTS / 2;
/** Failed tries of the canary before another space is asked. */
const CANARY_ATTEMPTS = 3;
/** Problems that may lie in the one space that was asked. */
const MAY_BE_THE_SPACE: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'serverError',
  'unavailable',
  'timeout',
  'answerUnreadable',
  'rateLimited',
]);

/** One execution's work on a plan. */
export class Runner<R> {
  private readonly plan: Plan<R>;
  private readonly identity: Identity;
  private readonly rate: Rate;
  private readonly ports: RequestPorts;
  private readonly queue: RequestQueue;
  private readonly batchSize = new BatchSize();
  /** Results not yet taken by `take`. */
  private results: R[] = [];
  private canaryPassed: boolean;
  private otherCanaryTaken = false;
  private failuresInARow = 0;
  private problem: Problem | null = null;

  constructor(options: RunnerOptions<R>) {
    this.plan = options.plan;
    this.identity = options.identity;
    this.rate = options.rate;
    this.ports = options.ports;
    this.canaryPassed = options.canaryPassed;
    this.queue = new RequestQueue(options.plan, options.rate, options.attemptsWithoutProgress);
  }

  get hasCanaryPassed(): boolean {
    return this.canaryPassed;
  }

  /** Lowest attempt count among the requests that await a retry; 0 where none does. */
  get fewestAttempts(): number {
    return this.queue.fewestAttempts;
  }

  /** The passing problem that was met last; null where there was none. */
  get lastProblem(): Problem | null {
    return this.problem;
  }

  /** Hands over the results since the last call. */
  take(): readonly R[] {
    return this.results.splice(0);
  }

  /** Sends rounds until `until` (milliseconds since the epoch), until `enough` results are at hand, or until all is done. */
  run(until: number, enough: number): Pause {
    const { clock } = this.ports;
    while (this.plan.open > 0) {
      const now = clock.now();
      if (this.results.length >= enough || now >= until) return { kind: 'more' };
      const { batch, wakeAt } = this.nextRound(now);
      const pause = batch.length > 0 ? this.send(batch) : this.rest(wakeAt, until);
      if (pause !== null) return pause;
    }
    return { kind: 'done' };
  }

  /** Sleeps where that is not long. A longer rest is for the caller: a step should not spend its time asleep. */
  private rest(wakeAt: number, until: number): Pause | null {
    const { clock } = this.ports;
    const now = clock.now();
    if (wakeAt === Infinity) throw new Error('The plan is not done, but has nothing to send.');
    if (wakeAt - now > SOON_MS || wakeAt >= until) {
      this.rate.rest(wakeAt);
      return { kind: 'notBefore', at: wakeAt };
    }
    clock.sleep(Math.max(1, Math.ceil(wakeAt - now)));
    return null;
  }

  private nextRound(now: number): Round {
    if (!this.canaryPassed) return this.queue.canaryRound(now);
    return this.queue.nextRound(now, Math.min(this.ports.chat.batchSize, this.batchSize.limit));
  }

  /** Sends a round and settles it. The pause where the run ends with it; null where it goes on. */
  private send(batch: readonly QueueEntry[]): Pause | null {
    const { chat, clock, deadline } = this.ports;
    const sentAt = clock.now();
    const { batchSize } = chat;
    let outcomes: ReturnType<ChatPort['send']>;
    try {
      outcomes = chat.send(
        batch.map(({ planned }) => planned.request),
        this.identity,
        deadline,
      );
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      // Results that are at hand are still to be taken.
      return { kind: 'stopped', problem: error.problem };
    }
    const milliseconds = clock.now() - sentAt;
    const sent = batch.filter((_, index) => outcomes[index] !== 'notSent');
    for (const { planned } of sent) this.rate.take(planned.space, sentAt);
    const problem = this.settleAll(batch, outcomes, milliseconds);
    if (problem !== null) return { kind: 'stopped', problem };
    const noTimeLeft = sent.length === 0 && chat.batchSize === batchSize;
    return noTimeLeft ? { kind: 'more' } : null;
  }

  private settleAll(
    batch: readonly QueueEntry[],
    outcomes: ReturnType<ChatPort['send']>,
    milliseconds: number,
  ): Problem | null {
    const [first] = outcomes;
    if (batch.length > 1 && first !== undefined && first !== 'notSent' && !first.ok && first.failure.shared)
      return this.settleShared(batch, first.failure, milliseconds);
    this.batchSize.noteRound(batch.length, milliseconds);
    const isHang = batch.length === 1 && milliseconds >= HANG_MS;
    let stop: Problem | null = null;
    batch.forEach((entry, index) => {
      const outcome = outcomes[index] ?? LOST;
      if (outcome === 'notSent') this.queue.add(entry);
      else stop = this.settle(entry, outcome, isHang) ?? stop;
    });
    return stop;
  }

  /** Which request is the cause is not known: after a hang all of them go last and alone, else half of them together. */
  private settleShared(batch: readonly QueueEntry[], failure: Failure, milliseconds: number): Problem | null {
    const { clock, random } = this.ports;
    this.problem = judgeFailure(failure, { identity: this.identity });
    this.queue.addFirst(...batch);
    if (milliseconds >= HANG_MS) {
      const spaces = batch.map(({ planned }) => planned.space);
      for (const space of new Set(spaces)) {
        this.rate.late.add(space, spaces.filter((one) => one === space).length);
      }
      return this.rate.late.noteHang() ? this.problem : null;
    }
    this.batchSize.halve(batch.length);
    const due = clock.now() + delayBeforeRetry(1, random.next(), undefined);
    for (const entry of batch) entry.due = due;
    return null;
  }

  private settle(entry: QueueEntry, outcome: Outcome, isHang: boolean): Problem | null {
    const { planned } = entry;
    const hung = isHang && !outcome.ok && outcome.failure.at !== 'api';
    entry.attempts += hung ? ATTEMPTS_OF_A_HANG : 1;
    const settled = this.plan.settle(planned, outcome, false);
    switch (settled.kind) {
      case 'stop':
        return settled.problem;
      case 'again':
        if (hung) {
          // The next step must not send it together with others once more.
          this.rate.late.add(planned.space, 1);
          if (this.rate.late.noteHang()) return settled.problem;
        }
        return this.tryAgain(entry, outcome, settled.problem, hung);
      case 'replaced':
        this.problem = settled.problem;
        return null;
      case 'results':
        this.canaryPassed = true;
        this.failuresInARow = 0;
        this.rate.late.noteAnswer(planned.space);
        this.results.push(...settled.results);
        return null;
    }
  }

  private tryAgain(entry: QueueEntry, outcome: Outcome, problem: Problem, hung: boolean): Problem | null {
    const { clock, random } = this.ports;
    this.problem = problem;
    const failure = outcome.ok ? null : outcome.failure;
    const isLast = entry.attempts >= MOST_ATTEMPTS;
    if (isLast && this.canaryPassed) return this.giveUp(entry, outcome, problem, hung);
    const mayBeTheSpace = hung || MAY_BE_THE_SPACE.has(problem.code);
    const other =
      !this.canaryPassed && mayBeTheSpace && entry.attempts >= CANARY_ATTEMPTS
        ? this.otherCanary(entry.planned.space)
        : null;
    if (isLast && other === null) {
      // Another step would begin with the same request: one that hangs must not hold back the others of its space.
      return hung ? this.giveUp(entry, outcome, problem, hung) : problem;
    }
    entry.alone = failure?.at === 'network' || failure?.at === 'platform';
    entry.due = clock.now() + delayBeforeRetry(entry.attempts, random.next(), failure?.retryAfterSeconds);
    this.queue.add(entry, ...(other === null ? [] : [other]));
    return null;
  }

  /** After the last attempt the problem becomes the result. A dead network stops the job: no row is told to have failed. */
  private giveUp(entry: QueueEntry, outcome: Outcome, problem: Problem, hung: boolean): Problem | null {
    if (problem.code === 'networkDown' && !hung) return problem;
    const settled = this.plan.settle(entry.planned, outcome, true);
    if (settled.kind === 'replaced') return null;
    if (settled.kind !== 'results') return settled.problem;
    this.results.push(...settled.results);
    this.failuresInARow += 1;
    return this.failuresInARow >= MOST_FAILURES ? problem : null;
  }

  /** Asks another space before the job stops, and leaves the one that failed for last. Null where there is none. */
  private otherCanary(failed: string | null): QueueEntry | null {
    if (this.otherCanaryTaken) return null;
    this.rate.late.add(failed, 1);
    const other = this.queue.takeFromOtherSpace(failed, this.ports.clock.now());
    this.otherCanaryTaken = other !== null;
    return other;
  }
}

const LOST: Outcome = {
  ok: false,
  failure: { at: 'body', message: 'No outcome came back for this request.' },
};
