import { expect, test } from '@jest/globals';
import { isOwnTab, makeOwn, ownTab, ownTabs } from '../../../src/core/table/own-tab';
import { MemoryWorkbook } from '../memory.testing';

test('a tab of ours is found by its mark, whatever its title', () => {
  const workbook = new MemoryWorkbook();
  workbook.add('Kept by hand', []);
  const table = workbook.add('Roster', []);
  makeOwn(table, 'roster');
  table.title = 'Renamed';
  expect(ownTab(workbook, workbook.peek(), 'roster')?.id).toBe(table.id);
  expect(ownTabs(workbook.peek(), 'roster')).toEqual([table.id]);
  expect(isOwnTab(workbook.peek(), table.id)).toBe(true);
});

test('no other tab, and none of another kind, is ours', () => {
  const workbook = new MemoryWorkbook();
  const [mine, other] = [workbook.add('Mine', []), workbook.add('Other', [])];
  makeOwn(mine, 'roster');
  other.addMark(2, `tab:roster:${other.id}`);
  expect(ownTab(workbook, workbook.peek(), 'spaces')).toBeNull();
  expect(ownTabs(workbook.peek(), 'spaces')).toEqual([]);
  expect(isOwnTab(workbook.peek(), other.id)).toBe(false);
});

test('a copied tab keeps the mark, but is not ours', () => {
  const workbook = new MemoryWorkbook();
  const table = workbook.add('Roster', []);
  makeOwn(table, 'roster');
  const copy = workbook.copyTab(table);
  expect(workbook.peek()).toHaveLength(2);
  expect(ownTabs(workbook.peek(), 'roster')).toEqual([table.id]);
  expect(isOwnTab(workbook.peek(), copy.id)).toBe(false);
});

test('a tab that is marked twice is one tab; only marks of tabs count', () => {
  const workbook = new MemoryWorkbook();
  const table = workbook.add('Roster', []);
  makeOwn(table, 'roster');
  makeOwn(table, 'roster');
  expect(ownTabs(workbook.peek(), 'roster')).toEqual([table.id]);
  const plain = workbook.add('Plain', []);
  plain.addMark(null, 'something else');
  plain.addMark(null, `xtab:roster:${plain.id}`);
  plain.addMark(null, `tab:roster:${plain.id}x`);
  expect(isOwnTab(workbook.peek(), plain.id)).toBe(false);
});
