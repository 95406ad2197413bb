/** Dates as the sheet's locale writes them. */
import { expect, test } from '@jest/globals';
import { timeFormatOf } from '../../../src/core/table/time-format';

test.each([
  ['en_US', 'm/d/yyyy h:mm'],
  ['en_GB', 'dd/mm/yyyy hh:mm'],
  ['en-US', 'm/d/yyyy h:mm'],
  ['ja', 'yyyy/mm/dd hh:mm'],
  ['ja_JP', 'yyyy/mm/dd hh:mm'],
  ['de_CH', 'dd.mm.yyyy hh:mm'],
  ['sw_KE', 'yyyy-mm-dd hh:mm'],
  ['', 'yyyy-mm-dd hh:mm'],
])('the locale %s writes times as %s', (locale, format) => {
  expect(timeFormatOf(locale)).toBe(format);
});
