/** The work of a look-up of rows within one step: reads what is pending, asks it, writes answers to rows whose question is unchanged. */
import type { TableView } from '../table/column-set';
import { problemOf } from '../chat/problem';
import { membershipName, type MembershipReference } from '../chat/reference';
import type { Verdict, VerdictKind } from '../chat/verdict';
import type { Run, Work } from '../job/kind';
import type { Plan } from '../requests/plan';
import type { Result } from '../result';
import { spacesInCells } from '../spaces/space-cells';
import { a1Of, contiguousRuns, extentOf, type Rows } from '../table/area';
import { cellText, isBlank, isDate, type Cell } from '../table/cell';
import type { GuardedTable, RowUpdate } from '../table/guarded-write';
import { isSameView, writeGuarded } from '../table/guarded-write';
import { neighboursOf, readBackup, type ColumnBackup } from '../table/column-backup';
import { partsOf, readRows, type RowRange } from '../table/row-range';
import { readQuestion } from '../table/selection';
import type { ColourMode } from '../table/looks';
import { guardTexts } from '../table/text-guard';
import { BLANK_CELLS, cellsOf, type LookUpColumn } from './columns';
import { findLookUpTable, viewOf, type LookUpTable } from './look-up-table';
import { markedRun, pendingMarker } from '../job/marker';
import { sweepMarkers } from './pending-marker';
import { answerNotVisible, planLookUps, type LookUpPlan } from './plan';
import { questionKey, readAnswered, unreadableKey } from './question-key';
import { answerPlace, fitting, type RowsState } from './rows-state';
import { applyLooks, type WrittenKinds } from './status-looks';
import { writeTitles } from './titles';
import type { Answered } from './space-plan';

/** Page tokens are not used for longer. */
const TOKEN_MS = 30 * 60_000;
/** Answers that are worth a write before its time has come. */
const ENOUGH = 5_000;

/** Times that markers are put right before they are taken as they are. */
const MOST_MARKINGS = 4;

/** Rows as they were read, and where their columns are. */
export interface ReadPart {
  readonly found: LookUpTable;
  readonly view: TableView<LookUpColumn>;
  readonly read: RowRange;
  /** What a write needs to put user columns back. */
  readonly backup?: ColumnBackup;
}

/** Null where nothing stands: a row that was moved away, or whose question was erased, is left blank by us too. */
type Question = Result<MembershipReference> | null;

export class RowsWork implements Work<Answered> {
  readonly enough = ENOUGH;
  private part: ReadPart | null;
  /** Pending rows of the part, with their questions. */
  private pending = new Map<number, Question>();
  private verdicts = new Map<string, Verdict>();
  private plan: LookUpPlan | null = null;
  private hasLooked = false;
  private readonly questions = new Map<string, Question>();
  private readonly named = new WeakMap<ReadPart, ReadonlyMap<number, Result<string>>>();
  private usedColumns: number;
  /** What was written last, as far as it has not got its looks yet. */
  private answered: { readonly found: LookUpTable; readonly written: WrittenKinds } | null = null;
  private colours: ColourMode | null = null;
  /** Markers of other runs were seen. */
  private hasStrays = false;
  /** The rows that this execution has marked, until a look has shown that the markers stand where they belong. */
  private unverified: MarkedRows | null;

  /**
   * @param part Rows as this very execution has marked them.
   * @param usedColumns Columns in use then; 0 where that is not known.
   */
  constructor(
    private current: RowsState,
    private readonly run: Run,
    part: ReadPart | null = null,
    usedColumns = 0,
  ) {
    this.usedColumns = usedColumns;
    this.part = part;
    this.unverified = part === null ? null : { part, questions: countTexts(part) };
  }

  state(): RowsState {
    if (this.plan === null) return this.current;
    return { ...this.current, spaces: fitting(this.plan.memory()), spacesAt: this.run.ports.clock.now() };
  }

  next(until: number): Plan<Answered> | 'later' | null {
    const given = this.part;
    if (!this.hasLooked && given !== null && this.take(given)) {
      this.hasLooked = true;
      return this.makePlan();
    }
    const found = this.look(until);
    return found === 'found' ? this.makePlan() : found;
  }

  commit(results: readonly Answered[]): void {
    for (const { question, verdict } of results) this.verdicts.set(membershipName(question), verdict);
    const rows = extentOf(this.unverified === null ? this.answers().keys() : this.pending.keys());
    if (this.part === null || rows === null) return;
    const fresh = this.readAgain(this.part, rows);
    const answers = this.answers();
    const haveMoved = answers.size > 0 && this.write(fresh, answers);
    // The columns may have moved before the markers were written: those that are left are put where they belong.
    if (this.unverified !== null && haveMoved) this.markAnew(without(this.unverified, fresh, answers.keys()));
    this.unverified = null;
    if (answers.size === 0) return;
    if (this.current.untitled !== null) this.writeTitles(fresh.found, this.current.untitled);
    this.applyLooks();
  }

  /** Pending rows that can be answered now. */
  private answers(): ReadonlyMap<number, Verdict | null> {
    const answers = new Map<number, Verdict | null>();
    for (const [row, question] of this.pending) {
      const verdict = this.verdictOn(question);
      if (verdict !== undefined) answers.set(row, verdict);
    }
    return answers;
  }

  /** Undefined while it is not known; null for a row in which nothing is asked. */
  private verdictOn(question: Question): Verdict | null | undefined {
    if (question === null) return null;
    if (!question.ok) return { kind: 'unchecked', problem: question.problem };
    return this.verdicts.get(membershipName(question.value));
  }

  /** Looks for pending rows: at first only where they were last, then through the whole tab. */
  private look(until: number): 'found' | 'later' | null {
    let [found, view] = this.find();
    if (!this.hasLooked) {
      this.hasLooked = true;
      const near = tryRead(found, view, lookColumns(view), this.current.rows);
      if (near !== null && this.take(near)) return 'found';
    }
    for (;;) {
      const seen = this.lookThrough(found, view, until);
      if (seen !== null) return seen;
      // Nothing was found: unless columns were moved while it was looked for, nothing is there.
      const [again, now] = this.find();
      if (isSameView(view, now)) return null;
      [found, view] = [again, now];
    }
  }

  /** Looks through the whole tab, part by part. */
  private lookThrough(
    found: LookUpTable,
    view: TableView<LookUpColumn>,
    until: number,
  ): 'found' | 'later' | null {
    const { table } = found;
    const used = table.used();
    this.usedColumns = used.columns;
    const columns = lookColumns(view);
    const parts = partsOf(used.rows, columns.length);
    for (const rows of rotated(parts, this.current.rows[0])) {
      if (this.run.ports.clock.now() >= until) return 'later';
      if (this.take({ found, view, read: readRows(table, columns, rows) })) return 'found';
    }
    // Rows may have been sorted from one part into another meanwhile: the markers alone are read in one call.
    if (parts.length < 2) return this.sweepStrays();
    const markers = readRows(table, checkedColumn(view), [1, Math.max(1, used.rows)]);
    const checked = view.managed.get('checked');
    const row = markers.rows.find((at) => markedRun(markers.cell(at, checked)) === this.run.runId);
    if (row === undefined) return this.sweepStrays();
    this.current = { ...this.current, rows: [row, row] };
    return this.lookThrough(found, view, until);
  }

  /** There is one job at a time: markers of other runs came with copied rows or a copied file. */
  private sweepStrays(): null {
    const { ports, runId } = this.run;
    if (this.hasStrays && sweepMarkers(ports.workbook, this.current.tab, runId) > 0)
      ports.notices.push(problemOf('markersSwept'));
    this.hasStrays = false;
    return null;
  }

  private find(): readonly [LookUpTable, TableView<LookUpColumn>] {
    const found = findLookUpTable(this.run.ports.workbook, this.current.tab);
    return [found, viewOf(found, this.current.hasSpaceColumn)];
  }

  /** Takes up the pending rows of a part; false where it has none. */
  private take(part: ReadPart): boolean {
    this.pending = this.pendingIn(part);
    this.part = part;
    const rows = extentOf(this.pending.keys());
    if (rows !== null) this.current = { ...this.current, rows };
    return rows !== null;
  }

  private pendingIn(part: ReadPart): Map<number, Question> {
    const { view, read } = part;
    const checked = view.managed.get('checked');
    const runs = new Map(read.rows.map((row) => [row, markedRun(read.cell(row, checked))]));
    const marked = read.rows.filter((row) => runs.get(row) === this.run.runId);
    this.hasStrays ||= [...runs.values()].some((run) => run !== null && run !== this.run.runId);
    const rows = [...marked, ...this.misplacedIn(part, marked)];
    return new Map(rows.map((row) => [row, this.questionIn(part, row)]));
  }

  /**
   * Rows that this run answered with the answer to the question of another row: they were moved in the moment of a write.
   * The key beside each answer tells.
   */
  private misplacedIn(part: ReadPart, marked: readonly number[]): readonly number[] {
    const { view, read } = part;
    const checked = view.managed.get('checked');
    const question = view.managed.get('question');
    const differing = new Map<number, string>();
    const keys = new Set(marked.map((row) => this.keyOf(part, row)));
    for (const row of read.rows) {
      const time = read.cell(row, checked);
      const answered = readAnswered(read.cell(row, question));
      if (answered === null || !isDate(time) || time.getTime() < this.run.startedAt) continue;
      const key = this.keyOf(part, row);
      keys.add(key);
      if (key !== answered.key && this.questionIn(part, row)?.ok !== false) differing.set(row, answered.key);
    }
    return [...differing].flatMap(([row, key]) => (keys.has(key) ? [row] : []));
  }

  private questionIn(part: ReadPart, row: number): Question {
    const [typed, member] = typedIn(part, row);
    const named = this.spacesNamedIn(part).get(row);
    if (named?.ok === false) return named;
    const space = named?.value ?? typed;
    const key = JSON.stringify([cellText(space), cellText(member)]);
    const known = this.questions.get(key);
    if (known !== undefined) return known;
    const question = [space, member].every(isBlank)
      ? null
      : readQuestion({ space, member }, this.current.space, this.run.currentUser);
    this.questions.set(key, question);
    return question;
  }

  /** Spaces that the rows of a part mean by a link or a name. */
  private spacesNamedIn(part: ReadPart): ReadonlyMap<number, Result<string>> {
    const known = this.named.get(part);
    if (known !== undefined) return known;
    const { found, view, read } = part;
    const column = found.questions?.space ?? null;
    const checked = view.managed.get('checked');
    // Of titles, and of rows that were not asked, nothing needs to be known.
    const asked = read.rows.filter((row) => {
      const cell = read.cell(row, checked);
      return isDate(cell) || markedRun(cell) !== null;
    });
    const cells = new Map(asked.map((row) => [row, read.cell(row, column)]));
    const spaces =
      column === null || !this.current.hasSpaceColumn
        ? new Map<number, Result<string>>()
        : spacesInCells(this.run.ports, found.table, column, cells);
    this.named.set(part, spaces);
    return spaces;
  }

  /** The plan for the pending rows. What needs no request is answered at once. */
  private makePlan(): LookUpPlan {
    this.verdicts = new Map();
    const { identity, ports } = this.run;
    const questions = new Map<string, MembershipReference>();
    for (const question of this.pending.values()) {
      if (question?.ok !== true) continue;
      const name = membershipName(question.value);
      const notVisible = answerNotVisible(question.value, identity);
      if (notVisible === null) questions.set(name, question.value);
      else this.verdicts.set(name, notVisible.verdict);
    }
    const isFresh = ports.clock.now() - this.current.spacesAt < TOKEN_MS;
    const { currentUser } = this.run;
    const remembered = isFresh ? this.current.spaces : [];
    this.plan = planLookUps([...questions.values()], { identity, currentUser, remembered });
    return this.plan;
  }

  /** Reads the rows that are about to be written once more; where they are not what they were, finds them anew. */
  private readAgain(part: ReadPart, rows: Rows): ReadPart {
    const { found, view } = part;
    found.table.flush();
    // Much time has passed since the rows were read: a column of ours that was deleted may not show in what is compared below.
    if (!isSameView(view, this.find()[1])) return this.locateAgain(rows);
    const hasGaps = this.answers().size < rows[1] - rows[0] + 1;
    const ours = hasGaps ? [...view.managed.values()] : answerColumns(view);
    const backup = this.backUp(found, view, rows);
    const columns = [...view.identity, ...ours, ...backup.columns];
    const again = tryRead(found, view, columns, rows);
    const compared = [...view.identity, ...checkedColumn(view)];
    const asked = [...this.pending.keys()].filter((row) => row >= rows[0] && row <= rows[1]);
    const isSame = again !== null && asked.every((row) => part.read.isSameRow(row, again.read, compared));
    return isSame ? { ...again, backup } : this.locateAgain(rows);
  }

  private locateAgain(rows: Rows): ReadPart {
    return this.unverified === null ? this.findAgain(rows) : this.markAnew(this.unverified);
  }

  /** Rows or columns were moved: finds our columns by their marks, and reads pending rows where they may be now. */
  private findAgain([top, bottom]: Rows): ReadPart {
    const [found, view] = this.find();
    const used = found.table.used();
    this.usedColumns = used.columns;
    const height = bottom - top + 1;
    const to = Math.max(1, Math.min(used.rows, bottom + height));
    const from = Math.min(to, Math.max(1, top - height));
    return this.readWhole(found, view, [from, to]);
  }

  /** Reads all that a write may have to put back, and takes the pending rows up. */
  private readWhole(found: LookUpTable, view: TableView<LookUpColumn>, rows: Rows): ReadPart {
    const backup = this.backUp(found, view, rows);
    const columns = [...view.identity, ...view.managed.values(), ...backup.columns];
    const part = { found, view, read: readRows(found.table, columns, rows), backup };
    this.pending = this.pendingIn(part);
    this.part = part;
    return part;
  }

  /** Rows or columns moved in the moment in which this execution marked them: puts the markers where they belong. */
  private markAnew({ part: marked, questions }: MarkedRows): ReadPart {
    const marker = pendingMarker(this.run.runId, this.run.ports.catalogue);
    let last = marked;
    for (let attempt = 1; ; attempt++) {
      this.clearMissed(last, marker);
      const [found, view] = this.find();
      const used = found.table.used();
      this.usedColumns = used.columns;
      const part = this.readWhole(found, view, [1, Math.max(1, used.rows)]);
      // Rows may move while they are marked: it is done once nothing is left to put right.
      if (attempt > MOST_MARKINGS || placeMarkers(part, questions, marker) === 0) return part;
      found.table.flush();
      last = part;
    }
  }

  /** A column that was put where our markers went is not ours: they are taken out of it, and what they overwrote is named. */
  private clearMissed({ view, read }: ReadPart, marker: string): void {
    const [{ table }, now] = this.find();
    const column = view.managed.get('checked') ?? 0;
    if ([...now.managed.values()].includes(column)) return;
    const cells = readRows(table, [column], [1, Math.max(read.bottom, table.used().rows)]);
    const missed = cells.rows.filter((row) => cells.cell(row, column) === marker);
    const isNew = cells.rows.every((row) => ['', marker].includes(cellText(cells.cell(row, column))));
    const areas = contiguousRuns(missed).map(([top, bottom]) => ({
      row: top,
      column,
      rows: bottom - top + 1,
      columns: 1,
    }));
    for (const area of areas)
      table.write(
        area,
        Array.from({ length: area.rows }, () => ['']),
      );
    if (areas.length > 0) table.flush();
    if (!isNew) this.nameLost(areas.map(a1Of));
  }

  /** Writes answers beside their questions. Tells whether columns were moved in that moment. */
  private write(part: ReadPart, answers: ReadonlyMap<number, Verdict | null>): boolean {
    const { found, view, read } = part;
    const { ports, runId, identity } = this.run;
    const context = { identity, catalogue: ports.catalogue, checkedAt: ports.clock.now() };
    const updates = new Map<number, RowUpdate<LookUpColumn>>();
    const kinds = new Map<RowUpdate<LookUpColumn>, VerdictKind>();
    for (const [row, verdict] of answers) {
      const update = verdict === null ? BLANK_CELLS : cellsOf(verdict, this.keyOf(part, row), context);
      updates.set(row, update);
      if (verdict !== null) kinds.set(update, verdict.kind);
    }
    const checked = view.managed.get('checked');
    const report = writeGuarded(this.guarded(found), {
      view,
      updates,
      before: read,
      witness: 'question',
      isManagedRow: (row) => this.isOurs(read.cell(row, checked)),
      // Its own answer is gone: it is asked again.
      stray: { ...BLANK_CELLS, checked: pendingMarker(runId, ports.catalogue) },
      ...(part.backup === undefined ? {} : { backup: part.backup }),
    });
    guardTexts(found.table, report, ports.catalogue);
    const counts = { ...this.current.counts };
    for (const update of report.written.values()) {
      const kind = kinds.get(update);
      if (kind !== undefined) counts[kind] += 1;
    }
    const place = answerPlace(this.current.answers?.row ?? this.current.rows[0], report.view.managed);
    this.current = { ...this.current, counts, answers: place };
    this.nameLost(report.lost);
    for (const row of answers.keys()) this.pending.delete(row);
    const written = new Map([...report.written].map(([row, update]) => [row, kinds.get(update) ?? null]));
    this.answered = { found: { ...found, managed: report.view.managed }, written };
    return !isSameView(view, report.view);
  }

  /** Looks come after answers, which they must not delay. */
  private applyLooks(): void {
    if (this.answered === null) return;
    const { found, written } = this.answered;
    const colours = this.colours ?? found.colours;
    const { added } = this.current;
    this.colours = applyLooks(this.run.ports.workbook, { ...found, colours }, added, written);
    this.current = { ...this.current, added: null };
    this.answered = null;
  }

  /** Gives new columns their titles, once something is answered. */
  private writeTitles(found: LookUpTable, row: number): void {
    this.nameLost(writeTitles(this.guarded(found), this.run.ports.catalogue, row));
    this.current = { ...this.current, untitled: null };
  }

  /** Names cells of the user that were overwritten. */
  private nameLost(areas: readonly string[]): void {
    if (areas.length > 0)
      this.run.ports.notices.push(problemOf('cellsOverwritten', { range: areas.join(', ') }));
  }

  private guarded({ table }: LookUpTable): GuardedTable<LookUpColumn> {
    return { cells: table, find: () => this.find()[1] };
  }

  private keyOf(part: ReadPart, row: number): string {
    const question = this.questionIn(part, row);
    return question?.ok === true
      ? questionKey(question.value, this.run.identity)
      : unreadableKey(...typedIn(part, row));
  }

  /** A row that waits for this run, or that was answered since it began, holds nothing but what we wrote. */
  private isOurs(checked: Cell): boolean {
    if (isDate(checked)) return checked.getTime() >= this.run.startedAt;
    return markedRun(checked) === this.run.runId;
  }

  private backUp({ table }: LookUpTable, view: TableView<LookUpColumn>, rows: Rows): ColumnBackup {
    return readBackup(table, neighboursOf(view, this.usedColumns), rows, this.usedColumns);
  }
}

/** Rows as they were marked, and how often each question is among them. */
interface MarkedRows {
  readonly part: ReadPart;
  readonly questions: ReadonlyMap<string, number>;
}

function countTexts(part: ReadPart): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of part.read.rows) {
    if (!isMarkedIn(part, row)) continue;
    const text = textOf(part, row);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** The same without rows that were answered. */
function without({ part, questions }: MarkedRows, read: ReadPart, rows: Iterable<number>): MarkedRows {
  const left = new Map(questions);
  for (const row of rows) left.set(textOf(read, row), (left.get(textOf(read, row)) ?? 1) - 1);
  return { part, questions: left };
}

function isMarkedIn({ view, read }: ReadPart, row: number): boolean {
  return markedRun(read.cell(row, view.managed.get('checked'))) !== null;
}

function textOf(part: ReadPart, row: number): string {
  return JSON.stringify(typedIn(part, row).map(cellText));
}

/**
 * Queues the markers: as many rows of each question as were asked, those that carry one already first; no others. Returns how many
 * cells that changes.
 */
function placeMarkers(part: ReadPart, questions: ReadonlyMap<string, number>, marker: string): number {
  const { view, read, found } = part;
  const left = new Map(questions);
  let changes = 0;
  const put = (row: number, column: number, text: string): void => {
    changes += 1;
    found.table.write({ row, column, rows: 1, columns: 1 }, [[text]]);
  };
  const checked = view.managed.get('checked') ?? 0;
  const inOrder = [...read.rows].sort((a, b) => Number(isMarkedIn(part, b)) - Number(isMarkedIn(part, a)));
  for (const row of inOrder) {
    const text = textOf(part, row);
    const wanted = left.get(text) ?? 0;
    if (wanted > 0) left.set(text, wanted - 1);
    if (wanted > 0 !== (read.cell(row, checked) === marker)) put(row, checked, wanted > 0 ? marker : '');
    // A column that moved in that moment may have left a marker in another one of ours.
    for (const column of view.managed.values()) {
      if (column !== checked && read.cell(row, column) === marker) put(row, column, '');
    }
  }
  return changes;
}

function tryRead(
  found: LookUpTable,
  view: TableView<LookUpColumn>,
  columns: readonly number[],
  rows: Rows,
): ReadPart | null {
  try {
    return { found, view, read: readRows(found.table, columns, rows) };
  } catch {
    // There are no longer so many rows or columns.
    return null;
  }
}

/** What a look reads. */
function lookColumns(view: TableView<LookUpColumn>): readonly number[] {
  return [...view.identity, ...answerColumns(view)];
}

/** What tells whether a row waits, and what its answer answers. */
function answerColumns({ managed }: TableView<LookUpColumn>): readonly number[] {
  return (['checked', 'question'] as const).flatMap((key) => managed.get(key) ?? []);
}

function checkedColumn({ managed }: TableView<LookUpColumn>): readonly number[] {
  const checked = managed.get('checked');
  return checked === undefined ? [] : [checked];
}

/** Space and member as they stand in a row. */
function typedIn({ found: { questions }, read }: ReadPart, row: number): readonly [Cell, Cell] {
  return [read.cell(row, questions?.space), read.cell(row, questions?.member)];
}

/** Parts of a tab, from the one that holds a row to the end and round. */
function rotated(parts: readonly Rows[], row: number): readonly Rows[] {
  const first = Math.max(
    0,
    parts.findIndex(([, bottom]) => row <= bottom),
  );
  return [...parts.slice(first), ...parts.slice(0, first)];
}
