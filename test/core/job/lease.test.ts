import { describe, expect, test } from '@jest/globals';
import { USER } from '../../../src/core/chat/identity';
import { problemOf } from '../../../src/core/chat/problem';
import {
  activeLease,
  isStillOwn,
  leaseHeldBy,
  renewed,
  seesTheSame,
  STALE_MS,
  takeLease,
} from '../../../src/core/job/lease';
import { newRecord } from '../../../src/core/job/record';

const NOW = Date.UTC(2026, 9, 1, 9);
const LEASE = { owner: 'person-a', key: 'execution-1', at: NOW };
const RECORD = {
  ...newRecord({ runId: 'run-0a1b2c3d', kind: 'x', identity: USER, work: null }, LEASE),
  state: 'running' as const,
};
const OTHER = { owner: 'person-b', key: 'execution-2', at: NOW + 1_000 };
const app = (serviceAccount: string) => ({ as: 'app', serviceAccount }) as const;

describe('a lease', () => {
  test('keeps others out until it is stale, and says since when', () => {
    expect(leaseHeldBy(RECORD, 'person-b', NOW + STALE_MS - 1)).toMatchObject({
      code: 'leaseHeld',
      params: { since: '2026-10-01T09:00:00.000Z' },
    });
    expect(leaseHeldBy(RECORD, 'person-b', NOW + STALE_MS)).toBeNull();
  });

  test('never keeps out the person who holds it, nor anybody from a job that nobody works on', () => {
    expect(leaseHeldBy(RECORD, 'person-a', NOW)).toBeNull();
    expect(leaseHeldBy({ ...RECORD, lease: null }, 'person-b', NOW)).toBeNull();
  });

  test('that lies in the future holds nothing', () => {
    expect(activeLease(RECORD, NOW - 60_000)).toBe(RECORD.lease);
    expect(activeLease(RECORD, NOW - 60_001)).toBeNull();
    expect(leaseHeldBy(RECORD, 'person-b', NOW - 86_400_000)).toBeNull();
  });

  test('is renewed without changing hands', () => {
    expect(renewed(RECORD, NOW + 5).lease).toEqual({ ...LEASE, at: NOW + 5 });
    expect(renewed({ ...RECORD, lease: null }, NOW).lease).toBeNull();
  });
});

describe('taking a lease', () => {
  const passed = { ...RECORD, canaryPassed: true, attemptsWithoutProgress: 3 };

  test('keeps what the same person has seen', () => {
    const taken = takeLease(passed, { lease: { ...LEASE, key: 'execution-3' }, identity: USER });
    expect(taken).toMatchObject({ canaryPassed: true, attemptsWithoutProgress: 3, state: 'running' });
  });

  test('by another person begins with a canary', () => {
    const taken = takeLease(passed, { lease: OTHER, identity: USER });
    expect(taken).toMatchObject({
      canaryPassed: false,
      workedBy: 'person-b',
      startedBy: 'person-a',
      lease: OTHER,
    });
    expect(seesTheSame(passed, { lease: OTHER, identity: USER })).toBe(false);
  });

  test('of a stopped job begins anew, with a canary and all its attempts', () => {
    const stopped = { ...passed, state: 'stopped' as const, problem: problemOf('apiOff') };
    expect(takeLease(stopped, { lease: LEASE, identity: USER })).toMatchObject({
      state: 'running',
      problem: null,
      canaryPassed: false,
      attemptsWithoutProgress: 0,
    });
  });

  test('keeps the identity of the job, through the taker’s own service account', () => {
    const asApp = { ...passed, identity: app('one@p.iam.gserviceaccount.com') };
    const mine = app('two@p.iam.gserviceaccount.com');
    expect(takeLease(asApp, { lease: OTHER, identity: mine }).identity).toEqual(mine);
    expect(takeLease(asApp, { lease: LEASE, identity: mine }).canaryPassed).toBe(false);
    expect(takeLease(asApp, { lease: LEASE, identity: USER }).identity).toEqual(asApp.identity);
  });
});

describe('whether a step may still write', () => {
  test.each([
    ['its own lease stands', RECORD, true],
    ['its lease was renewed', renewed(RECORD, NOW + 9), true],
    ['the job was paused meanwhile', { ...RECORD, state: 'paused' as const, lease: null }, true],
    ['nobody holds a running job', { ...RECORD, lease: null }, false],
    ['another execution took the lease', { ...RECORD, lease: { ...LEASE, key: 'execution-2' } }, false],
    ['another job is open', { ...RECORD, runId: 'run-99999999' }, false],
    [
      'another paused job is open',
      { ...RECORD, runId: 'run-99999999', state: 'paused' as const, lease: null },
      false,
    ],
  ])('%s', (_, stored, may) => {
    expect(isStillOwn(stored, RECORD)).toBe(may);
  });
});
