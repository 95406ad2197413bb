/** `Utilities.formatDate`: Java's SimpleDateFormat letters, as far as they are used with dates and times. */

/** Formats an instant on the clock of a zone; an unknown zone acts as GMT. */
export function formatDate(date: Date, timeZone: string, pattern: string): string {
  const parts = partsOf(date, timeZone);
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (mark: string, quoted: string | undefined) =>
    quoted === undefined ? letters(mark, parts) : quoted === '' ? "'" : quoted.replace(/''/g, "'"),
  );
}

type Parts = Readonly<Record<string, number>>;

/** Java's own zones by their distance from Greenwich: `GMT+9`, `GMT-05:30`. */
const DISTANCE = /^GMT([+-])(\d{1,2})(?::?(\d{2}))?$/;

function partsOf(date: Date, timeZone: string): Parts {
  const [, sign, hours, minutes = 0] = DISTANCE.exec(timeZone) ?? [];
  if (sign !== undefined) {
    const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    return { ...partsOf(new Date(date.getTime() + offset * 60_000), 'GMT'), offset };
  }
  const format = (zone: string) =>
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }).formatToParts(date);
  const found = (() => {
    try {
      return format(timeZone);
    } catch {
      return format('GMT');
    }
  })();
  const parts = Object.fromEntries(found.map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const offset = Math.round((wall - Math.floor(date.getTime() / 1000) * 1000) / 60_000);
  return { ...parts, millisecond: date.getUTCMilliseconds(), offset };
}

const monthName = (month: number, length: 'short' | 'long'): string =>
  new Date(Date.UTC(2026, month - 1, 1)).toLocaleString('en-US', { month: length, timeZone: 'UTC' });

function letters(mark: string, parts: Parts): string {
  const padded = (value = 0) => String(value).padStart(mark.length, '0');
  const { year = 0, month = 1, hour = 0, offset = 0 } = parts;
  switch (mark.charAt(0)) {
    case 'y':
      return mark.length === 2
        ? String(year % 100).padStart(2, '0')
        : String(year).padStart(mark.length, '0');
    case 'M':
      return mark.length < 3 ? padded(month) : monthName(month, mark.length === 3 ? 'short' : 'long');
    case 'd':
      return padded(parts.day);
    case 'H':
      return padded(hour);
    case 'h':
      return padded(hour % 12 || 12);
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'm':
      return padded(parts.minute);
    case 's':
      return padded(parts.second);
    case 'S':
      return padded(parts.millisecond);
    case 'Z':
    case 'X': {
      const minutes = Math.abs(offset);
      const rest = `${mark === 'XXX' ? ':' : ''}${String(minutes % 60).padStart(2, '0')}`;
      const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}${mark === 'X' ? '' : rest}`;
      return mark.startsWith('X') && offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${clock}`;
    }
    default:
      throw new Error(`Utilities.formatDate: the letter ${mark.charAt(0)} is not available in the emulator`);
  }
}
