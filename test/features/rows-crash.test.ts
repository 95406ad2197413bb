import { expect, test } from '@jest/globals';
import { crashEverywhere } from './rows-crash.testing';
import { goOn, openRunId, runSidebar } from './rows.testing';

test('a job of 210 rows that is killed at any call of its first step is finished by Continue', async () => {
  const points = await crashEverywhere({
    latencyMs: 2_900,
    execution: ({ emulator }, kill) => runSidebar(emulator, 'sidebarStartJob', [''], kill),
    everyWrite: true,
    goOn: ({ emulator }) => goOn(emulator),
  });
  console.info(`Tried ${points} crash points of the first step.`);
  expect(points).toBeGreaterThan(150);
}, 300_000);

test('and so is one that is killed at any call of a later step', async () => {
  const points = await crashEverywhere({
    latencyMs: 5_000,
    before: ({ emulator }) => runSidebar(emulator, 'sidebarStartJob', ['']),
    execution: ({ emulator }, kill) =>
      runSidebar(emulator, 'sidebarStepJob', [openRunId(emulator) ?? ''], kill),
    goOn: ({ emulator }) => goOn(emulator),
  });
  console.info(`Tried ${points} crash points of a later step.`);
  expect(points).toBeGreaterThan(60);
}, 300_000);
