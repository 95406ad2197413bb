import { describe, expect, test } from '@jest/globals';
import type { Kill } from '../../src/local/platform/execution';
import {
  askJob,
  goOn,
  leftovers,
  openRows,
  peopleIn,
  rowsByKey,
  runSidebar,
  TAB,
  type RowsWorld,
} from './rows-desk';

/** Six spaces one after another, slowly: two steps, several writes in each. */
const SPACES = 6;
const PEOPLE = 35;
const SCENARIO = { latencyMs: 2_000, refusedScopes: ['script.external_request'] };
/** Pages that one batch may hold: what 5 s allow, and one more. */
const BATCH_REQUESTS = 4;

async function open(): Promise<RowsWorld> {
  const { workspace, rows } = peopleIn(SPACES, PEOPLE);
  // Those who are not there need a get each, which would make the test slow without making it harder.
  const present = rows.filter((_, index) => index % PEOPLE === 0 || (index % PEOPLE) % 10 !== 9);
  return openRows(present, { workspace, scenario: SCENARIO });
}

async function undisturbed() {
  const world = await open();
  const executions = [await runSidebar(world.standIn, 'sidebarStartJob', [''])];
  const { runId } = (executions[0]?.value as { value: { runId: string } }).value;
  const second = await runSidebar(world.standIn, 'sidebarStepJob', [runId]);
  executions.push(second);
  expect(second.value).toMatchObject({ ok: true, value: { state: 'done' } });
  const rows = rowsByKey(world.standIn);
  const requests = world.apis.counts().requests;
  await world.close();
  return { calls: executions.map((one) => one.calls.length), rows, requests };
}

/** What a person does to the sheet before they notice. */
function disturb({ standIn }: RowsWorld): void {
  const { spreadsheet } = standIn;
  spreadsheet.sort(TAB, 1, { descending: true, headerRows: 1 });
  spreadsheet.insertRows(TAB, 7, 1);
  const ours = spreadsheet.metadata().filter((one) => one.value.startsWith('column:'));
  if (ours.length === 10) spreadsheet.moveColumn(TAB, 14, 5);
}

describe('a job of 192 rows', () => {
  test('is finished by Continue whatever service call it is killed at, and leaves what an undisturbed one leaves', async () => {
    const expected = await undisturbed();
    expect(expected.rows.length).toBeGreaterThanOrEqual(190);
    let points = 0;
    const kills: { readonly execution: 0 | 1; readonly kill: Kill; readonly disturbed: boolean }[] = [];
    for (const execution of [0, 1] as const) {
      for (let atCall = 1; atCall <= (expected.calls[execution] ?? 0); atCall++) {
        kills.push({ execution, kill: { atCall, when: 'before', applied: 0 }, disturbed: atCall % 2 === 0 });
        kills.push({
          execution,
          kill: { atCall, when: 'before', applied: 'all' },
          disturbed: atCall % 2 === 1,
        });
        kills.push({
          execution,
          kill: { atCall, when: 'after', applied: 1 + (atCall % 3) },
          disturbed: atCall % 3 === 0,
        });
      }
    }
    for (const { execution, kill, disturbed } of kills) {
      const world = await open();
      const { standIn } = world;
      if (execution === 0) {
        await runSidebar(standIn, 'sidebarStartJob', [''], { kill });
      } else {
        const first = await askJob(standIn, 'sidebarStartJob', '');
        await runSidebar(standIn, 'sidebarStepJob', [first.runId], { kill });
      }
      if (disturbed) disturb(world);
      await goOn(standIn);
      const point = JSON.stringify({ execution, kill, disturbed });
      expect({ point, rows: rowsByKey(standIn) }).toEqual({ point, rows: expected.rows });
      expect({ point, left: leftovers(standIn) }).toEqual({ point, left: [] });
      expect({ point, within: world.apis.counts().requests <= expected.requests + BATCH_REQUESTS }).toEqual({
        point,
        within: true,
      });
      points += 1;
      await world.close();
    }
    console.info(`Tried ${points} crash points.`);
  }, 600_000);
});
