/** The view of many rows, in a browser: the selection, the job it becomes, and all that may come between. */
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { askJob, finish, leftovers, openJob, openRows, peopleIn, TAB } from '../features/rows.testing';
import { grantAll, type EnvironmentOptions } from '../emulator.testing';
import { button, chooseView, closeAll, closeSidebars, openSidebar, type Sidebar } from './session.testing';
import { focused, NO_CONNECTION, said, violations, type PageOptions } from './page.testing';
import { TEXTS } from '../features/answers.testing';

afterEach(closeSidebars);
afterAll(closeAll);

/** One request after another, each 4 s by the environment's clock: a step gets through three of these spaces. */
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
  await chooseView(sidebar, /^(Rows|一括照会)/);
  await sidebar.view.locator('.selection').waitFor();
}

async function start(sidebar: Sidebar): Promise<void> {
  await summary(sidebar);
  await button(sidebar, 'Start').click();
}

function progress({ view }: Sidebar): Promise<string | null> {
  return view.locator('.rows').textContent();
}

async function waitForHeading({ view }: Sidebar, name: string): Promise<void> {
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

/** Numbers of a description list, by their labels. */
async function numbers({ view }: Sidebar, list: string): Promise<Readonly<Record<string, string>>> {
  const labels = await view.locator(`${list} dt`).allTextContents();
  const values = await view.locator(`${list} dd`).allTextContents();
  return Object.fromEntries(labels.map((label, index) => [label, values[index] ?? '']));
}

describe('the selection', () => {
  test('is counted and shown before anything is sent', async () => {
    const sidebar = await open(3, 20);
    const { spreadsheet } = sidebar.environment.emulator;
    spreadsheet.put(TAB, 3, 3, 'nobody@');
    spreadsheet.put(TAB, 4, 3, 'PERSON-0@example.com');
    spreadsheet.hideRows(TAB, 5, 1, 'filter');
    await summary(sidebar);
    expect(await numbers(sidebar, '.numbers')).toMatchObject({ Rows: '59', Spaces: '3' });
    expect(await sidebar.view.getByRole('listitem').allTextContents()).toEqual([
      'The first row is a header and is left out.',
      expect.stringMatching(/^Repeated questions are asked once/),
      expect.stringMatching(/^1 row cannot be read/),
      '1 row hidden by a filter will be left out.',
      'Nothing has been sent to Google Chat yet.',
    ]);
    expect((await said(sidebar)).polite).toMatch(/^59 rows: /);
    expect(sidebar.environment.apis.counts().requests).toBe(0);
    expect(await violations(sidebar)).toEqual([]);
  });

  test('in Japanese', async () => {
    const sidebar = await open(1, 5, { scenario: { locale: 'ja' } }, { locale: 'ja-JP' });
    await summary(sidebar);
    expect(await numbers(sidebar, '.numbers')).toMatchObject({ 行: '5', スペース: '1' });
    await sidebar.view.getByText('Google Chat へはまだ何も送信していません。').waitFor();
  });

  test('does not take the focus from somebody on the way along the tabs', async () => {
    const sidebar = await open(1, 5);
    await sidebar.frame.getByRole('tab', { name: 'Ask' }).focus();
    await sidebar.page.keyboard.press('ArrowRight');
    await sidebar.view.locator('.selection').waitFor();
    expect(await focused(sidebar)).toBe('Rows');
  });

  test('that cannot be looked up says why, and can be looked at again', async () => {
    const sidebar = await open(1, 5);
    const { spreadsheet } = sidebar.environment.emulator;
    spreadsheet.select(TAB, ['A1:E6']);
    await chooseView(sidebar, 'Rows');
    await waitForHeading(sidebar, 'Too many columns are selected.');
    expect(await button(sidebar, 'Start').count()).toBe(0);
    expect(await violations(sidebar)).toEqual([]);
    spreadsheet.select(TAB, ['B:C']);
    await button(sidebar, 'Look at the selection again').click();
    await sidebar.view.locator('.selection').waitFor();
    expect(await focused(sidebar)).toBe('People, B:C');
    expect(await button(sidebar, 'Start').count()).toBe(1);
  });

  test('of members alone asks for their space first', async () => {
    const sidebar = await open(1, 5);
    sidebar.environment.emulator.spreadsheet.select(TAB, ['C:C']);
    await summary(sidebar);
    expect(await button(sidebar, 'Start').count()).toBe(0);
    expect(await violations(sidebar)).toEqual([]);
    await sidebar.view.getByLabel('Space', { exact: true }).fill('spaces/AAAA0000000');
    await button(sidebar, 'Use this space').press('Enter');
    await button(sidebar, 'Start').waitFor();
    expect(await numbers(sidebar, '.numbers')).toMatchObject({ Rows: '5', Members: '5', Spaces: '1' });
    await button(sidebar, 'Start').click();
    await waitForHeading(sidebar, 'Done: rows of “People”');
  });

  test('that was changed meanwhile is shown anew instead of being started', async () => {
    const sidebar = await open(2, 5);
    await summary(sidebar);
    sidebar.environment.emulator.spreadsheet.select(TAB, ['B2:C4']);
    await button(sidebar, 'Start').click();
    await sidebar.view.getByText('People, B2:C4').waitFor();
    expect(await sidebar.view.getByText('The selection has changed.').count()).toBe(1);
    expect(await focused(sidebar)).toBe('People, B2:C4');
    expect(await numbers(sidebar, '.numbers')).toMatchObject({ Rows: '3' });
    expect((await said(sidebar)).assertive).toContain('The selection has changed.');
    expect(sidebar.environment.apis.counts().requests).toBe(0);
    expect(leftovers(sidebar.environment.emulator)).toEqual([]);
    expect(await violations(sidebar)).toEqual([]);
    await button(sidebar, 'Start').click();
    await waitForHeading(sidebar, 'Done: rows of “People”');
    expect(await progress(sidebar)).toBe('3 of 3 rows');
  });
});

describe('a job', () => {
  test('shows how far it is, and at the end what it found', async () => {
    const sidebar = await open(2, 10);
    const release = sidebar.hold('sidebarStartJob');
    await start(sidebar);
    const starting = button(sidebar, 'Starting…');
    await starting.waitFor();
    expect(await starting.getAttribute('aria-disabled')).toBe('true');
    expect(await focused(sidebar)).toBe('Starting…');
    await release();
    await waitForHeading(sidebar, 'Done: rows of “People”');
    expect(await progress(sidebar)).toBe('20 of 20 rows');
    expect(await numbers(sidebar, '.counts')).toEqual({
      [TEXTS.en.verdicts.member]: '18',
      [TEXTS.en.verdicts.invited]: '0',
      [TEXTS.en.verdicts.notMember]: '2',
      [TEXTS.en.verdicts.unchecked]: '0',
    });
    expect((await said(sidebar)).polite).toMatch(/^Done: rows of “People”/);
    expect(await focused(sidebar)).toBe('Done: rows of “People”');
    expect(await violations(sidebar)).toEqual([]);
    expect(leftovers(sidebar.environment.emulator)).toEqual([]);
    // The view has moved to the answers.
    sidebar.environment.emulator.spreadsheet.select(TAB, ['B:C']);
    await button(sidebar, 'Look up other rows').click();
    await sidebar.view.locator('.selection').waitFor();
  });

  test('is driven step after step while another view is used, and the tab says that it is open', async () => {
    const sidebar = await open(SPACES, PEOPLE, { scenario: SLOW });
    const release = sidebar.hold('sidebarStepJob');
    await start(sidebar);
    await waitForHeading(sidebar, 'Looking up the rows of “People”');
    await sidebar.view.getByText(/rows? a (second|minute) · about .* left/).waitFor();
    expect(await violations(sidebar)).toEqual([]);
    await chooseView(sidebar, 'Ask');
    expect(await sidebar.frame.getByRole('tab', { name: 'Rows (a look-up is open)' }).count()).toBe(1);
    await release();
    await sidebar.frame.getByRole('tab', { name: 'Rows', exact: true }).waitFor();
    await chooseView(sidebar, 'Rows');
    expect(await progress(sidebar)).toBe('32 of 32 rows');
    expect(sidebar.calls.filter((name) => name === 'sidebarStepJob').length).toBeGreaterThan(1);
  });

  test('pauses beside a running step, keeps its numbers, and goes on from there', async () => {
    const sidebar = await open(SPACES, PEOPLE, { scenario: SLOW });
    const release = sidebar.hold('sidebarStepJob');
    await start(sidebar);
    await button(sidebar, 'Pause').press('Enter');
    await waitForHeading(sidebar, 'Paused: rows of “People”');
    expect(await focused(sidebar)).toBe('Continue');
    expect((await said(sidebar)).polite).toMatch(/^Paused: rows of “People”/);
    expect(await violations(sidebar)).toEqual([]);
    await release();
    await waitForHeading(sidebar, 'Paused: rows of “People”');
    const job = await openJob(sidebar.environment.emulator);
    expect(job?.state).toBe('paused');
    expect(await progress(sidebar)).toBe(`${job?.done ?? 0} of 32 rows`);
    await button(sidebar, 'Continue').press('Enter');
    await waitForHeading(sidebar, 'Done: rows of “People”');
    expect(await progress(sidebar)).toBe('32 of 32 rows');
    expect(sidebar.environment.apis.counts().requests).toBe(await undisturbed());
  });

  test('is cancelled beside a running step: what is answered stays, and a late answer does not bring it back', async () => {
    const sidebar = await open(SPACES, PEOPLE, { scenario: SLOW });
    const release = sidebar.hold('sidebarStepJob');
    await start(sidebar);
    await button(sidebar, 'Cancel').click();
    await waitForHeading(sidebar, 'Cancelled: rows of “People”');
    await release();
    await waitForHeading(sidebar, 'Cancelled: rows of “People”');
    await sidebar.view.getByText(/of 32 rows answered\. These answers stay/).waitFor();
    expect(leftovers(sidebar.environment.emulator)).toEqual([]);
    expect(await violations(sidebar)).toEqual([]);
    await button(sidebar, 'Look up other rows').click();
    await sidebar.view.locator('.selection').waitFor();
  });

  test('that stopped says why, and continues once that is put right', async () => {
    const sidebar = await open(1, 5);
    await summary(sidebar);
    const { emulator, apis, scenario } = sidebar.environment;
    apis.setScenario({ ...scenario, faultPresets: ['chat-api-off'] });
    await button(sidebar, 'Start').click();
    await waitForHeading(sidebar, 'Stopped: rows of “People”');
    await waitForHeading(sidebar, 'The Google Chat API is off.');
    expect((await said(sidebar)).assertive).toBe('The Google Chat API is off.');
    expect(await violations(sidebar)).toEqual([]);
    apis.setScenario(scenario);
    await button(sidebar, 'Continue').click();
    await waitForHeading(sidebar, 'Done: rows of “People”');
    expect(leftovers(emulator)).toEqual([]);
  });

  test('that was cancelled elsewhere ends here too', async () => {
    const sidebar = await open(SPACES, PEOPLE, { scenario: SLOW });
    const release = sidebar.hold('sidebarStepJob');
    await start(sidebar);
    await waitForHeading(sidebar, 'Looking up the rows of “People”');
    const job = await openJob(sidebar.environment.emulator);
    await askJob(sidebar.environment.emulator, 'sidebarCancelJob', job?.runId ?? '');
    await release();
    await waitForHeading(sidebar, 'There is nothing to continue.');
    expect(await button(sidebar, 'Look at the selection again').count()).toBe(1);
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
      await waitForHeading(sidebar, 'The sidebar lost its connection.');
      await waitForHeading(sidebar, 'Not finished: rows of “People”');
      await sidebar.view.getByText(/^Nothing is lost/).waitFor();
      expect((await said(sidebar)).assertive).toBe('The sidebar lost its connection.');
      expect(await violations(sidebar)).toEqual([]);
      restore();
      await button(sidebar, 'Continue').click();
      await waitForHeading(sidebar, 'Done: rows of “People”');
      expect(sidebar.environment.apis.counts().requests).toBe(await undisturbed());
    },
  );

  test.each([
    ['looking', 'Look at the selection again'],
    ['starting', 'Start'],
  ])('at the start, after the job had begun, is found out by %s again', async (_, name) => {
    const sidebar = await open(SPACES, PEOPLE, { scenario: SLOW });
    const restore = sidebar.fail('sidebarStartJob', NO_CONNECTION, 'after');
    await start(sidebar);
    await waitForHeading(sidebar, 'The sidebar lost its connection.');
    restore();
    await button(sidebar, name).click();
    await waitForHeading(sidebar, 'Not finished: rows of “People”');
    await button(sidebar, 'Continue').click();
    await waitForHeading(sidebar, 'Done: rows of “People”');
  });
});

describe('a job that is open when the sidebar opens', () => {
  test('of one’s own can be continued', async () => {
    const { workspace, rows } = peopleIn(SPACES, PEOPLE);
    const environment = await openRows(rows, { workspace, scenario: SLOW });
    await askJob(environment.emulator, 'sidebarStartJob', '');
    const sidebar = await openSidebar({ environment });
    await chooseView(sidebar, /^Rows/);
    await waitForHeading(sidebar, 'Not finished: rows of “People”');
    expect(sidebar.calls).toEqual(['sidebarStart']);
    expect(await violations(sidebar)).toEqual([]);
    await button(sidebar, 'Continue').click();
    await waitForHeading(sidebar, 'Done: rows of “People”');
  });

  test('of somebody else is told kindly, with since when, and is left to them', async () => {
    const { workspace, rows } = peopleIn(SPACES, PEOPLE);
    const environment = await openRows(rows, { workspace, scenario: SLOW });
    const other = workspace.people[1]?.name ?? '';
    grantAll(environment, other);
    environment.emulator.spreadsheet.select(TAB, ['B:C'], other);
    const job = await askJob(environment.emulator, 'sidebarStartJob', '', other);
    const sidebar = await openSidebar({ environment });
    await chooseView(sidebar, /^Rows/);
    await sidebar.view.getByText(/^Somebody else started this look-up on Nov 2, 2026, 9:00 AM/).waitFor();
    expect(await button(sidebar, 'Cancel').count()).toBe(0);
    expect(await violations(sidebar)).toEqual([]);
    await button(sidebar, 'Continue').click();
    await waitForHeading(sidebar, 'A look-up is already running in this sheet.');
    const further = await askJob(environment.emulator, 'sidebarStepJob', job.runId, other);
    await button(sidebar, 'Look how far it is').click();
    await sidebar.view.getByText(`${further.done} of 32 rows`, { exact: true }).waitFor();
    await askJob(environment.emulator, 'sidebarPauseJob', job.runId, other);
    await button(sidebar, 'Look how far it is').click();
    await sidebar.view.getByText(/is not running now\. You may continue it/).waitFor();
    expect(await button(sidebar, 'Cancel').count()).toBe(1);
    await finish(
      environment.emulator,
      await askJob(environment.emulator, 'sidebarStepJob', job.runId, other),
    );
    await button(sidebar, 'Continue').click();
    await waitForHeading(sidebar, 'There is nothing to continue.');
    await sidebar.view.locator('.selection').waitFor();
  });
});
