/** The start of a job: the record first, then our columns and one block of marks, flushed; a row is pending while its mark stands. */
import { markOf, runIdIn } from '../core/columns';
import { leaseHeldBy, newRecord, STALE_MS, type JobRecord } from '../core/job';
import { problemOf, ProblemError } from '../core/problem';
import { ourCell, readBlock, rowsOf, rowsPerBlock, writeBlock, type Block, type Updates } from './block';
import { deleteRecord, leaseKey, loadRecord, locked, newRunId, ownerKey, saveRecord } from './job-store';
import { findHeaderRow, type Surveyed } from './job-survey';
import type { JobWorld } from './job-world';
import { completeTable, openTable, type Table } from './table';

/** A job that has begun. `block` is what was read and marked, where it fits into one reading. */
export interface Started {
  readonly record: JobRecord;
  readonly block: Block | null;
}

/** Begins a job for the rows of a survey. Throws a `ProblemError` where another job is open, or a space is missing. */
export function startJob(world: JobWorld, space: string, read: () => Surveyed): Started {
  const owner = ownerKey();
  return locked(() => {
    const now = world.clock.now();
    makeRoom(owner, now);
    const surveyed = read();
    const { selection, table } = surveyed;
    if (selection.needsSpace && space === '') throw new ProblemError(problemOf('noSpace'));
    const starting = newRecord(
      {
        runId: newRunId(),
        sheetId: table.sheet.getSheetId(),
        tab: table.sheet.getName(),
        space,
        identity: world.identity,
        total: selection.rows.length,
      },
      { owner, key: leaseKey(), at: now },
    );
    saveRecord(starting);
    try {
      const completed = completeTable(table, selection.columns, findHeaderRow(surveyed), world.words);
      const rows = selection.rows.map(({ row }) => row);
      const block = markRows(completed, rows, markOf(starting.runId, world.words));
      const record: JobRecord = { ...starting, state: 'running', window: rows[0] ?? 1 };
      saveRecord(record);
      return { record, block };
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
  const isStale = open.lease !== null && now - open.lease.at >= STALE_MS;
  const wasCutOff = open.state === 'starting' && leaseHeldBy(open, owner, now) === null;
  if (!isStale && !wasCutOff) {
    throw new ProblemError(problemOf('leaseHeld', { since: new Date(open.startedAt).toISOString() }));
  }
  clearMarks(open);
  deleteRecord();
}

/** Puts the mark into `Chat checked` of these rows: read, written and flushed in one go per part of the sheet. */
function markRows(table: Table, rows: readonly number[], mark: string): Block | null {
  const height = rowsPerBlock(table);
  const top = rows[0] ?? 1;
  const bottom = rows[rows.length - 1] ?? top;
  const blocks: Block[] = [];
  for (let from = top; from <= bottom; from += height) {
    const to = Math.min(bottom, from + height - 1);
    const updates: Updates = new Map(
      rows.filter((row) => row >= from && row <= to).map((row) => [row, { checked: mark }]),
    );
    const written = writeBlock(readBlock(table, from, to), updates);
    if (from === top) blocks.push(written);
  }
  SpreadsheetApp.flush();
  return bottom - top < height ? (blocks[0] ?? null) : null;
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
  if (table.ours.size === 0) return;
  const last = sheet.getLastRow();
  const height = rowsPerBlock(table);
  for (let top = 1; top <= last; top += height) {
    const block = readBlock(table, top, Math.min(last, top + height - 1));
    const marked = rowsOf(block).filter((row) => runIdIn(ourCell(block, row, 'checked')) === record.runId);
    writeBlock(block, new Map(marked.map((row) => [row, { checked: '' }])));
  }
  SpreadsheetApp.flush();
}
