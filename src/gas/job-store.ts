/** Where a job's record lies: the document's properties, under the document's lock. */
import { problemOf, ProblemError } from '../core/chat/problem';
import type { JobStorePort } from '../core/ports';
import type { UserProperties } from './user-properties';

const RECORD_KEY = 'rollcall.job';
export const OWNER_KEY = 'rollcall.me';
const LOCK_WAIT_MS = 10_000;

/** Opens the store of this document. Nothing is called before the first use. */
export function openJobStore(properties: UserProperties): JobStorePort {
  return {
    load: () => PropertiesService.getDocumentProperties().getProperty(RECORD_KEY),
    save: (record) => {
      PropertiesService.getDocumentProperties().setProperty(RECORD_KEY, record);
    },
    remove: () => {
      PropertiesService.getDocumentProperties().deleteProperty(RECORD_KEY);
    },
    locked,
    owner: () => {
      const known = properties.get(OWNER_KEY);
      if (known !== null && known !== '') return known;
      const key = Utilities.getUuid();
      properties.set(OWNER_KEY, key);
      return key;
    },
  };
}

function locked<T>(work: () => T): T {
  const lock = LockService.getDocumentLock();
  // `waitLock` would say so with a sentence in the person's language.
  if (!lock.tryLock(LOCK_WAIT_MS)) throw new ProblemError(problemOf('lockTimeout'));
  try {
    return work();
  } finally {
    lock.releaseLock();
  }
}
