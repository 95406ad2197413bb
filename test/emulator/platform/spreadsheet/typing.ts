/** What a written text becomes: a formula, a number, a date, a boolean or a text, as if a person had typed it. */
import type { SheetLocale } from './locale';
import { serialOf } from './zone';

/** What a cell stores. An error such as `#NUM!` is its text; a date is a number under a date format. */
export type CellValue = string | number | boolean;

export interface Typed {
  readonly value: CellValue;
  readonly formula: string;
  /** Format that comes with the value, for a cell that has none. */
  readonly format: string;
}

/** Number format under which a text stays the very text. */
export const TEXT_FORMAT = '@';

/**
 * What a formula cell shows: the emulator evaluates none. A person at the sheet can put a result by hand.
 */
export const NOT_EVALUATED = '#N/A';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

/** What of a text counts, where nobody could establish it. A person who types meets the first answer each. */
export interface TextRules {
  /** Of `=1+1` in a cell with the format for text. */
  readonly formulaInTextCell: 'text' | 'formula';
  /** Of `'abc` in a cell with the format for text. */
  readonly apostropheInTextCell: 'kept' | 'consumed';
  /** Of `'abc` in any other cell. */
  readonly apostropheInPlainCell: 'consumed' | 'kept';
}

export const TYPED_BY_HAND: TextRules = {
  formulaInTextCell: 'text',
  apostropheInTextCell: 'kept',
  apostropheInPlainCell: 'consumed',
};

/** How the spreadsheet reads texts at present. */
export interface Reading {
  readonly locale: SheetLocale;
  /** The current one, for dates that name none. */
  readonly year: number;
  readonly rules: TextRules;
}

/** Reads a text as typed into a cell with this number format. */
export function typed(text: string, cellFormat: string, { locale, year, rules }: Reading): Typed {
  const isTextCell = cellFormat === TEXT_FORMAT;
  if (text.startsWith("'")) {
    const apostrophe = isTextCell ? rules.apostropheInTextCell : rules.apostropheInPlainCell;
    return plain(apostrophe === 'consumed' ? text.slice(1) : text);
  }
  if (text.startsWith('=') && text.length > 1 && !(isTextCell && rules.formulaInTextCell === 'text')) {
    return { value: NOT_EVALUATED, formula: text, format: '' };
  }
  if (isTextCell) return plain(text);
  const trimmed = text.trim();
  if (trimmed === '') return plain(text);
  if (/^(true|false)$/i.test(trimmed)) return stored(trimmed.toLowerCase() === 'true', '');
  return numberOf(trimmed, locale) ?? dateOf(trimmed, locale, year) ?? plain(text);
}

function plain(text: string): Typed {
  return { value: text, formula: '', format: '' };
}

function stored(value: CellValue, format: string): Typed {
  return { value, formula: '', format };
}

/** A leading plus is not read as a sign: `+5` stays a text, unlike in the Sheets API. [field report, compared live] */
function numberOf(text: string, locale: SheetLocale): Typed | null {
  const { group } = locale;
  const match = patternsOf(locale).number.exec(text);
  if (!match) return null;
  const [, minus = '', unit, whole = '', fraction, exponent, percent] = match;
  const digits = whole.split(group).join('');
  const value = Number(`${minus}${digits === '' ? '0' : digits}.${fraction ?? ''}0e${exponent ?? '0'}`);
  if (!Number.isFinite(value)) return null;
  const places = fraction === undefined || fraction === '' ? '' : '.00';
  if (percent !== undefined) return stored(value / 100, `0${places}%`);
  if (exponent !== undefined) return stored(value, '0.00E+00');
  if (unit !== undefined) return stored(value, `"${unit}"#,##0${places}`);
  return stored(value, whole.includes(group) ? `#,##0${places}` : '');
}

const TIME = /(?:^|[\sT]+)(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?$/i;

interface DayRule {
  readonly pattern: RegExp;
  readonly read: (parts: readonly string[], year: number) => { year: number; month: number; day: number };
  readonly format: string;
}

interface Patterns {
  readonly number: RegExp;
  readonly days: readonly DayRule[];
}

const known = new WeakMap<SheetLocale, Patterns>();

/** Made once for each locale, since whole columns are written. */
function patternsOf(locale: SheetLocale): Patterns {
  let patterns = known.get(locale);
  if (!patterns) {
    patterns = { number: numberPattern(locale), days: dayRules(locale) };
    known.set(locale, patterns);
  }
  return patterns;
}

function numberPattern({ decimal, group, currency }: SheetLocale): RegExp {
  const d = `\\${decimal}`;
  const g = `\\${group}`;
  const sign = ['$', currency, ...(currency === '¥' ? ['￥'] : [])].map((one) => `\\${one}`).join('|');
  return new RegExp(
    `^(-?)(${sign})?(\\d{1,3}(?:${g}\\d{3})+|\\d+|(?=${d}\\d))(?:${d}(\\d*))?(?:e([+-]?\\d+))?(%)?$`,
    'i',
  );
}

/** Ways to write a day, in the order in which they are tried. */
function dayRules(locale: SheetLocale): readonly DayRule[] {
  const s = `[${locale.separators.replace('-', '\\-')}]`;
  const at = (parts: readonly string[], letter: string): number =>
    Number(parts[locale.order.indexOf(letter)] ?? NaN);
  const monthDay = locale.order.replace('y', '');
  const named = (text = ''): number => MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
  return [
    {
      pattern: /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/,
      read: ([y, , m, d]) => ({ year: Number(y), month: Number(m), day: Number(d) }),
      format: locale.order === 'ymd' ? locale.date : 'yyyy-mm-dd',
    },
    {
      pattern: /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
      read: ([y, m, d]) => ({ year: Number(y), month: Number(m), day: Number(d) }),
      format: 'yyyy"年"m"月"d"日"',
    },
    {
      pattern: new RegExp(`^(\\d{1,4})${s}(\\d{1,2})${s}(\\d{1,4})$`),
      read: (parts) => ({ year: fullYear(at(parts, 'y')), month: at(parts, 'm'), day: at(parts, 'd') }),
      format: locale.date,
    },
    {
      pattern: new RegExp(`^(\\d{1,2})${s}(\\d{1,2})$`),
      read: (parts, year) => ({
        year,
        month: Number(parts[monthDay.indexOf('m')]),
        day: Number(parts[monthDay.indexOf('d')]),
      }),
      format: locale.monthDay,
    },
    {
      pattern: new RegExp(`^${MONTH}\\s+(\\d{1,2})(?:,?\\s+(\\d{4}))?$`, 'i'),
      read: ([m, d, y], year) => ({ year: y ? Number(y) : year, month: named(m), day: Number(d) }),
      format: 'mmm d, yyyy',
    },
    {
      pattern: new RegExp(`^(\\d{1,2})[\\s-]${MONTH}(?:[\\s-](\\d{4}))?$`, 'i'),
      read: ([d, m, y], year) => ({ year: y ? Number(y) : year, month: named(m), day: Number(d) }),
      format: 'd mmm yyyy',
    },
  ];
}

function dateOf(text: string, locale: SheetLocale, year: number): Typed | null {
  const time = TIME.exec(text);
  const dayText = time ? text.slice(0, time.index) : text;
  const clock = time ? clockOf(time) : { hour: 0, minute: 0, second: 0, format: '' };
  if (!clock) return null;
  if (dayText === '') {
    const serial = serialOf({ year: 1899, month: 12, day: 30, ...clock });
    return serial === null ? null : stored(serial, clock.format);
  }
  for (const { pattern, read, format } of patternsOf(locale).days) {
    const match = pattern.exec(dayText);
    if (!match) continue;
    const serial = serialOf({ ...read(match.slice(1), year), ...clock });
    if (serial !== null) return stored(serial, time ? `${format} ${clock.format}` : format);
  }
  return null;
}

function clockOf([, h = '', m = '', s, half]: readonly (string | undefined)[]): {
  hour: number;
  minute: number;
  second: number;
  format: string;
} | null {
  const hour = Number(h);
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  const shift =
    half?.toLowerCase() === 'pm' && hour < 12 ? 12 : half?.toLowerCase() === 'am' && hour === 12 ? -12 : 0;
  const seconds = s === undefined ? '' : ':ss';
  return {
    hour: hour + shift,
    minute: Number(m),
    second: Number(s ?? 0),
    format: half === undefined ? `h:mm${seconds}` : `h:mm${seconds} AM/PM`,
  };
}

/** Two digits mean 1930 to 2029. [not established for Sheets; usual in spreadsheets] */
function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}
