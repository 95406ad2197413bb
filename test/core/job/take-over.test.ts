/** Privileged work that somebody else started goes on only after a further yes. */
import { expect, test } from '@jest/globals';
import { ProblemError } from '../../../src/core/chat/problem';
import type { JobPorts } from '../../../src/core/job/kind';
import { startJob } from '../../../src/core/job/start';
import { stepJob } from '../../../src/core/job/step';
import { readSelectedRows } from '../../../src/core/look-up/asked-rows';
import { launchRows } from '../../../src/core/look-up/start-rows';
import { CATALOGUE, KINDS, openList } from '../look-up/rows.testing';

test('they are told as whom it reads, since when, and how many spaces', () => {
  const list = openList();
  const asAdmin = (): JobPorts => ({ ...list.ports(), identity: { as: 'admin' } });
  const starter = asAdmin();
  const { record } = startJob(KINDS, starter, () => launchRows(starter, readSelectedRows(list.workbook), ''));
  list.chat.now += 8 * 60_000;
  list.store.person = 'person-2';

  expect(() => stepJob(KINDS, asAdmin(), record.runId)).toThrow(ProblemError);
  try {
    stepJob(KINDS, asAdmin(), record.runId);
  } catch (error) {
    const { problem } = error as ProblemError;
    expect(problem).toMatchObject({ code: 'takeOverUnconfirmed', params: { caller: 'admin', spaces: '2' } });
    expect(CATALOGUE.problemText(problem).cause).toContain('(spaces: 2)');
  }
  expect(list.chat.rounds).toBe(0);
  expect(stepJob(KINDS, asAdmin(), record.runId, { takeOver: true }).end).not.toBe('cancelled');
});
