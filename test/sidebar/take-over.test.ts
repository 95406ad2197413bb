/** The screen before somebody goes on with a job that another person has begun as a Workspace admin, in a browser. */
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { ADMIN_MEMBERSHIPS, AS_ADMIN, extended } from '../features/front-door.testing';
import { askJob, leftovers, openJob, openRows, peopleIn, runSidebar, TAB } from '../features/rows.testing';
import { problemOf } from '../../src/core/chat/problem';
import { catalogueFor } from '../../src/core/locales/catalogue';
import { grantAll } from '../emulator.testing';
import {
  button,
  chooseView,
  closeAll,
  closeSidebars,
  openSidebar,
  WORDS,
  type Sidebar,
} from './session.testing';
import { violations } from './page.testing';

const SPACES = 8;
const PEOPLE = 4;
/** Requests go one after another: a step gets through a part of the spaces. */
const SLOW = { latencyMs: 4_000, refusedScopes: ['script.external_request'] };

const removals: (() => void)[] = [];
afterEach(async () => {
  await closeSidebars();
  for (const remove of removals.splice(0)) remove();
});
afterAll(closeAll);

const BROWSER = { en: 'en-US', ja: 'ja-JP' } as const;

/** A job of another admin lies paused in the sheet; the workspace's caller, an admin too, opens the sidebar and presses Continue. */
async function continueOfAnother(locale: 'en' | 'ja'): Promise<Sidebar> {
  const { project, remove } = extended([ADMIN_MEMBERSHIPS]);
  removals.push(remove);
  const { workspace, rows } = peopleIn(SPACES, PEOPLE);
  const other = workspace.people[1]?.name ?? '';
  const environment = await openRows(rows, {
    project,
    workspace: { ...workspace, admins: [workspace.caller, other] },
    scenario: { ...SLOW, locale },
  });
  const { emulator } = environment;
  grantAll(environment, other);
  for (const user of [workspace.caller, other]) {
    const saved = await runSidebar(emulator, 'sidebarSaveSettings', [AS_ADMIN], { user });
    expect(saved.value).toMatchObject({ ok: true });
  }
  emulator.spreadsheet.select(TAB, ['B:C'], other);
  const { runId } = await askJob(emulator, 'sidebarStartJob', '', other);
  await askJob(emulator, 'sidebarPauseJob', runId, other);
  environment.apis.resetCounts();
  const sidebar = await openSidebar({ environment }, { locale: BROWSER[locale] });
  await chooseView(sidebar, new RegExp(`^${WORDS[locale].page.views.rows}`));
  await button(sidebar, WORDS[locale].job.resume).click();
  await button(sidebar, WORDS[locale].job.privileged.continue).waitFor();
  return sidebar;
}

describe.each(['en', 'ja'] as const)('a job that another person began as a Workspace admin: %s', (locale) => {
  const { privileged, kinds } = WORDS[locale].job;
  // The emulator's clock stands at 9 o'clock when the job begins.
  const asked = { caller: 'admin', since: '2026-11-02 09:00', spaces: String(SPACES) };
  const { cause } = catalogueFor(locale).problemText(problemOf('takeOverUnconfirmed', asked));

  test('says as whom, since when and for how many spaces before it goes on, and can be left as it is', async () => {
    const sidebar = await continueOfAnother(locale);
    const { apis, emulator } = sidebar.environment;
    const before = await openJob(emulator);
    await sidebar.view.getByText(privileged.title, { exact: true }).waitFor();
    expect(await sidebar.view.getByText(cause, { exact: true }).count()).toBe(1);
    expect(await sidebar.view.getByText(privileged.yours, { exact: true }).count()).toBe(1);
    // Not the button that was pressed a moment ago: the further yes is another one.
    expect(await button(sidebar, WORDS[locale].job.resume).count()).toBe(0);
    expect(await violations(sidebar)).toEqual([]);
    await button(sidebar, privileged.leave).click();
    await sidebar.view.locator('.selection').waitFor();
    // The one that was refused.
    expect(sidebar.calls.filter((name) => name === 'sidebarStepJob')).toHaveLength(1);
    expect(apis.counts().requests).toBe(0);
    expect(await openJob(emulator)).toEqual(before);
    expect(before).toMatchObject({ state: 'paused', as: 'admin', foreign: true });
    expect(await violations(sidebar)).toEqual([]);
  });

  test('goes on with one’s own rights after a further yes', async () => {
    const sidebar = await continueOfAnother(locale);
    const { apis, emulator } = sidebar.environment;
    expect(apis.counts().requests).toBe(0);
    await button(sidebar, privileged.continue).click();
    await sidebar.view.getByRole('heading', { name: kinds.lookUp.done(SPACES * PEOPLE, null) }).waitFor();
    expect(apis.counts().requests).toBeGreaterThan(0);
    expect(leftovers(emulator)).toEqual([]);
    expect(await violations(sidebar)).toEqual([]);
  });
});
