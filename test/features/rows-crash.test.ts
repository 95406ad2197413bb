import { expect, test } from '@jest/globals';
import { crashEverywhere } from './rows-crash.testing';
import { goOn, openRunId, runSidebar, type RowsEnvironment } from './rows.testing';

/** Goes on in the sidebar; a trigger that was armed for nothing comes once more and goes. */
async function finish({ emulator, clock }: RowsEnvironment): Promise<void> {
  await goOn(emulator);
  clock.advance(8 * 60_000);
  await emulator.fireDueTriggers();
}

test('a job of 210 rows that is killed at any call of its first step is finished by Continue', async () => {
  const { points, tried } = await crashEverywhere({
    latencyMs: 2_900,
    execution: ({ emulator }, kill) => runSidebar(emulator, 'sidebarStartJob', [''], kill),
    everyWrite: true,
    goOn: finish,
  });
  console.info(`Tried ${tried} of ${points} crash points of the first step.`);
  expect(points).toBeGreaterThan(150);
}, 300_000);

test('and so is one that is killed at any call of a later step', async () => {
  const { points, tried } = await crashEverywhere({
    latencyMs: 5_000,
    before: ({ emulator }) => runSidebar(emulator, 'sidebarStartJob', ['']),
    execution: ({ emulator }, kill) =>
      runSidebar(emulator, 'sidebarStepJob', [openRunId(emulator) ?? ''], kill),
    goOn: finish,
  });
  console.info(`Tried ${tried} of ${points} crash points of a later step.`);
  expect(points).toBeGreaterThan(60);
}, 300_000);
