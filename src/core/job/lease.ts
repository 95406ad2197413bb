/** One job per spreadsheet: who may work on it. A script lock ends with its execution, so this is a lease in the record. */
import { isSameIdentity, type Identity } from '../chat/identity';
import { problemOf, type Problem } from '../chat/problem';
import type { JobRecord, Lease } from './record';

/** Lease expiry; longer than the 6 minutes that an execution may run. */
export const STALE_MS = 7 * 60_000;
/** A lease that lies further ahead comes from a changed clock or a forged record, and holds nothing. */
const AHEAD_MS = 60_000;

/** The lease that still holds; null where nobody works on the job. */
export function activeLease({ lease }: Pick<JobRecord, 'lease'>, now: number): Lease | null {
  if (lease === null || now - lease.at >= STALE_MS || lease.at - now > AHEAD_MS) return null;
  return lease;
}

/** Says why this person may not work on the job now; null where they may. Everybody may take over from themselves. */
export function leaseHeldBy(record: JobRecord, owner: string, now: number): Problem | null {
  const lease = activeLease(record, now);
  if (lease === null || lease.owner === owner) return null;
  return problemOf('leaseHeld', { since: new Date(record.startedAt).toISOString() });
}

/** Who takes a lease. */
export interface Taker {
  readonly lease: Lease;
  /** As whom this person asks, by their settings. */
  readonly identity: Identity;
}

/** Whether the taker sees what the one before saw. */
export function seesTheSame(record: JobRecord, { lease, identity }: Taker): boolean {
  return record.workedBy === lease.owner && isSameIdentity(identityFor(record, identity), record.identity);
}

/** Takes or renews the lease. A paused or stopped job runs again; for another person the first request is a canary again. */
export function takeLease(record: JobRecord, taker: Taker): JobRecord {
  const stopped = record.state === 'stopped';
  return {
    ...record,
    identity: identityFor(record, taker.identity),
    state: 'running',
    canaryPassed: record.canaryPassed && !stopped && seesTheSame(record, taker),
    attemptsWithoutProgress: stopped ? 0 : record.attemptsWithoutProgress,
    problem: null,
    lease: taker.lease,
    workedBy: taker.lease.owner,
  };
}

/** The same kind of identity as the job's, through the taker's own service account where it is the app's. */
function identityFor(record: JobRecord, identity: Identity): Identity {
  return identity.as === record.identity.as ? identity : record.identity;
}

export function renewed(record: JobRecord, now: number): JobRecord {
  return record.lease === null ? record : { ...record, lease: { ...record.lease, at: now } };
}

/** Whether a step with this lease may still write: the stored record is its own, perhaps paused meanwhile. */
export function isStillOwn(stored: JobRecord, own: JobRecord): boolean {
  if (stored.runId !== own.runId) return false;
  const isPaused = stored.state === 'paused' && stored.lease === null;
  return isPaused || (stored.lease !== null && stored.lease.key === own.lease?.key);
}
