/** What the sidebar may call: every argument is checked here, nothing is trusted. */
import {
  readAnswersSince,
  readQuestionArgument,
  readQuestionRow,
  readShowTarget,
  readStartOptions,
  readText,
} from './arguments';
import { problemOf, ProblemError } from './chat/problem';
import { USER } from './chat/identity';
import { launchCompare } from './compare/compare-job';
import { compareNames } from './compare/by-name';
import { readComparison, readComparisonArgument } from './compare/comparison';
import type {
  Answer,
  Exceptions,
  Comparison,
  NameComparison,
  EraseSummary,
  ExportedTable,
  KnownSpace,
  Roster,
  SelectedSpaces,
  SpaceLabel,
  SpacesPage,
  TableInfo,
  JobView,
  SelectionSummary,
  Settings,
  SetupReport,
  Shown,
  Start,
  WhereStep,
  Written,
} from './contract';
import { erase, summariseErase } from './erase/erase';
import { exportTable, listTables } from './export/export';
import { requireIdentity, type Execution } from './execution';
import { cancelJob, openJob, pauseJob, showFirstAnswer, viewAfter } from './job/control';
import { startJob, type Launch } from './job/start';
import { stepJob, workOn, type StepResult } from './job/step';
import { RESCUE_MS } from './job/unattended';
import { JOB_KINDS } from './jobs';
import { readAnswer } from './look-up/answer';
import type { AnsweredQuestion } from './look-up/answer-row';
import { writeBeside } from './look-up/beside-question';
import { recentQuestions, writeAnswer } from './look-up/memberships-tab';
import { exceptionsSince } from './look-up/exceptions';
import { lookUpOne } from './look-up/one-question';
import { showAnswers } from './look-up/show-answers';
import {
  launchSelected,
  readChoice,
  readShown,
  selectedQuestion,
  summariseSelection,
} from './look-up/selected-rows';
import { undoWrite } from './look-up/undo-write';
import { readWritten } from './look-up/written';
import { valueOf } from './result';
import { listForCard } from './roster/card';
import { readRoster } from './roster/returned';
import { prepareReturned, prepareRoster, readRosterOptions, readTarget } from './roster/start-roster';
import { BASE_FEATURES } from './setup/consent';
import { checkSetup } from './setup/check';
import { parseSettings } from './setup/settings';
import { findSpace, withNamedSpace } from './spaces/find-space';
import { knownSpaces, nameSpaces, readToken, requireSpaces, spacesPage } from './spaces/picker';
import { launchSpaces } from './spaces/spaces-job';
import { summariseSpaces } from './spaces/selected-spaces';
import { lookWhere, readWhereArgument } from './where/where';
import { prepareWhere, readWhereTableArgument } from './where/where-job';

const RECENT_QUESTIONS = 10;

export class SidebarCalls {
  constructor(private readonly execution: Execution) {}

  /** All that the sidebar shows first. What was refused leaves its part empty. */
  start(view: Start['view']): Start {
    const { execution } = this;
    const { workbook, catalogue, settings } = execution;
    const refused = execution.missingScopes(BASE_FEATURES);
    const canRead = execution.missingScopes(['sheet']).length === 0;
    const job = canRead ? openJob(JOB_KINDS, execution) : null;
    return {
      locale: catalogue.locale,
      build: execution.build,
      settings,
      question: canRead && view === 'ask' ? selectedQuestion(workbook) : null,
      recent: canRead ? recentQuestions(workbook, RECENT_QUESTIONS) : [],
      job,
      notices: execution.notices.map((problem) => execution.problemText(problem)),
      view,
      refused,
      grantUrl: refused.length === 0 ? null : execution.grantUrl(),
    };
  }

  lookUp(question: unknown, spaceName: unknown): Answer {
    const name = spaceName === undefined || spaceName === null ? undefined : valueOf(readText(spaceName));
    const asked = withNamedSpace(this.execution, valueOf(readQuestionArgument(question)));
    return lookUpOne(this.execution, asked, name).answer;
  }

  /** Writes an answer beside its question, or into `Memberships` where nobody says where that stands. */
  write(returned: unknown, at: unknown): Written {
    const answered = this.answered(returned);
    const row = valueOf(readQuestionRow(at));
    return row === null ? writeAnswer(answered, this.execution) : writeBeside(answered, row, this.execution);
  }

  undoWrite(returned: unknown, written: unknown): null {
    undoWrite(this.answered(returned), valueOf(readWritten(written)), this.execution);
    return null;
  }

  show(target: unknown): Shown {
    return showAnswers(this.execution.workbook, valueOf(readShowTarget(target)));
  }

  exceptions(tabId: unknown, since: unknown): Exceptions {
    return exceptionsSince(this.execution, valueOf(readAnswersSince(tabId, since)));
  }

  selection(space: unknown, choice: unknown): SelectionSummary {
    return summariseSelection(this.execution, this.spaceOf(space), readChoice(choice));
  }

  /** Starts what the person was shown; without that, whatever is selected. */
  startJob(space: unknown, shown: unknown, options: unknown): JobView {
    const { execution } = this;
    requireIdentity(execution);
    const given = { space: this.spaceOf(space), ...valueOf(readStartOptions(options)) };
    return this.begin(() => launchSelected(execution, given, shown));
  }

  /** Begins to compare the selected people with a space. */
  startCompare(space: unknown, shown: unknown, options: unknown): JobView {
    const { execution } = this;
    requireIdentity(execution);
    const given = {
      space: valueOf(findSpace(execution, valueOf(readText(space)))),
      ...valueOf(readStartOptions(options)),
    };
    return this.begin(() => launchCompare(execution, readShown(execution, given.space, shown), given));
  }

  comparison(job: unknown): Comparison {
    return readComparison(this.execution, readComparisonArgument(job));
  }

  compareNames(space: unknown): NameComparison {
    return compareNames(this.execution, valueOf(readText(space)));
  }

  /** Fills the tab `Spaces`. */
  startSpaces(options: unknown): JobView {
    requireSpaces(this.execution);
    const { directMessages = false } = readRosterOptions(options);
    return this.begin(() => launchSpaces(this.execution, directMessages));
  }

  startRoster(target: unknown, options: unknown): JobView {
    return this.begin(prepareRoster(this.execution, readTarget(target), readRosterOptions(options)));
  }

  /** Writes a list that the page hands back. */
  writeRoster(returned: unknown, options: unknown): JobView {
    const { execution } = this;
    const roster = valueOf(readRoster(returned, execution.clock.now()));
    if (roster.as !== execution.identity.as) throw new ProblemError(problemOf('notConfirmed'));
    return this.begin(prepareReturned(execution, roster, readRosterOptions(options)));
  }

  /** Begins a job and does its first step. */
  private begin(prepare: () => Launch): JobView {
    const { execution } = this;
    const { record, since, work } = startJob(JOB_KINDS, execution, prepare);
    const result = workOn(JOB_KINDS, execution, record, { since, work });
    // Should the sidebar be closed, the rest goes on by itself. Privileged work never does.
    if (result.end === 'running' && execution.identity.as === 'user') execution.continuation.arm(RESCUE_MS);
    return this.viewAfter(result);
  }

  stepJob(runId: unknown, takeOver: unknown): JobView {
    const { execution } = this;
    const options = { takeOver: takeOver === true };
    const result = stepJob(JOB_KINDS, execution, valueOf(readText(runId)), options);
    if (result.end === 'done') execution.continuation.disarm();
    return this.viewAfter(result);
  }

  pauseJob(runId: unknown): JobView {
    return pauseJob(JOB_KINDS, this.execution, valueOf(readText(runId)));
  }

  cancelJob(runId: unknown): JobView {
    const view = cancelJob(JOB_KINDS, this.execution, valueOf(readText(runId)));
    this.execution.continuation.disarm();
    return view;
  }

  /** Makes the tab `Spaces of NAME`, and begins the look-up of its rows. */
  startWhere(asked: unknown): JobView {
    return this.begin(prepareWhere(this.execution, readWhereTableArgument(asked)));
  }

  /** One call of "where is this person?": the page holds the rest. */
  where(asked: unknown): WhereStep {
    requireIdentity(this.execution);
    return lookWhere(this.execution, readWhereArgument(asked));
  }

  /** One page of spaces for the picker. */
  spaces(pageToken: unknown): SpacesPage {
    return spacesPage(this.execution, valueOf(readToken(pageToken)));
  }

  nameSpaces(spaces: unknown): readonly SpaceLabel[] {
    return nameSpaces(this.execution, spaces);
  }

  knownSpaces(): readonly KnownSpace[] {
    return knownSpaces(this.execution);
  }

  selectedSpaces(): SelectedSpaces {
    return summariseSpaces(this.execution);
  }

  listMembers(space: unknown): Roster {
    return listForCard(this.execution, valueOf(readText(space)));
  }

  /** Moves the person's view to a tab of Rollcall's. */
  showTab(tab: unknown): boolean {
    const { workbook } = this.execution;
    const isOurs = workbook.marks().some((mark) => mark.tab === tab);
    const table = isOurs && typeof tab === 'number' ? workbook.table(tab) : null;
    if (table === null) return false;
    workbook.show(table.id, [{ row: 1, column: 1, rows: 1, columns: 1 }]);
    return true;
  }

  tables(): readonly TableInfo[] {
    return listTables(this.execution);
  }

  exportTable(tab: unknown): ExportedTable {
    return exportTable(this.execution, tab);
  }

  eraseSummary(): EraseSummary {
    return summariseErase(this.execution);
  }

  erase(shown: unknown): null {
    erase(this.execution, shown);
    return null;
  }

  /** Saves settings. What they need is looked at first: an identity that cannot work is not switched on. */
  saveSettings(value: unknown): Settings {
    const settings = valueOf(parseSettings(value));
    // What was switched on before stays: only the colours may have changed.
    const isSame = settings.as === this.execution.settings.as;
    if (settings.as !== 'user' && !isSame) this.execution.requireFeature(settings.as);
    this.execution.saveSettings(settings);
    return settings;
  }

  editors(): readonly string[] | null {
    return this.execution.editors();
  }

  /** Whoever drives a job from the sidebar sits at the sheet: at the end their view moves to the answers. */
  private viewAfter(result: StepResult): JobView {
    if (result.end === 'done') showFirstAnswer(JOB_KINDS, this.execution, result.record);
    return viewAfter(JOB_KINDS, this.execution, result);
  }

  /** An answer that the page hands back, as somebody whom this person may ask as. */
  private answered(returned: unknown): AnsweredQuestion {
    const { currentUser, clock, identity } = this.execution;
    const answer = valueOf(readAnswer(returned, { currentUser, now: clock.now() }));
    if (answer.as !== 'user' && answer.as !== identity.as) throw new ProblemError(problemOf('notConfirmed'));
    return { ...answer, identity: answer.as === 'user' ? USER : identity };
  }

  /** That the sidebar was answered shows that it and the sheet speak as one account. */
  checkSetup(space: unknown): SetupReport {
    return checkSetup(this.execution, space, { id: 'account', state: 'proven', problem: null });
  }

  /** A space as typed for a column of people; empty where rows name theirs. */
  private spaceOf(value: unknown): string {
    const text = valueOf(readText(value));
    return text.trim() === '' ? '' : valueOf(findSpace(this.execution, text));
  }
}
