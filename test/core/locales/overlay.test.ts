import { expect, test } from '@jest/globals';
import { overlaid } from '../../../src/core/locales/overlay';

test('words of an overlay stand in their places, all others stay, and neither is changed', () => {
  const say = () => 'said';
  const texts = { a: 'a', deep: { b: 'b', c: 'c' }, say: () => 'not said' };
  const before = JSON.stringify(texts);
  const over = overlaid(texts, { deep: { c: 'other' }, say });
  expect(over).toEqual({ a: 'a', deep: { b: 'b', c: 'other' }, say });
  expect(JSON.stringify(texts)).toBe(before);
});
