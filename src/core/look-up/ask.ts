/** A few questions answered within one execution: each asked, retried and judged as in a long job, without a record of it. */
import type { Identity } from '../chat/identity';
import { problemOf, type Problem } from '../chat/problem';
import { membershipName, type CurrentUser, type MembershipReference } from '../chat/reference';
import type { Verdict } from '../chat/verdict';
import { carryOut } from '../requests/at-once';
import { Rate, UNUSED } from '../requests/rate';
import type { RequestPorts } from '../requests/runner';
import { answerNotVisible, planLookUps } from './plan';

/** What became of the questions. */
export interface Asked {
  /** By membership name. A question that is missing was not answered. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Why questions are missing; null where none is. */
  readonly problem: Problem | null;
}

export interface AskOptions {
  readonly identity: Identity;
  readonly currentUser: CurrentUser;
  readonly ports: RequestPorts;
  /** How long it may take, in milliseconds. */
  readonly budget: number;
}

/** Asks until all is answered or the budget is used up. Never throws a `ProblemError`. */
export function ask(references: readonly MembershipReference[], options: AskOptions): Asked {
  const { identity, currentUser, ports, budget } = options;
  const verdicts = new Map<string, Verdict>();
  const open = new Map(references.map((reference) => [membershipName(reference), reference]));
  for (const [name, reference] of open) {
    const notVisible = answerNotVisible(reference, identity);
    if (notVisible === null) continue;
    verdicts.set(name, notVisible.verdict);
    open.delete(name);
  }
  const plan = planLookUps([...open.values()], { identity, currentUser });
  const until = ports.clock.now() + budget;
  const rate = new Rate(UNUSED, ports.readsPerMinute);
  const { results, problem } = carryOut(plan, { identity, ports, rate, until });
  for (const { question, verdict } of results) verdicts.set(membershipName(question), verdict);
  return { verdicts, problem };
}

/** Asks one question: what stops everything is its answer. */
export function askOne(reference: MembershipReference, options: AskOptions): Verdict {
  const { verdicts, problem } = ask([reference], options);
  return (
    verdicts.get(membershipName(reference)) ?? { kind: 'unchecked', problem: problem ?? problemOf('unknown') }
  );
}
