/** What people do to cells in the preview, in a real browser. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser, openPreview, type TestBrowser, type TestPreview } from './preview.testing';

let browser: TestBrowser;
let preview: TestPreview;
let page: Page;

const FRUIT = [
  ['Fruit', 'Trees'],
  ['Quince', 3],
  ['Apple', 12],
  ['Pear', 7],
];

// One spreadsheet in one page for all tests; each has a tab of its own, which is new.
beforeAll(async () => {
  browser = await openBrowser();
  preview = await openPreview();
  page = await browser.open(preview.url);
});
afterAll(async () => {
  try {
    await browser.closePages();
  } finally {
    await preview.close();
    await browser.close();
  }
});
beforeEach(async () => {
  const { spreadsheet } = preview.emulator;
  if (spreadsheet.tabs().some(({ name }) => name === 'Fruit')) spreadsheet.deleteTab('Fruit');
  await page.getByRole('tab', { name: 'Fruit' }).waitFor({ state: 'detached' });
  spreadsheet.addTab('Fruit', FRUIT);
  spreadsheet.freeze('Fruit', 1);
  await page.getByRole('tab', { name: 'Fruit' }).click();
  await cell('A2').getByText('Quince').waitFor();
  await cell('A1').click();
});

const cell = (name: string) => page.locator(`[data-cell=${name}]`);
const shows = (name: string, text: string) => cell(name).getByText(text, { exact: true }).waitFor();
const display = () => preview.emulator.spreadsheet.display('Fruit');
const selected = () => page.getByRole('textbox', { name: 'Cell or range to go to' }).inputValue();
const formula = () => page.getByRole('textbox', { name: /^Content of/ });

describe('selecting', () => {
  test('by mouse: a cell, a range by dragging, a range by Shift, several by Ctrl', async () => {
    await cell('A2').click();
    expect(await selected()).toBe('A2');
    await cell('A2').hover();
    await page.mouse.down();
    await cell('B4').hover();
    await page.mouse.up();
    expect(await selected()).toBe('A2:B4');
    await cell('C9').click({ modifiers: ['Shift'] });
    expect(await selected()).toBe('A2:C9');
    await cell('E1').click({ modifiers: ['Control'] });
    expect(await selected()).toBe('E1');
    expect(await cell('B3').getAttribute('aria-selected')).toBe('true');
  });

  test('by mouse: whole columns and rows at their heads', async () => {
    await page.locator('[data-column=B]').click({ position: { x: 10, y: 10 } });
    expect(await selected()).toMatch(/^B1:B\d+$/);
    await page.locator('[data-row="3"]').click();
    expect(await selected()).toMatch(/^A3:[A-Z]+3$/);
  });

  test('by keyboard: arrows, Shift, Ctrl, Home, End, Tab in the name box', async () => {
    await cell('A1').click();
    for (const key of ['ArrowDown', 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowRight']) {
      await page.keyboard.press(key);
    }
    expect(await selected()).toBe('B2:C3');
    await page.keyboard.press('Control+End');
    expect(await selected()).toBe('B4');
    await page.keyboard.press('Control+Home');
    expect(await selected()).toBe('A1');
    await page.keyboard.press('Control+a');
    expect(await selected()).toBe('A1:B4');
  });

  test('by name, also far away', async () => {
    const box = page.getByRole('textbox', { name: 'Cell or range to go to' });
    await box.fill('b150:c151');
    await box.press('Enter');
    expect(await selected()).toBe('B150:C151');
    await cell('B150').waitFor();
    await box.fill('nonsense');
    await box.press('Enter');
    expect(await selected()).toBe('B150:C151');
  });

  test('rows that are hidden are passed over', async () => {
    preview.emulator.spreadsheet.hideRows('Fruit', 3, 1, 'filter');
    await cell('A3').waitFor({ state: 'detached' });
    await cell('A2').click();
    await page.keyboard.press('ArrowDown');
    expect(await selected()).toBe('A4');
  });

  test('the frozen row stays in view', async () => {
    await cell('A2').click();
    await page.keyboard.press('Control+ArrowDown');
    expect(await selected()).toBe('A4');
    await page.keyboard.press('Control+ArrowDown');
    await cell('A200').waitFor();
    const row = await cell('A1').boundingBox();
    expect(row?.y).toBeGreaterThan(80);
    expect(row?.y).toBeLessThan(140);
    await shows('A1', 'Fruit');
  });
});

describe('typing', () => {
  test('over a cell, and Enter goes down', async () => {
    await cell('A2').click();
    await page.keyboard.type('Medlar');
    await page.keyboard.press('Enter');
    await shows('A2', 'Medlar');
    expect(await selected()).toBe('A3');
    expect(display()[1]).toEqual(['Medlar', '3']);
  });

  test('into a cell by F2 or a double click, with what it held', async () => {
    await cell('A3').dblclick();
    await page.keyboard.type('s');
    await page.keyboard.press('Tab');
    await shows('A3', 'Apples');
    expect(await selected()).toBe('B3');
    await page.keyboard.press('F2');
    await page.keyboard.type('0');
    await page.keyboard.press('Enter');
    await shows('B3', '120');
  });

  test('is given up by Escape', async () => {
    await cell('A2').click();
    await page.keyboard.type('Medlar');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    expect(await formula().inputValue()).toBe('Apple');
    expect(display()[1]).toEqual(['Quince', '3']);
  });

  test('is kept where somebody clicks elsewhere, in the cell it was typed into', async () => {
    await cell('A2').click();
    await page.keyboard.type('Medlar');
    await cell('B9').click();
    await shows('A2', 'Medlar');
    expect(display()).toHaveLength(4);
  });

  test('goes on in the formula line', async () => {
    await cell('A2').click();
    await page.keyboard.type('Med');
    await formula().click();
    expect(await formula().inputValue()).toBe('Med');
    await page.keyboard.type('lar');
    await page.keyboard.press('Enter');
    await shows('A2', 'Medlar');
  });

  test('converts as Sheets does, and the formula line shows what would be typed', async () => {
    for (const [index, text] of ['12.50%', "'007", '=A2&"!"'].entries()) {
      await cell(`C${index + 2}`).click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    await shows('C2', '12.50%');
    await shows('C3', '007');
    await cell('C3').click();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.formula-input')?.value === "'007",
    );
    expect(preview.emulator.spreadsheet.cell('Fruit', 2, 3).value).toBe(0.125);
    expect(preview.emulator.spreadsheet.cell('Fruit', 3, 3).value).toBe('007');
    expect(preview.emulator.spreadsheet.cell('Fruit', 4, 3).formula).toBe('=A2&"!"');
  });

  test('Delete clears what is selected, and no more', async () => {
    await cell('A3').click();
    await cell('B4').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Delete');
    await page.waitForFunction(() => document.querySelector('[data-cell=B4]')?.textContent === '');
    expect(display()).toEqual([
      ['Fruit', 'Trees'],
      ['Quince', '3'],
    ]);
  });
});

describe('the clipboard', () => {
  const put = (text: string) => page.evaluate((given) => navigator.clipboard.writeText(given), text);
  const taken = () => page.evaluate(() => navigator.clipboard.readText());

  test('takes a block of cells to another place', async () => {
    await cell('A2').click();
    await cell('B3').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+c');
    expect(await taken()).toBe('Quince\t3\nApple\t12');
    await cell('D6').click();
    await page.keyboard.press('Control+v');
    await shows('E7', '12');
    expect(await selected()).toBe('D6:E7');
  });

  test('takes cells away by cutting', async () => {
    await cell('A2').click();
    await page.keyboard.press('Control+x');
    await page.waitForFunction(() => document.querySelector('[data-cell=A2]')?.textContent === '');
    expect(await taken()).toBe('Quince');
  });

  test('brings tables from elsewhere, quoted fields and all, beyond the end of the grid too', async () => {
    await put('one\t"two\nlines"\t"say ""hi"""\r\n4\t5\t6\r\n');
    const box = page.getByRole('textbox', { name: 'Cell or range to go to' });
    await box.fill('A200');
    await box.press('Enter');
    await page.keyboard.press('Control+v');
    await shows('A201', '4');
    expect(display()[199]).toEqual(['one', 'two\nlines', 'say "hi"']);
  });

  test('fills a range with one value', async () => {
    await put('x');
    await cell('A2').click();
    await cell('B3').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+v');
    await shows('B3', 'x');
    expect(display().slice(1, 3)).toEqual([
      ['x', 'x'],
      ['x', 'x'],
    ]);
  });
});

describe('rows and columns', () => {
  const item = (name: string) => page.getByRole('menuitem', { name, exact: true });

  test('are sorted from the head of a column, the frozen row staying', async () => {
    await page.locator('[data-column=B]').hover();
    await page.getByRole('button', { name: 'Menu of column B' }).click();
    await item('Sort sheet by column B (Z to A)').click();
    await shows('A2', 'Apple');
    expect(display().map(([fruit]) => fruit)).toEqual(['Fruit', 'Apple', 'Pear', 'Quince']);
  });

  test('are sorted from the menu by keyboard', async () => {
    await cell('A3').click();
    await item('Data').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await shows('A2', 'Apple');
    expect(display().map(([fruit]) => fruit)).toEqual(['Fruit', 'Apple', 'Pear', 'Quince']);
  });

  test('are inserted and deleted, as many as are selected', async () => {
    await cell('A3').click();
    await cell('A4').click({ modifiers: ['Shift'] });
    await cell('A4').click({ button: 'right' });
    await item('Insert 2 rows above').click();
    await shows('A5', 'Apple');
    await cell('A2').click();
    await item('Edit').click();
    await item('Delete row').click();
    await shows('A4', 'Apple');
    expect(display().map(([fruit]) => fruit)).toEqual(['Fruit', '', '', 'Apple', 'Pear']);
  });

  test('get number formats from the menu', async () => {
    await cell('B2').click();
    await item('Format').click();
    await item('Number').click();
    await shows('B2', '3.00');
  });

  test('a note is shown beside its cell', async () => {
    preview.emulator.spreadsheet.note('Fruit', 2, 1, 'Grown from seed');
    await cell('A2').locator('.note-mark').waitFor();
    await cell('A2').click();
    await page.getByText('Grown from seed').waitFor();
  });
});

test('two people see each other’s changes at once', async () => {
  const other = await browser.open(preview.url);
  await other.getByRole('tab', { name: 'Fruit' }).click();
  await cell('A2').click();
  await page.keyboard.type('Medlar');
  await page.keyboard.press('Enter');
  await other.locator('[data-cell=A2]').getByText('Medlar').waitFor();
});
