import { describe, expect, test } from '@jest/globals';
import { delayBeforeRetry } from '../../../src/core/requests/retry';

describe('the delay before another try', () => {
  test('grows up to two seconds with full jitter', () => {
    expect([1, 2, 3, 4, 5, 9].map((attempts) => delayBeforeRetry(attempts, 0.5, undefined))).toEqual([
      100, 200, 400, 800, 1_000, 1_000,
    ]);
    expect(delayBeforeRetry(5, 0, undefined)).toBe(0);
  });

  test('is never shorter than what Google asks for', () => {
    expect(delayBeforeRetry(1, 0, 7)).toBe(7_000);
    expect(delayBeforeRetry(1, 0.5, 7)).toBe(7_100);
    expect(delayBeforeRetry(1, 0.5, -3)).toBe(100);
  });
});
