import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';

const manifest: unknown = JSON.parse(readFileSync('appsscript.json', 'utf8'));
const code = readFileSync('dist/Code.js', 'utf8');

describe('the manifest', () => {
  test('asks for exactly these permissions, reaches exactly one host, and names the Chat service', () => {
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
      ],
      urlFetchWhitelist: ['https://chat.googleapis.com/'],
    });
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
      'checkSetup',
      'continueOnTrigger',
      'sidebarStart',
      'sidebarLookUp',
      'sidebarWrite',
      'sidebarSurvey',
      'sidebarStartJob',
      'sidebarStepJob',
      'sidebarPauseJob',
      'sidebarCancelJob',
      'sidebarSaveSettings',
      'sidebarEditors',
      'sidebarCheckSetup',
    ]);
  });

  test('include the one that the trigger names', () => {
    const named = /HANDLER = ["'](\w+)["']/.exec(readFileSync('src/gas/job-trigger.ts', 'utf8'))?.[1];
    expect(doors).toContain(named);
  });
});
