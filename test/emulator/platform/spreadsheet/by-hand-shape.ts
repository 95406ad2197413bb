/** Rows and columns by hand. */
import type { ShapeEditor } from '../../manual-editor';
import type { Hand } from './by-hand';
import { usedArea } from './tab';
import { EMPTY } from './cell';
import { copyColumn } from './copies';
import type { Deletions } from './deletions';
import { byRank } from './sorting';

export function shapeEditor(hand: Hand, deletions: Deletions): ShapeEditor {
  const { book } = hand;
  return {
    insertRows: (name, before, count) => {
      hand.change(name, (tab) => {
        tab.insertRows(before, count);
      });
    },
    deleteRows: (name, from, count) => {
      hand.change(name, (tab) => {
        deletions.within(tab, () => tab.deleteRows(from, count));
      });
    },
    insertColumns: (name, before, count) => {
      hand.change(name, (tab) => {
        tab.insertColumns(before, count);
      });
    },
    deleteColumns: (name, from, count) => {
      hand.change(name, (tab) => {
        deletions.within(tab, () => tab.deleteColumns(from, count));
      });
    },
    undoDeletion: () => {
      deletions.undo();
    },
    moveColumn: (name, from, to) => {
      hand.change(name, (tab) => {
        tab.moveColumn(from, to);
      });
    },
    copyColumn: (name, from, to) => {
      hand.change(name, (tab) => {
        copyColumn(book, tab, from, to, hand.assumed('metadata-in-copies') === 'yes');
      });
    },
    sort: (name, column, { descending = false, headerRows = 0 } = {}) => {
      hand.change(name, (tab) => {
        const cells = tab.rows.slice(headerRows, tab.lastRow()).map((row) => row.cells);
        cells.sort(byRank((row) => (row[column - 1] ?? EMPTY).value, descending));
        tab.reorderCells(headerRows + 1, cells);
      });
    },
    hideRows: (name, from, count, by) => {
      hand.change(name, (tab) => {
        if (by === 'filter') {
          tab.filter ??= usedArea(tab);
        }
        for (const row of tab.rows.slice(from - 1, from - 1 + count)) {
          if (by === 'filter') row.hiddenByFilter = true;
          else row.hiddenByUser = true;
        }
      });
    },
    hideColumns: (name, from, count) => {
      hand.change(name, (tab) => {
        for (const column of tab.columns.slice(from - 1, from - 1 + count)) column.hidden = true;
      });
    },
    hiddenColumns: (name) =>
      hand.tab(name).columns.flatMap(({ hidden }, index) => (hidden ? [index + 1] : [])),
    columnWidths: (name) => hand.tab(name).columns.map(({ width }) => width),
    limitCells: (cells) => {
      book.cellLimit = cells;
    },
  };
}
