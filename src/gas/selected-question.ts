/** The question that is selected in the open sheet, for the fields of the sidebar. Whatever is no question is none. */
import type { Question } from '../core/contract';
import { recognise, withoutSecrets } from '../core/chat/reference';
import { cellText, type TypedQuestion } from '../core/table/selection';
import { questionIn, readBlock } from './block';
import { readSelected } from './job-survey';
import { openTable } from './table';

/** Reads the selection; null unless it is one row that asks something. Never throws: the sidebar opens without it. */
export function selectedQuestion(): Question | null {
  try {
    const typed = inTable() ?? alone();
    return typed === null ? null : asked(typed);
  } catch {
    return null;
  }
}

function asked(typed: TypedQuestion): Question | null {
  const space = withoutSecrets(cellText(typed.space));
  const member = withoutSecrets(cellText(typed.member));
  if (recognise(space) === 'none' && recognise(member) === 'none') return null;
  return space === '' && recognise(member) === 'space' ? { space: member, member: space } : { space, member };
}

/** Any cell of a row of a table of questions means that row's question. */
function inTable(): TypedQuestion | null {
  const [range, ...more] = activeRanges()?.getRanges() ?? [];
  if (range === undefined || more.length > 0 || range.getNumRows() !== 1) return null;
  const table = openTable(range.getSheet());
  if (table.questions === null) return null;
  const row = range.getRow();
  return questionIn(readBlock(table, row, row), row);
}

/** A selection of one row anywhere else. Throws where it cannot be a question. */
function alone(): TypedQuestion | null {
  const [only = null, ...more] = readSelected().selection.rows;
  return more.length === 0 ? only : null;
}

/** Null where a chart is selected, or nothing; the typings do not say so. */
function activeRanges(): GoogleAppsScript.Spreadsheet.RangeList | null {
  return SpreadsheetApp.getActiveRangeList();
}
