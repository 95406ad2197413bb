import { afterEach, describe, expect, test } from '@jest/globals';
import { CALM, type Scenario } from '../emulator/scenario/scenario';
import { askJob, finish, leftovers, openRows, peopleIn, rowsByKey, type RowsWorld } from './rows.testing';

const worlds: RowsWorld[] = [];
const SPACES = 8;
const PEOPLE = 11;

async function open(scenario: Partial<Scenario>, seed = 1): Promise<RowsWorld> {
  const { workspace, rows } = peopleIn(SPACES, PEOPLE);
  const world = await openRows(rows, { workspace, scenario, seed });
  worlds.push(world);
  return world;
}

afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()));
});

/** Looks everything up and gives our cells of every row. */
async function answers({ emulator }: RowsWorld) {
  expect(await finish(emulator, await askJob(emulator, 'sidebarStartJob', ''))).toMatchObject({
    state: 'done',
    total: SPACES * PEOPLE,
    done: SPACES * PEOPLE,
  });
  expect(leftovers(emulator)).toEqual([]);
  return rowsByKey(emulator).map(({ key, ours }) => ({ key, ours }));
}

const FAULTS = {
  ...CALM.faults,
  http429: 0.05,
  http500: 0.05,
  http503: 0.04,
  garbage: 0.05,
  reset: 0.01,
  retryAfter: true,
};

describe('a job', () => {
  test('finds under faults what it finds without, for 20 seeds', async () => {
    const calm = await answers(await open({}));
    let faulted = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const world = await open({ faults: FAULTS }, seed);
      expect({ seed, answers: await answers(world) }).toEqual({ seed, answers: calm });
      faulted += world.apis.counts().faulted;
      await worlds.pop()?.close();
    }
    expect(faulted).toBeGreaterThan(100);
  }, 120_000);

  test('halves a set of requests that fails as a whole', async () => {
    const calm = await answers(await open({}));
    const broken = await open({ faults: { ...CALM.faults, fetchAllThrows: 0.4 } }, 3);
    expect(await answers(broken)).toEqual(calm);
  });

  test('asks by address where lists carry none, after one page of each space', async () => {
    const world = await open({ unknowns: { 'profile-fields': 'absent' } });
    const verdicts = (await answers(world)).map(({ ours }) => ours['column:verdict']);
    const calm = (await answers(await open({}))).map(({ ours }) => ours['column:verdict']);
    expect(verdicts).toEqual(calm);
    const { byMethod, log } = world.apis.counts();
    expect(byMethod['chat.spaces.members.list']).toBe(SPACES);
    expect(new Set(log.map(({ line }) => line)).size).toBe(log.length);
  });

  test('keeps to 15 reads a second in one space', async () => {
    const { workspace } = peopleIn(1, 9);
    const strangers = Array.from({ length: 80 }, (_, n): [string, string] => [
      'spaces/AAAA0000000',
      `stranger-${n}@example.com`,
    ]);
    const world = await openRows(strangers, { workspace, scenario: { latencyMs: 50 } });
    worlds.push(world);
    const view = await finish(world.emulator, await askJob(world.emulator, 'sidebarStartJob', ''));
    expect(view.counts).toMatchObject({ notMember: 80 });
    const { log, byMethod } = world.apis.counts();
    expect(byMethod['chat.spaces.members.get']).toBe(80);
    expect(log.filter(({ status }) => status === 429)).toEqual([]);
  });

  test('that meets a failure which would meet every row stops after one request, and says which', async () => {
    for (const [trouble, code] of [
      ['chat-api-off', 'apiOff'],
      ['app-not-configured', 'appNotConfigured'],
      ['network-down', 'networkDown'],
    ] as const) {
      const world = await open({ troubles: [trouble], unknowns: { 'unconfigured-reads': 'refused' } });
      let view = await askJob(world.emulator, 'sidebarStartJob', '');
      while (view.state === 'running') view = await askJob(world.emulator, 'sidebarStepJob', view.runId);
      expect(view).toMatchObject({ state: 'stopped', done: 0, problem: { code } });
      expect(new Set(world.apis.counts().log.map(({ line }) => line)).size).toBe(1);
      expect(rowsByKey(world.emulator).some((row) => row.answered)).toBe(false);
    }
  });
});
