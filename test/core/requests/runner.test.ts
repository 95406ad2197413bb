import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { USER } from '../../../src/core/chat/identity';
import { Runner } from '../../../src/core/requests/runner';
import { planLookUps } from '../../../src/core/look-up/plan';
import type { ChatPort, ChatRequest, Outcome } from '../../../src/core/ports';
import { Rate, UNUSED } from '../../../src/core/requests/rate';
import { delayBeforeRetry, MOST_ATTEMPTS } from '../../../src/core/requests/retry';
import { FakeChat } from '../fake-chat.testing';

const START = Date.UTC(2026, 9, 1, 9);
const PEOPLE = Array.from({ length: 40 }, (_, n) => ({ id: `10000${n}` }));
const SPACES = Array.from({ length: 30 }, (_, n) => ({ id: `AAAA${n}`, members: PEOPLE }));

/** A Chat API that answers every request after 100 ms, some with failures, and notes when each came. */
class SlowChat implements ChatPort {
  now = START;
  readonly seen: { readonly at: number; readonly request: ChatRequest }[] = [];
  readonly batchSize = 50;
  readonly clock = { now: () => this.now, sleep: (milliseconds: number) => void (this.now += milliseconds) };
  private readonly chat = new FakeChat(SPACES);

  constructor(private readonly fail: (count: number, request: ChatRequest) => Outcome | null) {}

  send(requests: readonly ChatRequest[]): readonly Outcome[] {
    const outcomes = requests.map((request) => {
      this.seen.push({ at: this.now, request });
      return this.fail(this.seen.length, request) ?? this.chat.answer(request);
    });
    this.now += 100;
    return outcomes;
  }
}

const failure = (httpStatus: number, retryAfterSeconds?: number): Outcome => ({
  ok: false,
  failure: {
    at: 'api',
    httpStatus,
    message: 'Please try again.',
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  },
});
const network: Outcome = {
  ok: false,
  failure: { at: 'network', message: 'Address unavailable: https://chat.example' },
};

function lookUps(chat: SlowChat, spaces = 30) {
  const questions = SPACES.slice(0, spaces).map((space) => ({ space: space.id, member: '100001' }));
  let seed = 1;
  const random = { next: () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647 };
  return new Runner(
    planLookUps(questions, USER),
    USER,
    new Rate(UNUSED),
    { chat, clock: chat.clock, random },
    false,
    0,
  );
}

describe('look-ups', () => {
  test('send the first request alone, then many together', () => {
    const chat = new SlowChat(() => null);
    expect(lookUps(chat).run(Infinity, Infinity)).toEqual({ kind: 'done' });
    expect(chat.seen.map((one) => one.at - START)).toEqual([0, ...Array.from({ length: 29 }, () => 100)]);
  });

  test('stop after one request when the failure would meet every other one too', () => {
    const denied: Outcome = {
      ok: false,
      failure: {
        at: 'api',
        httpStatus: 403,
        status: 'PERMISSION_DENIED',
        reason: 'SERVICE_DISABLED',
        message: 'off',
      },
    };
    const chat = new SlowChat(() => denied);
    const work = lookUps(chat);
    expect(work.run(Infinity, Infinity)).toMatchObject({ kind: 'stopped', problem: { code: 'apiOff' } });
    expect([chat.seen.length, work.take().length]).toEqual([1, 0]);
  });

  test.each([[429], [500], [503]])('try HTTP %i again until it passes', (status) => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (fails) => {
        const attempts = new Map<string, number>();
        const chat = new SlowChat((count, request) => {
          const key = JSON.stringify(request);
          attempts.set(key, (attempts.get(key) ?? 0) + 1);
          return fails[count] === true && (attempts.get(key) ?? 0) < MOST_ATTEMPTS ? failure(status) : null;
        });
        const work = lookUps(chat);
        expect(work.run(Infinity, Infinity)).toEqual({ kind: 'done' });
        expect(work.take().every((one) => one.verdict.kind === 'member')).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('give a row its problem after the last try, and go on with the others', () => {
    const chat = new SlowChat((_, request) =>
      request.method === 'spaces.members.get' && request.name.includes('AAAA7/') ? failure(500) : null,
    );
    const work = lookUps(chat);
    expect(work.run(Infinity, Infinity)).toEqual({ kind: 'done' });
    const kinds = work.take().map((one) => one.verdict.kind);
    expect(kinds.filter((kind) => kind === 'unchecked')).toHaveLength(1);
    expect(kinds).toHaveLength(30);
    const attempts = chat.seen.filter(
      ({ request }) => request.method === 'spaces.members.get' && request.name.includes('AAAA7/'),
    );
    expect(attempts).toHaveLength(MOST_ATTEMPTS);
  });

  test('tell no row that it failed when the network is gone: the job stops', () => {
    const chat = new SlowChat((count) => (count > 5 ? network : null));
    const work = lookUps(chat);
    expect(work.run(Infinity, Infinity)).toMatchObject({ kind: 'stopped', problem: { code: 'networkDown' } });
    expect(work.take().every((one) => one.verdict.kind === 'member')).toBe(true);
  });

  test('wait as long as Google asks', () => {
    const chat = new SlowChat((count) => (count === 1 ? failure(429, 4) : null));
    lookUps(chat, 1).run(Infinity, Infinity);
    expect((chat.seen[1]?.at ?? 0) - START).toBeGreaterThanOrEqual(4_000);
  });

  test('end at their time and remember the rest that Google asked for', () => {
    const chat = new SlowChat(() => failure(429, 60));
    const rate = new Rate(UNUSED);
    const plan = planLookUps([{ space: 'AAAA1', member: '100001' }], USER);
    const random = { next: () => 0.5 };
    const work = new Runner(plan, USER, rate, { chat, clock: chat.clock, random }, true, 0);
    expect(work.run(START + 9_000, Infinity)).toEqual({ kind: 'more' });
    expect(chat.now).toBe(START + 9_000);
    expect(rate.state(chat.now).restUntil).toBeGreaterThanOrEqual(START + 60_000);
    expect(work.fewestAttempts).toBe(1);
  });

  test('read one space at most 15 times a second and the project 3,000 times a minute', () => {
    const unlisted = new SlowChat((_, request) =>
      request.method === 'spaces.members.list' ? failure(400) : null,
    );
    const questions = PEOPLE.map((one) => ({ space: 'AAAA1', member: one.id }));
    const ports = { chat: unlisted, clock: unlisted.clock, random: { next: () => 0.5 } };
    new Runner(planLookUps(questions, USER), USER, new Rate(UNUSED), ports, true, 0).run(Infinity, Infinity);
    const times = unlisted.seen.map((one) => one.at);
    for (const time of times)
      expect(times.filter((one) => one >= time && one < time + 1_000).length).toBeLessThanOrEqual(15);

    const rate = new Rate(UNUSED);
    const sent: number[] = [];
    for (let now = START; now < START + 200_000; now += 100) {
      for (let n = Math.min(50, rate.projectLeft(now)); n > 0; n--) {
        rate.take(`AAAA${sent.length}`, now);
        sent.push(now);
      }
    }
    for (let from = START; from < START + 140_000; from += 500) {
      expect(sent.filter((time) => time >= from && time < from + 60_000).length).toBeLessThanOrEqual(3_000);
    }
    expect(sent.length).toBeGreaterThanOrEqual(9_000);
  });
});

describe('the limits', () => {
  test('are kept across steps', () => {
    const first = new Rate(UNUSED);
    for (let n = 0; n < 3_000; n++) first.take(`AAAA${n}`, START);
    const second = new Rate(first.state(START + 1_000));
    expect(second.projectLeft(START + 1_000)).toBe(0);
    expect(second.nextAt(START + 1_000)).toBe(START + 65_000);
    expect(second.projectLeft(START + 65_000)).toBe(3_000);
  });
});

describe('the delay before another try', () => {
  test('grows up to two seconds with full jitter', () => {
    expect([1, 2, 3, 4, 5, 9].map((attempts) => delayBeforeRetry(attempts, 0.5, undefined))).toEqual([
      100, 200, 400, 800, 1_000, 1_000,
    ]);
    expect(delayBeforeRetry(5, 0, undefined)).toBe(0);
  });

  test('is never shorter than what Google asks for', () => {
    expect(delayBeforeRetry(1, 0, 7)).toBe(7_000);
    expect(delayBeforeRetry(1, 0.5, -3)).toBe(100);
  });
});
