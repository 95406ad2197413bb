/** Google's read limits kept from our side: 15 reads a second in one space, 3,000 in 60 seconds in the Cloud project. */

const SPACE_READS = 15;
/** A second, and a tenth for requests that overtake one another on their way. */
const SPACE_WINDOW_MS = 1_100;
const PROJECT_READS = 3_000;
const PROJECT_WINDOW_MS = 60_000;
const CELL_MS = 5_000;

/** What of the limits outlives a step: reads sent to the project, counted in cells of 5 s. */
export interface RateState {
  readonly cells: readonly {
    /** Start, milliseconds since the epoch. */ readonly at: number;
    readonly reads: number;
  }[];
  /** Nobody sends before this time, milliseconds since the epoch: Google asked for a rest. */
  readonly restUntil: number;
}

export const UNUSED: RateState = { cells: [], restUntil: 0 };

/** Counts what is sent and says how much more may be. All times in milliseconds since the epoch. */
export class Rate {
  private cells: { at: number; reads: number }[];
  private readonly sentIn = new Map<string, number[]>();
  private restUntil: number;

  constructor(state: RateState) {
    this.cells = state.cells.map((cell) => ({ ...cell }));
    this.restUntil = state.restUntil;
  }

  /** Reads that the project has left now. */
  projectLeft(now: number): number {
    if (now < this.restUntil) return 0;
    this.forget(now);
    return Math.max(0, PROJECT_READS - this.cells.reduce((sum, cell) => sum + cell.reads, 0));
  }

  /** Reads that a space has left now. */
  spaceLeft(space: string, now: number): number {
    return SPACE_READS - this.recent(space, now).length;
  }

  /** Notes one read. */
  take(space: string, now: number): void {
    const recent = this.recent(space, now);
    recent.push(now);
    this.sentIn.set(space, recent);
    const at = now - (now % CELL_MS);
    const cell = this.cells.find((one) => one.at === at);
    if (cell === undefined) this.cells.push({ at, reads: 1 });
    else cell.reads += 1;
  }

  /** Earliest time at which something more may be sent, where nothing may be now. */
  nextAt(now: number): number {
    if (now < this.restUntil) return this.restUntil;
    if (this.projectLeft(now) === 0)
      return Math.min(...this.cells.map((cell) => cell.at)) + CELL_MS + PROJECT_WINDOW_MS;
    const full = [...this.sentIn.values()].filter((sent) => sent.length >= SPACE_READS);
    return Math.min(...full.map((sent) => (sent[0] ?? now) + SPACE_WINDOW_MS), now + SPACE_WINDOW_MS);
  }

  /** Nothing is sent before `time`. */
  rest(time: number): void {
    this.restUntil = Math.max(this.restUntil, time);
  }

  state(now: number): RateState {
    this.forget(now);
    return {
      cells: this.cells.map((cell) => ({ ...cell })),
      restUntil: this.restUntil > now ? this.restUntil : 0,
    };
  }

  private recent(space: string, now: number): number[] {
    return (this.sentIn.get(space) ?? []).filter((time) => now - time < SPACE_WINDOW_MS);
  }

  /** A cell counts until its last moment is 60 s ago; one that lies in the future comes from a clock that was set back. */
  private forget(now: number): void {
    this.cells = this.cells.filter((cell) => now - cell.at < CELL_MS + PROJECT_WINDOW_MS && cell.at <= now);
  }
}
