/** The kind of job that lists the members of one or many spaces. */
import { markedRun } from '../job/marker';
import { jobKind, type JobKind, type JobPorts } from '../job/kind';
import { newFill, type FillState } from '../spaces/spaces-fill';
import { lookCell } from '../spaces/look-cell';
import { SpacesTab } from '../spaces/spaces-tab';
import { membersOf, readRosterState, type RosterState } from './roster-state';
import { RosterWork, type RosterResult } from './roster-work';
import { stampView } from './stamp';

export const ROSTER_JOB: JobKind = jobKind<RosterState, RosterResult>({
  id: 'roster',
  parse: readRosterState,
  open: (state, run) => new RosterWork(state, run),
  progress: (state) => {
    const done = membersOf(state);
    return { total: Math.max(state.expected, done), done, tab: state.tab, spaces: state.spaces };
  },
  words: (state, { roster }) => {
    const { spaces, spacesIncomplete: incomplete } = state;
    const members = membersOf(state);
    return {
      progress: roster.job.progress(members, state.expected),
      done: roster.job.done({ members, spaces, incomplete }),
    };
  },
  details: (state, ports) => ({
    space: state.space,
    roster: {
      spaces: state.spaces,
      spacesDone: state.spacesDone,
      spacesIncomplete: state.spacesIncomplete,
      composition: state.composition,
      changes: state.changed,
      stamp: state.stamp === null ? null : stampView(state.stamp, ports),
    },
  }),
  // What one identity was shown is no part of what another one lists.
  forget: (state) => ({
    ...state,
    fill: state.fill === null ? null : forgotten(state.fill),
    cursors: [],
  }),
  sweep: (_, ports) => {
    sweepSpaces(ports);
  },
  sweepAll: sweepSpaces,
});

function forgotten(fill: FillState): FillState {
  return fill.isDone ? fill : newFill(fill.directMessages);
}

/** Takes the markers of spaces that are still to be listed out of the tab `Spaces`. */
function sweepSpaces(ports: JobPorts): void {
  const tab = SpacesTab.find(ports);
  if (tab === null) return;
  const marked = [...tab.rows].filter(([, { cells }]) => markedRun(cells.look) !== null);
  tab.upsert(new Map(marked.map(([space, { cells }]) => [space, lookCell(cells, ports)])));
}
