/** The start of a job: the record first, then our columns and one block of marks, flushed; a row is pending while its mark stands. */
import { markOf, runIdIn } from '../core/look-up/columns';
import { leaseHeldBy, newRecord, STALE_MS, type JobRecord } from '../core/job/record';
import { problemOf, ProblemError } from '../core/chat/problem';
import { ourCell, readColumn, rowsOf, slice, writeMarks, type Block, type Rows } from './block';
import { deleteRecord, leaseKey, loadRecord, locked, newRunId, ownerKey, saveRecord } from './job-store';
import { findHeaderRow, spaceFor, type Surveyed } from './job-survey';
import type { JobWorld } from './job-world';
import { completeTable, openTable, type Table } from './table';

/** A job that has begun. `block` is what was read and marked, where it fits into one reading. */
export interface Started {
  readonly record: JobRecord;
  readonly block: Block | null;
  /** Milliseconds since the epoch: the time that starting takes is part of the first step's. */
  readonly since: number;
}

/** Begins a job for the rows of a survey. Throws a `ProblemError` where another job is open, or a space is missing. */
export function startJob(world: JobWorld, space: string, read: () => Surveyed): Started {
  const owner = ownerKey();
  return locked(() => {
    const since = world.clock.now();
    makeRoom(owner, since);
    const surveyed = read();
    const { selection, table } = surveyed;
    if (selection.needsSpace && space === '') throw new ProblemError(problemOf('noSpace'));
    const starting = newRecord(
      {
        runId: newRunId(),
        sheetId: table.sheet.getSheetId(),
        tab: table.sheet.getName(),
        space: spaceFor(selection, space),
        identity: world.identity,
        total: selection.rows.length,
      },
      { owner, key: leaseKey(), at: since },
    );
    saveRecord(starting);
    try {
      const completed = completeTable(table, selection.columns, findHeaderRow(surveyed), world.catalogue);
      const rows = selection.rows.map(({ row }) => row);
      const known = surveyed.block === null ? null : { ...surveyed.block, table: completed };
      const block = markRows(completed, rows, markOf(starting.runId, world.catalogue), known);
      const record: JobRecord = { ...starting, state: 'running', window: rows[0] ?? 1 };
      saveRecord(record);
      return { record, block, since };
    } catch (error) {
      // What was refused would be refused again: no job is left behind, and no mark where the sheet lets us.
      abandon(starting);
      throw error;
    }
  });
}

/** Refuses while a job is open, unless it is stale or its start was cut off before anything was marked. */
function makeRoom(owner: string, now: number): void {
  const open = loadRecord(now);
  if (open === null) return;
  const held = leaseHeldBy(open, owner, now);
  if (held !== null) throw new ProblemError(held);
  const isStale = open.lease !== null && now - open.lease.at >= STALE_MS;
  if (!isStale && open.state !== 'starting') throw new ProblemError(problemOf('jobOpen', { tab: open.tab }));
  clearMarks(open);
  deleteRecord();
}

/**
 * Puts the mark into `Chat checked` of these rows, all in one write, and flushes. `known` is the rows as they were read a
 * moment ago; it comes back as it then is.
 */
function markRows(table: Table, rows: readonly number[], mark: string, known: Block | null): Block | null {
  const marked = new Set(rows);
  const extent: Rows = [rows[0] ?? 1, rows[rows.length - 1] ?? 1];
  const isWhole = extent[1] - extent[0] + 1 === marked.size;
  const held = known === null ? readColumn(table, 'checked', extent, isWhole) : slice(known, extent);
  const written = writeMarks(held, 'checked', marked, mark);
  return known === null ? null : written;
}

function abandon(record: JobRecord): void {
  try {
    clearMarks(record);
  } catch {
    // The first failure is the one to tell.
  }
  deleteRecord();
}

/** Takes every mark of a job out of its tab, where the tab still is. What was answered stays. */
export function clearMarks(record: JobRecord): void {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetById(record.sheetId);
  if (sheet === null) return;
  const table = openTable(sheet);
  if (!table.ours.has('checked')) return;
  const block = readColumn(table, 'checked', [1, Math.max(1, sheet.getLastRow())]);
  const marked = rowsOf(block).filter((row) => runIdIn(ourCell(block, row, 'checked')) === record.runId);
  writeMarks(block, 'checked', new Set(marked), '');
}
