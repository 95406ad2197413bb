import { afterEach, describe, expect, test } from '@jest/globals';
import { NOBODY_WATCHING } from './user-interface';
import type { TestEnvironment } from '../../emulator.testing';
import { ALL, manifest, openScript } from './echo.testing';

let environment: TestEnvironment | undefined;
afterEach(async () => {
  await environment?.close();
  environment = undefined;
});

const AUTH = 'https://www.googleapis.com/auth/';
const MORE =
  ' . For more information, see https://developers.google.com/apps-script/guides/support/troubleshooting#authorization-is';
const CODE = `
  function sheet() { return SpreadsheetApp.getActiveSpreadsheet().getName(); }
  function web() { return UrlFetchApp.fetch('https://chat.googleapis.com/').getResponseCode(); }
  function mail() { return Session.getActiveUser().getEmail(); }
  function triggers() { return ScriptApp.getProjectTriggers().length; }
  function sidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')); }
  function info() {
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    return [info.getAuthorizationUrl() !== null, info.getAuthorizedScopes()];
  }
  function demand() { ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${AUTH}userinfo.email']); return 'went on'; }
  function token() { return ScriptApp.getOAuthToken(); }
`;
const NEEDS = [
  ['sheet', 'SpreadsheetApp.getActiveSpreadsheet', ['spreadsheets.currentonly', 'spreadsheets']],
  ['web', 'UrlFetchApp.fetch', ['script.external_request']],
  ['mail', 'Session.getActiveUser', ['userinfo.email']],
  ['triggers', 'ScriptApp.getProjectTriggers', ['script.scriptapp']],
  ['sidebar', 'Ui.showSidebar', ['script.container.ui']],
] as const;

function listed(scopes: readonly string[]): string {
  const full = scopes.map((scope) => AUTH + scope);
  return full.length > 1 ? `(${full.join(' || ')})` : full.join('');
}

describe.each(NEEDS)('%s()', (name, member, scopes) => {
  test('works with the scope', async () => {
    environment = await openScript(CODE);
    expect((await environment.emulator.run({ function: name, entry: 'menu' })).outcome).toBe('completed');
  });

  test('says that the user has not granted it', async () => {
    environment = await openScript(CODE, { scenario: { refusedScopes: [scopes[0]] } });
    const { error } = await environment.emulator.run({ function: name, entry: 'menu' });
    expect(error).toMatchObject({
      name: 'Exception',
      message: `You do not have permission to call ${member}. Required permissions: ${listed(scopes)}${MORE}`,
    });
  });

  test('says that the manifest does not ask for it', async () => {
    environment = await openScript(CODE, { manifest: manifest([]) });
    const { error } = await environment.emulator.run({ function: name, entry: 'menu' });
    expect(error?.message).toBe(
      `Specified permissions are not sufficient to call ${member}. Required permissions: ${listed(scopes)}`,
    );
  });
});

describe('grants', () => {
  test('are asked for at the first run by hand, scope by scope', async () => {
    const asked: (readonly string[])[] = [];
    environment = await openScript(CODE, {
      window: {
        ...NOBODY_WATCHING,
        consent: (scopes) => {
          asked.push(scopes);
          return Promise.resolve([`${AUTH}script.scriptapp`]);
        },
      },
    });
    const { emulator } = environment;
    expect((await emulator.run({ function: 'info', entry: 'menu' })).value).toEqual([
      true,
      [`${AUTH}script.scriptapp`],
    ]);
    expect((await emulator.run({ function: 'mail', entry: 'menu' })).outcome).toBe('failed');
    expect(asked).toEqual([emulator.scopes()]);
  });

  test('can be taken back and given again, for one user', async () => {
    environment = await openScript(CODE);
    const { emulator } = environment;
    const mail = async (user: string) =>
      (await emulator.run({ function: 'mail', entry: 'menu', user })).outcome;
    emulator.setGrant('userinfo.email', false, 'users/1');
    expect([await mail('users/1'), await mail('users/2')]).toEqual(['failed', 'completed']);
    emulator.setGrant('userinfo.email', true, 'users/1');
    expect(await mail('users/1')).toBe('completed');
  });

  test('are all there: nothing is required, and no address is given', async () => {
    environment = await openScript(CODE);
    const { value } = await environment.emulator.run({ function: 'info', entry: 'menu' });
    expect(value).toEqual([false, environment.emulator.scopes()]);
  });

  test('are in the token', async () => {
    environment = await openScript(CODE, { scenario: { refusedScopes: ['script.external_request'] } });
    const { value } = await environment.emulator.run({ function: 'token', entry: 'menu' });
    expect(value).toContain('users/1 ');
    expect(value).toContain('chat.memberships.readonly');
    expect(value).not.toContain('external_request');
  });

  test.each(['getAuthorizationInfo', 'requireScopes'])('%s takes no name for an enum', async (member) => {
    environment = await openScript(`function main() { ScriptApp.${member}('FULL', ['x']); }`);
    const { error } = await environment.emulator.run({ function: 'main', entry: 'menu' });
    expect(error?.message).toBe(
      `The parameters (String,String[]) don't match the method signature for ScriptApp.${member}.`,
    );
  });

  test('requireScopes ends the run, asks, and the next run goes on', async () => {
    environment = await openScript(CODE, { scenario: { refusedScopes: ['userinfo.email'] } });
    const { emulator } = environment;
    const first = await emulator.run({ function: 'demand', entry: 'menu' });
    expect(first).toMatchObject({ outcome: 'needsConsent' });
    expect(first.value).toBeUndefined();
    expect((await emulator.run({ function: 'demand', entry: 'menu' })).value).toBe('went on');
  });

  test('a page that calls before anybody has consented gets an error in its handler', async () => {
    environment = await openScript(CODE);
    await expect(environment.emulator.runFromPage('mail', [])).rejects.toMatchObject({
      name: 'ScriptError',
      message: 'Authorization is required to perform that action.',
    });
  });
});

describe('opening the spreadsheet', () => {
  test('runs onOpen with limited rights: a menu yes, a sidebar no', async () => {
    const menus: string[] = [];
    environment = await openScript(
      `function onOpen(event) {
        SpreadsheetApp.getUi().createMenu('Rollcall').addItem('One', 'one').addSeparator().addToUi();
        const refused = [];
        for (const attempt of [
          () => SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')),
          () => UrlFetchApp.fetch('https://chat.googleapis.com/'),
          () => Chat.Spaces.Members.get('spaces/A/members/1'),
        ]) { try { attempt(); } catch (error) { refused.push(error.message.split('.')[0]); } }
        return [String(event.authMode), refused];
      }`,
      { window: { ...NOBODY_WATCHING, addMenu: ({ caption }) => menus.push(caption) } },
    );
    const { value } = await environment.emulator.open();
    expect(menus).toEqual(['Rollcall']);
    expect(value).toEqual([
      'LIMITED',
      [
        'You do not have permission to call Ui',
        'You do not have permission to call UrlFetchApp',
        'You do not have permission to call Chat',
      ],
    ]);
  });

  test('asks nobody for consent', async () => {
    let asked = false;
    environment = await openScript('function onOpen() { SpreadsheetApp.getUi(); }', {
      window: {
        ...NOBODY_WATCHING,
        consent: (scopes) => {
          asked = true;
          return Promise.resolve(scopes);
        },
      },
    });
    expect((await environment.emulator.open()).outcome).toBe('completed');
    expect(asked).toBe(false);
  });
});

test('a time trigger has no window to show anything in', async () => {
  environment = await openScript(
    `function arm() { ScriptApp.newTrigger('fire').timeBased().after(1000).create(); }
     function fire() { SpreadsheetApp.getUi(); }`,
    { manifest: ALL },
  );
  await environment.emulator.run({ function: 'arm', entry: 'menu' });
  environment.clock.advance(1000);
  const [result] = await environment.emulator.fireDueTriggers();
  expect(result?.error?.message).toBe('Cannot call SpreadsheetApp.getUi() from this context.');
});

test('a time trigger is told the time, in the script’s zone, and no source', async () => {
  environment = await openScript(
    `function arm() { ScriptApp.newTrigger('fire').timeBased().after(90000).create(); }
     function fire(event) { const { triggerUid, authMode, ...rest } = event; return rest; }`,
    { manifest: ALL },
  );
  await environment.emulator.run({ function: 'arm', entry: 'menu' });
  environment.clock.advance(90_000);
  const [result] = await environment.emulator.fireDueTriggers();
  expect(result?.value).toEqual({
    ...{ year: 2026, month: 11, 'day-of-month': 2, 'day-of-week': 1, 'week-of-year': 45 },
    ...{ hour: 9, minute: 1, second: 30, timezone: 'Asia/Tokyo' },
  });
});
