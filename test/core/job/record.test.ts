import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { USER } from '../../../src/core/chat/identity';
import { problemOf } from '../../../src/core/chat/problem';
import { newRecord, readRecord, writeRecord, type JobRecord } from '../../../src/core/job/record';
import { UNUSED } from '../../../src/core/requests/rate';

const NOW = Date.UTC(2026, 9, 1, 9);
const LEASE = { owner: 'person-a', key: 'execution-1', at: NOW };
const RECORD = newRecord({ runId: 'run-0a1b2c3d', kind: 'look-up', identity: USER, work: { tab: 7 } }, LEASE);

/** Any record that can be written. */
const records: fc.Arbitrary<JobRecord> = fc.record({
  version: fc.constant(2 as const),
  runId: fc.stringMatching(/^run-[a-z\d]{8}$/),
  kind: fc.string({ maxLength: 20 }),
  identity: fc.constantFrom(
    USER,
    { as: 'admin' } as const,
    { as: 'app', serviceAccount: 'bot@project.iam.gserviceaccount.com' } as const,
  ),
  startedBy: fc.string({ maxLength: 40 }),
  startedAt: fc.nat(),
  state: fc.constantFrom('starting', 'running', 'paused', 'stopped'),
  lease: fc.option(fc.record({ owner: fc.string(), key: fc.string(), at: fc.nat() })),
  problem: fc.option(
    fc.constantFrom(problemOf('apiOff', { project: '12345' }), problemOf('leaseHeld', { since: 'x' })),
  ),
  canaryPassed: fc.boolean(),
  attemptsWithoutProgress: fc.nat(),
  rate: fc.constant(UNUSED),
  workedBy: fc.string({ maxLength: 40 }),
  workedMs: fc.nat(),
  work: fc.constantFrom<unknown>({ tab: 7 }, null, [1, 2]),
});

/** Each field with a value that it cannot hold. */
const BROKEN: Readonly<Partial<Record<keyof JobRecord, unknown>>> = {
  runId: 'run-1; DROP',
  kind: 7,
  identity: { as: 'root' },
  startedBy: null,
  startedAt: 'yesterday',
  state: 'asleep',
};

describe('the record of a job', () => {
  test('reads back as it was written', () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(readRecord(writeRecord(record), NOW)).toEqual({ is: 'record', record });
      }),
    );
  });

  test('is not read when a hand has changed what it cannot do without', () => {
    const fields = fc.constantFrom(...(Object.keys(BROKEN) as (keyof JobRecord)[]));
    fc.assert(
      fc.property(records, fields, (record, key) => {
        expect(readRecord(JSON.stringify({ ...record, [key]: BROKEN[key] }), NOW)).toEqual({ is: 'older' });
      }),
    );
  });

  test.each<[keyof JobRecord, unknown, unknown]>([
    ['lease', 'mine', null],
    ['problem', { code: 'noSuchCode' }, null],
    ['canaryPassed', 'yes', false],
    ['attemptsWithoutProgress', -1, 0],
    ['workedBy', 7, ''],
    ['workedMs', null, 0],
    ['rate', 'fast', UNUSED],
  ])('reads %s as unset when it is not what it should be', (key, broken, unset) => {
    const read = readRecord(JSON.stringify({ ...RECORD, [key]: broken }), NOW);
    expect(read).toMatchObject({ is: 'record', record: { [key]: unset } });
  });

  test.each([
    ['nothing', null, 'none'],
    ['an empty text', '', 'none'],
    ['no JSON', 'not JSON', 'older'],
    ['a record of an earlier version', JSON.stringify({ ...RECORD, version: 1 }), 'older'],
    ['a record of a later version', JSON.stringify({ ...RECORD, version: 3 }), 'newer'],
  ])('tells %s', (_, stored, is) => {
    expect(readRecord(stored, NOW).is).toBe(is);
  });

  test('keeps a problem without what was typed and without Google’s own words', () => {
    const problem = problemOf('unknown', { value: 'ada@example.com', caller: 'user' }, 'Ada is unknown');
    const text = writeRecord({ ...RECORD, problem });
    expect(text).not.toMatch(/ada/i);
    expect(readRecord(text, NOW)).toMatchObject({ record: { problem: { params: { caller: 'user' } } } });
  });
});
