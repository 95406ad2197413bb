/** The selected rows: what looking them up would mean, and the start of it. Nothing is sent before the start. */
import { problemOf, ProblemError } from '../chat/problem';
import { withoutSecrets, recognise } from '../chat/reference';
import type { Question, SelectionSummary } from '../contract';
import type { JobPorts } from '../job/kind';
import type { Launch } from '../job/start';
import type { WorkbookPort } from '../ports';
import { cellText } from '../table/cell';
import { readRows } from '../table/row-range';
import { estimate } from '../table/selection';
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
export function launchSelected(ports: JobPorts, space: string, shown: unknown): Launch {
  const asked = readSelectedRows(ports.workbook);
  if (shown !== undefined && shown !== null) requireSame(summaryOf(ports, asked, space), shown);
  return launchRows(ports, asked, space);
}

function requireSame(summary: SelectionSummary, shown: unknown): void {
  const seen = Object(shown) as Readonly<Record<string, unknown>>;
  if (Object.entries(summary).some(([key, value]) => seen[key] !== value))
    throw new ProblemError(problemOf('selectionChanged'));
}

function summaryOf(ports: JobPorts, asked: AskedRows, space: string): SelectionSummary {
  const { selection, found, range } = asked;
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
  };
}

/** The question of the one row that is selected, for the fields of the form; null for any other selection. Never throws. */
export function selectedQuestion(workbook: WorkbookPort): Question | null {
  try {
    const typed = inTable(workbook) ?? alone(workbook);
    if (typed === null) return null;
    const space = withoutSecrets(typed.space);
    const member = withoutSecrets(typed.member);
    if (recognise(space) === 'none' && recognise(member) === 'none') return null;
    return space === '' && recognise(member) === 'space'
      ? { space: member, member: space }
      : { space, member };
  } catch {
    // The sidebar opens without it.
    return null;
  }
}

/** Any cell of a row of a table of questions means that row's question. */
function inTable(workbook: WorkbookPort): Question | null {
  const selected = workbook.selection();
  const [area, ...more] = selected?.areas ?? [];
  if (selected === null || area === undefined || more.length > 0 || area.rows !== 1) return null;
  const { questions } = openLookUpTable(selected.table, workbook.marks());
  if (questions === null) return null;
  const read = readRows(selected.table, questionColumns(questions), [area.row, area.row]);
  return {
    space: cellText(read.cell(area.row, questions.space)),
    member: cellText(read.cell(area.row, questions.member)),
  };
}

/** A selection of one row anywhere else. */
function alone(workbook: WorkbookPort): Question | null {
  const { selection } = readSelectedRows(workbook);
  const [only, ...more] = selection.rows;
  if (only === undefined || more.length > 0) return null;
  return { space: cellText(only.space), member: cellText(only.member) };
}
