import { describe, expect, test } from '@jest/globals';
import { compareNames } from '../../../src/core/compare/by-name';
import { ProblemError } from '../../../src/core/chat/problem';
import { openExecution } from '../execution.testing';
import { FakeChat } from '../fake-chat.testing';
import { MemoryWorkbook } from '../memory.testing';
import { person, S } from '../roster/roster.testing';
import type { Cell } from '../../../src/core/table/cell';

const MEMBERS = [
  person('1', { displayName: '佐藤 花', email: 'hana@orchard.example' }),
  person('2', { displayName: 'Ken Mori', email: 'ken.mori@orchard.example' }),
  person('3', { displayName: '森　健', email: 'ken.mori2@orchard.example' }),
  person('4', { displayName: 'Mori, Ken', email: 'mori.ken@orchard.example' }),
  person('5', { displayName: 'Lena Fischer', state: 'INVITED' }),
];

function open(rows: readonly (readonly Cell[])[], columns: number, count = 0) {
  const workbook = new MemoryWorkbook();
  const table = workbook.add('Course', rows);
  workbook.select(table, { row: 1, column: 1, rows: rows.length, columns });
  const more = Array.from({ length: count }, (_, n) => person(String(1000 + n)));
  const chat = new FakeChat([{ id: S, members: [...MEMBERS, ...more] }]);
  return { execution: openExecution(chat, { workbook }), workbook, table };
}

describe('a list of names', () => {
  test('gives people who are probably there, several of one name, and nobody; nothing is sure, nothing is written', () => {
    const { execution, workbook, table } = open(
      [
        ['姓', '名'],
        ['佐藤', '花'],
        ['Mori', 'Ken'],
        ['', ''],
        ['Fischer', 'Lena'],
        ['森', '健'],
      ],
      2,
    );
    const before = JSON.stringify(table.rows);
    const found = compareNames(execution, `spaces/${S}`);
    expect(found.rows).toBe(4);
    expect(found.probably.map(({ row, candidates }) => [row, candidates])).toEqual([
      [2, ['hana@orchard.example']],
      [6, ['ken.mori2@orchard.example']],
    ]);
    expect(found.several).toEqual([
      { row: 3, name: 'Mori Ken', candidates: ['ken.mori@orchard.example', 'mori.ken@orchard.example'] },
    ]);
    expect(found.nobody).toEqual([{ row: 5, name: 'Fischer Lena' }]);
    expect(JSON.stringify(table.rows)).toBe(before);
    expect(workbook.peek()).toEqual([]);
  });

  test.each<[string, readonly (readonly Cell[])[], number, number, string]>([
    [
      'of more than two columns',
      [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
      ],
      3,
      0,
      'columnsUnclear',
    ],
    ['of blanks', [['Name'], ['']], 1, 0, 'nothingToAsk'],
    ['beside a space of more than 1,000', [['Name'], ['Ken Mori']], 1, 1_001, 'compareTooLarge'],
  ])('%s is refused', (_, rows, columns, count, code) => {
    const { execution } = open(rows, columns, count);
    expect(() => compareNames(execution, `spaces/${S}`)).toThrow(ProblemError);
    try {
      compareNames(execution, `spaces/${S}`);
    } catch (error) {
      expect((error as ProblemError).problem.code).toBe(code);
    }
  });
});
