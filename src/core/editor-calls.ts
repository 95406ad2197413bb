/** What a person runs in the script editor, and what the trigger runs: answers are printed, failures thrown. */
import { readText } from './arguments';
import type { Membership } from './chat/membership';
import { problemOf, ProblemError, redacted, type Problem } from './chat/problem';
import type { ProblemText, SetupReport } from './contract';
import type { Execution } from './execution';
import { startJob } from './job/start';
import { workOn } from './job/step';
import { openJob, viewAfter, wordsAfter } from './job/control';
import {
  continueByTrigger,
  continueUnattended,
  workUnattended,
  type Report,
  type UnattendedResult,
} from './job/unattended';
import { JOB_KINDS } from './jobs';
import { readOpenRows } from './look-up/asked-rows';
import { findMemberships, writeAnswer } from './look-up/memberships-tab';
import { lookUpOne } from './look-up/one-question';
import { launchRows } from './look-up/start-rows';
import type { TablePort } from './ports';
import { valueOf } from './result';
import { checkSetup } from './setup/check';
import { isIdentity } from './setup/settings';

export class EditorCalls {
  constructor(private readonly execution: Execution) {}

  /** Answers one question: prints the sentence and the JSON, writes the row, returns the membership or null. */
  getMembership(space: unknown, member: unknown, as: unknown): Membership | null {
    const { execution } = this;
    execution.askAs(as);
    const question = { space: valueOf(readText(space)), member: valueOf(readText(member ?? '')) };
    const { answer, verdict } = lookUpOne(execution, question);
    const { sentence, membership } = answer;
    execution.print(sentence);
    if (membership !== null) execution.print(JSON.stringify(membership, null, 2));
    const checkedAt = Date.parse(answer.checkedAt);
    const { tab, row } = writeAnswer(
      { question, verdict, identity: execution.identity, checkedAt },
      execution,
    );
    execution.print(`${tab}!${row}`);
    if (verdict.kind === 'unchecked') throw new ProblemError(verdict.problem);
    return membership;
  }

  /** Looks up the questions of the tab `Memberships` that have no answer yet. Returns none of them: they stand in the sheet. */
  lookUpMemberships(as: unknown): null {
    const { execution } = this;
    execution.askAs(as);
    const table = findMemberships(execution.workbook, execution.workbook.marks());
    if (table === null) throw new ProblemError(problemOf('nothingToAsk'));
    this.lookUpTable(table, as);
    return null;
  }

  /**
   * Looks up the questions of the open tab that have no answer yet, and says how far it came. A job that is open in this
   * document, in whatever tab, is continued instead: never as somebody else than the caller names.
   */
  lookUp(as: unknown): void {
    this.execution.askAs(as);
    this.lookUpTable(this.execution.workbook.activeTable(), as);
  }

  /** Checks the set-up and prints the report. */
  checkSetup(space: unknown, as: unknown): SetupReport {
    this.execution.askAs(as);
    const report = checkSetup(this.execution, space ?? '', {
      id: 'account',
      state: 'notNeeded',
      problem: null,
    });
    this.execution.print(report.text);
    return report;
  }

  /** The trigger: continues the job of this document. */
  continueByTrigger(): void {
    continueByTrigger(JOB_KINDS, this.execution);
  }

  private lookUpTable(table: TablePort, as: unknown): void {
    const { execution } = this;
    const { job } = execution.catalogue;
    const open = openJob(JOB_KINDS, execution);
    const report: Report = (result) => {
      execution.print(wordsAfter(JOB_KINDS, execution, result).progress);
    };
    if (open === null) {
      this.printEnd(this.start(table, report));
      return;
    }
    if (isIdentity(as) && as !== open.as)
      throw new ProblemError(problemOf('jobOpenAsOther', { caller: open.as }));
    execution.print(job.continues);
    this.printEnd(continueUnattended(JOB_KINDS, execution, report));
    if (open.tab !== table.name()) execution.print(job.notLookedUp);
  }

  private start(table: TablePort, report: Report): UnattendedResult {
    const { execution } = this;
    const { workbook } = execution;
    const begin = () => {
      const { record, work, since } = startJob(JOB_KINDS, execution, () =>
        launchRows(execution, readOpenRows(workbook, table, execution), ''),
      );
      return workOn(JOB_KINDS, execution, record, { since, work });
    };
    return workUnattended(JOB_KINDS, execution, begin, report);
  }

  /** Says how far it came. Throws what stopped the job for good. */
  private printEnd(result: UnattendedResult): void {
    const { execution } = this;
    const { problem } = result.record;
    const view = viewAfter(JOB_KINDS, execution, result);
    for (const notice of view.notices) execution.print(wholeText(notice));
    if (problem !== null && !result.goesOn) throw new ProblemError(problem);
    if (problem !== null) execution.print(wholeText(execution.problemText(redacted(problem))));
    execution.print(endOf(execution, result));
  }
}

/** Says how a job that met no problem ended. */
export function endOf(execution: Pick<Execution, 'catalogue'>, result: UnattendedResult): string {
  const { job } = execution.catalogue;
  if (result.end === 'done') return wordsAfter(JOB_KINDS, execution, result).done;
  if (result.goesOn) return job.goesOn;
  return result.noTrigger === 'tooMany' ? `${job.tooManyTriggers} ${job.leftOver}` : job.leftOver;
}

/** The words of the error that ends an execution. It reaches Cloud Logging: what was typed and Google's own words stay out. */
export function errorText(execution: Pick<Execution, 'problemText'>, problem: Problem): string {
  const { happened, cause, nextStep } = execution.problemText(redacted(problem));
  return [happened, cause, nextStep].join(' ');
}

/** A problem for the editor's log. Google's own words stay out. */
export function wholeText({ happened, cause, nextStep, link }: ProblemText): string {
  return [happened, cause, nextStep, link?.url].filter(Boolean).join('\n');
}
