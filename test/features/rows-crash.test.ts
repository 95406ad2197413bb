import { expect, test } from '@jest/globals';
import { crashEverywhere } from './rows-crash';
import { goOn, openRunId, runSidebar } from './rows-desk';

test('a job of 210 rows that is killed at any call of its first step is finished by Continue', async () => {
  const points = await crashEverywhere({
    latencyMs: 2_900,
    execution: ({ standIn }, kill) => runSidebar(standIn, 'sidebarStartJob', [''], kill),
    everyWrite: true,
    goOn: ({ standIn }) => goOn(standIn),
  });
  console.info(`Tried ${points} crash points of the first step.`);
  expect(points).toBeGreaterThan(150);
}, 300_000);

test('and so is one that is killed at any call of a later step', async () => {
  const points = await crashEverywhere({
    latencyMs: 5_000,
    before: ({ standIn }) => runSidebar(standIn, 'sidebarStartJob', ['']),
    execution: ({ standIn }, kill) => runSidebar(standIn, 'sidebarStepJob', [openRunId(standIn) ?? ''], kill),
    goOn: ({ standIn }) => goOn(standIn),
  });
  console.info(`Tried ${points} crash points of a later step.`);
  expect(points).toBeGreaterThan(60);
}, 300_000);
