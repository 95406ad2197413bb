/** Rows as CSV (RFC 4180): commas, quotes where they are needed, CRLF behind each row. Opened elsewhere, no text acts. */
import { inert } from './plain-text';

/** Makes CSV. Texts that could act as a formula get an apostrophe in front; numbers stay numbers. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('');
}

function fieldOf(cell: string | number): string {
  const text = typeof cell === 'number' ? String(cell) : inert(cell);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
