/**
 * Whether members who are on no page any more are really gone: the space's events first, which also tell when, then a get for each
 * whom they do not explain.
 */
import type { Identity } from '../chat/identity';
import type { Membership } from '../chat/membership';
import { judge, type Verdict } from '../chat/verdict';
import { judgeFailure, problemOf } from '../chat/problem';
import type { ChatRequest, Outcome } from '../ports';
import type { Plan, PlannedRequest, Settled } from '../requests/plan';
import { eventsRequest, readEventPage, type MembershipEvent } from './space-events';

/** A member who was not listed. */
export interface Missing {
  /** `spaces/S/members/M` */
  readonly membership: string;
  /** The list counts them as Google does: that a group is refused then says that it is gone. */
  readonly isCounted: boolean;
}

/** The members of one space who were not listed. */
export interface MissingIn {
  /** `spaces/…` */
  readonly space: string;
  /** When they were seen last, milliseconds since the epoch. */
  readonly since: number;
  readonly missing: readonly Missing[];
}

export type Confirmed =
  /** `at`: milliseconds since the epoch; null where no event tells. */
  | { readonly kind: 'gone'; readonly membership: string; readonly at: number | null }
  | { readonly kind: 'still'; readonly membership: Membership };

/** A space with more events than fit on so many pages is asked for its members one by one. */
const MOST_PAGES = 5;

interface Waiting {
  readonly space: string;
  readonly purpose: 'events' | 'get';
  readonly request: ChatRequest;
}

interface Events {
  readonly of: MissingIn;
  pages: number;
  readonly last: Map<string, MembershipEvent>;
}

export class ConfirmPlan implements Plan<Confirmed> {
  private waiting: Waiting[] = [];
  private inFlight = 0;
  private readonly events = new Map<string, Events>();
  private readonly counted = new Set<string>();

  constructor(
    missing: readonly MissingIn[],
    private readonly identity: Identity,
    private readonly now: number,
  ) {
    for (const one of missing.filter(({ missing: some }) => some.length > 0)) {
      const space = bare(one.space);
      this.events.set(space, { of: one, pages: 0, last: new Map() });
      for (const { membership, isCounted } of one.missing) if (isCounted) this.counted.add(membership);
      this.waiting.push(this.eventsOf(one, null));
    }
  }

  get open(): number {
    return this.waiting.length + this.inFlight;
  }

  next(limit: number, room: (space: string) => number = () => Infinity): readonly PlannedRequest[] {
    const taken = new Map<string, number>();
    const planned: PlannedRequest[] = [];
    const left: Waiting[] = [];
    for (const one of this.waiting) {
      const used = taken.get(one.space) ?? 0;
      if (planned.length >= limit || used >= room(one.space)) {
        left.push(one);
        continue;
      }
      taken.set(one.space, used + 1);
      planned.push(one);
    }
    this.waiting = left;
    this.inFlight += planned.length;
    return planned;
  }

  settle(planned: PlannedRequest, outcome: Outcome, last: boolean): Settled<Confirmed> {
    const { request } = planned;
    return request.method === 'spaces.members.get'
      ? this.settleGet(request, outcome, last)
      : this.settleEvents(planned.space ?? '', outcome, last);
  }

  private settleEvents(space: string, outcome: Outcome, last: boolean): Settled<Confirmed> {
    const events = this.events.get(space);
    const page = outcome.ok ? readEventPage(outcome.body) : null;
    if (!outcome.ok && !last) {
      const problem = judgeFailure(outcome.failure, { identity: this.identity });
      if (problem.passing) return { kind: 'again', problem };
    }
    this.inFlight -= 1;
    if (events === undefined) return { kind: 'results', results: [] };
    // Without events, or without all of them, everybody is asked for.
    if (page === null) return this.askEach(events.of.missing);
    events.pages += 1;
    for (const event of page.events) events.last.set(event.membership, event);
    if (page.nextPageToken === null) return this.explain(events);
    if (events.pages >= MOST_PAGES) return this.askEach(events.of.missing);
    this.waiting.push(this.eventsOf(events.of, page.nextPageToken));
    return { kind: 'results', results: [] };
  }

  /** Those whose last event is that they left are gone. */
  private explain({ of, last }: Events): Settled<Confirmed> {
    const gone = of.missing.flatMap(({ membership }): readonly Confirmed[] => {
      const event = last.get(membership);
      return event?.kind === 'deleted' ? [{ kind: 'gone', membership, at: event.at }] : [];
    });
    const explained = new Set(gone.map((one) => one.membership));
    this.askEach(of.missing.filter(({ membership }) => !explained.has(membership)));
    return { kind: 'results', results: gone };
  }

  private askEach(missing: readonly Missing[]): Settled<Confirmed> {
    for (const { membership } of missing) {
      const [, space = ''] = membership.split('/');
      this.waiting.push({
        space,
        purpose: 'get',
        request: { method: 'spaces.members.get', name: membership },
      });
    }
    return { kind: 'results', results: [] };
  }

  private settleGet(
    request: Extract<ChatRequest, { method: 'spaces.members.get' }>,
    outcome: Outcome,
    last: boolean,
  ): Settled<Confirmed> {
    const noGroups = this.counted.has(request.name);
    const judged = judge(outcome, { request, identity: this.identity, spaceReadable: true, noGroups });
    const verdict: Verdict =
      'verdict' in judged ? judged.verdict : { kind: 'unchecked', problem: problemOf('unknown') };
    if (verdict.kind === 'unchecked') {
      if (verdict.problem.passing && !last) return { kind: 'again', problem: verdict.problem };
      if (verdict.problem.repeats) return { kind: 'stop', problem: verdict.problem };
    }
    this.inFlight -= 1;
    switch (verdict.kind) {
      case 'member':
      case 'invited':
        return { kind: 'results', results: [{ kind: 'still', membership: verdict.membership }] };
      case 'notMember':
        return { kind: 'results', results: [{ kind: 'gone', membership: request.name, at: null }] };
      case 'unchecked':
        return { kind: 'results', results: [] };
    }
  }

  private eventsOf({ space, since }: MissingIn, token: string | null): Waiting {
    return { space: bare(space), purpose: 'events', request: eventsRequest(space, since, token, this.now) };
  }
}

function bare(space: string): string {
  return space.slice('spaces/'.length);
}
