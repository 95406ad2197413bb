/** Turns many questions into the fewest requests, spaces side by side. How one space is worked is in `space-plan.ts`. */
import type { Identity } from '../chat/identity';
import { addressOfMe } from '../chat/current-user';
import { memberKeys } from '../chat/membership';
import type { CurrentUser, MembershipReference } from '../chat/reference';
import { cannotSee } from '../chat/verdict';
import type { Outcome } from '../ports';
import type { Plan, PlannedRequest, Settled } from '../requests/plan';
import type { ListingContext } from './space-listing';
import type { SpaceMemory } from './space-memory';
import { SpacePlan, type Answered } from './space-plan';

/** The plan of look-ups. */
export interface LookUpPlan extends Plan<Answered> {
  /** What to remember of spaces that still have open questions. */
  memory(): readonly SpaceMemory[];
}

export interface LookUpOptions {
  readonly identity: Identity;
  /** Who asks: a list in which they stand is complete. Read once, and only where a list is. */
  readonly currentUser: CurrentUser;
  readonly remembered?: readonly SpaceMemory[];
}

/** Makes the plan for questions that differ from one another. */
export function planLookUps(questions: readonly MembershipReference[], options: LookUpOptions): LookUpPlan {
  const { identity, currentUser, remembered = [] } = options;
  const known = new Map(remembered.map((memory) => [memory.space, memory]));
  const context: ListingContext = { identity, isCurrentUser: matcherOf(currentUser) };
  const spaces = new Map<string, SpacePlan>();
  for (const question of questions) {
    let plan = spaces.get(question.space);
    if (plan === undefined) {
      plan = new SpacePlan(question.space, context, known.get(question.space));
      spaces.set(question.space, plan);
    }
    plan.add(question);
  }
  return new LookUps(spaces);
}

class LookUps implements LookUpPlan {
  /** Spaces with nothing left leave the queue, so that a round over many finished spaces stays cheap. */
  private queue: readonly SpacePlan[];

  constructor(private readonly spaces: ReadonlyMap<string, SpacePlan>) {
    this.queue = [...spaces.values()];
  }

  get open(): number {
    this.queue = this.queue.filter((plan) => plan.open > 0);
    return this.queue.reduce((sum, plan) => sum + plan.open, 0);
  }

  /**
   * Spaces that were begun go before others: a step that ends leaves little behind, so that a job remembers it and nothing
   * is listed again. In each group turn by turn: the first request of every space before the second of any.
   */
  next(limit: number, room: (space: string) => number = () => Infinity): readonly PlannedRequest[] {
    const batch: PlannedRequest[] = [];
    const open = this.queue.filter((plan) => plan.open > 0);
    const groups = [open.filter((plan) => plan.isBegun), open.filter((plan) => !plan.isBegun)];
    for (const group of groups) {
      let turn = group.map((plan) => ({ plan, left: room(plan.space) }));
      while (batch.length < limit && turn.length > 0) {
        turn = turn.filter((entry) => {
          const planned = entry.left > 0 && batch.length < limit ? entry.plan.next() : null;
          if (planned === null) return false;
          batch.push(planned);
          entry.left -= 1;
          return true;
        });
      }
    }
    return batch;
  }

  settle(planned: PlannedRequest, outcome: Outcome, last: boolean): Settled<Answered> {
    const plan = planned.space === null ? undefined : this.spaces.get(planned.space);
    if (plan === undefined) throw new RangeError('This request is not of this plan.');
    return plan.settle(planned, outcome, last);
  }

  memory(): readonly SpaceMemory[] {
    return this.queue.filter((plan) => plan.open > 0).map((plan) => plan.memory());
  }
}

/** Answers what needs no request: who this identity is known to be unable to see. */
export function answerNotVisible(question: MembershipReference, identity: Identity): Answered | null {
  const problem = cannotSee(identity, question.member);
  return problem === null ? null : { question, verdict: { kind: 'unchecked', problem } };
}

/** Recognises the current user among members. Where their address may not be read, nobody is recognised. */
function matcherOf(currentUser: CurrentUser): ListingContext['isCurrentUser'] {
  let known: { readonly me: string | null } | null = null;
  return (membership) => {
    known ??= { me: addressOfMe(currentUser) };
    return known.me !== null && memberKeys(membership).includes(known.me);
  };
}
