/** How the sidebar opens, in a browser: its language, its first view, refused permissions, and when the script does not answer. */
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { SPACES } from '../emulator/workspace/invented';
import { withManifest } from '../features/front-door.testing';
import {
  ask,
  button,
  card,
  chooseView,
  closeAll,
  closeSidebars,
  goBack,
  openPageOf,
  openSidebar,
  PEOPLE,
  WORDS,
} from './session.testing';
import { focused, NO_CONNECTION, OTHER_ACCOUNT, heard, said, violations } from './page.testing';

const { launch } = SPACES;

afterEach(closeSidebars);
afterAll(closeAll);

describe('the language', () => {
  test('is the browser’s until the script has told the person’s', async () => {
    let release = (): Promise<void> => Promise.resolve();
    const sidebar = await openSidebar(
      { scenario: { locale: 'en' } },
      { locale: 'ja-JP', prepare: ({ hold }) => (release = hold('sidebarStart')) },
    );
    await sidebar.frame.getByText('Rollcall を開いています…').waitFor();
    expect(await sidebar.frame.locator('html').getAttribute('lang')).toBe('ja');
    expect(await violations(sidebar)).toEqual([]);
    await release();
    await sidebar.frame.getByRole('tab', { name: 'Ask' }).waitFor();
    expect(await sidebar.frame.locator('html').getAttribute('lang')).toBe('en');
  });
});

describe('the first view', () => {
  test.each([
    ['showSidebar', 'Ask'],
    ['lookUpSelectedRows', 'Selected rows'],
  ] as const)('after the menu’s %s is %s', async (item, tab) => {
    const { frame } = await openSidebar({}, { item });
    await frame.getByRole('tab', { name: tab, selected: true }).waitFor();
  });

  test('after the menu’s checkSetup is the check, which begins at once', async () => {
    const sidebar = await openSidebar({}, { item: 'checkSetup' });
    await sidebar.view.locator('.probes').waitFor();
  });

  test('is left and found again with the arrow keys, and keeps what was typed', async () => {
    const sidebar = await openSidebar();
    const { keyboard } = sidebar.page;
    await sidebar.view.getByLabel('Space', { exact: true }).fill(launch);
    await sidebar.frame.getByRole('tab', { name: 'Ask' }).focus();
    for (const [key, tab] of [
      ['ArrowLeft', 'Selected rows'],
      ['ArrowRight', 'Ask'],
      ['End', 'Selected rows'],
      ['Home', 'Ask'],
    ] as const) {
      await keyboard.press(key);
      expect(await focused(sidebar)).toBe(tab);
      expect(await sidebar.frame.getByRole('tab', { selected: true }).textContent()).toBe(tab);
    }
    expect(await sidebar.view.getByLabel('Space', { exact: true }).inputValue()).toBe(launch);
  });

  test('has a menu for what is needed rarely: arrows move in it, Escape gives the focus back', async () => {
    const sidebar = await openSidebar();
    const { keyboard } = sidebar.page;
    await sidebar.frame.getByRole('button', { name: 'More' }).press('Enter');
    expect(await focused(sidebar)).toBe(WORDS.en.more.setup);
    expect(await violations(sidebar)).toEqual([]);
    await keyboard.press('ArrowUp');
    expect(await focused(sidebar)).toBe(WORDS.en.more.report);
    await keyboard.press('Escape');
    expect(await sidebar.frame.getByRole('menu').count()).toBe(0);
    expect(await sidebar.frame.locator(':focus').getAttribute('aria-label')).toBe('More');
    await openPageOf(sidebar, 'help');
    await sidebar.view.getByText(WORDS.en.help.items.notDirect.question).click();
    expect(await violations(sidebar)).toEqual([]);
  });
});

describe('a script that cannot be reached', () => {
  test.each([
    ['en-US', OTHER_ACCOUNT, 'The sidebar and the sheet use different accounts.', 'Try again'],
    ['ja-JP', OTHER_ACCOUNT, 'サイドバーとシートで使用中のアカウントが異なります。', 'もう一度試す'],
    ['en-US', NO_CONNECTION, 'The sidebar lost its connection.', 'Try again'],
    ['ja-JP', NO_CONNECTION, 'サイドバーの接続が切れました。', 'もう一度試す'],
  ] as const)('is explained in the browser’s language: %s, $name', async (locale, error, happened, retry) => {
    const language = locale.slice(0, 2);
    let restore = (): void => undefined;
    const sidebar = await openSidebar(
      { scenario: { locale: language } },
      { locale, prepare: ({ fail }) => (restore = fail('sidebarStart', error)) },
    );
    const again = sidebar.frame.getByRole('button', { name: retry });
    await again.waitFor();
    expect((await said(sidebar)).assertive).toBe(happened);
    expect(await violations(sidebar)).toEqual([]);
    await again.click();
    await again.waitFor();
    expect(await focused(sidebar)).toBe(happened.replace(/[.。]$/, ''));
    restore();
    await again.click();
    await sidebar.frame.getByRole('tablist').waitFor();
  });

  test('and stays silent gets an explanation after a while', async () => {
    const sidebar = await openSidebar(
      {},
      {
        prepare: async ({ page, hold }) => {
          hold('sidebarStart');
          await page.clock.install();
        },
      },
    );
    await sidebar.frame.getByText('Opening Rollcall…').waitFor();
    expect(await sidebar.frame.getByText(/takes longer than usual/).count()).toBe(0);
    await sidebar.page.clock.runFor(20_000);
    await sidebar.frame.locator('.notice', { hasText: 'several Google accounts' }).waitFor();
  });

  test.each([
    [{ name: 'ScriptError', message: 'Exception: Service error: Nonsense' }, 'Something went wrong'],
    [
      { name: 'ScriptError', message: 'Exception: Service invoked too many times for one day: urlfetch.' },
      'quota',
    ],
  ])('for another reason shows what is known: %j', async (error, happened) => {
    const sidebar = await openSidebar();
    sidebar.fail('sidebarLookUp', error);
    await ask(sidebar, launch, PEOPLE.owner);
    await sidebar.view.getByRole('heading', { name: happened }).waitFor();
    if (happened.startsWith('Something'))
      await sidebar.view.getByText(/Service error: Nonsense/).waitFor({ state: 'attached' });
  });

  test('in mid-question says so, and the question can be asked again', async () => {
    const sidebar = await openSidebar();
    const restore = sidebar.fail('sidebarLookUp', NO_CONNECTION, 'after');
    await ask(sidebar, launch, PEOPLE.invited);
    await sidebar.view.getByRole('heading', { name: 'The sidebar lost its connection' }).waitFor();
    restore();
    await button(sidebar, 'Try again').click();
    await card(sidebar);
  });
});

describe('a permission that was refused', () => {
  test.each([
    ['chat.memberships.readonly', 'reading memberships'],
    ['spreadsheets.currentonly', 'reading and writing this spreadsheet'],
    ['userinfo.email', 'knowing who “me” is'],
    ['script.external_request', 'requests side by side'],
    ['script.scriptapp', 'continuing without the sidebar'],
  ])('%s: what does not work is said, with the page where it is granted', async (scope, feature) => {
    const sidebar = await openSidebar({ scenario: { refusedScopes: [scope] } });
    const banner = sidebar.frame.getByRole('region', { name: 'Some permissions are missing' });
    await banner.getByText(`Not working without them: ${feature}. Everything else works.`).waitFor();
    const link = banner.getByRole('link', { name: /^Allow/ });
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('href')).toMatch(/^https:\/\//);
    await ask(sidebar, launch, PEOPLE.owner);
    if (scope === 'chat.memberships.readonly') {
      await sidebar.view
        .getByText(/A permission is missing for reading memberships/)
        .first()
        .waitFor();
    } else {
      expect(await (await card(sidebar)).locator('.pill').textContent()).toBe('In space');
    }
    expect(await banner.getByRole('button', { name: WORDS.en.rights.lookAgain }).count()).toBe(0);
    await link.evaluate((a) => {
      a.addEventListener('click', (event) => {
        event.preventDefault();
      });
    });
    await link.click();
    sidebar.environment.emulator.setGrant(`https://www.googleapis.com/auth/${scope}`, true);
    await banner.getByRole('button', { name: WORDS.en.rights.lookAgain }).click();
    await banner.waitFor({ state: 'detached' });
    await heard(sidebar, 'All permissions are granted.');
    expect((await said(sidebar)).polite).toBe('All permissions are granted.');
  });

  test('and is still missing is said again; one can go on without it', async () => {
    const sidebar = await openSidebar({ scenario: { refusedScopes: ['userinfo.email'] } });
    const link = sidebar.frame.getByRole('link', { name: /^Allow/ });
    await link.evaluate((a) => {
      a.addEventListener('click', (event) => {
        event.preventDefault();
      });
    });
    await link.click();
    const again = button({ ...sidebar, view: sidebar.frame.locator('body') }, WORDS.en.rights.lookAgain);
    await again.click();
    await sidebar.frame.getByText('1 permission still missing.').waitFor({ state: 'attached' });
    expect(await violations(sidebar)).toEqual([]);
    await sidebar.frame.getByRole('button', { name: WORDS.en.rights.without }).click();
    expect(await sidebar.frame.locator('.banner').count()).toBe(0);
  });
});

test('a permission that the manifest lacks cannot be granted: the line for it is shown instead', async () => {
  const scope = 'https://www.googleapis.com/auth/userinfo.email';
  const { project, remove } = withManifest(({ oauthScopes }) => ({
    oauthScopes: oauthScopes.filter((one) => one !== scope),
  }));
  try {
    const sidebar = await openSidebar({ project });
    const banner = sidebar.frame.getByRole('region', { name: 'Some permissions are missing' });
    await banner.getByText('Add to oauthScopes in appsscript.json:').waitFor();
    expect(await banner.locator('pre').allTextContents()).toEqual([`"${scope}"`]);
    expect(await banner.getByRole('link').count()).toBe(0);
    await ask(sidebar, launch, 'me');
    await sidebar.view.getByText('is not listed in appsscript.json').waitFor();
    expect(await sidebar.view.locator('figure pre').allTextContents()).toEqual([`"${scope}"`]);
    expect(await violations(sidebar)).toEqual([]);
  } finally {
    remove();
  }
});

describe('the look', () => {
  test('keeps still where the system asks for it', async () => {
    const turning = async (reducedMotion: boolean): Promise<string> => {
      const sidebar = await openSidebar({}, { reducedMotion, prepare: ({ hold }) => hold('sidebarStart') });
      await sidebar.frame.getByText('Opening Rollcall…').waitFor();
      return await sidebar.frame
        .locator('.spinner')
        .evaluate((spinner) => getComputedStyle(spinner).animationIterationCount);
    };
    expect(await turning(false)).toBe('infinite');
    expect(await turning(true)).toBe('1');
  });

  test.each([1, 2])(
    'fits into 300 pixels without a scroll bar below, also with text %d times as large',
    async (times) => {
      const sidebar = await openSidebar();
      await sidebar.frame.addStyleTag({ content: `html { font-size: ${81.25 * times}% !important }` });
      const fits = async (): Promise<void> => {
        const width = await sidebar.frame.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(300);
      };
      await fits();
      await ask(sidebar, launch, PEOPLE.owner);
      await card(sidebar);
      await fits();
      await chooseView(sidebar, 'Selected rows');
      await fits();
      for (const page of ['setup', 'settings', 'help'] as const) {
        await openPageOf(sidebar, page);
        await fits();
        await goBack(sidebar);
      }
    },
  );
});
