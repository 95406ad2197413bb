/** The members of one space for the card: listed within one execution, nothing written. */
import type { Membership } from '../chat/membership';
import { ProblemError, type Problem } from '../chat/problem';
import { googleCountsOf, spaceIdOf, spaceViewOf, type Space } from '../chat/space';
import type { Composition, Roster } from '../contract';
import { requireIdentity, type Execution } from '../execution';
import { atOnce, carryOut } from '../requests/at-once';
import { valueOf } from '../result';
import { findSpace } from '../spaces/find-space';
import { tabNameOf } from '../table/own-table';
import { agrees, composition, countedOf } from './composition';
import { again, newCursor, type Cursor } from './cursor';
import { ListingPlan } from './listing-plan';
import { byName, RosterTab, rosterTabName } from './roster-tab';
import { stampView, type Stamp } from './stamp';

/** A person waits. */
const PATIENCE_MS = 20_000;
/** A card holds as many members. */
export const MOST_ON_CARD = 1000;

/** Lists a space as typed: a link, an id, or a name that the tab `Spaces` knows. Throws a `ProblemError` where it cannot be read. */
export function listForCard(execution: Execution, typed: string): Roster {
  const identity = requireIdentity(execution);
  const name = `spaces/${valueOf(findSpace(execution, typed))}`;
  const first = listOnce(execution, newCursor(name, !execution.seesSpaces(identity)));
  const isDone = first.isLarge || first.counts === null || agrees(first.numbers, first.counts, identity.as);
  const { space, memberships, isLarge, counts, numbers } = isDone
    ? first
    : listOnce(execution, again(newCursor(name, false)));
  const stamp: Stamp = {
    at: execution.clock.now(),
    as: identity.as,
    failed: null,
    counts,
    listed: { people: numbers.people, groups: numbers.groups },
  };
  return {
    space: spaceViewOf(space),
    memberships: isLarge ? [] : memberships,
    isLarge,
    composition: isLarge ? ofGoogle(space, numbers) : numbers,
    stamp: { ...stampView(stamp, execution), ...(isLarge ? { complete: false } : {}) },
    tab: tabOf(execution, space),
  };
}

interface ListedOnce {
  readonly space: Space;
  readonly memberships: readonly Membership[];
  readonly isLarge: boolean;
  readonly counts: Stamp['counts'];
  readonly numbers: Composition;
}

function listOnce(execution: Execution, cursor: Cursor): ListedOnce {
  const { identity, clock } = execution;
  const plan = new ListingPlan([cursor], identity, clock, MOST_ON_CARD);
  const { results, problem } = carryOut(plan, atOnce(execution, identity, PATIENCE_MS));
  let space: Space = { name: cursor.space };
  let counts: Stamp['counts'] = null;
  const listed: Membership[] = [];
  let failed: Problem | null = problem;
  for (const result of results) {
    if (result.kind === 'failed') failed = result.problem;
    if (result.kind === 'page') {
      if (result.before === 0) listed.length = 0;
      listed.push(...result.memberships);
    }
    if (result.kind === 'space' && result.found !== null) {
      space = result.found;
      counts = googleCountsOf(space);
    }
  }
  if (failed !== null) throw new ProblemError(failed);
  const memberships = [...byName(listed).values()];
  const numbers = composition(memberships.map(countedOf));
  return { space, memberships, isLarge: memberships.length > MOST_ON_CARD, counts, numbers };
}

/** Of a large space no more is known than what Google counts. */
function ofGoogle(space: Space, numbers: Composition): Composition {
  const zero = Object.fromEntries(Object.keys(numbers).map((key) => [key, 0])) as unknown as Composition;
  return { ...zero, ...googleCountsOf(space) };
}

/** Where the list of a space stands or would stand. */
export function tabOf(execution: Execution, space: Space): Roster['tab'] {
  const tab = RosterTab.find(execution, space.name);
  return {
    name: tab?.name ?? newTabName(space),
    exists: tab !== null,
    logsChanges: tab?.logsChanges ?? false,
  };
}

/** The name of a new tab for the list of one space. */
export function newTabName(space: Space): string {
  return tabNameOf(rosterTabName(space.name), space.displayName ?? '', spaceIdOf(space));
}
