import { describe, expect, test } from '@jest/globals';
import { RequestQueue, type QueueEntry } from '../../../src/core/requests/queue';
import { Rate, UNUSED } from '../../../src/core/requests/rate';
import { START } from '../fake-chat.testing';
import { Gets } from './gets.testing';

function queueOf(names: readonly string[], attempts = 0) {
  const rate = new Rate(UNUSED);
  const plan = new Gets(names.map((name) => `spaces/${name}`));
  return { rate, queue: new RequestQueue(plan, rate, attempts) };
}

function entryOf(name: string, more: Partial<QueueEntry> = {}): QueueEntry {
  const request = { method: 'spaces.members.get', name: `spaces/${name}` } as const;
  const space = name.split('/')[0] ?? '';
  return { planned: { space, request, purpose: 'get' }, attempts: 1, due: START, alone: false, ...more };
}

/** `A/members/1` and so on. */
const namesIn = (batch: readonly QueueEntry[]): readonly string[] =>
  batch.map(({ planned }) => ('name' in planned.request ? planned.request.name.slice('spaces/'.length) : ''));

describe('a round', () => {
  test('holds due retries first, then new requests, and no more than may go together', () => {
    const { queue } = queueOf(['A/members/1', 'B/members/1', 'C/members/1']);
    queue.add(entryOf('D/members/1'), entryOf('E/members/1', { due: START + 1 }));
    expect(namesIn(queue.nextRound(START, 3).batch)).toEqual(['D/members/1', 'A/members/1', 'B/members/1']);
    expect(namesIn(queue.nextRound(START + 1, 1).batch)).toEqual(['E/members/1']);
  });

  test('holds no more of one space than it may be read', () => {
    const names = Array.from({ length: 20 }, (_, n) => `A/members/${n}`);
    const { queue, rate } = queueOf([...names, 'B/members/1']);
    queue.add(entryOf('A/members/x'));
    const { batch } = queue.nextRound(START, 100);
    expect(batch).toHaveLength(16);
    for (const { planned } of batch) rate.take(planned.space, START);
    expect(queue.nextRound(START, 100)).toEqual({ batch: [], wakeAt: START + 1_100 });
  });

  test('that is empty says when something may be sent: a retry not before its space is free', () => {
    const { queue, rate } = queueOf([]);
    for (let n = 0; n < 15; n++) rate.take('A', START);
    queue.add(entryOf('A/members/1', { due: START + 500 }), entryOf('B/members/1', { due: START + 1_500 }));
    expect(queue.nextRound(START, 100)).toEqual({ batch: [], wakeAt: START + 1_100 });
    rate.rest(START + 9_000);
    expect(queue.nextRound(START, 100)).toEqual({ batch: [], wakeAt: START + 9_000 });
  });

  test('that is empty because nothing waits has no such time', () => {
    expect(queueOf([]).queue.nextRound(START, 100)).toEqual({ batch: [], wakeAt: Infinity });
  });

  test('starts new requests with the attempts of earlier steps', () => {
    const { queue } = queueOf(['A/members/1'], 4);
    expect(queue.nextRound(START, 1).batch).toMatchObject([{ attempts: 4, due: START }]);
  });
});

describe('what goes last', () => {
  test('are late spaces and requests that must go alone, one at a time', () => {
    const { queue, rate } = queueOf(['A/members/1', 'B/members/1', 'A/members/2', 'C/members/1']);
    rate.late.add('A', 5);
    queue.add(entryOf('D/members/1', { alone: true }));
    const rounds = Array.from({ length: 4 }, () => namesIn(queue.nextRound(START, 100).batch));
    expect(rounds).toEqual([
      ['B/members/1', 'C/members/1'],
      ['D/members/1'],
      ['A/members/1'],
      ['A/members/2'],
    ]);
  });

  test('waits for others that can be sent soon, and for no longer', () => {
    const { queue, rate } = queueOf(['A/members/1']);
    rate.late.add('A', 1);
    const soon = entryOf('B/members/1', { due: START + 2_000 });
    queue.add(soon);
    expect(queue.nextRound(START, 100)).toEqual({ batch: [], wakeAt: START + 2_000 });
    soon.due = START + 2_001;
    expect(namesIn(queue.nextRound(START, 100).batch)).toEqual(['A/members/1']);
  });
});

describe('the canary', () => {
  test('is a new request, of a late space only where there is no other', () => {
    const { queue, rate } = queueOf(['A/members/1', 'B/members/1']);
    rate.late.add('A', 1);
    expect(namesIn(queue.canaryRound(START).batch)).toEqual(['B/members/1']);
    expect(namesIn(queue.canaryRound(START).batch)).toEqual(['A/members/1']);
  });

  test('is the one that was added last, once it is due', () => {
    const { queue } = queueOf(['A/members/1']);
    queue.add(entryOf('B/members/1'), entryOf('C/members/1', { due: START + 100 }));
    expect(queue.canaryRound(START)).toEqual({ batch: [], wakeAt: START + 100 });
    expect(namesIn(queue.canaryRound(START + 100).batch)).toEqual(['C/members/1']);
  });

  test('of another space is none of the same, and of a late one only where there is no other', () => {
    const { queue, rate } = queueOf(['A/members/1', 'B/members/1', 'C/members/1']);
    rate.late.add('B', 1);
    const take = (): readonly string[] => namesIn([queue.takeFromOtherSpace('A', START) ?? []].flat());
    expect([take(), take(), take()]).toEqual([['C/members/1'], ['B/members/1'], []]);
  });
});

test('the fewest attempts are those of the requests that wait', () => {
  const { queue } = queueOf(['A/members/1']);
  expect(queue.fewestAttempts).toBe(0);
  queue.add(entryOf('A/members/2', { attempts: 7 }), entryOf('A/members/3', { attempts: 3 }));
  queue.addFirst(entryOf('A/members/4', { attempts: 5 }));
  expect(queue.fewestAttempts).toBe(3);
  expect(namesIn(queue.nextRound(START, 3).batch)[0]).toBe('A/members/4');
});
