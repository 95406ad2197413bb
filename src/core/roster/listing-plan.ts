/** The requests that list the members of some spaces, side by side: Google's own count of each, then its pages. */
import type { Identity } from '../chat/identity';
import { memberPageRequest } from '../chat/member-list';
import { readMembershipPage, spaceOf } from '../chat/membership';
import { judgeFailure, problemOf, type Problem, type ProblemCode } from '../chat/problem';
import { readSpace, SPACE_FIELDS } from '../chat/space';
import type { ClockPort, Outcome } from '../ports';
import type { Plan, PlannedRequest, Settled } from '../requests/plan';
import { advanced, restarted, type Cursor, type Listed } from './cursor';

/** Failures that a smaller page may not meet. */
const MAY_BE_THE_SIZE: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'serverError',
  'unavailable',
  'timeout',
  'answerUnreadable',
]);
/** A page that has failed so often is asked for in half its size. */
const FAILURES_OF_A_SIZE = 3;
const SMALLEST_PAGE = 50;

interface Going {
  cursor: Cursor;
  isSent: boolean;
  failures: number;
}

export class ListingPlan implements Plan<Listed> {
  private readonly going: Map<string, Going>;

  /** @param most A list is given up behind so many memberships. */
  constructor(
    cursors: readonly Cursor[],
    private readonly identity: Identity,
    private readonly clock: ClockPort,
    private readonly most = Infinity,
  ) {
    this.going = new Map(
      cursors
        .filter(({ isOver }) => !isOver)
        .map((cursor) => [bare(cursor.space), { cursor, isSent: false, failures: 0 }]),
    );
  }

  get open(): number {
    return this.going.size;
  }

  next(limit: number, room: (space: string) => number = () => Infinity): readonly PlannedRequest[] {
    const planned: PlannedRequest[] = [];
    for (const [space, going] of this.going) {
      if (planned.length >= limit) break;
      if (going.isSent || room(space) < 1) continue;
      going.isSent = true;
      planned.push(this.requestOf(space, going.cursor));
    }
    return planned;
  }

  settle({ space, purpose }: PlannedRequest, outcome: Outcome, last: boolean): Settled<Listed> {
    const going = this.going.get(space ?? '');
    if (space === null || going === undefined) return { kind: 'results', results: [] };
    return purpose === 'space'
      ? this.settleSpace(going, outcome, last)
      : this.settlePage(space, going, outcome, last);
  }

  private requestOf(space: string, { isAsked, token, size }: Cursor): PlannedRequest {
    if (!isAsked)
      return {
        space,
        purpose: 'space',
        request: { method: 'spaces.get', name: `spaces/${space}`, fields: SPACE_FIELDS },
      };
    return { space, purpose: 'page', request: memberPageRequest(space, this.identity, { token, size }) };
  }

  /** A space that says nothing of itself may list its members all the same. */
  private settleSpace(going: Going, outcome: Outcome, last: boolean): Settled<Listed> {
    const found = outcome.ok ? readSpace(outcome.body) : null;
    if (!outcome.ok) {
      const problem = judgeFailure(outcome.failure, { identity: this.identity, aboutSpaces: true });
      if (problem.passing && !last) return { kind: 'again', problem };
    }
    const { space } = going.cursor;
    return this.result(going, { kind: 'space', space, found: found?.name === space ? found : null });
  }

  private settlePage(space: string, going: Going, outcome: Outcome, last: boolean): Settled<Listed> {
    const page = outcome.ok ? readMembershipPage(outcome.body) : null;
    if (page === null) return this.settleBadPage(going, outcome, last);
    going.failures = 0;
    const memberships = page.memberships.filter((one) => spaceOf(one) === space);
    const { size, space: name, listed: before } = going.cursor;
    return this.result(going, {
      kind: 'page',
      space: name,
      memberships,
      before,
      token: page.nextPageToken,
      size,
    });
  }

  private settleBadPage(going: Going, outcome: Outcome, last: boolean): Settled<Listed> {
    const problem = outcome.ok
      ? problemOf('answerUnreadable')
      : judgeFailure(outcome.failure, { identity: this.identity });
    const { cursor } = going;
    if (problem.code === 'requestRefused' && cursor.token !== null && !cursor.hasRestarted)
      return replace(going, restarted(cursor), problem);
    going.failures += 1;
    const isTooLarge = MAY_BE_THE_SIZE.has(problem.code) && cursor.size > SMALLEST_PAGE;
    if (isTooLarge && (last || going.failures >= FAILURES_OF_A_SIZE)) {
      const size = Math.max(SMALLEST_PAGE, Math.floor(cursor.size / 2));
      return replace(going, { ...cursor, size }, problem);
    }
    if (problem.passing && !last) return { kind: 'again', problem };
    if (problem.repeats) return { kind: 'stop', problem };
    return this.result(going, { kind: 'failed', space: cursor.space, problem });
  }

  private result(going: Going, listed: Listed): Settled<Listed> {
    going.cursor = advanced(going.cursor, listed, this.clock.now());
    going.isSent = false;
    const { isOver, listed: count, space } = going.cursor;
    if (isOver || count > this.most) this.going.delete(bare(space));
    return { kind: 'results', results: [listed] };
  }
}

/** Another request in place of the one that failed. */
function replace(going: Going, cursor: Cursor, problem: Problem): Settled<Listed> {
  going.cursor = cursor;
  going.isSent = false;
  going.failures = 0;
  return { kind: 'replaced', problem };
}

function bare(space: string): string {
  return space.slice('spaces/'.length);
}
