import { expect, test } from '@jest/globals';
import { grouped } from '../../../src/core/locales/number';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567.6, '1,234,568'],
])('%d is written as %s', (number, text) => {
  expect(grouped(number)).toBe(text);
});
