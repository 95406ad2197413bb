/** How many owners spaces have: a short listing each, page by page. */
import type { Identity } from '../chat/identity';
import { readMembershipPage, roleOf, stateOf } from '../chat/membership';
import { judgeFailure, problemOf, type Problem } from '../chat/problem';
import type { ChatRequest, Outcome } from '../ports';
import type { Plan, PlannedRequest, Settled } from '../requests/plan';

/** The owners of one space. `count` null: it could not be learned. */
export interface SpaceOwners {
  /** Bare id. */
  readonly space: string;
  readonly count: number | null;
}

interface OpenSpace {
  count: number;
  token: string | null;
}

export class OwnersPlan implements Plan<SpaceOwners> {
  private readonly spaces: Map<string, OpenSpace>;
  private waiting: string[];

  /** @param spaces Bare ids, each once. */
  constructor(
    spaces: readonly string[],
    private readonly identity: Identity,
  ) {
    this.spaces = new Map(spaces.map((space) => [space, { count: 0, token: null }]));
    this.waiting = [...spaces];
  }

  get open(): number {
    return this.spaces.size;
  }

  next(limit: number, room: (space: string | null) => number = () => Infinity): readonly PlannedRequest[] {
    const sent = this.waiting.filter((space) => room(space) > 0).slice(0, limit);
    this.waiting = this.waiting.filter((space) => !sent.includes(space));
    return sent.map((space) => ({ space, request: this.request(space), purpose: 'owners' }));
  }

  settle({ space }: PlannedRequest, outcome: Outcome, last: boolean): Settled<SpaceOwners> {
    const open = space === null ? undefined : this.spaces.get(space);
    if (space === null || open === undefined) throw new RangeError('This request is not of this plan.');
    const page = outcome.ok ? readMembershipPage(outcome.body) : null;
    if (page === null) return this.settleFailure(space, this.problemOf(outcome), last);
    open.count += page.memberships.filter(
      (one) => roleOf(one) === 'owner' && stateOf(one) === 'joined',
    ).length;
    open.token = page.nextPageToken;
    if (open.token === null) return this.finish(space, open.count);
    this.waiting.push(space);
    return { kind: 'results', results: [] };
  }

  private settleFailure(space: string, problem: Problem, last: boolean): Settled<SpaceOwners> {
    if (problem.passing && !last) return { kind: 'again', problem };
    if (problem.repeats) return { kind: 'stop', problem };
    return this.finish(space, null);
  }

  private finish(space: string, count: number | null): Settled<SpaceOwners> {
    this.spaces.delete(space);
    return { kind: 'results', results: [{ space, count }] };
  }

  private problemOf(outcome: Outcome): Problem {
    return outcome.ok
      ? problemOf('answerUnreadable')
      : judgeFailure(outcome.failure, { identity: this.identity });
  }

  private request(space: string): ChatRequest {
    const { token } = this.spaces.get(space) ?? { token: null };
    return {
      method: 'spaces.members.list',
      parent: `spaces/${space}`,
      pageSize: 1000,
      ...(token === null ? {} : { pageToken: token }),
      // Apps are no owners, and admin access demands a type [doc].
      filter: 'member.type = "HUMAN" AND role = "ROLE_MANAGER"',
    };
  }
}
