/** Who is in a space, which spaces one has and where somebody is, in a browser. */
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { inventedWorkspace, SPACES } from '../emulator/workspace/invented';
import type { Workspace } from '../emulator/workspace/workspace';
import { PROFILES } from '../emulator.testing';
import {
  button,
  chooseView,
  closeAll,
  closeSidebars,
  openSidebar,
  PEOPLE,
  WORDS,
  type Sidebar,
} from './session.testing';
import { focused, heard, NO_CONNECTION, said, violations } from './page.testing';

const { launch } = SPACES;
const { home, roster, spaces, where, job } = WORDS.en;

afterEach(closeSidebars);
afterAll(closeAll);

async function open(): Promise<Sidebar> {
  return await openSidebar({ scenario: { assumptions: PROFILES } });
}

describe('the members of a space', () => {
  test('are counted and named, and written only when that is asked for', async () => {
    const sidebar = await open();
    await sidebar.view.getByLabel('Space', { exact: true }).fill(launch);
    await button(sidebar, home.submit.members).click();
    await sidebar.view.locator('.stamp').waitFor();
    expect(await focused(sidebar)).toContain(roster.people(11));
    await heard(sidebar, roster.people(11));
    expect((await said(sidebar)).polite).toBe(roster.people(11));
    await sidebar.view.getByText(roster.exceptions.outside(3), { exact: true }).waitFor();
    await button(sidebar, roster.exceptions.more(2)).click();
    expect(await violations(sidebar)).toEqual([]);
    const { spreadsheet } = sidebar.environment.emulator;
    const tabs = () => spreadsheet.tabs().map(({ name }) => name);
    expect(tabs()).not.toContain('Members of Orchard launch');
    await button(sidebar, roster.write(13)).click();
    await sidebar.view.locator('.job.done').waitFor();
    expect(tabs()).toContain('Members of Orchard launch');
    expect(await violations(sidebar)).toEqual([]);
    await button(sidebar, job.goToList).click();
    await button(sidebar, job.close).click();
  });
});

describe('one’s own spaces', () => {
  test('are listed without direct messages unless these are ticked', async () => {
    const sidebar = await open();
    await button(sidebar, home.submit.spaces).click();
    await button(sidebar, spaces.write(4)).waitFor();
    expect(await violations(sidebar)).toEqual([]);
    await sidebar.view.getByRole('checkbox').check();
    await button(sidebar, spaces.write(7)).waitFor();
    await sidebar.view.getByRole('checkbox').uncheck();
    await button(sidebar, spaces.write(4)).click();
    await sidebar.view.locator('.job.done').waitFor();
    expect(sidebar.environment.emulator.spreadsheet.display('Spaces')).toHaveLength(5);
  });
});

describe('the members of one’s own spaces', () => {
  test('are listed for all of them, and then again', async () => {
    const sidebar = await open();
    await button(sidebar, home.submit.spaces).click();
    await sidebar.view.getByText(spaces.notKnown).waitFor();
    await button(sidebar, spaces.listAll).click();
    await sidebar.view.locator('.job.done').waitFor();
    const tabs = sidebar.environment.emulator.spreadsheet.tabs().map(({ name }) => name);
    expect(tabs).toEqual(expect.arrayContaining(['Spaces', 'Members']));
    await button(sidebar, job.close).click();
    await chooseView(sidebar, WORDS.en.page.views.ask);
    await button(sidebar, WORDS.en.answer.changeLabel).click();
    await button(sidebar, home.submit.spaces).click();
    await sidebar.view.getByText(/^Known for \d of 4\./).waitFor();
    // One of the four shows its members to nobody here: it is asked again.
    await sidebar.view.getByRole('button', { name: spaces.listOthers(1), exact: true }).click();
    await sidebar.view.locator('.job.done').waitFor();
    expect(sidebar.calls.filter((name) => name === 'sidebarStartRoster')).toHaveLength(2);
    expect(await violations(sidebar)).toEqual([]);
  });

  test('say why their start was refused, whatever is selected', async () => {
    const sidebar = await open();
    await button(sidebar, home.submit.spaces).click();
    await sidebar.view.getByText(spaces.notKnown).waitFor();
    sidebar.fail('sidebarStartRoster', NO_CONNECTION);
    await button(sidebar, spaces.listAll).click();
    await sidebar.view.getByRole('heading', { name: 'The sidebar lost its connection' }).waitFor();
    expect(await violations(sidebar)).toEqual([]);
  });
});

describe('where somebody is', () => {
  const calls = (sidebar: Sidebar) => sidebar.calls.filter((name) => name === 'sidebarWhere').length;

  test('is looked through space by space, and what could not be checked is named', async () => {
    const sidebar = await open();
    await sidebar.view.getByLabel('Member', { exact: true }).fill(PEOPLE.owner);
    await button(sidebar, home.submit.where).click();
    await sidebar.view.getByText(where.in(3, 4)).waitFor();
    await sidebar.view.getByText(where.onlyOwner(2)).waitFor();
    await sidebar.view.getByText(where.unchecked(1)).waitFor();
    await heard(sidebar, where.in(3, 4));
    expect((await said(sidebar)).polite).toBe(where.in(3, 4));
    expect(await violations(sidebar)).toEqual([]);
  });

  test('is looked for in direct messages and group chats only after a tick', async () => {
    const sidebar = await open();
    await sidebar.view.getByLabel('Member', { exact: true }).fill(PEOPLE.owner);
    await button(sidebar, home.submit.where).click();
    await sidebar.view.getByText(where.in(3, 4)).waitFor();
    expect(calls(sidebar)).toBe(1);
    await sidebar.view.getByLabel(spaces.also(2)).click();
    await sidebar.view.getByText(where.in(5, 6)).waitFor();
    await heard(sidebar, where.in(5, 6));
    expect((await said(sidebar)).polite).toBe(where.in(5, 6));
    expect(await sidebar.view.getByLabel(spaces.also(2)).count()).toBe(0);
    expect(calls(sidebar)).toBe(2);
    expect(await violations(sidebar)).toEqual([]);
  });

  test('can be cancelled, keeps what was found, and goes on from there', async () => {
    const sidebar = await open();
    const release = sidebar.hold('sidebarWhere');
    await sidebar.view.getByLabel('Member', { exact: true }).fill(PEOPLE.owner);
    await button(sidebar, home.submit.where).click();
    await sidebar.view.getByText(where.of(4)).waitFor();
    await button(sidebar, 'Cancel').click();
    await sidebar.view.getByText(where.notAll(4)).waitFor();
    await release();
    expect(await sidebar.view.getByText(where.in(3, 4)).count()).toBe(0);
    await button(sidebar, where.goOn).click();
    await sidebar.view.getByText(where.in(3, 4)).waitFor();
  });

  test('can be cancelled while the list of spaces is read, and goes on after that', async () => {
    const sidebar = await open();
    const release = sidebar.hold('sidebarSpaces');
    await sidebar.view.getByLabel('Member', { exact: true }).fill(PEOPLE.owner);
    await button(sidebar, home.submit.where).click();
    await button(sidebar, 'Cancel').click();
    await release();
    expect(calls(sidebar)).toBe(0);
    await button(sidebar, where.goOn).click();
    await sidebar.view.getByText(where.in(3, 4)).waitFor();
  });

  test('in more than 1,000 spaces is looked for in a tab, in direct messages only after the tick', async () => {
    const workspace = withSpaces(1_001);
    const sidebar = await openSidebar({ workspace, scenario: { assumptions: PROFILES } });
    await sidebar.view.getByLabel('Member', { exact: true }).fill(PEOPLE.owner);
    await button(sidebar, home.submit.where).click();
    await sidebar.view.getByText(where.tooMany(1_005)).waitFor();
    await heard(sidebar, where.tooMany(1_005));
    expect((await said(sidebar)).polite).toBe(where.tooMany(1_005));
    expect(await violations(sidebar)).toEqual([]);
    expect(calls(sidebar)).toBe(0);
    await button(sidebar, where.inTab(1_005)).click();
    await sidebar.view.getByText(job.kinds.lookUp.running(`Spaces of ${PEOPLE.owner}`)).waitFor();
    await sidebar.view.getByText(job.kinds.lookUp.done(1_005, null)).waitFor({ timeout: 60_000 });
    const again = await openSidebar({ environment: sidebar.environment });
    await again.view.getByLabel('Member', { exact: true }).fill(PEOPLE.owner);
    await button(again, home.submit.where).click();
    await again.view.getByLabel(spaces.also(2)).click();
    await button(again, where.inTab(1_007)).click();
    await again.view.getByText(job.kinds.lookUp.done(1_007, null)).waitFor({ timeout: 60_000 });
    expect([calls(sidebar), calls(again)]).toEqual([0, 0]);
  }, 180_000);
});

/** The invented workspace, in which the caller alone is in so many spaces more. */
function withSpaces(count: number): Workspace {
  const workspace = inventedWorkspace();
  const names = Array.from({ length: count }, (_, index) => `spaces/AAAAmore${index}`);
  const [space] = workspace.spaces;
  return {
    ...workspace,
    spaces: [...workspace.spaces, ...names.map((name) => ({ ...space, name, displayName: `Row ${name}` }))],
    memberships: [
      ...workspace.memberships,
      ...names.map((name) => ({
        name: `${name}/members/${workspace.caller.replace('users/', '')}`,
        state: 'JOINED',
        role: 'ROLE_MEMBER',
        createTime: '2026-05-01T03:00:00Z',
        affiliation: 'INTERNAL',
        member: { name: workspace.caller, type: 'HUMAN' },
      })),
    ],
  };
}
