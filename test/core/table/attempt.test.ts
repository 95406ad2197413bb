import { expect, test } from '@jest/globals';
import { attempt, attemptEach } from '../../../src/core/table/attempt';

/** A tab that refuses, at the flush, whatever holds one of these. */
function tab(...refused: readonly string[]) {
  let queue: string[] = [];
  const done: string[] = [];
  return {
    done,
    queue: (change: string) => () => {
      queue.push(change);
    },
    flush: () => {
      const changes = queue;
      queue = [];
      if (changes.some((change) => refused.includes(change))) throw new Error('refused');
      done.push(...changes);
    },
  };
}

test('an attempt says whether the tab took it', () => {
  const { done, queue, flush } = tab('b');
  expect(attempt({ flush }, queue('a'))).toBe(true);
  expect(attempt({ flush }, queue('b'))).toBe(false);
  expect(done).toEqual(['a']);
});

test('changes go together; only where one is refused each goes by itself', () => {
  const calm = tab();
  let flushes = 0;
  const counted = {
    flush: () => {
      flushes += 1;
      calm.flush();
    },
  };
  attemptEach(counted, ['a', 'b', 'c'].map(calm.queue));
  expect({ flushes, done: calm.done }).toEqual({ flushes: 1, done: ['a', 'b', 'c'] });
  const strict = tab('b');
  attemptEach(strict, ['a', 'b', 'c'].map(strict.queue));
  expect(strict.done).toEqual(['a', 'c']);
});
