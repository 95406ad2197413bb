/** What a listing of members remembers from one step to the next. Nothing about people, and no names. */
import * as v from 'valibot';
import type { GoogleCounts } from '../chat/space';
import type { Composition, RosterChange } from '../contract';
import { FILL_STATE, type FillState } from '../spaces/spaces-fill';
import { added, NOBODY } from './composition';
import { CODE, COUNTS, CURSOR, type Cursor } from './cursor';
import type { Stamp } from './stamp';

export type ChangeCounts = Readonly<Record<RosterChange['what'], number>>;

export const NO_CHANGES: ChangeCounts = { joined: 0, invited: 0, noLongerIn: 0, role: 0, from: 0 };

export interface RosterState {
  /** Id of the list's tab; null before anything was written. */
  readonly tab: number | null;
  /** When the list was read that the page handed back, milliseconds since the epoch; null where the job reads it. */
  readonly listedAt: number | null;
  /** The one space, `spaces/…`; null where there are several, which the tab `Spaces` names by their markers. */
  readonly space: string | null;
  readonly directMessages: boolean;
  /** Switches the log of changes; null: as it is. */
  readonly changes: boolean | null;
  /** The tab `Spaces` is filled first; null where it need not be. */
  readonly fill: FillState | null;
  readonly spaces: number;
  readonly spacesDone: number;
  readonly spacesIncomplete: number;
  /** Members that are expected, by Google's count; 0 where that is not known. */
  readonly expected: number;
  /** Members of the spaces that are done. */
  readonly members: number;
  readonly composition: Composition;
  readonly changed: ChangeCounts;
  /** Of the last space that is done. */
  readonly stamp: Stamp | null;
  /** The spaces that are listed now. */
  readonly cursors: readonly Cursor[];
}

export function newRosterState(
  given: Pick<
    RosterState,
    'space' | 'directMessages' | 'changes' | 'fill' | 'spaces' | 'expected' | 'cursors' | 'listedAt'
  >,
): RosterState {
  return {
    tab: null,
    spacesDone: 0,
    spacesIncomplete: 0,
    members: 0,
    composition: NOBODY,
    changed: NO_CHANGES,
    stamp: null,
    ...given,
  };
}

/** A space that is done. */
export interface SpaceDone {
  readonly stamp: Stamp;
  readonly isComplete: boolean;
  readonly numbers: Composition;
  readonly size: number;
}

export function withSpace(state: RosterState, { stamp, isComplete, numbers, size }: SpaceDone): RosterState {
  return {
    ...state,
    spacesDone: state.spacesDone + 1,
    spacesIncomplete: state.spacesIncomplete + (isComplete ? 0 : 1),
    members: state.members + size,
    composition: added(state.composition, numbers),
    stamp,
  };
}

/** Members that were listed so far. */
export function membersOf({ members, cursors }: RosterState): number {
  return cursors.reduce((sum, { listed }) => sum + listed, members);
}

export function sizeOfCounts(counts: GoogleCounts | null): number {
  return counts === null ? 0 : counts.people + counts.groups;
}

/** Spaces that are remembered in the middle of their lists: others of a batch begin again. */
const MOST_CURSORS = 12;
/** Characters of cursors that a record holds. */
const LONGEST_CURSORS = 4_500;

/** What fits into a record: of the cursors those that have come furthest. */
export function fitting(state: RosterState): RosterState {
  const kept: Cursor[] = [];
  let length = 0;
  for (const cursor of [...state.cursors].sort((a, b) => b.listed - a.listed)) {
    length += JSON.stringify(cursor).length;
    if (kept.length >= MOST_CURSORS || length > LONGEST_CURSORS) break;
    kept.push(cursor);
  }
  return { ...state, cursors: kept };
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const COMPOSITION = v.object({
  people: count,
  owners: count,
  managers: count,
  members: count,
  inside: count,
  guests: count,
  outside: count,
  groups: count,
  apps: count,
  invited: count,
});
const STAMP = v.object({
  at: count,
  as: v.picklist(['user', 'app', 'admin']),
  failed: v.nullable(CODE),
  counts: v.nullable(COUNTS),
  listed: COUNTS,
});
const STATE = v.object({
  tab: v.nullable(count),
  listedAt: v.nullable(count),
  space: v.nullable(v.pipe(v.string(), v.regex(/^spaces\/[\w-]{1,128}$/))),
  directMessages: v.boolean(),
  changes: v.nullable(v.boolean()),
  fill: v.nullable(FILL_STATE),
  spaces: count,
  spacesDone: count,
  spacesIncomplete: count,
  expected: count,
  members: count,
  composition: COMPOSITION,
  changed: v.object({ joined: count, invited: count, noLongerIn: count, role: count, from: count }),
  stamp: v.nullable(STAMP),
  cursors: v.pipe(v.array(CURSOR), v.maxLength(MOST_CURSORS)),
});

/** Reads a stored state; null where it cannot be that. */
export function readRosterState(raw: unknown): RosterState | null {
  const read = v.safeParse(STATE, raw);
  return read.success ? read.output : null;
}
