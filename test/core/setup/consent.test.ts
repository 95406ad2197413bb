/** Which permission serves which feature, and which one is named where none is there. */
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import {
  BASE_FEATURES,
  manifestAdditions,
  manifestScopes,
  missingCode,
  missingFrom,
  scopesOf,
  shortScope,
  type Feature,
} from '../../../src/core/setup/consent';
import { catalogueFor } from '../../../src/core/locales/catalogue';

const PREFIX = 'https://www.googleapis.com/auth/';
const granted = (...scopes: string[]) => new Set(scopes.map((scope) => PREFIX + scope));

describe('a feature is served', () => {
  test.each<[Feature, string]>([
    ['memberships', 'chat.memberships.readonly'],
    ['memberships', 'chat.memberships'],
    ['admin', 'chat.admin.memberships.readonly'],
    ['admin', 'chat.admin.memberships'],
    ['spaceNames', 'chat.spaces.readonly'],
    ['spaceNames', 'chat.spaces'],
    ['adminSpaces', 'chat.admin.spaces.readonly'],
    ['adminSpaces', 'chat.admin.spaces'],
    ['groups', 'cloud-identity.groups.readonly'],
    ['groups', 'cloud-identity.groups'],
    ['groups', 'cloud-platform'],
    ['sheet', 'spreadsheets.currentonly'],
    ['sheet', 'spreadsheets'],
  ])('%s by %s alone', (feature, scope) => {
    expect(missingFrom(granted(scope), [feature])).toEqual([]);
  });

  test.each<[Feature, string]>([
    ['memberships', 'chat.admin.memberships'],
    ['admin', 'chat.memberships'],
    ['spaceNames', 'chat.memberships'],
    ['memberships', 'chat.memberships.app'],
    ['sheet', 'drive'],
  ])('%s not by %s', (feature, scope) => {
    expect(missingFrom(granted(scope), [feature])).toEqual(scopesOf(feature));
  });
});

describe('what is missing', () => {
  test('is named by the narrowest scope of each need, each once', () => {
    expect(missingFrom(new Set(), ['memberships', 'memberships', 'app', 'parallel'])).toEqual([
      'chat.memberships.readonly',
      'script.external_request',
      'cloud-platform',
    ]);
    expect(missingFrom(granted('script.external_request'), ['app'])).toEqual(['cloud-platform']);
    expect(missingFrom(granted('cloud-platform'), ['app'])).toEqual(['script.external_request']);
  });

  test('was refused where something is left to grant, and else is not in the manifest', () => {
    expect(missingCode('https://accounts.google.com/')).toBe('scopeRefused');
    expect(missingCode(null)).toBe('scopeNotInManifest');
  });

  test.each(['en', 'ja'])('is explained by what it is for: %s', (locale) => {
    const { phrases } = catalogueFor(locale);
    const features = ['spaceNames', 'admin', 'adminSpaces', 'groups', 'app', ...BASE_FEATURES] as const;
    for (const scope of features.flatMap(scopesOf)) expect(phrases.features[scope]).toBeDefined();
  });
});

test('the default manifest serves the base features with the narrowest scopes, and asks for nothing else', () => {
  const { oauthScopes } = JSON.parse(readFileSync('appsscript.json', 'utf8')) as { oauthScopes: string[] };
  expect(oauthScopes.map(shortScope)).toEqual(BASE_FEATURES.flatMap(scopesOf));
});

test('lines to add are whole, and only those that the default manifest lacks', () => {
  expect(manifestAdditions('admin')).toEqual([
    { field: 'oauthScopes', values: [`${PREFIX}chat.admin.memberships.readonly`] },
  ]);
  expect(manifestAdditions('app')).toEqual([
    { field: 'oauthScopes', values: [`${PREFIX}cloud-platform`] },
    {
      field: 'urlFetchWhitelist',
      values: ['https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts'],
    },
  ]);
  expect(manifestScopes(['userinfo.email'])).toEqual({
    field: 'oauthScopes',
    values: [`${PREFIX}userinfo.email`],
  });
});
