/**
 * What a cell shows: its value under its number format. Only the parts of a format that Rollcall's sheets can meet;
 * separators are the English ones whatever the locale.
 */
import { wallMs } from './zone';
import { TEXT_FORMAT, type CellValue } from './typing';

/** Format of a cell that nobody has formatted, as getNumberFormat names it. [tested live by gas-fakes] */
export const GENERAL = '0.###############';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

interface Format {
  readonly kind: 'general' | 'text' | 'date' | 'number';
  /** Literals (`text`) and codes, in order. */
  readonly tokens: readonly { readonly text?: string; readonly code?: string }[];
}

const known = new Map<string, Format>();

function parse(format: string): Format {
  let parsed = known.get(format);
  if (parsed === undefined) {
    parsed = read(format);
    known.set(format, parsed);
  }
  return parsed;
}

const TOKEN =
  /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|(am\/pm)|(y+|m+|d+|h+|s+)|(e[+-]0+)|([0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+)|(.)/gis;

function read(format: string): Format {
  if (format === '' || format === GENERAL || format.toLowerCase() === 'general') {
    return { kind: 'general', tokens: [] };
  }
  if (format === TEXT_FORMAT) return { kind: 'text', tokens: [] };
  const tokens: { text?: string; code?: string }[] = [];
  // Of the sections for positive and negative numbers, zero and text, the first serves all.
  for (const match of (format.split(';')[0] ?? '').matchAll(TOKEN)) {
    const [, quoted, escaped, symbol, half, moment, exponent, digits, other] = match;
    const code = half ?? moment ?? exponent ?? digits;
    if (code !== undefined) tokens.push({ code: code.toLowerCase() });
    else tokens.push({ text: quoted ?? escaped ?? symbol ?? other ?? '' });
  }
  const date = tokens.some(({ code }) => code !== undefined && /^[ymdhs]/.test(code));
  return { kind: date ? 'date' : 'number', tokens };
}

/** Tells whether a number under this format is a date or a time. */
export function isDateFormat(format: string): boolean {
  return parse(format).kind === 'date';
}

/** Shows a value. */
export function display(value: CellValue, format: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const { kind, tokens } = parse(format);
  if (kind === 'date') return showDate(value, tokens);
  if (kind === 'number') return showNumber(value, tokens);
  return general(value);
}

/** Exponent form from 16 digits on: where exactly Google changes over is not established. */
function general(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size !== 0 && size < 1e-9)) return exponential(value, 2);
  return String(Number(value.toPrecision(15)));
}

function exponential(value: number, places: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(places).split('e');
  return `${mantissa}E${exponent.startsWith('-') ? '-' : '+'}${exponent.slice(1).padStart(2, '0')}`;
}

type Tokens = Format['tokens'];

function showNumber(value: number, tokens: Tokens): string {
  const percent = tokens.some(({ text }) => text === '%');
  const scientific = tokens.some(({ code }) => code?.startsWith('e') === true);
  let text = '';
  for (const { text: literal, code } of tokens) {
    if (literal !== undefined) text += literal;
    else if (code !== undefined && !code.startsWith('e')) {
      text += digits(Math.abs(percent ? value * 100 : value), code, scientific);
    }
  }
  return value < 0 ? `-${text}` : text;
}

function digits(value: number, code: string, scientific: boolean): string {
  const [whole = '', fraction = ''] = code.split('.');
  if (scientific) return exponential(value, fraction.length);
  const least = fraction.replace(/[^0]/g, '').length;
  const [integer = '0', decimals = ''] = value.toFixed(fraction.length).split('.');
  let shown = decimals;
  while (shown.length > least && shown.endsWith('0')) shown = shown.slice(0, -1);
  const padded = integer.padStart(whole.replace(/[^0]/g, '').length, '0');
  const grouped = whole.includes(',') ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded;
  return shown === '' ? grouped : `${grouped}.${shown}`;
}

function showDate(serial: number, tokens: Tokens): string {
  const date = new Date(wallMs(serial));
  const half = tokens.some(({ code }) => code === 'am/pm');
  const codes = tokens.filter(({ code }) => code !== undefined);
  return tokens
    .map((token) => {
      if (token.code === undefined) return token.text ?? '';
      const at = codes.indexOf(token);
      const beside =
        token.code.startsWith('m') &&
        (codes[at - 1]?.code?.startsWith('h') === true || codes[at + 1]?.code?.startsWith('s') === true);
      return datePart(date, beside ? `minute${token.code}` : token.code, half);
    })
    .join('');
}

function datePart(date: Date, code: string, half: boolean): string {
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const hour = date.getUTCHours();
  const padded = (value: number): string => String(value).padStart(2, '0');
  switch (code) {
    case 'yy':
      return padded(date.getUTCFullYear() % 100);
    case 'm':
      return String(date.getUTCMonth() + 1);
    case 'mm':
      return padded(date.getUTCMonth() + 1);
    case 'mmm':
      return month.slice(0, 3);
    case 'd':
      return String(date.getUTCDate());
    case 'dd':
      return padded(date.getUTCDate());
    case 'h':
      return String(half ? hour % 12 || 12 : hour);
    case 'hh':
      return padded(half ? hour % 12 || 12 : hour);
    case 'minutem':
      return String(date.getUTCMinutes());
    case 'minutemm':
      return padded(date.getUTCMinutes());
    case 's':
      return String(date.getUTCSeconds());
    case 'ss':
      return padded(date.getUTCSeconds());
    case 'am/pm':
      return hour < 12 ? 'AM' : 'PM';
    default:
      if (code.startsWith('y')) return String(date.getUTCFullYear());
      if (code.startsWith('mmmm')) return month;
      return date.toLocaleDateString('en-US', {
        weekday: code === 'ddd' ? 'short' : 'long',
        timeZone: 'UTC',
      });
  }
}
