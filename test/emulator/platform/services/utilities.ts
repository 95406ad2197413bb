/** Utilities, as far as the product and the samples call it. */
import { call, Exception, sealed, signatureError } from './inside';

const LONGEST_SLEEP_MS = 300_000;

export const Utilities = sealed('Utilities', {
  sleep: (milliseconds: number) => {
    if (typeof milliseconds !== 'number')
      throw new Exception(`Cannot convert ${String(milliseconds)} to int.`);
    if (!(milliseconds >= 0 && milliseconds <= LONGEST_SLEEP_MS))
      throw new Exception('Invalid argument: milliseconds');
    call('Utilities', 'sleep', milliseconds);
  },
  getUuid: () => call<string>('Utilities', 'getUuid'),
  /** Java's SimpleDateFormat letters. */
  formatDate: (date: Date, timeZone: string, format: string) => {
    const fits = date instanceof Date && typeof timeZone === 'string' && typeof format === 'string';
    if (!fits) throw signatureError('Utilities.formatDate', [date, timeZone, format]);
    if (Number.isNaN(date.getTime())) throw new Exception('Invalid argument: date');
    return call<string>('Utilities', 'formatDate', date.getTime(), timeZone, format);
  },
});
