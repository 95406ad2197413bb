/** PropertiesService, CacheService and LockService. */
import { call, Exception, sealed, textOf } from './inside';

type Reach = 'script' | 'document' | 'user';

function properties(reach: Reach) {
  const store = sealed('Properties', {
    getProperty: (key: unknown) => call<string | null>('Properties', 'getProperty', reach, textOf(key)),
    getProperties: () => call<Record<string, string>>('Properties', 'getProperties', reach),
    setProperty: (key: unknown, value: unknown) => {
      call('Properties', 'setProperty', reach, textOf(key), textOf(value));
      return store;
    },
    deleteProperty: (key: unknown) => {
      call('Properties', 'deleteProperty', reach, textOf(key));
      return store;
    },
  });
  return store;
}

export const PropertiesService = sealed('PropertiesService', {
  getDocumentProperties: () => properties('document'),
  getUserProperties: () => properties('user'),
  getScriptProperties: () => properties('script'),
});

function cache(reach: Reach) {
  const checked = (key: unknown): string => {
    if (key === null || key === undefined || key === '') throw new Exception('Invalid argument: key');
    return textOf(key);
  };
  return sealed('Cache', {
    get: (key: unknown) => call<string | null>('Cache', 'get', reach, checked(key)),
    put: (key: unknown, value: unknown, seconds?: number) => {
      call('Cache', 'put', reach, checked(key), textOf(value), seconds ?? null);
      return null;
    },
    remove: (key: unknown) => {
      call('Cache', 'remove', reach, checked(key));
      return null;
    },
  });
}

export const CacheService = sealed('CacheService', {
  getUserCache: () => cache('user'),
  getScriptCache: () => cache('script'),
});

function lock(reach: Reach) {
  return sealed('Lock', {
    tryLock: (milliseconds: number) => call<boolean>('Lock', 'tryLock', reach, milliseconds),
    waitLock: (milliseconds: number) => {
      call('Lock', 'waitLock', reach, milliseconds);
    },
    hasLock: () => call<boolean>('Lock', 'hasLock', reach),
    releaseLock: () => {
      call('Lock', 'releaseLock', reach);
    },
  });
}

export const LockService = sealed('LockService', {
  getDocumentLock: () => lock('document'),
  getScriptLock: () => lock('script'),
  getUserLock: () => lock('user'),
});
