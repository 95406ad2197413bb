/** What a person can do about a job beside working on it: look, pause, cancel. */
import type { JobView } from '../contract';
import { problemOf, ProblemError, type Problem } from '../chat/problem';
import type { JobKind, JobPorts, JobWords } from './kind';
import { leaseHeldBy } from './lease';
import {
  endOldRecord,
  endRecord,
  isKnown,
  kindOf,
  loadStored,
  requireRecord,
  requireStarted,
  saveRecord,
} from './open-job';
import type { JobRecord } from './record';
import { lettersOf } from '../table/area';
import type { StepResult } from './step';

/** What a view is made with. */
export interface ViewPorts extends JobPorts {
  readonly problemText: (problem: Problem) => NonNullable<JobView['problem']>;
}

/**
 * The job of this document that is not finished, whoever started it; null where there is none. One of an earlier version is
 * ended, one of a later version is left alone; the notices say so.
 */
export function openJob(kinds: readonly JobKind[], ports: ViewPorts): JobView | null {
  const stored = loadStored(ports);
  if (stored.is === 'record' && isKnown(kinds, stored.record)) return viewOf(kinds, ports, stored.record);
  if (stored.is === 'older')
    ports.store.locked(() => {
      endOldRecord(kinds, ports);
    });
  else if (stored.is !== 'none') ports.notices.push(problemOf('jobNewer'));
  return null;
}

/** Shows where a step left the job. */
export function viewAfter(kinds: readonly JobKind[], ports: ViewPorts, { record, end }: StepResult): JobView {
  const finished = end === 'done' ? 'done' : end === 'cancelled' ? 'stopped' : undefined;
  return viewOf(kinds, ports, record, finished);
}

/** What a person is told of where a step left the job. */
export function wordsAfter(
  kinds: readonly JobKind[],
  { catalogue }: Pick<JobPorts, 'catalogue'>,
  { record }: StepResult,
): JobWords {
  return kindOf(kinds, record).words(record.work, catalogue);
}

/** Pauses the job. A step that is under way writes what it has and ends. */
export function pauseJob(kinds: readonly JobKind[], ports: ViewPorts, runId: string): JobView {
  return ports.store.locked(() => {
    const record = changeable(ports, runId);
    requireStarted(kinds, record, ports);
    const paused: JobRecord = { ...record, state: 'paused', lease: null };
    saveRecord(ports.store, kindOf(kinds, record), paused);
    return viewOf(kinds, ports, paused);
  });
}

/**
 * Cancels the job: results stay, nothing is left to continue. It ends also where the sheet does not let its markers be
 * removed; the view then says so.
 */
export function cancelJob(kinds: readonly JobKind[], ports: ViewPorts, runId: string): JobView {
  return ports.store.locked(() => {
    const record = changeable(ports, runId);
    const problem = endRecord(ports, () => {
      kindOf(kinds, record).sweep(record.work, ports);
    });
    return viewOf(kinds, ports, { ...record, problem }, 'stopped');
  });
}

/** The open job, for somebody who may change it: while another person works on it, only they may. */
function changeable(ports: JobPorts, runId: string): JobRecord {
  const record = requireRecord(ports, runId);
  const held = leaseHeldBy(record, ports.store.owner(), ports.clock.now());
  if (held !== null) throw new ProblemError(held);
  return record;
}

/** A record as the page shows it; `finished` once it is done or cancelled. */
export function viewOf(
  kinds: readonly JobKind[],
  ports: ViewPorts,
  record: JobRecord,
  finished?: 'done' | 'stopped',
): JobView {
  const kind = kindOf(kinds, record);
  const { total, done, tab, counts, answers } = kind.progress(record.work);
  const rate = record.workedMs > 0 && done > 0 ? (done * 1000) / record.workedMs : null;
  const { restUntil } = record.rate;
  return {
    runId: record.runId,
    kind: record.kind,
    as: record.identity.as,
    state: finished ?? (record.state === 'starting' ? 'running' : record.state),
    tab: tab === null ? '' : tabName(ports, tab),
    tabId: tab,
    columns: answers ? { first: lettersOf(answers.first), last: lettersOf(answers.last) } : null,
    ...kind.details(record.work, ports),
    changes: [...ports.changes],
    total,
    done,
    counts: counts ?? null,
    rowsPerSecond: rate,
    secondsLeft: rate === null ? null : Math.max(0, total - done) / rate,
    startedAt: new Date(record.startedAt).toISOString(),
    notBefore: restUntil > ports.clock.now() ? new Date(restUntil).toISOString() : null,
    foreign: record.startedBy !== ports.store.owner(),
    parallel: ports.chat.batchSize > 1,
    problem: record.problem === null ? null : ports.problemText(withTab(record.problem, tab, ports)),
    notices: ports.notices.map((problem) => ports.problemText(problem)),
  };
}

/** Moves the view of the person at the sheet to the first answer, if the tab of the job is still open. */
export function showFirstAnswer(kinds: readonly JobKind[], { workbook }: JobPorts, record: JobRecord): void {
  const { tab, answers } = kindOf(kinds, record).progress(record.work);
  if (tab === null || !answers || workbook.activeTable().id !== tab) return;
  workbook.show(tab, [{ row: answers.row, column: answers.status, rows: 1, columns: 1 }]);
}

/** Names of tabs may be people's names, so records hold none; texts for people do. */
function withTab(problem: Problem, tab: number | null, ports: ViewPorts): Problem {
  return tab === null ? problem : { ...problem, params: { ...problem.params, tab: tabName(ports, tab) } };
}

/** Empty where the tab is gone, or the sheet may not be read: a view must say why. */
function tabName({ workbook }: JobPorts, tab: number): string {
  try {
    return workbook.table(tab)?.name() ?? '';
  } catch {
    return '';
  }
}
