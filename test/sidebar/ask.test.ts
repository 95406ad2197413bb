/** The view of one question, in a browser. */
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { Workspace } from '../emulator/workspace/workspace';
import { inventedWorkspace, SPACES } from '../emulator/workspace/invented';
import { grantAll, openEnvironment } from '../emulator.testing';
import {
  ask,
  button,
  card,
  closeAll,
  closeSidebars,
  openSidebar,
  PEOPLE,
  WORDS,
  type Sidebar,
} from './session.testing';
import { TEXTS } from '../features/answers.testing';
import { focused, heard, said, violations } from './page.testing';

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
    expect(await answer.locator('.pill').textContent()).toBe(verdict);
    await heard(sidebar, member);
    expect((await said(sidebar)).polite).toContain(member);
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
    signs.add((await (await card(sidebar)).locator('.pill path').getAttribute('d')) ?? '');
  }
  expect(signs.size).toBe(4);
});

test('while Google is asked the form folds, the card waits in its place, and Cancel goes back to the fields', async () => {
  const sidebar = await openSidebar();
  const release = sidebar.hold('sidebarLookUp');
  await ask(sidebar, launch, PEOPLE.owner);
  await sidebar.view.getByText(WORDS.en.answer.asking).waitFor();
  await heard(sidebar, WORDS.en.answer.asking);
  expect(await focused(sidebar)).toBe(PEOPLE.owner);
  expect(await violations(sidebar)).toEqual([]);
  await button(sidebar, 'Cancel').click();
  expect(await focused(sidebar)).toBe('Member');
  expect(await sidebar.view.getByLabel('Member', { exact: true }).inputValue()).toBe(PEOPLE.owner);
  await release();
  expect(await sidebar.view.getByRole('article').count()).toBe(0);
});

test('of two questions the one asked last wins, even when its answer comes first', async () => {
  const sidebar = await openSidebar();
  const release = sidebar.hold('sidebarLookUp');
  await ask(sidebar, launch, PEOPLE.owner);
  await ask(sidebar, launch, PEOPLE.invited);
  const answer = await card(sidebar);
  expect(await answer.locator('.pill').textContent()).toBe(TEXTS.en.verdicts.invited);
  await release();
  expect(await answer.locator('h2').textContent()).toContain(PEOPLE.invited);
});

test('an answer does not take the focus from somebody who has gone on', async () => {
  const sidebar = await openSidebar();
  const release = sidebar.hold('sidebarLookUp');
  await ask(sidebar, launch, PEOPLE.owner);
  await sidebar.frame.getByRole('tab', { name: 'Ask' }).focus();
  await release();
  await card(sidebar);
  expect(await focused(sidebar)).toBe('Ask');
});

test('the question folds to its space and opens again with what was typed, the focus in Member', async () => {
  const sidebar = await openSidebar();
  await ask(sidebar, launch, PEOPLE.owner);
  await card(sidebar);
  expect(await sidebar.view.getByLabel('Space', { exact: true }).count()).toBe(0);
  expect(await sidebar.view.locator('.asked').getByRole('link').getAttribute('href')).toMatch(
    /^https:\/\/chat\.google\.com\//,
  );
  await button(sidebar, WORDS.en.answer.changeLabel).click();
  expect(await focused(sidebar)).toBe('Member');
  expect(await sidebar.view.getByLabel('Space', { exact: true }).inputValue()).toBe(launch);
  expect(await sidebar.view.getByLabel('Member', { exact: true }).inputValue()).toBe(PEOPLE.owner);
});

test('what Google answered can be read in full, by keyboard', async () => {
  const sidebar = await openSidebar();
  await ask(sidebar, launch, PEOPLE.owner);
  await card(sidebar);
  await sidebar.view.getByText('Details', { exact: true }).press('Enter');
  await sidebar.view.getByText(WORDS.en.answer.raw).press('Enter');
  const raw = await sidebar.view.getByLabel(WORDS.en.answer.raw).textContent();
  expect(JSON.parse(raw ?? '')).toMatchObject({ role: 'ROLE_MANAGER', state: 'JOINED' });
  expect(await violations(sidebar)).toEqual([]);
});

describe('an answer is written to the sheet', () => {
  test('and the page says where; the question is at hand from then on', async () => {
    const sidebar = await openSidebar();
    await ask(sidebar, launch, PEOPLE.outsider);
    await card(sidebar);
    await button(sidebar, 'Write to Memberships').press('Enter');
    await sidebar.view.getByText('Written to Memberships, row 2.').waitFor();
    await heard(sidebar, 'Written to Memberships, row 2.');
    expect((await said(sidebar)).polite).toBe('Written to Memberships, row 2.');
    const { spreadsheet } = sidebar.environment.emulator;
    expect(spreadsheet.display('Memberships')[1]).toContain('Jonas Lindqvist');
    await button(sidebar, 'Show').click();
    expect(await violations(sidebar)).toEqual([]);
    await button(sidebar, WORDS.en.answer.changeLabel).click();
    await sidebar.view.getByRole('button', { name: /^Ask again: Jonas Lindqvist/ }).waitFor();
  });

  test('and taken back with Undo', async () => {
    const sidebar = await openSidebar();
    await ask(sidebar, launch, PEOPLE.outsider);
    await card(sidebar);
    await button(sidebar, 'Write to Memberships').click();
    await button(sidebar, 'Undo').click();
    await sidebar.view.getByText(WORDS.en.answer.undone).waitFor();
    expect(sidebar.environment.emulator.spreadsheet.display('Memberships')[1]?.join('') ?? '').toBe('');
    expect(await button(sidebar, 'Write to Memberships').count()).toBe(1);
    expect(await violations(sidebar)).toEqual([]);
  });

  test('beside the question that was selected, and the button says in which row', async () => {
    const environment = await openEnvironment();
    grantAll(environment);
    const { spreadsheet } = environment.emulator;
    spreadsheet.addTab('Team', [
      ['Space', 'Member'],
      [launch, PEOPLE.owner],
    ]);
    const sidebar = await openSidebar({ environment }, { selected: ['Team', 'A2:B2'] });
    await button(sidebar, 'Look up').press('Enter');
    await card(sidebar);
    await button(sidebar, 'Write into row 2').click();
    await sidebar.view.getByText('Written to Team, row 2.').waitFor();
    expect(spreadsheet.display('Team')[1]).toContain(TEXTS.en.verdicts.member);
  });

  test('in Japanese', async () => {
    const sidebar = await openSidebar({ scenario: { locale: 'ja' } }, { locale: 'ja-JP' });
    await ask(sidebar, launch, PEOPLE.outsider, 'ja');
    await card(sidebar);
    await button(sidebar, WORDS.ja.answer.writeMemberships).click();
    await sidebar.view.getByText('「Memberships」の 2 行目に書き込みました。').waitFor();
  });

  test('or it says why it could not be', async () => {
    const sidebar = await openSidebar();
    sidebar.environment.emulator.spreadsheet.addTab('Memberships', [['Fruit', 'Kilos']]);
    await ask(sidebar, launch, PEOPLE.outsider);
    await card(sidebar);
    await button(sidebar, 'Write to Memberships').click();
    await sidebar.view.getByText('The tab “Memberships” holds another table').waitFor();
    expect((await said(sidebar)).assertive).toBe('The tab “Memberships” holds another table.');
    expect(await violations(sidebar)).toEqual([]);
  });
});

describe('an answer is copied', () => {
  test('with its sentence and fields', async () => {
    const sidebar = await openSidebar({}, { clipboard: true });
    await ask(sidebar, launch, PEOPLE.owner);
    await card(sidebar);
    const sentence = (await said(sidebar)).polite;
    await button(sidebar, 'Copy').click();
    await button(sidebar, 'Copied').waitFor();
    const text = await sidebar.page.evaluate(() => navigator.clipboard.readText());
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
    await button(sidebar, 'Copied').waitFor();
    const text = await sidebar.page.evaluate(() => navigator.clipboard.readText());
    const [sentence = '', , ...fields] = text.split('\n');
    expect(sentence).toMatch(/^'=HYPERLINK/);
    expect(fields.length).toBeGreaterThan(5);
    expect(fields).toContain('Name: =HYPERLINK("https://evil.example") =1+1 ＝1+1');
    for (const cell of text.split(/[\t\n]/)) expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/);
  });

  test('by the person’s own keys where the frame may not use the clipboard', async () => {
    const sidebar = await openSidebar();
    await ask(sidebar, launch, PEOPLE.owner);
    await card(sidebar);
    await sidebar.frame.evaluate(() => {
      Object.defineProperty(document, 'execCommand', { value: () => false });
    });
    await button(sidebar, 'Copy').click();
    const text = sidebar.view.getByLabel('Text to copy');
    await text.waitFor();
    const selected = await sidebar.frame.evaluate(() => {
      const area = document.activeElement as HTMLTextAreaElement;
      return area.value.slice(area.selectionStart, area.selectionEnd);
    });
    expect(selected).toBe(await text.inputValue());
    expect(selected).toContain('Name: 佐藤 花');
    await heard(sidebar, 'Ctrl+C');
    expect((await said(sidebar)).polite).toContain('Ctrl+C');
    expect(await violations(sidebar)).toEqual([]);
  });
});

test('the last questions of the sheet are at hand: a press fills in the fields and asks again', async () => {
  const sidebar = await openSidebar();
  for (const member of [PEOPLE.owner, PEOPLE.invited]) {
    await ask(sidebar, launch, member);
    await card(sidebar);
    await button(sidebar, 'Write to Memberships').click();
    await sidebar.view.getByText(/Written/).waitFor();
  }
  const again = await openSidebar({ environment: sidebar.environment });
  const recent = again.view.getByRole('button', { name: /^Ask again/ });
  await recent.first().waitFor();
  expect(await recent.allTextContents()).toEqual([
    expect.stringContaining(PEOPLE.invited + TEXTS.en.verdicts.invited),
    expect.stringContaining('佐藤 花' + TEXTS.en.verdicts.member),
  ]);
  expect(await violations(again)).toEqual([]);
  await recent.nth(1).click();
  expect(await (await card(again)).locator('.pill').textContent()).toBe(TEXTS.en.verdicts.member);
  await button(again, WORDS.en.answer.changeLabel).click();
  expect(await again.view.getByLabel('Member', { exact: true }).inputValue()).toBe(PEOPLE.owner);
});

test('the last questions name a space that the sheet’s tab of spaces knows, and Google is not asked for that', async () => {
  const sidebar = await openSidebar();
  await ask(sidebar, launch, PEOPLE.owner);
  await card(sidebar);
  await button(sidebar, 'Write to Memberships').click();
  await sidebar.view.getByText(/Written/).waitFor();
  const { environment } = sidebar;
  const listed = await environment.emulator.run({ function: 'listSpaces', args: [], entry: 'editor' });
  expect(listed.outcome).toBe('completed');
  const { requests } = environment.apis.counts();
  const again = await openSidebar({ environment });
  const recent = again.view.getByRole('button', { name: /^Ask again/ });
  await recent.getByText('Orchard launch').waitFor();
  expect(await recent.textContent()).not.toContain(launch.replace('spaces/', ''));
  expect(environment.apis.counts().requests).toBe(requests);
});

describe('a problem', () => {
  test.each([
    ['https://chat.google.com/#chat/home', PEOPLE.owner, 'Space', 'This link does not lead to a space.'],
    [launch, 'Hana Sato', 'Member', '“Hana Sato” is not a member that can be looked up.'],
    ['', 'Hana Sato', 'Member', '“Hana Sato” is not a member that can be looked up.'],
    ['No such space', PEOPLE.owner, 'Space', '“No such space” is not a space.'],
  ])(
    'with %j and %j is told beside the field, which gets the focus',
    async (space, member, field, happened) => {
      const sidebar = await openSidebar();
      await ask(sidebar, space, member);
      const wrong = sidebar.view.locator('.wrong');
      await wrong.waitFor();
      expect(await wrong.textContent()).toContain(happened);
      expect(await focused(sidebar)).toBe(field);
      const input = sidebar.view.getByLabel(field, { exact: true });
      expect(await input.getAttribute('aria-invalid')).toBe('true');
      expect(sidebar.calls).not.toContain('sidebarLookUp');
      expect(await violations(sidebar)).toEqual([]);
      await input.fill('');
      expect(await wrong.count()).toBe(0);
    },
  );

  test.each([
    ['Orchard launch', 'Orchard launch'],
    ['=HYPERLINK("https://evil.example","click")', '=HYPERLINK("https://evil.example","click")'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['يوسف حداد', '\u2068يوسف حداد\u2069'],
    ['Invoice\u202Egpj.exe', 'Invoicegpj.exe'],
  ])(
    'that names a space called %j says that name, linked to the space, once the page knows it',
    async (displayName, shown) => {
      const workspace = inventedWorkspace();
      // Without spaces that the picker names by their members.
      const spaces = workspace.spaces
        .filter((one) => one.displayName !== undefined)
        .map((one) => (one.name === launch ? { ...one, displayName } : one));
      const memberships = workspace.memberships.filter(({ name }) =>
        spaces.some((one) => name.startsWith(`${one.name}/`)),
      );
      const sidebar = await openSidebar({ workspace: { ...workspace, spaces, memberships } });
      const wrong = sidebar.view.locator('.wrong');
      await ask(sidebar, '', launch);
      await wrong.getByText(launch).waitFor();
      expect(await wrong.getByRole('link').count()).toBe(0);
      // The picker reads the names.
      await sidebar.view.getByLabel('Space', { exact: true }).fill(displayName.slice(0, 3));
      await sidebar.view.getByRole('option').first().waitFor();
      const { requests } = sidebar.environment.apis.counts();
      const { length } = sidebar.calls;
      for (const member of [launch, `https://chat.google.com/room/${launch.replace('spaces/', '')}`]) {
        await ask(sidebar, '', member);
        const link = wrong.getByRole('link');
        await link.waitFor();
        expect(await link.locator('bdi').textContent()).toBe(shown);
        expect(await link.getAttribute('href')).toBe(
          workspace.spaces.find(({ name }) => name === launch)?.spaceUri,
        );
        expect(await wrong.textContent()).not.toContain(launch.replace('spaces/', ''));
      }
      expect(await violations(sidebar)).toEqual([]);
      expect(await wrong.locator('img').count()).toBe(0);
      expect(sidebar.calls.slice(length)).toEqual([]);
      expect(sidebar.environment.apis.counts().requests).toBe(requests);
      expect(sidebar.errors).toEqual([]);
    },
  );

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
    expect(await sidebar.view.getByText(WORDS.en.page.original).count()).toBe(1);
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
    await card(sidebar);
    await sidebar.view.locator('.who', { hasText: email }).waitFor();
    const name = (await sidebar.view.locator('h2 bdi').textContent()) ?? '';
    const visible = displayName.replace(/[\t\u202e\u200b]/g, '').slice(0, 100);
    expect(name).toContain(visible);
    expect(await sidebar.view.locator('h2 bdi').count()).toBe(1);
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
      const sidebar = await openSidebar({ workspace: pictured(url) }, { pictures: 'had' });
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
    const sidebar = await openSidebar({ workspace }, { pictures: 'gone' });
    await ask(sidebar, launch, PEOPLE.outsider);
    await (await card(sidebar)).getByText('JL', { exact: true }).waitFor();
  });
});

test('everything can be done by keyboard alone', async () => {
  const sidebar = await openSidebar();
  const { keyboard } = sidebar.page;
  await sidebar.frame.getByRole('tab', { name: 'Ask' }).focus();
  for (const text of [launch, PEOPLE.invited]) {
    // The button that clears the field before comes between.
    for (let stops = 0; (await focused(sidebar)) !== (text === launch ? 'Space' : 'Member'); stops++) {
      expect(stops).toBeLessThan(3);
      await keyboard.press('Tab');
    }
    await keyboard.type(text);
  }
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  expect(await focused(sidebar)).toBe('Look up');
  await keyboard.press('Space');
  await card(sidebar);
  expect(await focused(sidebar)).toMatch(/: Invited$/);
  await keyboard.press('Tab');
  expect(await focused(sidebar)).toBe('Write to Memberships');
  await keyboard.press('Enter');
  await sidebar.view.getByText(/Written to/).waitFor();
  await keyboard.press('Tab');
});

test('the question that is selected in the sheet stands in the fields', async () => {
  const environment = await openEnvironment();
  grantAll(environment);
  environment.emulator.spreadsheet.addTab('Team', [
    ['Space', 'Who'],
    [launch, PEOPLE.invited],
  ]);
  const sidebar = await openSidebar({ environment }, { selected: ['Team', 'A2:B2'] });
  await button(sidebar, 'Look up').press('Enter');
  expect(await (await card(sidebar)).locator('.pill').textContent()).toBe(TEXTS.en.verdicts.invited);
});

describe('the picker', () => {
  const options = (sidebar: Sidebar) => sidebar.view.getByRole('option');

  test('finds a space by a part of its name, and takes it with the arrow keys', async () => {
    const sidebar = await openSidebar();
    const field = sidebar.view.getByLabel('Space', { exact: true });
    await field.fill('orch');
    await options(sidebar).first().waitFor();
    expect(await options(sidebar).first().textContent()).toContain('Orchard launch');
    expect(await violations(sidebar)).toEqual([]);
    await field.press('ArrowDown');
    expect(await field.getAttribute('aria-activedescendant')).toBe(
      await options(sidebar).first().getAttribute('id'),
    );
    await field.press('Enter');
    expect(await field.inputValue()).toBe('Orchard launch');
    expect(await options(sidebar).count()).toBe(0);
    await ask(sidebar, 'Orchard launch', PEOPLE.owner);
    expect(await (await card(sidebar)).locator('.pill').textContent()).toBe(TEXTS.en.verdicts.member);
    expect(sidebar.calls.filter((name) => name === 'sidebarSpaces')).toHaveLength(1);
  });

  test('is closed by Escape and stays away from links', async () => {
    const sidebar = await openSidebar();
    const field = sidebar.view.getByLabel('Space', { exact: true });
    await field.click();
    await options(sidebar).first().waitFor();
    await field.press('Escape');
    expect(await options(sidebar).count()).toBe(0);
    await field.fill(`https://chat.google.com/room/${launch.replace('spaces/', '')}`);
    expect(await field.getAttribute('aria-expanded')).toBe('false');
  });

  test('is not there without the permission for names, and the form says what it takes', async () => {
    const sidebar = await openSidebar({ scenario: { refusedScopes: ['chat.spaces.readonly'] } });
    await button(sidebar, 'Look up').click();
    expect(await focused(sidebar)).toBe('Space');
    expect(await sidebar.view.getByText('Fill in a space.').count()).toBe(1);
    expect(sidebar.calls).not.toContain('sidebarSpaces');
  });
});
