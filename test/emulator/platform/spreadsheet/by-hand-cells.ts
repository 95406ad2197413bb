/** Single cells by hand: seeing them, typing into them, and what a cell holds beyond its value. */
import type { CellEditor, CellView, TextPart } from '../../manual-editor';
import type { Area } from './area';
import type { Hand } from './by-hand';
import { withContent, withStyle, type Cell } from './cell';
import { display, normalFormat, requireKnownFormat } from './display';
import type { Validation } from './marks';
import type { Tab } from './tab';
import { TYPED_BY_HAND } from './typing';
import { putInto, readOut, writeInto } from './values';
import type { RunRef } from './wire';

export function cellEditor(hand: Hand): CellEditor {
  const { book, clock } = hand;
  const view = (cell: Cell, checkbox: Validation | undefined): CellView => {
    const { formula, format, note, rich, style, spill, spilled } = cell;
    const value = readOut(cell, book.zone);
    return {
      value: typeof value === 'object' && '$image' in value ? '' : value,
      display: display(cell.value, format, book.locale),
      formula,
      format,
      note,
      ...(rich && { rich }),
      ...(style && { style }),
      ...(checkbox && { checkbox: cell.value === checkbox.allowed[0] }),
      ...(spill && { spill: 'anchor' as const }),
      ...(spilled && { spill: 'neighbour' as const }),
    };
  };
  const viewAt = (tab: Tab, row: number, column: number): CellView => {
    const rule = tab.validations.length === 0 ? undefined : tab.validationAt(row, column);
    return view(tab.cell(row, column), rule?.checkbox && rule);
  };
  const used = (tab: Tab): Area => ({ row: 1, column: 1, rows: tab.lastRow(), columns: tab.lastColumn() });

  return {
    cell: (name, row, column) => viewAt(hand.tab(name), row, column),
    display: (name) => {
      const tab = hand.tab(name);
      return tab.read(used(tab), ({ value, format }) => display(value, format, book.locale));
    },
    cells: (name) => {
      const tab = hand.tab(name);
      const { rows, columns } = used(tab);
      return Array.from({ length: rows }, (_, down) =>
        Array.from({ length: columns }, (__, right) => viewAt(tab, down + 1, right + 1)),
      );
    },
    type: (name, row, column, text) => {
      const { zone, locale } = book;
      const reading = { zone, locale, year: zone.year(clock.now()), rules: TYPED_BY_HAND };
      hand.changeCell(name, row, column, (cell) => writeInto(cell, text, reading));
    },
    put: (name, row, column, value) => {
      hand.changeCell(name, row, column, (cell) => putInto(cell, value, book));
    },
    note: (name, row, column, note) => {
      hand.changeCell(name, row, column, (cell) => ({ ...cell, note }));
    },
    format: (name, range, numberFormat) => {
      requireKnownFormat(numberFormat);
      hand.changeCells(name, range, (cell) => ({ ...cell, format: normalFormat(numberFormat) }));
    },
    paint: (name, range, style) => {
      hand.changeCells(name, range, (cell) => withStyle(cell, style));
    },
    rich: (name, row, column, parts) => {
      const text = parts.map((part) => part.text).join('');
      hand.changeCell(name, row, column, (cell) => ({
        ...withContent(cell, text),
        rich: { runs: runsOf(parts) },
      }));
    },
    chip: (name, row, column, kind, text) => {
      hand.changeCell(name, row, column, (cell) => ({
        ...withContent(cell, text),
        rich: { chips: [{ start: 0, end: text.length, kind }] },
      }));
    },
    image: (name, row, column, url) => {
      hand.changeCell(name, row, column, (cell) => ({ ...withContent(cell, ''), rich: { image: { url } } }));
    },
    spill: (name, row, column, formula, result) => {
      hand.change(name, (tab) => {
        tab.hasSpills = true;
        tab.write({ row, column, rows: 1, columns: 1 }, (cell) => ({
          ...withContent(cell, result[0]?.[0] ?? '', formula),
          spill: result,
        }));
      });
    },
  };
}

/** The parts that have a style or a link. */
function runsOf(parts: readonly TextPart[]): readonly RunRef[] {
  let end = 0;
  return parts.flatMap(({ text, ...look }) => {
    const start = end;
    end += text.length;
    return Object.keys(look).length === 0 ? [] : [{ start, end, ...look }];
  });
}
