/** Calls of SpreadsheetApp and of the Spreadsheet, outside. */
import type { HostService, Running } from '../host';
import { CELL_A1 } from './area';
import { requireOpen } from './guard';
import type { ScriptView } from './script-view';
import type { RangeRef, SheetRef } from './wire';

export function spreadsheetAppService(scriptView: ScriptView): HostService {
  const active = (running: Running): RangeRef | null => {
    scriptView.settle(running);
    const { tab, areas, chart } = scriptView.selection(running);
    return chart || areas.length === 0 ? null : { sheet: tab.ref, areas };
  };
  return {
    /** What it gives is known inside; the call is there for its permission. */
    getActiveSpreadsheet: (): null => null,
    getActiveSheet: (running: Running): SheetRef => {
      scriptView.settle(running);
      return scriptView.selection(running).tab.ref;
    },
    getActiveRange: active,
    getActiveRangeList: active,
    flush: (running: Running): void => {
      scriptView.flush(running);
    },
  };
}

export function spreadsheetService(scriptView: ScriptView): HostService {
  const { book } = scriptView;
  return {
    getId: () => book.settings.id,
    getName: () => book.settings.name,
    getUrl: () => `https://docs.google.com/spreadsheets/d/${book.settings.id}/edit`,
    getEditors: () => book.settings.editors,
    getViewers: () => book.settings.viewers ?? [],
    getSpreadsheetTimeZone: () => book.settings.timeZone,
    getSpreadsheetLocale: () => book.settings.locale,
    getSheets: (running: Running): readonly SheetRef[] => {
      scriptView.settle(running);
      return book.tabs.map((tab) => tab.ref);
    },
    getSheetByName: (running: Running, name: string): SheetRef | null => {
      scriptView.settle(running);
      const tab = book.tabNamed(name);
      return tab ? tab.ref : null;
    },
    getSheetById: (running: Running, id: number): SheetRef | null => {
      scriptView.settle(running);
      const tab = book.tabs.find((one) => one.id === id);
      return tab ? tab.ref : null;
    },
    /** A tab's default name is the next free number; the new tab stands after the active one and becomes active. */
    insertSheet: (running: Running, name: string | null, index: number | null): SheetRef => {
      scriptView.settle(running);
      if (name !== null) book.requireFreeName(name);
      const after = book.tabs.indexOf(scriptView.selection(running).tab) + 1;
      const tab = book.addTab(name ?? freeName(scriptView), index ?? after);
      scriptView.select(running, tab, [CELL_A1]);
      return tab.ref;
    },
    deleteSheet: (running: Running, id: number): void => {
      const tab = scriptView.tab(running, id);
      requireOpen(tab, running);
      book.removeTab(tab);
    },
  };
}

function freeName({ book }: ScriptView): string {
  let number = book.tabs.length + 1;
  while (book.tabNamed(`Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}
