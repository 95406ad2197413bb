import { expect, test } from '@jest/globals';
import { exceptionsSince } from '../../../src/core/look-up/exceptions';
import { finish, openList, CATALOGUE } from './rows.testing';

test('who is not in is named, reasons come together, and answers of an earlier job are left out', () => {
  const list = openList({ people: 6 });
  // Two rows that cannot be read, for the same reason.
  list.table.type(2, 3, 'nobody at all');
  list.table.type(3, 3, 'not an address');
  const startedAt = list.chat.now;
  expect(finish(list, list.start()).end).toBe('done');
  const ports = { workbook: list.workbook, catalogue: CATALOGUE };
  const found = exceptionsSince(ports, { tab: list.table.id, since: startedAt });
  expect(found.notMember).toMatchObject({ count: 5 });
  expect(found.notMember.names).toContain('10000000003');
  expect(found.unchecked.map(({ count, rows }) => [count, rows])).toEqual([[2, [2, 3]]]);
  expect(found.invited).toEqual({ count: 0, names: [] });
  const later = exceptionsSince(ports, { tab: list.table.id, since: list.chat.now + 1 });
  expect(later).toEqual({
    unchecked: [],
    notMember: { count: 0, names: [] },
    invited: { count: 0, names: [] },
  });
});
