/** What people do to the spreadsheet by hand, and what they see of it. */
import type { CellView, SpreadsheetDesk } from '../../stand-in';
import type { Rect } from './a1';
import { lettersOf, a1Of } from './a1';
import type { Spreadsheet } from './model';
import { instantOf } from './serial';
import type { Tab } from './tab';

export function deskOf(book: Spreadsheet): SpreadsheetDesk {
  const change = (name: string, work: (tab: Tab) => void): void => {
    const tab = book.tabNamed(name);
    work(tab);
    book.changed(tab);
  };
  const view = (tab: Tab, row: number, column: number): CellView => {
    const { value, formula, note } = tab.at(row, column);
    return {
      value:
        typeof value === 'number' && tab.isDate(row, column)
          ? { $date: instantOf(value, book.timeZone) }
          : value,
      display: tab.display(row, column),
      formula,
      format: tab.format(row, column),
      note,
    };
  };
  const block = <T>(name: string, cell: (tab: Tab, row: number, column: number) => T): T[][] => {
    const tab = book.tabNamed(name);
    const { rows, columns } = tab.used();
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => cell(tab, row + 1, column + 1)),
    );
  };
  const grow = (tab: Tab, row: number, column: number): void => {
    tab.maxRows = Math.max(tab.maxRows, row);
    tab.maxColumns = Math.max(tab.maxColumns, column);
  };

  return {
    tabs: () => book.tabs.map(({ id, name, hidden }) => ({ id, name, hidden })),
    active: () => ({
      tab: book.tab(book.selection.tab).name,
      ranges: (book.selection.ranges ?? []).map((rect) => a1Of(rect, book.tab(book.selection.tab).size)),
    }),
    layout: (name) => {
      const tab = book.tabNamed(name);
      return { ...tab.used(), frozenRows: tab.frozenRows, hiddenRows: [...tab.hiddenRows.keys()] };
    },
    addTab: (name, rows) => {
      const selection = book.selection;
      const tab = book.insertTab(name);
      book.selection = selection;
      rows.forEach((line, row) => {
        line.forEach((value, column) => {
          grow(tab, row + 1, column + 1);
          if (typeof value === 'string') book.type(tab, row + 1, column + 1, value);
          else book.write(tab, cellAt(row + 1, column + 1), [[jsonOf(value)]]);
        });
      });
    },
    renameTab: (name, to) => {
      change(name, (tab) => (tab.name = to));
    },
    deleteTab: (name) => {
      book.deleteTab(book.tabNamed(name));
    },
    freeze: (name, rows) => {
      change(name, (tab) => (tab.frozenRows = rows));
    },
    cell: (name, row, column) => view(book.tabNamed(name), row, column),
    display: (name) => block(name, (tab, row, column) => tab.display(row, column)),
    cells: (name) => block(name, view),
    type: (name, row, column, text) => {
      const tab = book.tabNamed(name);
      grow(tab, row, column);
      book.type(tab, row, column, text);
    },
    put: (name, row, column, value) => {
      change(name, (tab) => {
        grow(tab, row, column);
        if (typeof value === 'object' && value !== null)
          book.write(tab, cellAt(row, column), [[jsonOf(value)]]);
        else tab.change(row, column, { value: value as string | number | boolean, formula: '' });
      });
    },
    select: (name, ranges) => {
      const tab = book.tabNamed(name);
      book.selection = { tab: tab.id, ranges: ranges.map((text) => book.resolve(tab, text)) };
    },
    selectChart: (name) => {
      book.selection = { tab: book.tabNamed(name).id, ranges: null };
    },
    insertRows: (name, before, count) => {
      change(name, (tab) => {
        tab.insertRows(before, count);
      });
    },
    deleteRows: (name, from, count) => {
      change(name, (tab) => {
        tab.deleteRows(from, count);
      });
    },
    insertColumns: (name, before, count) => {
      change(name, (tab) => {
        tab.insertColumns(before, count);
      });
    },
    deleteColumns: (name, from, count) => {
      change(name, (tab) => {
        tab.deleteColumns(from, count);
      });
    },
    moveColumn: (name, from, to) => {
      change(name, (tab) => {
        tab.moveColumn(from, to);
      });
    },
    sort: (name, column, { descending = false, headerRows = 0 } = {}) => {
      change(name, (tab) => {
        tab.sort(column, descending, headerRows);
      });
    },
    hideRows: (name, from, count, by) => {
      change(name, (tab) => {
        for (let row = from; row < from + count; row++) tab.hiddenRows.set(row, by);
        if (by === 'filter') tab.filtered = true;
      });
    },
    merge: (name, range) => {
      change(name, (tab) => tab.merges.push(book.resolve(tab, range)));
    },
    note: (name, row, column, note) => {
      change(name, (tab) => {
        tab.change(row, column, { note });
      });
    },
    format: (name, range, format) => {
      change(name, (tab) => {
        const rect = book.resolve(tab, range);
        for (let row = rect.row; row < rect.row + rect.rows; row++) {
          for (let column = rect.column; column < rect.column + rect.columns; column++) {
            tab.change(row, column, { format });
          }
        }
      });
    },
    protect: (name, range, editors) => {
      change(name, (tab) =>
        tab.protections.push({ rect: range === null ? null : book.resolve(tab, range), editors }),
      );
    },
    validate: (name, range, allowed) => {
      change(name, (tab) => tab.validations.push({ rect: book.resolve(tab, range), allowed }));
    },
    limitCells: (cells) => {
      book.mostCells = cells;
    },
    metadata: () =>
      book.tabs.flatMap((tab) =>
        tab.metadata.map(({ key, value, column }) => ({ key, value, tab: tab.name, at: lettersOf(column) })),
      ),
    onChange: (listener) => {
      book.onChange(listener);
    },
  };
}

function cellAt(row: number, column: number): Rect {
  return { row, column, rows: 1, columns: 1 };
}

function jsonOf(value: unknown): unknown {
  return value instanceof Date ? { $date: value.getTime() } : value;
}
