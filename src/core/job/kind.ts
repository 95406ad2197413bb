/** What a kind of job brings: its state, its plan of requests, its commit into the sheet. All else is the same for every kind. */
import type { Identity } from '../chat/identity';
import type { Problem } from '../chat/problem';
import type { CurrentUser } from '../chat/reference';
import type { Catalogue } from '../locales/catalogue';
import type { JobStorePort, WorkbookPort } from '../ports';
import type { Plan } from '../requests/plan';
import type { RequestPorts } from '../requests/runner';
import type { Membership } from '../chat/membership';
import type { JobView, RosterChange, VerdictCounts } from '../contract';

/** What a job needs from one execution. */
export interface JobPorts extends RequestPorts {
  readonly workbook: WorkbookPort;
  readonly store: JobStorePort;
  /** As whom this person asks, by their settings for this sheet. */
  readonly identity: Identity;
  readonly currentUser: CurrentUser;
  readonly catalogue: Catalogue;
  /** What the person should hear beside the result; grows while the execution runs. */
  readonly notices: Problem[];
  /** Changes in lists of members that this execution found, by name; grows while it runs. */
  readonly changes: RosterChange[];
  /** Hears every membership that a listing brings, some of them twice; absent where nobody wants them. */
  readonly onMemberships?: ((memberships: readonly Membership[]) => void) | undefined;
  /** Whether names and counts of spaces may be asked for as this identity. Without it links and ids work all the same. */
  seesSpaces(identity: Identity): boolean;
  /** A time in the sheet's zone, by a pattern of the catalogue. */
  formatTime(milliseconds: number, pattern: string): string;
  /** Turns whatever was thrown into a problem; a `ProblemError` gives its own. */
  problemFrom(error: unknown): Problem;
}

/** One run of a job, as its work sees it. */
export interface Run {
  readonly runId: string;
  readonly identity: Identity;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Who `me` is in what the starter typed; throws a `ProblemError` where somebody else goes on. */
  readonly currentUser: CurrentUser;
  readonly ports: JobPorts;
}

/** How far a job is. `done` and `total` count rows, or what the kind counts. */
export interface Progress {
  readonly total: number;
  readonly done: number;
  /** Id of the tab that it works on; null where there is none yet. */
  readonly tab: number | null;
  /** So many spaces it reads. */
  readonly spaces: number;
  /** Kinds that look rows up. */
  readonly counts?: VerdictCounts;
  /** Where its answers stand in the tab; null until that is known. */
  readonly answers?: AnswerPlace | null;
}

/** Rows and columns are one-based, as they were when they were last written. */
export interface AnswerPlace {
  /** The first row. */
  readonly row: number;
  /** First and last column, and the one of the status. */
  readonly first: number;
  readonly last: number;
  readonly status: number;
}

/** What a person is told of a job in the editor's log and in messages. */
export interface JobWords {
  readonly progress: string;
  /** Once it is done. */
  readonly done: string;
}

/** What a view shows beside progress: kinds that list members. */
export type JobDetails = Pick<JobView, 'space' | 'roster' | 'comparison'>;

const NO_DETAILS: JobDetails = { space: null, roster: null, comparison: null };

/** A kind's work within one step. */
export interface Work<R> {
  /** So many results are worth a write. */
  readonly enough: number;
  /**
   * The requests of what is open next; null once a last look has found nothing left. May read the sheet, but nothing more
   * after `until` (milliseconds since the epoch): then it says `later`.
   */
  next(until: number): Plan<R> | 'later' | null;
  /** Writes results into the sheet and flushes. Runs under the lock, while the job is this step's. */
  commit(results: readonly R[]): void;
  /** What to remember: plain JSON, at most `LONGEST_STATE` characters. */
  state(): unknown;
}

/** One kind of job. `S` is what it remembers, `R` what one settled request brings. */
export interface JobKindOf<S, R> {
  readonly id: string;
  /** Reads what was stored; null where it cannot be that. */
  parse(raw: unknown): S | null;
  open(state: S, run: Run): Work<R>;
  progress(state: S): Progress;
  words(state: S, catalogue: Catalogue): JobWords;
  details?(state: S, ports: JobPorts): Partial<JobDetails>;
  /** What remains true when another person, or another identity, goes on. */
  forget(state: S): S;
  /** Removes what the job left in the sheet beside its results. Throws where the sheet does not let it. */
  sweep(state: S, ports: JobPorts): void;
  /** Removes what jobs left whose records cannot be read any more. */
  sweepAll?(ports: JobPorts): void;
}

/** A kind with its types hidden: every state is read before it is used. */
export interface JobKind {
  readonly id: string;
  isReadable(raw: unknown): boolean;
  open(raw: unknown, run: Run): Work<unknown> | null;
  progress(raw: unknown): Progress;
  words(raw: unknown, catalogue: Catalogue): JobWords;
  details(raw: unknown, ports: JobPorts): JobDetails;
  forget(raw: unknown): unknown;
  sweep(raw: unknown, ports: JobPorts): void;
  sweepAll(ports: JobPorts): void;
}

const NO_PROGRESS: Progress = { total: 0, done: 0, tab: null, spaces: 0 };

/** Hides the types of a kind. */
export function jobKind<S, R>(kind: JobKindOf<S, R>): JobKind {
  return {
    id: kind.id,
    isReadable: (raw) => kind.parse(raw) !== null,
    open: (raw, run) => {
      const state = kind.parse(raw);
      return state === null ? null : kind.open(state, run);
    },
    progress: (raw) => {
      const state = kind.parse(raw);
      return state === null ? NO_PROGRESS : kind.progress(state);
    },
    words: (raw, catalogue) => {
      const state = kind.parse(raw);
      return state === null ? { progress: '', done: '' } : kind.words(state, catalogue);
    },
    details: (raw, ports) => {
      const state = kind.parse(raw);
      return state === null ? NO_DETAILS : { ...NO_DETAILS, ...kind.details?.(state, ports) };
    },
    forget: (raw) => {
      const state = kind.parse(raw);
      return state === null ? raw : kind.forget(state);
    },
    sweep: (raw, ports) => {
      const state = kind.parse(raw);
      if (state !== null) kind.sweep(state, ports);
    },
    sweepAll: (ports) => kind.sweepAll?.(ports),
  };
}
