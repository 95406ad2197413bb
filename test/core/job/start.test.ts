import { describe, expect, test } from '@jest/globals';
import { STALE_MS } from '../../../src/core/job/lease';
import { startJob } from '../../../src/core/job/start';
import { GETS_JOB, getsJob, KINDS, NO_TIME, NOW, type GetsJob } from './gets-job.testing';

const PROTECTED = { holds: () => true, message: 'You are trying to edit a protected cell or object.' };

describe('a start', () => {
  test('stores the record first, then writes, so that nothing is left behind without a record', () => {
    const job = getsJob();
    const stored: (string | undefined)[] = [];
    job.workbook.before = (call) => {
      if (call === 'table.write')
        stored.push((JSON.parse(job.store.stored ?? '{}') as { state?: string }).state);
    };
    job.start(NO_TIME);
    expect(stored[0]).toBe('starting');
    expect(job.record()).toMatchObject({
      state: 'running',
      startedBy: 'person-1',
      workedBy: 'person-1',
      startedAt: NOW,
      kind: 'gets',
    });
    expect(job.markers()).toBe(4);
  });

  test('happens under the lock', () => {
    const job = getsJob();
    const outside: string[] = [];
    job.workbook.before = (call) => {
      if (!job.store.isLocked && call !== 'store.locked') outside.push(call);
    };
    startJob(KINDS, job.ports(), () => ({
      kind: GETS_JOB,
      state: { tab: job.table.id, total: 4, done: 0, secret: '' },
      launch: ({ runId, identity, startedAt }) => {
        job.table.flush();
        const run = { runId, identity, startedAt, currentUser: { me: null }, ports: job.ports() };
        return GETS_JOB.open({ tab: job.table.id, total: 4, done: 0, secret: '' }, run)!;
      },
    }));
    expect(outside).toEqual([]);
  });

  test('that fails leaves no record and no marker, and tells its own failure', () => {
    const job = getsJob();
    job.table.refusals = [PROTECTED];
    expect(() => job.start()).toThrow('protected cell');
    expect({ stored: job.store.stored, markers: job.markers() }).toEqual({ stored: null, markers: 0 });
  });

  test('that fails later sweeps the markers it had written', () => {
    const job = getsJob();
    let saves = 0;
    job.workbook.before = (call) => {
      if (call === 'store.save' && ++saves === 2) throw new Error('Service unavailable');
    };
    expect(() => job.start()).toThrow('Service unavailable');
    expect({ stored: job.store.stored, markers: job.markers() }).toEqual({ stored: null, markers: 0 });
  });
});

describe('a start while a job is open', () => {
  const begun = (): GetsJob => {
    const job = getsJob();
    job.start(NO_TIME);
    return job;
  };

  test.each(['running', 'paused', 'stopped'] as const)('that is %s is refused, whoever left it', (state) => {
    const job = begun();
    job.change({ state, lease: null });
    const { stored } = job.store;
    expect(() => job.start()).toThrow('jobOpen');
    job.now += 24 * 60 * 60_000;
    expect(() => job.start()).toThrow('jobOpen');
    expect(job.store.stored).toBe(stored);
    expect(job.markers()).toBe(4);
  });

  test('that another person works on says who holds it', () => {
    const job = begun();
    job.store.person = 'person-2';
    expect(() => job.start()).toThrow('leaseHeld');
    job.now += STALE_MS;
    expect(() => job.start()).toThrow('jobOpen');
  });

  test('whose own start was cut off makes way', () => {
    const job = begun();
    const { runId } = job.record();
    job.change({ state: 'starting' });
    job.start(NO_TIME);
    expect(job.record().runId).not.toBe(runId);
    expect(job.markers()).toBe(4);
  });

  test('whose start was cut off and whose markers cannot be swept makes way too, and that is said', () => {
    const job = begun();
    job.change({ state: 'starting' });
    job.table.refusals = [PROTECTED];
    const ports = job.ports();
    expect(() => job.start({}, ports)).toThrow('protected cell');
    expect(ports.notices.map(({ code }) => code)).toEqual(['markersLeft']);
  });

  test('of an earlier version makes way, and that is said', () => {
    const job = begun();
    job.store.stored = '{"version":1}';
    const ports = job.ports();
    job.start(NO_TIME, ports);
    expect(ports.notices.map(({ code }) => code)).toEqual(['oldJobEnded']);
    expect(job.record().state).toBe('running');
  });

  test.each([
    ['a later version', (job: GetsJob) => (job.store.stored = '{"version":3}')],
    [
      'an unknown kind',
      (job: GetsJob) => {
        job.change({ kind: 'later' });
      },
    ],
  ])('of %s is refused and left alone', (_, change) => {
    const job = begun();
    change(job);
    const { stored } = job.store;
    expect(() => job.start()).toThrow('jobNewer');
    expect(job.store.stored).toBe(stored);
  });
});
