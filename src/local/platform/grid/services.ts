/** The host side of SpreadsheetApp: each call by its class and method, writes buffered, reads after the writes before them. */
import { ScriptException, type HostService, type Running } from '../host';
import { a1Of, parseA1, splitTab, type Rect } from './a1';
import type { PendingWrites } from './buffer';
import type { Spreadsheet } from './model';
import { instantOf } from './serial';
import type { Tab } from './tab';

/** A rectangle in a tab, as the script's Range object holds it. */
export interface Area extends Rect {
  readonly sheet: number;
  readonly a1: string;
}

type BufferOf = (running: Running) => PendingWrites;

export function spreadsheetServices(
  book: Spreadsheet,
  bufferOf: BufferOf,
): Readonly<Record<string, HostService>> {
  /** The tab as it is after everything that this execution wrote. */
  const read = (running: Running, id: number): Tab => {
    bufferOf(running).flush();
    return book.tab(id);
  };
  const write = (running: Running, id: number, change: (tab: Tab) => void): void => {
    book.tab(id);
    bufferOf(running).add(() => {
      const tab = book.tab(id);
      change(tab);
      book.changed(tab);
    });
  };
  const edit = (running: Running, area: Area, change: (tab: Tab) => void): void => {
    write(running, area.sheet, (tab) => {
      book.requireEditable(tab, running.email, area);
      change(tab);
    });
  };
  const areaOf = (tab: Tab, rect: Rect): Area => ({ ...rect, sheet: tab.id, a1: a1Of(rect, tab.size) });
  const map = <T>(area: Rect, cell: (row: number, column: number) => T): T[][] =>
    Array.from({ length: area.rows }, (_, row) =>
      Array.from({ length: area.columns }, (__, column) => cell(area.row + row, area.column + column)),
    );
  const valueAt = (tab: Tab, row: number, column: number): unknown => {
    const { value } = tab.at(row, column);
    return typeof value === 'number' && tab.isDate(row, column)
      ? { $date: instantOf(value, book.timeZone) }
      : value;
  };
  const sheetOf = ({ id, name }: Tab) => ({ id, name });

  return {
    SpreadsheetApp: {
      getActiveSpreadsheet: () => ({ id: book.id, name: book.name, locale: book.locale, timeZone: book.timeZone }),
      getActiveSheet: () => sheetOf(book.tab(book.selection.tab)),
      getActiveRangeList: (running: Running) => {
        // What the editor's Run button sees of the selection is not reliable: the first cell of the first tab.
        const [first] = book.tabs;
        if (running.entry === 'editor' || running.entry === 'trigger') {
          return first ? [areaOf(first, { row: 1, column: 1, rows: 1, columns: 1 })] : null;
        }
        const tab = book.tab(book.selection.tab);
        return book.selection.ranges?.map((rect) => areaOf(tab, rect)) ?? null;
      },
      flush: (running: Running) => {
        bufferOf(running).flush();
        return null;
      },
    },
    Spreadsheet: {
      getSheets: () => book.tabs.map(sheetOf),
      getSheetByName: (_: Running, name: string) => {
        const tab = book.tabs.find((one) => one.name === name);
        return tab ? sheetOf(tab) : null;
      },
      getSheetById: (_: Running, id: number) => {
        const tab = book.tabs.find((one) => one.id === id);
        return tab ? sheetOf(tab) : null;
      },
      insertSheet: (running: Running, name: string) => {
        bufferOf(running).flush();
        return sheetOf(book.insertTab(name));
      },
      setActiveSheet: (_: Running, id: number) => {
        const tab = book.tab(id);
        book.selection = { tab: tab.id, ranges: [{ row: 1, column: 1, rows: 1, columns: 1 }] };
      },
      getEditors: () => book.editors,
    },
    Sheet: {
      getName: (running: Running, id: number) => read(running, id).name,
      getRange: (_: Running, id: number, args: readonly unknown[]) => {
        const [first] = args;
        const tab =
          typeof first === 'string' && splitTab(first).tab !== null
            ? book.tabs.find((one) => one.name === splitTab(first).tab)
            : book.tab(id);
        if (!tab) throw new ScriptException('Range not found');
        return areaOf(tab, rectOf(tab, args));
      },
      getLastRow: (running: Running, id: number) => read(running, id).used().rows,
      getLastColumn: (running: Running, id: number) => read(running, id).used().columns,
      getMaxRows: (running: Running, id: number) => read(running, id).maxRows,
      getMaxColumns: (running: Running, id: number) => read(running, id).maxColumns,
      getFilter: (running: Running, id: number) => read(running, id).filtered,
      isRowHiddenByFilter: (running: Running, id: number, row: number) =>
        read(running, id).hiddenRows.get(row) === 'filter',
      insertColumnsAfter: (running: Running, id: number, after: number, count: number) => {
        const tab = read(running, id);
        book.requireRoom(tab.maxRows * count);
        tab.insertColumns(after + 1, count);
        book.changed(tab);
      },
      insertRowsAfter: (running: Running, id: number, after: number, count: number) => {
        const tab = read(running, id);
        book.requireRoom(tab.maxColumns * count);
        tab.insertRows(after + 1, count);
        book.changed(tab);
      },
      setFrozenRows: (running: Running, id: number, rows: number) => {
        write(running, id, (tab) => (tab.frozenRows = rows));
      },
      appendRow: (running: Running, id: number, values: readonly unknown[]) => {
        write(running, id, (tab) => {
          const row = tab.used().rows + 1;
          if (row > tab.maxRows) tab.maxRows = row;
          const area = { row, column: 1, rows: 1, columns: values.length };
          book.requireEditable(tab, running.email, area);
          book.write(tab, area, [values]);
        });
      },
      findDeveloperMetadata: (running: Running, id: number, key: string) =>
        read(running, id).metadata.filter((one) => one.key === key),
    },
    Range: {
      offset: (_: Running, area: Area, rect: Rect) => {
        const tab = book.tab(area.sheet);
        return areaOf(tab, rectOf(tab, [rect.row, rect.column, rect.rows, rect.columns]));
      },
      getValues: (running: Running, area: Area) => {
        const tab = read(running, area.sheet);
        return map(area, (row, column) => valueAt(tab, row, column));
      },
      getDisplayValues: (running: Running, area: Area) => {
        const tab = read(running, area.sheet);
        return map(area, (row, column) => tab.display(row, column));
      },
      getFormulas: (running: Running, area: Area) => {
        const tab = read(running, area.sheet);
        return map(area, (row, column) => tab.at(row, column).formula);
      },
      getNumberFormats: (running: Running, area: Area) => {
        const tab = read(running, area.sheet);
        return map(area, (row, column) => tab.format(row, column));
      },
      setValues: (running: Running, area: Area, values: readonly (readonly unknown[])[]) => {
        edit(running, area, (tab) => book.write(tab, area, values));
      },
      setNumberFormats: (running: Running, area: Area, formats: readonly (readonly string[])[]) => {
        edit(running, area, (tab) => {
          map(area, (row, column) =>
            tab.change(row, column, { format: formats[row - area.row]?.[column - area.column] ?? null }),
          );
        });
      },
      setNumberFormat: (running: Running, area: Area, format: string) => {
        edit(running, area, (tab) => {
          map(area, (row, column) => tab.change(row, column, { format }));
        });
      },
      isPartOfMerge: (running: Running, area: Area) =>
        read(running, area.sheet).merges.some(
          (merge) =>
            area.row < merge.row + merge.rows &&
            merge.row < area.row + area.rows &&
            area.column < merge.column + merge.columns &&
            merge.column < area.column + area.columns,
        ),
      addDeveloperMetadata: (running: Running, area: Area, key: string, value: string) => {
        const tab = read(running, area.sheet);
        if (area.rows !== tab.maxRows || area.columns !== 1) {
          throw new ScriptException(
            'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be ' +
              'added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
          );
        }
        write(running, area.sheet, (now) => {
          now.metadata.push({ id: nextMetadataId(book), key, value, column: area.column });
        });
      },
    },
    DeveloperMetadata: {
      remove: (running: Running, sheet: number, id: number) => {
        write(running, sheet, (tab) => (tab.metadata = tab.metadata.filter((one) => one.id !== id)));
      },
    },
  } as unknown as Readonly<Record<string, HostService>>;
}

function nextMetadataId(book: Spreadsheet): number {
  return 1 + Math.max(0, ...book.tabs.flatMap((tab) => tab.metadata.map(({ id }) => id)));
}

/** The arguments of `getRange`, in any of its forms; Google's messages where they reach beyond the grid. */
function rectOf(tab: Tab, args: readonly unknown[]): Rect {
  const [first, column, rows = 1, columns = 1] = args;
  if (typeof first === 'string') {
    const rect = parseA1(splitTab(first).cells, tab.size);
    if (!rect) throw new ScriptException('Range not found');
    return within(tab, rect);
  }
  const rect = { row: Number(first), column: Number(column), rows: Number(rows), columns: Number(columns) };
  if (rect.row < 1) throw new ScriptException('The starting row of the range is too small.');
  if (rect.column < 1) throw new ScriptException('The starting column of the range is too small.');
  if (rect.rows < 1) throw new ScriptException('The number of rows in the range must be at least 1.');
  if (rect.columns < 1) throw new ScriptException('The number of columns in the range must be at least 1.');
  return within(tab, rect);
}

function within(tab: Tab, rect: Rect): Rect {
  if (rect.row + rect.rows - 1 > tab.maxRows || rect.column + rect.columns - 1 > tab.maxColumns) {
    throw new ScriptException('The coordinates of the range are outside the dimensions of the sheet.');
  }
  return rect;
}
