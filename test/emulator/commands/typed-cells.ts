/** `--set`: texts that are typed into cells before anything runs. */
import type { ManualEditor } from '../emulator';
import { parseCell } from '../platform/spreadsheet/cell-name';
import { UsageError } from './options';

/**
 * Types `Tab!B2=text`. The tab's name ends at the last `!`, the cell at the first `=` of the whole; without a tab it is the
 * active one. The grid grows to hold the cell. Throws a `UsageError` that says what is wrong with it.
 */
export function typeCell(spreadsheet: ManualEditor, typed: string): void {
  const equals = typed.indexOf('=');
  if (equals < 0) throw new UsageError(`--set ${typed}: there is no "=". Give it as 'Tab!B2=text'.`);
  const at = typed.slice(0, equals);
  const end = at.lastIndexOf('!');
  const tab = end < 0 ? spreadsheet.active().tab : at.slice(0, end);
  const names = spreadsheet.tabs().map(({ name }) => name);
  if (!names.includes(tab)) {
    throw new UsageError(`--set ${typed}: there is no tab "${tab}". There are: ${names.join(', ')}.`);
  }
  const name = at.slice(end + 1);
  const cell = parseCell(name);
  if (cell === null) {
    throw new UsageError(
      `--set ${typed}: "${name}" is no cell of a spreadsheet, which has 10,000,000 at most. Give one such as B2.`,
    );
  }
  spreadsheet.type(tab, cell.row, cell.column, typed.slice(equals + 1));
}
