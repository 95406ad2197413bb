/** A list beside a space, in a browser: sure where it holds addresses, “probably” where it holds names only. */
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { openRows, peopleIn } from '../features/rows.testing';
import { PROFILES } from '../emulator.testing';
import {
  button,
  chooseView,
  closeAll,
  closeSidebars,
  openSidebar,
  WORDS,
  type Sidebar,
} from './session.testing';
import { heard, said, violations } from './page.testing';

afterEach(closeSidebars);
afterAll(closeAll);

const SPACE = 'spaces/AAAA0000000';

/** A sidebar over a tab `Course` with these rows, all of them selected. */
async function openList(
  people: number,
  cells: readonly (readonly string[])[],
  locale: keyof typeof WORDS = 'en',
): Promise<Sidebar> {
  const { workspace, rows } = peopleIn(1, people);
  const environment = await openRows(rows, { workspace, scenario: { locale, assumptions: PROFILES } });
  environment.emulator.spreadsheet.addTab('Course', cells);
  const range = `A1:${'AB'[(cells[0]?.length ?? 1) - 1] ?? 'A'}${cells.length}`;
  const sidebar = await openSidebar(
    { environment },
    { selected: ['Course', range], locale: locale === 'ja' ? 'ja-JP' : 'en-US' },
  );
  await chooseView(sidebar, /^(Selected rows|選択した行)/);
  return sidebar;
}

describe.each(['en', 'ja'] as const)('a list of names in %s', (locale) => {
  const { names, home, rows } = WORDS[locale];
  const NAMES = [
    ['Last', 'First'],
    ['山田', '花子'],
    ['Ada', ''],
    ['Lena', 'Fischer'],
  ];

  test('is offered to be compared by name: nothing is sure, and nothing is written', async () => {
    const sidebar = await openList(17, NAMES, locale);
    const { emulator, apis } = sidebar.environment;
    const before = JSON.stringify(emulator.spreadsheet.display('Course'));
    const tabs = emulator.spreadsheet.tabs().length;
    await sidebar.view.getByRole('heading', { name: rows.none.title }).waitFor();
    expect(apis.counts().requests).toBe(0);
    expect(await violations(sidebar)).toEqual([]);
    await sidebar.view.getByLabel(home.space, { exact: true }).fill(SPACE);
    await button(sidebar, names.compare).press('Enter');
    await sidebar.view.getByRole('heading', { name: names.title(3) }).waitFor();
    await sidebar.view.getByRole('heading', { name: names.shared }).waitFor();
    const counts = await sidebar.view.locator('.counts > li .count').allTextContents();
    expect(counts).toEqual(['1', '1', '1']);
    const several = await sidebar.view.locator('.card > .people li').allInnerTexts();
    expect(several.map((text) => text.replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/Ada person-16@example\.com(?:, |、)person-7@example\.com/),
    ]);
    await heard(sidebar, names.news(3, 1, 1, 1));
    expect((await said(sidebar)).polite).toBe(names.news(3, 1, 1, 1));
    expect(await violations(sidebar)).toEqual([]);
    expect(JSON.stringify(emulator.spreadsheet.display('Course'))).toBe(before);
    expect(emulator.spreadsheet.tabs()).toHaveLength(tabs);
  });

  test('selects the rows of a number, and gives way to another column', async () => {
    const sidebar = await openList(17, NAMES, locale);
    const { spreadsheet } = sidebar.environment.emulator;
    await sidebar.view.getByLabel(home.space, { exact: true }).fill(SPACE);
    await button(sidebar, names.compare).press('Enter');
    await sidebar.view.locator('.counts button', { hasText: names.nobody }).click();
    await sidebar.page.waitForFunction(() =>
      document.querySelector<HTMLInputElement>('.name-box')?.value.includes('4'),
    );
    spreadsheet.put('Course', 2, 1, 'ada@example.com');
    await sidebar.select('Course', 'A2:A2');
    await button(sidebar, names.otherColumn).click();
    await sidebar.view.locator('.selection').waitFor();
    expect(await sidebar.view.getByRole('heading', { name: names.shared }).count()).toBe(0);
  });
});

describe.each(['en', 'ja'] as const)('a list of addresses in %s', (locale) => {
  const { compare, rows } = WORDS[locale];

  test('becomes three sets, whose numbers select their rows, and addresses to copy', async () => {
    const people = Array.from({ length: 5 }, (_, n) => [`person-${n}@example.com`]);
    const list = [['E-mail'], ...people, ['person-1@example.com'], ['stranger@example.com']];
    const sidebar = await openList(20, list, locale);
    await sidebar.view.locator('.selection').waitFor();
    await sidebar.view.getByLabel(rows.spaceForAll, { exact: true }).fill(SPACE);
    await button(sidebar, rows.useSpace).press('Enter');
    await sidebar.view.getByLabel(compare.compare).check();
    await button(sidebar, rows.start(7)).click();
    await sidebar.view.locator('.sets').waitFor();
    const numbers = await sidebar.view.locator('.sets li').allInnerTexts();
    expect(numbers.map((text) => Number(/\d+/.exec(text)?.[0]))).toEqual([1, 6, 13]);
    await sidebar.view.getByText(compare.doubles(1)).waitFor();
    await button(sidebar, compare.copyAddresses(1)).waitFor();
    expect(await violations(sidebar)).toEqual([]);
    const nameBox = sidebar.page.locator('.name-box');
    await sidebar.view.locator('.sets button').first().click();
    await sidebar.page.waitForFunction(() =>
      document.querySelector<HTMLInputElement>('.name-box')?.value.includes('8'),
    );
    expect(await nameBox.inputValue()).toMatch(/^[A-Z]+8$/);
    await button(sidebar, compare.csv).click();
    await sidebar.view.locator(`a[download="${compare.csvFile}"]`).waitFor();
    await sidebar.view.locator('.sets button').last().click();
    await sidebar.page.locator('[role=tab][aria-selected=true]', { hasText: 'Not on your list' }).waitFor();
  });
});
