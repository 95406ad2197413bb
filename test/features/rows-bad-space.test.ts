/** Jobs that meet one space whose every request fails: it costs its own rows, never those of others. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { catalogueFor } from '../../src/core/locales/catalogue';
import { SPACE_FAULTS, type Scenario } from '../emulator/scenario/scenario';
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
const SPACES = 6;
const PEOPLE = 7;
/** The first space of the list: its question is the canary. */
const BAD = 'spaces/AAAA0000000';
const { unchecked } = catalogueFor('en').verdicts;
const ONE_BY_ONE = ['script.external_request'];

async function open(scenario: Partial<Scenario>): Promise<RowsEnvironment> {
  const { workspace, rows } = peopleIn(SPACES, PEOPLE);
  const environment = await openRows(rows, { workspace, scenario });
  environments.push(environment);
  return environment;
}

afterEach(async () => {
  await Promise.all(environments.splice(0).map((environment) => environment.close()));
});

/** Looks everything up; gives the verdict of each row, those of the bad space apart. */
async function verdicts(scenario: Partial<Scenario>) {
  const environment = await open(scenario);
  const { emulator } = environment;
  const end = await finish(emulator, await askJob(emulator, 'sidebarStartJob', ''));
  expect(end).toMatchObject({ state: 'done', done: SPACES * PEOPLE });
  expect(leftovers(emulator)).toEqual([]);
  const isBad = (key: string): boolean => Number(key.slice('key-'.length)) < PEOPLE;
  const rows = rowsByKey(emulator).map(({ key, ours }) => ({ key, verdict: ours['column:verdict'] }));
  return {
    environment,
    bad: rows.filter(({ key }) => isBad(key)).map(({ verdict }) => verdict),
    others: rows.filter(({ key }) => !isBad(key)),
  };
}

describe('a space in first place', () => {
  test.each(SPACE_FAULTS.flatMap((fault) => [[], ONE_BY_ONE].map((refused) => [fault, refused] as const)))(
    'that answers with %s costs no other row: without %j',
    async (fault, refusedScopes) => {
      const expected = await verdicts({ refusedScopes });
      const { environment, bad, others } = await verdicts({ refusedScopes, spaceFaults: { [BAD]: fault } });
      expect(others).toEqual(expected.others);
      expect(bad).toEqual(Array.from({ length: PEOPLE }, () => unchecked));
      // One space costs its list, one get and perhaps a probe, each tried so often: no more for its other rows.
      const { requests } = environment.apis.counts();
      expect(requests).toBeLessThanOrEqual(expected.environment.apis.counts().requests + 3 * 11);
    },
    120_000,
  );

  test('that hangs is noticed in any language, and ends every step in time', async () => {
    const { clock, emulator } = await open({ locale: 'xx', spaceFaults: { [BAD]: 'hang' } });
    let view = await askJob(emulator, 'sidebarStartJob', '');
    for (let steps = 0; view.state === 'running' && steps < 20; steps++) {
      const since = clock.now();
      view = await askJob(emulator, 'sidebarStepJob', view.runId);
      expect(clock.now() - since).toBeLessThan(90_000);
    }
    expect(view).toMatchObject({ state: 'done', counts: { unchecked: PEOPLE } });
  });
});

test('a failed precondition of one space is told alike through both ways', async () => {
  const spaceFaults = { [BAD]: 'failed-precondition' } as const;
  const notes = await Promise.all(
    [[], ONE_BY_ONE].map(async (refusedScopes) => {
      const { environment } = await verdicts({ refusedScopes, spaceFaults });
      return rowsByKey(environment.emulator).map(({ ours }) => ours['column:note']);
    }),
  );
  expect(notes[0]).toEqual(notes[1]);
  expect(notes[0]?.filter((note) => note !== '')).toHaveLength(PEOPLE);
});

test('the day’s quota of URL Fetch that is used up midway costs no row', async () => {
  const expected = await verdicts({});
  const { bad, others } = await verdicts({
    faultPresets: ['daily-quota-midway'],
    urlFetchesLeft: 4,
    assumptions: { 'advanced-fetch-quota': 'apart' },
  });
  expect(others).toEqual(expected.others);
  expect(bad).toEqual(expected.bad);
});

test('the day’s quota that the advanced service shares stops the job and keeps what was answered', async () => {
  const environment = await open({
    faultPresets: ['daily-quota-midway'],
    urlFetchesLeft: 4,
    assumptions: { 'advanced-fetch-quota': 'shared' },
  });
  const { emulator } = environment;
  const view = await finish(emulator, await askJob(emulator, 'sidebarStartJob', ''));
  expect(view).toMatchObject({ state: 'stopped', problem: { code: 'dailyQuota' } });
  const answered = rowsByKey(emulator).filter((row) => row.answered);
  expect(answered).toHaveLength(view.done);
  expect(answered.some(({ ours }) => ours['column:verdict'] === unchecked)).toBe(false);
});
