import { afterEach, describe, expect, test } from '@jest/globals';
import { catalogueFor } from '../../src/core/locales/catalogue';
import { DEFAULT_SCENARIO, type Scenario } from '../emulator/scenario/scenario';
import {
  askJob,
  finish,
  leftovers,
  openRows,
  peopleIn,
  rowsByKey,
  type RowsEnvironment,
} from './rows.testing';

const environments: RowsEnvironment[] = [];
const SPACES = 8;
const PEOPLE = 11;

async function open(scenario: Partial<Scenario>, seed = 1): Promise<RowsEnvironment> {
  const { workspace, rows } = peopleIn(SPACES, PEOPLE);
  const environment = await openRows(rows, { workspace, scenario, seed });
  environments.push(environment);
  return environment;
}

afterEach(async () => {
  await Promise.all(environments.splice(0).map((environment) => environment.close()));
});

/** Looks everything up and gives our cells of every row. */
async function answers({ emulator }: RowsEnvironment) {
  expect(await finish(emulator, await askJob(emulator, 'sidebarStartJob', ''))).toMatchObject({
    state: 'done',
    total: SPACES * PEOPLE,
    done: SPACES * PEOPLE,
  });
  expect(leftovers(emulator)).toEqual([]);
  return rowsByKey(emulator).map(({ key, ours }) => ({ key, ours }));
}

const FAULTS = {
  ...DEFAULT_SCENARIO.faults,
  http429: 0.05,
  http500: 0.05,
  http503: 0.04,
  garbage: 0.05,
  reset: 0.01,
  retryAfter: true,
};

describe('a job', () => {
  test('finds under faults what it finds without, for 20 seeds', async () => {
    const defaults = await answers(await open({}));
    let faulted = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const environment = await open({ faults: FAULTS }, seed);
      expect({ seed, answers: await answers(environment) }).toEqual({ seed, answers: defaults });
      faulted += environment.apis.counts().faulted;
      await environments.pop()?.close();
    }
    expect(faulted).toBeGreaterThan(100);
  }, 120_000);

  test('halves a set of requests that fails as a whole', async () => {
    const defaults = await answers(await open({}));
    const broken = await open({ faults: { ...DEFAULT_SCENARIO.faults, fetchAllThrows: 0.4 } }, 3);
    expect(await answers(broken)).toEqual(defaults);
  });

  test('goes on one by one when the day’s quota of URL Fetch is used up', async () => {
    const defaults = await answers(await open({}));
    const usedUp = await open({
      faultPresets: ['daily-quota'],
      assumptions: { 'advanced-fetch-quota': 'apart' },
    });
    expect(await answers(usedUp)).toEqual(defaults);
    const { requests, rounds } = usedUp.apis.counts();
    expect(rounds).toBe(requests);
  });

  test('asks by address where lists carry none, after one page of each space', async () => {
    const environment = await open({ assumptions: { 'profile-fields': 'absent' } });
    const verdicts = (await answers(environment)).map(({ ours }) => ours['column:verdict']);
    const defaults = (await answers(await open({}))).map(({ ours }) => ours['column:verdict']);
    // Whoever asks is not recognised in a list without addresses: it does not prove that there is no group.
    const { notMember, notDirectMember } = catalogueFor('en').verdicts;
    expect(verdicts).toEqual(defaults.map((text) => (text === notMember ? notDirectMember : text)));
    const { byMethod, log } = environment.apis.counts();
    expect(byMethod['chat.spaces.members.list']).toBe(SPACES);
    expect(new Set(log.map(({ line }) => line)).size).toBe(log.length);
  });

  test('keeps to 15 reads a second in one space', async () => {
    const { workspace } = peopleIn(1, 9);
    const strangers = Array.from({ length: 80 }, (_, n): [string, string] => [
      'spaces/AAAA0000000',
      `stranger-${n}@example.com`,
    ]);
    const environment = await openRows(strangers, { workspace, scenario: { latencyMs: 50 } });
    environments.push(environment);
    const view = await finish(
      environment.emulator,
      await askJob(environment.emulator, 'sidebarStartJob', ''),
    );
    expect(view.counts).toMatchObject({ notMember: 80 });
    const { log, byMethod } = environment.apis.counts();
    expect(byMethod['chat.spaces.members.get']).toBe(80);
    expect(log.filter(({ status }) => status === 429)).toEqual([]);
  });

  test('that meets a failure which would meet every row stops after one request, and says which', async () => {
    for (const [faultPreset, code] of [
      ['chat-api-off', 'apiOff'],
      ['app-not-configured', 'appNotConfigured'],
      ['network-down', 'networkDown'],
    ] as const) {
      const environment = await open({
        faultPresets: [faultPreset],
        assumptions: { 'unconfigured-reads': 'refused' },
      });
      let view = await askJob(environment.emulator, 'sidebarStartJob', '');
      while (view.state === 'running')
        view = await askJob(environment.emulator, 'sidebarStepJob', view.runId);
      expect(view).toMatchObject({ state: 'stopped', done: 0, problem: { code } });
      expect(new Set(environment.apis.counts().log.map(({ line }) => line)).size).toBe(1);
      expect(rowsByKey(environment.emulator).some((row) => row.answered)).toBe(false);
    }
  });
});
