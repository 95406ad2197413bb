/** What people do to the spreadsheet by hand, and what they see of it. */
import type { Clock } from '../../clock';
import type { CellView, ManualEditor } from '../../emulator';
import { a1Of, parseArea, type Area } from './area';
import type { Book } from './book';
import { display, GENERAL } from './display';
import { EMPTY, type Cell, type Tab } from './tab';
import { describe } from './host-metadata';
import { normalFormat } from './host-range';
import { byRank } from './sorting';
import { asStored, readOut, writeInto } from './values';

/**
 * Edits a spreadsheet by hand. A tab or range that does not exist throws an error that names it.
 * @param owner `users/…` of the person whose window it is where none is named.
 */
export function manualEditorOf(book: Book, clock: Clock, owner: string): ManualEditor {
  const tabOf = (name: string): Tab => {
    const tab = book.tabNamed(name);
    if (tab) return tab;
    throw new Error(`There is no tab "${name}". There are: ${book.tabs.map((one) => one.name).join(', ')}.`);
  };
  const areaOf = (tab: Tab, text: string): Area => {
    const area = parseArea(text, tab.size);
    if (!area) throw new Error(`"${text}" names no range of the tab ${tab.name}.`);
    return area;
  };
  const change = (name: string, work: (tab: Tab) => void): void => {
    const tab = tabOf(name);
    work(tab);
    book.dropLostMetadata();
    book.changed(tab);
  };
  /** Changes one cell; the grid grows to hold it, as it does when a person pastes beyond its end. */
  const changeCell = (
    name: string,
    row: number,
    column: number,
    part: (cell: Cell) => Partial<Cell>,
  ): void => {
    change(name, (tab) => {
      const { rows, columns } = tab.size;
      if (row > rows) tab.growRows(row - rows);
      if (column > columns) tab.insertColumns(columns + 1, column - columns);
      tab.write({ row, column, rows: 1, columns: 1 }, part);
    });
  };
  const view = (cell: Cell): CellView => ({
    value: readOut(cell, book),
    display: display(cell.value, cell.format),
    formula: cell.formula,
    format: cell.format,
    note: cell.note,
  });
  const used = (tab: Tab): Area => ({ row: 1, column: 1, rows: tab.lastRow(), columns: tab.lastColumn() });
  const put = (cell: Cell, value: unknown): Partial<Cell> => {
    const { format, ...stored } = asStored(value, book);
    return format !== undefined && cell.format === GENERAL ? { ...stored, format } : stored;
  };

  return {
    tabs: () => book.tabs.map(({ id, name, hidden }) => ({ id, name, hidden })),
    name: () => book.settings.name,
    active: (user = owner) => {
      const { tab, areas, chart } = book.selectionOf(user);
      return { tab: tab.name, ranges: chart ? [] : areas.map(a1Of) };
    },
    layout: (name) => {
      const tab = tabOf(name);
      const hiddenRows = tab.rows.flatMap((row, index) =>
        row.hiddenByFilter || row.hiddenByUser ? [index + 1] : [],
      );
      return { rows: tab.lastRow(), columns: tab.lastColumn(), frozenRows: tab.frozenRows, hiddenRows };
    },
    freeze: (name, rows) => {
      change(name, (tab) => {
        tab.frozenRows = rows;
      });
    },
    addTab: (name, rows) => {
      if (book.tabNamed(name)) throw new Error(`There is already a tab "${name}".`);
      const tab = book.addTab(name);
      const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
      if (rows.length > tab.size.rows) tab.growRows(rows.length - tab.size.rows);
      if (columns > tab.size.columns) tab.insertColumns(tab.size.columns + 1, columns - tab.size.columns);
      tab.write({ row: 1, column: 1, rows: rows.length, columns }, (cell, down, right) =>
        put(cell, rows[down]?.[right]),
      );
      book.changed(tab);
    },
    renameTab: (name, to) => {
      if (book.tabNamed(to)) throw new Error(`There is already a tab "${to}".`);
      change(name, (tab) => {
        tab.name = to;
      });
    },
    deleteTab: (name) => {
      book.removeTab(tabOf(name));
    },
    cell: (name, row, column) => view(tabOf(name).cell(row, column)),
    display: (name) => {
      const tab = tabOf(name);
      return tab.read(used(tab), (cell) => display(cell.value, cell.format));
    },
    cells: (name) => {
      const tab = tabOf(name);
      return tab.read(used(tab), view);
    },
    type: (name, row, column, text) => {
      const year = book.zone.year(clock.now());
      changeCell(name, row, column, (cell) => writeInto(cell, text, book, year));
    },
    put: (name, row, column, value) => {
      changeCell(name, row, column, (cell) => put(cell, value));
    },
    select: (name, ranges, user = owner) => {
      const tab = tabOf(name);
      book.select(
        user,
        tab,
        ranges.map((range) => areaOf(tab, range)),
      );
    },
    selectChart: (name) => {
      book.select(owner, tabOf(name), [], true);
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
    limitCells: (cells) => {
      book.cellLimit = cells;
    },
    moveColumn: (name, from, to) => {
      change(name, (tab) => {
        tab.moveColumn(from, to);
      });
    },
    sort: (name, column, { descending = false, headerRows = 0 } = {}) => {
      change(name, (tab) => {
        const last = tab.lastRow();
        const cells = tab.rows.slice(headerRows, last).map((row) => row.cells);
        cells.sort(byRank((row) => (row[column - 1] ?? EMPTY).value, descending));
        cells.forEach((row, index) => {
          const target = tab.rows[headerRows + index];
          if (target) target.cells = row;
        });
      });
    },
    hideRows: (name, from, count, by) => {
      change(name, (tab) => {
        if (by === 'filter') tab.hasFilter = true;
        for (const row of tab.rows.slice(from - 1, from - 1 + count)) {
          if (by === 'filter') row.hiddenByFilter = true;
          else row.hiddenByUser = true;
        }
      });
    },
    merge: (name, range) => {
      change(name, (tab) => {
        tab.merges.push(areaOf(tab, range));
      });
    },
    note: (name, row, column, text) => {
      changeCell(name, row, column, () => ({ note: text }));
    },
    format: (name, range, numberFormat) => {
      change(name, (tab) => {
        tab.write(areaOf(tab, range), () => ({ format: normalFormat(numberFormat) }));
      });
    },
    protect: (name, range, editors) => {
      change(name, (tab) => {
        tab.protections.push({ area: range === null ? null : areaOf(tab, range), editors });
      });
    },
    validate: (name, range, allowed) => {
      change(name, (tab) => {
        tab.validations.push({ area: areaOf(tab, range), allowed });
      });
    },
    metadata: () =>
      book.metadata.map(describe).map(({ key, value, sheet, area }) => ({
        key,
        value: value ?? '',
        tab: sheet.name,
        at: a1Of(area),
      })),
    onChange: (listener) => {
      book.onChange(listener);
    },
  };
}
