import { expect, test } from '@jest/globals';
import { csvOf, keptText } from './sheet-text';

const cell = (value: string | number, display = String(value), formula = '') => ({
  value,
  display,
  formula,
  format: '',
  note: '',
});

test.each(['=1', '+1', '-1', '@A1', "'A", '\t=1', '＝1', '＋1', '－1', '＠A1', ' =1'])(
  'text that would act elsewhere is kept a text, and read back as it was: %j',
  (text) => {
    expect(csvOf([[cell(text)]]).replace(/^"|"?\n$/g, '')).toBe(`'${text}`);
    expect(keptText(`'${text}`)).toBe(text);
  },
);

test('numbers, formulas and all other text stand as they are shown', () => {
  expect(csvOf([[cell(-5), cell('2', '2', '=1+1'), cell('a, b'), cell('1-1')]])).toBe('-5,2,"a, b",1-1\n');
  expect(keptText("'plain")).toBeNull();
});
