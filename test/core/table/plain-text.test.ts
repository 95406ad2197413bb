import { describe, expect, test } from '@jest/globals';
import { inert, inertLine, mayAct } from '../../../src/core/table/plain-text';

describe('a text may act in a spreadsheet', () => {
  test.each([
    '=1+1',
    '+81 3 1234 5678',
    '-1',
    '@SUM(A1)',
    "'text",
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u3000=1',
    '\u200b=1',
    '＝1',
    '＋1',
    '－1',
    '＠SUM',
    '﹦1',
    '＇text',
  ])('%j, and an apostrophe keeps it', (text) => {
    expect(mayAct(text)).toBe(true);
    expect(inert(text)).toBe(`'${text}`);
  });

  test.each(['', ' ', 'Ada', '1 = 1', 'a@b', '佐藤', '"=1"', '(=1)', '−1'])('not %j', (text) => {
    expect(inert(text)).toBe(text);
  });
});

test('a copied line stays one line and one cell', () => {
  expect(inertLine('Name: \t=HYPERLINK("x")\n=1\u2028\r\nend')).toBe('Name:  =HYPERLINK("x") =1 end');
  expect(inertLine('\t=1')).toBe("' =1");
  expect(inertLine('  indented')).toBe('  indented');
});
