/** What a person runs in the script editor, and what the trigger runs: answers are printed, failures thrown. */
import { readText } from './arguments';
import type { Membership } from './chat/membership';
import { problemOf, ProblemError, redacted, type Problem } from './chat/problem';
import { parseMember } from './chat/reference';
import { spaceNameOf } from './chat/space';
import { launchCompare } from './compare/compare-job';
import { comparisonLines, readComparison } from './compare/comparison';
import type { Comparison, JobView, ProblemText, SetupReport, Whereabouts } from './contract';
import type { Execution } from './execution';
import { startJob, type Launch } from './job/start';
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
import { openList } from './roster/open-list';
import { byName } from './roster/roster-tab';
import { prepareRoster, readRosterOptions } from './roster/start-roster';
import { linkOfTab, summaryLines } from './roster/summary';
import { checkSetup } from './setup/check';
import { isIdentity } from './setup/settings';
import { findSpace, withNamedSpace } from './spaces/find-space';
import { requireSpaces } from './spaces/picker';
import { launchSpaces } from './spaces/spaces-job';

import { launchWhere } from './where/where-job';
import { listSpacesOf } from './where/where-table';
import { readWhereabouts } from './where/whereabouts';

export class EditorCalls {
  /** The job that ended last in this execution. */
  private ended: JobView | null = null;

  constructor(private readonly execution: Execution) {}

  /** Answers one question: prints the sentence and the JSON, writes the row, returns the membership or null. */
  getMembership(space: unknown, member: unknown, as: unknown): Membership | null {
    const { execution } = this;
    execution.askAs(as);
    const typed = { space: valueOf(readText(space)), member: valueOf(readText(member ?? '')) };
    const question = withNamedSpace(execution, typed);
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

  /**
   * Lists the members of a space into its tab, prints the summary and returns the memberships: null where the list goes on by itself,
   * or where another job was continued. Without a space the list of the open tab is refreshed.
   */
  listMembers(space: unknown, as: unknown, options: unknown): readonly Membership[] | null {
    const { execution } = this;
    execution.askAs(as);
    const chosen = readRosterOptions(options);
    const typed = space === undefined || space === null ? null : valueOf(readText(space));
    const target = typed === null ? openList(execution) : ({ of: 'space', space: typed } as const);
    const heard: Membership[] = [];
    execution.onMemberships = (memberships) => heard.push(...memberships);
    const isOpen = openJob(JOB_KINDS, execution) !== null;
    const view = this.list(as, isOpen ? null : prepareRoster(execution, target, chosen));
    if (view === null) return null;
    for (const line of summaryLines(view, execution)) execution.print(line);
    return [...byName(heard).values()];
  }

  /** Fills the tab `Spaces`. */
  listSpaces(as: unknown, options: unknown): null {
    const { execution } = this;
    execution.askAs(as);
    const { directMessages = false } = readRosterOptions(options);
    const { roster } = execution.catalogue;
    requireSpaces(execution);
    const continued = this.workOn(as, () => launchSpaces(execution, directMessages));
    if (continued !== null) execution.print(roster.job.notListed);
    return null;
  }

  /**
   * Finds the spaces in which members are: one tab `Spaces of NAME` each, looked up one after the other. Prints where they are;
   * returns that of the last one, null where it goes on by itself or another job was continued.
   */
  whereIs(member: unknown, as: unknown, options: unknown): Whereabouts | null {
    const { execution } = this;
    execution.askAs(as);
    const { directMessages = false } = readRosterOptions(options);
    const members = (Array.isArray(member) ? member : [member]).map((one) => valueOf(readText(one)));
    for (const one of members) valueOf(parseMember(one, execution.currentUser));
    let found: Whereabouts | null = null;
    for (const one of members) {
      found = this.whereIsOne(one, as, directMessages);
      if (found === null) return null;
    }
    return found;
  }

  private whereIsOne(member: string, as: unknown, directMessages: boolean): Whereabouts | null {
    const { execution } = this;
    const { where } = execution.catalogue;
    const spaces = openJob(JOB_KINDS, execution) === null ? listSpacesOf(execution, directMessages) : [];
    const continued = this.workOn(as, () => launchWhere(execution, member, spaces));
    if (continued !== null) execution.print(where.notAsked);
    const view = this.ended;
    if (continued !== null || view?.state !== 'done' || view.tabId === null) return null;
    const names = new Map(spaces.map((space) => [space.name, spaceNameOf(space) ?? space.name]));
    const found = readWhereabouts(execution, view.tabId, names);
    const only = found.places.filter(({ isOnlyOwner }) => isOnlyOwner);
    const counts = { places: found.places.length, asked: found.asked, unchecked: found.unchecked };
    if (only.length > 0) execution.print(where.onlyOwner(only.map(({ space }) => names.get(space) ?? space)));
    execution.print(execution.identity.as === 'admin' ? where.foundAsAdmin(counts) : where.found(counts));
    execution.print(where.written(linkOfTab(execution.workbook, view.tabId)));
    return found;
  }

  /**
   * Compares the list of the open tab with a space, prints the three sets and returns them: null where it goes on by itself, or where
   * another job was continued.
   */
  compareWithSpace(space: unknown, as: unknown): Comparison | null {
    const { execution } = this;
    const { workbook, catalogue } = execution;
    execution.askAs(as);
    const id = valueOf(findSpace(execution, valueOf(readText(space))));
    const table = workbook.activeTable();
    const continued = this.workOn(as, () =>
      launchCompare(execution, readOpenRows(workbook, table, execution, 'all'), { space: id, place: 'end' }),
    );
    if (continued !== null) execution.print(catalogue.where.notAsked);
    const view = this.ended;
    if (continued !== null || view?.state !== 'done' || view.tabId === null) return null;
    const since = Date.parse(view.startedAt);
    const found = readComparison(execution, { tab: view.tabId, space: `spaces/${id}`, since });
    for (const line of comparisonLines(found, view, execution)) execution.print(line);
    return found;
  }

  /** Lists; null where the list is not finished, or another job was continued. Throws why a single space could not be read. */
  private list(as: unknown, prepare: (() => Launch) | null): JobView | null {
    const { execution } = this;
    if (prepare === null) {
      this.workOn(as, () => {
        throw new ProblemError(problemOf('jobOpen'));
      });
      execution.print(execution.catalogue.roster.job.notListed);
      return null;
    }
    this.workOn(as, prepare);
    const view = this.ended;
    if (view?.state !== 'done') return null;
    const [problem] = execution.notices.slice(-1);
    // Of a single space that cannot be read there is no list.
    if (problem !== undefined && view.roster?.spaces === 1 && view.done === 0)
      throw new ProblemError(problem);
    return view;
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
    const { workbook, catalogue } = execution;
    const continued = this.workOn(as, () =>
      launchRows(execution, readOpenRows(workbook, table, execution), ''),
    );
    if (continued !== null && continued.tab !== table.name()) execution.print(catalogue.job.notLookedUp);
  }

  /**
   * Begins a job and works on it as long as an execution may. One that is open in this document is continued instead: never as
   * somebody else than the caller names. Returns what was continued; null where the new job has begun.
   */
  private workOn(as: unknown, prepare: () => Launch): JobView | null {
    const { execution } = this;
    const open = openJob(JOB_KINDS, execution);
    const report: Report = (result) => {
      execution.print(wordsAfter(JOB_KINDS, execution, result).progress);
    };
    if (open === null) {
      const begin = () => {
        const { record, work, since } = startJob(JOB_KINDS, execution, prepare);
        return workOn(JOB_KINDS, execution, record, { since, work });
      };
      this.printEnd(workUnattended(JOB_KINDS, execution, begin, report));
      return null;
    }
    if (isIdentity(as) && as !== open.as)
      throw new ProblemError(problemOf('jobOpenAsOther', { caller: open.as }));
    execution.print(execution.catalogue.job.continues);
    this.printEnd(continueUnattended(JOB_KINDS, execution, report));
    return open;
  }

  /** Says how far it came. Throws what stopped the job for good. */
  private printEnd(result: UnattendedResult): void {
    const { execution } = this;
    const { problem } = result.record;
    const view = viewAfter(JOB_KINDS, execution, result);
    this.ended = view;
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
