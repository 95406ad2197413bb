/** Listing spaces page by page: a person's or the app's own, or as an admin all named spaces of the organisation. */
import type { Identity } from '../chat/identity';
import { judgeFailure, problemOf, type Problem } from '../chat/problem';
import { readSpacePage, SPACE_FIELDS, type Space, type SpacePage } from '../chat/space';
import type { ChatRequest, Outcome } from '../ports';
import type { Plan, PlannedRequest, Settled } from '../requests/plan';

/** Largest page of `spaces.list` and of `spaces.search` with admin access [doc]. */
const PAGE_SIZE = 1000;
/** All that admin access lists: named spaces only, of one's own organisation [doc]. */
const OF_THE_ORGANISATION = 'customer = "customers/my_customer" AND space_type = "SPACE"';

/** The request for one page of spaces. */
export function spacePageRequest(identity: Identity, token: string | null): ChatRequest {
  const page = { pageSize: PAGE_SIZE, ...(token === null ? {} : { pageToken: token }) };
  return identity.as === 'admin'
    ? {
        method: 'spaces.search',
        query: OF_THE_ORGANISATION,
        // While it is listed, new spaces come last.
        orderBy: 'create_time ASC',
        fields: `nextPageToken,results(space(${SPACE_FIELDS}))`,
        ...page,
      }
    : { method: 'spaces.list', fields: `nextPageToken,spaces(${SPACE_FIELDS})`, ...page };
}

/** What a request about spaces failed with. */
export function problemOfSpaces(outcome: Outcome, identity: Identity): Problem {
  if (outcome.ok) return problemOf('answerUnreadable');
  return judgeFailure(outcome.failure, { identity, aboutSpaces: true });
}

/** The pages of a list of spaces, from a token on to the last one. Its results are the spaces of each page. */
export class SpaceListPlan implements Plan<Space> {
  private isOver = false;
  private isSent = false;
  private hasRestarted = false;

  /** @param token Of the page to begin with; null for the first one. */
  constructor(
    private readonly identity: Identity,
    private token: string | null,
  ) {}

  /** The token of the next page; null before the first and after the last one. */
  get nextToken(): string | null {
    return this.token;
  }

  get isDone(): boolean {
    return this.isOver;
  }

  get open(): number {
    return this.isOver ? 0 : 1;
  }

  next(limit: number, room: (space: null) => number = () => Infinity): readonly PlannedRequest[] {
    if (this.isOver || this.isSent || limit < 1 || room(null) < 1) return [];
    this.isSent = true;
    return [{ space: null, purpose: 'page', request: spacePageRequest(this.identity, this.token) }];
  }

  settle(_: PlannedRequest, outcome: Outcome, last: boolean): Settled<Space> {
    const page = outcome.ok ? readSpacePage(outcome.body) : null;
    if (page === null) return this.settleBadPage(outcome, last);
    this.isSent = false;
    this.take(page);
    return { kind: 'results', results: page.spaces };
  }

  private take({ nextPageToken }: SpacePage): void {
    this.token = nextPageToken;
    this.isOver = nextPageToken === null;
  }

  /** A token that is refused has grown old: the list begins again. */
  private settleBadPage(outcome: Outcome, last: boolean): Settled<Space> {
    const problem = problemOfSpaces(outcome, this.identity);
    if (problem.passing && !last) return { kind: 'again', problem };
    this.isSent = false;
    const mayRestart = problem.code === 'requestRefused' && this.token !== null && !this.hasRestarted;
    if (!mayRestart) return { kind: 'stop', problem };
    this.hasRestarted = true;
    this.token = null;
    return { kind: 'replaced', problem };
  }
}
