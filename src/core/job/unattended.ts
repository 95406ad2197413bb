/** A job without a sidebar: from the menu, the editor or its own trigger, step after step as long as an execution may last. */
import { problemOf, ProblemError } from '../chat/problem';
import type { ContinuationPort } from '../ports';
import type { JobKind, JobPorts } from './kind';
import { activeLease } from './lease';
import { loadRecord } from './open-job';
import type { JobRecord } from './record';
import { stepJob, type StepOptions, type StepResult } from './step';

/** No step begins after this; an execution may run 6 minutes, a step 15 s, and writing takes its time. */
const WORK_MS = 4.5 * 60_000;
/** After an execution that was killed: later than it could have ended by itself. */
export const RESCUE_MS = 7 * 60_000;
/** The shortest way to be called again; Google often takes minutes. */
const SOON_MS = 10_000;
/** After a problem that may pass. */
const LATER_MS = 10 * 60_000;
/** A job that has met passing problems for so long waits for a person. */
const PATIENCE_MS = 24 * 60 * 60_000;
/** A lease that was renewed within this time belongs to a sidebar at work. */
const AT_WORK_MS = 60_000;

export interface UnattendedPorts extends JobPorts {
  readonly continuation: ContinuationPort;
}

/** How an unattended run ended. */
export interface UnattendedResult extends StepResult {
  /** What is left goes on by itself: a trigger is really there. */
  readonly goesOn: boolean;
  /** Why it does not, where a trigger was wanted: refused, or too many of them. */
  readonly noTrigger: 'refused' | 'tooMany' | null;
}

/** Tells how far the job is, after each step. */
export type Report = (result: StepResult) => void;

/** Works a job, which `first` begins or continues, for as long as an execution may last. */
export function workUnattended(
  kinds: readonly JobKind[],
  ports: UnattendedPorts,
  first: () => StepResult,
  report: Report,
): UnattendedResult {
  const { clock, continuation, identity } = ports;
  const until = clock.now() + WORK_MS;
  // Armed before the work: an execution that is killed cannot do it any more. Never for privileged work.
  const armed = identity.as === 'user' ? continuation.arm(RESCUE_MS) : null;
  const result = steps(kinds, ports, first, report, until);
  if (armed === null) return { ...result, goesOn: false, noTrigger: null };
  if (!hasWorkLeft(result, clock.now())) {
    if (armed === 'armed') continuation.disarm();
    return { ...result, goesOn: false, noTrigger: null };
  }
  const again = continuation.arm(delayAfter(result));
  return {
    ...result,
    goesOn: again === 'armed' || armed === 'armed',
    noTrigger: again === 'armed' ? null : again,
  };
}

function steps(
  kinds: readonly JobKind[],
  ports: UnattendedPorts,
  first: () => StepResult,
  report: Report,
  until: number,
): StepResult {
  let result = first();
  report(result);
  while (result.end === 'running' && ports.clock.now() < until && !rests(result, until)) {
    waitFor(result, ports);
    result = stepJob(kinds, ports, result.record.runId);
    report(result);
  }
  return result;
}

/** Google asked for a rest that outlasts this execution. */
function rests({ record }: StepResult, until: number): boolean {
  return record.rate.restUntil >= until;
}

function waitFor({ record }: StepResult, { clock }: JobPorts): void {
  const rest = record.rate.restUntil - clock.now();
  if (rest > 0) clock.sleep(rest);
}

/** A job that stopped for a reason that may pass is taken up again. */
function hasWorkLeft({ record, end }: StepResult, now: number): boolean {
  return end === 'running' || (end === 'stopped' && mayPass(record, now));
}

function mayPass({ problem, startedAt }: JobRecord, now: number): boolean {
  return problem?.passing === true && now - startedAt < PATIENCE_MS;
}

function delayAfter({ end }: StepResult): number {
  return end === 'running' ? SOON_MS : LATER_MS;
}

/** Continues the open job of this document. Throws a `ProblemError` where there is none. */
export function continueUnattended(
  kinds: readonly JobKind[],
  ports: UnattendedPorts,
  report: Report,
  options: StepOptions = {},
): UnattendedResult {
  const record = loadRecord(ports);
  if (record === null) throw new ProblemError(problemOf('noJob'));
  return workUnattended(kinds, ports, () => stepJob(kinds, ports, record.runId, options), report);
}

/**
 * What the trigger does. A job as the app or as an admin is nobody's to run on a schedule: it waits for a person. Problems
 * that may pass keep the trigger, and nobody gets a mail about them.
 */
export function continueByTrigger(kinds: readonly JobKind[], ports: UnattendedPorts): void {
  const { continuation, clock } = ports;
  const record = loadRecord(ports);
  if (record === null || !isForTrigger(record, clock.now())) {
    continuation.disarm();
    return;
  }
  const lease = activeLease(record, clock.now());
  if (lease !== null && clock.now() - lease.at < AT_WORK_MS) {
    // A sidebar is at work; should it be closed, the next call goes on.
    continuation.arm(RESCUE_MS);
    return;
  }
  try {
    continueUnattended(kinds, ports, () => undefined);
  } catch (error) {
    const problem = ports.problemFrom(error);
    if (!problem.passing) {
      continuation.disarm();
      throw error;
    }
    continuation.arm(LATER_MS);
  }
}

function isForTrigger(record: JobRecord, now: number): boolean {
  if (record.identity.as !== 'user' || record.state === 'paused') return false;
  return record.state !== 'stopped' || mayPass(record, now);
}
