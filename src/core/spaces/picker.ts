/** Spaces for the page: one page of them at a time, names for those that have none, and what the tab `Spaces` knows. */
import * as v from 'valibot';
import type { Identity } from '../chat/identity';
import { memberPageRequest } from '../chat/member-list';
import { kindOf, readMembershipPage, stateOf, type Membership } from '../chat/membership';
import { judgeFailure, problemOf, ProblemError } from '../chat/problem';
import type { CurrentUser } from '../chat/reference';
import { spaceLink, spaceViewOf } from '../chat/space';
import type { KnownSpace, SpaceLabel, SpacesPage } from '../contract';
import { requireIdentity, type Execution } from '../execution';
import type { JobPorts } from '../job/kind';
import type { Outcome } from '../ports';
import { atOnce, carryOut } from '../requests/at-once';
import type { Plan, PlannedRequest, Settled } from '../requests/plan';
import { isMe } from '../chat/current-user';
import { fail, ok, type Result } from '../result';
import { cellText } from '../table/cell';
import { countIn, isListed, timeIn, typeIn } from './columns';
import { reasonsIn } from './look-cell';
import { SpaceListPlan } from './space-list';
import { SpacesTab } from './spaces-tab';

/** A person waits. */
const PATIENCE_MS = 20_000;
/** Names are asked for a few at a time, as they come into view. */
const MOST_NAMES = 10;
/** As many members as a name shows, and who asks: enough of a list for a name. */
const MEMBERS_OF_A_NAME = 10;
const SHOWN_NAMES = 3;

/** Reads the token of a page: an empty text asks for the first one. */
export function readToken(value: unknown): Result<string | null> {
  if (value === undefined || value === null || value === '') return ok(null);
  return typeof value === 'string' && value.length <= 4000 ? ok(value) : fail('argumentUnreadable');
}

/** Asks for one page of spaces. Throws a `ProblemError` where the permission is missing, or Google refuses. */
export function spacesPage(execution: Execution, token: string | null): SpacesPage {
  const identity = requireSpaces(execution);
  const plan = new OnePage(identity, token);
  const { results, problem } = carryOut(plan, atOnce(execution, identity, PATIENCE_MS));
  if (problem !== null) throw new ProblemError(problem);
  return { spaces: results.map(spaceViewOf), nextPageToken: plan.nextToken };
}

/** The first page only of what is left. */
class OnePage extends SpaceListPlan {
  private isRead = false;

  override get open(): number {
    return this.isRead ? 0 : super.open;
  }

  override settle(...given: Parameters<SpaceListPlan['settle']>): ReturnType<SpaceListPlan['settle']> {
    const settled = super.settle(...given);
    this.isRead ||= settled.kind === 'results';
    return settled;
  }
}

/** As whom spaces are asked for. Throws a `ProblemError` where the permission for it is missing. */
export function requireSpaces(execution: Execution): Identity {
  const identity = requireIdentity(execution);
  if (identity.as !== 'app') execution.requireFeature(identity.as === 'user' ? 'spaceNames' : 'adminSpaces');
  return identity;
}

const NAMES = v.pipe(v.array(v.pipe(v.string(), v.regex(/^spaces\/[\w-]{1,128}$/))), v.maxLength(MOST_NAMES));

/** Names spaces by who is in them: one request each. A space that cannot be read has no such name. */
export function nameSpaces(execution: Execution, value: unknown): readonly SpaceLabel[] {
  const read = v.safeParse(NAMES, value);
  if (!read.success) throw new ProblemError(problemOf('argumentUnreadable'));
  const identity = requireIdentity(execution);
  const plan = new FirstMembers([...new Set(read.output)], identity);
  const { results, problem } = carryOut(plan, atOnce(execution, identity, PATIENCE_MS));
  if (problem?.repeats === true) throw new ProblemError(problem);
  const known = new Map(results.map(({ space, members, isAll }) => [space, { members, isAll }]));
  return read.output.map((space) => {
    const found = known.get(space);
    return { space, label: found === undefined ? null : labelOf(found.members, execution, found.isAll) };
  });
}

/** `Aoi, Ken and 2 others`: without whoever asks and without apps; null where nobody has a name. */
export function labelOf(
  members: readonly Membership[],
  { catalogue, currentUser }: Pick<JobPorts, 'catalogue'> & { readonly currentUser: CurrentUser },
  isAll = true,
): string | null {
  const others = members.filter((one) => stateOf(one) === 'joined' && !isMe(one, currentUser));
  const people = others.filter((one) => kindOf(one) === 'person');
  const shown = people.length > 0 ? people : others;
  const names = shown.flatMap(({ member }) => {
    const name = member?.displayName ?? member?.email ?? '';
    return name.trim() === '' ? [] : [name];
  });
  if (names.length === 0) return null;
  const named = names.slice(0, SHOWN_NAMES);
  const more = shown.length - named.length;
  const label = catalogue.spaces.label.people(named, more);
  return isAll ? label : `${label}…`;
}

interface FirstMembersOf {
  readonly space: string;
  readonly members: readonly Membership[];
  readonly isAll: boolean;
}

/** One short page of members of each space. What cannot be read has no result. */
class FirstMembers implements Plan<FirstMembersOf> {
  private waiting: string[];
  private inFlight = 0;

  constructor(
    spaces: readonly string[],
    private readonly identity: Identity,
  ) {
    this.waiting = [...spaces];
  }

  get open(): number {
    return this.waiting.length + this.inFlight;
  }

  next(limit: number, room: (space: string) => number = () => Infinity): readonly PlannedRequest[] {
    const chosen = this.waiting.filter((space) => room(bareId(space)) > 0).slice(0, limit);
    this.waiting = this.waiting.filter((space) => !chosen.includes(space));
    this.inFlight += chosen.length;
    return chosen.map((space) => ({
      space: bareId(space),
      purpose: space,
      request: memberPageRequest(bareId(space), this.identity, { token: null, size: MEMBERS_OF_A_NAME }),
    }));
  }

  settle({ purpose }: PlannedRequest, outcome: Outcome, last: boolean): Settled<FirstMembersOf> {
    const page = outcome.ok ? readMembershipPage(outcome.body) : null;
    if (page !== null) {
      this.inFlight -= 1;
      const { memberships, nextPageToken } = page;
      const result = { space: purpose, members: memberships, isAll: nextPageToken === null };
      return { kind: 'results', results: [result] };
    }
    const problem = outcome.ok
      ? problemOf('answerUnreadable')
      : judgeFailure(outcome.failure, { identity: this.identity });
    if (problem.repeats) return { kind: 'stop', problem };
    if (problem.passing && !last) return { kind: 'again', problem };
    this.inFlight -= 1;
    return { kind: 'results', results: [] };
  }
}

function bareId(space: string): string {
  return space.slice('spaces/'.length);
}

/** What the tab `Spaces` knows; empty where there is none. Sends nothing. */
export function knownSpaces(ports: JobPorts): readonly KnownSpace[] {
  const tab = SpacesTab.find(ports);
  if (tab === null) return [];
  const rows = [...tab.rows];
  const links = tab.linksIn(rows.map(([, { row }]) => row));
  return rows.map(([space, { row, cells }]) => {
    const count = (key: keyof typeof cells): number => countIn(cells[key] ?? '') ?? 0;
    const listed = timeIn(cells.listed ?? '');
    const link = links.get(row) ?? '';
    return {
      space,
      name: cellText(cells.name ?? ''),
      link: link.startsWith('https://chat.google.com/')
        ? link
        : spaceLink(bareId(space), typeIn(cells.type ?? '')),
      composition: !isListed(cells)
        ? null
        : {
            people: count('people'),
            owners: count('ownerCount'),
            managers: count('managers'),
            guests: count('guests'),
            outside: count('outside'),
            groups: count('groups'),
            apps: count('apps'),
            invited: count('invited'),
          },
      ownerNames: cellText(cells.owners ?? ''),
      listedAt: listed === null ? null : new Date(listed).toISOString(),
      reasons: reasonsIn(cells, ports),
    };
  });
}
