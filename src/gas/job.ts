/** A long job as the sidebar drives it: survey, start, step, pause, cancel. Each returns the job as a person sees it. */
import type { JobView } from '../core/contract';
import { leaseHeldBy, viewOf, type JobRecord } from '../core/job/record';
import { problemOf, ProblemError } from '../core/chat/problem';
import { clearMarks, startJob } from './job-start';
import { stepJob, workStarted, type StepResult } from './job-step';
import { deleteRecord, loadRecord, locked, ownerKey, saveRecord } from './job-store';
import { readShown, type Surveyed } from './job-survey';
import type { JobWorld } from './job-world';

export { survey } from './job-survey';

/** Begins a job for the selected rows, as the person was shown them, and works its first step. */
export function start(world: JobWorld, space: string, shown: unknown): JobView {
  return show(
    world,
    begin(world, space, () => readShown(world, space, shown)),
  );
}

/** Begins a job for any surveyed rows and works its first step. */
export function begin(world: JobWorld, space: string, read: () => Surveyed): StepResult {
  return workStarted(world, startJob(world, space, read));
}

/** Works one step of at most 15 s; a paused or stopped job runs again. */
export function step(world: JobWorld, runId: string): JobView {
  return show(world, stepJob(world, runId));
}

/** Pauses the job. A step that is under way writes what it has and ends. */
export function pause(world: JobWorld, runId: string): JobView {
  return locked(() => {
    const record = openRecord(world, runId);
    const paused: JobRecord = { ...record, state: 'paused', lease: null };
    saveRecord(paused);
    return view(world, paused);
  });
}

/** Cancels the job: answers stay, marks go, nothing is left to continue. */
export function cancel(world: JobWorld, runId: string): JobView {
  return locked(() => {
    const record = openRecord(world, runId);
    clearMarks(record);
    deleteRecord();
    return view(world, { ...record, problem: null }, 'stopped');
  });
}

/** The job of this document that is not finished, whoever started it; null where there is none. */
export function openJob(world: JobWorld): JobView | null {
  const record = loadRecord(world.clock.now());
  return record === null ? null : view(world, record);
}

/** Shows where a step left the job. */
export function show(world: JobWorld, { record, end }: StepResult): JobView {
  switch (end) {
    case 'done':
      return view(world, record, 'done');
    case 'cancelled':
      return view(world, record, 'stopped');
    case 'running':
    case 'paused':
    case 'stopped':
      return view(world, record);
  }
}

/** The open job, for somebody who may change it: while another person works on it, only they may. */
function openRecord(world: JobWorld, runId: string): JobRecord {
  const now = world.clock.now();
  const record = loadRecord(now);
  if (record?.runId !== runId) throw new ProblemError(problemOf('noJob'));
  const held = leaseHeldBy(record, ownerKey(), now);
  if (held !== null) throw new ProblemError(held);
  return record;
}

function view(world: JobWorld, record: JobRecord, finished?: 'done' | 'stopped'): JobView {
  return viewOf(record, {
    owner: ownerKey(),
    parallel: world.chat.batchSize > 1,
    problemText: (problem) => world.explain(problem),
    ...(finished === undefined ? {} : { finished }),
  });
}
