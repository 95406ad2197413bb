import { describe, expect, test } from '@jest/globals';
import { LateSpaces, NO_LATE_SPACES } from '../../../src/core/requests/late-spaces';

describe('a late space', () => {
  test('is like any other once as many of its requests were answered as failed', () => {
    const late = new LateSpaces(NO_LATE_SPACES);
    late.add('AAAA1', 2);
    late.add(null, 1);
    late.noteAnswer('AAAA1');
    late.noteAnswer('AAAA2');
    expect([late.has('AAAA1'), late.has('AAAA2'), late.has(null)]).toEqual([true, false, true]);
    late.noteAnswer('AAAA1');
    late.noteAnswer(null);
    expect([late.has('AAAA1'), late.has(null)]).toEqual([false, false]);
  });

  test('keeps the larger count when it fails again', () => {
    const late = new LateSpaces(NO_LATE_SPACES);
    late.add('AAAA1', 15);
    late.add('AAAA1', 1);
    expect(late.state().spaces).toEqual([{ space: 'AAAA1', requests: 15 }]);
  });

  test('outlives a step; of very many only the last are kept', () => {
    const late = new LateSpaces(NO_LATE_SPACES);
    for (let n = 0; n < 100; n++) late.add(`AAAA${n}`, 1);
    const next = new LateSpaces(late.state());
    expect([next.has('AAAA0'), next.has('AAAA60'), next.has('AAAA99')]).toEqual([false, true, true]);
    expect(next.state().spaces).toHaveLength(40);
  });
});

describe('hangs', () => {
  test('are too many when six come one after another, and count anew after that', () => {
    let state = NO_LATE_SPACES;
    const told = Array.from({ length: 8 }, () => {
      const late = new LateSpaces(state);
      const isEnough = late.noteHang();
      state = late.state();
      return isEnough;
    });
    expect(told).toEqual([false, false, false, false, false, true, false, false]);
  });

  test('are forgotten with any answer', () => {
    const late = new LateSpaces(NO_LATE_SPACES);
    for (let n = 0; n < 5; n++) late.noteHang();
    late.noteAnswer('AAAA1');
    expect(late.noteHang()).toBe(false);
    expect(late.state().hangs).toBe(1);
  });
});
