/** Tabs by hand: adding, copying, deleting them, and what is selected. */
import type { TabEditor } from '../../manual-editor';
import { a1Of, CELL_A1 } from './area';
import type { Book } from './book';
import type { Hand } from './by-hand';
import { copyTab } from './copies';
import type { Deletions } from './deletions';
import { putInto } from './values';

export function tabEditor(hand: Hand, deletions: Deletions): TabEditor {
  const { book, owner } = hand;
  return {
    name: () => book.settings.name,
    tabs: () =>
      book.tabs.map(({ id, name, hidden, color }) => ({
        id,
        name,
        hidden,
        ...(color === null ? {} : { color }),
      })),
    addTab: (name, rows) => {
      requireFreeName(book, name);
      const tab = book.addTab(name);
      const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
      if (rows.length > tab.size.rows) tab.growRows(rows.length - tab.size.rows);
      if (columns > tab.size.columns) tab.insertColumns(tab.size.columns + 1, columns - tab.size.columns);
      tab.write({ row: 1, column: 1, rows: rows.length, columns }, (cell, down, right) =>
        putInto(cell, rows[down]?.[right], book),
      );
      book.changed(tab);
    },
    renameTab: (name, to) => {
      if (name.toLowerCase() !== to.toLowerCase()) requireFreeName(book, to);
      hand.change(name, (tab) => {
        tab.name = to;
      });
    },
    deleteTab: (name) => {
      deletions.tab(hand.tab(name));
    },
    copyTab: (name) => {
      const copy = copyTab(book, hand.tab(name), hand.assumed('metadata-in-copies') === 'yes');
      book.select(owner, copy, [CELL_A1]);
      return copy.name;
    },
    hideTab: (name) => {
      hand.change(name, (tab) => {
        tab.hidden = true;
      });
    },
    layout: (name) => {
      const tab = hand.tab(name);
      const hiddenRows = tab.rows.flatMap((row, index) =>
        row.hiddenByFilter || row.hiddenByUser ? [index + 1] : [],
      );
      return { rows: tab.lastRow(), columns: tab.lastColumn(), frozenRows: tab.frozenRows, hiddenRows };
    },
    freeze: (name, rows) => {
      hand.change(name, (tab) => {
        tab.frozenRows = rows;
      });
    },
    active: (user = owner) => {
      const { tab, areas, chart } = book.selectionOf(user);
      return { tab: tab.name, ranges: chart ? [] : areas.map(a1Of) };
    },
    select: (name, ranges, user = owner) => {
      const tab = hand.tab(name);
      book.select(
        user,
        tab,
        ranges.map((range) => hand.area(tab, range)),
      );
    },
    selectChart: (name) => {
      book.select(owner, hand.tab(name), [], true);
    },
    share: (editors, viewers) => {
      book.settings = { ...book.settings, editors, viewers };
    },
  };
}

function requireFreeName({ tabs }: Book, name: string): void {
  const taken = tabs.find((tab) => tab.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new Error(`There is already a tab "${taken.name}".`);
}
