import { describe, expect, test } from '@jest/globals';
import { STALE_MS } from '../../../src/core/job/lease';
import type { Run } from '../../../src/core/job/kind';
import { stepJob } from '../../../src/core/job/step';
import {
  BUSY,
  DENIED,
  GETS_JOB,
  getsJob,
  KINDS,
  MARKER,
  NO_TIME,
  NOW,
  OK,
  type GetsJob,
} from './gets-job.testing';
import { codeOf } from '../problem.testing';

const ADMIN = { as: 'admin' } as const;

/** Another execution does something right before the first call of a port with this name. */
function before(job: GetsJob, call: string, act: () => void, count = 1): void {
  let seen = 0;
  job.workbook.before = (name) => {
    if (name !== call || ++seen < count) return;
    job.workbook.before = () => undefined;
    act();
  };
}

describe('a step', () => {
  test('asks what is open, writes it, and removes the record once nothing is left', () => {
    const job = getsJob();
    expect(job.start().end).toBe('done');
    expect(job.answers()).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(job.store.stored).toBeNull();
    expect(job.sent.map(({ as }) => as)).toEqual(['user', 'user', 'user', 'user']);
  });

  test('ends after 9 seconds of sending and leaves the rest to the next one', () => {
    const job = getsJob(30);
    job.batchSize = 1;
    job.latencyMs = 1_000;
    const first = job.start();
    expect(first.end).toBe('running');
    expect(job.sent).toHaveLength(9);
    expect(job.now - NOW).toBe(9_000);
    expect(job.answers().filter((answer) => answer === 'ok')).toHaveLength(9);
    expect(job.record()).toMatchObject({ state: 'running', workedMs: 9_000, canaryPassed: true });
    expect(job.step().end).toBe('running');
    expect(job.sent).toHaveLength(18);
    expect(job.record().workedMs).toBe(18_000);
  });

  test('writes at least every 5 seconds', () => {
    const job = getsJob(30);
    job.batchSize = 1;
    job.latencyMs = 1_000;
    const written: number[] = [];
    job.workbook.before = (call) => {
      if (call === 'store.save') written.push(job.now - NOW);
    };
    job.start();
    expect(written.filter((at) => at > 0)).toContain(5_000);
  });

  test('looks for more only until 11 seconds', () => {
    const job = getsJob(2);
    job.latencyMs = 11_000;
    expect(job.start().end).toBe('running');
    expect(job.answers()).toEqual(['ok', '']);
    expect(job.sent).toHaveLength(1);
  });

  test('that is told to send nothing sends nothing, and keeps the job', () => {
    const job = getsJob();
    job.start(NO_TIME);
    expect(job.sent).toEqual([]);
    expect(job.record()).toMatchObject({ state: 'running', workedMs: 0 });
    expect(job.record().lease?.owner).toBe(job.store.person);
  });

  test('stops with what would meet every other request too; what is open stays open', () => {
    const job = getsJob();
    job.answer = () => DENIED;
    const { end, record } = job.start();
    expect(end).toBe('stopped');
    expect(record.problem?.code).toBe('apiOff');
    expect(job.record()).toMatchObject({ state: 'stopped', lease: null, problem: { code: 'apiOff' } });
    expect(job.answers()).toEqual(['', '', '', '']);
  });

  test('stops with what the sheet throws, and keeps the record', () => {
    const job = getsJob();
    job.start(NO_TIME);
    before(job, 'table.flush', () => {
      throw Object.assign(new Error('Service Spreadsheets timed out'), { name: 'Exception' });
    });
    expect(job.step().end).toBe('stopped');
    expect(job.record().state).toBe('stopped');
  });

  test('of a record that its kind cannot read stops and says so', () => {
    const job = getsJob();
    job.start(NO_TIME);
    job.change({ work: { forged: true } });
    expect(job.step().record.problem?.code).toBe('jobUnreadable');
  });

  test('remembers in the record how often nothing came back', () => {
    const job = getsJob(1);
    job.answer = () => BUSY;
    job.latencyMs = 4_000;
    job.start();
    const once = job.record().attemptsWithoutProgress;
    expect(once).toBeGreaterThan(0);
    job.now = Math.max(job.now, job.record().rate.restUntil);
    job.step();
    expect(job.record().attemptsWithoutProgress).toBeGreaterThan(once);
    job.answer = () => OK;
    job.now = Math.max(job.now, job.record().rate.restUntil);
    expect(job.step().end).toBe('done');
  });

  test('forgets the failed attempts once a result came back', () => {
    const job = getsJob(2);
    job.batchSize = 1;
    job.answer = (name) => (name.endsWith('10') ? OK : BUSY);
    job.latencyMs = 4_000;
    job.start();
    expect(job.answers()).toEqual(['ok', '']);
    expect(job.record().attemptsWithoutProgress).toBe(0);
  });
});

describe('a write', () => {
  test.each([
    ['was cancelled', (job: GetsJob) => (job.store.stored = null)],
    [
      'was taken over: the lease has another key',
      (job: GetsJob) => {
        job.change({ lease: { owner: job.store.person, key: 'of-another-execution', at: job.now } });
      },
    ],
    [
      'is another job by now',
      (job: GetsJob) => {
        job.change({ runId: 'run-zzzzzzzz' });
      },
    ],
  ])('does not happen once the job %s', (_, change) => {
    const job = getsJob();
    job.start(NO_TIME);
    before(job, 'chat.send', () => {
      change(job);
    });
    const { end } = job.step();
    expect(end).toBe('cancelled');
    expect(job.answers()).toEqual(['', '', '', '']);
    expect(job.store.stored ?? '').not.toContain('"done":4');
  });

  test('and a last change of the record do not happen once the job was taken over', () => {
    const job = getsJob();
    job.start(NO_TIME);
    job.answer = () => DENIED;
    let taken = '';
    before(job, 'chat.send', () => {
      job.change({ lease: { owner: 'person-2', key: 'of-another-execution', at: job.now } });
      taken = job.store.stored ?? '';
    });
    expect(job.step().end).toBe('cancelled');
    expect(job.store.stored).toBe(taken);
  });

  test('happens under the lock of the document, and so does every change of the record', () => {
    const job = getsJob();
    const outside: string[] = [];
    job.workbook.before = (call) => {
      const needsLock = call === 'table.write' || call === 'store.save' || call === 'store.remove';
      if (needsLock && !job.store.isLocked) outside.push(call);
    };
    job.latencyMs = 10_000;
    job.start();
    job.latencyMs = 10;
    job.step();
    expect(job.store.stored).toBeNull();
    expect(outside).toEqual([]);
  });

  test('of a job that was paused meanwhile happens; then the step ends and the job stays paused', () => {
    const job = getsJob();
    job.latencyMs = 10_000;
    job.start(NO_TIME);
    before(job, 'chat.send', () => {
      job.change({ state: 'paused', lease: null });
    });
    expect(job.step().end).toBe('paused');
    expect(job.answers().filter((answer) => answer === 'ok')).toHaveLength(1);
    expect(job.record()).toMatchObject({ state: 'paused', lease: null });
    job.latencyMs = 10;
    expect(job.step().end).toBe('done');
  });

  test('of a paused job that was the last one ends the job', () => {
    const job = getsJob(1);
    job.start(NO_TIME);
    before(job, 'chat.send', () => {
      job.change({ state: 'paused', lease: null });
    });
    expect(job.step().end).toBe('done');
    expect(job.store.stored).toBeNull();
  });
});

describe('taking up a job', () => {
  test('is refused while another person works on it, and allowed once their lease is stale', () => {
    const job = getsJob();
    job.start(NO_TIME);
    job.store.person = 'person-2';
    expect(codeOf(() => job.step())).toBe('leaseHeld');
    job.now += STALE_MS;
    expect(job.step().end).toBe('done');
  });

  test('needs a job: none, and another one, are refused', () => {
    const job = getsJob();
    expect(codeOf(() => stepJob(KINDS, job.ports(), 'run-00000000'))).toBe('noJob');
    job.start(NO_TIME);
    expect(codeOf(() => stepJob(KINDS, job.ports(), 'run-00000000'))).toBe('noJob');
  });

  test('ends a job whose start was cut off, and its markers', () => {
    const job = getsJob();
    job.start(NO_TIME);
    job.change({ state: 'starting' });
    expect(codeOf(() => job.step())).toBe('noJob');
    expect(job.store.stored).toBeNull();
    expect(job.markers()).toBe(0);
  });

  test('keeps what the same person remembered, and forgets it for another one', () => {
    const job = getsJob();
    job.start(NO_TIME);
    job.step(NO_TIME);
    expect(job.record().work).toMatchObject({ secret: 'of the starter' });
    job.store.person = 'person-2';
    job.now += STALE_MS;
    job.step(NO_TIME);
    expect(job.record()).toMatchObject({ workedBy: 'person-2', work: { secret: '' } });
  });

  test.each([
    ['the starter knows', 'person-1', null],
    ['somebody else does not know', 'person-2', 'meChanged'],
  ])('by %s who is meant by `me`', (_, person, code) => {
    const job = getsJob();
    job.start(NO_TIME);
    job.store.person = person;
    job.now += STALE_MS;
    const asksMe = {
      ...GETS_JOB,
      open: (state: unknown, run: Run) => {
        expect(run.currentUser.me).toBe('me@example.com');
        return GETS_JOB.open(state, run);
      },
    };
    const { record } = stepJob([asksMe], job.ports(), job.record().runId, NO_TIME);
    expect(record.problem?.code ?? null).toBe(code);
  });

  test('of privileged work needs that identity confirmed, and a further yes for the work of another', () => {
    const job = getsJob();
    job.start(NO_TIME, job.ports({ identity: ADMIN }));
    expect(job.record().identity).toEqual(ADMIN);
    expect(codeOf(() => job.step())).toBe('notConfirmed');
    expect(job.step(NO_TIME, job.ports({ identity: ADMIN })).end).toBe('running');
    job.store.person = 'person-2';
    job.now += STALE_MS;
    expect(codeOf(() => job.step({}, job.ports({ identity: ADMIN })))).toBe('takeOverUnconfirmed');
    expect(codeOf(() => job.step({ takeOver: true }))).toBe('notConfirmed');
    expect(job.sent).toEqual([]);
    expect(job.step({ ...NO_TIME, takeOver: true }, job.ports({ identity: ADMIN })).end).toBe('running');
    // It is theirs by now: asked once.
    expect(job.step({}, job.ports({ identity: ADMIN })).end).toBe('done');
    expect(new Set(job.sent.map(({ as }) => as))).toEqual(new Set(['admin']));
  });

  test('goes on as whom the job asks, whatever this person has chosen meanwhile', () => {
    const job = getsJob();
    job.start(NO_TIME);
    expect(job.step({}, job.ports({ identity: ADMIN })).end).toBe('done');
    expect(new Set(job.sent.map(({ as }) => as))).toEqual(new Set(['user']));
  });

  test('after it has stopped asks one request alone first', () => {
    const job = getsJob();
    job.start(NO_TIME);
    job.change({ state: 'stopped', lease: null, canaryPassed: true, attemptsWithoutProgress: 3 });
    const rounds: number[] = [];
    const ports = job.ports();
    const { chat } = ports;
    job.step(
      {},
      {
        ...ports,
        chat: {
          ...chat,
          send: (requests, ...rest) => {
            rounds.push(requests.length);
            return chat.send(requests, ...rest);
          },
        },
      },
    );
    expect(rounds).toEqual([1, 3]);
  });
});

test('the marker of the job kind under test is what a start writes', () => {
  const job = getsJob(2);
  job.start(NO_TIME);
  expect(job.table.grid().map(([, , marker]) => marker)).toEqual([MARKER, MARKER]);
});
