import { describe, expect, test } from '@jest/globals';
import { problemOf, ProblemError } from '../../../src/core/chat/problem';
import {
  endOldRecord,
  endRecord,
  isKnown,
  kindOf,
  loadRecord,
  loadStored,
  newKey,
  newRunId,
  requireRecord,
  saveRecord,
} from '../../../src/core/job/open-job';
import { GETS_JOB, getsJob, KINDS, NO_TIME } from './gets-job.testing';

test.each([
  ['none', null],
  ['older', '{"version":1}'],
  ['newer', '{"version":3}'],
])('what is stored may be %s: then there is no record to go on with', (is, stored) => {
  const job = getsJob();
  job.store.stored = stored;
  expect(loadStored(job.ports()).is).toBe(is);
  expect(loadRecord(job.ports())).toBeNull();
  expect(() => requireRecord(job.ports(), 'run-00000000')).toThrow('noJob');
});

test('a record is found by its run id only', () => {
  const job = getsJob();
  job.start(NO_TIME);
  const { runId } = job.record();
  expect(requireRecord(job.ports(), runId).runId).toBe(runId);
  expect(() => requireRecord(job.ports(), 'run-00000000')).toThrow('noJob');
});

test('the kind of a record is known, or refused', () => {
  const job = getsJob();
  job.start(NO_TIME);
  const record = job.record();
  expect(isKnown(KINDS, record)).toBe(true);
  expect(kindOf(KINDS, record)).toBe(GETS_JOB);
  expect(isKnown(KINDS, { ...record, kind: 'other' })).toBe(false);
  expect(() => kindOf(KINDS, { ...record, kind: 'other' })).toThrow('jobUnreadable');
});

describe('ending an old record', () => {
  test('sweeps what every kind left, and says so', () => {
    const job = getsJob();
    job.start(NO_TIME);
    job.store.stored = 'not even JSON';
    const ports = job.ports();
    endOldRecord(KINDS, ports);
    expect({ stored: job.store.stored, markers: job.markers() }).toEqual({ stored: null, markers: 0 });
    expect(ports.notices).toEqual([problemOf('oldJobEnded')]);
  });

  test('says also what could not be swept', () => {
    const job = getsJob();
    job.start(NO_TIME);
    job.store.stored = '{"version":1}';
    job.table.refusals = [
      { holds: () => true, message: 'You are trying to edit a protected cell or object.' },
    ];
    const ports = job.ports();
    endOldRecord(KINDS, ports);
    expect(ports.notices.map(({ code }) => code)).toEqual(['oldJobEnded', 'markersLeft']);
    expect(job.store.stored).toBeNull();
  });

  test('leaves a record of this version alone', () => {
    const job = getsJob();
    job.start(NO_TIME);
    const { stored } = job.store;
    const ports = job.ports();
    endOldRecord(KINDS, ports);
    expect(job.store.stored).toBe(stored);
    expect(ports.notices).toEqual([]);
    expect(job.markers()).toBe(4);
  });
});

test('a record ends whatever its sweep throws, and says why markers are left', () => {
  const job = getsJob();
  job.start(NO_TIME);
  const left = endRecord(job.ports(), () => {
    throw new ProblemError(problemOf('sheetGone'));
  });
  expect(left).toEqual(problemOf('markersLeft', { reason: 'sheetGone' }));
  expect(job.store.stored).toBeNull();
  expect(endRecord(job.ports(), () => undefined)).toBeNull();
});

test('a record that would not fit into a property forgets what its kind can do without', () => {
  const job = getsJob();
  job.start(NO_TIME);
  const record = job.record();
  const withSecret = (length: number) => {
    saveRecord(job.store, GETS_JOB, {
      ...record,
      work: { tab: 1, total: 1, done: 0, secret: 'x'.repeat(length) },
    });
    return (job.record().work as { secret: string }).secret.length;
  };
  const bare = (withSecret(0), job.store.stored?.length ?? 0);
  expect(withSecret(8_800 - bare)).toBe(8_800 - bare);
  expect(withSecret(8_801 - bare)).toBe(0);
});

test('keys and run ids are letters and digits, drawn afresh each time', () => {
  const draws = [0, 0.999, 0.5];
  let at = 0;
  const random = { next: () => draws[at++ % draws.length] ?? 0 };
  expect(newRunId(random)).toBe('run-a9sa9sa9');
  expect(newKey(random)).toMatch(/^[a-z\d]{16}$/);
});
