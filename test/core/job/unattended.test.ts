import { describe, expect, test } from '@jest/globals';
import {
  continueByTrigger,
  continueUnattended,
  RESCUE_MS,
  workUnattended,
} from '../../../src/core/job/unattended';
import { BUSY, DENIED, getsJob, KINDS, NO_TIME, NOW, OK, type GetsJob } from './gets-job.testing';

const ADMIN = { as: 'admin' } as const;
const MINUTE = 60_000;

/** A job that was begun in a sidebar that is closed by now. */
function left(names = 4): GetsJob {
  const job = getsJob(names);
  job.start(NO_TIME);
  job.now += 2 * MINUTE;
  return job;
}

/** Every request takes a second, and goes alone. */
function slow(job: GetsJob): GetsJob {
  job.batchSize = 1;
  job.latencyMs = 1_000;
  return job;
}

const report = () => undefined;

describe('working unattended', () => {
  test('takes step after step until all is done, reports each, and leaves no trigger', () => {
    const job = slow(left(30));
    const reports: string[] = [];
    const result = continueUnattended(KINDS, job.ports(), ({ end }) => reports.push(end));
    expect(result).toMatchObject({ end: 'done', goesOn: false, noTrigger: null });
    expect(reports).toEqual(['running', 'running', 'running', 'done']);
    expect(job.continuation.armedMs).toBeNull();
  });

  test('begins no step after four and a half minutes, and arms a trigger that goes on soon', () => {
    const job = slow(left(400));
    const from = job.now;
    const result = continueUnattended(KINDS, job.ports(), report);
    expect(result).toMatchObject({ end: 'running', goesOn: true, noTrigger: null });
    expect(job.now - from).toBeGreaterThanOrEqual(4.5 * MINUTE);
    expect(job.now - from).toBeLessThan(4.5 * MINUTE + 15_000);
    expect(job.continuation.armedMs).toBe(MINUTE);
  });

  test('arms the trigger before the first request: an execution that is killed cannot', () => {
    const job = left();
    const armed: (number | null)[] = [];
    job.workbook.before = (call) => {
      if (call === 'chat.send') armed.push(job.continuation.armedMs);
    };
    continueUnattended(KINDS, job.ports(), report);
    expect(armed[0]).toBe(RESCUE_MS);
  });

  test('waits for a rest that Google asked for, within the execution', () => {
    const job = left();
    const { rate } = job.record();
    job.change({ rate: { ...rate, restUntil: job.now + 30_000 } });
    expect(continueUnattended(KINDS, job.ports(), report).end).toBe('done');
    expect(job.slept.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(29_000);
  });

  test('does not sit out a rest that outlasts the execution', () => {
    const job = left();
    const { rate } = job.record();
    job.change({ rate: { ...rate, restUntil: job.now + 5 * MINUTE } });
    const from = job.now;
    expect(continueUnattended(KINDS, job.ports(), report)).toMatchObject({ end: 'running', goesOn: true });
    expect(job.now - from).toBeLessThan(MINUTE);
  });

  test('after a problem that may pass tries again later; after one that will not, not', () => {
    const passing = left(1);
    passing.answer = () => BUSY;
    expect(continueUnattended(KINDS, passing.ports(), report)).toMatchObject({
      end: 'stopped',
      goesOn: true,
    });
    expect(passing.continuation.armedMs).toBe(10 * MINUTE);
    const lasting = left();
    lasting.answer = () => DENIED;
    expect(continueUnattended(KINDS, lasting.ports(), report)).toMatchObject({
      end: 'stopped',
      goesOn: false,
    });
    expect(lasting.continuation.armedMs).toBeNull();
  });

  test('gives up after a day of passing problems', () => {
    const job = left(1);
    job.answer = () => BUSY;
    job.change({ startedAt: NOW - 24 * 60 * MINUTE });
    expect(continueUnattended(KINDS, job.ports(), report)).toMatchObject({ end: 'stopped', goesOn: false });
    expect(job.continuation.armedMs).toBeNull();
  });

  test.each(['refused', 'tooMany'] as const)(
    'says that nothing goes on by itself where a trigger is %s',
    (why) => {
      const job = slow(left(400));
      job.continuation.answer = why;
      expect(continueUnattended(KINDS, job.ports(), report)).toMatchObject({
        end: 'running',
        goesOn: false,
        noTrigger: why,
      });
    },
  );

  test('says nothing of triggers where the work is done without one', () => {
    const job = left();
    job.continuation.answer = 'refused';
    expect(continueUnattended(KINDS, job.ports(), report)).toMatchObject({ goesOn: false, noTrigger: null });
  });

  test('keeps the first trigger where the second was refused, and says so', () => {
    const job = slow(left(400));
    let arms = 0;
    const arm = job.continuation.arm.bind(job.continuation);
    job.continuation.arm = (afterMs) => (++arms === 1 ? arm(afterMs) : 'tooMany');
    expect(continueUnattended(KINDS, job.ports(), report)).toMatchObject({
      goesOn: true,
      noTrigger: 'tooMany',
    });
    expect(job.continuation.armedMs).toBe(RESCUE_MS);
  });

  test('never arms a trigger for privileged work', () => {
    const job = slow(getsJob(400));
    const ports = job.ports({ identity: ADMIN });
    const result = workUnattended(KINDS, ports, () => job.start({}, ports), report);
    expect(result).toMatchObject({ end: 'running', goesOn: false, noTrigger: null });
    expect(job.continuation.armedMs).toBeNull();
  });

  test('needs a job', () => {
    expect(() => continueUnattended(KINDS, getsJob().ports(), report)).toThrow('noJob');
  });
});

describe('the trigger', () => {
  test('goes on with a job whose sidebar is closed', () => {
    const job = left();
    continueByTrigger(KINDS, job.ports());
    expect(job.store.stored).toBeNull();
    expect(job.answers()).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  test('leaves a sidebar at work alone, and looks again in case it is closed', () => {
    const job = left();
    job.change({ lease: { owner: 'person-1', key: 'sidebar', at: job.now - MINUTE + 1 } });
    continueByTrigger(KINDS, job.ports());
    expect(job.sent).toEqual([]);
    expect(job.continuation.armedMs).toBe(RESCUE_MS);
    job.now += 1;
    continueByTrigger(KINDS, job.ports());
    expect(job.sent).toHaveLength(4);
  });

  test.each<[string, (job: GetsJob) => void]>([
    ['no job', (job) => (job.store.stored = null)],
    [
      'a paused job',
      (job) => {
        job.change({ state: 'paused', lease: null });
      },
    ],
    [
      'a job that stopped for good',
      (job) => {
        job.answer = () => DENIED;
        job.step();
      },
    ],
    [
      'running work as an admin',
      (job) => {
        job.change({ identity: ADMIN });
      },
    ],
    [
      'running work as the app',
      (job) => {
        job.change({ identity: { as: 'app', serviceAccount: 'bot@project.example.com' } });
      },
    ],
  ])('goes away, and asks nothing, where there is %s', (_, change) => {
    const job = left();
    change(job);
    job.sent.length = 0;
    job.continuation.armedMs = RESCUE_MS;
    job.now += 10 * MINUTE;
    // Even if the person's settings say otherwise: a trigger confirms nothing.
    continueByTrigger(
      KINDS,
      job.ports({ identity: job.store.stored === null ? { as: 'user' } : job.record().identity }),
    );
    expect(job.sent).toEqual([]);
    expect(job.continuation.armedMs).toBeNull();
  });

  test('takes up a job that stopped for a passing reason', () => {
    const job = left(1);
    job.answer = () => BUSY;
    continueUnattended(KINDS, job.ports(), report);
    job.answer = () => OK;
    job.now += 10 * MINUTE;
    continueByTrigger(KINDS, job.ports());
    expect(job.answers()).toEqual(['ok']);
  });

  test('asks as the user, though the identity that the settings confirm is another', () => {
    const job = left();
    continueByTrigger(KINDS, job.ports({ identity: ADMIN }));
    expect(new Set(job.sent.map(({ as }) => as))).toEqual(new Set(['user']));
  });

  test('survives a passing error of the platform without a mail, and stays', () => {
    const job = left();
    job.store.isLocked = true;
    expect(() => {
      continueByTrigger(KINDS, job.ports());
    }).not.toThrow();
    expect(job.continuation.armedMs).toBe(10 * MINUTE);
    job.store.isLocked = false;
    continueByTrigger(KINDS, job.ports());
    expect(job.store.stored).toBeNull();
  });

  test('goes away with an error that will not pass, and tells it', () => {
    const job = left();
    job.change({ kind: 'later' });
    expect(() => {
      continueByTrigger(KINDS, job.ports());
    }).toThrow('jobUnreadable');
    expect(job.continuation.armedMs).toBeNull();
  });
});
