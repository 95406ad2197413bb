/** The selected rows: what looking them up would mean, and the start of it. Nothing is sent before the start. */
import { problemOf, ProblemError } from '../chat/problem';
import { withoutSecrets, recognise } from '../chat/reference';
import type { ColumnPlace, SelectedQuestion, SelectionSummary } from '../contract';
import type { JobPorts } from '../job/kind';
import type { Launch } from '../job/start';
import type { TablePort, WorkbookPort } from '../ports';
import { lettersOf } from '../table/area';
import { cellText } from '../table/cell';
import { readRows, RowRange } from '../table/row-range';
import { estimate, type QuestionColumns } from '../table/selection';
import { placesFor } from './add-columns';
import { readSelectedRows, type AskedRows } from './asked-rows';
import { openLookUpTable, questionColumns } from './look-up-table';
import { launchRows, spaceFor } from './start-rows';

/** Counts what is selected, for the person to decide. */
export function summariseSelection(ports: JobPorts, space: string): SelectionSummary {
  return summaryOf(ports, readSelectedRows(ports.workbook), space);
}

/**
 * What a start of the selected rows begins with. `shown` is the summary that the person has seen, where there was one; throws a
 * `ProblemError` where the selection is no longer that.
 */
export function launchSelected(
  ports: JobPorts,
  { space, place }: { readonly space: string; readonly place: ColumnPlace },
  shown: unknown,
): Launch {
  return launchRows(ports, readShown(ports, space, shown), space, place);
}

/** Reads the selection, which must be what the person has seen where they have seen a summary of it. */
export function readShown(ports: JobPorts, space: string, shown: unknown): AskedRows {
  const asked = readSelectedRows(ports.workbook);
  if (shown !== undefined && shown !== null) requireSame(summaryOf(ports, asked, space), shown);
  return asked;
}

function requireSame(summary: SelectionSummary, shown: unknown): void {
  const seen = Object(shown) as Readonly<Record<string, unknown>>;
  if (Object.entries(summary).some(([key, value]) => seen[key] !== value))
    throw new ProblemError(problemOf('selectionChanged'));
}

function summaryOf(ports: JobPorts, asked: AskedRows, space: string): SelectionSummary {
  const { selection, found, range, used } = asked;
  const places = placesFor(found, selection.columns, used.columns);
  return {
    tab: found.table.name(),
    range,
    rows: selection.rows.length,
    ...estimate(selection.rows, spaceFor(asked, space), ports.currentUser),
    hiddenRows: selection.hiddenRows,
    headerRow: selection.headerRow !== null,
    peopleAlone: selection.needsSpace,
    needsSpace: selection.needsSpace && space === '',
    parallel: ports.chat.batchSize > 1,
    newAtEnd: places === null ? null : lettersOf(places.end),
    newAfterQuestion: places === null ? null : lettersOf(places.afterQuestion),
  };
}

/** The question of the one row that is selected, for the fields of the form; null for any other selection. Never throws. */
export function selectedQuestion(workbook: WorkbookPort): SelectedQuestion | null {
  try {
    const place = inTable(workbook) ?? alone(workbook);
    if (place === null) return null;
    const { table, row, columns, read } = place;
    const space = withoutSecrets(cellText(read.cell(row, columns.space)));
    const member = withoutSecrets(cellText(read.cell(row, columns.member)));
    if (recognise(space) === 'none' && recognise(member) === 'none') return null;
    if (space === '' && recognise(member) === 'space') return { space: member, member: space, at: null };
    // A row that has a cell for its space and leaves it blank asks nothing.
    const asks = columns.space === null || space !== '' || recognise(member) === 'membership';
    const at = { tab: table.id, tabName: table.name(), row, ...columns };
    return { space, member, at: asks && member !== '' ? at : null };
  } catch {
    // The sidebar opens without it.
    return null;
  }
}

interface QuestionPlace {
  readonly table: TablePort;
  readonly row: number;
  readonly columns: QuestionColumns;
  readonly read: RowRange;
}

/** Any cell of a row of a table of questions means that row's question. */
function inTable(workbook: WorkbookPort): QuestionPlace | null {
  const selected = workbook.selection();
  const [area, ...more] = selected?.areas ?? [];
  if (selected === null || area === undefined || more.length > 0 || area.rows !== 1) return null;
  const { table } = selected;
  const { row } = area;
  const { questions: columns } = openLookUpTable(table, workbook.marks());
  if (columns === null) return null;
  return { table, row, columns, read: readRows(table, questionColumns(columns), [row, row]) };
}

/** A selection of one row anywhere else. */
function alone(workbook: WorkbookPort): QuestionPlace | null {
  const { selection, found } = readSelectedRows(workbook);
  const [only, ...more] = selection.rows;
  if (only === undefined || more.length > 0) return null;
  const { columns } = selection;
  const cells = questionColumns(columns).map((left) => ({
    left,
    cells: [[left === columns.member ? only.member : only.space]],
  }));
  return { table: found.table, row: only.row, columns, read: new RowRange(only.row, only.row, cells) };
}
