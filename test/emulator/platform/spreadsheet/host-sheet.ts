/** Calls of a Sheet, outside. */
import { ScriptException, type HostService, type Running } from '../host';
import type { Area } from './area';
import { requireRights, requireValid } from './guard';
import type { ScriptView } from './script-view';
import type { Change, Tab } from './tab';
import { checkLength, writeInto } from './values';
import type { CellInput, SheetRef } from './wire';

export function sheetService(scriptView: ScriptView): HostService {
  const { book } = scriptView;
  const tabOf = (running: Running, sheet: number): Tab => {
    scriptView.settle(running);
    return book.tab(sheet);
  };
  /** A change of the grid's shape happens at once, after everything that was written before it. */
  const reshape = (running: Running, sheet: number, change: (tab: Tab) => void): SheetRef => {
    const tab = tabOf(running, sheet);
    change(tab);
    book.dropLostMetadata();
    book.changed(tab);
    return tab.ref;
  };

  return {
    getName: (running: Running, sheet: number) => tabOf(running, sheet).name,
    /** The grid's size, for getMaxRows and its siblings. */
    getMaxRows: (running: Running, sheet: number) => tabOf(running, sheet).ref,
    getMaxColumns: (running: Running, sheet: number) => tabOf(running, sheet).ref,
    getLastRow: (running: Running, sheet: number) => tabOf(running, sheet).lastRow(),
    getLastColumn: (running: Running, sheet: number) => tabOf(running, sheet).lastColumn(),
    getDataRange: (running: Running, sheet: number): Area => {
      const tab = tabOf(running, sheet);
      return { row: 1, column: 1, rows: Math.max(1, tab.lastRow()), columns: Math.max(1, tab.lastColumn()) };
    },
    appendRow: (running: Running, sheet: number, cells: readonly CellInput[]) => {
      cells.forEach(checkLength);
      book.tab(sheet);
      scriptView.later(running, () => {
        const tab = book.tab(sheet);
        const row = tab.lastRow() + 1;
        const missing = cells.length - tab.columns.length;
        if (missing > 0) {
          book.requireRoom(missing * tab.rows.length);
          tab.insertColumns(tab.columns.length + 1, missing);
        }
        if (row > tab.rows.length) {
          book.requireRoom(tab.columns.length);
          tab.growRows(1);
        }
        const area = { row, column: 1, rows: 1, columns: cells.length };
        const part: Change = (cell, _, right) =>
          writeInto(cell, cells[right] ?? null, book, scriptView.year());
        requireRights(tab, area, running);
        requireValid(tab, area, part);
        tab.write(area, part);
        book.changed(tab);
      });
    },
    insertRowsAfter: (running: Running, sheet: number, after: number, count: number) =>
      reshape(running, sheet, (tab) => {
        requireWithin(after, tab.rows.length, 'rows');
        book.requireRoom(count * tab.columns.length);
        tab.insertRows(after + 1, count);
      }),
    insertColumnsAfter: (running: Running, sheet: number, after: number, count: number) =>
      reshape(running, sheet, (tab) => {
        requireWithin(after, tab.columns.length, 'columns');
        book.requireRoom(count * tab.rows.length);
        tab.insertColumns(after + 1, count);
      }),
    setFrozenRows: (running: Running, sheet: number, rows: number): void => {
      book.tab(sheet);
      scriptView.later(running, () => {
        const tab = book.tab(sheet);
        if (rows >= tab.rows.length)
          throw new ScriptException("You can't freeze all visible rows on the sheet.");
        tab.frozenRows = rows;
        book.changed(tab);
      });
    },
    isRowHiddenByFilter: (running: Running, sheet: number, row: number) =>
      tabOf(running, sheet).rows[row - 1]?.hiddenByFilter ?? false,
    getFilter: (running: Running, sheet: number) => tabOf(running, sheet).hasFilter,
    activate: (running: Running, sheet: number): void => {
      const tab = tabOf(running, sheet);
      const current = scriptView.selection(running);
      if (current.tab !== tab) scriptView.select(running, tab, [{ row: 1, column: 1, rows: 1, columns: 1 }]);
    },
  };
}

function requireWithin(position: number, size: number, what: 'rows' | 'columns'): void {
  if (position < 0 || position > size) throw new ScriptException(`Those ${what} are out of bounds.`);
}
