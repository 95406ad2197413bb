import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogueFor } from '../src/core/locales/catalogue';

const manifest: unknown = JSON.parse(readFileSync('appsscript.json', 'utf8'));
const code = readFileSync('dist/Code.js', 'utf8');

describe('the manifest', () => {
  test('asks for exactly these permissions, reaches exactly one collection of one host, and names the Chat service', () => {
    expect(manifest).toEqual({
      timeZone: 'Asia/Tokyo',
      runtimeVersion: 'V8',
      exceptionLogging: 'STACKDRIVER',
      dependencies: { enabledAdvancedServices: [{ userSymbol: 'Chat', serviceId: 'chat', version: 'v1' }] },
      oauthScopes: [
        'https://www.googleapis.com/auth/chat.memberships.readonly',
        'https://www.googleapis.com/auth/spreadsheets.currentonly',
        'https://www.googleapis.com/auth/script.container.ui',
        'https://www.googleapis.com/auth/userinfo.email',
        'https://www.googleapis.com/auth/script.external_request',
        'https://www.googleapis.com/auth/script.scriptapp',
        'https://www.googleapis.com/auth/chat.spaces.readonly',
      ],
      urlFetchWhitelist: ['https://chat.googleapis.com/v1/spaces'],
    });
  });
});

describe.each(['README.md', 'README.ja.md', 'docs/admins.md', 'docs/admins.ja.md'])('%s', (file) => {
  const page = readFileSync(file, 'utf8');

  test('gives a reason for each permission of the manifest, says what is lost without it, and lists no other', () => {
    const { oauthScopes } = manifest as { oauthScopes: string[] };
    const rows = [...page.matchAll(/^\| `([\w.]+)` +\| ([^|]+) \| ([^|]+) \|$/gm)];
    expect(rows.map(([, scope = '']) => `https://www.googleapis.com/auth/${scope}`)).toEqual(oauthScopes);
    for (const [, , reason = '', loss = ''] of rows) {
      expect(reason.trim()).not.toBe('');
      expect(loss.trim()).not.toBe('');
    }
  });

  test('links to nothing that is not there', () => {
    const links = [...page.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    const missing = links.filter((link) => !existsSync(path.join(path.dirname(file), link)));
    expect(links.length).toBeGreaterThan(3);
    expect(missing).toEqual([]);
  });
});

describe.each(['docs/install.md', 'docs/install.ja.md'])('%s', (file) => {
  const page = readFileSync(file, 'utf8');

  test.each(['en', 'ja'])('names the very lines that the problems of other identities name: %s', (locale) => {
    const { problems } = catalogueFor(locale);
    const told = `${problems.appScopesMissing.nextStep} ${problems.adminScopesMissing.nextStep}`;
    const lines = [...told.matchAll(/"(https:[^"]+)"/g)].map(([, line = '']) => line);
    expect(lines.length).toBeGreaterThanOrEqual(3);
    for (const line of lines) expect(page).toContain(`\`${line}\``);
  });

  test('has in its request to IT the permissions of the manifest', () => {
    const { oauthScopes } = manifest as { oauthScopes: string[] };
    for (const scope of oauthScopes)
      expect(page).toContain(scope.replace('https://www.googleapis.com/auth/', ''));
  });
});

describe('the callable functions', () => {
  const doors = [...code.matchAll(/^function (\w+)\(/gm)].map((found) => found[1]);

  test('are exactly these', () => {
    expect(doors).toEqual([
      'onOpen',
      'onInstall',
      'showSidebar',
      'lookUpSelectedRows',
      'continueLookUp',
      'showSetupCheck',
      'getMembership',
      'lookUp',
      'listMembers',
      'listSpaces',
      'whereIs',
      'compareWithSpace',
      'checkSetup',
      'continueOnTrigger',
      'sidebarStart',
      'sidebarLookUp',
      'sidebarWrite',
      'sidebarUndoWrite',
      'sidebarShow',
      'sidebarExceptions',
      'sidebarSelection',
      'sidebarStartJob',
      'sidebarStepJob',
      'sidebarPauseJob',
      'sidebarCancelJob',
      'sidebarSpaces',
      'sidebarNameSpaces',
      'sidebarKnownSpaces',
      'sidebarSelectedSpaces',
      'sidebarListMembers',
      'sidebarWriteRoster',
      'sidebarStartRoster',
      'sidebarStartSpaces',
      'sidebarShowTab',
      'sidebarStartCompare',
      'sidebarComparison',
      'sidebarCompareNames',
      'sidebarWhere',
      'sidebarStartWhere',
      'sidebarTables',
      'sidebarExport',
      'sidebarEraseSummary',
      'sidebarErase',
      'sidebarSaveSettings',
      'sidebarEditors',
      'sidebarCheckSetup',
    ]);
  });

  test('include the one that the trigger names', () => {
    const named = /HANDLER = ["'](\w+)["']/.exec(readFileSync('src/gas/trigger.ts', 'utf8'))?.[1];
    expect(doors).toContain(named);
  });
});
