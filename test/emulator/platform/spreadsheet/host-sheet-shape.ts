/** Calls of a Sheet, outside: its rows and columns. */
import type { HostService, Running } from '../host';
import { requireRights } from './guard';
import { Refusal } from './refusal';
import type { ScriptView } from './script-view';
import type { Tab } from './tab';
import type { SheetRef } from './wire';

export function sheetShapeCalls(scriptView: ScriptView): HostService {
  const { book } = scriptView;
  const insertColumns = (running: Running, sheet: number, before: number, count: number): SheetRef =>
    scriptView.reshape(running, sheet, (tab) => {
      book.requireRoom(count * tab.rows.length);
      tab.insertColumns(before, count);
    }).ref;
  return {
    insertRowsAfter: (running: Running, sheet: number, after: number, count: number) =>
      scriptView.reshape(running, sheet, (tab) => {
        if (!isWithin(after, 0, tab.rows.length)) throw new Refusal('rowsOutOfBounds');
        book.requireRoom(count * tab.columns.length);
        tab.insertRows(after + 1, count);
      }).ref,
    insertColumnsAfter: (running: Running, sheet: number, after: number, count: number) => {
      requireColumn(scriptView.tab(running, sheet), after, 0);
      return insertColumns(running, sheet, after + 1, count);
    },
    insertColumnsBefore: (running: Running, sheet: number, before: number, count: number) => {
      requireColumn(scriptView.tab(running, sheet), before, 1);
      return insertColumns(running, sheet, before, count);
    },
    deleteColumns: (running: Running, sheet: number, from: number, count: number) =>
      scriptView.reshape(running, sheet, (tab) => {
        requireColumn(tab, from, 1);
        requireColumn(tab, from + count - 1, from);
        if (count === tab.columns.length) throw new Refusal('allColumnsDeleted');
        requireRights(tab, { row: 1, column: from, rows: tab.rows.length, columns: count }, running);
        tab.deleteColumns(from, count);
      }).ref,
    deleteRows: (running: Running, sheet: number, from: number, count: number) =>
      scriptView.reshape(running, sheet, (tab) => {
        const { length } = tab.rows;
        if (!isWithin(from, 1, length) || !isWithin(from + count - 1, from, length))
          throw new Refusal('rowsOutOfBounds');
        if (count >= length - tab.frozenRows) throw new Refusal('allRowsDeleted');
        requireRights(tab, { row: from, column: 1, rows: count, columns: tab.columns.length }, running);
        tab.deleteRows(from, count);
      }).ref,
    setFrozenRows: (running: Running, sheet: number, rows: number): void => {
      scriptView.changeLater(
        running,
        sheet,
        (tab) => {
          tab.frozenRows = rows;
        },
        (tab) => {
          if (rows >= tab.rows.length) throw new Refusal('allRowsFrozen');
        },
      );
    },
    showColumns: (running: Running, sheet: number, from: number, count: number): void => {
      requireColumn(book.tab(sheet), from, 1);
      requireColumn(book.tab(sheet), from + count - 1, from);
      scriptView.changeLater(running, sheet, (tab) => {
        for (const column of tab.columns.slice(from - 1, from - 1 + count)) column.hidden = false;
      });
    },
    getColumnWidth: (running: Running, sheet: number, column: number) => {
      const tab = scriptView.tab(running, sheet);
      requireColumn(tab, column, 1);
      return tab.columns[column - 1]?.width;
    },
    setColumnWidths: (running: Running, sheet: number, from: number, count: number, width: number): void => {
      requireColumn(book.tab(sheet), from, 1);
      requireColumn(book.tab(sheet), from + count - 1, from);
      scriptView.changeLater(running, sheet, (tab) => {
        for (const column of tab.columns.slice(from - 1, from - 1 + count)) column.width = width;
      });
    },
  };
}

function requireColumn(tab: Tab, column: number, first: number): void {
  if (!isWithin(column, first, tab.columns.length)) throw new Refusal('columnsOutOfBounds');
}

function isWithin(position: number, first: number, last: number): boolean {
  return position >= first && position <= last;
}
