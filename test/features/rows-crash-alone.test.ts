import { expect, test } from '@jest/globals';
import type { Kill } from '../emulator/platform/execution';
import { crashEverywhere } from './rows-crash.testing';
import { fillRows, rowsByKey, type RowsEnvironment } from './rows.testing';

const inEditor = ({ emulator }: RowsEnvironment, kill: { readonly kill?: Kill }) =>
  emulator.run({ function: 'lookUp', entry: 'editor', ...kill });

/** The trigger comes by itself; where nothing had begun, the person runs the function again. */
async function wait(environment: RowsEnvironment): Promise<void> {
  const { emulator, clock } = environment;
  for (;;) {
    clock.advance(8 * 60_000);
    if ((await emulator.fireDueTriggers()).length === 0) break;
  }
  if (rowsByKey(emulator).some((row) => !row.answered)) await inEditor(environment, {});
}

test('a job of 210 rows that is killed at any call of lookUp() in the editor is finished by its trigger', async () => {
  const { points, tried } = await crashEverywhere({ latencyMs: 5_000, execution: inEditor, goOn: wait });
  console.info(`Tried ${tried} of ${points} crash points of lookUp().`);
  expect(points).toBeGreaterThan(150);
}, 300_000);

/** Kills lookUp() right after its first answers were written and the job was saved. */
async function beginOnly(environment: RowsEnvironment): Promise<void> {
  const { calls } = await inEditor(environment, {});
  const saved = 'Properties.setProperty';
  const atCall = calls.indexOf(saved, calls.indexOf('UrlFetchApp.fetchAll')) + 1;
  expect(atCall).toBeGreaterThan(1);
  fillRows(environment.emulator, environment.rows);
  environment.apis.resetCounts();
  const { outcome } = await inEditor(environment, { kill: { atCall, when: 'after', applied: 0 } });
  expect(outcome).toBe('killed');
}

test('and so is one whose trigger is killed at any of its calls', async () => {
  const { points, tried } = await crashEverywhere({
    latencyMs: 5_000,
    before: beginOnly,
    execution: ({ emulator, clock }, kill) => {
      // Later than a sidebar that is at work would have renewed its lease.
      clock.advance(8 * 60_000);
      return emulator.run({ function: 'continueOnTrigger', entry: 'trigger', ...kill });
    },
    goOn: wait,
  });
  console.info(`Tried ${tried} of ${points} crash points of the trigger.`);
  expect(points).toBeGreaterThan(60);
}, 300_000);
