/** Calls of a Sheet, outside: what it is called, how far it goes, what is written into it as a whole. */
import type { HostService, Running } from '../host';
import { CELL_A1, type Area } from './area';
import type { Book } from './book';
import { requireRights, requireValid } from './guard';
import { copyTab } from './copies';
import { addMetadata } from './host-metadata';
import type { ScriptView } from './script-view';
import { usedArea, type Change, type Tab } from './tab';
import { checkLength, writeInto } from './values';
import type { CellInput, SheetRef } from './wire';

export function sheetService(scriptView: ScriptView): HostService {
  const { book } = scriptView;
  return {
    getName: (running: Running, sheet: number) => scriptView.tab(running, sheet).name,
    setName: (running: Running, sheet: number, name: string): SheetRef =>
      scriptView.reshape(running, sheet, (tab) => {
        book.requireFreeName(name, tab);
        tab.name = name;
      }).ref,
    /** One-based. */
    getIndex: (running: Running, sheet: number) => book.tabs.indexOf(scriptView.tab(running, sheet)) + 1,
    /** The grid's size, for getMaxRows and its siblings. */
    getMaxRows: (running: Running, sheet: number) => scriptView.tab(running, sheet).ref,
    getMaxColumns: (running: Running, sheet: number) => scriptView.tab(running, sheet).ref,
    getLastRow: (running: Running, sheet: number) => scriptView.readable(running, sheet).lastRow(),
    getLastColumn: (running: Running, sheet: number) => scriptView.readable(running, sheet).lastColumn(),
    getDataRange: (running: Running, sheet: number): Area => usedArea(scriptView.readable(running, sheet)),
    appendRow: (running: Running, sheet: number, cells: readonly CellInput[]) => {
      cells.forEach(checkLength);
      const reading = scriptView.reading();
      const change: Change = (cell, _, right) => writeInto(cell, cells[right] ?? null, reading);
      const place = (): { tab: Tab; area: Area } => {
        const tab = book.tab(sheet);
        return { tab, area: { row: tab.lastRow() + 1, column: 1, rows: 1, columns: cells.length } };
      };
      place();
      scriptView.later(
        running,
        () => {
          const { tab, area } = place();
          grow(book, tab, area);
          tab.write(area, change);
          scriptView.forget(running, tab);
          book.changed(tab);
        },
        () => {
          const { tab, area } = place();
          requireRights(tab, area, running);
          requireValid(tab, area, change, book.locale);
        },
      );
    },
    isRowHiddenByFilter: (running: Running, sheet: number, row: number) =>
      scriptView.tab(running, sheet).rows[row - 1]?.hiddenByFilter ?? false,
    getFilter: (running: Running, sheet: number) => scriptView.tab(running, sheet).filter !== null,
    isSheetHidden: (running: Running, sheet: number) => scriptView.tab(running, sheet).hidden,
    setTabColor: (running: Running, sheet: number, color: string | null): void => {
      scriptView.changeLater(running, sheet, (tab) => {
        tab.color = color;
      });
    },
    addDeveloperMetadata: (running: Running, sheet: number, key: string, value: string | null): void => {
      addMetadata(scriptView, running, sheet, null, key, value);
    },
    /** The copy stands at the end and is not opened. [weak] */
    copyTo: (running: Running, sheet: number): SheetRef => {
      const copy = copyTab(
        book,
        scriptView.tab(running, sheet),
        scriptView.assumed('metadata-in-copies') === 'yes',
      );
      book.tabs = [...book.tabs.filter((tab) => tab !== copy), copy];
      return copy.ref;
    },
    activate: (running: Running, sheet: number): void => {
      const tab = scriptView.tab(running, sheet);
      const current = scriptView.selection(running);
      if (current.tab !== tab) scriptView.select(running, tab, [CELL_A1]);
    },
  };
}

/** Makes room for a row behind the last one. */
function grow(book: Book, tab: Tab, { row, columns }: Area): void {
  const missing = columns - tab.columns.length;
  if (missing > 0) {
    book.requireRoom(missing * tab.rows.length);
    tab.insertColumns(tab.columns.length + 1, missing);
  }
  if (row > tab.rows.length) {
    book.requireRoom(tab.columns.length);
    tab.growRows(1);
  }
}
