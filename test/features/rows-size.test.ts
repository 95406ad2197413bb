import { afterEach, expect, test } from '@jest/globals';
import { listOf } from '../emulator/bench/lists';
import { openRows, runSidebar, rowsByKey, type RowsEnvironment } from './rows.testing';
import type { JobView, Reply } from '../../src/core/contract';
import { TEXTS } from './answers.testing';

const environments: RowsEnvironment[] = [];

afterEach(async () => {
  await Promise.all(environments.splice(0).map((environment) => environment.close()));
});

/** Runs the job of a list to its end; gives its view and how often each service member was called. */
async function run(environment: RowsEnvironment) {
  const counts = new Map<string, number>();
  let name = 'sidebarStartJob';
  let args = [''];
  for (;;) {
    const { value, calls } = await runSidebar(environment.emulator, name, args);
    for (const call of calls) counts.set(call, (counts.get(call) ?? 0) + 1);
    const reply = value as Reply<JobView>;
    if (!reply.ok) throw new Error(reply.problem.code);
    if (reply.value.state !== 'running') return { view: reply.value, counts };
    name = 'sidebarStepJob';
    args = [reply.value.runId];
  }
}

async function open(list: ReturnType<typeof listOf>, rows = list.rows): Promise<RowsEnvironment> {
  const environment = await openRows(rows, { workspace: list.workspace });
  environments.push(environment);
  return environment;
}

test('10,000 rows in 100 spaces take one request a space, and no call a row', async () => {
  const environment = await open(listOf(100, 100));
  const { view, counts } = await run(environment);
  expect(view).toMatchObject({ state: 'done', total: 10_000, done: 10_000, counts: { member: 10_000 } });
  expect(environment.apis.counts().requests).toBe(100);
  // The start, an answer to each of a few rounds, and a last look; beside them the looks of new columns, once.
  const sum = (pattern: RegExp) =>
    [...counts].reduce((all, [name, count]) => (pattern.test(name) ? all + count : all), 0);
  const looks = ['Range.setWrapStrategy', 'Range.setNumberFormat'].map((name) => counts.get(name) ?? 0);
  expect(looks).toEqual([2, 3]);
  expect(sum(/^Range\.(?:get|set)/) - 5).toBeLessThanOrEqual(20);
  expect(sum(/./)).toBeLessThanOrEqual(120);
  expect(counts.get('DeveloperMetadata.remove')).toBeUndefined();
  expect(
    rowsByKey(environment.emulator).every((row) => row.ours['column:verdict'] === TEXTS.en.verdicts.member),
  ).toBe(true);
}, 120_000);

test('1,000 people of a space of 50,000 members take at most as many requests as twice the best plan', async () => {
  const list = listOf(1, 50_000);
  // Every fiftieth: some on each of the 50 pages.
  const environment = await open(
    list,
    list.rows.filter((_, index) => index % 50 === 7),
  );
  const { view } = await run(environment);
  expect(view).toMatchObject({ state: 'done', done: 1_000, counts: { member: 1_000 } });
  // In hindsight 50 pages would have done; after 48 the last few people were cheaper to ask for than to list.
  expect(environment.apis.counts().requests).toBeLessThanOrEqual(100);
}, 120_000);

test('200,000 rows of which none asks anything are refused with a few reads, and nothing is sent', async () => {
  const environment = await open(listOf(1, 10));
  const { spreadsheet } = environment.emulator;
  // A far note of somebody's in another column makes the sheet that long.
  spreadsheet.put('People', 200_000, 7, 'end');
  spreadsheet.select('People', ['Z1:Z200000']);
  const { value, calls } = await runSidebar(environment.emulator, 'sidebarStartJob', ['']);
  expect(value).toMatchObject({ ok: false, problem: { code: 'nothingToAsk' } });
  spreadsheet.select('People', ['F2:F200000']);
  const inUse = await runSidebar(environment.emulator, 'sidebarStartJob', ['']);
  expect(inUse.value).toMatchObject({ ok: false, problem: { code: 'nothingToAsk' } });
  expect(calls.length + inUse.calls.length).toBeLessThan(60);
  expect(environment.apis.counts().requests).toBe(0);
}, 120_000);
