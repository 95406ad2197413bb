import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { EnvironmentOptions, TestEnvironment } from '../../emulator.testing';
import { openEnvironment, projectOf } from '../../emulator.testing';
import type { EditorWindow } from '../emulator';
import type { DialogRequest } from './dialogs';
import { ALL, manifest, openScript } from './echo.testing';
import { NOBODY_WATCHING } from './user-interface';

let environment: TestEnvironment | undefined;
afterEach(async () => {
  await environment?.close();
  environment = undefined;
});

/** What an expression gives in a script, or the error that it throws as text. */
async function evaluate(
  expression: string,
  options?: EnvironmentOptions & { manifest?: string },
): Promise<unknown> {
  environment = await openScript(
    `function main() { try { return ${expression}; } catch (error) { return String(error); } }`,
    options,
  );
  return (await environment.emulator.run({ function: 'main', entry: 'menu' })).value;
}

describe('UrlFetchApp', () => {
  const HOST = 'https://chat.googleapis.com';
  const fetchText = (options = '', path = '/v1/x?a=b') =>
    `JSON.parse(UrlFetchApp.fetch('${HOST}${path}'${options}).getContentText())`;

  test('sends what the options say', async () => {
    expect(
      await evaluate(
        fetchText(
          `, { method: 'POST', headers: { 'X-One': 1 }, contentType: 'application/json', payload: '{}' }`,
        ),
      ),
    ).toMatchObject({
      method: 'POST',
      path: '/v1/x?a=b',
      body: '{}',
      headers: { 'x-one': '1', 'content-type': 'application/json' },
    });
  });

  test('sends any method in capitals', async () => {
    expect(await evaluate(fetchText(`, { method: 'patch', payload: '{}' }`))).toMatchObject({
      method: 'PATCH',
    });
  });

  test('sends an object as a form, by POST', async () => {
    expect(await evaluate(fetchText(`, { payload: { a: 'b c', d: 'é' } }`))).toMatchObject({
      method: 'POST',
      body: 'a=b%20c&d=%C3%A9',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  });

  test('throws for a status of 400 and above, and shows scheme and host only', async () => {
    expect(await evaluate(fetchText('', '/status/404?secret=1'))).toMatch(
      /^Exception: Request failed for https:\/\/chat\.googleapis\.com returned code 404\. Truncated server response: \{.*\(use muteHttpExceptions option to examine full response\)$/,
    );
  });

  test('returns the response where it is muted', async () => {
    const call = `UrlFetchApp.fetch('${HOST}/status/429', { muteHttpExceptions: true })`;
    expect(await evaluate(`(r => [r.getResponseCode(), r.getHeaders()['Retry-After']])(${call})`)).toEqual([
      429,
      '7',
    ]);
  });

  test.each([
    ['an unknown host', 'https://nowhere.example/a', 'DNS error: https://nowhere.example/a'],
    ['no address', '', 'Attribute provided with no value: url'],
    ['a malformed address', 'chat', 'Invalid argument: chat'],
    ['no address at all', 'https://[bad/', 'Invalid argument: https://[bad/'],
    ['too long an address', `${HOST}/${'a'.repeat(2050)}`, 'Limit Exceeded: URLFetch URL Length.'],
  ])('throws for %s even where it is muted', async (_, url, message) => {
    expect(await evaluate(`UrlFetchApp.fetch('${url}', { muteHttpExceptions: true })`)).toBe(
      `Exception: ${message}`,
    );
  });

  test('refuses a host that exists', async () => {
    expect(await evaluate(`UrlFetchApp.fetch('https://www.example.com/a')`)).toBe(
      'Exception: UrlFetchApp.fetch: www.example.com is not available in the emulator',
    );
    expect(environment?.emulator.takeRefusals()).toEqual(['UrlFetchApp.fetch: www.example.com']);
  });

  test('reaches only what the manifest allows', async () => {
    const strict = manifest(['script.external_request'], { urlFetchWhitelist: [`${HOST}/v1/`] });
    const options = { manifest: strict };
    expect(await evaluate(`${fetchText()}.path`, options)).toBe('/v1/x?a=b');
    await environment?.close();
    const refused = (url: string) =>
      `Exception: Request to ${url} failed because the URL has not been whitelisted in the script manifest.`;
    expect(await evaluate(fetchText('', '/v2/x?key=1'), options)).toBe(refused(`${HOST}/v2/x`));
    await environment?.close();
    const other = 'https://chat.googleapis.com.evil.example/v1/';
    expect(await evaluate(`UrlFetchApp.fetchAll(['${HOST}/v1/a', '${other}'])`, options)).toBe(
      refused(other),
    );
  });

  test.each([
    ['/v1/spaces', null],
    ['/v1/spaces/A', null],
    ['/v1/spaces?pageSize=1', null],
    ['/v1/spaces:search', '/v1/spaces:search'],
    ['/v1/spacesuit', '/v1/spacesuit'],
    ['/v1/Spaces/A', '/v1/Spaces/A'],
  ])('a prefix of that list lets through what is below it: %s', async (path, refused) => {
    const strict = manifest(['script.external_request'], { urlFetchWhitelist: [`${HOST}/v1/spaces`] });
    const said = JSON.stringify(await evaluate(fetchText('', path), { manifest: strict }));
    if (refused === null) expect(said).not.toContain('whitelisted');
    else expect(said).toContain(`Request to ${HOST}${refused} failed because`);
  });

  test('fetchAll sends all at once and answers in order', async () => {
    const requests = `[1, 2, 3].map((n) => ({ url: '${HOST}/slow?together=3&n=' + n }))`;
    expect(
      await evaluate(`UrlFetchApp.fetchAll(${requests}).map((r) => JSON.parse(r.getContentText()).path)`),
    ).toEqual(['/slow?together=3&n=1', '/slow?together=3&n=2', '/slow?together=3&n=3']);
  });

  test('fetchAll throws as a whole where one cannot be reached', async () => {
    const call = `UrlFetchApp.fetchAll([{ url: '${HOST}/a', muteHttpExceptions: true }, 'https://nowhere.example/'])`;
    expect(await evaluate(call)).toBe('Exception: DNS error: https://nowhere.example/');
  });
});

describe('the Chat advanced service', () => {
  test('takes the path, then parameters without the empty ones, then headers', async () => {
    const call = `Chat.Spaces.Members.list('spaces/A', { pageSize: 5, pageToken: null, filter: undefined }, { Authorization: 'Bearer other' })`;
    expect(await evaluate(call)).toMatchObject({
      method: 'GET',
      path: '/v1/spaces/A/members?pageSize=5',
      headers: { authorization: 'Bearer other' },
    });
  });

  test('goes as the running user', async () => {
    expect(await evaluate(`Chat.Spaces.list({ filter: 'spaceType = "SPACE"' })`)).toMatchObject({
      path: '/v1/spaces?filter=spaceType+%3D+%22SPACE%22',
      headers: { authorization: expect.stringContaining('Bearer users/1 ') },
    });
  });

  test('cannot be led to another path by what is in a name', async () => {
    expect(await evaluate(`Chat.Spaces.Members.get('spaces/A/members/a?b#c d@e.example')`)).toMatchObject({
      path: '/v1/spaces/A/members/a%3Fb%23c%20d%40e.example',
    });
  });

  test('is there only where the manifest names it, and names itself as Google does', async () => {
    expect(await evaluate(`String(Chat) + String(Chat.Spaces)`)).toBe(
      'AdvancedServiceIdentifier{name=chat, version=v1}'.repeat(2),
    );
    await environment?.close();
    expect(await evaluate('Chat', { manifest: manifest([]) })).toBe('ReferenceError: Chat is not defined');
  });

  test.each([
    ['code-message-errors', ['code', 'message', 'errors']],
    ['whole', ['code', 'message', 'status']],
  ])('throws with as much of the error as Google may give: %s', async (choice, keys) => {
    const script = projectOf({
      'appsscript.json': ALL,
      'Code.js': `function main() {
        try { Chat.Spaces.Members.get('spaces/gone/members/1'); } catch (error) {
          return [error.name, error.message, Object.keys(error.details), (error.details.errors || [{}])[0].reason];
        }
      }`,
    });
    environment = await openEnvironment({
      project: script.folder,
      scenario: { assumptions: { 'advanced-error-details': choice } },
    });
    script.remove();
    const { value } = await environment.emulator.run({ function: 'main', entry: 'menu' });
    const reason = choice === 'whole' ? null : 'notFound';
    expect(value).toEqual([
      'GoogleJsonResponseException',
      'API call to chat.spaces.members.get failed with error: Requested entity was not found.',
      keys,
      reason,
    ]);
  });

  test('says of a method that it lacks', async () => {
    expect(await evaluate(`Chat.Spaces.Messages.list('spaces/A')`)).toBe(
      'Error: Chat.Spaces.Messages is not available in the emulator',
    );
    expect(environment?.emulator.takeRefusals()).toEqual(['Chat.Spaces.Messages']);
  });
});

describe('a dialog', () => {
  const ask = (call: string) => evaluate(`((ui) => String(${call}))(SpreadsheetApp.getUi())`);

  test.each([
    [`ui.alert('Done')`, { title: '', prompt: 'Done', buttons: 'OK' }],
    [`ui.alert(3)`, { title: '', prompt: '3', buttons: 'OK' }],
    [`ui.alert('Write?', ui.ButtonSet.YES_NO)`, { title: '', prompt: 'Write?', buttons: 'YES_NO' }],
    [
      `ui.alert('Rows', 'Write?', ui.ButtonSet.YES_NO_CANCEL)`,
      { title: 'Rows', prompt: 'Write?', buttons: 'YES_NO_CANCEL' },
    ],
    [`ui.prompt('Name?', ui.ButtonSet.OK_CANCEL)`, { title: '', prompt: 'Name?', buttons: 'OK_CANCEL' }],
  ])('%s asks', async (call, request) => {
    const asked: DialogRequest[] = [];
    const window: EditorWindow = {
      ...NOBODY_WATCHING,
      alert: (one) => {
        asked.push(one);
        return Promise.resolve('CLOSE');
      },
      prompt: (one) => {
        asked.push(one);
        return Promise.resolve({ button: 'CLOSE', text: '' });
      },
    };
    await evaluate(`((ui) => String(${call}))(SpreadsheetApp.getUi())`, { window });
    expect(asked).toEqual([request]);
  });

  test.each([
    ['ui.alert()', 'Ui.alert', ''],
    ['ui.alert(null)', 'Ui.alert', 'null'],
    ['ui.alert({})', 'Ui.alert', '(class)'],
    [`ui.alert('Rows', 'Write?')`, 'Ui.alert', 'String,String'],
    [`ui.alert('Write?', 'YES_NO')`, 'Ui.alert', 'String,String'],
    [`ui.alert('Rows', 'Write?', 'YES_NO')`, 'Ui.alert', 'String,String,String'],
    [`ui.alert(ui.ButtonSet.OK, 'Write?')`, 'Ui.alert', 'SpreadsheetApp.OK,String'],
    [`ui.alert('Write?', ui.Button.OK)`, 'Ui.alert', 'String,SpreadsheetApp.OK'],
    [`ui.alert('a', 'b', ui.ButtonSet.OK, 'c')`, 'Ui.alert', 'String,String,SpreadsheetApp.OK,String'],
    [`ui.prompt(undefined)`, 'Ui.prompt', 'null'],
  ])('%s is refused', async (call, member, types) => {
    expect(await ask(call)).toBe(
      `Exception: The parameters (${types}) don't match the method signature for ${member}.`,
    );
  });
});

describe('what the emulator does not have says so', () => {
  const LIBRARY = { userSymbol: 'OAuth2', libraryId: 'made-up', version: '43' };
  test.each([
    [`Browser.msgBox('Hello')`, 'Browser.msgBox'],
    [`GmailApp.sendEmail('ada@example.com', '', '')`, 'GmailApp.sendEmail'],
    ['MimeType.CSV', 'MimeType.CSV'],
    [`HtmlService.createTemplateFromFile('Page')`, 'HtmlService.createTemplateFromFile'],
    [`SpreadsheetApp.openById('x')`, 'SpreadsheetApp.openById'],
    [`SpreadsheetApp.getActiveSheet().getRange('A1').setBorder()`, 'SpreadsheetApp.Range.setBorder'],
    [`OAuth2.createService('x')`, 'OAuth2.createService'],
  ])('%s', async (expression, member) => {
    const dependencies = { libraries: [LIBRARY] };
    expect(
      await evaluate(expression, { manifest: manifest(['spreadsheets.currentonly'], { dependencies }) }),
    ).toBe(`Error: ${member} is not available in the emulator`);
    expect(environment?.emulator.takeRefusals()).toEqual([member]);
  });

  test('of all services that Google’s typings name', async () => {
    const folder = 'node_modules/@types/google-apps-script';
    const names = readdirSync(folder)
      .filter((file) => file.endsWith('.d.ts'))
      .flatMap((file) => [
        ...readFileSync(path.join(folder, file), 'utf8').matchAll(/^declare var (\w+): Google/gm),
      ])
      .map(([, name]) => name)
      // Types of enums, which a script reaches through their service.
      .filter(
        (name) => !['Charset', 'Date2', 'DigestAlgorithm', 'MacAlgorithm', 'RsaAlgorithm'].includes(name!),
      );
    expect(names).toContain('FormApp');
    expect(await evaluate(`${JSON.stringify(names)}.filter((name) => !(name in globalThis))`)).toEqual([]);
  });

  test('a script may use such a name for something of its own', async () => {
    environment = await openScript('const Maps = [1]; function main() { return Maps; }');
    expect((await environment.emulator.run({ function: 'main', entry: 'menu' })).value).toEqual([1]);
  });
});

describe('stores', () => {
  const P = 'PropertiesService.getScriptProperties()';
  const C = 'CacheService.getScriptCache()';
  test.each([
    ['a property that is missing', `${P}.getProperty('a')`, null],
    ['a property is text', `${P}.setProperty('a', 1).getProperty('a')`, '1'],
    ['9 KB fit', `${P}.setProperty('a', 'x'.repeat(9216)).getProperty('a').length`, 9216],
    ['more does not', `${P}.setProperty('a', 'x'.repeat(9217))`, 'Exception: Argument too large: value'],
    [
      'nor do 500 KB in all',
      `Array.from({ length: 60 }, (_, i) => ${P}.setProperty('k' + i, 'x'.repeat(9000)))`,
      'Exception: You have exceeded the property storage quota. Please remove some properties and try again.',
    ],
    ['a deleted property', `${P}.setProperty('a', 1).deleteProperty('a').getProperty('a')`, null],
    ['a miss', `${C}.get('a')`, null],
    [
      'a put',
      `[${C}.put('a', 'b'), ${C}.get('a'), ${C}.remove('a'), ${C}.get('a')]`,
      [null, 'b', null, null],
    ],
    ['a long key', `${C}.put('k'.repeat(251), 'b')`, 'Exception: Argument too large: key'],
    ['a large value', `${C}.put('k', 'x'.repeat(102401))`, 'Exception: Argument too large: value'],
    [
      'a cache that is old',
      `(${C}.put('a', 'b', 60), Utilities.sleep(59000), [${C}.get('a'), Utilities.sleep(1000), ${C}.get('a')].filter((one) => one !== undefined))`,
      ['b', null],
    ],
  ])('%s', async (_, expression, value) => {
    expect(await evaluate(expression)).toEqual(value);
  });
});

describe('locks', () => {
  const L = 'LockService.getScriptLock()';
  test.each([
    [
      'a free lock is had at once, and again',
      `[${L}.tryLock(0), ${L}.tryLock(0), ${L}.hasLock()]`,
      [true, true, true],
    ],
    ['a wait of less than nothing gets none', `${L}.tryLock(-1)`, false],
    ['a released one is not held', `(${L}.waitLock(0), ${L}.releaseLock(), ${L}.hasLock())`, false],
    [
      'one does not survive an alert',
      `(${L}.waitLock(0), SpreadsheetApp.getUi().alert('Sure?'), ${L}.hasLock())`,
      false,
    ],
    [
      'a negative time is too long',
      `${L}.waitLock(-1)`,
      'Exception: Lock timeout: another process was holding the lock for too long.',
    ],
  ])('%s', async (_, expression, value) => {
    expect(await evaluate(expression)).toEqual(value);
  });
});

describe('Utilities', () => {
  test.each([
    [
      `Utilities.formatDate(new Date(0), 'Asia/Tokyo', "yyyy-MM-dd'T'HH:mm:ssXXX")`,
      '1970-01-01T09:00:00+09:00',
    ],
    [`Utilities.formatDate(new Date(0), 'Nowhere/Land', 'd MMM yy, h:mm a')`, '1 Jan 70, 12:00 AM'],
    [
      `Utilities.formatDate('today', 'GMT', 'yyyy')`,
      "Exception: The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    ],
    [`Utilities.formatDate(new Date(0), 'GMT+9', 'MMMM d, HH:mm X')`, 'January 1, 09:00 +09'],
    [`Utilities.formatDate(new Date(0), 'GMT-05:30', 'MMM d, HH:mm Z')`, 'Dec 31, 18:30 -0530'],
    [
      `Utilities.formatDate(new Date(0), 'GMT')`,
      "Exception: The parameters (Date,String,null) don't match the method signature for Utilities.formatDate.",
    ],
    [`Utilities.formatDate(new Date(NaN), 'GMT', 'yyyy')`, 'Exception: Invalid argument: date'],
    [`Utilities.sleep('1')`, 'Exception: Cannot convert 1 to int.'],
    [`Utilities.sleep(300001)`, 'Exception: Invalid argument: milliseconds'],
    ['Utilities.getUuid().length', 36],
    ['Utilities.getUuid() === Utilities.getUuid()', false],
  ])('%s', async (expression, value) => {
    expect(await evaluate(expression)).toEqual(value);
  });
});

describe('pages and dialogs', () => {
  test('a page that is missing', async () => {
    expect(await evaluate(`HtmlService.createHtmlOutputFromFile('Gone')`)).toBe(
      'Exception: No HTML file named Gone was found.',
    );
  });

  test('a trigger too many', async () => {
    expect(
      await evaluate(
        `Array.from({ length: 21 }, () => ScriptApp.newTrigger('main').timeBased().after(1).create())`,
      ),
    ).toBe(
      'Exception: This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  });

  test('the buttons are objects, as on Google', async () => {
    expect(
      await evaluate(
        `(ui => [ui.alert('Go?', ui.ButtonSet.YES_NO) === ui.Button.YES, String(ui.Button.YES)])(SpreadsheetApp.getUi())`,
        { manifest: ALL },
      ),
    ).toEqual([true, 'YES']);
  });
});
