/** Cells as text on the clipboard: tab-separated lines, as spreadsheets exchange them. */
import { edges, type Range } from './ranges';

/** A field in double quotes may hold tabs, line breaks and doubled quotes; any other goes to the next tab or line break. */
const FIELD = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;

/** Reads tab-separated text. A field that begins with a quote but is not quoted to its end is taken as it stands. */
export function parseCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    FIELD.lastIndex = at;
    const [whole = '', quoted, plain = '', end = ''] = FIELD.exec(text) ?? [];
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    at += whole.length;
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  // A line break at the very end closes the last row.
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop();
  return rows;
}

export function formatCells(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\n');
}

/** What a paste into a range writes: a single cell fills the whole range, anything else is pasted once. */
export function filling(texts: string[][], range: Range): string[][] {
  const [first] = texts;
  if (texts.length !== 1 || first?.length !== 1) return texts;
  const { top, left, bottom, right } = edges(range);
  return Array.from({ length: bottom - top + 1 }, () =>
    Array.from({ length: right - left + 1 }, () => first[0] ?? ''),
  );
}

function quoted(text: string): string {
  return /[\t\r\n]/.test(text) || text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
}
