/** An Editor add-on on the emulator: what it may do before somebody has used it in a document, its triggers, its documents. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Menu } from '../emulator';
import type { TestEnvironment } from '../../emulator.testing';
import { openScript } from './echo.testing';
import { NOBODY_WATCHING } from './user-interface';

const HOUR_MS = 3_600_000;
const CODE = `
  function onOpen(event) {
    const locale = Session.getActiveUserLocale();
    SpreadsheetApp.getUi().createAddonMenu().addItem(locale + ' ' + event.authMode, 'use').addToUi();
  }
  function use() { return SpreadsheetApp.getActiveSpreadsheet().getId(); }
  function arm(ms) { return ScriptApp.newTrigger('fire').timeBased().after(ms).create().getUniqueId(); }
  function list() { return ScriptApp.getProjectTriggers().map((one) => one.getUniqueId()); }
  function fire() { console.log('fired in ' + SpreadsheetApp.getActiveSpreadsheet().getName()); }
  function keep(text) {
    PropertiesService.getUserProperties().setProperty('user', text);
    PropertiesService.getDocumentProperties().setProperty('document', text);
    CacheService.getUserCache().put('user', text);
  }
  function kept() {
    return [
      PropertiesService.getUserProperties().getProperty('user'),
      PropertiesService.getDocumentProperties().getProperty('document'),
      CacheService.getUserCache().get('user'),
    ];
  }`;

let environment: TestEnvironment | undefined;
afterEach(async () => {
  await environment?.close();
  environment = undefined;
});

/** Opens the add-on; `menus` are those that were added, newest last. */
async function openAddOn(
  options: { readonly installedFor?: readonly string[]; readonly code?: string } = {},
) {
  const menus: Menu[] = [];
  const { installedFor, code = CODE } = options;
  const opened = await openScript(code, {
    target: 'add-on',
    ...(installedFor ? { installedFor } : {}),
    window: { ...NOBODY_WATCHING, addMenu: (menu) => menus.push(menu) },
  });
  environment = opened;
  const { emulator, clock } = opened;
  const run = (name: string, args: readonly unknown[] = [], on = emulator, user = 'users/1') =>
    on.run({ function: name, args, entry: 'menu', user });
  const captions = () => menus.splice(0).flatMap(({ items }) => items.map((item) => JSON.stringify(item)));
  return { emulator, clock, menus, run, captions };
}

describe('opening a document', () => {
  test('runs with hardly any rights until somebody has used the add-on there, then with limited ones for everybody', async () => {
    const { emulator, run, captions } = await openAddOn();
    await emulator.open('users/1');
    expect(captions()).toEqual([expect.stringContaining('en NONE')]);
    await run('use');
    for (const user of ['users/1', 'users/2']) {
      await emulator.open(user);
      expect(captions()).toEqual([expect.stringContaining('en LIMITED')]);
    }
    const other = emulator.openAnother('Other');
    await other.open('users/1');
    expect(captions()).toEqual([expect.stringContaining('en NONE')]);
  });

  test('shows nothing to somebody who has not installed it, until another person has used it there', async () => {
    const { emulator, run, captions } = await openAddOn({ installedFor: ['users/1'] });
    await emulator.open('users/2');
    expect(captions()).toEqual([]);
    await run('use');
    await emulator.open('users/2');
    expect(captions()).toEqual([expect.stringContaining('LIMITED')]);
  });

  test('puts the menu below Extensions, under the name of the script', async () => {
    const { emulator, menus } = await openAddOn();
    await emulator.open();
    expect(menus).toMatchObject([{ caption: 'Rollcall', place: 'extensions' }]);
  });

  test.each([
    'SpreadsheetApp.getActiveSpreadsheet()',
    'PropertiesService.getUserProperties().getProperty("x")',
    'CacheService.getUserCache().get("x")',
    'Session.getActiveUser().getEmail()',
    'LockService.getScriptLock().tryLock(0)',
    'UrlFetchApp.fetch("https://chat.googleapis.com/")',
    'ScriptApp.getProjectTriggers()',
  ])('with hardly any rights refuses %s', async (expression) => {
    const code = `function onOpen() { ${expression}; } function use() {}`;
    const { emulator, run } = await openAddOn({ code });
    const { outcome, error } = await emulator.open();
    expect([outcome, error?.message]).toEqual([
      'failed',
      'Authorization is required to perform that action.',
    ]);
    await run('use');
    const refusedStill = /UrlFetchApp|getProjectTriggers|getActiveUser/.test(expression);
    if (!refusedStill) expect((await emulator.open()).outcome).toBe('completed');
  });
});

describe('time triggers', () => {
  test('are refused below an hour, and a second one of the same person in the document', async () => {
    const { run } = await openAddOn();
    expect((await run('arm', [HOUR_MS - 1])).error?.message).toMatch(/once an hour/);
    expect((await run('arm', [HOUR_MS])).outcome).toBe('completed');
    expect((await run('arm', [HOUR_MS])).error?.message).toMatch(/too many time-based triggers/);
    expect((await run('arm', [HOUR_MS], undefined, 'users/2')).outcome).toBe('completed');
  });

  test('are listed over all documents, and run in their own', async () => {
    const { emulator, clock, run } = await openAddOn();
    const other = emulator.openAnother('Other');
    const ids = [(await run('arm', [HOUR_MS])).value, (await run('arm', [HOUR_MS], other)).value];
    expect((await run('list')).value).toEqual(ids);
    expect((await run('list', [], other)).value).toEqual(ids);
    clock.advance(HOUR_MS);
    const texts = async (on: typeof emulator) =>
      (await on.fireDueTriggers()).flatMap(({ log }) => log.map(({ text }) => text));
    expect(await texts(emulator)).toEqual(['fired in Rollcall']);
    expect(await texts(other)).toEqual(['fired in Other']);
  });
});

describe('two documents of one person', () => {
  test('share the grants and what is the person’s, and nothing that is a document’s', async () => {
    const { emulator, run } = await openAddOn();
    const other = emulator.openAnother('Other');
    await run('keep', ['first']);
    expect(other.grants('users/1')).toEqual(emulator.scopes());
    expect((await run('kept', [], other)).value).toEqual(['first', null, 'first']);
    await run('keep', ['second'], other);
    expect((await run('kept')).value).toEqual(['second', 'first', 'second']);
    expect((await run('use', [], other)).value).not.toBe((await run('use')).value);
  });

  test('are an add-on’s only', async () => {
    environment = await openScript(CODE);
    const { emulator } = environment;
    expect(() => emulator.openAnother('Other')).toThrow('A bound script has one document only.');
  });
});
