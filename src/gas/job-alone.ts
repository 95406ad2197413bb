/** A job without a sidebar: from the menu, the editor or its own trigger, step after step as long as an execution may last. */
import type { JobView } from '../core/contract';
import { problemOf, ProblemError } from '../core/chat/problem';
import { begin, show } from './job';
import { stepJob, type StepResult } from './job-step';
import { loadRecord } from './job-store';
import { readUnanswered } from './job-survey';
import { armTrigger, removeTriggers } from './job-trigger';
import type { JobWorld } from './job-world';

/** No step begins after this; an execution may run 6 minutes, a step 15 s, and writing takes its time. */
const WORK_MS = 4.5 * 60_000;
/** After an execution that was killed: later than it could have ended by itself. */
const RESCUE_MS = 7 * 60_000;
/** The shortest way to be called again; Google often takes minutes. */
const SOON_MS = 10_000;

/** Tells how far the job is, after each step. */
export type Report = (view: JobView) => void;

/** Continues the open job of this document. Throws a `ProblemError` where there is none. */
export function continueAlone(world: JobWorld, report: Report): JobView {
  return workAlone(world, () => stepJob(world, openRunId(world)), report);
}

/** Looks up every question of a tab's table that has no answer yet. Throws a `ProblemError` where a job is open. */
export function lookUpUnanswered(
  world: JobWorld,
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  report: Report,
): JobView {
  const read = () => readUnanswered(sheet, world.currentUser);
  return workAlone(world, () => begin(world, '', read), report);
}

/** What the trigger does. A job as an app or an admin is nobody's to run on a schedule: it waits for a person. */
export function continueByTrigger(world: JobWorld): void {
  const record = loadRecord(world.clock.now());
  const goesOn =
    record !== null &&
    record.identity.as === 'user' &&
    record.state !== 'paused' &&
    record.state !== 'stopped';
  if (!goesOn) {
    removeTriggers();
    return;
  }
  try {
    continueAlone(world, () => undefined);
  } catch (error) {
    // Somebody else works on it by now: nothing a person should get a mail about.
    if (!(error instanceof ProblemError)) throw error;
  }
}

function workAlone(world: JobWorld, first: () => StepResult, report: Report): JobView {
  const { clock } = world;
  const until = clock.now() + WORK_MS;
  const isArmed = world.identity.as === 'user' && armTrigger(RESCUE_MS);
  let goesOn = false;
  try {
    let result = first();
    report(show(world, result));
    while (result.end === 'running' && clock.now() < until) {
      result = stepJob(world, result.record.runId);
      report(show(world, result));
    }
    goesOn = result.end === 'running';
    return show(world, result);
  } finally {
    if (isArmed) {
      if (goesOn) armTrigger(SOON_MS);
      else removeTriggers();
    }
  }
}

function openRunId(world: JobWorld): string {
  const record = loadRecord(world.clock.now());
  if (record === null) throw new ProblemError(problemOf('noJob'));
  return record.runId;
}
