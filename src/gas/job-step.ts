/** One bounded step of a job: read what is pending, ask, and write answers to the rows whose question is still the same. */
import { cellsOf, isMarkOf, type Cell, type ColumnKey } from '../core/columns';
import { count, leaseHeldBy, type JobRecord } from '../core/job';
import { LookUps, type Pause } from '../core/look-ups';
import { answerUnseen, planLookUps } from '../core/plan';
import { problemOf, ProblemError, type Problem } from '../core/problem';
import { Rate } from '../core/rate';
import { membershipName, type MembershipReference, type Parsed } from '../core/reference';
import { cellText, readQuestion, type TypedQuestion } from '../core/selection';
import type { Verdict } from '../core/verdict';
import { agree, ourCell, questionIn, readBlock, rowsOf, rowsPerBlock, writeBlock, type Block } from './block';
import { deleteRecord, leaseKey, loadRecord, locked, ownerKey, saveRecord } from './job-store';
import type { JobWorld } from './job-world';
import { openTable, type Table } from './table';

/** A step sends nothing new after this, so that it ends within 15 s. */
const SENDING_MS = 9_000;
/** Answers are written at least so often: no more than that is asked again after a kill. */
const WRITE_EVERY_MS = 5_000;
/** So many answers are written at once, and then more is asked. */
const BATCH_ANSWERS = 500;

/** Where a step left the job. `record` is as stored last; when it is finished or gone, as it was then. */
export interface StepResult {
  readonly record: JobRecord;
  /** `cancelled`: the job was cancelled or taken over by somebody else while this step ran. */
  readonly end: 'running' | 'paused' | 'stopped' | 'done' | 'cancelled';
}

/** Takes the lease and works one step. Throws a `ProblemError` where there is no such job or somebody else holds it. */
export function stepJob(world: JobWorld, runId: string): StepResult {
  return workOn(world, takeLease(world, runId), null);
}

/** Takes or renews the lease of the open job; a paused or stopped one runs again. */
function takeLease(world: JobWorld, runId: string): JobRecord {
  const owner = ownerKey();
  return locked(() => {
    const now = world.clock.now();
    const record = loadRecord(now);
    if (record?.runId !== runId) throw new ProblemError(problemOf('noJob'));
    const held = leaseHeldBy(record, owner, now);
    if (held !== null) throw new ProblemError(held);
    if (record.identity.as !== 'user' && record.identity.as !== world.identity.as) {
      throw new ProblemError(problemOf('notConfirmed'));
    }
    const taken: JobRecord = {
      ...record,
      identity: world.identity.as === record.identity.as ? world.identity : record.identity,
      state: record.state === 'starting' ? 'starting' : 'running',
      // After a stop the next request is a canary again.
      proven: record.proven && record.state !== 'stopped',
      fruitlessTries: record.state === 'stopped' ? 0 : record.fruitlessTries,
      problem: null,
      lease: { owner, key: leaseKey(), at: now },
    };
    saveRecord(taken);
    return taken;
  });
}

/** Works one step under a lease already taken. `start` is what the execution that began the job has just read and marked. */
export function workOn(world: JobWorld, record: JobRecord, start: Block | null): StepResult {
  const step = new Step(world, record);
  try {
    return step.work(start);
  } catch (error) {
    return step.stop(world.problemFrom(error));
  }
}

class Step {
  /** Up to when the time of this step is in the record. */
  private countedAt: number;
  private readonly until: number;
  private readonly rate: Rate;
  private readonly parsed = new Map<string, Parsed<MembershipReference>>();
  private answered = false;
  /** Rows or columns were moved while this step was at work. */
  private moved = false;

  constructor(
    private readonly world: JobWorld,
    private record: JobRecord,
  ) {
    this.countedAt = world.clock.now();
    this.until = this.countedAt + SENDING_MS;
    this.rate = new Rate(record.rate);
  }

  work(start: Block | null): StepResult {
    if (start !== null) {
      const end = this.drain(start);
      if (end !== null) return end;
      // The rows were marked and read a moment ago by this very execution: when none has moved, that was all.
      if (!this.moved) return this.finish();
    }
    const table = openTable(this.sheet());
    if (!table.ours.has('checked') || table.questions === null) return this.nothingPending(false);
    const windows = windowsFrom(table, this.record.window);
    let found = false;
    for (const [top, bottom] of windows) {
      const block = readBlock(table, top, bottom);
      if (this.pendingIn(block).length === 0) continue;
      found = true;
      this.record = { ...this.record, window: top, state: 'running' };
      const end = this.drain(block);
      if (end !== null) return end;
    }
    return this.nothingPending(found && (this.moved || windows.length > 1));
  }

  /** Works a block until nothing in it is pending (null) or the step ends. */
  private drain(first: Block): StepResult | null {
    let block = first;
    while (this.pendingIn(block).length > 0) {
      const result = this.workBlock(block);
      if ('end' in result) return result;
      block = result.block;
    }
    return null;
  }

  /** `lookAgain`: a row may have been moved from a part not yet read into one already read. */
  private nothingPending(lookAgain: boolean): StepResult {
    if (lookAgain) return this.pauseForNext(null);
    return this.record.state === 'starting' ? this.forget() : this.finish();
  }

  /** Stops the job with a problem; what is pending stays pending. */
  stop(problem: Problem): StepResult {
    return this.settleRecord((stored) => ({ ...stored, state: 'stopped', problem, lease: null }), 'stopped');
  }

  /** Asks what is pending in a block until it is answered (then the block as written comes back) or the step is over. */
  private workBlock(first: Block): StepResult | { readonly block: Block } {
    const verdicts = new Map<string, Verdict>();
    const questions = this.questionsIn(first, verdicts);
    const plan = planLookUps(questions, this.record.identity, this.record.spaces);
    const { proven, fruitlessTries, identity } = this.record;
    const lookUps = new LookUps(plan, identity, this.rate, this.world, proven, fruitlessTries);
    let block = first;
    for (;;) {
      const writeAt = this.world.clock.now() + WRITE_EVERY_MS;
      const pause = lookUps.run(Math.min(this.until, writeAt), BATCH_ANSWERS);
      for (const { question, verdict } of lookUps.take()) verdicts.set(membershipName(question), verdict);
      this.record = { ...this.record, proven: lookUps.isProven, spaces: plan.memory() };
      const written = this.write(block, verdicts);
      if (written === null) return { record: this.record, end: 'cancelled' };
      verdicts.clear();
      block = written;
      if (this.record.state === 'paused')
        return this.settleRecord((stored) => ({ ...stored, lease: null }), 'paused');
      if (pause.kind === 'done') return { block };
      const over = this.endOf(pause, lookUps.fewestTries);
      if (over !== null) return over;
    }
  }

  /** The result of a step that ends here; null while it goes on. */
  private endOf(pause: Pause, fewestTries: number): StepResult | null {
    if (pause.kind === 'stopped') return this.stop(pause.problem);
    if (this.world.clock.now() < this.until) return null;
    return this.pauseForNext(this.answered ? 0 : fewestTries);
  }

  private pauseForNext(fruitlessTries: number | null): StepResult {
    return this.settleRecord(
      (stored) => ({ ...stored, fruitlessTries: fruitlessTries ?? stored.fruitlessTries }),
      'running',
    );
  }

  /** Different questions of the pending rows. Those that need no request get their verdict at once. */
  private questionsIn(block: Block, verdicts: Map<string, Verdict>): readonly MembershipReference[] {
    const questions = new Map<string, MembershipReference>();
    for (const typed of this.pendingIn(block)) {
      const read = this.parse(typed);
      if (!read.ok) continue;
      const name = membershipName(read.value);
      const unseen = answerUnseen(read.value, this.record.identity);
      if (unseen !== null) verdicts.set(name, unseen.verdict);
      else questions.set(name, read.value);
    }
    return [...questions.values()];
  }

  private pendingIn(block: Block): readonly TypedQuestion[] {
    return rowsOf(block)
      .filter((row) => isMarkOf(this.record.runId, ourCell(block, row, 'checked')))
      .map((row) => questionIn(block, row));
  }

  private parse(typed: TypedQuestion): Parsed<MembershipReference> {
    const key = JSON.stringify([cellText(typed.space), cellText(typed.member)]);
    const known = this.parsed.get(key) ?? readQuestion(typed, this.record.space, this.world.asker);
    this.parsed.set(key, known);
    return known;
  }

  /**
   * Under the lock: looks whether the job is still ours, reads the rows again, writes the answers of those that still wait
   * with the same question, and flushes. Null where the job is no longer ours.
   */
  private write(block: Block, verdicts: ReadonlyMap<string, Verdict>): Block | null {
    return locked(() => {
      const stored = this.stored();
      if (stored === null) return null;
      const { written, kinds } = this.writeAnswers(block, verdicts);
      const state = stored.state === 'paused' ? 'paused' : this.record.state;
      this.record = { ...this.record, state, counts: count(stored.counts, kinds) };
      this.save();
      return written;
    });
  }

  private writeAnswers(
    block: Block,
    verdicts: ReadonlyMap<string, Verdict>,
  ): { readonly written: Block; readonly kinds: readonly Verdict['kind'][] } {
    if (this.updatesFor(block, verdicts).updates.size === 0) return { written: block, kinds: [] };
    const fresh = this.readAgain(block);
    const { updates, kinds } = this.updatesFor(fresh, verdicts);
    const written = writeBlock(fresh, updates);
    if (updates.size > 0) SpreadsheetApp.flush();
    this.answered ||= updates.size > 0;
    return { written, kinds };
  }

  private readAgain(block: Block): Block {
    const bottom = block.top + block.cells.length - 1;
    const again = readBlock(block.table, block.top, bottom);
    if (agree(block, again)) return again;
    // Rows or columns moved meanwhile: the metadata is asked anew, and the next step looks through the whole tab.
    this.moved = true;
    return readBlock(openTable(this.sheet()), block.top, bottom);
  }

  private updatesFor(
    block: Block,
    verdicts: ReadonlyMap<string, Verdict>,
  ): {
    readonly updates: ReadonlyMap<number, Readonly<Record<ColumnKey, Cell>>>;
    readonly kinds: readonly Verdict['kind'][];
  } {
    const updates = new Map<number, Readonly<Record<ColumnKey, Cell>>>();
    const kinds: Verdict['kind'][] = [];
    const { words, clock } = this.world;
    const context = { words, identity: this.record.identity, checkedAt: clock.now() };
    for (const typed of this.pendingIn(block)) {
      const read = this.parse(typed);
      const verdict: Verdict | undefined = read.ok
        ? verdicts.get(membershipName(read.value))
        : { kind: 'unchecked', problem: read.problem };
      if (verdict === undefined) continue;
      updates.set(typed.row, cellsOf(verdict, context));
      kinds.push(verdict.kind);
    }
    return { updates, kinds };
  }

  private sheet(): GoogleAppsScript.Spreadsheet.Sheet {
    const { sheetId, tab } = this.record;
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetById(sheetId);
    if (sheet === null) throw new ProblemError(problemOf('sheetGone', { tab }));
    return sheet;
  }

  /** The stored record while it is still this step's; null once it was cancelled or taken over. */
  private stored(): JobRecord | null {
    const stored = loadRecord(this.world.clock.now());
    return stored?.runId === this.record.runId && stored.lease?.key === this.record.lease?.key
      ? stored
      : null;
  }

  private save(): void {
    const now = this.world.clock.now();
    const { lease, workedMs } = this.record;
    this.record = {
      ...this.record,
      lease: lease === null ? null : { ...lease, at: now },
      workedMs: workedMs + (now - this.countedAt),
      rate: this.rate.state(now),
      spacesAt: now,
    };
    this.countedAt = now;
    saveRecord(this.record);
  }

  /** Ends the step with a last change of the record, unless somebody else has it by now. */
  private settleRecord(change: (record: JobRecord) => JobRecord, end: StepResult['end']): StepResult {
    return locked(() => {
      const stored = this.stored();
      if (stored === null) return { record: this.record, end: 'cancelled' };
      const paused = stored.state === 'paused' && end === 'running';
      this.record = change({ ...this.record, state: paused ? 'paused' : this.record.state });
      if (paused) this.record = { ...this.record, lease: null };
      this.save();
      return { record: this.record, end: paused ? 'paused' : end };
    });
  }

  private finish(): StepResult {
    return this.end('done');
  }

  /** A job whose start was cut off before a single mark was written: the rows can simply be started again. */
  private forget(): StepResult {
    this.end('cancelled');
    throw new ProblemError(problemOf('noJob'));
  }

  private end(end: 'done' | 'cancelled'): StepResult {
    return locked(() => {
      if (this.stored() === null) return { record: this.record, end: 'cancelled' };
      deleteRecord();
      return { record: this.record, end };
    });
  }
}

/** The parts of a table, one read each, beginning with the one that holds row `from` and coming round. */
function windowsFrom(table: Table, from: number): readonly (readonly [top: number, bottom: number])[] {
  const last = Math.max(1, table.sheet.getLastRow());
  const height = rowsPerBlock(table);
  const windows: (readonly [number, number])[] = [];
  for (let top = 1; top <= last; top += height) windows.push([top, Math.min(last, top + height - 1)]);
  const first = windows.findIndex(([, bottom]) => from <= bottom);
  return first <= 0 ? windows : [...windows.slice(first), ...windows.slice(0, first)];
}
