import { describe, expect, test } from '@jest/globals';
import { BatchSize } from '../../../src/core/requests/batch-size';

describe('how many go together', () => {
  test('doubles after a quick round that was full, and only then', () => {
    const size = new BatchSize();
    size.noteRound(30, 200);
    expect(size.limit).toBe(100);
    size.noteRound(100, 3_000);
    expect(size.limit).toBe(100);
    size.noteRound(100, 200);
    expect(size.limit).toBe(200);
  });

  test('is halved by a round that was slow or failed, down to one', () => {
    const size = new BatchSize();
    size.noteRound(100, 4_001);
    expect(size.limit).toBe(50);
    size.halve(13);
    expect(size.limit).toBe(6);
    size.halve(1);
    expect(size.limit).toBe(1);
    size.noteRound(1, 100);
    expect(size.limit).toBe(2);
  });

  test('is not judged by one slow request', () => {
    const size = new BatchSize();
    size.noteRound(1, 60_000);
    expect(size.limit).toBe(100);
  });
});
