/** What becomes of a value that is written into a cell, by hand or by a script: detection of numbers, dates, formulas. */
import { ScriptException } from '../host';
import { GENERAL, isDateFormat, TEXT } from './number-format';
import { serialAt, serialOf } from './serial';

/** What a cell holds. Dates are numbers under a date format. */
export interface Stored {
  readonly value: string | number | boolean;
  /** With its `=`; empty where there is none. */
  readonly formula: string;
  /** The format that came with the value; null: the cell keeps its own. */
  readonly format: string | null;
}

/** Where a value is written: decides how text is read. */
export interface Place {
  /** Such as `en_US`. */
  readonly locale: string;
  readonly timeZone: string;
  /** The cell's own number format. */
  readonly format: string;
  /** This year, for dates typed without one. */
  readonly year: number;
}

const LONGEST_TEXT = 50_000;
/** What a formula cell holds: nothing is calculated here. */
export const NOT_CALCULATED = '#N/A';

/** Takes a JSON value of a script: a Date is `{"$date"}`, a number that JSON has not is `{"$number"}`. */
export function storeValue(input: unknown, place: Place): Stored {
  if (input === null || input === undefined || input === '') return plain('');
  if (typeof input === 'string') return storeText(input, place);
  if (typeof input === 'number' || typeof input === 'boolean') return plain(input);
  if (typeof input === 'object' && '$date' in input) {
    const serial = serialAt((input as { $date: number }).$date, place.timeZone);
    return {
      value: serial,
      formula: '',
      format: isDateFormat(place.format) ? null : dateFormat(place.locale),
    };
  }
  return plain('#NUM!');
}

/** Takes text as if somebody typed it. */
export function storeText(text: string, place: Place): Stored {
  if (text.length > LONGEST_TEXT) {
    throw new ScriptException(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
  }
  if (text.startsWith("'")) return plain(text.slice(1));
  if (place.format === TEXT) return plain(text);
  if (text.startsWith('=') && text.length > 1) return { value: NOT_CALCULATED, formula: text, format: null };
  return storeNumber(text, place) ?? storeDate(text, place) ?? plain(text);
}

function plain(value: string | number | boolean): Stored {
  return { value, formula: '', format: null };
}

function storeNumber(text: string, { format }: Place): Stored | null {
  if (/^(true|false)$/i.test(text)) return plain(text.toLowerCase() === 'true');
  const number = /^(-?)(\$?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(e[+-]?\d+)?(%?)$/i.exec(text);
  if (!number) return null;
  const [, sign = '', currency = '', digits = '', exponent = '', percent = ''] = number;
  const value = Number(`${sign}${digits.replace(/,/g, '')}${exponent}`) / (percent === '' ? 1 : 100);
  const decimals = digits.includes('.');
  const came =
    percent !== ''
      ? decimals
        ? '0.00%'
        : '0%'
      : currency !== ''
        ? decimals
          ? '$#,##0.00'
          : '$#,##0'
        : digits.includes(',')
          ? '#,##0'
          : null;
  return { value, formula: '', format: format === GENERAL ? came : null };
}

/** ISO dates, slashes by the spreadsheet's locale, times of day, and a date with a time. */
function storeDate(text: string, place: Place): Stored | null {
  const [, day, time] =
    /^(?:(\d{4}-\d{1,2}-\d{1,2}|\d{1,4}\/\d{1,2}(?:\/\d{1,4})?))?\s*(\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(
      text,
    ) ?? [];
  if (day === undefined && time === undefined) return null;
  const date = day === undefined ? 0 : readDay(day, place);
  const clock = time === undefined ? 0 : readTime(time);
  if (date === null || clock === null) return null;
  const iso = day?.includes('-') === true;
  const dayFormat = iso ? 'yyyy-mm-dd' : dateFormat(place.locale);
  const timeFormat = time?.split(':').length === 3 ? 'h:mm:ss' : 'h:mm';
  const format = [day === undefined ? '' : dayFormat, time === undefined ? '' : timeFormat].join(' ').trim();
  return { value: date + clock, formula: '', format: isDateFormat(place.format) ? null : format };
}

function readDay(text: string, { locale, year }: Place): number | null {
  const parts = text.split(/[-/]/).map(Number);
  const [a = 0, b = 0, c] = parts;
  const yearFirst = text.includes('-') || a > 31;
  const dayFirst = !yearFirst && /^(en_GB|fr|de|es|it|pt|nl|en_AU|en_NZ|en_IN)/.test(locale);
  const [y, m, d] = yearFirst ? [a, b, c ?? 1] : dayFirst ? [c ?? year, b, a] : [c ?? year, a, b];
  const full = y < 100 ? 2000 + y : y;
  const check = new Date(Date.UTC(full, m - 1, d));
  return check.getUTCMonth() === m - 1 && check.getUTCDate() === d ? serialOf(full, m, d) : null;
}

function readTime(text: string): number | null {
  const [h = 0, m = 0, s = 0] = text.split(':').map(Number);
  return h < 24 && m < 60 && s < 60 ? (h * 3600 + m * 60 + s) / 86_400 : null;
}

function dateFormat(locale: string): string {
  if (locale.startsWith('ja')) return 'yyyy/mm/dd';
  return locale === 'en_US' ? 'M/d/yyyy' : 'dd/mm/yyyy';
}
