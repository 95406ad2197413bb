/** Times as people write them, in the zone of their browser. */
import type { PageCatalogue } from '../core/locales/page-catalogue';

const DAY_MS = 24 * 60 * 60_000;
/** Up to here a weekday is clear. */
const WEEK_MS = 6 * DAY_MS;

/** Shorter the nearer it is: `14:05`, `Mon`, `2 Nov`, `2 Nov 2025`. */
export function shortTime(iso: string, catalogue: PageCatalogue, now = Date.now()): string {
  const time = new Date(iso);
  if (isSameDay(time, new Date(now))) return format(time, catalogue, { hour: '2-digit', minute: '2-digit' });
  const age = now - time.getTime();
  if (age >= 0 && age < WEEK_MS) return format(time, catalogue, { weekday: 'short' });
  const isThisYear = time.getFullYear() === new Date(now).getFullYear();
  return format(time, catalogue, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
}

/** `today 14:05`, or the day with its time. */
export function fullTime(iso: string, catalogue: PageCatalogue, now = Date.now()): string {
  const time = new Date(iso);
  return isSameDay(time, new Date(now))
    ? catalogue.sidebar.page.today(clock(iso, catalogue))
    : format(time, catalogue, { dateStyle: 'medium', timeStyle: 'short' });
}

/** `14:05`; with seconds where these matter. */
export function clock(iso: string, catalogue: PageCatalogue, seconds = false): string {
  return format(new Date(iso), catalogue, {
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
  });
}

/** `March 2025`. */
export function month(iso: string, catalogue: PageCatalogue): string {
  return format(new Date(iso), catalogue, { month: 'long', year: 'numeric' });
}

export function isSameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}

/** The way of writing dates of the person's own region, where that speaks the page's language. */
function format(time: Date, { locale }: PageCatalogue, options: Intl.DateTimeFormatOptions): string {
  const [region] = navigator.languages.filter((tag) => tag.startsWith(locale) && isKnownTag(tag));
  return new Intl.DateTimeFormat(region ?? locale, options).format(time);
}

/** Some browsers name a language in a way that `Intl` refuses, as `en-US@posix`. */
function isKnownTag(tag: string): boolean {
  return /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(tag);
}
