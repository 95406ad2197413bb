import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { USER } from '../../../src/core/chat/identity';
import { problemOf, ProblemError } from '../../../src/core/chat/problem';
import type { ChatRequest, Failure } from '../../../src/core/ports';
import { Rate, readRateState, UNUSED, type RateState } from '../../../src/core/requests/rate';
import { MOST_ATTEMPTS } from '../../../src/core/requests/retry';
import { Runner, type Pause, type RequestPorts } from '../../../src/core/requests/runner';
import { apiFailure, FakeChat, START, type FakeChatOptions } from '../fake-chat.testing';
import { Gets, type Got } from './gets.testing';

const SPACES = 30;
const PEOPLE = Array.from({ length: 40 }, (_, n) => ({ id: `10000${n}` }));

function chatOf(options: FakeChatOptions = {}, spaces = SPACES): FakeChat {
  const all = Array.from({ length: spaces }, (_, n) => ({ id: `AAAA${n}`, members: PEOPLE }));
  return new FakeChat(all, { latencyMs: 100, ...options });
}

/** One person in each of so many spaces. */
const oneEach = (spaces: number) =>
  Array.from({ length: spaces }, (_, n) => `spaces/AAAA${n}/members/100001`);
/** So many people of one space. */
const manyIn = (space: string, people: number) =>
  Array.from({ length: people }, (_, n) => `spaces/${space}/members/10000${n}`);

interface Given {
  readonly state?: RateState;
  readonly canaryPassed?: boolean;
  readonly attempts?: number;
  readonly ports?: Partial<RequestPorts>;
}

function runnerOf(chat: FakeChat, names: readonly string[], given: Given = {}) {
  const rate = new Rate(given.state ?? UNUSED);
  const runner = new Runner<Got>({
    plan: new Gets(names),
    identity: USER,
    rate,
    ports: { ...chat.ports(), ...given.ports },
    canaryPassed: given.canaryPassed ?? false,
    attemptsWithoutProgress: given.attempts ?? 0,
  });
  return { runner, rate };
}

/** Runs to the end, resting where it must; ends with what is not a rest. */
function runOut(chat: FakeChat, runner: Runner<Got>): Pause {
  for (;;) {
    const pause = runner.run(Infinity, Infinity);
    if (pause.kind !== 'notBefore') return pause;
    chat.clock.sleep(pause.at - chat.now);
  }
}

interface Steps {
  readonly got: readonly Got[];
  readonly steps: number;
  /** How long each step took, in milliseconds. */
  readonly took: readonly number[];
  readonly end: Pause;
}

/** Works in steps of 9 s as a job does: each begins anew with what the record keeps, and asks what is still open. */
function runInSteps(chat: FakeChat, names: readonly string[], mostSteps: number): Steps {
  let state: RateState = UNUSED;
  let canaryPassed = false;
  let attempts = 0;
  const got: Got[] = [];
  const took: number[] = [];
  for (let steps = 1; ; steps++) {
    const since = chat.now;
    const open = names.filter((name) => !got.some((one) => one.name === name));
    const { runner, rate } = runnerOf(chat, open, { state, canaryPassed, attempts });
    const end = runner.run(since + 9_000, Infinity);
    const results = runner.take();
    got.push(...results);
    took.push(chat.now - since);
    state = readRateState(JSON.parse(JSON.stringify(rate.state(chat.now))), chat.now);
    canaryPassed = runner.hasCanaryPassed;
    attempts = results.length > 0 ? 0 : runner.fewestAttempts;
    if (end.kind === 'done' || end.kind === 'stopped' || steps === mostSteps)
      return { got, steps, took, end };
    chat.now = end.kind === 'notBefore' ? Math.max(end.at, chat.now) : chat.now + 1_000;
  }
}

const asksFor = (request: ChatRequest, part: string): boolean =>
  'name' in request && request.name.includes(part);

describe('a runner', () => {
  test('sends the first request alone, then many together', () => {
    const chat = chatOf();
    expect(runOut(chat, runnerOf(chat, oneEach(30)).runner)).toEqual({ kind: 'done' });
    expect(chat.times.map((time) => time - START)).toEqual([0, ...Array.from({ length: 29 }, () => 100)]);
  });

  test('stops after one request when the failure would meet every other one too', () => {
    const off = apiFailure(403, { status: 'PERMISSION_DENIED', reason: 'SERVICE_DISABLED', message: 'off' });
    const chat = chatOf({ fault: () => off });
    const { runner } = runnerOf(chat, oneEach(30));
    expect(runOut(chat, runner)).toMatchObject({ kind: 'stopped', problem: { code: 'apiOff' } });
    expect([chat.requests.length, runner.take().length]).toEqual([1, 0]);
  });

  test.each([[429], [500], [503]])('tries HTTP %i again until it passes', (status) => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (fails) => {
        const attempts = new Map<string, number>();
        const chat = chatOf({
          fault: (request, count) => {
            const key = JSON.stringify(request);
            const attempt = (attempts.get(key) ?? 0) + 1;
            attempts.set(key, attempt);
            return fails[count] === true && attempt < MOST_ATTEMPTS ? apiFailure(status) : null;
          },
        });
        const { runner } = runnerOf(chat, oneEach(30));
        expect(runOut(chat, runner)).toEqual({ kind: 'done' });
        expect(new Set(runner.take().map(({ code }) => code))).toEqual(new Set(['ok']));
      }),
      { numRuns: 30 },
    );
  });

  test('gives a request its problem after the last try, and goes on with the others', () => {
    const chat = chatOf({ fault: (request) => (asksFor(request, 'AAAA7/') ? apiFailure(500) : null) });
    const { runner } = runnerOf(chat, oneEach(30));
    expect(runOut(chat, runner)).toEqual({ kind: 'done' });
    const got = runner.take();
    expect(got).toHaveLength(30);
    expect(got.filter(({ code }) => code !== 'ok')).toEqual([
      { name: 'spaces/AAAA7/members/100001', code: 'serverError' },
    ]);
    expect(chat.requestsTo('AAAA7')).toBe(MOST_ATTEMPTS);
  });

  test('stops when one request after another fails for good', () => {
    const chat = chatOf({ fault: (_, count) => (count > 1 ? apiFailure(503) : null) });
    const { runner } = runnerOf(chat, oneEach(30));
    expect(runOut(chat, runner)).toMatchObject({ kind: 'stopped', problem: { code: 'unavailable' } });
    expect(runner.take().filter(({ code }) => code === 'unavailable').length).toBeGreaterThanOrEqual(20);
  });

  test('goes on while others are answered between those that fail for good', () => {
    const names = Array.from(
      { length: 400 },
      (_, n) => `spaces/AAAA1/members/${n}${n % 10 === 0 ? 'bad' : ''}`,
    );
    const members = names.map((name) => ({ id: name.split('/')[3] ?? '' }));
    const chat = new FakeChat([{ id: 'AAAA1', members }], {
      fault: (request) => (asksFor(request, 'bad') ? apiFailure(500) : null),
    });
    const { runner } = runnerOf(chat, names, { canaryPassed: true });
    expect(runOut(chat, runner)).toEqual({ kind: 'done' });
    expect(runner.take().filter(({ code }) => code === 'serverError')).toHaveLength(40);
  });

  test('tells no row that it failed when the network is gone: the job stops', () => {
    const chat = chatOf({ fault: (_, count) => (count > 5 ? 'lost' : null) });
    const { runner } = runnerOf(chat, oneEach(30));
    expect(runOut(chat, runner)).toMatchObject({ kind: 'stopped', problem: { code: 'networkDown' } });
    expect(runner.take().every(({ code }) => code === 'ok')).toBe(true);
  });

  test('ends when its time is over, and when enough results are at hand', () => {
    const chat = chatOf({ fault: (_, count) => (count > 40 ? apiFailure(500) : null) }, 300);
    const { runner } = runnerOf(chat, oneEach(300));
    expect(runner.run(Infinity, 10)).toEqual({ kind: 'more' });
    expect(runner.take().length).toBeGreaterThanOrEqual(10);
    expect(runner.run(START + 1_000, Infinity)).toEqual({ kind: 'more' });
    expect(runner.fewestAttempts).toBeGreaterThan(0);
  });
});

describe('a rest', () => {
  test('is as long as Google asks for, and is left to the caller', () => {
    const chat = chatOf({
      fault: (_, count) => (count === 1 ? apiFailure(429, { retryAfterSeconds: 4 }) : null),
    });
    const { runner, rate } = runnerOf(chat, oneEach(1));
    const pause = runner.run(Infinity, Infinity);
    expect(pause).toMatchObject({ kind: 'notBefore' });
    const at = pause.kind === 'notBefore' ? pause.at : 0;
    expect(at - START).toBeGreaterThanOrEqual(4_000);
    expect(at - START).toBeLessThan(5_000);
    expect(chat.sleeps).toEqual([]);
    expect(rate.state(chat.now).restUntil).toBe(Math.ceil(at));
    chat.now = at;
    expect(runner.run(Infinity, Infinity)).toEqual({ kind: 'done' });
  });

  test('of 15 refused gets costs a handful of sleeps, not thousands', () => {
    const refused = new Set<string>();
    const chat = chatOf({
      fault: (request) => {
        const isFirst = !refused.has(JSON.stringify(request));
        refused.add(JSON.stringify(request));
        return isFirst ? apiFailure(429, { retryAfterSeconds: 5 }) : null;
      },
    });
    const { runner } = runnerOf(chat, manyIn('AAAA1', 15), { canaryPassed: true });
    expect(runOut(chat, runner)).toEqual({ kind: 'done' });
    expect(chat.requests).toHaveLength(30);
    expect(chat.sleeps.length).toBeLessThanOrEqual(6);
  });

  test('is never a sleep of more than two seconds', () => {
    const chat = chatOf({ fault: (_, count) => (count % 7 === 0 ? apiFailure(503) : null) });
    const { runner } = runnerOf(chat, manyIn('AAAA1', 40));
    while (runner.run(Infinity, Infinity).kind !== 'done') chat.now += 3_000;
    expect(Math.max(...chat.sleeps)).toBeLessThanOrEqual(2_000);
  });
});

describe('what was answered', () => {
  test('is kept when the identity cannot send any more', () => {
    const chat = chatOf();
    let sends = 0;
    const broken: Partial<RequestPorts> = {
      chat: {
        batchSize: 10,
        fetchQuotaUsedUp: false,
        send(requests, identity, until) {
          sends += 1;
          if (sends > 2) throw new ProblemError(problemOf('tokenCreatorMissing'));
          return chat.send(requests, identity, until);
        },
      },
    };
    const { runner } = runnerOf(chat, oneEach(30), { ports: broken });
    expect(runOut(chat, runner)).toMatchObject({ kind: 'stopped', problem: { code: 'tokenCreatorMissing' } });
    expect(runner.take()).toHaveLength(11);
  });

  test('is kept when a set of requests fails as a whole, and is not asked for again', () => {
    const chat = chatOf({ fault: (_, count) => (count > 1 && count <= 30 ? 'lost' : null) });
    const { runner } = runnerOf(chat, oneEach(30));
    expect(runOut(chat, runner)).toEqual({ kind: 'done' });
    expect(runner.take()).toHaveLength(30);
    expect(chat.gets().filter((name) => name === oneEach(1)[0])).toHaveLength(1);
  });

  test('is kept when one of the same round stops the job', () => {
    const stop = apiFailure(403, { reason: 'SERVICE_DISABLED' });
    const chat = chatOf({ fault: (request) => (asksFor(request, 'AAAA9/') ? stop : null) });
    const { runner } = runnerOf(chat, oneEach(30));
    expect(runOut(chat, runner)).toMatchObject({ kind: 'stopped', problem: { code: 'apiOff' } });
    expect(runner.take()).toHaveLength(29);
  });
});

describe('the canary', () => {
  const ownProblems: readonly (readonly [string, Failure | 'hang'])[] = [
    ['HTTP 500', apiFailure(500)],
    ['HTTP 503', apiFailure(503)],
    ['HTTP 504', apiFailure(504)],
    ['HTTP 429', apiFailure(429)],
    ['garbage', { at: 'body', httpStatus: 200, message: '<html>' }],
    ['a hang', 'hang'],
  ];

  test.each(ownProblems)('that meets %s is followed by one in another space', (_, fault) => {
    const chat = chatOf({ fault: (request) => (asksFor(request, 'AAAA0/') ? fault : null) });
    const names = [...oneEach(20), 'spaces/AAAA0/members/100002'];
    const { got, end } = runInSteps(chat, names, 12);
    expect(end).toEqual({ kind: 'done' });
    expect(got.filter(({ code }) => code === 'ok')).toHaveLength(19);
    // The failing space comes last.
    expect(got.slice(19).map(({ name }) => name)).toEqual(
      expect.arrayContaining([names[0], names[names.length - 1]]),
    );
  });

  test('stops the job when the other one fails too, after a bounded number of requests', () => {
    const chat = chatOf({ fault: () => apiFailure(500) });
    const { runner } = runnerOf(chat, oneEach(30));
    expect(runOut(chat, runner)).toMatchObject({ kind: 'stopped', problem: { code: 'serverError' } });
    expect(runner.take()).toEqual([]);
    expect(new Set(chat.gets()).size).toBe(2);
    expect(chat.requests.length).toBeLessThanOrEqual(2 * MOST_ATTEMPTS);
  });

  test('stops the job where there is no other space', () => {
    const chat = chatOf({ fault: () => apiFailure(500) });
    const { runner } = runnerOf(chat, manyIn('AAAA1', 10));
    expect(runOut(chat, runner)).toMatchObject({ kind: 'stopped', problem: { code: 'serverError' } });
    expect(chat.requests).toHaveLength(MOST_ATTEMPTS);
  });

  test('is the only one while the network is gone', () => {
    const chat = chatOf({ fault: () => 'lost' });
    const { runner } = runnerOf(chat, oneEach(30));
    expect(runOut(chat, runner)).toMatchObject({ kind: 'stopped', problem: { code: 'networkDown' } });
    expect(new Set(chat.gets()).size).toBe(1);
  });

  test('of the next step is not the space that failed', () => {
    const chat = chatOf({ fault: (request) => (asksFor(request, 'AAAA0/') ? 'hang' : null) });
    const { end } = runInSteps(chat, oneEach(3), 2);
    expect(end).not.toMatchObject({ kind: 'stopped' });
    expect(chat.gets()[1]).not.toBe(chat.gets()[0]);
  });
});

describe('a request that hangs', () => {
  const hanging = (...parts: readonly string[]): FakeChatOptions => ({
    fault: (request) => (parts.some((part) => asksFor(request, part)) ? 'hang' : null),
  });

  test.each([
    ['among many spaces', [...oneEach(30), 'spaces/AAAA3/members/100007'], 'AAAA3/members/100007'],
    ['among many people of one space', manyIn('AAAA1', 40), 'AAAA1/members/1000013'],
    ['in first place', manyIn('AAAA1', 40), 'AAAA1/members/100000'],
  ])('costs no other answer: %s', (_, names, bad) => {
    const chat = chatOf(hanging(bad));
    const { got, took, end } = runInSteps(chat, names, 12);
    expect(end).toEqual({ kind: 'done' });
    expect(got).toHaveLength(names.length);
    expect(got.filter(({ code }) => code !== 'ok')).toEqual([{ name: `spaces/${bad}`, code: 'timeout' }]);
    // One hang a step at most: together with others, then alone.
    expect(Math.max(...took)).toBeLessThan(9_000 + 60_000 + 2_000);
    expect(took.filter((milliseconds) => milliseconds >= 60_000).length).toBeLessThanOrEqual(4);
  });

  test('holds back no other row, whichever hang', () => {
    const asked = Array.from({ length: 40 }, (_, n) => `spaces/AAAA1/members/20${n + 10}`);
    const members = asked.map((name) => ({ id: name.split('/')[3] ?? '' }));
    const pairs = asked.flatMap((one, at) => asked.slice(at).map((other) => new Set([one, other])));
    const wrong = pairs.flatMap((bad) => {
      const chat = new FakeChat([{ id: 'AAAA1', members }], { latencyMs: 100, ...hanging(...bad) });
      const { got, end } = runInSteps(chat, asked, 30);
      const answered = got.filter(({ code }) => code === 'ok').length;
      return end.kind === 'done' && answered === asked.length - bad.size ? [] : [[...bad]];
    });
    expect(wrong).toEqual([]);
  });

  test('is told by the time that it took, whatever the language of its message', () => {
    const message = 'Se agotó el tiempo de espera: https://chat.example/';
    const chat = chatOf();
    const names = manyIn('AAAA1', 5);
    const slow: Partial<RequestPorts> = {
      chat: {
        batchSize: 200,
        fetchQuotaUsedUp: false,
        send(requests, identity, until) {
          if (!requests.some((request) => asksFor(request, '100003')))
            return chat.send(requests, identity, until);
          chat.now += 60_000;
          const shared = requests.length > 1 ? ({ shared: true } as const) : {};
          return requests.map(() => ({ ok: false, failure: { at: 'network', message, ...shared } }));
        },
      },
    };
    const { runner } = runnerOf(chat, names, { ports: slow });
    expect(runOut(chat, runner)).toEqual({ kind: 'done' });
    expect(runner.take().filter(({ code }) => code !== 'ok')).toEqual([
      { name: names[3], code: 'networkDown' },
    ]);
  });

  test('stops the job when nothing else happens any more', () => {
    const chat = chatOf({ fault: (_, count) => (count > 5 ? 'hang' : null) });
    const { end, took } = runInSteps(chat, oneEach(30), 30);
    expect(end).toMatchObject({ kind: 'stopped', problem: { code: 'timeout' } });
    expect(took.filter((milliseconds) => milliseconds >= 60_000).length).toBeLessThanOrEqual(6);
  });

  test('is not begun where it could outlive the execution', () => {
    const chat = chatOf();
    const { runner } = runnerOf(chat, oneEach(5), { ports: { deadline: chat.now + 50_000 } });
    expect(runner.run(Infinity, Infinity)).toEqual({ kind: 'more' });
    expect(chat.requests).toEqual([]);
  });
});

describe('a set of requests that fails as a whole at once', () => {
  test('is taken apart until the one at fault is alone', () => {
    const chat = chatOf({ fault: (request) => (asksFor(request, 'AAAA7/') ? 'lost' : null) }, 500);
    const { runner } = runnerOf(chat, oneEach(500));
    expect(runOut(chat, runner)).toMatchObject({ kind: 'stopped', problem: { code: 'networkDown' } });
    expect(runner.take().filter(({ code }) => code === 'ok')).toHaveLength(499);
    expect(chat.rounds).toBeLessThan(50);
    // A set that failed is not sent again at once.
    expect(chat.sleeps.length).toBeGreaterThan(10);
  });

  test('is not spoilt again by the one that has failed alone', () => {
    const names = Array.from({ length: 300 }, (_, n) => `spaces/AAAA1/members/${n}${n === 7 ? 'bad' : ''}`);
    const members = names.map((name) => ({ id: name.split('/')[3] ?? '' }));
    const chat = new FakeChat([{ id: 'AAAA1', members }], {
      latencyMs: 100,
      fault: (request) => (asksFor(request, 'bad') ? 'lost' : null),
    });
    const { runner } = runnerOf(chat, names, { canaryPassed: true });
    runOut(chat, runner);
    expect(runner.take()).toHaveLength(299);
    const together = chat.times
      .filter((_, index) => chat.gets()[index]?.endsWith('bad'))
      .map((time) => chat.times.filter((one) => one === time).length);
    const first = together.indexOf(1);
    expect(first).toBeGreaterThan(0);
    expect(new Set(together.slice(first))).toEqual(new Set([1]));
  });

  test('goes one by one when the day’s quota is used up', () => {
    const chat = chatOf();
    const usedUp: Partial<RequestPorts> = {
      chat: {
        get batchSize() {
          return chat.batchSize;
        },
        fetchQuotaUsedUp: false,
        send(requests, identity, until) {
          if (requests.length === 1) return chat.send(requests, identity, until);
          chat.fetchQuotaUsedUp = true;
          return requests.map(() => 'notSent');
        },
      },
    };
    const { runner, rate } = runnerOf(chat, oneEach(30), { ports: usedUp });
    expect(runOut(chat, runner)).toEqual({ kind: 'done' });
    expect([chat.rounds, runner.take().length]).toEqual([30, 30]);
    // What was not sent does not count.
    expect(rate.projectLeft(chat.now)).toBe(3_000 - 30);
  });
});

describe('the limits', () => {
  test('let one space be read at most 15 times a second, also across steps', () => {
    const chat = chatOf({ latencyMs: 20 });
    const { end } = runInSteps(chat, manyIn('AAAA1', 40).concat(manyIn('AAAA2', 40)), 20);
    expect(end).toEqual({ kind: 'done' });
    for (const space of ['AAAA1', 'AAAA2']) {
      const times = chat.times.filter((_, index) => {
        const request = chat.requests[index];
        return request !== undefined && asksFor(request, `${space}/`);
      });
      expect(times).toHaveLength(40);
      for (const time of times)
        expect(times.filter((one) => one >= time && one < time + 1_000).length).toBeLessThanOrEqual(15);
    }
  });

  test('let 10,000 single gets take within 2% of what Google allows', () => {
    const chat = chatOf({ latencyMs: 0 }, 10_000);
    const { runner } = runnerOf(chat, oneEach(10_000));
    expect(runOut(chat, runner)).toEqual({ kind: 'done' });
    const { times } = chat;
    for (let from = START; from < chat.now; from += 500)
      expect(times.filter((time) => time >= from && time < from + 60_000).length).toBeLessThanOrEqual(3_000);
    // 3,000 at once, then 3,000 each minute.
    expect(chat.now - START).toBeLessThanOrEqual(180_000 * 1.02);
  });

  test('let up to 200 go together, and fewer when rounds are slow', () => {
    const quick = chatOf({}, 1_000);
    runOut(quick, runnerOf(quick, oneEach(1_000)).runner);
    expect(quick.rounds).toBeLessThanOrEqual(8);
    const slow = chatOf({ latencyMs: 5_000 }, 1_000);
    const { runner } = runnerOf(slow, oneEach(1_000));
    runner.run(START + 21_000, Infinity);
    expect(slow.times.filter((time) => time === slow.times[slow.times.length - 1]).length).toBeLessThan(30);
  });
});
