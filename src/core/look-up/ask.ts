/** A few questions answered within one execution: each asked, retried and judged as in a long job, without a record of it. */
import type { Identity } from '../chat/identity';
import { Runner, type RequestPorts } from '../requests/runner';
import { answerNotVisible, planLookUps } from './plan';
import type { ChatPort, Failure } from '../ports';
import { judgeFailure, problemOf, ProblemError, type Problem } from '../chat/problem';
import { Rate, UNUSED } from '../requests/rate';
import { membershipName, type MembershipReference } from '../chat/reference';
import type { Verdict } from '../chat/verdict';

/** What became of the questions. */
export interface Asked {
  /** By membership name. A question that is missing was not answered. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Why questions are missing; null where none is. */
  readonly problem: Problem | null;
}

/** Asks until all is answered or `budget` milliseconds are over. Never throws a `ProblemError`. */
export function ask(
  references: readonly MembershipReference[],
  identity: Identity,
  ports: RequestPorts,
  budget: number,
): Asked {
  const verdicts = new Map<string, Verdict>();
  const open = new Map(references.map((reference) => [membershipName(reference), reference]));
  for (const [name, reference] of open) {
    const unseen = answerNotVisible(reference, identity);
    if (unseen === null) continue;
    verdicts.set(name, unseen.verdict);
    open.delete(name);
  }
  const recorder = recordFailures(ports.chat);
  const plan = planLookUps([...open.values()], identity);
  const lookUps = new Runner(plan, identity, new Rate(UNUSED), { ...ports, chat: recorder.chat }, false, 0);
  const until = ports.clock.now() + budget;
  let problem: Problem | null = null;
  try {
    const pause = lookUps.run(until, Infinity);
    if (pause.kind === 'stopped') problem = pause.problem;
    if (pause.kind === 'more') problem = outOfTime(recorder.lastFailure(), identity);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    problem = error.problem;
  }
  for (const { question, verdict } of lookUps.take()) verdicts.set(membershipName(question), verdict);
  return { verdicts, problem };
}

/** Asks one question: what stops everything is its answer. */
export function askOne(
  reference: MembershipReference,
  identity: Identity,
  ports: RequestPorts,
  budget: number,
): Verdict {
  const { verdicts, problem } = ask([reference], identity, ports, budget);
  return (
    verdicts.get(membershipName(reference)) ?? { kind: 'unchecked', problem: problem ?? problemOf('unknown') }
  );
}

/** When the time is over, what failed last is the best that can be said. */
function outOfTime(failure: Failure | null, identity: Identity): Problem {
  return failure === null ? problemOf('timeout') : judgeFailure(failure, { identity });
}

function recordFailures(chat: ChatPort): { readonly chat: ChatPort; lastFailure(): Failure | null } {
  let last: Failure | null = null;
  return {
    lastFailure: () => last,
    chat: {
      batchSize: chat.batchSize,
      send(requests, identity) {
        const outcomes = chat.send(requests, identity);
        for (const outcome of outcomes) if (!outcome.ok) last = outcome.failure;
        return outcomes;
      },
    },
  };
}
