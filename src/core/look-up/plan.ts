/** Turns many questions into the fewest requests, spaces side by side. How one space is worked is in `space-plan.ts`. */
import type { Identity } from '../chat/identity';
import type { Outcome } from '../ports';
import type { MembershipReference } from '../chat/reference';
import { cannotSee } from '../chat/verdict';
import { SpacePlan, type Answered, type PlannedRequest, type Settled, type SpaceMemory } from './space-plan';

/** A running plan. Requests that it hands out are in flight until they are settled. */
export interface Plan {
  /** Questions without an answer. */
  readonly open: number;
  /** The next requests, at most `limit`; spaces take turns. `room` says how many a space may be asked now. */
  next(limit: number, room?: (space: string) => number): readonly PlannedRequest[];
  /** Takes an outcome in. `last`: there will be no further try, so a passing problem becomes the answer. */
  settle(planned: PlannedRequest, outcome: Outcome, last: boolean): Settled;
  /** What to remember of spaces that still have open questions. */
  memory(): readonly SpaceMemory[];
}

/** Makes the plan for questions that differ from one another. */
export function planLookUps(
  questions: readonly MembershipReference[],
  identity: Identity,
  remembered: readonly SpaceMemory[] = [],
): Plan {
  const known = new Map(remembered.map((memory) => [memory.space, memory]));
  const spaces = new Map<string, SpacePlan>();
  for (const question of questions) {
    let plan = spaces.get(question.space);
    if (plan === undefined) {
      plan = new SpacePlan(question.space, identity, known.get(question.space));
      spaces.set(question.space, plan);
    }
    plan.add(question);
  }
  const planOf = (space: string): SpacePlan => {
    const plan = spaces.get(space);
    if (plan === undefined) throw new RangeError(`No question of this plan is about ${space}.`);
    return plan;
  };
  // Spaces with nothing left to send leave the queue, so that a round over many finished spaces stays cheap.
  let queue = [...spaces.values()];
  return {
    get open() {
      let sum = 0;
      for (const plan of spaces.values()) sum += plan.open;
      return sum;
    },
    next(limit, room = () => Infinity) {
      const batch: PlannedRequest[] = [];
      queue = queue.filter((plan) => plan.open > 0);
      let turn = queue.map((plan) => ({ plan, left: room(plan.space) }));
      // Turn by turn: the first request of every space before the second of any.
      while (batch.length < limit && turn.length > 0) {
        turn = turn.filter((entry) => {
          const planned = entry.left > 0 && batch.length < limit ? entry.plan.next() : null;
          if (planned === null) return false;
          batch.push(planned);
          entry.left -= 1;
          return true;
        });
      }
      return batch;
    },
    settle: (planned, outcome, last) => planOf(planned.space).settle(planned, outcome, last),
    memory: () => queue.filter((plan) => plan.open > 0).map((plan) => plan.memory()),
  };
}

/** Answers what needs no request: who this identity is known to be unable to see. */
export function answerNotVisible(question: MembershipReference, identity: Identity): Answered | null {
  const problem = cannotSee(identity, question.member);
  return problem === null ? null : { question, verdict: { kind: 'unchecked', problem } };
}
