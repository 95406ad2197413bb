/** Every file of core with logic has its test at the mirrored place. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

/** Types and lists, and nothing that could be wrong. Texts are tested by `locales/catalogue.test.ts`. */
const NO_LOGIC: ReadonlySet<string> = new Set([
  'contract.ts',
  'execution.ts',
  'jobs.ts',
  'ports.ts',
  'requests/plan.ts',
]);
const TEXTS = /^locales\/(?:en|ja)(?:\.ts|\/)/;

/**
 * Tested only through other files: by chaos, by the tests of their folder or by `test/features`. A test of its own is still to be
 * written for each; nothing may be added here.
 */
const THROUGH_OTHERS: ReadonlySet<string> = new Set([
  'look-up/selected-places.ts',
  'target.ts',
  'chat/current-user.ts',
  'chat/identity.ts',
  'chat/member-list.ts',
  'chat/problem-table.ts',
  'chat/space.ts',
  'compare/comparison.ts',
  'compare/rest-table.ts',
  'editor-calls.ts',
  'invisible.ts',
  'job/kind.ts',
  'job/marker.ts',
  'look-up/add-columns.ts',
  'look-up/asked-rows.ts',
  'look-up/beside-question.ts',
  'look-up/look-up-table.ts',
  'look-up/memberships-tab.ts',
  'look-up/one-question.ts',
  'look-up/rows-state.ts',
  'look-up/rows-work.ts',
  'look-up/show-answers.ts',
  'look-up/start-rows.ts',
  'look-up/titles.ts',
  'look-up/undo-write.ts',
  'look-up/written.ts',
  'menu-calls.ts',
  'requests/at-once.ts',
  'result.ts',
  'roster/card.ts',
  'roster/change-text.ts',
  'roster/change.ts',
  'roster/changes-tab.ts',
  'roster/confirm-plan.ts',
  'roster/open-list.ts',
  'roster/roster-job.ts',
  'roster/roster-state.ts',
  'roster/roster-tab.ts',
  'roster/roster-work.ts',
  'roster/space-events.ts',
  'roster/start-roster.ts',
  'roster/summary.ts',
  'setup/check.ts',
  'short-hash.ts',
  'sidebar-calls.ts',
  'spaces/ask-space.ts',
  'spaces/look-cell.ts',
  'spaces/picker.ts',
  'spaces/selected-spaces.ts',
  'spaces/spaces-fill.ts',
  'spaces/spaces-job.ts',
  'spaces/spaces-tab.ts',
  'table/column-backup.ts',
  'table/own-table.ts',
  'table/queue-block.ts',
  'where/owners-plan.ts',
  'where/whereabouts.ts',
]);

const root = path.resolve('src/core');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => file.endsWith('.ts') && !TEXTS.test(file));
const hasTest = (file: string): boolean =>
  existsSync(path.resolve('test/core', file.replace(/\.ts$/, '.test.ts')));

test('every file with logic has its test at the mirrored place', () => {
  const untested = files.filter((file) => !NO_LOGIC.has(file) && !THROUGH_OTHERS.has(file) && !hasTest(file));
  expect(untested).toEqual([]);
});

test('the lists of exceptions name files that exist and have no test', () => {
  const stale = [...NO_LOGIC, ...THROUGH_OTHERS].filter((file) => !files.includes(file) || hasTest(file));
  expect(stale).toEqual([]);
});
