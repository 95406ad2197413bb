/** What every kind of job brings to have its requests carried out: a plan that hands them out and takes outcomes in. */
import type { Problem } from '../chat/problem';
import type { ChatRequest, Outcome } from '../ports';

/** One request of a plan. */
export interface PlannedRequest {
  /** The bare id of the space whose read limit it counts against; null where only the project's limit applies. */
  readonly space: string | null;
  readonly request: ChatRequest;
  /** What its outcome is for; only the plan reads it. */
  readonly purpose: string;
}

/**
 * What an outcome meant: results (also none), a problem that may pass and is worth another try, or a problem that stops
 * the whole job. `again` leaves the plan as it was: the same request can be settled once more. `replaced`: the plan hands out
 * another request in its place, such as one for a smaller page; nothing was learned. After `stop` nothing more is asked of the
 * plan; what is open stays open.
 */
export type Settled<R> =
  | { readonly kind: 'results'; readonly results: readonly R[] }
  | { readonly kind: 'again'; readonly problem: Problem }
  | { readonly kind: 'replaced'; readonly problem: Problem }
  | { readonly kind: 'stop'; readonly problem: Problem };

/** A running plan. Requests that it hands out are in flight until they are settled. */
export interface Plan<R> {
  /** What is still without a result; 0 when the plan is done. */
  readonly open: number;
  /** The next requests, at most `limit`; spaces take turns. `room` says how many a space may be sent now. */
  next(limit: number, room?: (space: string | null) => number): readonly PlannedRequest[];
  /** Takes an outcome in. `last`: there will be no further try, so the answer is never `again`. */
  settle(planned: PlannedRequest, outcome: Outcome, last: boolean): Settled<R>;
}
