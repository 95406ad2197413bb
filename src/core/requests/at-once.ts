/** A plan carried out within one execution, without a record of it. */
import type { Identity } from '../chat/identity';
import { problemOf, type Problem } from '../chat/problem';
import type { Plan } from './plan';
import { Rate, UNUSED } from './rate';
import { Runner, type RequestPorts } from './runner';

export interface AtOnceOptions {
  readonly identity: Identity;
  readonly ports: RequestPorts;
  readonly rate: Rate;
  /** Nothing new is sent after this, milliseconds since the epoch. */
  readonly until: number;
}

/** How a plan is carried out that may take so many milliseconds and has no requests before it. */
export function atOnce(ports: RequestPorts, identity: Identity, budget: number): AtOnceOptions {
  return { identity, ports, rate: new Rate(UNUSED, ports.readsPerMinute), until: ports.clock.now() + budget };
}

/** What a plan brought. */
export interface CarriedOut<R> {
  readonly results: readonly R[];
  /** Why something is without a result; null where nothing is. */
  readonly problem: Problem | null;
}

/** Sends until all has a result or the time is over, and rests where Google asks for it. Never throws a `ProblemError`. */
export function carryOut<R>(plan: Plan<R>, { identity, ports, rate, until }: AtOnceOptions): CarriedOut<R> {
  const { clock } = ports;
  const runner = new Runner({ plan, identity, rate, ports, canaryPassed: false, attemptsWithoutProgress: 0 });
  for (;;) {
    const pause = runner.run(until, Infinity);
    if (pause.kind === 'notBefore' && pause.at < until) {
      clock.sleep(Math.ceil(pause.at - clock.now()));
      continue;
    }
    // When the time is over, what failed last is the best that can be said.
    const late = () => runner.lastProblem ?? problemOf('timeout');
    const problem = pause.kind === 'done' ? null : pause.kind === 'stopped' ? pause.problem : late();
    return { results: runner.take(), problem };
  }
}
