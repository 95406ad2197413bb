/** The panels that change the environment of the script, and two people in one sheet. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { FAULT_PRESETS, type FaultPresetName } from '../scenario/fault-presets';
import {
  allow,
  choose,
  openBrowser,
  openPreview,
  said,
  type TestBrowser,
  type TestPreview,
} from './preview.testing';

let browser: TestBrowser;
let preview: TestPreview;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  preview = await openPreview();
  page = await browser.open(preview.url);
  await page.getByRole('menuitem', { name: 'Script' }).waitFor();
});
afterEach(async () => {
  await browser.closePages();
  await preview.close();
});

const openPanel = () => page.getByRole('button', { name: 'Fault presets', exact: true }).click();
const panel = () => page.getByRole('region', { name: 'Fault presets' });

describe('consent', () => {
  test('is asked at the first click, one tick a scope, and the item is chosen again', async () => {
    await choose(page, 'Script', 'Question');
    const dialog = page.getByRole('dialog', { name: 'Fixture wants to access your Google Account' });
    await dialog.waitFor();
    expect(await dialog.getByRole('checkbox').count()).toBe(5);
    expect(await dialog.getByRole('checkbox', { name: 'Select all' }).isChecked()).toBe(true);
    await dialog.getByRole('checkbox', { name: /e-mail address/ }).uncheck();
    expect(await dialog.getByRole('checkbox', { name: 'Select all' }).isChecked()).toBe(false);
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Choose the menu item again').waitFor();
    expect(preview.emulator.grants()).toHaveLength(3);
    await choose(page, 'Script', 'Question');
    await page.getByRole('button', { name: 'Yes' }).click();
    await said(page, 'YES');
  });

  test('that is cancelled grants nothing, and is asked again', async () => {
    for (let click = 0; click < 2; click++) {
      await choose(page, 'Script', 'Question');
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    expect(preview.emulator.grants()).toBeNull();
  });

  test('can be changed in the panel, and taken back', async () => {
    allow(preview);
    await page.reload();
    await openPanel();
    await panel()
      .getByRole('checkbox', { name: /Show sidebars/ })
      .uncheck();
    await choose(page, 'Script', 'Sidebar');
    await page
      .getByRole('alert')
      .getByText(/You do not have permission to call Ui.showSidebar/)
      .waitFor();
    await panel().getByRole('button', { name: 'Make it ask again' }).click();
    await panel().getByText('The script has not asked yet').waitFor();
    await choose(page, 'Script', 'Sidebar');
    await page.getByRole('dialog').waitFor();
  });
});

describe('the panel', () => {
  test('lists every fault preset that has no control of its own, and switches each on and off', async () => {
    await openPanel();
    const listed = await panel().locator('fieldset').first().locator('code').allTextContents();
    const others = Object.keys(FAULT_PRESETS).filter((name) => !listed.includes(name));
    const elsewhere = others.filter((name) => !name.startsWith('scope-refused-') && name !== 'slow-network');
    expect(elsewhere).toEqual(
      Object.keys(FAULT_PRESETS).filter((name) => 'as' in FAULT_PRESETS[name as FaultPresetName]),
    );
    await panel().getByText('npm start -- --scenario iam-api-off').waitFor();
    await panel()
      .getByRole('checkbox', { name: /switched off in the Cloud project/ })
      .check();
    await panel()
      .getByRole('checkbox', { name: /One request in five/ })
      .check();
    await panel().getByText('2 fault presets are on').waitFor();
    await panel().getByRole('button', { name: 'End all fault presets' }).click();
    await panel().getByText('fault presets are on').waitFor({ state: 'detached' });
  });

  test('slows Google down', async () => {
    await openPanel();
    await panel().getByLabel('Each answer of Google takes').selectOption({ label: '500 ms' });
    await page.waitForFunction(() => document.querySelectorAll('select')[1]?.value === '500');
  });

  test('changes the language of the script and of the page', async () => {
    await openPanel();
    await page.getByRole('group', { name: 'Language' }).getByRole('button', { name: '日本語' }).click();
    await page.getByRole('heading', { name: 'トラブル' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
    await page.getByText('Cloud プロジェクトで Chat API が無効になっている').waitFor();
    allow(preview);
    await page.getByRole('menuitem', { name: 'Script' }).click();
    await page.getByRole('menuitem', { name: '質問' }).click();
    await page.getByRole('button', { name: 'はい' }).click();
    await said(page, 'YES');
  });

  test('opens at the name of the person, closes by Escape, and lists people, not apps', async () => {
    await page.getByRole('button', { name: 'Ada Orchard' }).click();
    const people = await panel().getByLabel('Person').locator('option').allTextContents();
    expect(people).toEqual(['Ada Orchard', '森 健']);
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
  });
});

test('two people in one sheet have consent, selection and questions of their own', async () => {
  const other = await browser.open(preview.url);
  await other.getByRole('button', { name: 'Fault presets', exact: true }).click();
  await other.getByLabel('Person').and(other.getByRole('combobox')).selectOption({ label: '森 健' });
  await other.getByRole('button', { name: '森 健' }).waitFor();
  allow(preview, 'users/1');
  await page.locator('[data-cell=B2]').click();
  await other.locator('[data-cell=D4]').click();
  await choose(other, 'Script', 'Question');
  await other.getByText('Signed in as 森 健').waitFor();
  await choose(page, 'Script', 'More', 'Where');
  await said(page, 'Sheet1!B2');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await other.getByRole('button', { name: 'Continue' }).click();
  await other.getByText('Choose the menu item again').waitFor();
  await choose(other, 'Script', 'More', 'Where');
  await said(page, 'Sheet1!B2', 'Sheet1!D4');
});

test('a page whose server was away says so, and goes on when it is back', async () => {
  browser.forgive(/Failed to load resource|ERR_/);
  await page.route('**/events', (route) => route.abort());
  await page.reload();
  await page.getByText('The emulator does not answer').waitFor();
  await page.unroute('**/events');
  await page.getByRole('menuitem', { name: 'Script' }).waitFor();
  await page.getByText('The emulator does not answer').waitFor({ state: 'detached' });
});

describe('axe finds nothing', () => {
  const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

  async function violations(): Promise<string[]> {
    await page.evaluate(axe);
    return await page.evaluate(async () => {
      const { axe: engine } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations: found } = await engine.run();
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    });
  }

  test.each(['light', 'dark'] as const)(
    'in the editor with panel, menu, notices and questions: %s',
    async (scheme) => {
      allow(preview);
      page = await browser.open(preview.url, { scheme });
      await page.getByRole('menuitem', { name: 'Script' }).waitFor();
      expect(await violations()).toEqual([]);
      await openPanel();
      await panel().getByRole('checkbox').first().check();
      await choose(page, 'Script', 'Notice');
      await choose(page, 'Script', 'Fail');
      await page.getByRole('alert').getByText('pear').waitFor();
      await choose(page, 'Script', 'Sidebar');
      await page.getByRole('complementary').waitFor();
      await page.getByRole('menuitem', { name: 'Script' }).click();
      expect(await violations()).toEqual([]);
      await page.getByRole('button', { name: 'Log' }).click();
      await page.getByRole('region', { name: 'Execution log' }).waitFor();
      await choose(page, 'Script', 'Question');
      await page.getByRole('dialog').waitFor();
      expect(await violations()).toEqual([]);
      await page.keyboard.press('Escape');
      preview.emulator.answerConsent(null);
      await choose(page, 'Script', 'Question');
      await page.getByRole('dialog', { name: /wants to access/ }).waitFor();
      expect(await violations()).toEqual([]);
    },
  );
});
