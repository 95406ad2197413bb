/** Utilities, as far as the product and the samples call it. */
import { call, sealed, signatureError } from './inside';

export const Utilities = sealed('Utilities', {
  sleep: (milliseconds: number) => {
    call('Utilities', 'sleep', milliseconds);
  },
  getUuid: () => call<string>('Utilities', 'getUuid'),
  /** Java's SimpleDateFormat letters. */
  formatDate: (date: Date, timeZone: string, format: string) => {
    if (!(date instanceof Date)) throw signatureError('Utilities.formatDate', [date, timeZone, format]);
    return call<string>('Utilities', 'formatDate', date.getTime(), timeZone, format);
  },
});
