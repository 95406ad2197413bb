import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { USER } from '../../../src/core/chat/identity';
import {
  count,
  leaseHeldBy,
  newRecord,
  NO_COUNTS,
  readRecord,
  STALE_MS,
  viewOf,
  writeRecord,
} from '../../../src/core/job/record';
import { UNUSED } from '../../../src/core/requests/rate';
import { problemOf } from '../../../src/core/chat/problem';
import type { SpaceMemory } from '../../../src/core/look-up/space-memory';

const NOW = Date.UTC(2026, 9, 1, 9);
const LEASE = { owner: 'person-a', key: 'execution-1', at: NOW };
const GIVEN = { runId: 'run-0a1b2c3d', sheetId: 7, tab: 'People', space: '', identity: USER, total: 40 };
const RECORD = newRecord(GIVEN, LEASE);

const memory = (space: string, token: string | null): SpaceMemory => ({
  space,
  pages: 3,
  token,
  listing: 'open',
  groups: false,
  currentUserListed: false,
  readable: true,
  addressless: false,
  listProblem: null,
});

describe('the record of a job', () => {
  test('reads back as it was written', () => {
    const record = {
      ...RECORD,
      state: 'stopped' as const,
      counts: { member: 3, invited: 1, notMember: 2, unchecked: 0 },
      problem: problemOf('apiOff', { project: '12345' }),
      rate: { ...UNUSED, since: NOW, reads: [12], restUntil: NOW + 5_000 },
      workedBy: 'person-b',
      spaces: [memory('AAAA1', 'token-1')],
    };
    expect(readRecord(writeRecord(record), NOW)).toEqual(record);
  });

  test('is not trusted when a hand or another version has changed it', () => {
    const changed = fc.record({ key: fc.constantFrom(...Object.keys(RECORD)), value: fc.jsonValue() });
    fc.assert(
      fc.property(changed, ({ key, value }) => {
        const read = readRecord(JSON.stringify({ ...RECORD, [key]: value }), NOW);
        if (read === null) return;
        expect(readRecord(writeRecord(read), NOW)).toEqual(read);
        expect(() => viewOf(read, { owner: 'x', parallel: true, problemText: () => null })).not.toThrow();
      }),
    );
    expect(readRecord(null, NOW)).toBeNull();
    expect(readRecord('{"version":2}', NOW)).toBeNull();
    expect(readRecord('not JSON', NOW)).toBeNull();
    expect(readRecord(JSON.stringify({ ...RECORD, runId: 'run-1; DROP' }), NOW)).toBeNull();
  });

  test('fits into one property however many spaces are under way, and keeps cut listings first', () => {
    const spaces = [
      ...Array.from({ length: 500 }, (_, n) => memory(`AAAA${n}`, null)),
      memory('BBBB1', 'token'),
    ];
    const text = writeRecord({ ...RECORD, spaces });
    expect(text.length).toBeLessThan(9_216);
    expect(readRecord(text, NOW)?.spaces[0]).toEqual(memory('BBBB1', 'token'));
  });

  test('forgets page tokens after half an hour', () => {
    const text = writeRecord({ ...RECORD, spaces: [memory('AAAA1', 'token')] });
    expect(readRecord(text, NOW + 29 * 60_000)?.spaces).toHaveLength(1);
    expect(readRecord(text, NOW + 30 * 60_000)?.spaces).toEqual([]);
  });

  test('never lets a job rest for longer than a lease lasts', () => {
    const text = JSON.stringify({ ...RECORD, rate: { ...UNUSED, restUntil: NOW * 2 } });
    expect(readRecord(text, NOW)?.rate.restUntil).toBe(NOW + STALE_MS);
  });
});

describe('the lease', () => {
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
});

describe('the view of a job', () => {
  test('tells rate and time left from the time spent in steps', () => {
    const counts = count(NO_COUNTS, ['member', 'member', 'notMember', 'unchecked', 'invited']);
    const view = viewOf(
      { ...RECORD, state: 'running', counts, workedMs: 2_500 },
      { owner: 'person-b', parallel: true, problemText: () => null },
    );
    expect(view).toMatchObject({
      state: 'running',
      done: 5,
      rowsPerSecond: 2,
      secondsLeft: 17.5,
      foreign: true,
    });
  });

  test('does not guess before anything was answered', () => {
    const view = viewOf(RECORD, { owner: 'person-a', parallel: false, problemText: () => null });
    expect(view).toMatchObject({
      state: 'running',
      done: 0,
      rowsPerSecond: null,
      secondsLeft: null,
      foreign: false,
    });
  });
});
