import { describe, expect, test } from '@jest/globals';
import {
  cancelJob,
  openJob,
  pauseJob,
  showFirstAnswer,
  viewAfter,
  viewOf,
  wordsAfter,
  type ViewPorts,
} from '../../../src/core/job/control';
import type { JobKind } from '../../../src/core/job/kind';
import type { RosterChange } from '../../../src/core/contract';
import { STALE_MS } from '../../../src/core/job/lease';
import { getsJob, GETS_JOB, KINDS, NO_TIME, NOW, type GetsJob } from './gets-job.testing';

const PLACE = { row: 3, first: 4, last: 28, status: 5 };
/** The kind, with answers in columns D to AB. */
const ANSWERING: readonly JobKind[] = [
  { ...GETS_JOB, progress: (work) => ({ ...GETS_JOB.progress(work), answers: PLACE }) },
];
const CHANGE: RosterChange = {
  what: 'joined',
  space: 'spaces/AAAAspace0',
  member: 'Ada',
  text: 'Joined.',
};
const WITHOUT_TAB: readonly JobKind[] = [
  { ...GETS_JOB, progress: (work) => ({ ...GETS_JOB.progress(work), tab: null, answers: PLACE }) },
];

const runIdOf = (job: GetsJob): string => job.record().runId;
const begun = (): GetsJob => {
  const job = getsJob();
  job.start(NO_TIME);
  return job;
};

describe('the open job', () => {
  test('is none where nothing is stored', () => {
    const ports = getsJob().ports();
    expect(openJob(KINDS, ports)).toBeNull();
    expect(ports.notices).toEqual([]);
  });

  test('is shown with where it is, how far, as whom and since when', () => {
    const job = begun();
    expect(openJob(KINDS, job.ports())).toEqual({
      runId: runIdOf(job),
      kind: 'gets',
      as: 'user',
      state: 'running',
      tab: 'Names',
      tabId: job.table.id,
      columns: null,
      space: null,
      roster: null,
      comparison: null,
      changes: [],
      total: 4,
      done: 0,
      counts: null,
      rowsPerSecond: null,
      secondsLeft: null,
      startedAt: '2026-10-01T09:00:00.000Z',
      notBefore: null,
      foreign: false,
      parallel: true,
      problem: null,
      notices: [],
    });
  });

  test('is shown with its speed once something was done', () => {
    const job = begun();
    job.change({ workedMs: 2_000, work: { tab: job.table.id, total: 10, done: 4, secret: '' } });
    expect(openJob(KINDS, job.ports())).toMatchObject({ rowsPerSecond: 2, secondsLeft: 3 });
    job.change({ workedMs: 0 });
    expect(openJob(KINDS, job.ports())).toMatchObject({ rowsPerSecond: null, secondsLeft: null });
    job.change({ workedMs: 2_000, work: { tab: job.table.id, total: 3, done: 4, secret: '' } });
    expect(openJob(KINDS, job.ports())).toMatchObject({ secondsLeft: 0 });
  });

  test('says until when it rests, whether it is somebody else’s, and whether requests go one by one', () => {
    const job = begun();
    const { rate } = job.record();
    job.change({ rate: { ...rate, restUntil: NOW + 60_000 } });
    job.store.person = 'person-2';
    job.batchSize = 1;
    expect(openJob(KINDS, job.ports())).toMatchObject({
      notBefore: '2026-10-01T09:01:00.000Z',
      foreign: true,
      parallel: false,
    });
    job.now = NOW + 60_000;
    expect(openJob(KINDS, job.ports())?.notBefore).toBeNull();
  });

  test('of a tab that is gone has no name of a tab; why it stopped names the tab otherwise', () => {
    const job = begun();
    job.answer = () => ({ ok: false, failure: { at: 'network', message: '' } });
    job.change({ state: 'stopped', lease: null, problem: { ...job.ports().problemFrom(gone()) } });
    expect(openJob(KINDS, job.ports())?.problem?.code).toBe('sheetGone');
    job.workbook.tables.pop();
    expect(openJob(KINDS, job.ports())?.tab).toBe('');
  });

  test('has no speed before anything is done', () => {
    const job = begun();
    job.change({ workedMs: 2_000 });
    expect(openJob(KINDS, job.ports())).toMatchObject({ rowsPerSecond: null, secondsLeft: null });
  });

  test('says in which columns its answers stand, and what changed', () => {
    const job = begun();
    const changes = [CHANGE];
    const view = openJob(ANSWERING, { ...job.ports(), changes });
    expect(view).toMatchObject({ columns: { first: 'D', last: 'AB' }, changes });
    expect(view?.changes).not.toBe(changes);
  });

  test('of no tab shows none, and its problem names none', () => {
    const job = begun();
    job.change({ state: 'stopped', lease: null, problem: job.ports().problemFrom(gone()) });
    const told: unknown[] = [];
    const ports = job.ports();
    const tell: ViewPorts['problemText'] = (problem) => {
      told.push(problem.params.tab);
      return ports.problemText(problem);
    };
    const view = openJob(WITHOUT_TAB, { ...ports, problemText: tell });
    expect(view).toMatchObject({ tab: '', tabId: null });
    expect(told).toEqual([undefined]);
    openJob(KINDS, { ...ports, problemText: tell });
    expect(told).toEqual([undefined, 'Names']);
  });

  test('that is starting is shown as running', () => {
    const job = begun();
    job.change({ state: 'starting' });
    expect(openJob(KINDS, job.ports())?.state).toBe('running');
  });

  test('of an earlier version is ended with its markers, under the lock, and that is said', () => {
    const job = begun();
    job.store.stored = '{"version":1}';
    const ports = job.ports();
    let wasLocked: boolean | null = null;
    job.workbook.before = (call) => {
      if (call === 'store.remove') wasLocked = job.store.isLocked;
    };
    expect(openJob(KINDS, ports)).toBeNull();
    expect(job.store.stored).toBeNull();
    expect(job.markers()).toBe(0);
    expect(wasLocked).toBe(true);
    expect(ports.notices.map(({ code }) => code)).toEqual(['oldJobEnded']);
  });

  test.each([
    ['of a later version', (job: GetsJob) => (job.store.stored = '{"version":3}')],
    [
      'of a kind that is not known',
      (job: GetsJob) => {
        job.change({ kind: 'later' });
      },
    ],
  ])('%s is left alone, and that is said', (_, change) => {
    const job = begun();
    change(job);
    const { stored } = job.store;
    const ports = job.ports();
    expect(openJob(KINDS, ports)).toBeNull();
    expect(job.store.stored).toBe(stored);
    expect(job.markers()).toBe(4);
    expect(ports.notices.map(({ code }) => code)).toEqual(['jobNewer']);
  });
});

function gone(): Error {
  return Object.assign(new Error('Sheet 100 not found'), { name: 'Exception' });
}

describe('after a step', () => {
  test('that ended the job it is shown as done; after a cancel as stopped', () => {
    const job = getsJob();
    const result = job.start();
    expect(viewAfter(KINDS, job.ports(), result).state).toBe('done');
    expect(viewAfter(KINDS, job.ports(), { ...result, end: 'cancelled' }).state).toBe('stopped');
    expect(viewAfter(KINDS, job.ports(), { ...result, end: 'running' }).state).toBe('running');
  });

  test('the notices of the execution are shown', () => {
    const job = begun();
    const ports = job.ports();
    ports.notices.push({ ...ports.problemFrom(gone()) });
    expect(viewOf(KINDS, ports, job.record()).notices.map(({ code }) => code)).toEqual(['sheetGone']);
  });
});

describe('pausing', () => {
  test('keeps the job without a lease; it goes on where it was', () => {
    const job = begun();
    expect(pauseJob(KINDS, job.ports(), runIdOf(job)).state).toBe('paused');
    expect(job.record()).toMatchObject({ state: 'paused', lease: null });
    expect(job.step().end).toBe('done');
  });

  test('is refused to others while somebody works on the job, and possible once their lease is stale', () => {
    const job = begun();
    job.store.person = 'person-2';
    expect(() => pauseJob(KINDS, job.ports(), runIdOf(job))).toThrow('leaseHeld');
    expect(job.record().state).toBe('running');
    job.now += STALE_MS;
    expect(pauseJob(KINDS, job.ports(), runIdOf(job)).state).toBe('paused');
  });

  test('ends a job whose start was cut off', () => {
    const job = begun();
    job.change({ state: 'starting' });
    const runId = runIdOf(job);
    expect(() => pauseJob(KINDS, job.ports(), runId)).toThrow('noJob');
    expect(job.store.stored).toBeNull();
  });

  test('needs that job', () => {
    const job = begun();
    expect(() => pauseJob(KINDS, job.ports(), 'run-00000000')).toThrow('noJob');
    expect(() => pauseJob(KINDS, getsJob().ports(), 'run-00000000')).toThrow('noJob');
  });
});

describe('cancelling', () => {
  test('removes record and markers; answers stay', () => {
    const job = begun();
    job.batchSize = 1;
    job.latencyMs = 5_000;
    job.step();
    const { state, problem } = cancelJob(KINDS, job.ports(), runIdOf(job));
    expect({ state, problem }).toEqual({ state: 'stopped', problem: null });
    expect(job.store.stored).toBeNull();
    expect(job.markers()).toBe(0);
    expect(job.answers().filter((answer) => answer === 'ok').length).toBeGreaterThan(0);
  });

  test('ends the job also where its markers cannot be cleared, and says that they are left', () => {
    const job = begun();
    job.table.refusals = [
      { holds: () => true, message: 'You are trying to edit a protected cell or object.' },
    ];
    const { problem } = cancelJob(KINDS, job.ports(), runIdOf(job));
    expect(problem?.code).toBe('markersLeft');
    expect(job.store.stored).toBeNull();
    expect(job.markers()).toBe(4);
  });

  test('is refused to others while somebody works on the job', () => {
    const job = begun();
    job.store.person = 'person-2';
    expect(() => cancelJob(KINDS, job.ports(), runIdOf(job))).toThrow('leaseHeld');
    expect(job.markers()).toBe(4);
    job.now += STALE_MS;
    expect(cancelJob(KINDS, job.ports(), runIdOf(job)).state).toBe('stopped');
  });

  test.each(['pause', 'cancel'] as const)('%s happens under the lock', (what) => {
    const job = begun();
    const runId = runIdOf(job);
    const outside: string[] = [];
    job.workbook.before = (call) => {
      if (!job.store.isLocked && call !== 'store.locked' && call !== 'table.name') outside.push(call);
    };
    (what === 'pause' ? pauseJob : cancelJob)(KINDS, job.ports(), runId);
    expect(outside).toEqual([]);
  });
});

test('what a person is told after a step comes from the kind', () => {
  const job = getsJob();
  const result = job.start();
  expect(wordsAfter(KINDS, job.ports(), result)).toEqual({ progress: '4 of 4', done: 'all' });
});

describe('the view of the person at the sheet', () => {
  test('moves to the status of the first answer', () => {
    const job = begun();
    showFirstAnswer(ANSWERING, job.ports(), job.record());
    expect(job.workbook.shown).toEqual({
      table: job.table.id,
      areas: [{ row: 3, column: 5, rows: 1, columns: 1 }],
    });
  });

  test('stays where there are no answers, where the job has no tab, and where another tab is open', () => {
    const job = begun();
    showFirstAnswer(KINDS, job.ports(), job.record());
    showFirstAnswer(WITHOUT_TAB, job.ports(), job.record());
    const other = job.workbook.add('Other', []);
    const area = { row: 1, column: 1, rows: 1, columns: 1 };
    job.workbook.select(other, area, area);
    showFirstAnswer(ANSWERING, job.ports(), job.record());
    expect(job.workbook.shown).toBeNull();
  });
});
