/** The view of settings, in a browser: as whom to look up, the warning before it, and what is refused. */
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { Settings } from '../../src/core/contract';
import { SPACES } from '../emulator/workspace/invented';
import {
  ADMIN_MEMBERSHIPS,
  AS_APP,
  CLOUD_PLATFORM,
  extended,
  IAM_HOST,
} from '../features/front-door.testing';
import {
  ask,
  button,
  card,
  closeAll,
  closeSidebars,
  goBack,
  openPageOf,
  openSidebar,
  WORDS,
  type Sidebar,
} from './session.testing';
import { focused, heard, said, violations } from './page.testing';

const { launch } = SPACES;
const KEY = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\n';

const removals: (() => void)[] = [];
afterEach(async () => {
  await closeSidebars();
  for (const remove of removals.splice(0)) remove();
});
afterAll(closeAll);

/** The add-on with the lines of both other identities in its manifest. */
async function openExtended(): Promise<Sidebar> {
  const { project, remove } = extended([CLOUD_PLATFORM, ADMIN_MEMBERSHIPS], [IAM_HOST]);
  removals.push(remove);
  return await openSidebar({ project });
}

async function choose(sidebar: Sidebar, name: string): Promise<void> {
  if ((await sidebar.view.getByRole('radio').count()) === 0) await openPageOf(sidebar, 'settings');
  await sidebar.view.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
}

const accountField = ({ view }: Sidebar) =>
  view.getByLabel('E-mail address of the service account', { exact: true });
const confirmation = ({ view }: Sidebar) =>
  view.getByRole('checkbox', { name: 'I have read this and switch it on for this sheet.' });

/** What the script has stored of the settings. */
function stored({ environment }: Sidebar): readonly Settings[] {
  return environment.emulator.stores
    .properties()
    .filter(({ value }) => value.includes('"serviceAccount"'))
    .map(({ value }) => JSON.parse(value) as Settings);
}

describe('another identity than oneself', () => {
  test('comes with its threat, and the editors of the sheet by name', async () => {
    const sidebar = await openSidebar();
    await choose(sidebar, 'Workspace admin');
    await sidebar.view.getByText(/^Whoever can edit this sheet can also edit its script/).waitFor();
    await sidebar.view.getByText('ken.mori@orchard.example', { exact: true }).waitFor();
    expect(await sidebar.view.getByRole('listitem').allTextContents()).toContain('hana.sato@orchard.example');
    expect(await violations(sidebar)).toEqual([]);
  });

  test('is not switched on before it was confirmed', async () => {
    const sidebar = await openExtended();
    await choose(sidebar, 'Workspace admin');
    await button(sidebar, 'Save').click();
    await sidebar.view.getByRole('heading', { name: 'not switched on' }).waitFor();
    expect(await focused(sidebar)).toBe('This identity is not switched on for this sheet');
    expect(sidebar.calls).not.toContain('sidebarSaveSettings');
    expect(stored(sidebar)).toEqual([]);
  });

  test.each([
    [
      'The Chat app',
      [
        '"https://www.googleapis.com/auth/cloud-platform"',
        '"https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts"',
      ],
    ],
    ['Workspace admin', ['"https://www.googleapis.com/auth/chat.admin.memberships.readonly"']],
  ])('%s names the very lines that the manifest lacks', async (name, lines) => {
    const sidebar = await openSidebar();
    await choose(sidebar, name);
    if (name === 'The Chat app') await accountField(sidebar).fill(AS_APP.serviceAccount);
    await confirmation(sidebar).check();
    await button(sidebar, 'Save').click();
    await sidebar.view.getByText(/^Add to oauthScopes in appsscript\.json:$/).waitFor();
    expect(await sidebar.view.locator('figure pre').allTextContents()).toEqual(lines);
    expect(await violations(sidebar)).toEqual([]);
    expect(stored(sidebar)).toEqual([]);
  });

  test('once saved is how the sidebar looks up, and it says so', async () => {
    const sidebar = await openExtended();
    await choose(sidebar, 'The Chat app');
    await accountField(sidebar).fill(AS_APP.serviceAccount);
    await confirmation(sidebar).check();
    await button(sidebar, 'Save').press('Enter');
    await sidebar.view.getByText('Saved. In this sheet you ask as the Chat app.').waitFor();
    await heard(sidebar, 'Saved. In this sheet you ask as the Chat app.');
    expect((await said(sidebar)).polite).toBe('Saved. In this sheet you ask as the Chat app.');
    expect(await focused(sidebar)).toBe('Save');
    expect(await violations(sidebar)).toEqual([]);
    expect(stored(sidebar)).toEqual([AS_APP]);

    await goBack(sidebar);
    await sidebar.view.getByText('You ask as the Chat app.').waitFor();
    await ask(sidebar, launch, '100000000000000000002');
    await (await card(sidebar)).getByText('Details', { exact: true }).click();
    expect(await sidebar.view.getByText(/, as the Chat app$/).count()).toBe(1);
    expect(await violations(sidebar)).toEqual([]);

    const again = await openSidebar({ environment: sidebar.environment });
    await openPageOf(again, 'settings');
    expect(await again.view.getByRole('radio', { name: /^The Chat app/ }).isChecked()).toBe(true);
    await again.view.getByRole('radio', { name: /^You/ }).check();
    await button(again, 'Save').click();
    await again.view.getByText('Saved. In this sheet you ask as you.').waitFor();
    expect(stored(again)).toMatchObject([{ as: 'user', confirmed: false }]);
  });

  test('has to be confirmed for itself', async () => {
    const sidebar = await openSidebar();
    await choose(sidebar, 'The Chat app');
    await confirmation(sidebar).check();
    await choose(sidebar, 'Workspace admin');
    expect(await confirmation(sidebar).isChecked()).toBe(false);
  });
});

describe('a service account', () => {
  test('with a typo is refused with what was typed', async () => {
    const sidebar = await openSidebar();
    await choose(sidebar, 'The Chat app');
    await accountField(sidebar).fill('rollcall@gmail.com');
    await confirmation(sidebar).check();
    await button(sidebar, 'Save').click();
    await sidebar.view.getByRole('heading', { name: '“rollcall@gmail.com” is not the address' }).waitFor();
    expect(await accountField(sidebar).inputValue()).toBe('rollcall@gmail.com');
  });

  test('is never given as a key: a pasted one is taken off the field at once and does not leave the page', async () => {
    const sidebar = await openSidebar();
    await choose(sidebar, 'The Chat app');
    await accountField(sidebar).fill(KEY);
    await sidebar.view.getByRole('heading', { name: 'This is a private key. It was not stored' }).waitFor();
    expect((await said(sidebar)).assertive).toBe('This is a private key. It was not stored.');
    expect(await accountField(sidebar).inputValue()).toBe('');
    expect(await sidebar.view.getByRole('link', { name: /service accounts/ }).count()).toBe(1);
    expect(await sidebar.frame.locator('#root').innerHTML()).not.toContain('MII');
    expect(sidebar.calls).not.toContain('sidebarSaveSettings');
    expect(await violations(sidebar)).toEqual([]);
  });
});

test('settings that could not be saved stay as they were chosen', async () => {
  const sidebar = await openExtended();
  await choose(sidebar, 'Workspace admin');
  await confirmation(sidebar).check();
  sidebar.fail('sidebarSaveSettings', { name: 'NetworkError', message: 'Connection failure due to HTTP 0' });
  await button(sidebar, 'Save').click();
  await sidebar.view.getByRole('heading', { name: 'The sidebar lost its connection' }).waitFor();
  expect(await confirmation(sidebar).isChecked()).toBe(true);
});

test('in Japanese the warning and the lines are there as well', async () => {
  const sidebar = await openSidebar({ scenario: { locale: 'ja' } }, { locale: 'ja-JP' });
  await openPageOf(sidebar, 'settings', 'ja');
  await sidebar.view.getByRole('radio', { name: /^Workspace 管理者/ }).check();
  await sidebar.view.getByText(/^このシートを編集できる人はスクリプトも編集できます/).waitFor();
  await sidebar.view.getByRole('checkbox').check();
  await button(sidebar, '保存').click();
  await sidebar.view.getByText('appsscript.json の oauthScopes に追加する行：').waitFor();
  expect(await violations(sidebar)).toEqual([]);
});

describe('removing Rollcall from the sheet', () => {
  test('shows what would go, and takes it once that is confirmed', async () => {
    const sidebar = await openSidebar();
    await ask(sidebar, launch, 'hana.sato@orchard.example');
    await card(sidebar);
    await button(sidebar, WORDS.en.answer.writeMemberships).click();
    await sidebar.view.getByText(/Written to/).waitFor();
    await openPageOf(sidebar, 'settings');
    await button(sidebar, WORDS.en.erase.look).click();
    await sidebar.view.getByText('The tab “Memberships”').waitFor();
    expect(await violations(sidebar)).toEqual([]);
    const names = () => sidebar.environment.emulator.spreadsheet.tabs().map(({ name }) => name);
    expect(names()).toContain('Memberships');
    await button(sidebar, WORDS.en.erase.erase).click();
    await sidebar.view.getByText(WORDS.en.erase.erased).waitFor();
    expect(names()).not.toContain('Memberships');
  });
});

test('dark colours are chosen in the menu and kept', async () => {
  const sidebar = await openSidebar({}, { dark: true });
  const ground = ({ frame }: Sidebar) =>
    frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await ground(sidebar)).toBe('rgb(255, 255, 255)');
  await openPageOf(sidebar, 'dark');
  await ask(sidebar, launch, 'lena.fischer@orchard.example');
  await card(sidebar);
  expect(await ground(sidebar)).toBe('rgb(27, 28, 31)');
  expect(await violations(sidebar)).toEqual([]);
  const again = await openSidebar({ environment: sidebar.environment });
  await again.frame.getByRole('tablist').waitFor();
  expect(await ground(again)).toBe('rgb(27, 28, 31)');
});

test('a table is exported as a file, and its text can be copied', async () => {
  const sidebar = await openSidebar({}, { clipboard: true });
  await openPageOf(sidebar, 'exportCsv');
  await sidebar.view.getByText(WORDS.en.exportCsv.none).waitFor();
  await goBack(sidebar);
  await ask(sidebar, launch, 'hana.sato@orchard.example');
  await card(sidebar);
  await button(sidebar, WORDS.en.answer.writeMemberships).click();
  await sidebar.view.getByText(/Written to/).waitFor();
  await openPageOf(sidebar, 'exportCsv');
  await button(sidebar, WORDS.en.exportCsv.save('Memberships')).click();
  const link = sidebar.view.getByRole('link', { name: /^Download/ });
  await link.waitFor();
  expect(await link.getAttribute('download')).toMatch(/\.csv$/);
  await button(sidebar, 'Copy').click();
  await button(sidebar, 'Copied').waitFor();
  const text = await sidebar.page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('hana.sato@orchard.example');
  expect(await violations(sidebar)).toEqual([]);
});
