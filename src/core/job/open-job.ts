/** The job of this document: its stored record, found, checked and saved. */
import { problemOf, ProblemError, type Problem } from '../chat/problem';
import type { JobStorePort, RandomPort } from '../ports';
import type { JobKind, JobPorts } from './kind';
import { readRecord, writeRecord, type JobRecord, type StoredRecord } from './record';

/** A property holds 9 KB. */
const LONGEST_RECORD = 8_800;

/** What the store holds now. */
export function loadStored({ store, clock }: Pick<JobPorts, 'store' | 'clock'>): StoredRecord {
  return readRecord(store.load(), clock.now());
}

/** The open job; null where there is none that this version can read. */
export function loadRecord(ports: Pick<JobPorts, 'store' | 'clock'>): JobRecord | null {
  const stored = loadStored(ports);
  return stored.is === 'record' ? stored.record : null;
}

/** The open job with this run id. Throws a `ProblemError` where it is not open any more. */
export function requireRecord(ports: Pick<JobPorts, 'store' | 'clock'>, runId: string): JobRecord {
  const record = loadRecord(ports);
  if (record?.runId !== runId) throw new ProblemError(problemOf('noJob'));
  return record;
}

/**
 * Ends the job of an earlier version, which nobody can go on with: its answers stay, what else it left goes. Runs under the
 * lock; does nothing where there is no such job any more.
 */
export function endOldRecord(kinds: readonly JobKind[], ports: JobPorts): void {
  if (loadStored(ports).is !== 'older') return;
  ports.notices.push(problemOf('oldJobEnded'));
  const left = endRecord(ports, () => {
    for (const kind of kinds) kind.sweepAll(ports);
  });
  if (left !== null) ports.notices.push(left);
}

/** Removes the record, and says where the sheet did not let its markers be swept: a job ends in any case. */
export function endRecord(ports: JobPorts, sweep: () => void): Problem | null {
  let left: Problem | null = null;
  try {
    sweep();
  } catch (error) {
    left = problemOf('markersLeft', { reason: ports.problemFrom(error).code });
  }
  ports.store.remove();
  return left;
}

/** Ends a job whose start was cut off: what it left may be a part of its rows only. Runs under the lock. */
export function endCutStart(kinds: readonly JobKind[], record: JobRecord, ports: JobPorts): void {
  const left = endRecord(ports, () => {
    kindOf(kinds, record).sweep(record.work, ports);
  });
  if (left !== null) ports.notices.push(left);
}

/** Whether this version knows the kind of a record. */
export function isKnown(kinds: readonly JobKind[], { kind }: JobRecord): boolean {
  return kinds.some(({ id }) => id === kind);
}

/** The kind of a record. Throws a `ProblemError` for one that this version does not know. */
export function kindOf(kinds: readonly JobKind[], { kind }: JobRecord): JobKind {
  const found = kinds.find(({ id }) => id === kind);
  if (found === undefined) throw new ProblemError(problemOf('jobUnreadable'));
  return found;
}

/**
 * Refuses a job whose start was cut off, and ends it: it can be started again. Runs under the lock, which a start holds to its
 * end.
 */
export function requireStarted(kinds: readonly JobKind[], record: JobRecord, ports: JobPorts): void {
  if (record.state !== 'starting') return;
  endCutStart(kinds, record, ports);
  throw new ProblemError(problemOf('noJob'));
}

/** Saves a record. One that would not fit forgets what its kind can do without. */
export function saveRecord(store: JobStorePort, kind: JobKind, record: JobRecord): void {
  const text = writeRecord(record);
  store.save(
    text.length <= LONGEST_RECORD ? text : writeRecord({ ...record, work: kind.forget(record.work) }),
  );
}

/** A key of an execution's lease. */
export function newKey(random: RandomPort): string {
  return letters(random, 16);
}

/** `run-` and eight letters or digits. */
export function newRunId(random: RandomPort): string {
  return `run-${letters(random, 8)}`;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

function letters(random: RandomPort, count: number): string {
  return Array.from({ length: count }, () => LETTERS[Math.floor(random.next() * LETTERS.length)] ?? 'a').join(
    '',
  );
}
