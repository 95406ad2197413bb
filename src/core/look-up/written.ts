/** What the page is told about one write, and what it hands back to have it undone. */
import * as v from 'valibot';
import type { WireCell, Written } from '../contract';
import type { WorkbookPort } from '../ports';
import { fail, ok, type Result } from '../result';
import { isDate } from '../table/cell';
import type { HeldCells, WrittenRow } from './answer-row';
import { LOOK_UP_COLUMNS } from './columns';
import type { LookUpTable } from './look-up-table';

export interface WriteResult extends WrittenRow {
  readonly isBeside: boolean;
  /** The row was added, with its question. */
  readonly isNew: boolean;
}

/** Tells where an answer was written. */
export function writtenOf(
  workbook: WorkbookPort,
  { table, managed }: LookUpTable,
  { row, replaced, isBeside, isNew }: WriteResult,
): Written {
  const column = managed.get('verdict') ?? 1;
  return {
    tab: table.name(),
    tabId: table.id,
    row,
    link: workbook.link(table.id, { row, column, rows: 1, columns: 1 }),
    isBeside,
    updated: !isNew,
    replaced: isNew ? null : toWire(replaced),
  };
}

function toWire(cells: HeldCells): Readonly<Record<string, WireCell>> {
  return Object.fromEntries(
    Object.entries(cells).map(([key, cell]) => [key, isDate(cell) ? { date: cell.toISOString() } : cell]),
  );
}

/** A write as far as undoing it needs to know. */
export interface ReturnedWrite {
  readonly tab: number;
  /** One-based; where the row stood. */
  readonly row: number;
  /** Null: the row was added. */
  readonly replaced: HeldCells | null;
}

const CELL = v.union([
  v.pipe(v.string(), v.maxLength(50_000)),
  v.number(),
  v.boolean(),
  v.pipe(
    v.object({ date: v.pipe(v.string(), v.isoTimestamp()) }),
    v.transform(({ date }) => new Date(date)),
  ),
]);
const KEY = v.picklist(LOOK_UP_COLUMNS.keys);
const WRITTEN = v.object({
  tabId: v.pipe(v.number(), v.integer()),
  row: v.pipe(v.number(), v.integer(), v.minValue(1)),
  replaced: v.nullable(v.record(KEY, CELL)),
});

/** Reads back what the page hands over. Anybody may hand over anything: it says what to restore, never what was written. */
export function readWritten(value: unknown): Result<ReturnedWrite> {
  const read = v.safeParse(WRITTEN, value);
  if (!read.success) return fail('argumentUnreadable');
  const { tabId, row, replaced } = read.output;
  return ok({ tab: tabId, row, replaced: replaced });
}
