/** Dates in cells: serial numbers of days since 1899-12-30, without a zone, and the instants they mean in a time zone. */

export const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);
/** No zone changes its offset within a quarter of an hour but at its start. */
const BUCKET_MS = 900_000;

export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}

/** The serial of a wall-clock time; null where there is no such day or time. */
export function serialOf({ year, month, day, hour = 0, minute = 0, second = 0 }: WallTime): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  return (date.getTime() - EPOCH_MS) / DAY_MS + (hour * 3600 + minute * 60 + second) / 86_400;
}

/** A serial's wall-clock time, as if it were UTC, in whole milliseconds. */
export function wallMs(serial: number): number {
  return EPOCH_MS + Math.round(serial * DAY_MS);
}

/** Translates between serials and instants in one zone. */
export class Zone {
  private readonly format: Intl.DateTimeFormat;
  private readonly offsets = new Map<number, number>();

  /** @param name IANA name; throws a RangeError for one that is not. */
  constructor(readonly name: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** The serial that shows the instant (milliseconds since the epoch) in this zone. */
  toSerial(instant: number): number {
    return (instant + this.offset(instant) - EPOCH_MS) / DAY_MS;
  }

  /** The instant that a serial means in this zone; of a time that a clock change skips, the one after it. */
  toInstant(serial: number): number {
    const wall = wallMs(serial);
    const guess = wall - this.offset(wall);
    return wall - this.offset(guess);
  }

  /** The year that the calendar shows in this zone. */
  year(instant: number): number {
    return new Date(instant + this.offset(instant)).getUTCFullYear();
  }

  private offset(instant: number): number {
    const bucket = Math.floor(instant / BUCKET_MS);
    let offset = this.offsets.get(bucket);
    if (offset === undefined) {
      offset = this.compute(bucket * BUCKET_MS);
      this.offsets.set(bucket, offset);
    }
    return offset;
  }

  private compute(instant: number): number {
    const parts = new Map(this.format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type) ?? 0);
    const date = new Date(0);
    const year = parts.get('era') === 'BC' ? 1 - part('year') : part('year');
    date.setUTCFullYear(year, part('month') - 1, part('day'));
    date.setUTCHours(part('hour'), part('minute'), part('second'));
    return date.getTime() - instant;
  }
}
