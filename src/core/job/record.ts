/** The record of a job: what a step must know to go on, and who works on it. Nothing about people, and no names of tabs. */
import * as v from 'valibot';
import type { Identity } from '../chat/identity';
import { problemOf, redacted, type Problem } from '../chat/problem';
import { isProblemCode } from '../chat/problem-table';
import { readRateState, UNUSED, type RateState } from '../requests/rate';

/** The version that this code reads and writes. */
export const RECORD_VERSION = 2;
/** A property holds 9 KB; what a kind remembers beyond this is left out by the kind. */
export const LONGEST_STATE = 6_500;

/** Who works on the job now. */
export interface Lease {
  /** The person, by a random key of their own. */
  readonly owner: string;
  /** The execution: a step whose key was replaced must not write any more. */
  readonly key: string;
  /** Last renewed, milliseconds since the epoch. */
  readonly at: number;
}

/** `starting`: its first writes may not be in the sheet yet. */
export type RecordState = 'starting' | 'running' | 'paused' | 'stopped';

export interface JobRecord {
  readonly version: typeof RECORD_VERSION;
  /** `run-` and eight letters or digits. */
  readonly runId: string;
  /** Which kind of job, see `JobKind`. */
  readonly kind: string;
  readonly identity: Identity;
  /** The person who started it, by their key. */
  readonly startedBy: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly state: RecordState;
  readonly lease: Lease | null;
  /** Why it stopped. */
  readonly problem: Problem | null;
  /** The first request of this run has come back with an answer. */
  readonly canaryPassed: boolean;
  /** Attempts in a row that brought no answer at all. */
  readonly attemptsWithoutProgress: number;
  readonly rate: RateState;
  /** Who took the last step: what they could see is true of nobody else. */
  readonly workedBy: string;
  /** Time spent in steps, in milliseconds. */
  readonly workedMs: number;
  /** What the kind remembers: its parameters, its cursor. */
  readonly work: unknown;
}

/** Begins a record, with a lease for whoever starts it. */
export function newRecord(
  given: Pick<JobRecord, 'runId' | 'kind' | 'identity' | 'work'>,
  lease: Lease,
): JobRecord {
  return {
    version: RECORD_VERSION,
    ...given,
    startedBy: lease.owner,
    startedAt: lease.at,
    state: 'starting',
    lease,
    problem: null,
    canaryPassed: false,
    attemptsWithoutProgress: 0,
    rate: UNUSED,
    workedBy: lease.owner,
    workedMs: 0,
  };
}

/** Prints a record for the store: problems without what was typed and without Google's words. */
export function writeRecord(record: JobRecord): string {
  return JSON.stringify({ ...record, problem: record.problem === null ? null : redacted(record.problem) });
}

/** What the store holds. */
export type StoredRecord =
  | { readonly is: 'none' }
  | { readonly is: 'record'; readonly record: JobRecord }
  /** Of an earlier version, or not readable: nobody can go on with it. */
  | { readonly is: 'older' }
  /** Of a later version: its own code goes on with it. */
  | { readonly is: 'newer' };

const text = v.pipe(v.string(), v.maxLength(1000));
const count = v.pipe(v.number(), v.finite(), v.minValue(0));
/** Within what a Date can hold. */
const time = v.pipe(count, v.maxValue(8.64e15));

const IDENTITY = v.variant('as', [
  v.object({ as: v.literal('user') }),
  v.object({ as: v.literal('admin') }),
  v.object({ as: v.literal('app'), serviceAccount: text }),
]);

const PROBLEM = v.pipe(
  v.object({ code: v.pipe(text, v.check(isProblemCode)), params: v.fallback(v.record(text, text), {}) }),
  v.transform(({ code, params }) => (isProblemCode(code) ? problemOf(code, params) : null)),
);

const RECORD = v.object({
  version: v.literal(RECORD_VERSION),
  runId: v.pipe(v.string(), v.regex(/^run-[a-z\d]{8}$/)),
  kind: text,
  identity: IDENTITY,
  startedBy: text,
  startedAt: time,
  state: v.picklist(['starting', 'running', 'paused', 'stopped']),
  lease: v.fallback(v.nullable(v.object({ owner: text, key: text, at: time })), null),
  problem: v.fallback(v.nullable(PROBLEM), null),
  canaryPassed: v.fallback(v.boolean(), false),
  attemptsWithoutProgress: v.fallback(count, 0),
  rate: v.unknown(),
  workedBy: v.fallback(text, ''),
  workedMs: v.fallback(count, 0),
  work: v.unknown(),
});

/** Reads what the store holds. Whatever a hand or another version changed is not trusted. */
export function readRecord(stored: string | null, now: number): StoredRecord {
  if (stored === null || stored === '') return { is: 'none' };
  const raw = parseJson(stored);
  const read = v.safeParse(RECORD, raw);
  if (read.success)
    return { is: 'record', record: { ...read.output, rate: readRateState(read.output.rate, now) } };
  const version = v.safeParse(v.object({ version: v.number() }), raw);
  return { is: version.success && version.output.version > RECORD_VERSION ? 'newer' : 'older' };
}

function parseJson(stored: string): unknown {
  try {
    return JSON.parse(stored) as unknown;
  } catch {
    return null;
  }
}
