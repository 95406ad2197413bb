import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_SETTINGS, identityOf, parseSettings, readSettings } from '../../src/core/settings';

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

  test('come back from the store as they were saved, and as none where anybody changed them', () => {
    expect(readSettings(JSON.stringify(APP))).toEqual(APP);
    expect(readSettings(null)).toEqual(DEFAULT_SETTINGS);
    for (const stored of ['', '{', '{"as":"root"}', JSON.stringify({ ...APP, serviceAccount: 'x' })]) {
      expect(readSettings(stored)).toEqual(DEFAULT_SETTINGS);
    }
  });

  test('never throw, whatever is sent', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(typeof parseSettings(value).ok).toBe('boolean');
      }),
    );
  });
});
