import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AbsenceSample } from '../../../src/core/look-up/absence-sample';

const members = (count: number) => Array.from({ length: count }, (_, n) => `m${n}`);

describe('a sample of absent members', () => {
  test('is three of them, spread over all, or all where they are fewer', () => {
    expect(new AbsenceSample().begin(members(90))).toEqual(['m0', 'm30', 'm60']);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (count) => {
        const sample = new AbsenceSample();
        expect(sample.begin(members(count))).toHaveLength(Math.min(3, count));
        expect(sample.isSettled).toBe(count <= 3);
      }),
    );
  });

  test('proves the others absent once all of it is confirmed', () => {
    const sample = new AbsenceSample();
    const [first = '', second = '', third = ''] = sample.begin(members(5));
    expect(sample.note(first, true)).toEqual({ absent: [], unproven: [] });
    expect(sample.note(third, true)).toEqual({ absent: [], unproven: [] });
    const others = members(5).filter((one) => ![first, second, third].includes(one));
    expect(sample.note(second, true)).toEqual({ absent: others, unproven: [] });
    expect(sample.isSettled).toBe(true);
  });

  test('proves nothing once one of it is not confirmed', () => {
    const sample = new AbsenceSample();
    const [first = '', second = '', third = ''] = sample.begin(members(5));
    sample.note(first, true);
    expect(sample.note(second, false).unproven).toHaveLength(2);
    expect(sample.note(third, true)).toEqual({ absent: [], unproven: [] });
    expect([sample.has(third), sample.isSettled]).toEqual([false, true]);
  });
});
