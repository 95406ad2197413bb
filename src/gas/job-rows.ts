/** The rows of a job in its tab: which wait, what they ask, and answers written into those that still ask the same. */
import { cellsOf, isMarkOf } from '../core/look-up/columns';
import type { JobRecord } from '../core/job/record';
import { problemOf, ProblemError } from '../core/chat/problem';
import { membershipName, type CurrentUser, type MembershipReference } from '../core/chat/reference';
import { cellText, readQuestion, type TypedQuestion } from '../core/table/selection';
import type { Result } from '../core/result';
import type { Verdict } from '../core/chat/verdict';
import {
  agree,
  extentOf,
  ourCell,
  partsOf,
  patch,
  questionIn,
  readBlock,
  rowsOf,
  slice,
  widthOf,
  writeBlock,
  type Block,
  type Rows,
} from './block';
import type { JobWorld } from './job-world';
import { openTable, type Table } from './table';

/** A row that waits for its answer, with its question as it stands now. */
export interface Waiting {
  readonly row: number;
  readonly read: Result<MembershipReference>;
}

/** What one write did. `block` is what the rows hold now. */
export interface Written {
  readonly block: Block;
  readonly kinds: readonly Verdict['kind'][];
}

/** Whoever continues somebody else's job is not the one whom its rows mean by `me`. */
const NOT_THE_STARTER: CurrentUser = {
  get me(): never {
    throw new ProblemError(problemOf('meChanged'));
  },
};

export class JobRows {
  /** Rows or columns were moved since the whole tab was last looked through. */
  private moved = false;
  /** Writes since then. */
  private writes = 0;
  private readonly parsed = new Map<string, Result<MembershipReference>>();
  private readonly currentUser: CurrentUser;

  constructor(
    private readonly world: JobWorld,
    private readonly job: Pick<
      JobRecord,
      'runId' | 'sheetId' | 'tab' | 'space' | 'identity' | 'startedBy' | 'workedBy'
    >,
  ) {
    this.currentUser = job.workedBy === job.startedBy ? world.currentUser : NOT_THE_STARTER;
  }

  /**
   * The parts of the tab's table, from the one that holds row `window` to the end and round; none where a start was cut off
   * before the columns were there.
   */
  lookThrough({ window, state }: Pick<JobRecord, 'window' | 'state'>): {
    readonly table: Table;
    readonly parts: readonly Rows[];
  } {
    this.moved = false;
    this.writes = 0;
    const table = openTable(this.sheet());
    if (state === 'starting' && !isWhole(table)) return { table, parts: [] };
    this.requireWhole(table);
    const parts = partsOf(1, Math.max(1, table.sheet.getLastRow()), widthOf(table));
    const first = Math.max(
      0,
      parts.findIndex(([, bottom]) => window <= bottom),
    );
    return { table, parts: [...parts.slice(first), ...parts.slice(0, first)] };
  }

  /** Whether what was read and written since the last look leaves no doubt that every row of it was seen. */
  get hasSeenAll(): boolean {
    return !this.moved && this.writes <= 1;
  }

  read(table: Table, [top, bottom]: Rows): Block {
    this.parsed.clear();
    return readBlock(table, top, bottom);
  }

  waitingIn(block: Block): readonly Waiting[] {
    return rowsOf(block)
      .filter((row) => this.isMarked(block, row))
      .map((row) => ({ row, read: this.parse(questionIn(block, row)) }));
  }

  /**
   * Reads the rows again, writes the answers of those that still wait with the same question, and flushes. A question that
   * cannot be read gets its problem.
   */
  write(block: Block, verdicts: ReadonlyMap<string, Verdict>): Written {
    const rows = extentOf(this.answersFor(block, verdicts));
    if (rows === null) return { block, kinds: [] };
    const again = this.readAgain(block, rows);
    const fresh = again ?? this.readAnew(block);
    const answers = this.answersFor(fresh, verdicts);
    const { catalogue, clock } = this.world;
    const context = { catalogue, identity: this.job.identity, checkedAt: clock.now() };
    const cells = new Map([...answers].map(([row, verdict]) => [row, cellsOf(verdict, context)]));
    const written = writeBlock(fresh, cells, (row) => this.isMarked(fresh, row));
    this.writes += 1;
    const kinds = [...answers.values()].map(({ kind }) => kind);
    return { block: again === null ? written : patch(block, written), kinds };
  }

  /** Null where the rows are not what they were. */
  private readAgain(block: Block, [top, bottom]: Rows): Block | null {
    try {
      const again = readBlock(block.table, top, bottom);
      return agree(slice(block, [top, bottom]), again) ? again : null;
    } catch {
      // There are no longer so many rows or columns.
      return null;
    }
  }

  /** Rows or columns were moved meanwhile: finds our columns by their metadata and reads the whole block. */
  private readAnew({ top, cells }: Block): Block {
    this.moved = true;
    const table = openTable(this.sheet());
    this.requireWhole(table);
    const bottom = Math.min(top + cells.length - 1, table.sheet.getLastRow());
    return bottom >= top ? readBlock(table, top, bottom) : { table, top, left: 1, cells: [] };
  }

  /** Without the marks or the questions nobody can tell which rows wait, or for what: the job stops, and goes on once they are back. */
  private requireWhole(table: Table): void {
    if (!isWhole(table)) throw new ProblemError(problemOf('columnGone', { tab: this.job.tab }));
  }

  private answersFor(block: Block, verdicts: ReadonlyMap<string, Verdict>): ReadonlyMap<number, Verdict> {
    const answers = new Map<number, Verdict>();
    for (const { row, read } of this.waitingIn(block)) {
      const verdict: Verdict | undefined = read.ok
        ? verdicts.get(membershipName(read.value))
        : { kind: 'unchecked', problem: read.problem };
      if (verdict !== undefined) answers.set(row, verdict);
    }
    return answers;
  }

  private isMarked(block: Block, row: number): boolean {
    return isMarkOf(this.job.runId, ourCell(block, row, 'checked'));
  }

  private parse(typed: TypedQuestion): Result<MembershipReference> {
    const key = `${cellText(typed.space)}\n${cellText(typed.member)}`;
    const known = this.parsed.get(key);
    if (known !== undefined) return known;
    const read = readQuestion(typed, this.job.space, this.currentUser);
    this.parsed.set(key, read);
    return read;
  }

  private sheet(): GoogleAppsScript.Spreadsheet.Sheet {
    const { sheetId, tab } = this.job;
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetById(sheetId);
    if (sheet === null) throw new ProblemError(problemOf('sheetGone', { tab }));
    return sheet;
  }
}

function isWhole(table: Table): boolean {
  return table.ours.has('checked') && table.questions !== null;
}
