import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Rate, readRateState, UNUSED } from '../../../src/core/requests/rate';

const START = Date.UTC(2026, 9, 1, 9);

/** Reads in few spaces at any times within some minutes, oldest first. */
const reads = fc
  .array(
    fc.record({
      after: fc.integer({ min: 0, max: 400 }),
      space: fc.constantFrom('AAAA1', 'AAAA2', null),
    }),
    { maxLength: 400 },
  )
  .map((list) => {
    let at = START;
    return list.map(({ after, space }) => ({ space, at: (at += after) }));
  });

describe('the limits', () => {
  test('let nothing be sent before the time that they name, and something at that time', () => {
    fc.assert(
      fc.property(reads, fc.integer({ min: 0, max: 3_000 }), (list, rest) => {
        const rate = new Rate(UNUSED);
        let now = START;
        for (const { space, at } of list) {
          now = Math.max(now, at);
          const next = rate.nextAt(space, now);
          expect(next).toBeGreaterThanOrEqual(now);
          expect(rate.left(space, now) > 0).toBe(next === now);
          if (next > now) expect(rate.left(space, next - 1)).toBeLessThanOrEqual(0);
          expect(rate.left(space, next)).toBeGreaterThan(0);
          rate.take(space, (now = next));
        }
        rate.rest(now + rest);
        expect(rate.nextAt(null, now)).toBe(now + rest);
      }),
    );
  });

  test('of a space are 15 reads a second, those of the project 3,000 a minute', () => {
    const rate = new Rate(UNUSED);
    expect([rate.left('AAAA1', START), rate.left(null, START)]).toEqual([15, 3_000]);
    for (let n = 0; n < 15; n++) rate.take('AAAA1', START);
    expect([rate.left('AAAA1', START), rate.left('AAAA2', START)]).toEqual([0, 15]);
    expect(rate.nextAt('AAAA1', START)).toBe(START + 1_100);
    for (let n = 15; n < 3_000; n++) rate.take(null, START);
    expect([rate.left('AAAA2', START), rate.projectLeft(START + 60_999)]).toEqual([0, 0]);
    expect(rate.nextAt('AAAA2', START)).toBe(START + 61_000);
    expect(rate.projectLeft(START + 61_000)).toBe(3_000);
  });

  test('hold across steps, also in one space', () => {
    const first = new Rate(UNUSED);
    for (let n = 0; n < 15; n++) first.take('AAAA1', START + n * 10);
    for (let n = 15; n < 3_000; n++) first.take(`AAAB${n}`, START + 2_500);
    const stored: unknown = JSON.parse(JSON.stringify(first.state(START + 500)));
    const second = new Rate(readRateState(stored, START + 500));
    expect([second.left('AAAA1', START + 500), second.left('AAAA1', START + 1_240)]).toEqual([0, 15]);
    const later = new Rate(
      readRateState(JSON.parse(JSON.stringify(first.state(START + 3_000))), START + 3_000),
    );
    expect([later.projectLeft(START + 3_000), later.nextAt(null, START + 3_000)]).toEqual([
      0,
      START + 61_000,
    ]);
    expect(later.projectLeft(START + 63_000)).toBe(3_000);
  });

  test('are not kept by reads from the future, which a clock that was set back leaves', () => {
    const rate = new Rate(UNUSED);
    for (let n = 0; n < 3_000; n++) rate.take('AAAA1', START + 3_600_000);
    expect(rate.left('AAAA1', START)).toBe(15);
    expect(rate.nextAt('AAAA1', START)).toBe(START);
  });
});

describe('the stored state', () => {
  test('says the same as the one it was written from', () => {
    fc.assert(
      fc.property(reads, (list) => {
        const rate = new Rate(UNUSED);
        for (const { space, at } of list) rate.take(space, at);
        const now = list[list.length - 1]?.at ?? START;
        rate.rest(now + 700);
        const stored: unknown = JSON.parse(JSON.stringify(rate.state(now)));
        const read = new Rate(readRateState(stored, now));
        expect(read.state(now)).toEqual(rate.state(now));
        for (const later of [now, now + 700, now + 30_000, now + 60_000])
          expect(read.projectLeft(later)).toBe(rate.projectLeft(later));
        // Counted together at the last read, never earlier.
        for (const space of ['AAAA1', 'AAAA2'])
          expect(read.left(space, now + 700)).toBeLessThanOrEqual(rate.left(space, now + 700));
      }),
    );
  });

  test('stays small, however many spaces were read', () => {
    const rate = new Rate(UNUSED);
    for (let n = 0; n < 2_000; n++) {
      rate.take(`AAAA${n}`, START + n * 30);
      rate.late.add(`AAAA${n}`, 1);
    }
    for (let n = 0; n < 500; n++) rate.take(`AAAA${n}`, START + 60_000);
    expect(JSON.stringify(rate.state(START + 60_000)).length).toBeLessThan(3_500);
  });

  test('keeps the spaces that were read most', () => {
    const rate = new Rate(UNUSED);
    for (let n = 0; n < 100; n++) rate.take(`AAAA${n}`, START);
    for (let n = 0; n < 15; n++) rate.take('BBBB1', START);
    const next = new Rate(readRateState(rate.state(START), START));
    expect([next.left('BBBB1', START), next.left('AAAA99', START)]).toEqual([0, 15]);
  });

  test('is not trusted: each broken part is left out, the rest is kept', () => {
    const rate = new Rate(UNUSED);
    for (let n = 0; n < 20; n++) rate.take('AAAA1', START);
    rate.rest(START + 5_000);
    rate.late.add('AAAA1', 3);
    const good = rate.state(START);
    const broken = fc.record({
      key: fc.constantFrom('reads', 'restUntil', 'spaces', 'late'),
      value: fc.oneof(fc.constantFrom('x', null, -1, [-1], [{}], ['x'], 1.5, { spaces: 3 }), fc.string()),
    });
    fc.assert(
      fc.property(broken, ({ key, value }) => {
        const read = readRateState({ ...good, [key]: value }, START);
        expect(read).toEqual({ ...good, [key]: UNUSED[key as keyof typeof UNUSED] });
      }),
    );
    expect(readRateState(null, START)).toEqual(UNUSED);
    expect(readRateState('{}', START)).toEqual(UNUSED);
  });

  test('keeps a rest that ends within a millisecond, as one with jitter does', () => {
    const rate = new Rate(UNUSED);
    rate.rest(START + 30_000.25);
    const stored: unknown = JSON.parse(JSON.stringify(rate.state(START)));
    expect(readRateState(stored, START).restUntil).toBe(START + 30_001);
  });

  test('never holds a rest of more than seven minutes', () => {
    expect(readRateState({ ...UNUSED, restUntil: START * 2 }, START).restUntil).toBe(START + 7 * 60_000);
  });
});
