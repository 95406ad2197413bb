/** A tab as CSV, in and out, as File > Import and File > Download do it. */
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { SpreadsheetDesk } from '../../stand-in';

/** Adds a tab from CSV text; every field is taken as if typed. Throws an error that names the line that is not CSV. */
export function importCsv(desk: SpreadsheetDesk, tab: string, text: string): void {
  const rows: string[][] = parse(text, { bom: true, relax_column_count: true });
  desk.addTab(tab, []);
  rows.forEach((fields, down) => {
    fields.forEach((field, right) => {
      if (field !== '') desk.type(tab, down + 1, right + 1, field);
    });
  });
}

/** The used block as displayed. */
export function exportCsv(desk: SpreadsheetDesk, tab: string): string {
  return stringify(desk.display(tab).map((row) => [...row]));
}
