/** Where a job's record lies, and the lock around every change of it. */
import { readRecord, writeRecord, type JobRecord } from '../core/job/record';

const RECORD_KEY = 'rollcall.job';
const OWNER_KEY = 'rollcall.me';
const LOCK_WAIT_MS = 10_000;

/** Runs `work` while no other execution changes this document's record or writes its answers. */
export function locked<T>(work: () => T): T {
  const lock = LockService.getDocumentLock();
  lock.waitLock(LOCK_WAIT_MS);
  try {
    return work();
  } finally {
    lock.releaseLock();
  }
}

/** Loads the open job of this document; null where there is none. One that cannot be read counts as none. */
export function loadRecord(now: number): JobRecord | null {
  return readRecord(properties().getProperty(RECORD_KEY), now);
}

export function saveRecord(record: JobRecord): void {
  properties().setProperty(RECORD_KEY, writeRecord(record));
}

export function deleteRecord(): void {
  properties().deleteProperty(RECORD_KEY);
}

/** A random key for this person in this script: enough to tell two people apart, and not who they are. */
export function ownerKey(): string {
  const store = PropertiesService.getUserProperties();
  const known = store.getProperty(OWNER_KEY);
  if (known !== null && known !== '') return known;
  const key = Utilities.getUuid();
  store.setProperty(OWNER_KEY, key);
  return key;
}

/** A key for this execution's lease. */
export function leaseKey(): string {
  return Utilities.getUuid();
}

/** `run-` and eight letters or digits. */
export function newRunId(): string {
  return `run-${Utilities.getUuid().replace(/-/g, '').slice(0, 8).toLowerCase()}`;
}

function properties(): GoogleAppsScript.Properties.Properties {
  return PropertiesService.getDocumentProperties();
}
