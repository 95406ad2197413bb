/** The pages about problems say what the sidebar says, and miss none. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { codesBeyond, LIST_BEGINS, PAGES, problemList } from './problem-page.testing';

test('every problem of the table has its place on the page', () => {
  expect(codesBeyond()).toEqual([]);
});

describe.each(['en', 'ja'] as const)('the page in %s', (locale) => {
  const { file } = PAGES[locale];

  test('lists each problem in the words of the catalogue', () => {
    const page = readFileSync(file, 'utf8');
    expect(page).toContain(LIST_BEGINS);
    const [byHand = ''] = page.split(LIST_BEGINS);
    const expected = `${byHand}${LIST_BEGINS}\n\n${problemList(locale)}\n`;
    if (process.env.ROLLCALL_WRITE === 'yes') writeFileSync(file, expected);
    // Where this fails: ROLLCALL_WRITE=yes npm test -- problem-page
    expect(readFileSync(file, 'utf8')).toBe(expected);
  });

  test('fills every gap in a text', () => {
    expect(problemList(locale)).not.toMatch(/\{\w+\}|undefined/);
  });
});
