/** PropertiesService, CacheService and LockService. */
import { call, Exception, sealed } from './inside';

type Reach = 'script' | 'document' | 'user';

function properties(reach: Reach) {
  const store = sealed('Properties', {
    getProperty: (key: string) => call<string | null>('Properties', 'getProperty', reach, String(key)),
    getProperties: () => call<Record<string, string>>('Properties', 'getProperties', reach),
    setProperty: (key: string, value: string) => {
      call('Properties', 'setProperty', reach, String(key), String(value));
      return store;
    },
    deleteProperty: (key: string) => {
      call('Properties', 'deleteProperty', reach, String(key));
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
    return String(key);
  };
  return sealed('Cache', {
    get: (key: string) => call<string | null>('Cache', 'get', reach, checked(key)),
    put: (key: string, value: string, seconds?: number) => {
      call('Cache', 'put', reach, checked(key), String(value), seconds ?? null);
      return null;
    },
    remove: (key: string) => {
      call('Cache', 'remove', reach, checked(key));
      return null;
    },
  });
}

export const CacheService = sealed('CacheService', {
  getUserCache: () => cache('user'),
  getScriptCache: () => cache('script'),
  getDocumentCache: () => cache('document'),
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
