import { parse } from 'csv-parse/sync';
import { describe, expect, test } from '@jest/globals';
import { exportTable, listTables } from '../../../src/core/export/export';
import { openExecution } from '../execution.testing';
import { FakeChat } from '../fake-chat.testing';
import { MemoryWorkbook } from '../memory.testing';

function open() {
  const workbook = new MemoryWorkbook();
  const table = workbook.add('People', [
    ['Name', 'When', 'Count', 'Done'],
    ['=HYPERLINK("x")', new Date(Date.UTC(2026, 9, 1)), 7, true],
    ['Ada, "the first"', '', '', false],
  ]);
  table.addMark(1, 'column:name');
  const other = workbook.add('Private', [['x']]);
  return { table, other, execution: openExecution(new FakeChat([]), { workbook }) };
}

describe('exporting', () => {
  test('offers the tabs that hold something of ours, and no others', () => {
    const { table, execution } = open();
    expect(listTables(execution)).toEqual([{ tab: table.id, name: 'People' }]);
  });

  test('gives what stands in the tab: texts that cannot act, days in the sheet’s zone, numbers as they are', () => {
    const { table, execution } = open();
    const { name, csv } = exportTable(execution, table.id);
    expect(name).toBe('People.csv');
    expect(parse(csv)).toEqual([
      ['Name', 'When', 'Count', 'Done'],
      ['\'=HYPERLINK("x")', '2026-10-01 00:00', '7', 'TRUE'],
      ['Ada, "the first"', '', '', 'FALSE'],
    ]);
  });

  test('gives no tab in which nothing is ours, nor one that is gone', () => {
    const { other, execution } = open();
    for (const tab of [other.id, 999, 'People', null])
      expect(() => exportTable(execution, tab)).toThrow('sheetGone');
  });
});
