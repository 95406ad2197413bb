import { afterEach, describe, expect, test } from '@jest/globals';
import type { JobView } from '../../src/core/contract';
import { movableClock, type MovableClock } from '../emulator/clock';
import { withTrouble } from '../emulator/scenario/fault-presets';
import { CALM } from '../emulator/scenario/scenario';
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
  type RowsWorld,
} from './rows.testing';
import { START, type WorldOptions } from '../emulator.testing';

const worlds: RowsWorld[] = [];

async function open(spaces: number, people: number, options: WorldOptions = {}): Promise<RowsWorld> {
  const { workspace, rows } = peopleIn(spaces, people);
  const world = await openRows(rows, { workspace, ...options });
  worlds.push(world);
  return world;
}

afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()));
});

const ONE_BY_ONE = { refusedScopes: ['script.external_request'] };

/** Runs a job to its end or for so many steps, and gives the milliseconds that each of its executions took by the clock. */
async function timesOf({ emulator, clock }: RowsWorld, steps = 50): Promise<readonly number[]> {
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
    ['a slow network', withTrouble(CALM, 'slow-network'), 5],
    [
      'a slow network and no requests side by side',
      { ...withTrouble(CALM, 'slow-network'), ...ONE_BY_ONE },
      5,
    ],
    ['answers that take 5 s', { latencyMs: 5_000, ...ONE_BY_ONE }, 4],
    ['too many requests', withTrouble(CALM, 'rate-limited'), 4],
    ['rough weather', { ...withTrouble(CALM, 'rough-weather'), latencyMs: 1_500 }, 5],
  ])('takes at most 15 s: %s', async (_, scenario, steps) => {
    const times = await timesOf(await open(8, 12, { scenario }), steps);
    expect(times.every((time) => time <= 15_000)).toBe(true);
    expect(Math.max(...times)).toBeGreaterThan(1_000);
  });

  test('writes what it has and ends when the job is paused meanwhile; Continue asks nothing again', async () => {
    const clock = clockThat(async () => {
      const runId = (await openJob(world.emulator))?.runId ?? '';
      expect((await askJob(world.emulator, 'sidebarPauseJob', runId)).state).toBe('paused');
    }, 3);
    const world: RowsWorld = await open(6, 5, { clock, scenario: { latencyMs: 2_000, ...ONE_BY_ONE } });
    const paused = await askJob(world.emulator, 'sidebarStartJob', '');
    expect(paused.state).toBe('paused');
    expect(paused.done).toBeGreaterThan(0);
    expect(rowsByKey(world.emulator).filter((row) => row.answered)).toHaveLength(paused.done);
    expect((await openJob(world.emulator))?.state).toBe('paused');
    expect(
      await finish(world.emulator, await askJob(world.emulator, 'sidebarStepJob', paused.runId)),
    ).toMatchObject({ state: 'done', done: 30 });
    const lines = world.apis.counts().log.map(({ line }) => line);
    expect(new Set(lines).size).toBe(lines.length);
  });

  test('ends when the job is cancelled meanwhile, and writes no more', async () => {
    const clock = clockThat(async () => {
      const runId = (await openJob(world.emulator))?.runId ?? '';
      await askJob(world.emulator, 'sidebarCancelJob', runId);
    }, 2);
    const world: RowsWorld = await open(6, 5, { clock, scenario: { latencyMs: 2_000, ...ONE_BY_ONE } });
    const view = await askJob(world.emulator, 'sidebarStartJob', '');
    expect(view.state).toBe('stopped');
    expect(rowsByKey(world.emulator).some((row) => row.answered)).toBe(false);
    expect(leftovers(world.emulator)).toEqual([]);
  });
});

describe('a job without the sidebar', () => {
  test('is continued from the menu', async () => {
    const world = await open(6, 5, { scenario: { latencyMs: 4_000, ...ONE_BY_ONE } });
    expect((await askJob(world.emulator, 'sidebarStartJob', '')).state).toBe('running');
    const { outcome } = await world.emulator.run({ function: 'continueLookUp', entry: 'menu' });
    expect(outcome).toBe('completed');
    expect(rowsByKey(world.emulator).every((row) => row.answered)).toBe(true);
    expect(leftovers(world.emulator)).toEqual([]);
  });

  test('tells its progress in the editor’s log, and is carried on by triggers that remove themselves', async () => {
    const world = await open(40, 5, { scenario: { latencyMs: 9_000, ...ONE_BY_ONE } });
    const { emulator, clock } = world;
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
    expect(world.apis.counts().log.every(({ as }) => as === 'user')).toBe(true);
  });

  test('says what to do where no trigger may be made', async () => {
    const refusedScopes = ['script.external_request', 'script.scriptapp'];
    const world = await open(40, 5, { scenario: { latencyMs: 9_000, refusedScopes } });
    const { outcome, ...rest } = await world.emulator.run({ function: 'lookUp', entry: 'editor' });
    expect(outcome).toBe('completed');
    expect(logOf({ outcome, ...rest })).toContain('Continue look-up');
    const second = await world.emulator.run({ function: 'continueLookUp', entry: 'menu' });
    expect(second.outcome).toBe('completed');
    expect(leftovers(world.emulator).filter((one) => one.startsWith('trigger'))).toEqual([]);
  });

  test('is not touched by a trigger while it is paused or stopped', async () => {
    const world = await open(6, 5, { scenario: { latencyMs: 4_000, ...ONE_BY_ONE } });
    const { runId } = await askJob(world.emulator, 'sidebarStartJob', '');
    await askJob(world.emulator, 'sidebarPauseJob', runId);
    const { requests } = world.apis.counts();
    const { outcome } = await world.emulator.run({ function: 'continueOnTrigger', entry: 'trigger' });
    expect([outcome, world.apis.counts().requests]).toEqual(['completed', requests]);
    expect((await runSidebar(world.emulator, 'sidebarStepJob', [runId])).outcome).toBe('completed');
  });
});
