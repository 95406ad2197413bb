/** What a person runs in the Apps Script editor, and what a trigger runs: answers through Logger, failures as errors. */
import type { Answer, JobView, ProblemText } from '../core/contract';
import { readText } from '../core/arguments';
import { ask } from '../core/look-up/ask';
import { answerOf } from '../core/look-up/answer';
import type { Membership } from '../core/chat/membership';
import { redacted, problemOf, ProblemError, type Problem } from '../core/chat/problem';
import { membershipName } from '../core/chat/reference';
import { cellText, readQuestion } from '../core/table/selection';
import { isIdentity } from '../core/setup/settings';
import type { Verdict } from '../core/chat/verdict';
import { valueOf } from '../core/result';
import { App, type StartedBy } from './app';
import { missingScopes } from './consent';
import { continueAlone, continueByTrigger, lookUpUnanswered, type Report } from './job-alone';
import { loadRecord } from './job-store';
import { readUnanswered } from './job-survey';
import { openMemberships, writeAnswer, writeAnswers } from './memberships';

/** An execution may last 6 minutes; writing takes its time. */
const BUDGET_MS = 4.5 * 60_000;
/** Answers one question: prints the sentence and the JSON, writes the row, returns the membership or null. */
export function answerInEditor(space: unknown, member: unknown, as: unknown): Membership | null {
  return inEditor((app) => {
    app.askAs(as);
    const question = { space: valueOf(readText(space)), member: valueOf(readText(member ?? '')) };
    const { answer, verdict } = app.lookUp(question);
    print(answer);
    const { identity } = app;
    const checkedAt = Date.parse(answer.checkedAt);
    const { tab, row } = writeAnswer(
      { question, verdict, identity, checkedAt },
      app.currentUser,
      app.catalogue,
    );
    Logger.log(`${tab}!${row}`);
    if (verdict.kind === 'unchecked') throw new ProblemError(verdict.problem);
    return answer.membership;
  });
}

/** Answers the questions of the tab `Memberships` that have no answer yet, and returns the memberships found. */
export function answerMemberships(as: unknown): readonly Membership[] {
  return inEditor((app) => {
    app.askAs(as);
    const table = openMemberships(app.catalogue);
    if (table === null) throw new ProblemError(problemOf('nothingToAsk'));
    const questions = readUnanswered(table.sheet, app.currentUser).selection.rows.map((row) => ({
      row: row.row,
      question: { space: cellText(row.space), member: cellText(row.member) },
      parsed: readQuestion(row, '', app.currentUser),
    }));
    const references = questions.flatMap(({ parsed }) => (parsed.ok ? [parsed.value] : []));
    const { identity } = app;
    const { verdicts, problem } = ask(references, identity, app, BUDGET_MS);
    const checkedAt = app.clock.now();
    const answered = questions.flatMap(({ row, question, parsed }) => {
      const verdict: Verdict | undefined = parsed.ok
        ? verdicts.get(membershipName(parsed.value))
        : { kind: 'unchecked', problem: parsed.problem };
      if (verdict === undefined) return [];
      const reference = parsed.ok ? parsed.value : null;
      const answer = answerOf(verdict, app.context(question, reference, identity, checkedAt));
      return [{ row, question, verdict, identity, checkedAt, answer }];
    });
    for (const { answer } of answered) print(answer);
    writeAnswers(answered, app.currentUser, app.catalogue);
    if (problem !== null) throw new ProblemError(problem);
    return answered.flatMap(({ answer }) => answer.membership ?? []);
  });
}

/**
 * Looks up the questions of the open tab that have no answer yet, and says how far it came. A job that is open in this
 * document, in whatever tab, is continued instead: never as somebody else than the caller names.
 */
export function lookUpInEditor(as: unknown): void {
  inEditor((app) => {
    app.askAs(as);
    const { job } = app.catalogue;
    const report: Report = ({ done, total }) => {
      Logger.log(job.progress(done, total));
    };
    const sheet = SpreadsheetApp.getActiveSheet();
    const open = loadRecord(app.clock.now());
    if (open !== null) {
      const { identity, tab } = open;
      if (isIdentity(as) && as !== identity.as)
        throw new ProblemError(problemOf('jobOpenAsOther', { tab, caller: identity.as }));
      Logger.log(job.continues(tab));
    }
    const view = open === null ? lookUpUnanswered(app, sheet, report) : continueAlone(app, report);
    if (view.problem === null) Logger.log(endOf(app, view));
    else Logger.log(toldWhole(view.problem));
    if (open !== null && open.sheetId !== sheet.getSheetId()) Logger.log(job.notLookedUp(sheet.getName()));
  });
}

/** Continues the job of this document. A trigger has no person: it never asks as the app or as an admin. */
export function continueInTrigger(): void {
  inEditor((app) => {
    continueByTrigger(app);
  }, 'trigger');
}

/** Says how a job that met no problem ended. */
export function endOf(app: App, view: JobView): string {
  const { job } = app.catalogue;
  if (view.state === 'done') return job.done({ ...view.counts, total: view.total });
  const goesOn = app.identity.as === 'user' && missingScopes(['continuing']).length === 0;
  return goesOn ? job.goesOn : job.leftOver;
}

/** Runs work for the editor: what fails is explained in the log, and thrown without anything about people. */
export function inEditor<T>(work: (app: App) => T, startedBy: StartedBy = 'person'): T {
  const app = new App(startedBy);
  try {
    return work(app);
  } catch (error) {
    const problem = app.problemFrom(error);
    Logger.log(toldWhole(app.explain(problem)));
    throw errorOf(app, problem);
  }
}

/** The error that ends an execution. It reaches Cloud Logging, so values and Google's own words stay out of it. */
export function errorOf(app: App, problem: Problem): Error {
  const { happened, cause, nextStep } = app.tell(redacted(problem));
  return new Error([happened, cause, nextStep].join(' '));
}

/** A problem for the editor's log. */
function toldWhole({ happened, cause, nextStep, link, original }: ProblemText): string {
  return [happened, cause, nextStep, link?.url, original].filter(Boolean).join('\n');
}

/** The editor's own log, which stays with the person who ran the function. */
function print({ sentence, membership }: Answer): void {
  Logger.log(sentence);
  if (membership !== null) Logger.log(JSON.stringify(membership, null, 2));
}
