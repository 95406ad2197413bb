/** The view of the set-up check, in a browser. */
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { catalogueFor } from '../../src/core/locales/catalogue';
import { SPACES } from '../emulator/workspace/invented';
import { button, chooseView, closeAll, closeSidebars, openSidebar, type Sidebar } from './session.testing';
import { focused, NO_CONNECTION, OTHER_ACCOUNT, said, violations } from './page.testing';

const { launch } = SPACES;

afterEach(closeSidebars);
afterAll(closeAll);

async function check(sidebar: Sidebar, space = ''): Promise<void> {
  await chooseView(sidebar, 'Set-up check');
  await sidebar.view.getByLabel('Space (optional)').fill(space);
  await button(sidebar, 'Check').click();
  await sidebar.view.getByRole('heading', { level: 3 }).first().waitFor();
}

/** Each probe as it is shown: its title, its state in a word. */
async function probes({ view }: Sidebar): Promise<Readonly<Record<string, string>>> {
  const titles = await view.locator('.probe > div > .main').allTextContents();
  const states = await view.locator('.probe > div > p > strong').allTextContents();
  return Object.fromEntries(titles.map((title, index) => [title, states[index] ?? '']));
}

test('what is proven is shown, heard, and gets the focus', async () => {
  const sidebar = await openSidebar();
  await check(sidebar, launch);
  const titles = catalogueFor('en').setup.probes;
  expect(await probes(sidebar)).toMatchObject({
    [titles.account.title]: 'Proven',
    [titles.memberships.title]: 'Proven',
    [titles.chatApi.title]: 'Proven',
    [titles.space.title]: 'Proven',
    [titles.admin.title]: 'Not needed',
  });
  expect((await said(sidebar)).polite).toBe('Nothing failed.');
  expect(await focused(sidebar)).toBe('Result: Nothing failed.');
  expect(await violations(sidebar)).toEqual([]);
});

test('what failed says why, what to do, who can do it and where', async () => {
  const sidebar = await openSidebar({ scenario: { faultPresets: ['chat-api-off'] } });
  await check(sidebar);
  expect(await probes(sidebar)).toMatchObject({ 'Google Chat API': 'Failed' });
  expect((await said(sidebar)).polite).toBe('1 check failed.');
  const failed = sidebar.view.locator('.probe.failed');
  await failed.getByText('An owner of the Cloud project can do this.').waitFor();
  expect(await failed.getByRole('link').getAttribute('href')).toMatch(/^https:\/\/console\./);
  expect(await violations(sidebar)).toEqual([]);
});

test('the report is copied as text for the person who must fix it, without anybody’s address', async () => {
  const sidebar = await openSidebar({ scenario: { faultPresets: ['chat-api-off'] } }, { clipboard: true });
  await check(sidebar);
  await button(sidebar, 'Copy as text').click();
  await sidebar.view.getByText('Copied.').waitFor();
  const text = await sidebar.frame.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^Rollcall: set-up check\n/);
  expect(text).toContain('Failed: Google Chat API');
  expect(text).not.toContain('@');
});

test('while it is checked the button says so, and a second press does nothing', async () => {
  const sidebar = await openSidebar();
  const release = sidebar.hold('sidebarCheckSetup');
  await chooseView(sidebar, 'Set-up check');
  await button(sidebar, 'Check').click();
  const busy = button(sidebar, 'Checking…');
  await busy.press('Enter');
  expect(await busy.getAttribute('aria-disabled')).toBe('true');
  expect(await focused(sidebar)).toBe('Checking…');
  expect(await violations(sidebar)).toEqual([]);
  await release();
  await sidebar.view.locator('.probe').first().waitFor();
  expect(sidebar.calls.filter((name) => name === 'sidebarCheckSetup')).toHaveLength(1);
});

test.each([
  ['en', 'en-US', 'Several Google accounts are signed in'],
  ['ja', 'ja-JP', '複数の Google アカウント'],
] as const)(
  'several accounts in one browser are told by the page itself: %s',
  async (language, locale, why) => {
    const sidebar = await openSidebar({ scenario: { locale: language } }, { locale });
    sidebar.fail('sidebarCheckSetup', OTHER_ACCOUNT);
    await chooseView(sidebar, language === 'en' ? 'Set-up check' : '設定の確認');
    await sidebar.view.getByRole('button').press('Enter');
    await sidebar.view.locator('.probe.failed').waitFor();
    expect(Object.keys(await probes(sidebar))).toEqual([catalogueFor(language).setup.probes.account.title]);
    expect(await sidebar.view.getByText(why).count()).toBeGreaterThan(0);
    expect(await violations(sidebar)).toEqual([]);
  },
);

test('a lost connection proves nothing: it is told, and the check can be made again', async () => {
  const sidebar = await openSidebar();
  const restore = sidebar.fail('sidebarCheckSetup', NO_CONNECTION);
  await check(sidebar);
  expect(await focused(sidebar)).toBe('The sidebar lost its connection.');
  expect(await sidebar.view.locator('.probe').count()).toBe(0);
  restore();
  await button(sidebar, 'Check').click();
  await sidebar.view.locator('.probe').first().waitFor();
});
