/** Number formats: which of them mean dates or text, and what a stored value looks like under one. */
import { utcOf } from './serial';

/** An untouched cell's format, as `getNumberFormat` gives it. */
export const GENERAL = '0.###############';
export const TEXT = '@';

/** Tells whether a number under this format is a date or a time: letters of a date outside quotes. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\./g, '').replace(/\[[^\]]*\]/g, '');
  return /[ymdhs]/i.test(bare) && !bare.includes('0.#');
}

/** What the cell shows. Formats beyond dates, percent, thousands and decimals are shown as General. */
export function displayOf(value: string | number | boolean, format: string): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (isDateFormat(format)) return displayDate(value, format);
  const fixed = /^(\$?)(#,##0|0)(?:\.(0+))?(%?)$/.exec(format);
  if (!fixed) return general(value);
  const [, currency = '', whole, decimals = '', percent = ''] = fixed;
  const text = (percent === '%' ? value * 100 : value).toFixed(decimals.length);
  const grouped = whole === '#,##0' ? text.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : text;
  return `${currency}${grouped}${percent}`;
}

/** Up to 15 significant digits; long numbers in exponent form. */
function general(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-9)) {
    const [mantissa = '', exponent = ''] = value.toExponential(2).split('e');
    return `${mantissa}E${exponent.replace(/^([+-])(\d)$/, '$10$2')}`;
  }
  return String(Number(value.toPrecision(15)));
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function displayDate(serial: number, format: string): string {
  const date = utcOf(serial);
  const afternoon = /am\/pm/i.test(format);
  const hour = date.getUTCHours();
  const two = (value: number) => String(value).padStart(2, '0');
  let clock = false;
  return format.replace(/"([^"]*)"|am\/pm|y+|m+|d+|h+|s+|\.0+/gi, (mark, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted;
    const letter = mark.charAt(0).toLowerCase();
    // `m` means minutes after hours and before seconds, months elsewhere.
    if (letter === 'h') clock = true;
    const padded = (value: number) => (mark.length > 1 ? two(value) : String(value));
    switch (letter) {
      case 'a':
        return hour < 12 ? 'AM' : 'PM';
      case 'y':
        return mark.length > 2 ? String(date.getUTCFullYear()) : two(date.getUTCFullYear() % 100);
      case 'm':
        return clock ? padded(date.getUTCMinutes()) : padded(date.getUTCMonth() + 1);
      case 'd':
        return mark.length > 2 ? (WEEKDAYS[date.getUTCDay()] ?? '') : padded(date.getUTCDate());
      case 'h':
        return padded(afternoon ? hour % 12 || 12 : hour);
      case 's':
        clock = false;
        return padded(date.getUTCSeconds());
      default:
        return `.${String(date.getUTCMilliseconds()).padStart(3, '0')}`.slice(0, mark.length);
    }
  });
}
