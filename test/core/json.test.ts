import { expect, test } from '@jest/globals';
import { asList, asRecord, isRecord } from '../../src/core/json';

test('an object with named fields is a record, and nothing else is', () => {
  expect([{}, { a: 1 }].every(isRecord)).toBe(true);
  expect([null, undefined, [], 'a', 1, true, () => 1].some(isRecord)).toBe(false);
  expect(asRecord({ a: 1 })).toEqual({ a: 1 });
  expect([asRecord(null), asRecord([1]), asRecord('a')]).toEqual([{}, {}, {}]);
});

test('a list is a list, and everything else is empty', () => {
  expect(asList([1])).toEqual([1]);
  expect([asList(null), asList({ 0: 1, length: 1 }), asList('a')]).toEqual([[], [], []]);
});
