/** A tab as text: a table for the terminal, CSV for a file. */
import { stringify } from 'csv-stringify/sync';
import type { CellView } from '../emulator';

/** Widest cell in a terminal table, in columns. */
const WIDEST = 48;
/** Control characters, and marks that turn the direction of what follows: in a terminal they could hide or fake text. */
const UNSAFE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\u200b-\u200d\ufe0f]/u;
/** What a spreadsheet program would take for a formula or a number, or swallow; full-width and small forms count. */
const NOT_PLAIN = /^\s*[=+\-@'＝＋－＠＇﹦﹢﹣﹫]|^[\t\r\n]/;

/** Text that cannot move a terminal's cursor. */
export function terminalText(text: string): string {
  return text.replace(UNSAFE, '\ufffd');
}

/** Rows as an aligned table; wide characters count as two columns. */
export function terminalTable(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((text) => cut(terminalText(text.replace(/\r?\n/g, ' ')))));
  const columns = Math.max(0, ...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(1, ...cells.map((row) => widthOf(row[column] ?? ''))),
  );
  return cells
    .map((row) =>
      widths
        .map((width, column) => {
          const text = row[column] ?? '';
          return text + ' '.repeat(width - widthOf(text));
        })
        .join(' | ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * Cells as CSV, as displayed. Text that a spreadsheet program would read as something else starts with an apostrophe, as
 * one types it there: read back, it is the very text.
 */
export function csvOf(cells: readonly (readonly CellView[])[]): string {
  return stringify(
    cells.map((row) =>
      row.map(({ value, display, formula }) =>
        typeof value === 'string' && formula === '' && NOT_PLAIN.test(value) ? `'${value}` : display,
      ),
    ),
  );
}

/** The text that an apostrophe of `csvOf` keeps one; null where there is none. */
export function keptText(text: string): string | null {
  return text.startsWith("'") && NOT_PLAIN.test(text.slice(1)) ? text.slice(1) : null;
}

/** A tab's name as the name of a file. */
export function csvFileName(tab: string): string {
  return `${tab.replace(/[^\p{L}\p{N} _-]/gu, '_')}.csv`;
}

function widthOf(text: string): number {
  let width = 0;
  for (const one of text) width += NO_WIDTH.test(one) ? 0 : WIDE.test(one) ? 2 : 1;
  return width;
}

function cut(text: string): string {
  let shown = '';
  for (const one of text) {
    if (widthOf(shown + one) > WIDEST) return `${shown}…`;
    shown += one;
  }
  return shown;
}
