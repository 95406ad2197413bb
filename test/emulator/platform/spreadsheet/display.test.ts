/** What cells show: number formats and locales. Where numfmt is asked for what Sheets does not have, it is refused. */
import { describe, expect, test } from '@jest/globals';
import { display, GENERAL, isDateFormat, normalFormat, requireKnownFormat } from './display';
import { sheetLocale } from './locale';

const US = sheetLocale('en_US');
/** 13 August 2026, 15:05:09. */
const MOMENT = 46_247 + (15 * 3600 + 5 * 60 + 9) / 86_400;

describe('A number under a format', () => {
  test.each([
    ['[Red]0', -5, '-5'],
    ['[h]:mm', 1.5, '36:00'],
    ['[mm]', 1 / 24, '60'],
    ['0;(0);"zero"', 3, '3'],
    ['0;(0);"zero"', -3, '(3)'],
    ['0;(0);"zero"', 0, 'zero'],
    ['000-0000', 1_234_567, '123-4567'],
    ['# ?/?', 1.25, '1 1/4'],
    ['0.00E+00', 1234, '1.23E+03'],
    ['#,##0.0#', 1234.5, '1,234.5'],
    ['0.0%', 0.125, '12.5%'],
    ['[>=100]"many";0', 250, 'many'],
    ['"¥"#,##0', 1200, '¥1,200'],
    [GENERAL, 0.1 + 0.2, '0.3'],
    [GENERAL, 1e20, '1.00E+20'],
    [GENERAL, -7, '-7'],
    ['@', 12, '12'],
    ['yyyy-mm-dd hh:mm:ss', MOMENT, '2026-08-13 15:05:09'],
    ['m/d/yyyy', MOMENT, '8/13/2026'],
    ['h:mm AM/PM', MOMENT, '3:05 PM'],
    ['ddd, mmm d', MOMENT, 'Thu, Aug 13'],
    ['yyyy"年"m"月"d"日"', MOMENT, '2026年8月13日'],
    ['mm:ss.000', 0.5 / 86_400, '00:00.500'],
    ['m/d/yyyy', 0, '12/30/1899'],
  ])('%s of %d is %s', (format, value, shown) => {
    requireKnownFormat(format);
    expect(display(value, format, US)).toBe(shown);
  });

  test('is written as the spreadsheet’s locale writes it', () => {
    const german = sheetLocale('de_DE');
    expect(display(1234.5, '#,##0.00', german)).toBe('1.234,50');
    expect(display(0.5, GENERAL, german)).toBe('0,5');
    expect(display(MOMENT, 'dddd', sheetLocale('ja'))).toBe('木曜日');
  });
});

describe('A text', () => {
  test('stays what it is, unless the format has a place for it', () => {
    expect(display('007', '0.00', US)).toBe('007');
    expect(display('007', '@', US)).toBe('007');
    expect(display('Hana', '0;0;0;"Dear "@', US)).toBe('Dear Hana');
  });
});

describe('A format that Sheets does not have', () => {
  test.each(['[foo]0', 'ggge', 'bbbb', 'aaaa', '[DBNum1]0', 'xyz', '0 kg'])('%s is refused', (format) => {
    expect(() => {
      requireKnownFormat(format);
    }).toThrow(`The number format "${format}" is not available in the emulator.`);
  });
});

describe('Formats', () => {
  test('of dates, times and durations make a number a date', () => {
    expect(['m/d', '[h]:mm', 'hh:mm'].map(isDateFormat)).toEqual([true, true, true]);
    expect(['0', '"day" 0', '@', '0%'].map(isDateFormat)).toEqual([false, false, false, false]);
  });

  test('read back as they were given, but for the general one and a last section for text', () => {
    expect(['general', '', '0;-0;0;@', '0.00'].map(normalFormat)).toEqual([
      GENERAL,
      GENERAL,
      '0;-0;0',
      '0.00',
    ]);
  });
});
