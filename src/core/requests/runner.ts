/** Carries out a plan: the first request alone, then rounds within the limits, failures that may pass tried again. */
import type { Identity } from '../chat/identity';
import type { Plan } from '../look-up/plan';
import type { ChatPort, ClockPort, Failure, Outcome, RandomPort } from '../ports';
import type { Problem } from '../chat/problem';
import type { Rate } from './rate';
import { delayBeforeRetry, MOST_ATTEMPTS } from './retry';
import type { Answered, PlannedRequest } from '../look-up/space-plan';

export interface RequestPorts {
  readonly chat: ChatPort;
  readonly clock: ClockPort;
  readonly random: RandomPort;
}

/** Requests that fail for good one after another before Google is taken to be down. */
const FAILURES_IN_A_ROW = 20;

interface Waiting {
  readonly planned: PlannedRequest;
  attempts: number;
  /** Milliseconds since the epoch. */
  due: number;
}

/** Where one run of rounds ended. */
export type Pause =
  | { readonly kind: 'done' }
  /** The time is over, or enough was answered to be written. */
  | { readonly kind: 'more' }
  /** A problem that would meet every other request too: what is not answered stays open. */
  | { readonly kind: 'stopped'; readonly problem: Problem };

/** One execution's work on a plan. */
export class Runner {
  /** Answers not yet taken by `take`. */
  private answers: Answered[] = [];
  private retries: Waiting[] = [];
  private failuresInARow = 0;

  /**
   * @param proven Whether the canary of this job has come back: until then one request goes alone.
   * @param attemptsBefore Tries that earlier steps made without getting any answer.
   */
  constructor(
    private readonly plan: Plan,
    private readonly identity: Identity,
    private readonly rate: Rate,
    private readonly ports: RequestPorts,
    private proven: boolean,
    private readonly attemptsBefore: number,
  ) {}

  get hasCanaryPassed(): boolean {
    return this.proven;
  }

  /** The fewest tries that a request still waiting for another one has seen; 0 where none waits. */
  get fewestAttempts(): number {
    return this.retries.length === 0 ? 0 : Math.min(...this.retries.map((one) => one.attempts));
  }

  /** Hands over the answers since the last call. */
  take(): readonly Answered[] {
    return this.answers.splice(0);
  }

  /** Sends rounds until `until` (milliseconds since the epoch), until `enough` answers are at hand, or until all is answered. */
  run(until: number, enough: number): Pause {
    const { clock } = this.ports;
    while (this.plan.open > 0) {
      if (this.answers.length >= enough) return { kind: 'more' };
      if (clock.now() >= until) return this.restLater();
      const batch = this.compose();
      if (batch.length === 0) {
        clock.sleep(Math.max(1, Math.ceil(Math.min(this.wakeTime(), until) - clock.now())));
        continue;
      }
      const problem = this.send(batch);
      if (problem !== null) return { kind: 'stopped', problem };
    }
    return { kind: 'done' };
  }

  /** A rest that Google asked for and that outlives this step is remembered for the next one. */
  private restLater(): Pause {
    if (this.retries.length > 0 && this.plan.open <= this.retries.length) {
      this.rate.rest(Math.min(...this.retries.map((one) => one.due)));
    }
    return { kind: 'more' };
  }

  /** The next round: due retries first, then new requests, within every limit. */
  private compose(): readonly Waiting[] {
    const now = this.ports.clock.now();
    const most = Math.min(this.proven ? this.ports.chat.batchSize : 1, this.rate.projectLeft(now));
    const batch: Waiting[] = [];
    const take = (waiting: Waiting): void => {
      this.rate.take(waiting.planned.space, now);
      batch.push(waiting);
    };
    const mayAsk = (space: string): boolean => this.rate.spaceLeft(space, now) > 0;
    const later: Waiting[] = [];
    for (const waiting of this.retries) {
      if (batch.length < most && waiting.due <= now && mayAsk(waiting.planned.space)) take(waiting);
      else later.push(waiting);
    }
    this.retries = later;
    if (!this.proven && later.length > 0) return batch;
    for (const planned of this.plan.next(most - batch.length, (space) => this.rate.spaceLeft(space, now))) {
      take({ planned, attempts: this.attemptsBefore, due: now });
    }
    return batch;
  }

  private wakeTime(): number {
    const now = this.ports.clock.now();
    const due = this.retries.map((one) => one.due).filter((time) => time > now);
    return Math.min(...due, this.rate.nextAt(now));
  }

  private send(batch: readonly Waiting[]): Problem | null {
    const { chat } = this.ports;
    const outcomes = chat.send(
      batch.map((one) => one.planned.request),
      this.identity,
    );
    let stop: Problem | null = null;
    batch.forEach((waiting, index) => {
      const outcome: Outcome = outcomes[index] ?? { ok: false, failure: LOST };
      waiting.attempts += 1;
      stop = this.settle(waiting, outcome) ?? stop;
    });
    return stop;
  }

  private settle(waiting: Waiting, outcome: Outcome): Problem | null {
    const last = waiting.attempts >= MOST_ATTEMPTS;
    // The canary, a dead network and Google being down stop the job: no row is told to have failed.
    const decisive = last && this.proven && !outcome.ok && outcome.failure.at !== 'network';
    const settled = this.plan.settle(waiting.planned, outcome, decisive);
    switch (settled.kind) {
      case 'stop':
        return settled.problem;
      case 'again': {
        if (last) return settled.problem;
        const asked = outcome.ok ? undefined : outcome.failure.retryAfterSeconds;
        const { clock, random } = this.ports;
        waiting.due = clock.now() + delayBeforeRetry(waiting.attempts, random.next(), asked);
        this.retries.push(waiting);
        return null;
      }
      case 'answers': {
        this.proven = true;
        this.answers.push(...settled.answers);
        this.failuresInARow = decisive ? this.failuresInARow + 1 : 0;
        return this.failuresInARow >= FAILURES_IN_A_ROW ? this.whatKeepsFailing(settled.answers) : null;
      }
    }
  }

  private whatKeepsFailing(answers: readonly Answered[]): Problem | null {
    const verdict = answers[answers.length - 1]?.verdict;
    return verdict?.kind === 'unchecked' ? verdict.problem : null;
  }
}

const LOST: Failure = { at: 'body', message: 'No outcome came back for this request.' };
