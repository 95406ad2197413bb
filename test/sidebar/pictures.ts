/** Pictures of the real page, every view in both languages. Not a test: see `jest.pictures.config.mjs`. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, describe, test } from '@jest/globals';
import { pageCatalogueFor } from '../../src/core/locales/page-catalogue';
import { SPACES } from '../emulator/workspace/invented';
import { PROFILES, grantAll, openEnvironment, type EnvironmentOptions } from '../emulator.testing';
import { openRows, peopleIn, TAB } from '../features/rows.testing';
import type { PageOptions } from './page.testing';
import { closeAll, closeSidebars, openSidebar, PEOPLE, type Sidebar } from './session.testing';

const FOLDER = process.env.PICTURES ?? path.join('docs', 'pictures');
const { launch, elsewhere } = SPACES;

mkdirSync(FOLDER, { recursive: true });
afterEach(closeSidebars);
afterAll(closeAll);

describe.each(
  ['en', 'ja']
    .map((language) => pageCatalogueFor(language))
    .map((catalogue) => [catalogue.locale, catalogue] as const),
)('in %s', (locale, catalogue) => {
  const texts = catalogue.sidebar;
  const browser = locale === 'ja' ? 'ja-JP' : 'en-US';

  async function open(options: EnvironmentOptions = {}, page: PageOptions = {}): Promise<Sidebar> {
    const { scenario = {}, ...rest } = options;
    return await openSidebar(
      { ...rest, scenario: { locale, assumptions: PROFILES, ...scenario } },
      { locale: browser, ...page },
    );
  }

  async function take({ page }: Sidebar, name: string): Promise<void> {
    await page.mouse.move(0, 0);
    await page.locator('.sidebar iframe').screenshot({ path: path.join(FOLDER, `${name}.${locale}.png`) });
  }

  async function press({ frame }: Sidebar, name: string | RegExp): Promise<void> {
    await frame.getByRole('button', { name, exact: true }).click();
  }

  async function fill({ frame }: Sidebar, label: string, text: string): Promise<void> {
    await frame.getByLabel(label, { exact: true }).fill(text);
  }

  async function askAbout(sidebar: Sidebar, space: string, member: string): Promise<void> {
    await fill(sidebar, texts.home.space, space);
    await fill(sidebar, texts.home.member, member);
    await sidebar.page.keyboard.press('Enter');
    await sidebar.frame.getByRole('article').locator('.pill').waitFor();
  }

  async function more(sidebar: Sidebar, item: string): Promise<void> {
    await press(sidebar, texts.more.label);
    await sidebar.frame.getByRole('menuitem', { name: item, exact: true }).click();
  }

  test('home', async () => {
    const sidebar = await open();
    await take(sidebar, 'home');
    await sidebar.frame.getByLabel(texts.home.space, { exact: true }).click();
    await sidebar.frame.getByRole('option').first().waitFor();
    await take(sidebar, 'picker');
    await sidebar.page.keyboard.press('Escape');
    await fill(sidebar, texts.home.member, 'ken.mori at orchard');
    await fill(sidebar, texts.home.space, launch);
    await sidebar.page.keyboard.press('Enter');
    await take(sidebar, 'bad-input');
    await press(sidebar, texts.more.label);
    await take(sidebar, 'more');
  });

  test('answers', async () => {
    const sidebar = await open();
    for (const [name, space, member] of [
      ['answer', launch, PEOPLE.owner],
      ['invited', launch, PEOPLE.invited],
      ['not-direct', launch, PEOPLE.absent],
      ['unchecked', elsewhere, PEOPLE.absent],
      ['outside', launch, PEOPLE.outsider],
    ] as const) {
      await askAbout(sidebar, space, member);
      await take(sidebar, name);
      if (name === 'invited') {
        await press(sidebar, texts.answer.writeMemberships);
        await sidebar.frame.getByText(texts.answer.undo, { exact: true }).waitFor();
        await take(sidebar, 'written');
      }
      await press(sidebar, texts.answer.changeLabel);
    }
    await take(sidebar, 'recents');
  });

  test('lists', async () => {
    const sidebar = await open({}, { height: 900 });
    await fill(sidebar, texts.home.space, launch);
    await sidebar.page.keyboard.press('Enter');
    await sidebar.frame.locator('.stamp').waitFor();
    await take(sidebar, 'members');
    await press(sidebar, texts.answer.changeLabel);
    await fill(sidebar, texts.home.space, '');
    await press(sidebar, texts.home.submit.spaces);
    await sidebar.frame.locator('.filters').waitFor();
    await take(sidebar, 'spaces');
    await press(sidebar, texts.answer.changeLabel);
    await fill(sidebar, texts.home.member, PEOPLE.owner);
    await press(sidebar, texts.home.submit.where);
    await sidebar.frame.locator('.picture').waitFor();
    await take(sidebar, 'where');
  });

  test('rows', async () => {
    const { workspace, rows } = peopleIn(4, 20);
    const scenario = { locale, latencyMs: 4_000, refusedScopes: ['script.external_request'] };
    const environment = await openRows(rows, { workspace, scenario });
    environment.emulator.spreadsheet.put(TAB, 3, 3, 'nobody@');
    const sidebar = await openSidebar({ environment }, { locale: browser, height: 760 });
    await press(sidebar, texts.rights.without);
    await sidebar.frame.getByRole('tab', { name: texts.page.views.rows }).click();
    await sidebar.frame.locator('.selection').waitFor();
    await take(sidebar, 'selection');
    const started = sidebar.hold('sidebarStartJob');
    const stepped = sidebar.hold('sidebarStepJob');
    await press(sidebar, /(Look up 80 rows|80 行を調べる)/);
    await sidebar.frame.locator('.starting').waitFor();
    await take(sidebar, 'starting');
    await started();
    await sidebar.frame.locator('.job.running').waitFor();
    await take(sidebar, 'running');
    await sidebar.frame.getByRole('tab', { name: texts.page.views.ask }).click();
    await take(sidebar, 'strip');
    await sidebar.frame.getByRole('tab', { name: texts.page.views.rows }).click();
    await press(sidebar, texts.job.pause);
    await sidebar.frame.locator('.job.paused').waitFor();
    await take(sidebar, 'paused');
    await stepped();
    await press(sidebar, texts.job.resume);
    await sidebar.frame.locator('.job.done').waitFor();
    await sidebar.frame.locator('.exception').first().waitFor();
    await take(sidebar, 'finished');
  });

  test('nothing to ask', async () => {
    const environment = await openEnvironment({ scenario: { locale } });
    grantAll(environment);
    const { spreadsheet } = environment.emulator;
    const tab = spreadsheet.tabs()[0]?.name ?? '';
    for (let row = 1; row <= 4; row++) spreadsheet.put(tab, row, 1, 'Apples');
    spreadsheet.select(tab, ['A1:B4']);
    const sidebar = await openSidebar({ environment }, { locale: browser });
    await sidebar.frame.getByRole('tab', { name: texts.page.views.rows }).click();
    await sidebar.frame.locator('.banner').waitFor();
    await take(sidebar, 'no-members');
  });

  test('comparisons', async () => {
    const { workspace, rows } = peopleIn(1, 17);
    const environment = await openRows(rows, { workspace, scenario: { locale, assumptions: PROFILES } });
    const { spreadsheet } = environment.emulator;
    const people = Array.from({ length: 5 }, (_, n) => [`person-${n}@example.com`]);
    spreadsheet.addTab('Course', [['E-mail'], ...people, ['stranger@example.com'], ['nobody@']]);
    spreadsheet.addTab('Names', [['Name'], ['山田 花子'], ['Ada'], ['Lena Fischer']]);
    const page: PageOptions = { locale: browser, height: 760 };
    const sidebar = await openSidebar({ environment }, { ...page, selected: ['Course', 'A1:A8'] });
    await sidebar.frame.getByRole('tab', { name: texts.page.views.rows }).click();
    await sidebar.frame
      .locator('.panel:visible')
      .getByLabel(texts.rows.spaceForAll)
      .fill(rows[0]?.[0] ?? '');
    await press(sidebar, texts.rows.useSpace);
    await sidebar.frame.getByLabel(texts.compare.compare).check();
    await press(sidebar, texts.rows.start(7));
    await sidebar.frame.locator('.sets').waitFor();
    await take(sidebar, 'compared');
    await press(sidebar, texts.job.another);
    await sidebar.select('Names', 'A1:A4');
    await press(sidebar, texts.rows.readAgain);
    await sidebar.frame.getByText(texts.names.offer).waitFor();
    await take(sidebar, 'names-offer');
    await sidebar.frame
      .locator('.panel:visible')
      .getByLabel(texts.home.space, { exact: true })
      .fill(rows[0]?.[0] ?? '');
    await press(sidebar, texts.names.compare);
    await sidebar.frame.locator('.card.names').waitFor();
    await take(sidebar, 'names');
  });

  test('what is needed rarely', async () => {
    const sidebar = await open({}, { height: 760 });
    await more(sidebar, texts.more.setup);
    await sidebar.frame.locator('.probes').waitFor();
    await take(sidebar, 'setup');
    await press(sidebar, texts.page.back);
    await more(sidebar, texts.more.settings);
    await take(sidebar, 'settings');
    await press(sidebar, texts.page.back);
    await more(sidebar, texts.more.help);
    await take(sidebar, 'help');
    await press(sidebar, texts.page.back);
    await more(sidebar, texts.more.exportCsv);
    await sidebar.frame.locator('.panel p').last().waitFor();
    await take(sidebar, 'export');
  });

  test('trouble', async () => {
    const sidebar = await open({ scenario: { refusedScopes: ['chat.spaces.readonly'] } });
    await take(sidebar, 'no-names');
    await sidebar.close();
    const off = await open({ scenario: { faultPresets: ['chat-api-off'] } });
    await askAbout(off, launch, PEOPLE.owner);
    await take(off, 'api-off');
  });
});
