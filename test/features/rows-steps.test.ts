import { afterEach, describe, expect, test } from '@jest/globals';
import type { JobView } from '../../src/core/contract';
import { movableClock, type MovableClock } from '../emulator/clock';
import { withFaultPreset } from '../emulator/scenario/fault-presets';
import { DEFAULT_SCENARIO } from '../emulator/scenario/scenario';
import { logOf } from './front-door.testing';
import {
  askJob,
  finish,
  leftovers,
  openJob,
  openRows,
  peopleIn,
  rowsByKey,
  runSidebar,
  type RowsEnvironment,
} from './rows.testing';
import { START, type EnvironmentOptions } from '../emulator.testing';

const environments: RowsEnvironment[] = [];

async function open(
  spaces: number,
  people: number,
  options: EnvironmentOptions = {},
): Promise<RowsEnvironment> {
  const { workspace, rows } = peopleIn(spaces, people);
  const environment = await openRows(rows, { workspace, ...options });
  environments.push(environment);
  return environment;
}

afterEach(async () => {
  await Promise.all(environments.splice(0).map((environment) => environment.close()));
});

const ONE_BY_ONE = { refusedScopes: ['script.external_request'] };

/** Runs a job to its end or for so many steps, and gives the milliseconds that each of its executions took by the clock. */
async function timesOf({ emulator, clock }: RowsEnvironment, steps = 50): Promise<readonly number[]> {
  const times: number[] = [];
  const timed = async (work: Promise<JobView>): Promise<JobView> => {
    const before = clock.now();
    const view = await work;
    times.push(clock.now() - before);
    return view;
  };
  let view = await timed(askJob(emulator, 'sidebarStartJob', ''));
  while (view.state === 'running' && times.length < steps)
    view = await timed(askJob(emulator, 'sidebarStepJob', view.runId));
  return times;
}

/** A clock that does something the n-th time that anybody waits on it: in the middle of a step, while an answer is under way. */
function clockThat(does: () => Promise<unknown>, atWait: number): MovableClock {
  const clock = movableClock(START);
  let waits = 0;
  return {
    ...clock,
    sleep: async (milliseconds, since) => {
      await clock.sleep(milliseconds, since);
      waits += 1;
      if (waits === atWait) await does();
    },
  };
}

describe('a step', () => {
  test.each([
    ['a slow network', withFaultPreset(DEFAULT_SCENARIO, 'slow-network'), 5],
    [
      'a slow network and no requests side by side',
      { ...withFaultPreset(DEFAULT_SCENARIO, 'slow-network'), ...ONE_BY_ONE },
      5,
    ],
    ['answers that take 5 s', { latencyMs: 5_000, ...ONE_BY_ONE }, 4],
    ['too many requests', withFaultPreset(DEFAULT_SCENARIO, 'rate-limited'), 4],
    ['rough weather', { ...withFaultPreset(DEFAULT_SCENARIO, 'rough-weather'), latencyMs: 1_500 }, 5],
  ])('takes at most 15 s: %s', async (_, scenario, steps) => {
    const times = await timesOf(await open(8, 12, { scenario }), steps);
    expect(times.every((time) => time <= 15_000)).toBe(true);
    expect(Math.max(...times)).toBeGreaterThan(1_000);
  });

  test('writes what it has and ends when the job is paused meanwhile; Continue asks nothing again', async () => {
    const clock = clockThat(async () => {
      const runId = (await openJob(environment.emulator))?.runId ?? '';
      expect((await askJob(environment.emulator, 'sidebarPauseJob', runId)).state).toBe('paused');
    }, 3);
    const environment: RowsEnvironment = await open(6, 5, {
      clock,
      scenario: { latencyMs: 2_000, ...ONE_BY_ONE },
    });
    const paused = await askJob(environment.emulator, 'sidebarStartJob', '');
    expect(paused.state).toBe('paused');
    expect(paused.done).toBeGreaterThan(0);
    expect(rowsByKey(environment.emulator).filter((row) => row.answered)).toHaveLength(paused.done);
    expect((await openJob(environment.emulator))?.state).toBe('paused');
    expect(
      await finish(environment.emulator, await askJob(environment.emulator, 'sidebarStepJob', paused.runId)),
    ).toMatchObject({ state: 'done', done: 30 });
    const lines = environment.apis.counts().log.map(({ line }) => line);
    expect(new Set(lines).size).toBe(lines.length);
  });

  test('ends when the job is cancelled meanwhile, and writes no more', async () => {
    const clock = clockThat(async () => {
      const runId = (await openJob(environment.emulator))?.runId ?? '';
      await askJob(environment.emulator, 'sidebarCancelJob', runId);
    }, 2);
    const environment: RowsEnvironment = await open(6, 5, {
      clock,
      scenario: { latencyMs: 2_000, ...ONE_BY_ONE },
    });
    const view = await askJob(environment.emulator, 'sidebarStartJob', '');
    expect(view.state).toBe('stopped');
    expect(rowsByKey(environment.emulator).some((row) => row.answered)).toBe(false);
    expect(leftovers(environment.emulator)).toEqual([]);
  });
});

describe('a job without the sidebar', () => {
  test('is continued from the menu', async () => {
    const environment = await open(6, 5, { scenario: { latencyMs: 4_000, ...ONE_BY_ONE } });
    expect((await askJob(environment.emulator, 'sidebarStartJob', '')).state).toBe('running');
    const { outcome } = await environment.emulator.run({ function: 'continueLookUp', entry: 'menu' });
    expect(outcome).toBe('completed');
    expect(rowsByKey(environment.emulator).every((row) => row.answered)).toBe(true);
    expect(leftovers(environment.emulator)).toEqual([]);
  });

  test('tells its progress in the editor’s log, and is carried on by triggers that remove themselves', async () => {
    const environment = await open(40, 5, { scenario: { latencyMs: 9_000, ...ONE_BY_ONE } });
    const { emulator, clock } = environment;
    const started = clock.now();
    const first = await emulator.run({ function: 'lookUp', entry: 'editor' });
    expect(first.outcome).toBe('completed');
    expect(clock.now() - started).toBeLessThan(6 * 60_000);
    expect(logOf(first)).toContain('of 200 rows');
    expect(emulator.stores.triggers()).toHaveLength(1);
    const handlers: string[] = [];
    while (emulator.stores.triggers().length > 0 && handlers.length < 10) {
      handlers.push(...emulator.stores.triggers().map(({ handler }) => handler));
      clock.advance(60_000);
      const fired = await emulator.fireDueTriggers();
      expect(fired.map(({ outcome }) => outcome)).toEqual(['completed']);
    }
    expect(new Set(handlers)).toEqual(new Set(['continueOnTrigger']));
    expect(rowsByKey(emulator).every((row) => row.answered)).toBe(true);
    expect(leftovers(emulator)).toEqual([]);
    expect(environment.apis.counts().log.every(({ as }) => as === 'user')).toBe(true);
  });

  test('says what to do where no trigger may be made', async () => {
    const refusedScopes = ['script.external_request', 'script.scriptapp'];
    const environment = await open(40, 5, { scenario: { latencyMs: 9_000, refusedScopes } });
    const { outcome, ...rest } = await environment.emulator.run({ function: 'lookUp', entry: 'editor' });
    expect(outcome).toBe('completed');
    expect(logOf({ outcome, ...rest })).toContain('Continue look-up');
    const second = await environment.emulator.run({ function: 'continueLookUp', entry: 'menu' });
    expect(second.outcome).toBe('completed');
    expect(leftovers(environment.emulator).filter((one) => one.startsWith('trigger'))).toEqual([]);
  });

  test('is not touched by a trigger while it is paused or stopped', async () => {
    const environment = await open(6, 5, { scenario: { latencyMs: 4_000, ...ONE_BY_ONE } });
    const { runId } = await askJob(environment.emulator, 'sidebarStartJob', '');
    await askJob(environment.emulator, 'sidebarPauseJob', runId);
    const { requests } = environment.apis.counts();
    const { outcome } = await environment.emulator.run({ function: 'continueOnTrigger', entry: 'trigger' });
    expect([outcome, environment.apis.counts().requests]).toEqual(['completed', requests]);
    expect((await runSidebar(environment.emulator, 'sidebarStepJob', [runId])).outcome).toBe('completed');
  });
});
