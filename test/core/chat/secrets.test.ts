/** Nothing that gives access to something is kept, whatever its spelling. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseMember, parseQuestion, parseSpace } from '../../../src/core/chat/reference';
import { withoutSecrets } from '../../../src/core/chat/secrets';

const currentUser = { me: 'ada@example.com' };
const HOOK = 'https://chat.googleapis.com/v1/spaces/AAAA/messages';

describe('a webhook', () => {
  test.each([
    [`${HOOK}?key=SECRET&token=SECRET`],
    [` ${HOOK}?key=SECRET&token=SECRET#SECRET`],
    [`${HOOK}#key=SECRET`],
    [`${HOOK};key=SECRET`],
    [`${HOOK}&token=SECRET`],
    [`${HOOK}?threadKey=SECRET`],
    [`${HOOK}?access_token=SECRET`],
    [`${HOOK}%3Fkey=SECRET&token=SECRET`],
    [`${HOOK}%3Fkey%3DSECRET`],
    [`${HOOK}%253Fkey%253DSECRET`],
    [`${HOOK}?%6Bey=SECRET`],
    [`${HOOK}?KEY = SECRET`],
    [`${HOOK}？ｋｅｙ＝SECRET`],
    [`${HOOK}?k\u200bey=SECRET`],
    [`${HOOK}?key=\nSECRET`],
  ])('is kept without its secrets, and still means its space: %j', (text) => {
    expect(withoutSecrets(text).trim()).toBe(HOOK);
    expect(parseSpace(text)).toEqual({ ok: true, value: 'AAAA' });
  });

  test('loses its secrets in every mixture of spellings', () => {
    const sign = fc.constantFrom(
      '?',
      '&',
      '#',
      ';',
      '%3F',
      '%26',
      '%23',
      '%3b',
      '%253F',
      '？',
      '＆',
      '/',
      ' ',
    );
    const name = fc.constantFrom(
      'key',
      'token',
      'KEY',
      'Token',
      'ｋｅｙ',
      'threadKey',
      '%6bey',
      'tok\u00aden',
    );
    const equals = fc.constantFrom('=', '%3D', '%253d', '＝', ' =');
    const parameter = fc.tuple(sign, name, equals).map((parts) => `${parts.join('')}S3CRET`);
    fc.assert(
      fc.property(fc.array(parameter, { minLength: 1, maxLength: 3 }), (parameters) => {
        const text = HOOK + parameters.join('');
        expect(withoutSecrets(text)).not.toContain('S3CRET');
        expect(JSON.stringify([parseSpace(text), parseMember(text, currentUser)])).not.toContain('S3CRET');
      }),
    );
  });
});

describe('a key or token alone', () => {
  test.each([
    ['AIzaSyA-1234567890abcdefghijklmnopqrstu'],
    ['ya29.a0AfB_byExample'],
    ['1//0gExampleExampleExampleExample'],
    ['GOCSPX-Example'],
    ['key=Example'],
    ['-----BEGIN PRIVATE KEY----- Example'],
    ['-----BEGIN RSA PRIVATE KEY-----\nExample'],
    ['"private_key": "Example"'],
  ])('is no space and no member, and leaves nothing: %s', (text) => {
    expect(withoutSecrets(text)).toBe('');
    for (const parsed of [parseSpace(text), parseMember(text, currentUser)]) {
      expect(parsed).toMatchObject({ ok: false, problem: { code: 'secretPasted', params: {} } });
    }
  });
});

describe('a refusal', () => {
  test.each([
    ['https://chat.googleapis.com/v1/spaces/AA%2F/messages?key=SECRET&token=SECRET'],
    ['https://chat.googleapis.com/v1/?key=SECRET'],
    ['https://example.com/hook?token=SECRET'],
    ['https://SECRET@chat.google.com/room/AAAA'],
    ['https://SECRET:SECRET@chat.google.com/room/AAAA'],
    ['{"type": "service_account", "private_key": "SECRET"}'],
    [`spaces/AAAA\u0000?key=SECRET`],
    [`x ${HOOK}?key=SECRET`],
  ])('repeats no secret: %s', (text) => {
    for (const parsed of [
      parseSpace(text),
      parseMember(text, currentUser),
      parseQuestion(text, text, currentUser),
    ]) {
      expect(JSON.stringify(parsed)).not.toContain('SECRET');
    }
  });
});

test.each([
  ['https://chat.google.com/room/AAAA?cls=7&authuser=1'],
  ['https://mail.google.com/mail/u/1/?tab=rm#chat/space/AAAACfnje_s'],
  ['Ａｄａ <ada@example.com>'],
  ['monkey@example.com'],
  ['hana%40example.com'],
  ['AAAAtoken_1'],
  ['Key account manager'],
])('a text without a secret comes back unchanged: %s', (text) => {
  expect(withoutSecrets(text)).toBe(text);
});

test('a text as long as a cell holds takes no time to look through', () => {
  for (const part of ['key', '-', '?', 'a', '%3F', 'BEGIN ']) {
    expect(withoutSecrets(part.repeat(50_000 / part.length))).toHaveLength(
      Math.floor(50_000 / part.length) * part.length,
    );
  }
});
