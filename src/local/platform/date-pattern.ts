/** `Utilities.formatDate`: Java's SimpleDateFormat letters, as far as they are used with dates and times. */

/** Formats an instant on the clock of a zone; an unknown zone acts as GMT. */
export function formatDate(date: Date, timeZone: string, pattern: string): string {
  const parts = partsOf(date, timeZone);
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (mark: string, quoted: string | undefined) =>
    quoted === undefined ? letters(mark, parts) : quoted === '' ? "'" : quoted.replace(/''/g, "'"),
  );
}

type Parts = Readonly<Record<string, number>>;

function partsOf(date: Date, timeZone: string): Parts {
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

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function letters(mark: string, parts: Parts): string {
  const padded = (value = 0) => String(value).padStart(mark.length, '0');
  const { year = 0, month = 1, hour = 0, offset = 0 } = parts;
  switch (mark.charAt(0)) {
    case 'y':
      return mark.length === 2
        ? String(year % 100).padStart(2, '0')
        : String(year).padStart(mark.length, '0');
    case 'M':
      return mark.length === 3 ? (MONTHS[month - 1] ?? '') : padded(month);
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
      const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}${mark === 'XXX' ? ':' : ''}${String(minutes % 60).padStart(2, '0')}`;
      return mark.startsWith('X') && offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${clock}`;
    }
    default:
      throw new Error(`Utilities.formatDate: the letter ${mark.charAt(0)} is not available in the stand-in`);
  }
}
