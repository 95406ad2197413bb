/** The view of one question, in a browser. */
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { Workspace } from '../emulator/workspace/workspace';
import { inventedWorkspace, SPACES } from '../emulator/workspace/invented';
import { grantAll, openEnvironment } from '../emulator.testing';
import { ask, button, card, closeAll, closeSidebars, NAMES, openSidebar, PEOPLE } from './session.testing';
import { TEXTS } from '../features/answers.testing';
import { focused, said, violations } from './page.testing';

const { launch, elsewhere, lab } = SPACES;

afterEach(closeSidebars);
afterAll(closeAll);

describe.each(['en', 'ja'] as const)('in %s an answer', (locale) => {
  test.each([
    [PEOPLE.owner, launch, 'member'],
    [PEOPLE.invited, launch, 'invited'],
    [PEOPLE.absent, launch, 'notDirectMember'],
    [PEOPLE.absent, elsewhere, 'unchecked'],
  ] as const)('about %s in %s is said, shown, heard and gets the focus', async (member, space, kind) => {
    const sidebar = await openSidebar({ scenario: { locale } });
    await ask(sidebar, space, member, locale);
    const answer = await card(sidebar);
    const verdict = TEXTS[locale].verdicts[kind];
    const sentence = (await answer.locator('.sentence').textContent()) ?? '';
    expect(await answer.locator('.verdict').textContent()).toBe(verdict);
    expect((await said(sidebar)).polite).toBe(sentence);
    expect(await focused(sidebar)).toMatch(new RegExp(`: ${verdict}$`));
    expect(await sidebar.frame.locator('html').getAttribute('lang')).toBe(locale);
    if (locale === 'ja') expect(await violations(sidebar)).toEqual([]);
    expect(sidebar.errors).toEqual([]);
  });
});

test('each verdict has a sign of its own beside its word, so that colour is not needed to tell them apart', async () => {
  const sidebar = await openSidebar();
  const signs = new Set<string>();
  for (const [member, space] of [
    [PEOPLE.owner, launch],
    [PEOPLE.invited, launch],
    [PEOPLE.absent, launch],
    [PEOPLE.absent, elsewhere],
  ] as const) {
    await ask(sidebar, space, member);
    signs.add((await (await card(sidebar)).locator('.verdict path').getAttribute('d')) ?? '');
  }
  expect(signs.size).toBe(4);
});

test('while Google is asked the button keeps its focus and a second press does nothing', async () => {
  const sidebar = await openSidebar();
  await sidebar.view.getByLabel('Space', { exact: true }).fill(launch);
  await sidebar.view.getByLabel('Member', { exact: true }).fill(PEOPLE.owner);
  const release = sidebar.hold('sidebarLookUp');
  const lookUp = button(sidebar, 'Look up');
  await lookUp.click();
  await lookUp.press('Enter');
  expect(await lookUp.getAttribute('aria-disabled')).toBe('true');
  expect(await focused(sidebar)).toBe('Look up');
  expect((await said(sidebar)).polite).toBe('Asking Google Chat…');
  expect(await violations(sidebar)).toEqual([]);
  await release();
  await card(sidebar);
  expect(sidebar.calls.filter((name) => name === 'sidebarLookUp')).toHaveLength(1);
  expect(await lookUp.getAttribute('aria-disabled')).toBeNull();
});

test('of two questions the one asked last wins, even when its answer comes first', async () => {
  const sidebar = await openSidebar();
  const release = sidebar.hold('sidebarLookUp');
  await ask(sidebar, launch, PEOPLE.owner);
  await ask(sidebar, launch, PEOPLE.invited);
  const answer = await card(sidebar);
  expect(await answer.locator('.verdict').textContent()).toBe(TEXTS.en.verdicts.invited);
  await release();
  expect(await answer.locator('.sentence').textContent()).toContain(PEOPLE.invited);
});

test('an answer does not take the focus from somebody who types on', async () => {
  const sidebar = await openSidebar();
  const release = sidebar.hold('sidebarLookUp');
  await ask(sidebar, launch, PEOPLE.owner);
  await sidebar.view.getByLabel('Space', { exact: true }).focus();
  await release();
  await card(sidebar);
  expect(await focused(sidebar)).toBe('Space');
});

test('what Google answered can be read in full, by keyboard', async () => {
  const sidebar = await openSidebar();
  await ask(sidebar, launch, PEOPLE.owner);
  await card(sidebar);
  await sidebar.view.getByText('Raw answer of Google').press('Enter');
  const raw = await sidebar.view.getByLabel('Raw answer of Google').textContent();
  expect(JSON.parse(raw ?? '')).toMatchObject({ role: 'ROLE_MANAGER', state: 'JOINED' });
  expect(await violations(sidebar)).toEqual([]);
});

describe('an answer is written to the sheet', () => {
  test('and the page says where; the question is at hand from then on', async () => {
    const sidebar = await openSidebar();
    await ask(sidebar, launch, PEOPLE.outsider);
    await card(sidebar);
    await button(sidebar, 'Write to sheet').press('Enter');
    const where = sidebar.view.getByText('Written to the tab “Memberships”, row 2.');
    await where.waitFor();
    expect((await said(sidebar)).polite).toBe('Written to the tab “Memberships”, row 2.');
    expect(await focused(sidebar)).toBe('Write to sheet');
    expect(sidebar.environment.emulator.spreadsheet.display('Memberships')[1]).toContain('Jonas Lindqvist');
    await button(sidebar, 'Write to sheet').click();
    await sidebar.view.getByText('Updated in the tab “Memberships”, row 2.').waitFor();
    expect(await sidebar.view.getByRole('listitem').count()).toBe(1);
    expect(await violations(sidebar)).toEqual([]);
  });

  test('in Japanese', async () => {
    const sidebar = await openSidebar({ scenario: { locale: 'ja' } }, { locale: 'ja-JP' });
    await ask(sidebar, launch, PEOPLE.outsider, 'ja');
    await card(sidebar);
    await button(sidebar, NAMES.ja.write).click();
    await sidebar.view.getByText('タブ「Memberships」の 2 行目に書き込みました。').waitFor();
  });

  test('or it says why it could not be', async () => {
    const sidebar = await openSidebar();
    sidebar.environment.emulator.spreadsheet.addTab('Memberships', [['Fruit', 'Kilos']]);
    await ask(sidebar, launch, PEOPLE.outsider);
    await card(sidebar);
    await button(sidebar, 'Write to sheet').click();
    await sidebar.view.getByText('The tab “Memberships” holds another table.').waitFor();
    expect((await said(sidebar)).assertive).toBe('The tab “Memberships” holds another table.');
    expect(await violations(sidebar)).toEqual([]);
  });
});

describe('an answer is copied', () => {
  test('with its sentence and fields', async () => {
    const sidebar = await openSidebar({}, { clipboard: true });
    await ask(sidebar, launch, PEOPLE.owner);
    const sentence = await (await card(sidebar)).locator('.sentence').textContent();
    await button(sidebar, 'Copy').click();
    await sidebar.view.getByText('Copied.').waitFor();
    const text = await sidebar.frame.evaluate(() => navigator.clipboard.readText());
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([sentence, 'Name: 佐藤 花', 'Role: Owner', 'Asked as: You']),
    );
  });

  test('so that no name becomes a formula or another cell where it is pasted', async () => {
    const workspace = inventedWorkspace();
    const displayName = '=HYPERLINK("https://evil.example")\t=1+1\n＝1+1';
    const people = workspace.people.map((person) =>
      person.email === PEOPLE.outsider ? { ...person, displayName } : person,
    );
    const sidebar = await openSidebar({ workspace: { ...workspace, people } }, { clipboard: true });
    await ask(sidebar, launch, PEOPLE.outsider);
    await card(sidebar);
    await button(sidebar, 'Copy').click();
    await sidebar.view.getByText('Copied.').waitFor();
    const text = await sidebar.frame.evaluate(() => navigator.clipboard.readText());
    const [sentence = '', , ...fields] = text.split('\n');
    expect(sentence).toMatch(/^'=HYPERLINK/);
    expect(fields).toHaveLength((await sidebar.view.locator('dl.fields dt').count()) + 2);
    expect(fields).toContain('Name: =HYPERLINK("https://evil.example") =1+1 ＝1+1');
    for (const cell of text.split(/[\t\n]/)) expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/);
  });

  test('by the person’s own keys where the frame may not use the clipboard', async () => {
    const sidebar = await openSidebar();
    await ask(sidebar, launch, PEOPLE.owner);
    await card(sidebar);
    await button(sidebar, 'Copy').click();
    const text = sidebar.view.getByLabel('Text to copy');
    await text.waitFor();
    const selected = await sidebar.frame.evaluate(() => {
      const area = document.activeElement as HTMLTextAreaElement;
      return area.value.slice(area.selectionStart, area.selectionEnd);
    });
    expect(selected).toBe(await text.inputValue());
    expect(selected).toContain('Name: 佐藤 花');
    expect((await said(sidebar)).polite).toContain('Ctrl+C');
    expect(await violations(sidebar)).toEqual([]);
  });
});

test('the last questions of the sheet are at hand: a press fills in the fields and asks again', async () => {
  const sidebar = await openSidebar();
  for (const member of [PEOPLE.owner, PEOPLE.invited]) {
    await ask(sidebar, launch, member);
    await sidebar.view.locator('.sentence', { hasText: member }).waitFor();
    await button(sidebar, 'Write to sheet').click();
    await sidebar.view.getByText(/Written/).waitFor();
  }
  const again = await openSidebar({ environment: sidebar.environment });
  const recent = again.view.getByRole('button', { name: /^Ask again/ });
  await recent.first().waitFor();
  expect(await recent.allTextContents()).toEqual([
    expect.stringContaining(PEOPLE.invited),
    expect.stringContaining(PEOPLE.owner),
  ]);
  expect(await violations(again)).toEqual([]);
  await recent.nth(1).click();
  expect(await (await card(again)).locator('.verdict').textContent()).toBe(TEXTS.en.verdicts.member);
  expect(await again.view.getByLabel('Member', { exact: true }).inputValue()).toBe(PEOPLE.owner);
});

describe('a problem', () => {
  test.each([
    ['', '', 'There is no question yet.'],
    ['https://chat.google.com/#chat/home', PEOPLE.owner, 'This link does not lead to a space.'],
    ['', PEOPLE.owner, 'No space is named.'],
  ])('with %j and %j is explained and gets the focus', async (space, member, happened) => {
    const sidebar = await openSidebar();
    await ask(sidebar, space, member);
    await sidebar.view.getByRole('heading', { name: happened }).waitFor();
    expect(await focused(sidebar)).toBe(happened);
    expect((await said(sidebar)).assertive).toBe(happened);
    for (const text of ['What to do', 'You can do this yourself.']) {
      expect(await sidebar.view.getByText(text).count()).toBe(1);
    }
    expect(await violations(sidebar)).toEqual([]);
  });

  test('names who can solve it and leads to the exact page, in a new tab', async () => {
    const sidebar = await openSidebar({ scenario: { faultPresets: ['chat-api-off'] } });
    await ask(sidebar, launch, PEOPLE.owner);
    const link = sidebar.view.getByRole('link', { name: /Open the Chat API in the Cloud console/ });
    await link.waitFor();
    expect(await link.getAttribute('href')).toMatch(
      /^https:\/\/console\.[^ ]+chat\.googleapis\.com.*project=\d+$/,
    );
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await sidebar.view.getByText('An owner of the Cloud project can do this.').count()).toBe(1);
  });

  test('whose cause is uncertain shows Google’s own words', async () => {
    const sidebar = await openSidebar();
    await ask(sidebar, elsewhere, PEOPLE.absent);
    await card(sidebar);
    expect(await sidebar.view.getByText("Google's own words").count()).toBe(1);
    expect(await sidebar.view.locator('blockquote').textContent()).not.toBe('');
  });
});

test('hostile names are text, whatever they look like', async () => {
  const workspace = inventedWorkspace();
  const sidebar = await openSidebar({ workspace });
  const hostile = workspace.people.filter(({ email }) => email?.endsWith('@outside.example'));
  expect(hostile.length).toBeGreaterThan(8);
  for (const { email = '', displayName = '' } of hostile) {
    await ask(sidebar, lab, email);
    await sidebar.view.getByText(email, { exact: true }).waitFor();
    const name = (await (await card(sidebar)).locator('.name').textContent()) ?? '';
    const visible = displayName.replace(/[\t\u202e\u200b]/g, '').slice(0, 100);
    expect(name).toContain(visible);
    expect(await sidebar.view.locator('.name bdi').count()).toBe(1);
  }
  expect(await sidebar.view.locator('img, a[href*=evil]').count()).toBe(0);
  expect(sidebar.requests).toEqual([]);
  expect(sidebar.errors).toEqual([]);
});

describe('the picture of a member', () => {
  const pictured = (avatarUrl: string): Workspace => {
    const workspace = inventedWorkspace();
    const people = workspace.people.map((person) =>
      person.email === PEOPLE.outsider ? { ...person, avatarUrl } : person,
    );
    return { ...workspace, people };
  };

  test.each(['lh3', 'lh6'])(
    'is the only thing that the page loads, and tells %s nothing about the sheet',
    async (host) => {
      const url = `https://${host}.googleusercontent.com/a/jonas`;
      const sidebar = await openSidebar({ workspace: pictured(url) });
      const asked = sidebar.page.waitForRequest(url);
      await ask(sidebar, launch, PEOPLE.outsider);
      const picture = (await card(sidebar)).locator('img');
      await asked;
      expect(await picture.getAttribute('referrerpolicy')).toBe('no-referrer');
      expect(sidebar.requests).toEqual([url]);
      expect(await violations(sidebar)).toEqual([]);
    },
  );

  test.each([
    'https://pictures.example/ada.png',
    'http://lh3.googleusercontent.com/a/jonas',
    'https://googleusercontent.com.evil.example/a',
    'https://ci3.googleusercontent.com/proxy/a',
    'https://lh2.googleusercontent.com/a/jonas',
    'https://lh7.googleusercontent.com/a/jonas',
    'https://lh3.googleusercontent.com:8443/a/jonas',
    'https://x.lh3.googleusercontent.com/a/jonas',
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
  ])('of any other address is not loaded: %s', async (url) => {
    const sidebar = await openSidebar({ workspace: pictured(url) });
    await ask(sidebar, launch, PEOPLE.outsider);
    expect(await (await card(sidebar)).locator('.avatar').textContent()).toBe('JL');
    expect(sidebar.requests).toEqual([]);
  });

  test('that cannot be had gives way to the initials', async () => {
    const workspace = pictured('https://lh3.googleusercontent.com/a/gone');
    const sidebar = await openSidebar({ workspace }, { pictures: false });
    await ask(sidebar, launch, PEOPLE.outsider);
    await (await card(sidebar)).getByText('JL', { exact: true }).waitFor();
  });
});

test('everything can be done by keyboard alone', async () => {
  const sidebar = await openSidebar();
  const { keyboard } = sidebar.page;
  await sidebar.frame.getByRole('tab', { name: 'Ask' }).focus();
  await keyboard.press('Tab');
  await keyboard.type(launch);
  await keyboard.press('Tab');
  await keyboard.type(PEOPLE.invited);
  await keyboard.press('Tab');
  expect(await focused(sidebar)).toBe('Look up');
  await keyboard.press('Space');
  await card(sidebar);
  await keyboard.press('Tab');
  expect(await focused(sidebar)).toBe('Write to sheet');
  await keyboard.press('Enter');
  await sidebar.view.getByText(/^Written/).waitFor();
  await keyboard.press('Tab');
  expect(await focused(sidebar)).toBe('Copy');
});

test('the question that is selected in the sheet stands in the fields', async () => {
  const environment = await openEnvironment();
  grantAll(environment);
  environment.emulator.spreadsheet.addTab('Team', [
    ['Space', 'Who'],
    [launch, PEOPLE.invited],
  ]);
  environment.emulator.spreadsheet.select('Team', ['A2:B2']);
  const sidebar = await openSidebar({ environment });
  await button(sidebar, 'Look up').press('Enter');
  expect(await (await card(sidebar)).locator('.verdict').textContent()).toBe(TEXTS.en.verdicts.invited);
});
