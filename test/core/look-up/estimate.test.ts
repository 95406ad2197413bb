import { describe, expect, test } from '@jest/globals';
import { estimate } from '../../../src/core/look-up/estimate';

const CONTEXT = { currentUser: { me: 'me@example.com' }, parallel: true };

/** So many people in each of so many spaces. */
function rowsOf(spaces: number, people: number) {
  return Array.from({ length: spaces * people }, (_, index) => ({
    row: index + 2,
    space: `spaces/AAAA${String(Math.floor(index / people)).padStart(7, '0')}`,
    member: `person-${index % people}@example.com`,
  }));
}

describe('an estimate', () => {
  test('counts different questions, spaces, people and bad rows, and names the first of these', () => {
    const rows = [
      ['AAAAxyz1234', 'ada@example.com'],
      ['AAAAxyz1234', 'ADA@example.com'],
      ['AAAAxyz1234', 'bo@example.com'],
      ['AAAAother12', 'ada@example.com'],
      ['AAAAother12', 'a/b'],
    ].map(([space = '', member = ''], index) => ({ row: index + 2, space, member }));
    expect(estimate(rows, '', CONTEXT)).toMatchObject({
      questions: 3,
      spaces: 2,
      people: 2,
      badRows: 1,
      badRowNumbers: [6],
      requestsLow: 2,
      requestsHigh: 6,
    });
  });

  test('names at most 20 bad rows and counts all', () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({ row: index + 2, space: 'x y', member: 'z' }));
    const { badRows, badRowNumbers } = estimate(rows, '', CONTEXT);
    expect([badRows, badRowNumbers.length, badRowNumbers[0]]).toEqual([30, 20, 2]);
  });

  test('takes longer for more requests, for one space that allows few a second, and one after another', () => {
    const seconds = (spaces: number, people: number, parallel = true) =>
      estimate(rowsOf(spaces, people), '', { ...CONTEXT, parallel }).seconds;
    expect(seconds(1, 10)).toBeLessThan(8);
    expect(seconds(1000, 1)).toBeGreaterThan(15);
    expect(seconds(1, 500)).toBeGreaterThan(seconds(50, 10));
    expect(seconds(20, 10, false)).toBeGreaterThan(seconds(20, 10));
  });
});
