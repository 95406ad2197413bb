import { describe, expect, test } from '@jest/globals';
import type { JobStorePort } from '../../src/core/ports';
import { loadScript } from './script.testing';

/** A document's lock that is free or taken, and what was done with it. */
function lockService(free: boolean, done: string[]) {
  return {
    getDocumentLock: () => ({
      tryLock: () => {
        done.push('lock');
        return free;
      },
      releaseLock: () => done.push('release'),
    }),
  };
}

function storeOf(globals: Readonly<Record<string, unknown>>): JobStorePort {
  const { openJobStore } = loadScript('job-store', globals, () => 0) as {
    readonly openJobStore: (properties: unknown) => JobStorePort;
  };
  return openJobStore({});
}

describe('work under the document’s lock', () => {
  test('gives the lock back, also where it throws', () => {
    const done: string[] = [];
    const store = storeOf({ LockService: lockService(true, done) });
    expect(store.locked(() => 'worked')).toBe('worked');
    expect(() =>
      store.locked(() => {
        throw new Error('broken');
      }),
    ).toThrow('broken');
    expect(done).toEqual(['lock', 'release', 'lock', 'release']);
  });

  test('is not done while another run holds the lock, and the problem needs none of Google’s words', () => {
    const done: string[] = [];
    const store = storeOf({ LockService: lockService(false, done) });
    expect(() => store.locked(() => done.push('work'))).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'lockTimeout' }) }),
    );
    expect(done).toEqual(['lock']);
  });
});
