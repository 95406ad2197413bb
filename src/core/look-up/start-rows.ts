/** The start of a look-up of rows: our columns where they are missing, then the pending markers of all asked rows. */
import { problemOf, ProblemError } from '../chat/problem';
import type { ColumnPlace } from '../contract';
import type { JobPorts } from '../job/kind';
import type { JobRecord } from '../job/record';
import type { Launch } from '../job/start';
import { runOf } from '../job/step';
import { contiguousRuns, extentOf, type Rows } from '../table/area';
import { cellText, type Cell } from '../table/cell';
import { readRows, RowRange } from '../table/row-range';
import type { TypedQuestion } from '../table/selection';
import { estimate } from './estimate';
import { addColumns, isNewTable } from './add-columns';
import { findHeaderRow, type AskedRows } from './asked-rows';
import { isComplete, openLookUpTable, questionColumns, viewOf, type LookUpTable } from './look-up-table';
import { pendingMarker } from '../job/marker';
import { ROWS_JOB } from './rows-job';
import { answerPlace, NO_COUNTS, type RowsState } from './rows-state';
import { RowsWork } from './rows-work';

/**
 * Begins a look-up of rows. `chosenSpace` goes with a column of people; throws a `ProblemError` where it is missing. `place` is
 * where new columns go.
 */
export function launchRows(
  ports: JobPorts,
  asked: AskedRows,
  chosenSpace: string,
  place: ColumnPlace = 'end',
): Launch {
  const { selection, found } = asked;
  if (selection.needsSpace && chosenSpace === '') throw new ProblemError(problemOf('noSpace'));
  const state: RowsState = {
    tab: found.table.id,
    space: spaceFor(asked, chosenSpace),
    hasSpaceColumn: selection.columns.space !== null,
    total: selection.rows.length,
    spaceCount: countSpaces(ports, asked, chosenSpace),
    untitled: isComplete(found) ? null : findHeaderRow(asked),
    isNewTable: isNewTable(found),
    counts: NO_COUNTS,
    answers: null,
    added: [],
    rows: extentOf(selection.rows.map(({ row }) => row)) ?? [1, 1],
    spaces: [],
    spacesAt: 0,
  };
  return { kind: ROWS_JOB, state, launch: (record) => launch(ports, asked, { state, place }, record) };
}

/** Whoever goes on with privileged work of somebody else is told; nobody else needs it. */
function countSpaces({ identity, currentUser }: JobPorts, asked: AskedRows, chosen: string): number {
  if (identity.as === 'user') return 0;
  return estimate(asked.selection.rows, spaceFor(asked, chosen), { currentUser, parallel: true }).spaces;
}

/** The chosen space goes with people alone: a row that has a cell for its space and leaves it blank asks nothing. */
export function spaceFor({ selection }: Pick<AskedRows, 'selection'>, chosen: string): string {
  return selection.needsSpace ? chosen : '';
}

function launch(
  ports: JobPorts,
  asked: AskedRows,
  { state, place }: { readonly state: RowsState; readonly place: ColumnPlace },
  record: JobRecord,
): RowsWork {
  const { selection } = asked;
  const { catalogue } = ports;
  const isNew = !isComplete(asked.found);
  const { found: complete, added } = addColumns(ports.workbook, {
    found: asked.found,
    asked: selection.columns,
    usedColumns: asked.used.columns,
    rows: contiguousRuns(selection.rows.map(({ row }) => row)),
    place,
  });
  // Reading a selection takes its time, as adding columns does: both are found again right before the rows are marked.
  const found = isNew ? complete : openLookUpTable(complete.table, ports.workbook.marks());
  if (!isComplete(found)) throw new ProblemError(problemOf('sheetChanged'));
  const rows = locate(found, selection.rows, state.rows);
  const marker = pendingMarker(record.runId, catalogue);
  const checked = found.managed.get('checked') ?? 0;
  for (const [top, bottom] of contiguousRuns(rows.map(({ row }) => row))) {
    const area = { row: top, column: checked, rows: bottom - top + 1, columns: 1 };
    found.table.write(
      area,
      Array.from({ length: area.rows }, () => [marker]),
    );
  }
  found.table.flush();
  const view = viewOf(found, state.hasSpaceColumn);
  const marked = { found, view, read: asMarked(found, rows, marker) };
  const extent = extentOf(rows.map(({ row }) => row)) ?? state.rows;
  const answers = answerPlace(extent[0], found.managed);
  const launched = { ...state, rows: extent, answers, added: [...added.keys()] };
  const usedColumns = Math.max(asked.used.columns, ...found.managed.values());
  return new RowsWork(launched, runOf(ports, record), marked, usedColumns);
}

/** Finds the asked rows where they stand now: somebody may have inserted or sorted rows meanwhile. */
function locate(found: LookUpTable, asked: readonly TypedQuestion[], rows: Rows): readonly TypedQuestion[] {
  const { table, questions } = found;
  if (questions === null) throw new ProblemError(problemOf('columnGone'));
  table.flush();
  const columns = questionColumns(questions);
  const read = readRows(table, columns, rows);
  const space = questions.space;
  const textIn = (range: RowRange, row: number): string =>
    identityOf(space === null ? '' : range.cell(row, space), range.cell(row, questions.member));
  const isSame = asked.every(
    (one) => textIn(read, one.row) === identityOf(space === null ? '' : one.space, one.member),
  );
  if (isSame) return asked;
  const now = readRows(table, columns, [1, Math.max(1, table.used().rows)]);
  const places = new Map<string, number[]>();
  for (const row of now.rows) {
    const text = textIn(now, row);
    places.set(text, [...(places.get(text) ?? []), row]);
  }
  const located = asked.map((one) => {
    const row = places.get(identityOf(space === null ? '' : one.space, one.member))?.shift();
    if (row === undefined) throw new ProblemError(problemOf('selectionChanged'));
    return { ...one, row };
  });
  return [...located].sort((a, b) => a.row - b.row);
}

function identityOf(space: Cell, member: Cell): string {
  return JSON.stringify([cellText(space), cellText(member)]);
}

/** The rows as they are now, without another reading. Rows between them are not known. */
function asMarked(
  { managed, questions }: LookUpTable,
  rows: readonly TypedQuestion[],
  marker: string,
): RowRange {
  const [top, bottom] = extentOf(rows.map(({ row }) => row)) ?? [1, 1];
  const byRow = new Map(rows.map((one) => [one.row, one]));
  const part = (column: number | null | undefined, cellOf: (one: TypedQuestion) => Cell) => {
    if (column === null || column === undefined) return [];
    const cells = Array.from({ length: bottom - top + 1 }, (_, index) => {
      const one = byRow.get(top + index);
      return one === undefined ? [] : [cellOf(one)];
    });
    return [{ left: column, cells }];
  };
  return new RowRange(top, bottom, [
    ...part(questions?.space, ({ space }) => space),
    ...part(questions?.member, ({ member }) => member),
    ...part(managed.get('checked'), () => marker),
  ]);
}
