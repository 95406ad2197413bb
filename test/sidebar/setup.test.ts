/** The view of the set-up check, in a browser. */
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { pageCatalogueFor } from '../../src/core/locales/page-catalogue';
import { SPACES } from '../emulator/workspace/invented';
import {
  button,
  closeAll,
  closeSidebars,
  goBack,
  openPageOf,
  openSidebar,
  WORDS,
  type Sidebar,
} from './session.testing';
import { heard, focused, NO_CONNECTION, OTHER_ACCOUNT, said, violations } from './page.testing';

const { launch } = SPACES;

afterEach(closeSidebars);
afterAll(closeAll);

async function check(sidebar: Sidebar): Promise<void> {
  await openPageOf(sidebar, 'setup');
  await sidebar.view.getByRole('heading').first().waitFor();
}

/** Titles of the probes that are open, with their state, and of those that are folded. */
async function probes({ view }: Sidebar): Promise<readonly string[]> {
  return await view.locator('.probe-title, .probe li b').allTextContents();
}

test('what works is folded, heard, and a space can be tested', async () => {
  const sidebar = await openSidebar();
  const release = sidebar.hold('sidebarCheckSetup');
  await openPageOf(sidebar, 'setup');
  await sidebar.view.getByText(WORDS.en.setup.busy).waitFor();
  expect(await focused(sidebar)).toBe(WORDS.en.setup.title);
  await release();
  await sidebar.view.locator('.probes').waitFor();
  const { probes: titles } = pageCatalogueFor('en').setup;
  expect(await probes(sidebar)).toEqual(
    expect.arrayContaining([titles.account.title, titles.memberships.title, titles.admin.title]),
  );
  expect(await sidebar.view.locator('details[open]').count()).toBe(0);
  await heard(sidebar, WORDS.en.setup.needWorks);
  expect((await said(sidebar)).polite).toContain(WORDS.en.setup.needWorks);
  expect(await violations(sidebar)).toEqual([]);
  await sidebar.view.getByLabel(WORDS.en.setup.test).fill(launch);
  await button(sidebar, WORDS.en.setup.testSubmit).click();
  await sidebar.view
    .locator('.probe.failed, .probe li b', { hasText: titles.space.title })
    .waitFor({ state: 'attached' });
  await goBack(sidebar);
  await sidebar.frame.getByRole('tab', { name: 'Ask', selected: true }).waitFor();
});

test('what failed says why, what to do, who can do it and where', async () => {
  const sidebar = await openSidebar({ scenario: { faultPresets: ['chat-api-off'] } });
  await check(sidebar);
  await sidebar.view.locator('.probes').waitFor();
  expect((await probes(sidebar))[0]).toBe('Google Chat API: Failed');
  await heard(sidebar, WORDS.en.setup.failures(1));
  expect((await said(sidebar)).polite).toContain(WORDS.en.setup.failures(1));
  const failed = sidebar.view.locator('.probe.failed');
  await failed.getByText('An owner of the Cloud project can do this.').waitFor();
  expect(await failed.getByRole('link').getAttribute('href')).toMatch(/^https:\/\/console\./);
  expect(await violations(sidebar)).toEqual([]);
});

test('the report is copied as text for the person who must fix it, without anybody’s address', async () => {
  const sidebar = await openSidebar({ scenario: { faultPresets: ['chat-api-off'] } }, { clipboard: true });
  await check(sidebar);
  await button(sidebar, 'Copy as text').click();
  await button(sidebar, 'Copied').waitFor();
  const text = await sidebar.page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^Rollcall: set-up check\n/);
  expect(text).toContain('Failed: Google Chat API');
  expect(text).not.toContain('@');
});

test('a report about a problem is this check, with what to do with it', async () => {
  const sidebar = await openSidebar();
  await openPageOf(sidebar, 'report');
  await sidebar.view.getByText(WORDS.en.setup.reportText).waitFor();
  await button(sidebar, WORDS.en.setup.copy).waitFor();
  await sidebar.view.getByText(/^Rollcall \d+\.\d+\.\d+ · build [0-9a-f]{12}$/).waitFor();
  expect(await violations(sidebar)).toEqual([]);
});

test.each([
  ['en', 'en-US', 'Several Google accounts are signed in'],
  ['ja', 'ja-JP', '複数の Google アカウント'],
] as const)(
  'several accounts in one browser are told by the page itself: %s',
  async (language, locale, why) => {
    const sidebar = await openSidebar({ scenario: { locale: language } }, { locale });
    sidebar.fail('sidebarCheckSetup', OTHER_ACCOUNT);
    await openPageOf(sidebar, 'setup', language);
    await sidebar.view.locator('.probe.failed').waitFor();
    expect(await probes(sidebar)).toHaveLength(1);
    expect(await sidebar.view.getByText(why).count()).toBeGreaterThan(0);
    expect(await violations(sidebar)).toEqual([]);
  },
);

test('a lost connection proves nothing: it is told, and the check can be made again', async () => {
  const sidebar = await openSidebar();
  const restore = sidebar.fail('sidebarCheckSetup', NO_CONNECTION);
  await check(sidebar);
  await sidebar.view.getByRole('heading', { name: 'The sidebar lost its connection' }).waitFor();
  expect(await sidebar.view.locator('.probe').count()).toBe(0);
  restore();
  await button(sidebar, 'Try again').click();
  await sidebar.view.locator('.probe').first().waitFor();
});
