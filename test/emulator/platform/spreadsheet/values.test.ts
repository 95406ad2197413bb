/**
 * What a written value becomes: one table of input, cell format and spreadsheet locale -> stored type, value, display,
 * formula, each row with its source. The rows run through a script's own setValue and getValue.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSheet, type SheetEnvironment } from './sheet.testing';

/**
 * Where a row is known from. `live test`: asserted by a public test suite that runs on Google too. `comparison`: an
 * independent runtime compared case by case with Google. `field report`: logs, issues, several projects.
 * `Sheets API`: the rule of USER_ENTERED, taken over. `unknown`: nobody could establish it; what the emulator does.
 */
type Source = 'live test' | 'comparison' | 'documentation' | 'field report' | 'Sheets API' | 'unknown';

/** JavaScript that the script writes, format (none: untouched), locale, type, getValue (a date in ISO form), display, formula, source. */
type Row = readonly [string, string, string, string, unknown, string, string, Source];

const ID = '123456789012345678901';

const ROWS: readonly Row[] = [
  // Formulas.
  [`'=SUM(1,2)'`, '', 'en_US', 'text', '#N/A', '#N/A', '=SUM(1,2)', 'documentation'],
  [`'  =SUM(1,2)'`, '', 'en_US', 'text', '  =SUM(1,2)', '  =SUM(1,2)', '', 'live test'],
  [`'='`, '', 'en_US', 'text', '=', '=', '', 'unknown'],
  [
    `'=HYPERLINK("https://x.example")'`,
    '@',
    'en_US',
    'text',
    '=HYPERLINK("https://x.example")',
    '=HYPERLINK("https://x.example")',
    '',
    'field report',
  ],
  // Signs.
  [`'-5'`, '', 'en_US', 'number', -5, '-5', '', 'comparison'],
  [`'+5'`, '', 'en_US', 'text', '+5', '+5', '', 'comparison'],
  [`'-'`, '', 'en_US', 'text', '-', '-', '', 'comparison'],
  [`'-abc'`, '', 'en_US', 'text', '-abc', '-abc', '', 'comparison'],
  [`'+abc'`, '', 'en_US', 'text', '+abc', '+abc', '', 'comparison'],
  [`'@everyone'`, '', 'en_US', 'text', '@everyone', '@everyone', '', 'unknown'],
  // Numbers.
  [`'007'`, '', 'en_US', 'number', 7, '7', '', 'field report'],
  [`'007'`, '@', 'en_US', 'text', '007', '007', '', 'field report'],
  [`'1e3'`, '', 'en_US', 'number', 1000, '1.00E+03', '', 'Sheets API'],
  [`'1,234'`, '', 'en_US', 'number', 1234, '1,234', '', 'Sheets API'],
  [`'12%'`, '', 'en_US', 'number', 0.12, '12%', '', 'Sheets API'],
  [`'$5'`, '', 'en_US', 'number', 5, '$5', '', 'Sheets API'],
  [`'¥1,200'`, '', 'ja_JP', 'number', 1200, '¥1,200', '', 'Sheets API'],
  [`'1.234,5'`, '', 'de_DE', 'number', 1234.5, '1.234,50', '', 'documentation'],
  [`'1.234,5'`, '', 'en_US', 'text', '1.234,5', '1.234,5', '', 'unknown'],
  [`'1,23'`, '', 'en_US', 'text', '1,23', '1,23', '', 'unknown'],
  [`'.5'`, '', 'en_US', 'number', 0.5, '0.5', '', 'unknown'],
  [`' 5 '`, '', 'en_US', 'number', 5, '5', '', 'unknown'],
  [`'-'.repeat(3)`, '', 'en_US', 'text', '---', '---', '', 'unknown'],
  [`'${ID}'`, '', 'en_US', 'number', Number(ID), '1.23E+20', '', 'field report'],
  [`'${ID}'`, '@', 'en_US', 'text', ID, ID, '', 'field report'],
  [`'users/${ID}'`, '', 'en_US', 'text', `users/${ID}`, `users/${ID}`, '', 'unknown'],
  [`Math.PI`, '', 'en_US', 'number', Math.PI, '3.14159265358979', '', 'live test'],
  [`1762000000000`, '', 'en_US', 'number', 1762000000000, '1762000000000', '', 'live test'],
  [`0.5`, '0.00%', 'en_US', 'number', 0.5, '50.00%', '', 'documentation'],
  [`1234.5`, '#,##0.00', 'en_US', 'number', 1234.5, '1,234.50', '', 'documentation'],
  // Booleans.
  [`true`, '', 'en_US', 'boolean', true, 'TRUE', '', 'live test'],
  [`'true'`, '', 'en_US', 'boolean', true, 'TRUE', '', 'Sheets API'],
  [`'FALSE'`, '', 'en_US', 'boolean', false, 'FALSE', '', 'Sheets API'],
  [`'TRUE'`, '@', 'en_US', 'text', 'TRUE', 'TRUE', '', 'unknown'],
  // Apostrophes.
  [`"'007"`, '', 'en_US', 'text', '007', '007', '', 'field report'],
  [`"'=1+1"`, '', 'en_US', 'text', '=1+1', '=1+1', '', 'field report'],
  [`"''quoted"`, '', 'en_US', 'text', "'quoted", "'quoted", '', 'unknown'],
  [`"'quoted"`, '@', 'en_US', 'text', "'quoted", "'quoted", '', 'unknown'],
  // Dates, read in the spreadsheet's zone (Asia/Tokyo); the script's is another (America/New_York).
  [`'2025-09-30'`, '', 'en_US', 'date', '2025-09-29T15:00:00.000Z', '2025-09-30', '', 'field report'],
  [`'9/30/2025'`, '', 'en_US', 'date', '2025-09-29T15:00:00.000Z', '9/30/2025', '', 'field report'],
  [`'30/9/2025'`, '', 'en_US', 'text', '30/9/2025', '30/9/2025', '', 'field report'],
  [`'30/9/2025'`, '', 'en_GB', 'date', '2025-09-29T15:00:00.000Z', '30/09/2025', '', 'field report'],
  [`'3/4'`, '', 'en_US', 'date', '2026-03-03T15:00:00.000Z', '3/4', '', 'field report'],
  [`'3/4'`, '', 'en_GB', 'date', '2026-04-02T15:00:00.000Z', '03/04', '', 'field report'],
  [`'3/4'`, '', 'ja_JP', 'date', '2026-03-03T15:00:00.000Z', '3/4', '', 'field report'],
  [`'3/4'`, '@', 'en_US', 'text', '3/4', '3/4', '', 'field report'],
  [`'2025年9月30日'`, '', 'ja_JP', 'date', '2025-09-29T15:00:00.000Z', '2025年9月30日', '', 'unknown'],
  [`'30.9.2025'`, '', 'de_DE', 'date', '2025-09-29T15:00:00.000Z', '30.09.2025', '', 'unknown'],
  [`'2025-02-30'`, '', 'en_US', 'text', '2025-02-30', '2025-02-30', '', 'unknown'],
  [`'2025-09-30 13:05'`, '', 'en_US', 'date', '2025-09-30T04:05:00.000Z', '2025-09-30 13:05', '', 'unknown'],
  [`'March 4'`, '', 'en_US', 'date', '2026-03-03T15:00:00.000Z', 'Mar 4, 2026', '', 'unknown'],
  [`'May Ling'`, '', 'en_US', 'text', 'May Ling', 'May Ling', '', 'unknown'],
  [`'12:30 PM'`, '', 'en_US', 'date', '1899-12-30T03:30:00.000Z', '12:30 PM', '', 'unknown'],
  [`'12:30'`, '', 'en_US', 'date', '1899-12-30T03:30:00.000Z', '12:30', '', 'field report'],
  [
    `new Date('2026-11-02T00:00:00Z')`,
    '',
    'en_US',
    'date',
    '2026-11-02T00:00:00.000Z',
    '11/2/2026',
    '',
    'comparison',
  ],
  [
    `new Date('2026-11-02T00:00:00Z')`,
    '',
    'ja_JP',
    'date',
    '2026-11-02T00:00:00.000Z',
    '2026/11/02',
    '',
    'unknown',
  ],
  [
    `new Date('2026-11-02T01:02:03.004Z')`,
    'yyyy-mm-dd hh:mm',
    'en_US',
    'date',
    '2026-11-02T01:02:03.004Z',
    '2026-11-02 10:02',
    '',
    'comparison',
  ],
  // Nothing, and what is no value.
  [`''`, '', 'en_US', 'empty', '', '', '', 'documentation'],
  [`null`, '', 'en_US', 'empty', '', '', '', 'comparison'],
  [`undefined`, '', 'en_US', 'empty', '', '', '', 'comparison'],
  [`NaN`, '', 'en_US', 'text', '#NUM!', '#NUM!', '', 'field report'],
  [
    `[1, 2]`,
    '',
    'en_US',
    'text',
    '[Ljava.lang.Object;@5d23044d',
    '[Ljava.lang.Object;@5d23044d',
    '',
    'field report',
  ],
  [`'two\\nlines'`, '', 'en_US', 'text', 'two\nlines', 'two\nlines', '', 'unknown'],
  [`'\\ttab'`, '', 'en_US', 'text', '\ttab', '\ttab', '', 'unknown'],
  [`'x'.repeat(50000)`, '', 'en_US', 'text', 'x'.repeat(50_000), 'x'.repeat(50_000), '', 'field report'],
];

/** Writes that throw: JavaScript, message, source. */
const REFUSED: readonly (readonly [string, string, Source])[] = [
  [
    `'x'.repeat(50001)`,
    'Your input contains more than the maximum of 50000 characters in a single cell.',
    'field report',
  ],
  [
    `({ a: 1 })`,
    "The parameters ((class)) don't match the method signature for SpreadsheetApp.Range.setValue.",
    'unknown',
  ],
  [
    `Infinity`,
    "The parameters (number) don't match the method signature for SpreadsheetApp.Range.setValue.",
    'unknown',
  ],
  [`new Date(NaN)`, "don't match the method signature for SpreadsheetApp.Range.setValue.", 'unknown'],
];

const SCRIPT = `
const INPUTS = [${ROWS.map(([input]) => `() => (${input})`).join(',\n')}];
const REFUSED = [${REFUSED.map(([input]) => `() => (${input})`).join(',\n')}];
function write(index) {
  const cell = SpreadsheetApp.getActiveSheet().getRange(index + 1, 1);
  cell.setValue(INPUTS[index]());
  const value = cell.getValue();
  const type = value === '' ? 'empty' : value instanceof Date ? 'date' : typeof value === 'string' ? 'text' : typeof value;
  return [type, value instanceof Date ? value.toISOString() : value, cell.getDisplayValue(), cell.getFormula()];
}
function refuse(index) {
  SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue(REFUSED[index]());
}`;

const LOCALES = [...new Set(ROWS.map(([, , locale]) => locale))];

describe('A written value is stored as on Google', () => {
  const environments = new Map<string, SheetEnvironment>();
  beforeAll(async () => {
    for (const locale of LOCALES) {
      const environment = await openSheet(SCRIPT, { spreadsheetLocale: locale });
      ROWS.forEach(([, format], index) => {
        if (format !== '') environment.session.format('Sheet1', `A${index + 1}:A${index + 1}`, format);
      });
      environments.set(locale, environment);
    }
  });
  afterAll(async () => {
    for (const environment of environments.values()) await environment.close();
  });

  const named = ROWS.map((row, index) => {
    const [input, format, locale, type, , , , source] = row;
    const shown = input.length > 40 ? `${input.slice(0, 40)}…` : input;
    return {
      title: `${shown} in a cell ${format || 'without format'}, ${locale}, is ${type} [${source}]`,
      row,
      index,
    };
  });

  test.each(named)('$title', async ({ row: [, , locale, ...expected], index }) => {
    const value = await environments.get(locale)?.value('write', index);
    expect(value).toEqual(expected.slice(0, 4));
  });

  test.each(REFUSED.map(([input, message, source], index) => ({ input, message, source, index })))(
    '$input is refused [$source]',
    async ({ message, index }) => {
      await expect(environments.get('en_US')?.value('refuse', index)).rejects.toThrow(message);
    },
  );
});
