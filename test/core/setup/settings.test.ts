import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  DEFAULT_SETTINGS,
  identityOf,
  parseServiceAccount,
  parseSettings,
  readSettings,
} from '../../../src/core/setup/settings';

const APP = {
  as: 'app',
  serviceAccount: 'rollcall@example-project.iam.gserviceaccount.com',
  confirmed: true,
} as const;

const codeOf = (value: unknown) => {
  const parsed = parseSettings(value);
  return parsed.ok ? 'ok' : parsed.problem.code;
};

describe('settings', () => {
  test('are off until they are confirmed', () => {
    expect(codeOf({ ...APP, confirmed: false })).toBe('notConfirmed');
    expect(codeOf({ as: 'admin', serviceAccount: '', confirmed: false })).toBe('notConfirmed');
    expect(identityOf({ ...APP, confirmed: false })).toEqual({ as: 'user' });
  });

  test('give the identity that was confirmed', () => {
    expect(identityOf(APP)).toEqual({ as: 'app', serviceAccount: APP.serviceAccount });
    expect(identityOf({ as: 'admin', serviceAccount: '', confirmed: true })).toEqual({ as: 'admin' });
    expect(identityOf({ as: 'user', serviceAccount: '', confirmed: true })).toEqual({ as: 'user' });
  });

  test('refuse a private key whatever identity is chosen, and never repeat it', () => {
    const key = '{"type":"service_account","private_key":"-----BEGIN PRIVATE KEY-----\\nAbC"}';
    for (const as of ['user', 'app', 'admin']) {
      const parsed = parseSettings({ as, serviceAccount: key, confirmed: true });
      expect(parsed).toMatchObject({ ok: false, problem: { code: 'privateKeyPasted' } });
      expect(JSON.stringify(parsed)).not.toContain('AbC');
    }
  });

  test('name a service account that is missing or misspelt', () => {
    expect(codeOf({ ...APP, serviceAccount: ' ' })).toBe('serviceAccountMissing');
    expect(codeOf({ ...APP, serviceAccount: 'rollcall@example.com' })).toBe('serviceAccountMalformed');
  });

  test.each(['user', 'admin'])('drop a half-typed service account that %s has no use for', (as) => {
    const parsed = parseSettings({ as, serviceAccount: 'rollcall-app@', confirmed: true });
    expect(parsed).toMatchObject({ ok: true, value: { as, serviceAccount: '' } });
  });

  test('come back from the store as they were saved, and as none where anybody changed them', () => {
    expect(readSettings(JSON.stringify(APP))).toEqual(APP);
    expect(readSettings(null)).toEqual(DEFAULT_SETTINGS);
    for (const stored of ['', '{', '{"as":"root"}', JSON.stringify({ ...APP, serviceAccount: 'x' })]) {
      expect(readSettings(stored)).toEqual(DEFAULT_SETTINGS);
    }
  });

  const address = fc
    .tuple(fc.stringMatching(/^[a-z][a-z\d-]{0,20}$/), fc.stringMatching(/^[a-z][a-z\d-]{0,20}$/))
    .map(([name, project]) => `${name}@${project}.iam.gserviceaccount.com`);
  const valid = fc.oneof(
    fc.record({ as: fc.constant('app' as const), serviceAccount: address, confirmed: fc.constant(true) }),
    fc.record({
      as: fc.constant('admin' as const),
      serviceAccount: fc.oneof(address, fc.constant('')),
      confirmed: fc.constant(true),
    }),
    fc.record({
      as: fc.constant('user' as const),
      serviceAccount: fc.oneof(address, fc.constant('')),
      confirmed: fc.constant(false),
    }),
  );

  test('are read where they are valid, whatever else is sent along', () => {
    fc.assert(
      fc.property(valid, fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue()), (settings, more) => {
        expect(parseSettings({ ...more, ...settings })).toEqual({ ok: true, value: settings });
        expect(readSettings(JSON.stringify(settings))).toEqual(settings);
      }),
    );
  });

  test('are refused with any one field of another kind, and count as none in the store', () => {
    const isOfKind: Readonly<Record<string, (value: unknown) => boolean>> = {
      as: (value) => value === 'user' || value === 'app' || value === 'admin',
      serviceAccount: (value) => typeof value === 'string',
      confirmed: (value) => typeof value === 'boolean',
    };
    const broken = fc
      .tuple(valid, fc.constantFrom('as', 'serviceAccount', 'confirmed'), fc.jsonValue())
      .filter(([, field, value]) => !isOfKind[field]!(value))
      .map(([settings, field, value]) => ({ ...settings, [field]: value }));
    fc.assert(
      fc.property(broken, (settings) => {
        expect(codeOf(settings)).toBe('argumentUnreadable');
        expect(readSettings(JSON.stringify(settings))).toEqual(DEFAULT_SETTINGS);
      }),
    );
    for (const field of ['as', 'serviceAccount', 'confirmed'])
      expect(codeOf({ ...APP, [field]: undefined })).toBe('argumentUnreadable');
    for (const value of [null, undefined, 'user', 7, [], [APP]])
      expect(codeOf(value)).toBe('argumentUnreadable');
  });
});

describe('a service account', () => {
  test.each([
    'rollcall@example-project.iam.gserviceaccount.com',
    'example-project@appspot.gserviceaccount.com',
    '123-compute@developer.gserviceaccount.com',
    'rollcall@example-project.example.com.iam.gserviceaccount.com',
    '  Rollcall@Example-Project.iam.gserviceaccount.com ',
  ])('is read: %s', (text) => {
    expect(parseServiceAccount(text)).toEqual({ ok: true, value: text.trim().toLowerCase() });
  });

  test.each([
    ['', 'serviceAccountMissing'],
    ['rollcall@example-project.iam.gserviceacount.com', 'serviceAccountMalformed'],
    ['ada@example.com', 'serviceAccountMalformed'],
    ['rollcall@x.iam.gserviceaccount.com/../y', 'serviceAccountMalformed'],
    ['{"type": "service_account", "private_key": "SECRET"}', 'privateKeyPasted'],
    ['-----BEGIN PRIVATE KEY-----\nSECRET\n-----END PRIVATE KEY-----', 'privateKeyPasted'],
    [`MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDSECRET`, 'privateKeyPasted'],
  ])('is refused: %s', (text, code) => {
    const parsed = parseServiceAccount(text);
    expect(parsed.ok ? null : parsed.problem.code).toBe(code);
    expect(JSON.stringify(parsed)).not.toContain('SECRET');
  });
});
