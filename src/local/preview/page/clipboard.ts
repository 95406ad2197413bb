/** Cells as text on the clipboard: tab-separated lines, as spreadsheets exchange them. */

/** Reads tab-separated text; a field in double quotes may hold tabs, line breaks and doubled quotes. */
export function parseCells(text: string): string[][] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
  for (;;) {
    const match = field.exec(text) ?? plainField(text, field);
    const [whole, quoted, plain, end] = match;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== '\t' && end !== '') rows.push([]);
    field.lastIndex = match.index + whole.length;
    if (end === '') break;
  }
  // A line break at the very end closes the last row.
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop();
  return rows;
}

/** A field that begins with a quote but is not quoted to its end is taken as it stands. */
function plainField(text: string, field: RegExp): RegExpExecArray {
  const plain = /(?:(?!)(.)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
  plain.lastIndex = field.lastIndex;
  const match = plain.exec(text);
  if (!match) throw new RangeError('A field ends at a tab, a line break or the end.');
  return match;
}

export function formatCells(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\n');
}

function quoted(text: string): string {
  return /[\t\r\n]/.test(text) || text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
}
