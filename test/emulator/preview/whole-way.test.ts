/** The built add-on in the preview, from the menu to the row, in a real browser. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { catalogueFor } from '../../../src/core/locales/catalogue';
import { addProjectList, FIRST_ROWS } from '../workspace/project-list';
import { inventedWorkspace, SPACES } from '../workspace/invented';
import { openBrowser, openPreview, type TestBrowser, type TestPreview } from './preview.testing';

let browser: TestBrowser;
let preview: TestPreview;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await browser.closePages();
  await preview.close();
});

async function open(): Promise<void> {
  preview = await openPreview({
    project: path.join(process.cwd(), 'dist'),
    workspace: inventedWorkspace(),
  });
  page = await browser.open(preview.url);
  await page.getByRole('menuitem', { name: 'Rollcall' }).waitFor();
}

const sidebar = () => page.frameLocator('.sidebar iframe');
const display = () => preview.emulator.spreadsheet.display('Memberships');

describe('menu, consent, sidebar, question, card, row', () => {
  test('by mouse', async () => {
    await open();
    for (const click of ['first', 'second']) {
      await page.getByRole('menuitem', { name: 'Rollcall' }).click();
      await page.getByRole('menuitem', { name: 'Open Rollcall' }).click();
      if (click === 'first') {
        await page.getByRole('dialog', { name: /wants to access/ }).waitFor();
        await page.getByRole('button', { name: 'Continue' }).click();
        await page.getByText('Choose the menu item again').waitFor();
      }
    }
    await sidebar()
      .getByLabel('Space', { exact: true })
      .fill(`https://chat.google.com/room/${SPACES.launch.slice(7)}?cls=11`);
    await sidebar().getByLabel('Member', { exact: true }).fill('amara.okafor@orchard.example');
    await sidebar().getByRole('button', { name: 'Look up' }).click();
    await sidebar()
      .getByText(/Amara Okafor \(.*\) is a/)
      .first()
      .waitFor();
    await sidebar().getByRole('button', { name: 'Write to Memberships' }).click();
    await page.getByRole('tab', { name: 'Memberships' }).waitFor();
    await sidebar().getByText('Written to Memberships, row 2.').first().waitFor();
    expect(display()[1]).toContain('Amara Okafor');
    expect(display()[1]).toContain('amara.okafor@orchard.example');
  });

  test('by keyboard alone', async () => {
    await open();
    const openRollcall = async () => {
      await page.getByRole('menuitem', { name: 'Edit' }).focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
    };
    await openRollcall();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Choose the menu item again').waitFor();
    await openRollcall();
    await sidebar().getByLabel('Space', { exact: true }).waitFor();
    // The frame has the focus once it is loaded; Tab goes to its fields.
    await page.waitForFunction(() => document.activeElement?.tagName === 'IFRAME');
    for (let press = 0; press < 8; press++) {
      if (await sidebar().locator('input:focus').count()) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type(SPACES.launch);
    // Past the button that clears the field.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('jonas@lindqvist-design.example');
    await page.keyboard.press('Enter');
    await sidebar()
      .getByText(/Jonas Lindqvist/)
      .first()
      .waitFor();
    expect(
      await sidebar()
        .getByText(/outside/)
        .count(),
    ).toBeGreaterThan(0);
  });
});

test('a fault preset that is switched on in the page is what the sidebar then reports', async () => {
  await open();
  preview.emulator.answerConsent(preview.emulator.scopes());
  await page.getByRole('button', { name: 'Fault presets', exact: true }).click();
  await page.getByRole('checkbox', { name: /switched off in the Cloud project/ }).check();
  await page.getByRole('menuitem', { name: 'Rollcall' }).click();
  await page.getByRole('menuitem', { name: 'Open Rollcall' }).click();
  await sidebar().getByLabel('Space', { exact: true }).fill(SPACES.launch);
  await sidebar().getByLabel('Member', { exact: true }).fill('me');
  await sidebar().getByRole('button', { name: 'Look up' }).click();
  await sidebar()
    .getByText(/The Google Chat API is off/)
    .first()
    .waitFor();
});

describe.each(['en', 'ja'] as const)('the first steps in %s', (locale) => {
  const { menu } = catalogueFor(locale);

  test('name the items of the menu, the rows are selected, and the steps can be hidden', async () => {
    preview = await openPreview({
      project: path.join(process.cwd(), 'dist'),
      workspace: inventedWorkspace(),
      scenario: { locale },
      guide: true,
      prepare: ({ spreadsheet }) => {
        addProjectList(spreadsheet, locale);
      },
    });
    page = await browser.open(preview.url);
    const guide = page.locator('.guide');
    const steps = await guide.innerText();
    for (const caption of [menu.lookUpSelectedRows, menu.showSidebar]) expect(steps).toContain(caption);
    const [first = ''] = FIRST_ROWS.split(':');
    await page.locator(`[data-cell=${first}]`).waitFor();
    expect(preview.emulator.spreadsheet.active().ranges).toEqual([FIRST_ROWS]);
    await page.getByRole('menuitem', { name: menu.name }).click();
    await page.getByRole('menuitem', { name: menu.lookUpSelectedRows }).click();
    await page.getByRole('dialog').getByRole('button').last().click();
    expect(preview.emulator.spreadsheet.active().ranges).toEqual([FIRST_ROWS]);
    await guide.getByRole('button').click();
    expect(await guide.count()).toBe(0);
  });

  test('name the menu Extensions where the add-on stands in it', async () => {
    preview = await openPreview({
      project: path.join(process.cwd(), 'dist-add-on'),
      target: 'add-on',
      workspace: inventedWorkspace(),
      scenario: { locale },
      guide: true,
    });
    page = await browser.open(preview.url);
    const extensions = page.getByRole('menuitem', { name: { en: 'Extensions', ja: '拡張機能' }[locale] });
    await extensions.click();
    const steps = await page.locator('.guide').innerText();
    expect(steps.split(await extensions.innerText())).toHaveLength(3);
    await page.getByRole('menuitem', { name: menu.name }).waitFor();
  });
});
