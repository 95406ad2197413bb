/** The record of a long job: what a step must know to go on, and the lease that makes it one job per sheet. Nothing about people. */
import type { JobView } from '../contract';
import type { Identity } from '../chat/identity';
import { redacted, problemOf, type Problem, type ProblemCode } from '../chat/problem';
import { PROBLEMS } from '../chat/problem-table';
import { readRateState, UNUSED, type RateState } from '../requests/rate';
import { readSpaceMemories, type SpaceMemory } from '../look-up/space-memory';
import type { Verdict } from '../chat/verdict';

/** A lease that was not renewed for so long belongs to nobody: longer than an execution may run. */
export const STALE_MS = 7 * 60_000;
/** Page tokens are not kept longer. */
const TOKEN_MS = 30 * 60_000;
/** A property holds 9 KB; the record leaves room for what is not ASCII. */
const LONGEST_RECORD = 8_000;

/** Who works on the job now. */
export interface Lease {
  /** The person, by a random key of their own. */
  readonly owner: string;
  /** The execution: a step whose key was replaced must not write any more. */
  readonly key: string;
  /** Last renewed, milliseconds since the epoch. */
  readonly at: number;
}

/** Rows answered so far, by verdict. */
export type Counts = JobView['counts'];

/** `starting`: the marks may not be in the sheet yet. */
export type RecordState = 'starting' | 'running' | 'paused' | 'stopped';

export interface JobRecord {
  readonly version: 1;
  /** `run-` and eight letters or digits; stands in the mark of each row. */
  readonly runId: string;
  readonly sheetId: number;
  /** The tab's name when the job began, for messages. */
  readonly tab: string;
  /** The space that goes with a column of people; empty where rows name theirs. */
  readonly space: string;
  readonly identity: Identity;
  /** The person who started it. */
  readonly startedBy: string;
  readonly startedAt: number;
  readonly state: RecordState;
  readonly lease: Lease | null;
  readonly total: number;
  readonly counts: Counts;
  /** Why it stopped. */
  readonly problem: Problem | null;
  /** The canary of this run has come back. */
  readonly proven: boolean;
  /** Tries that went by without any answer. */
  readonly attemptsWithoutProgress: number;
  readonly rate: RateState;
  /** Who took the last step: what they could see of the spaces is true of nobody else. */
  readonly workedBy: string;
  readonly spaces: readonly SpaceMemory[];
  /** When `spaces` was written: tokens in it grow old. */
  readonly spacesAt: number;
  /** First row of the part of the sheet that is worked on. */
  readonly window: number;
  /** Time spent in steps, for the rate. */
  readonly workedMs: number;
}

export const NO_COUNTS: Counts = { member: 0, invited: 0, notMember: 0, unchecked: 0 };

/** Begins a record. */
export function newRecord(
  given: Pick<JobRecord, 'runId' | 'sheetId' | 'tab' | 'space' | 'identity' | 'total'>,
  lease: Lease,
): JobRecord {
  return {
    version: 1,
    ...given,
    startedBy: lease.owner,
    startedAt: lease.at,
    state: 'starting',
    lease,
    counts: NO_COUNTS,
    problem: null,
    proven: false,
    attemptsWithoutProgress: 0,
    rate: UNUSED,
    workedBy: lease.owner,
    spaces: [],
    spacesAt: lease.at,
    window: 1,
    workedMs: 0,
  };
}

/** Says why this person may not work on the job now; null where they may. A person may always take over from themselves. */
export function leaseHeldBy(record: JobRecord, owner: string, now: number): Problem | null {
  const { lease } = record;
  if (lease === null || lease.owner === owner || now - lease.at >= STALE_MS) return null;
  return problemOf('leaseHeld', { since: new Date(record.startedAt).toISOString() });
}

/** Adds answered rows. */
export function count(counts: Counts, verdicts: readonly Verdict['kind'][]): Counts {
  const sum = { ...counts };
  for (const kind of verdicts) sum[kind] += 1;
  return sum;
}

export function rowsDone(counts: Counts): number {
  return counts.member + counts.invited + counts.notMember + counts.unchecked;
}

/** Shows a record to its reader; `finished` once it is done or cancelled. */
export function viewOf(
  record: JobRecord,
  context: {
    readonly owner: string;
    readonly parallel: boolean;
    readonly problemText: (problem: Problem) => JobView['problem'];
    readonly finished?: 'done' | 'stopped';
  },
): JobView {
  const done = rowsDone(record.counts);
  const rate = record.workedMs > 0 && done > 0 ? (done * 1000) / record.workedMs : null;
  return {
    runId: record.runId,
    state: context.finished ?? (record.state === 'starting' ? 'running' : record.state),
    tab: record.tab,
    total: record.total,
    done,
    counts: record.counts,
    rowsPerSecond: rate,
    secondsLeft: rate === null ? null : Math.max(0, record.total - done) / rate,
    startedAt: new Date(record.startedAt).toISOString(),
    foreign: record.startedBy !== context.owner,
    parallel: context.parallel,
    problem: record.problem === null ? null : context.problemText(record.problem),
  };
}

/** Prints a record for the properties. Memories of spaces that do not fit are left out: those spaces begin again. */
export function writeRecord(given: JobRecord): string {
  const record = { ...given, problem: given.problem === null ? null : redacted(given.problem) };
  // A cut listing is worth most: without its place it would be read from page one.
  const spaces = [...record.spaces].sort((a, b) => Number(b.token !== null) - Number(a.token !== null));
  let text = JSON.stringify({ ...record, spaces: [] });
  const kept: SpaceMemory[] = [];
  let length = text.length;
  for (const space of spaces) {
    length += JSON.stringify(space).length + 1;
    if (length > LONGEST_RECORD) break;
    kept.push(space);
  }
  text = JSON.stringify({ ...record, spaces: kept });
  return text;
}

/** Reads a stored record; null where it is none of ours. Whatever a hand or another version changed is not trusted. */
export function readRecord(text: string | null, now: number): JobRecord | null {
  const raw = parse(text);
  if (raw?.version !== 1) return null;
  const { runId, sheetId, tab, space, startedBy, startedAt, state, total, window, workedMs } = raw;
  const identity = readIdentity(raw.identity);
  const counts = readCounts(raw.counts);
  const fits =
    isText(runId) &&
    /^run-[a-z\d]{8}$/.test(runId) &&
    isCount(sheetId) &&
    isText(tab) &&
    isText(space) &&
    isText(startedBy) &&
    isTime(startedAt) &&
    isState(state) &&
    isCount(total) &&
    isCount(window) &&
    isCount(workedMs) &&
    isCount(raw.attemptsWithoutProgress) &&
    identity !== null &&
    counts !== null;
  if (!fits) return null;
  const spacesAt = isTime(raw.spacesAt) ? raw.spacesAt : 0;
  return {
    version: 1,
    runId,
    sheetId,
    tab,
    space,
    identity,
    startedBy,
    startedAt,
    state,
    lease: readLease(raw.lease),
    total,
    counts,
    problem: readProblem(raw.problem),
    proven: raw.proven === true,
    attemptsWithoutProgress: isCount(raw.attemptsWithoutProgress) ? raw.attemptsWithoutProgress : 0,
    rate: readRateState(raw.rate, now),
    workedBy: isText(raw.workedBy) ? raw.workedBy : '',
    spaces: now - spacesAt < TOKEN_MS ? readSpaceMemories(raw.spaces) : [],
    spacesAt,
    window: Math.max(1, window),
    workedMs,
  };
}

type Raw = Readonly<Record<string, unknown>>;

function parse(text: string | null): Raw | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isRaw(value) ? value : null;
  } catch {
    return null;
  }
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 1000;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** Within what a Date can hold. */
function isTime(value: unknown): value is number {
  return isCount(value) && value <= 8.64e15;
}

function isState(value: unknown): value is RecordState {
  return value === 'starting' || value === 'running' || value === 'paused' || value === 'stopped';
}

function readIdentity(value: unknown): Identity | null {
  if (!isRaw(value)) return null;
  if (value.as === 'user' || value.as === 'admin') return { as: value.as };
  return value.as === 'app' && isText(value.serviceAccount)
    ? { as: 'app', serviceAccount: value.serviceAccount }
    : null;
}

function readCounts(value: unknown): Counts | null {
  if (!isRaw(value)) return null;
  const { member, invited, notMember, unchecked } = value;
  return isCount(member) && isCount(invited) && isCount(notMember) && isCount(unchecked)
    ? { member, invited, notMember, unchecked }
    : null;
}

function readLease(value: unknown): Lease | null {
  if (!isRaw(value)) return null;
  const { owner, key, at } = value;
  return isText(owner) && isText(key) && isTime(at) ? { owner, key, at } : null;
}

function readProblem(value: unknown): Problem | null {
  if (!isRaw(value) || !isText(value.code) || !isCode(value.code)) return null;
  const params = isRaw(value.params) ? Object.entries(value.params) : [];
  return problemOf(
    value.code,
    Object.fromEntries(params.filter((pair): pair is [string, string] => isText(pair[1]))),
  );
}

function isCode(code: string): code is ProblemCode {
  return Object.prototype.hasOwnProperty.call(PROBLEMS, code);
}
