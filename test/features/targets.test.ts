/** What must hold for a script that is bound to its sheet and for an add-on alike, and what differs between the two. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { JobView, SetupReport, Start } from '../../src/core/contract';
import { catalogueFor } from '../../src/core/locales/catalogue';
import { TARGETS, type TargetId } from '../../src/core/target';
import type { Emulator, Menu } from '../emulator/emulator';
import { NOBODY_WATCHING } from '../emulator/platform/user-interface';
import { SPACES } from '../emulator/workspace/invented';
import {
  ADMIN_MEMBERSHIPS,
  AS_ADMIN,
  extendedOf,
  openSession,
  problemOf,
  valueOf,
  type SessionOptions,
  type UserSession,
} from './front-door.testing';
import { askJob, fillRows, finish, leftovers, openJob, openRunId, peopleIn, rowsByKey } from './rows.testing';

const MINUTE_MS = 60_000;
const BOTH = Object.keys(TARGETS) as TargetId[];
const SECOND = 'users/100000000000000000002';
const EDITOR_FUNCTIONS = ['getMembership', 'lookUp', 'checkSetup'];

let session: UserSession | null = null;
const removals: (() => void)[] = [];

afterEach(async () => {
  await session?.close();
  session = null;
  for (const remove of removals.splice(0)) remove();
});

const open = async (options: SessionOptions): Promise<UserSession> => (session = await openSession(options));

/** Opens the sheet in a window that keeps its menus. */
async function openWithMenus(options: SessionOptions) {
  const menus: Menu[] = [];
  const window = { ...NOBODY_WATCHING, addMenu: (menu: Menu) => menus.push(menu) };
  return { menus, ...(await open({ ...options, window })) };
}

/** A list whose look-up takes more than one step: requests go one after another. At 5 s each it takes several executions. */
function longList(latencyMs = 150) {
  const { workspace, rows } = peopleIn(90, 2);
  return {
    rows,
    options: { workspace, scenario: { refusedScopes: ['script.external_request'], latencyMs } },
  };
}

const startOf = async (emulator: Emulator, user?: string): Promise<Start> =>
  valueOf((await emulator.runFromPage('sidebarStart', [], user)) as Parameters<typeof valueOf<Start>>[0]);

describe.each(BOTH)('%s', (target) => {
  test('is built with its version and a hash, which the sidebar and the set-up check show', async () => {
    const { sidebar } = await open({ target });
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const { build } = valueOf(await sidebar<Start>('sidebarStart'));
    expect(build).toEqual({ target, version, hash: expect.stringMatching(/^[\da-f]{12}$/) });
    const { text } = valueOf(await sidebar<SetupReport>('sidebarCheckSetup', ''));
    for (const part of [version, build.hash]) expect(text.split('\n')[1]).toContain(part);
  });

  test.each(['en', 'ja'])('opens with its menu in its place and touches nothing else: %s', async (locale) => {
    const { emulator, menus } = await openWithMenus({ target, granted: false, scenario: { locale } });
    const opened = await emulator.open();
    expect(opened.outcome).toBe('completed');
    expect([...new Set(opened.calls)].filter((call) => !call.startsWith('Ui.'))).toEqual([]);
    const { name, ...items } = catalogueFor(locale, target).menu;
    expect(menus).toHaveLength(1);
    expect(menus[0]?.caption).toBe(name);
    expect(menus[0]?.place).toBe(target === 'add-on' ? 'extensions' : undefined);
    const captions = menus[0]?.items.flatMap((item) => ('caption' in item ? [item.caption] : []));
    expect(captions).toEqual(Object.values(items));
  });

  test('names only functions in its menu that it has', async () => {
    const { emulator, menus } = await openWithMenus({ target });
    await emulator.open();
    const named = menus.flatMap(({ items }) =>
      items.flatMap((item) => ('functionName' in item ? [item.functionName] : [])),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(emulator.functions()).toEqual(expect.arrayContaining(named));
  });

  test(`has ${target === 'bound' ? 'the' : 'no'} functions for the script editor`, () => {
    const code = readFileSync(path.join(TARGETS[target].folder, 'Code.js'), 'utf8');
    for (const name of EDITOR_FUNCTIONS) {
      expect(code.includes(`\nfunction ${name}(`)).toBe(TARGETS[target].editorFunctions);
    }
  });

  test('goes on with a job when the sidebar is closed, as soon as its triggers may run', async () => {
    const { rows, options } = longList();
    const { emulator, clock } = await open({ target, ...options });
    fillRows(emulator, rows);
    const view = await askJob(emulator, 'sidebarStartJob', '');
    expect(view.state).toBe('running');
    expect(emulator.stores.triggers()).toHaveLength(1);
    for (let hours = 0; openRunId(emulator) !== null && hours < 10; hours++) {
      clock.advance(59 * MINUTE_MS);
      const early = await emulator.fireDueTriggers();
      expect(early).toHaveLength(target === 'add-on' ? 0 : 1);
      clock.advance(2 * MINUTE_MS);
      await emulator.fireDueTriggers();
    }
    expect(rowsByKey(emulator).every(({ answered }) => answered)).toBe(true);
    expect(leftovers(emulator)).toEqual([]);
  });

  test('moves its trigger when a job is continued within the hour, and has never more than one', async () => {
    const { rows, options } = longList(5_000);
    const { emulator, clock, menu } = await open({ target, ...options });
    fillRows(emulator, rows);
    await askJob(emulator, 'sidebarStartJob', '');
    const [first] = emulator.stores.triggers();
    clock.advance(20 * MINUTE_MS);
    await menu('continueLookUp');
    const after = emulator.stores.triggers();
    expect(after).toHaveLength(1);
    expect(after[0]?.uniqueId).not.toBe(first?.uniqueId);
  });
});

describe('an add-on', () => {
  test('is not there for somebody who has not installed it, until another person uses it in the document', async () => {
    const { emulator, menus, menu } = await openWithMenus({ target: 'add-on', installedFor: [] });
    await emulator.open(SECOND);
    expect(menus).toEqual([]);
    expect((await menu('showSidebar')).outcome).toBe('completed');
    await emulator.open(SECOND);
    expect(menus).toHaveLength(1);
  });

  test('asks a second person for their own permissions', async () => {
    const { emulator, menu } = await open({ target: 'add-on' });
    await menu('showSidebar');
    expect(emulator.grants(SECOND)).toBeNull();
    await expect(emulator.runFromPage('sidebarStart', [], SECOND)).rejects.toThrow(
      'Authorization is required',
    );
  });

  test('keeps the settings of one person apart by document', async () => {
    const variant = extendedOf('add-on', [ADMIN_MEMBERSHIPS]);
    removals.push(variant.remove);
    const { emulator, sidebar } = await open({ target: 'add-on', project: variant.project });
    const other = emulator.openAnother('Other list');
    valueOf(await sidebar('sidebarSaveSettings', AS_ADMIN));
    expect((await startOf(emulator)).settings.as).toBe('admin');
    expect((await startOf(other)).settings.as).toBe('user');
  });

  test('opens each document’s sidebar on the view that was chosen there', async () => {
    const { emulator } = await open({ target: 'add-on' });
    const other = emulator.openAnother('Other list');
    await emulator.run({ function: 'showSetupCheck', entry: 'menu' });
    await other.run({ function: 'lookUpSelectedRows', entry: 'menu' });
    expect((await startOf(emulator)).view).toBe('setup');
    expect((await startOf(other)).view).toBe('rows');
  });

  test('opens its sidebar where the permission for the sheet was refused', async () => {
    const { menu, sidebar } = await open({
      target: 'add-on',
      scenario: { refusedScopes: ['spreadsheets.currentonly'] },
    });
    expect((await menu('showSetupCheck')).outcome).toBe('completed');
    expect(valueOf(await sidebar<Start>('sidebarStart')).view).toBe('setup');
  });

  test('does the jobs of two documents of one person apart, each with its own trigger', async () => {
    const { rows, options } = longList();
    const { emulator, clock } = await open({ target: 'add-on', ...options });
    const other = emulator.openAnother('Other list');
    for (const one of [emulator, other]) {
      fillRows(one, rows);
      await askJob(one, 'sidebarStartJob', '');
    }
    expect(emulator.stores.triggers().map(({ document }) => document)).toEqual(['document', 'document 2']);
    // Finished while somebody watches: the trigger of the other document stays.
    const done: JobView = await finish(emulator, (await openJob(emulator))!);
    expect(done.state).toBe('done');
    expect(emulator.stores.triggers().map(({ document }) => document)).toEqual(['document 2']);
    clock.advance(61 * MINUTE_MS);
    expect(await emulator.fireDueTriggers()).toEqual([]);
    expect(await other.fireDueTriggers()).toHaveLength(1);
    for (const one of [emulator, other]) {
      expect(rowsByKey(one).every(({ answered }) => answered)).toBe(true);
      expect(leftovers(one)).toEqual([]);
    }
  });

  test('removes a trigger whose id could not be noted, once it has run', async () => {
    const { rows, options } = longList();
    const { emulator, clock } = await open({ target: 'add-on', ...options });
    fillRows(emulator, rows);
    const run = (kill?: { atCall: number; when: 'after'; applied: 0 }) =>
      emulator.run({ function: 'sidebarStartJob', args: [''], entry: 'sidebar', ...(kill ? { kill } : {}) });
    const { calls } = await run();
    await askJob(emulator, 'sidebarCancelJob', openRunId(emulator)!);
    fillRows(emulator, rows);
    const atCall = calls.indexOf('ScriptApp.newTrigger') + 1;
    expect((await run({ atCall, when: 'after', applied: 0 })).outcome).toBe('killed');
    expect(emulator.stores.triggers()).toHaveLength(1);
    for (let hours = 0; emulator.stores.triggers().length > 0 && hours < 10; hours++) {
      clock.advance(61 * MINUTE_MS);
      await emulator.fireDueTriggers();
    }
    expect(leftovers(emulator)).toEqual([]);
  });

  test.each([
    ['en', /about once an hour/],
    ['ja', /およそ 1 時間ごと/],
  ])('says when it goes on by itself: %s', async (locale, words) => {
    const { rows, options } = longList(5_000);
    const scenario = { ...options.scenario, locale };
    const { emulator, menu, shown } = await open({ target: 'add-on', ...options, scenario });
    fillRows(emulator, rows);
    await askJob(emulator, 'sidebarStartJob', '');
    await menu('continueLookUp');
    expect([...shown.toasts, ...shown.alerts.map(({ prompt }) => prompt)].join('\n')).toMatch(words);
  });

  test.each(['en', 'ja'])(
    'tells people to ask its publisher for lines of the manifest: %s',
    async (locale) => {
      const { sidebar } = await open({ target: 'add-on', scenario: { locale } });
      const { nextStep } = problemOf(await sidebar('sidebarSaveSettings', AS_ADMIN));
      expect(nextStep).toContain(`"${ADMIN_MEMBERSHIPS}"`);
      expect(nextStep).toMatch(/publish|公開/);
    },
  );

  test.each(['en', 'ja'])(
    'says that its code cannot be changed, and who can read the answers: %s',
    async (locale) => {
      const { sidebar } = await open({ target: 'add-on', scenario: { locale } });
      const { text } = valueOf(await sidebar<SetupReport>('sidebarCheckSetup', ''));
      const { setup } = catalogueFor(locale, 'add-on');
      expect(text).toContain(setup.warning);
      expect(setup.warning).not.toBe(catalogueFor(locale, 'bound').setup.warning);
      expect(text).not.toMatch(/script editor|スクリプト エディタ/);
    },
  );

  test('works in the invented space as a bound script does', async () => {
    const { ask } = await open({ target: 'add-on' });
    expect((await ask(SPACES.launch, 'ken.mori@orchard.example')).verdict).toBe('member');
  });
});

test('the two targets are in folders of their own', () => {
  for (const { folder } of Object.values(TARGETS))
    expect(existsSync(path.join(folder, 'Code.js'))).toBe(true);
  expect(new Set(Object.values(TARGETS).map(({ folder }) => folder)).size).toBe(BOTH.length);
});
