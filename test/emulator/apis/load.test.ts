/** Quotas, faults on purpose, and what is counted. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { Counter } from './counter';
import { openGoogle } from './open';
import { Quota } from './quota';
import { movableClock, type Clock } from '../clock';
import { DEFAULT_SCENARIO, type Faults, type Scenario } from '../scenario/scenario';
import { generatedWorkspace } from '../workspace/generated';
import { START } from '../../emulator.testing';
import { type Body, infoOf, openGoogleEnvironment, refusal, type GoogleEnvironment } from './google.testing';

let environment: GoogleEnvironment;
afterEach(() => (environment as GoogleEnvironment | undefined)?.close());

const space = (index: number): string => `/v1/spaces/AAQA${String(index).padStart(7, '0')}`;

async function open(scenario: Partial<Scenario> = {}, spaces = 3, seed = 1): Promise<void> {
  environment = await openGoogleEnvironment(
    scenario,
    generatedWorkspace({ spaces, membersPerSpace: 2 }),
    seed,
  );
}

const faults = (some: Partial<Faults>): Partial<Scenario> => ({
  faults: { ...DEFAULT_SCENARIO.faults, ...some },
});

/** Asks without letting time pass; gives the status of each answer, 0 where there was none. */
async function statuses(paths: readonly string[]): Promise<number[]> {
  const { url, tokens } = environment.apis;
  return await Promise.all(
    paths.map((path) =>
      fetch(url + path, { headers: { authorization: `Bearer ${tokens.user}` } }).then(
        async (response) => {
          await response.text();
          return response.status;
        },
        () => 0,
      ),
    ),
  );
}

const times = (count: number, path: string): string[] => Array.from({ length: count }, () => path);
const tally = (all: readonly number[]): Record<number, number> =>
  all.reduce<Record<number, number>>((sum, one) => ({ ...sum, [one]: (sum[one] ?? 0) + 1 }), {});

describe('quotas', () => {
  test('a space is read fifteen times a second, by whatever method', async () => {
    await open();
    const mixed = [
      ...times(6, `${space(0)}/members`),
      ...times(5, `${space(0)}/members/2000000000`),
      ...times(5, space(0)),
    ];
    expect(tally(await statuses(mixed))).toEqual({ 200: 15, 429: 1 });
    expect(await statuses([space(1)])).toEqual([200]);
    environment.clock.advance(999);
    expect(await statuses([space(0)])).toEqual([429]);
    environment.clock.advance(1);
    expect(await statuses([space(0)])).toEqual([200]);
  });

  test('where it is paced, who waits for each answer is held up instead of refused, and whoever asks beside it is refused', async () => {
    const time = movableClock(START);
    let letGo = (): void => undefined;
    const clock: Clock = {
      now: () => time.now(),
      sleep: async (milliseconds) => {
        if (milliseconds > 0) await new Promise<void>((resolve) => (letGo = resolve));
        time.advance(milliseconds);
      },
    };
    const workspace = generatedWorkspace({ spaces: 1, membersPerSpace: 2 });
    const apis = await openGoogle({
      workspace,
      scenario: DEFAULT_SCENARIO,
      clock,
      port: 0,
      seed: 1,
      paced: true,
    });
    const ask = async () => {
      const headers = { authorization: `Bearer ${apis.tokens.user}` };
      return (await fetch(apis.url + space(0), { headers })).status;
    };
    for (let turn = 0; turn < 15; turn++) expect(await ask()).toBe(200);
    const held = ask();
    while (apis.counts().rounds < 16) await new Promise(setImmediate);
    expect(await ask()).toBe(429);
    letGo();
    expect(await held).toBe(200);
    await apis.close();
  });

  test('a project reads memberships three thousand times a minute, and spaces as often', () => {
    const clock = movableClock(START);
    const quota = new Quota(clock);
    const read = (count: number) => Array.from({ length: count }, () => quota.admit('memberships', null));
    expect(read(3000)).not.toContain(false);
    expect(quota.admit('memberships', null)).toBe(false);
    expect(quota.admit('spaces', null)).toBe(true);
    clock.advance(59_999);
    expect(quota.admit('memberships', null)).toBe(false);
    clock.advance(1);
    expect(quota.admit('memberships', null)).toBe(true);
  });

  test.each([
    [true, '1'],
    [false, null],
  ])('a refusal carries Retry-After or not: %s', async (retryAfter, header) => {
    await open(faults({ retryAfter }));
    await statuses(times(15, space(0)));
    const { url, tokens } = environment.apis;
    const response = await fetch(url + space(0), { headers: { authorization: `Bearer ${tokens.user}` } });
    expect(response.headers.get('retry-after')).toBe(header);
    const answer = { body: (await response.json()) as Body };
    expect(refusal(answer)).toBe('429 RESOURCE_EXHAUSTED Resource has been exhausted (e.g. check quota).');
    expect(infoOf(answer)?.reason).toBe('RATE_LIMIT_EXCEEDED');
  });
});

describe('faults', () => {
  test.each([
    [{ http429: 1 }, 429],
    [{ http500: 1 }, 500],
    [{ http503: 1 }, 503],
    [{ reset: 1 }, 0],
    [{ garbage: 1 }, 200],
    [{ truncated: 1 }, 200],
  ])('%j: %i', async (some, status) => {
    await open(faults(some));
    expect(await statuses([space(0)])).toEqual([status]);
    expect(environment.apis.counts()).toMatchObject({ requests: 1, faulted: 1 });
  });

  test('503 says so in Google’s words', async () => {
    await open(faults({ http503: 1 }));
    expect(refusal(await environment.ask(space(0)))).toBe(
      '503 UNAVAILABLE The service is currently unavailable.',
    );
  });

  test('garbage is a page, and a truncated body is JSON that ends too soon', async () => {
    await open(faults({ garbage: 1 }));
    expect((await environment.ask(space(0))).text).toMatch(/^<!doctype html>/);
    await environment.close();
    await open(faults({ truncated: 1 }));
    await expect(environment.ask(space(0))).rejects.toThrow(SyntaxError);
  });

  test('come in their shares', async () => {
    await open(faults({ http429: 0.1, http500: 0.1, http503: 0.1, reset: 0.1 }), 200);
    const all = tally(await statuses(Array.from({ length: 1000 }, (_, index) => space(index % 200))));
    for (const status of [429, 500, 503, 0]) {
      expect(all[status]).toBeGreaterThan(60);
      expect(all[status]).toBeLessThan(140);
    }
    expect(all[200]).toBeGreaterThan(520);
  });

  test('are the same again with the same seed, in whatever order requests arrive, and others with another', async () => {
    const paths = Array.from({ length: 120 }, (_, index) => space(index % 40));
    const run = async (seed: number, asked: readonly string[]) => {
      await open(faults({ http500: 0.5 }), 40, seed);
      const result = await statuses(asked);
      const { log } = environment.apis.counts();
      await environment.close();
      expect(result).toHaveLength(log.length);
      return log.map(({ line, status }) => `${line} ${status}`).sort();
    };
    const first = await run(1, paths);
    expect(await run(1, [...paths].reverse())).toEqual(first);
    expect(await run(2, paths)).not.toEqual(first);
    await open();
  });

  test('a network that fails midway lets two requests through, and fails anew when it is set again', async () => {
    await open({ faultPresets: ['network-down-midway'] });
    const one = async () => (await statuses([space(0)]))[0];
    expect([await one(), await one(), await one()]).toEqual([200, 200, 0]);
    environment.apis.setScenario({ ...DEFAULT_SCENARIO, faultPresets: ['network-down-midway'] });
    expect([await one(), await one(), await one()]).toEqual([200, 200, 0]);
  });

  test('latency is on the clock of the emulator', async () => {
    await open({ latencyMs: 150 });
    const before = environment.clock.now();
    await statuses([space(0)]);
    expect(environment.clock.now() - before).toBe(150);
  });
});

describe('what is counted', () => {
  const served = (line: string, status: number, spoilt = false) => ({
    line,
    as: 'user',
    status,
    method: 'm',
    spoilt,
  });

  test('every request, by method, with who asked and what came', async () => {
    await open();
    await environment.ask(space(0));
    await environment.ask(`${space(0)}/members?pageSize=1`);
    await environment.ask('/nowhere', { token: null });
    expect(environment.apis.counts()).toEqual({
      requests: 3,
      rounds: 3,
      faulted: 0,
      retries: 0,
      byMethod: { 'chat.spaces.get': 1, 'chat.spaces.members.list': 1, none: 1 },
      log: [
        { line: `GET ${space(0)}`, as: 'user', status: 200 },
        { line: `GET ${space(0)}/members?pageSize=1`, as: 'user', status: 200 },
        { line: 'GET /nowhere', as: 'nobody', status: 404 },
      ],
    });
    environment.apis.resetCounts();
    expect(environment.apis.counts()).toMatchObject({ requests: 0, rounds: 0, byMethod: {}, log: [] });
  });

  test('a round is what is in flight together', () => {
    const counter = new Counter();
    counter.begin();
    counter.begin();
    counter.end(served('a', 200));
    counter.begin();
    counter.end(served('b', 200));
    counter.end(served('c', 200));
    counter.begin();
    counter.end(served('d', 200));
    expect(counter.counts()).toMatchObject({ requests: 4, rounds: 2 });
  });

  test('a retry is a request that repeats a failed one, once for each failure', () => {
    const counter = new Counter();
    const one = (line: string, status: number, spoilt = false) => {
      counter.begin();
      counter.end(served(line, status, spoilt));
    };
    one('a', 429);
    one('b', 200);
    one('a', 500);
    one('a', 200);
    one('a', 200);
    one('c', 0, true);
    one('c', 404);
    one('c', 404);
    expect(counter.counts()).toMatchObject({ requests: 8, faulted: 3, retries: 3 });
  });
});
