/**
 * What a cell shows: its value under its number format, in the spreadsheet's locale. numfmt shows numbers and dates; it
 * follows Excel, so a format that Sheets' list of tokens does not have is refused here.
 * https://developers.google.com/workspace/sheets/api/guides/formats
 */
import { format as show, isDateFormat as isDate, isValidFormat, tokenize } from 'numfmt';
import type { SheetLocale } from './locale';
import { TEXT_FORMAT, type CellValue } from './typing';

/** Format of a cell that nobody has formatted, as getNumberFormat names it. [tested live by gas-fakes] */
export const GENERAL = '0.###############';

/** Tokens of Excel that Sheets does not list: Japanese and Buddhist years, week days in Japanese, digits of other scripts. */
const NOT_OF_SHEETS = /^(?:[eg]+|b+|aaa+)$/i;

const knownFormats = new Set<string>();

/** Throws where the emulator cannot show values under this format as Sheets would. */
export function requireKnownFormat(format: string): void {
  if (knownFormats.has(format)) return;
  if (isKnown(format)) knownFormats.add(format);
  else throw new Error(`The number format ${JSON.stringify(format)} is not available in the emulator.`);
}

function isKnown(format: string): boolean {
  if (!isValidFormat(format)) return false;
  return tokenize(format).every(
    ({ type, value }) =>
      type !== 'DBNUM' &&
      !(type === 'DATETIME' && NOT_OF_SHEETS.test(value)) &&
      // A letter that is no token needs quotes.
      !(type === 'CHAR' && /[a-z]/i.test(value)),
  );
}

/** `general` goes back to the default; a trailing `;@` is dropped. [field reports, compared live] */
export function normalFormat(format: string): string {
  return format === '' || format.toLowerCase() === 'general' ? GENERAL : format.replace(/;@$/, '');
}

const dateFormats = new Map<string, boolean>();

/** Tells whether a number under this format is a date, a time or a duration. */
export function isDateFormat(format: string): boolean {
  let answer = dateFormats.get(format);
  if (answer === undefined) dateFormats.set(format, (answer = isDate(format)));
  return answer;
}

/** Shows a value. [doc: separators are the locale's; names of months and days likewise] */
export function display(value: CellValue, format: string, { tag, decimal }: SheetLocale): string {
  if (typeof value === 'string' && (format === TEXT_FORMAT || !format.includes('@'))) return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number' && (format === GENERAL || format === TEXT_FORMAT)) {
    return general(value).replace('.', decimal);
  }
  return show(format, value, { locale: tag, leap1900: false, dateSpanLarge: true });
}

/** Up to 15 digits. Exponent form from 16 digits on: where exactly Google changes over is not established. */
function general(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size !== 0 && size < 1e-9)) return exponential(value);
  return String(Number(value.toPrecision(15)));
}

function exponential(value: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(2).split('e');
  return `${mantissa}E${exponent.startsWith('-') ? '-' : '+'}${exponent.slice(1).padStart(2, '0')}`;
}
