/** Dates as a spreadsheet stores them: days since 1899-12-30, without a zone; the spreadsheet's zone makes an instant of them. */

const EPOCH_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** The parts of a serial number's local time. */
export function utcOf(serial: number): Date {
  return new Date(EPOCH_MS + Math.round(serial * DAY_MS));
}

/** Serial of a calendar date and a time of day, without any zone. */
export function serialOf(year: number, month: number, day: number, timeMs = 0): number {
  return (Date.UTC(year, month - 1, day) - EPOCH_MS + timeMs) / DAY_MS;
}

/** What the clock on the wall shows at an instant, as a serial. */
export function serialAt(instant: number, timeZone: string): number {
  return (instant + offsetMs(instant, timeZone) - EPOCH_MS) / DAY_MS;
}

/** The instant at which the clock on the wall shows the serial. */
export function instantOf(serial: number, timeZone: string): number {
  const wall = EPOCH_MS + Math.round(serial * DAY_MS);
  // The offset is that of the instant looked for: a first guess, then once more across a change of the clocks.
  const guess = wall - offsetMs(wall, timeZone);
  return wall - offsetMs(guess, timeZone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetMs(instant: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const whole = Math.floor(instant / 1000) * 1000;
  const parts = Object.fromEntries(format.formatToParts(whole).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
}
