/** Google's read limits kept from our side: 15 reads a second in one space, 3,000 in 60 seconds in the Cloud project. */
import * as v from 'valibot';
import { LateSpaces, LATE_STATE, NO_LATE_SPACES, type LateState } from './late-spaces';

/** Reads per space and second, shared by all Chat apps that read there [doc]. */
const SPACE_READS = 15;
/** A second, and a tenth for requests that overtake one another on their way. */
const SPACE_WINDOW_MS = 1_100;
/** Membership reads per project and minute [doc]: what a job may send that has the project for itself. */
const PROJECT_READS = 3_000;
const PROJECT_WINDOW_MS = 60_000;
/** Reads are counted by the second, so that a counted read is at most a second too old. */
const CELL_MS = 1_000;
/** Spaces whose last second is remembered: the project's limit lets fewer than four go on at full speed. */
const MOST_SPACES = 20;
/** A longer rest comes from a changed clock or record. */
const LONGEST_REST_MS = 7 * 60_000;

/** What of the limits outlives a step: plain JSON, nothing about people. Times in milliseconds since the epoch. */
export interface RateState {
  /** Start of the first second in `reads`. */
  readonly since: number;
  /** Reads that the project sent, second by second. */
  readonly reads: readonly number[];
  /** Nobody sends before this time: Google asked for a rest. */
  readonly restUntil: number;
  /** The spaces with most reads in the last second; `at`: their last read. */
  readonly spaces: readonly { readonly space: string; readonly at: number; readonly reads: number }[];
  readonly late: LateState;
}

export const UNUSED: RateState = { since: 0, reads: [], restUntil: 0, spaces: [], late: NO_LATE_SPACES };

interface Cell {
  readonly at: number;
  reads: number;
}

/** Counts what is sent and says how much more may be. `space` is a bare id; null counts against the project alone. */
export class Rate {
  /** The spaces whose requests go last. */
  readonly late: LateSpaces;
  /** Oldest first. */
  private cells: Cell[];
  /** Times of the reads in a space, oldest first. */
  private readonly sentIn = new Map<string, readonly number[]>();
  private restUntil: number;

  constructor(
    state: RateState,
    /** Reads per minute that this installation lets a job send. */
    private readonly mostReads: number = PROJECT_READS,
  ) {
    this.late = new LateSpaces(state.late);
    this.cells = state.reads
      .map((reads, index) => ({ at: state.since + index * CELL_MS, reads }))
      .filter(({ reads }) => reads > 0);
    for (const { space, at, reads } of state.spaces) {
      this.sentIn.set(space, new Array<number>(Math.min(reads, SPACE_READS)).fill(at));
    }
    this.restUntil = state.restUntil;
  }

  /** Reads that may be sent now to this space. */
  left(space: string | null, now: number): number {
    const project = this.projectLeft(now);
    if (space === null || project === 0) return project;
    return Math.min(project, Math.max(0, SPACE_READS - this.recent(space, now).length));
  }

  /** Reads that the project has left now. */
  projectLeft(now: number): number {
    if (now < this.restUntil) return 0;
    return Math.max(0, this.mostReads - sum(this.cellsWithin(now)));
  }

  /** Notes one read. */
  take(space: string | null, now: number): void {
    if (space !== null) this.sentIn.set(space, [...this.recent(space, now), now]);
    const at = now - (now % CELL_MS);
    const cell = this.cells[this.cells.length - 1];
    if (cell?.at === at) cell.reads += 1;
    else this.cells = [...this.cellsWithin(now), { at, reads: 1 }];
  }

  /** The earliest time, never before now, at which one more read of this space may be sent. */
  nextAt(space: string | null, now: number): number {
    let at = Math.max(now, this.restUntil);
    const recent = space === null ? [] : this.recent(space, now);
    const blocking = recent[recent.length - SPACE_READS];
    if (blocking !== undefined) at = Math.max(at, blocking + SPACE_WINDOW_MS);
    for (const cell of this.cellsWithin(now)) {
      if (sum(this.cellsWithin(at)) < PROJECT_READS) break;
      at = Math.max(at, cell.at + CELL_MS + PROJECT_WINDOW_MS);
    }
    return at;
  }

  /** Nothing is sent before `time`. */
  rest(time: number): void {
    this.restUntil = Math.max(this.restUntil, Math.ceil(time));
  }

  state(now: number): RateState {
    const cells = this.cellsWithin(now);
    const since = cells[0]?.at ?? 0;
    const reads: number[] = [];
    for (const cell of cells) reads[(cell.at - since) / CELL_MS] = cell.reads;
    return {
      since,
      reads: Array.from(reads, (count: number | undefined) => count ?? 0),
      restUntil: this.restUntil > now ? this.restUntil : 0,
      spaces: this.fullestSpaces(now),
      late: this.late.state(),
    };
  }

  private fullestSpaces(now: number): RateState['spaces'] {
    return [...this.sentIn.keys()]
      .map((space) => ({ space, times: this.recent(space, now) }))
      .filter(({ times }) => times.length > 0)
      .sort((a, b) => b.times.length - a.times.length)
      .slice(0, MOST_SPACES)
      .map(({ space, times }) => ({ space, at: times[times.length - 1] ?? 0, reads: times.length }));
  }

  /** Reads of the last second. One that lies in the future comes from a clock that was set back. */
  private recent(space: string, now: number): readonly number[] {
    return (this.sentIn.get(space) ?? []).filter((time) => time <= now && now - time < SPACE_WINDOW_MS);
  }

  /** A cell counts until its last moment is 60 s ago. */
  private cellsWithin(now: number): Cell[] {
    return this.cells.filter(({ at }) => at <= now && now - at < CELL_MS + PROJECT_WINDOW_MS);
  }
}

function sum(cells: readonly Cell[]): number {
  return cells.reduce((total, { reads }) => total + reads, 0);
}

const COUNT = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const STORED = v.object({
  since: v.fallback(COUNT, 0),
  reads: v.fallback(v.pipe(v.array(COUNT), v.maxLength(PROJECT_WINDOW_MS / CELL_MS + 1)), []),
  restUntil: v.fallback(COUNT, 0),
  spaces: v.fallback(
    v.pipe(v.array(v.object({ space: v.string(), at: COUNT, reads: COUNT })), v.maxLength(MOST_SPACES)),
    [],
  ),
  late: v.fallback(LATE_STATE, NO_LATE_SPACES),
});

/** Reads a stored state; what does not fit is left out, and a rest that lies far ahead is cut. */
export function readRateState(value: unknown, now: number): RateState {
  const { success, output } = v.safeParse(STORED, value);
  return success ? { ...output, restUntil: Math.min(output.restUntil, now + LONGEST_REST_MS) } : UNUSED;
}
