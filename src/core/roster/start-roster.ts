/** The start of a listing of members: of one space, of those that are selected in the tab `Spaces`, or of all of mine. */
import * as v from 'valibot';
import { problemOf, ProblemError } from '../chat/problem';
import { googleCountsOf, isNamedByPeople, type Space } from '../chat/space';
import type { RosterOptions, RosterTarget } from '../contract';
import { requireIdentity, type Execution } from '../execution';
import { pendingMarker } from '../job/marker';
import type { JobRecord } from '../job/record';
import type { Launch } from '../job/start';
import { runOf } from '../job/step';
import { valueOf } from '../result';
import { askSpace } from '../spaces/ask-space';
import { countIn, isListed } from '../spaces/columns';
import { findSpace } from '../spaces/find-space';
import { requireSpaces } from '../spaces/picker';
import { isNamedByPeopleIn, selectedSpaces } from '../spaces/selected-spaces';
import { newFill } from '../spaces/spaces-fill';
import { SpacesTab, type SpaceRow } from '../spaces/spaces-tab';
import { newCursor } from './cursor';
import type { ReturnedRoster } from './returned';
import { ROSTER_JOB } from './roster-job';
import { newRosterState, sizeOfCounts, type RosterState } from './roster-state';
import { RosterTab } from './roster-tab';
import { RosterWork } from './roster-work';

const TARGET = v.variant('of', [
  v.object({ of: v.literal('space'), space: v.string() }),
  v.object({ of: v.picklist(['selected', 'unlisted', 'listed', 'mine']) }),
]);
const OPTIONS = v.object({ changes: v.optional(v.boolean()), directMessages: v.optional(v.boolean()) });

/** Checks what the page hands in. Throws a `ProblemError` where it is not that. */
export function readTarget(value: unknown): RosterTarget {
  const read = v.safeParse(TARGET, value);
  if (!read.success) throw new ProblemError(problemOf('argumentUnreadable'));
  return read.output;
}

export function readRosterOptions(value: unknown): RosterOptions {
  const read = v.safeParse(OPTIONS, value ?? {});
  if (!read.success) throw new ProblemError(problemOf('argumentUnreadable'));
  const { changes, directMessages } = read.output;
  return {
    ...(changes === undefined ? {} : { changes }),
    ...(directMessages === undefined ? {} : { directMessages }),
  };
}

/**
 * What a listing begins with. Google is asked about a single space before: it tells the name of the tab, and whether the space is a
 * direct message. Throws a `ProblemError` where nothing is to be listed.
 */
export function prepareRoster(
  execution: Execution,
  target: RosterTarget,
  options: RosterOptions,
): () => Launch {
  const identity = requireIdentity(execution);
  if (target.of === 'space') {
    const name = `spaces/${valueOf(findSpace(execution, target.space))}`;
    const space = execution.seesSpaces(identity) ? askSpace(execution, name) : null;
    const found = space ?? { name };
    requireNamed(found, options);
    return () =>
      launchOne(execution, found, options, (work) => {
        if (space !== null) work.know(space);
      });
  }
  if (target.of === 'mine') {
    requireSpaces(execution);
    return () => launchMine(execution, options);
  }
  const { of } = target;
  return () => launchSeveral(execution, CHOSEN[of](execution), options);
}

/** What writing a list begins with that the page hands back. */
export function prepareReturned(
  execution: Execution,
  { space, memberships, listedAt }: ReturnedRoster,
  options: RosterOptions,
): () => Launch {
  requireNamed(space, options);
  return () =>
    launchOne(
      execution,
      space,
      options,
      (work) => {
        work.takeIn(space, memberships);
      },
      listedAt,
    );
}

function requireNamed(space: Space, { directMessages = false }: RosterOptions): void {
  if (isNamedByPeople(space) && !directMessages)
    throw new ProblemError(problemOf('directMessageUnconfirmed'));
}

function launchOne(
  execution: Execution,
  space: Space,
  options: RosterOptions,
  begin: (work: RosterWork) => void,
  listedAt: number | null = null,
): Launch {
  const counts = googleCountsOf(space);
  const cursor = newCursor(space.name, true, counts);
  const state = newRosterState({
    ...given(options),
    space: space.name,
    fill: null,
    spaces: 1,
    expected: sizeOfCounts(counts),
    // What the page hands back was compared with Google's count before.
    cursors: [listedAt === null ? cursor : { ...cursor, round: 2 }],
    listedAt,
  });
  return launchOf(execution, state, begin);
}

function launchMine(execution: Execution, options: RosterOptions): Launch {
  const { directMessages } = given(options);
  const fill = newFill(directMessages);
  const state = newRosterState({
    ...given(options),
    space: null,
    fill,
    spaces: 0,
    expected: 0,
    cursors: [],
    listedAt: null,
  });
  return launchOf(execution, state, () => undefined);
}

/** The spaces that are meant, by `spaces/…`. */
type Chosen = ReadonlyMap<string, Pick<SpaceRow, 'cells'>>;

const CHOSEN: Readonly<Record<'selected' | 'unlisted' | 'listed', (execution: Execution) => Chosen>> = {
  selected: selectedSpaces,
  unlisted: (execution) => {
    const tab = SpacesTab.find(execution);
    if (tab === null) throw new ProblemError(problemOf('noSpacesTab'));
    return new Map([...tab.rows].filter(([, { cells }]) => !isListed(cells)));
  },
  listed: (execution) => {
    const spaces = RosterTab.find(execution, null)?.bySpace().keys() ?? [];
    const rows = SpacesTab.find(execution)?.rows;
    return new Map([...spaces].map((space) => [space, rows?.get(space) ?? { cells: {} }]));
  },
};

/** Marks the rows of the spaces: a space is open while its marker stands. */
function launchSeveral(execution: Execution, chosen: Chosen, options: RosterOptions): Launch {
  const { directMessages } = given(options);
  const wanted = new Map([...chosen].filter(([, { cells }]) => directMessages || !isNamedByPeopleIn(cells)));
  if (wanted.size === 0)
    throw new ProblemError(problemOf(chosen.size === 0 ? 'noSpacesSelected' : 'directMessageUnconfirmed'));
  const expected = [...wanted.values()].reduce(
    (sum, { cells }) => sum + (countIn(cells.people ?? '') ?? 0) + (countIn(cells.groups ?? '') ?? 0),
    0,
  );
  const state = newRosterState({
    ...given(options),
    space: null,
    fill: null,
    spaces: wanted.size,
    expected,
    cursors: [],
    listedAt: null,
  });
  return launchOf(execution, state, (_, record) => {
    const look = pendingMarker(record.runId, execution.catalogue);
    SpacesTab.open(execution).upsert(new Map([...wanted.keys()].map((space) => [space, { look }])));
  });
}

function launchOf(
  execution: Execution,
  state: RosterState,
  begin: (work: RosterWork, record: JobRecord) => void,
): Launch {
  return {
    kind: ROSTER_JOB,
    state,
    launch: (record) => {
      const work = new RosterWork(state, runOf(execution, record));
      begin(work, record);
      return work;
    },
  };
}

function given({ changes, directMessages }: RosterOptions): Pick<RosterState, 'changes' | 'directMessages'> {
  return { changes: changes ?? null, directMessages: directMessages ?? false };
}
