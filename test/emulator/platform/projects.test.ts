import { afterEach, describe, expect, test } from '@jest/globals';
import { loadProject } from './project';
import { detectScopes } from './scope-detection';
import { projectOf } from '../../emulator.testing';
import { ALL } from './echo.testing';

let remove: (() => void) | undefined;
afterEach(() => {
  remove?.();
  remove = undefined;
});

function load(files: Readonly<Record<string, string>>) {
  const project = projectOf(files);
  remove = project.remove;
  try {
    return loadProject(project.folder);
  } catch (error) {
    // The folder's name differs from run to run.
    throw new Error((error as Error).message.replaceAll(project.folder, 'DIR'), { cause: error });
  }
}

describe('a project', () => {
  test('is its scripts in order, its pages and its functions', () => {
    const project = load({
      'appsscript.json': ALL,
      'B.js': 'function b() {}',
      'A.gs': 'const a = () => 1;\nasync function c() {}\nfunction hidden_() {}\nlet notOne = 1;',
      'Page.html': '<p>',
      'notes.txt': 'not pushed',
    });
    expect(project.scripts.map(({ file }) => file)).toEqual(['A.gs', 'B.js']);
    expect([...project.pages]).toEqual([['Page', '<p>']]);
    expect(project.functions).toEqual(['a', 'c', 'b']);
  });

  test.each([
    [
      'no manifest',
      { 'Code.js': '' },
      'DIR/appsscript.json is missing: every Apps Script project has a manifest.',
    ],
    [
      'a manifest that is not JSON',
      { 'appsscript.json': '{,}', 'Code.js': '' },
      'DIR/appsscript.json is not JSON: ',
    ],
    [
      'a wrong field',
      { 'appsscript.json': '{"oauthScopes": "all"}', 'Code.js': '' },
      'DIR/appsscript.json: oauthScopes: ',
    ],
    [
      'an allowed host without HTTPS',
      { 'appsscript.json': '{"urlFetchWhitelist": ["http://chat.googleapis.com/"]}', 'Code.js': '' },
      'DIR/appsscript.json: urlFetchWhitelist.0: URLs must use the HTTPS scheme',
    ],
    [
      'an unknown advanced service',
      {
        'appsscript.json':
          '{"dependencies": {"enabledAdvancedServices": [{"userSymbol": "Drive", "serviceId": "drive", "version": "v3"}]}}',
        'Code.js': '',
      },
      'DIR/appsscript.json: the advanced service drive v3 is not available in the emulator; it has chat v1.',
    ],
    [
      'a syntax error',
      { 'appsscript.json': ALL, 'Code.js': 'function a() {}\n\nfunction () {}' },
      'DIR/Code.js, line 3: ',
    ],
    ['a module', { 'appsscript.json': ALL, 'Code.js': 'export const a = 1;' }, 'DIR/Code.js, line 1: '],
    ['no script', { 'appsscript.json': ALL }, 'DIR holds no script: no .js or .gs file.'],
    [
      'two scripts of one name',
      { 'appsscript.json': ALL, 'Code.js': '', 'Code.gs': '' },
      'DIR: Code.gs and Code.js have the same name in Apps Script.',
    ],
  ])('with %s is refused with what is wrong and where', (_, files, message) => {
    expect(() => load(files as Record<string, string>)).toThrow(message);
  });

  test.each([
    ['SpreadsheetApp.getActiveSheet()', ['spreadsheets']],
    [
      '/** @OnlyCurrentDoc */ SpreadsheetApp.getUi().showSidebar(1)',
      ['spreadsheets.currentonly', 'script.container.ui'],
    ],
    [`UrlFetchApp.fetch('x'); ScriptApp.newTrigger('go')`, ['script.external_request', 'script.scriptapp']],
    ['Session.getActiveUser(); Chat.Spaces.list()', ['userinfo.email']],
    ['1 + 1', []],
  ])('without scopes in its manifest asks for those in its text: %s', (source, scopes) => {
    expect(detectScopes([{ source }])).toEqual(
      scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`),
    );
  });

  test('that is no folder is refused', () => {
    expect(() => loadProject('/nowhere/at/all')).toThrow('/nowhere/at/all is no folder.');
  });
});
