/** The view of many rows, in a browser: the selection, the job it becomes, and all that may come between. */
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { askJob, finish, leftovers, openJob, openRows, peopleIn, TAB } from '../features/rows.testing';
import { grantAll, type EnvironmentOptions } from '../emulator.testing';
import {
  button,
  chooseView,
  closeAll,
  closeSidebars,
  openSidebar,
  WORDS,
  type Sidebar,
} from './session.testing';
import { focused, NO_CONNECTION, heard, said, violations, type PageOptions } from './page.testing';
import { TEXTS } from '../features/answers.testing';

afterEach(closeSidebars);
afterAll(closeAll);

/** One request after another, each 4 s by the environment's clock: a step gets through three of these spaces. */
const ADDRESSES = Array.from({ length: 5 }, (_, n) => [`person-${n}@example.com`]);
const SPACES = 8;
const PEOPLE = 4;
const SLOW = { latencyMs: 4_000, refusedScopes: ['script.external_request'] };

async function open(
  spaces: number,
  people: number,
  options: EnvironmentOptions = {},
  page: PageOptions = {},
): Promise<Sidebar> {
  const { workspace, rows } = peopleIn(spaces, people);
  const environment = await openRows(rows, { workspace, ...options });
  return await openSidebar({ environment }, page);
}

/** Opens the view and waits for what it says about the selection. */
async function summary(sidebar: Sidebar): Promise<void> {
  await chooseView(sidebar, /^(Selected rows|選択した行)/);
  await sidebar.view.locator('.selection').waitFor();
}

async function start(sidebar: Sidebar): Promise<void> {
  await summary(sidebar);
  await startButton(sidebar).click();
}

function startButton({ view }: Sidebar): Locator {
  return view.getByRole('button', { name: /^Look up [\d,]+ rows?$/ });
}

function progress({ view }: Sidebar): Promise<string | null> {
  return view.locator('.job .large-number').textContent();
}

async function waitForHeading({ view }: Sidebar, name: string | RegExp): Promise<void> {
  await view.getByRole('heading', { name }).waitFor();
}

/** Requests of the same job when nothing comes between. */
async function undisturbed(): Promise<number> {
  const { workspace, rows } = peopleIn(SPACES, PEOPLE);
  const environment = await openRows(rows, { workspace, scenario: SLOW });
  await finish(environment.emulator, await askJob(environment.emulator, 'sidebarStartJob', ''));
  await environment.close();
  return environment.apis.counts().requests;
}

/** The counts of a job, by their words. */
async function counts({ view }: Sidebar): Promise<readonly string[]> {
  const texts = await view.locator('.counts > li').allInnerTexts();
  return texts.map((text) =>
    text
      .replace(/\s*:\s*select rows/, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

describe('the selection', () => {
  test('is counted and shown before anything is sent', async () => {
    const sidebar = await open(3, 20);
    const { spreadsheet } = sidebar.environment.emulator;
    spreadsheet.put(TAB, 3, 3, 'nobody@');
    spreadsheet.put(TAB, 4, 3, 'PERSON-0@example.com');
    spreadsheet.hideRows(TAB, 5, 1, 'filter');
    await summary(sidebar);
    await waitForHeading(sidebar, '59 rows of “People”');
    expect(await sidebar.view.locator('.lines li').allInnerTexts()).toEqual([
      expect.stringMatching(/^Space = B “Space”/),
      expect.stringMatching(/^Member = C “Member”/),
    ]);
    expect(await sidebar.view.locator('.notes li').allTextContents()).toEqual([
      '1 row can’t be read: row 3. The reason will stand beside.',
      expect.stringMatching(/^Repeated questions are asked once/),
      '1 row hidden by a filter will be left out.',
    ]);
    await sidebar.view.getByText(/about \d+ (?:s|min)$/).waitFor();
    await sidebar.view.getByText(WORDS.en.rows.nothingAsked).waitFor();
    await heard(sidebar, '59 rows of “People”');
    expect((await said(sidebar)).polite).toBe('59 rows of “People”');
    expect(sidebar.environment.apis.counts().requests).toBe(0);
    expect(await violations(sidebar)).toEqual([]);
  });

  test('can be read by other columns than it looks like', async () => {
    const sidebar = await open(1, 5);
    const { spreadsheet } = sidebar.environment.emulator;
    for (let row = 2; row <= 6; row++) spreadsheet.put(TAB, row, 5, `boss-${row}@example.com`);
    await summary(sidebar);
    await button(sidebar, 'Change the column: Member').click();
    await sidebar.view.getByRole('combobox').selectOption('5');
    await button(sidebar, WORDS.en.rows.take).click();
    await sidebar.view.locator('.lines li', { hasText: 'Member = E' }).waitFor();
    expect(await violations(sidebar)).toEqual([]);
    await startButton(sidebar).click();
    await waitForHeading(sidebar, /^5 rows done/);
  });

  test('in which nothing looks like a member says so before anything starts', async () => {
    const sidebar = await open(1, 5);
    sidebar.environment.emulator.spreadsheet.addTab('Budget', [
      ['Fruit', 'Where from', 'Remarks'],
      ['Red apples', 'The old orchard', 'Keep cool'],
    ]);
    await sidebar.select('Budget', 'A1:C2');
    await chooseView(sidebar, 'Selected rows');
    await waitForHeading(sidebar, WORDS.en.rows.none.title);
    expect(await startButton(sidebar).count()).toBe(0);
    expect(await violations(sidebar)).toEqual([]);
    await button(sidebar, WORDS.en.rows.none.choose).click();
    await sidebar.view.getByRole('combobox').waitFor();
  });

  test('in Japanese', async () => {
    const sidebar = await open(1, 5, { scenario: { locale: 'ja' } }, { locale: 'ja-JP' });
    await summary(sidebar);
    await waitForHeading(sidebar, '「People」の 5 行');
    await sidebar.view.getByText(WORDS.ja.rows.nothingAsked).waitFor();
  });

  test('does not take the focus from somebody on the way along the tabs', async () => {
    const sidebar = await open(1, 5);
    await sidebar.frame.getByRole('tab', { name: 'Ask' }).focus();
    await sidebar.page.keyboard.press('ArrowRight');
    await sidebar.view.locator('.selection').waitFor();
    expect(await focused(sidebar)).toBe('Selected rows');
  });

  test('can be read again once another one is made', async () => {
    const sidebar = await open(1, 5);
    await sidebar.select(TAB, 'B2:C3');
    await chooseView(sidebar, 'Selected rows');
    await waitForHeading(sidebar, '2 rows of “People”');
    expect(await violations(sidebar)).toEqual([]);
    await sidebar.select(TAB, 'B2:C6');
    await button(sidebar, WORDS.en.rows.readAgain).click();
    await waitForHeading(sidebar, '5 rows of “People”');
    expect(await focused(sidebar)).toBe('5 rows of “People”');
    expect(await startButton(sidebar).count()).toBe(1);
  });

  test('of members alone asks for their space first', async () => {
    const sidebar = await open(1, 5);
    sidebar.environment.emulator.spreadsheet.addTab('Team', [['Person'], ...ADDRESSES]);
    await sidebar.select('Team', 'A:A');
    await summary(sidebar);
    expect(await startButton(sidebar).count()).toBe(0);
    expect(await violations(sidebar)).toEqual([]);
    await sidebar.view.getByLabel(WORDS.en.rows.spaceForAll).fill('spaces/AAAA0000000');
    await button(sidebar, 'Use this space').press('Enter');
    await startButton(sidebar).waitFor();
    await startButton(sidebar).click();
    await waitForHeading(sidebar, /^\d+ rows done/);
  });

  test('that was changed meanwhile is shown anew instead of being started', async () => {
    const sidebar = await open(2, 5);
    await summary(sidebar);
    await sidebar.select(TAB, 'B2:C4');
    await startButton(sidebar).click();
    await waitForHeading(sidebar, '3 rows of “People”');
    expect(await sidebar.view.getByText('The selection has changed').count()).toBe(1);
    expect((await said(sidebar)).assertive).toContain('The selection has changed.');
    expect(sidebar.environment.apis.counts().requests).toBe(0);
    expect(leftovers(sidebar.environment.emulator)).toEqual([]);
    expect(await violations(sidebar)).toEqual([]);
    await startButton(sidebar).click();
    await waitForHeading(sidebar, /^\d+ rows done/);
  });
});

test('a list is compared with a space both ways', async () => {
  const sidebar = await open(1, 20);
  const { spreadsheet } = sidebar.environment.emulator;
  spreadsheet.addTab('Team', [['Person'], ...ADDRESSES, ['stranger@example.com']]);
  await sidebar.select('Team', 'A1:A7');
  await summary(sidebar);
  await sidebar.view.getByLabel(WORDS.en.rows.spaceForAll).fill('spaces/AAAA0000000');
  await button(sidebar, WORDS.en.rows.useSpace).press('Enter');
  await sidebar.view.getByLabel(WORDS.en.compare.compare).check();
  await startButton(sidebar).click();
  await sidebar.view.getByRole('heading', { name: /only on the list$/ }).waitFor();
  await sidebar.view.getByRole('heading', { name: /only in the space$/ }).waitFor();
  await button(sidebar, WORDS.en.compare.copyAddresses(1)).waitFor();
  expect(spreadsheet.tabs().map(({ name }) => name)).toContain('Not on your list');
  expect(await violations(sidebar)).toEqual([]);
});

describe('a job', () => {
  test('shows how far it is, and at the end what it found', async () => {
    const sidebar = await open(2, 10);
    const release = sidebar.hold('sidebarStartJob');
    await start(sidebar);
    await sidebar.view.locator('.starting').waitFor();
    expect(await progress(sidebar)).toBe('0 of 20 rows');
    expect(await sidebar.view.getByRole('progressbar').getAttribute('aria-valuemax')).toBe('20');
    expect(await button(sidebar, 'Cancel').count()).toBe(1);
    expect(await focused(sidebar)).toBe('Looking up “People”');
    expect(await violations(sidebar)).toEqual([]);
    await release();
    await waitForHeading(sidebar, '20 rows done');
    expect(await counts(sidebar)).toEqual([
      `${TEXTS.en.verdicts.member} 18`,
      `${TEXTS.en.verdicts.invited} 0`,
      `${TEXTS.en.verdicts.notMember} 2`,
      `${TEXTS.en.verdicts.unchecked} 0`,
    ]);
    await waitForHeading(sidebar, 'Not in space: 2');
    await heard(sidebar, /^\d+ rows done/);
    expect((await said(sidebar)).polite).toMatch(/^\d+ rows done/);
    expect(await focused(sidebar)).toMatch(/^20 rows done/);
    expect(await violations(sidebar)).toEqual([]);
    expect(leftovers(sidebar.environment.emulator)).toEqual([]);
    await button(sidebar, 'Other rows').click();
    await sidebar.view.locator('.selection').waitFor();
  });

  test('is driven step after step while another view is used, and a strip leads back to it', async () => {
    const sidebar = await open(SPACES, PEOPLE, { scenario: SLOW });
    const release = sidebar.hold('sidebarStepJob');
    await start(sidebar);
    await waitForHeading(sidebar, 'Looking up “People”');
    await sidebar.view.getByText(/^about .* left$/).waitFor();
    await sidebar.view.getByText(/^\d+ a (second|minute)$/).waitFor();
    expect(await violations(sidebar)).toEqual([]);
    await chooseView(sidebar, 'Ask');
    const strip = sidebar.frame.locator('.strip');
    expect(await strip.textContent()).toMatch(/^Working: \d+ of 32 rows/);
    expect(await violations(sidebar)).toEqual([]);
    await release();
    await strip.waitFor({ state: 'detached' });
    await chooseView(sidebar, 'Selected rows');
    await waitForHeading(sidebar, '32 rows done');
    expect(sidebar.calls.filter((name) => name === 'sidebarStepJob').length).toBeGreaterThan(1);
  });

  test('pauses beside a running step, keeps its numbers, and goes on from there', async () => {
    const sidebar = await open(SPACES, PEOPLE, { scenario: SLOW });
    const release = sidebar.hold('sidebarStepJob');
    await start(sidebar);
    await button(sidebar, 'Pause').press('Enter');
    await waitForHeading(sidebar, 'Paused: “People”');
    expect(await focused(sidebar)).toBe('Continue');
    await heard(sidebar, /^Paused: “People”/);
    expect((await said(sidebar)).polite).toMatch(/^Paused: “People”/);
    expect(await violations(sidebar)).toEqual([]);
    await release();
    await waitForHeading(sidebar, 'Paused: “People”');
    const job = await openJob(sidebar.environment.emulator);
    expect(job?.state).toBe('paused');
    expect(await progress(sidebar)).toBe(`${job?.done ?? 0} of 32 rows`);
    await button(sidebar, 'Continue').press('Enter');
    await waitForHeading(sidebar, /^\d+ rows done/);
    expect(sidebar.environment.apis.counts().requests).toBe(await undisturbed());
  });

  test('is cancelled beside a running step: what is answered stays, and a late answer does not bring it back', async () => {
    const sidebar = await open(SPACES, PEOPLE, { scenario: SLOW });
    const release = sidebar.hold('sidebarStepJob');
    await start(sidebar);
    await button(sidebar, 'Cancel').click();
    await waitForHeading(sidebar, 'Cancelled: “People”');
    await release();
    await waitForHeading(sidebar, 'Cancelled: “People”');
    await sidebar.view.getByText(/of 32 rows answered\. These answers stay/).waitFor();
    expect(leftovers(sidebar.environment.emulator)).toEqual([]);
    expect(await violations(sidebar)).toEqual([]);
    await button(sidebar, 'Other rows').click();
    await sidebar.view.locator('.selection').waitFor();
  });

  test('that stopped says why, and continues once that is put right', async () => {
    const sidebar = await open(1, 5);
    await summary(sidebar);
    const { emulator, apis, scenario } = sidebar.environment;
    apis.setScenario({ ...scenario, faultPresets: ['chat-api-off'] });
    await startButton(sidebar).click();
    await waitForHeading(sidebar, 'Stopped: “People”');
    await waitForHeading(sidebar, 'The Google Chat API is off');
    expect((await said(sidebar)).assertive).toBe('The Google Chat API is off.');
    expect(await violations(sidebar)).toEqual([]);
    apis.setScenario(scenario);
    await button(sidebar, 'Continue').click();
    await waitForHeading(sidebar, /^\d+ rows done/);
    expect(leftovers(emulator)).toEqual([]);
  });

  test('that was cancelled elsewhere ends here too', async () => {
    const sidebar = await open(SPACES, PEOPLE, { scenario: SLOW });
    const release = sidebar.hold('sidebarStepJob');
    await start(sidebar);
    // The start has come back: what is cancelled now is found gone by the step that is held.
    await button(sidebar, 'Pause').waitFor();
    await sidebar.view.locator('.starting').waitFor({ state: 'detached' });
    const job = await openJob(sidebar.environment.emulator);
    await askJob(sidebar.environment.emulator, 'sidebarCancelJob', job?.runId ?? '');
    await release();
    await waitForHeading(sidebar, 'There is nothing to continue');
    expect(await button(sidebar, 'Try again').count()).toBe(1);
  });
});

describe('a lost connection', () => {
  test.each(['before', 'after'] as const)(
    'in mid-job, %s the step did its work, loses nothing: Continue finishes',
    async (when) => {
      const sidebar = await open(SPACES, PEOPLE, { scenario: SLOW });
      const release = sidebar.hold('sidebarStepJob');
      const restore = sidebar.fail('sidebarStepJob', NO_CONNECTION, when);
      await start(sidebar);
      await release();
      await waitForHeading(sidebar, 'The sidebar lost its connection');
      await waitForHeading(sidebar, 'Not finished: “People”');
      await sidebar.view.getByText(/^Nothing is lost/).waitFor();
      expect((await said(sidebar)).assertive).toBe('The sidebar lost its connection.');
      expect(await violations(sidebar)).toEqual([]);
      restore();
      await button(sidebar, 'Continue').click();
      await waitForHeading(sidebar, /^\d+ rows done/);
      expect(sidebar.environment.apis.counts().requests).toBe(await undisturbed());
    },
  );

  test.each(['Try again', null])(
    'at the start, after the job had begun, is found out by pressing %s',
    async (name) => {
      const sidebar = await open(SPACES, PEOPLE, { scenario: SLOW });
      const restore = sidebar.fail('sidebarStartJob', NO_CONNECTION, 'after');
      await start(sidebar);
      await waitForHeading(sidebar, 'The sidebar lost its connection');
      restore();
      await (name === null ? startButton(sidebar) : button(sidebar, name)).click();
      await waitForHeading(sidebar, 'Not finished: “People”');
      await button(sidebar, 'Continue').click();
      await waitForHeading(sidebar, /^\d+ rows done/);
    },
  );
});

describe('a job that is open when the sidebar opens', () => {
  test('of one’s own can be continued', async () => {
    const { workspace, rows } = peopleIn(SPACES, PEOPLE);
    const environment = await openRows(rows, { workspace, scenario: SLOW });
    await askJob(environment.emulator, 'sidebarStartJob', '');
    const sidebar = await openSidebar({ environment });
    await chooseView(sidebar, 'Selected rows');
    await waitForHeading(sidebar, 'Not finished: “People”');
    expect(sidebar.calls).toEqual(['sidebarStart']);
    expect(await violations(sidebar)).toEqual([]);
    await button(sidebar, 'Continue').click();
    await waitForHeading(sidebar, /^\d+ rows done/);
  });

  test('of somebody else is told kindly, with since when, and is left to them', async () => {
    const { workspace, rows } = peopleIn(SPACES, PEOPLE);
    const environment = await openRows(rows, { workspace, scenario: SLOW });
    const other = workspace.people[1]?.name ?? '';
    grantAll(environment, other);
    environment.emulator.spreadsheet.select(TAB, ['B:C'], other);
    const job = await askJob(environment.emulator, 'sidebarStartJob', '', other);
    const sidebar = await openSidebar({ environment });
    await chooseView(sidebar, 'Selected rows');
    await sidebar.view.getByText(/^Somebody else started this at 09:00 AM/).waitFor();
    expect(await button(sidebar, 'Cancel').count()).toBe(0);
    expect(await violations(sidebar)).toEqual([]);
    await button(sidebar, 'Continue').click();
    await waitForHeading(sidebar, 'A look-up is already running in this sheet');
    const further = await askJob(environment.emulator, 'sidebarStepJob', job.runId, other);
    await button(sidebar, 'Look how far it is').click();
    await sidebar.view.locator('.job .large-number', { hasText: `${further.done} of 32 rows` }).waitFor();
    await askJob(environment.emulator, 'sidebarPauseJob', job.runId, other);
    await button(sidebar, 'Look how far it is').click();
    await sidebar.view.getByText(/is not running now; you may continue it/).waitFor();
    expect(await button(sidebar, WORDS.en.job.cancelRest).count()).toBe(1);
    await finish(
      environment.emulator,
      await askJob(environment.emulator, 'sidebarStepJob', job.runId, other),
    );
    await button(sidebar, 'Continue').click();
    await waitForHeading(sidebar, 'There is nothing to continue');
    await sidebar.view.locator('.selection').waitFor();
  });
});
