/** The kind of job that fills or refreshes the tab `Spaces`: one request for 1,000 spaces. */
import * as v from 'valibot';
import type { Space } from '../chat/space';
import { jobKind, type JobKind, type JobPorts, type Run, type Work } from '../job/kind';
import type { Launch } from '../job/start';
import { runOf } from '../job/step';
import type { Plan } from '../requests/plan';
import { FILL_STATE, newFill, SpacesFill, type FillState } from './spaces-fill';

interface SpacesState {
  /** Id of the tab; null before the first page. */
  readonly tab: number | null;
  readonly fill: FillState;
}

const STATE = v.object({
  tab: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  fill: FILL_STATE,
});

class SpacesWork implements Work<Space> {
  /** Every page is written at once. */
  readonly enough = 1;
  private readonly fill: SpacesFill;
  private tab: number | null;

  constructor(
    private readonly given: SpacesState,
    run: Run,
  ) {
    this.tab = given.tab;
    this.fill = new SpacesFill(given.fill, run);
  }

  next(): Plan<Space> | null {
    return this.given.fill.isDone || this.fill.state().isDone ? null : this.fill.plan;
  }

  commit(results: readonly Space[]): void {
    if (results.length > 0 || this.fill.state().isDone) this.tab = this.fill.commit(results);
  }

  state(): SpacesState {
    return { tab: this.tab, fill: this.fill.state() };
  }
}

export const SPACES_JOB: JobKind = jobKind<SpacesState, Space>({
  id: 'spaces',
  parse: (raw) => {
    const read = v.safeParse(STATE, raw);
    return read.success ? read.output : null;
  },
  open: (state, run) => new SpacesWork(state, run),
  progress: ({ tab, fill }) => ({ total: 0, done: fill.filled, tab, spaces: fill.filled }),
  words: ({ fill }, { spaces }) => ({
    progress: spaces.job.progress(fill.filled),
    done: spaces.job.done(fill.filled),
  }),
  forget: ({ tab, fill }) => ({ tab, fill: newFill(fill.directMessages) }),
  sweep: () => undefined,
});

/** Begins to fill the tab. */
export function launchSpaces(ports: JobPorts, directMessages: boolean): Launch {
  const state: SpacesState = { tab: null, fill: newFill(directMessages) };
  return { kind: SPACES_JOB, state, launch: (record) => new SpacesWork(state, runOf(ports, record)) };
}
