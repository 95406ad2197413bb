import { describe, expect, test } from '@jest/globals';
import { wordsIn } from './wording';

const TIMEOUT = { en: 'Timeout: {url}' };
const URL = 'https://a.example/';

describe('a sentence', () => {
  test.each([
    ['en', 'Timeout: https://a.example/'],
    ['en-GB', 'Timeout: https://a.example/'],
    ['en_US', 'Timeout: https://a.example/'],
    // Not English: the code of another language begins alike.
    ['enm', 'Duwoaed: https://a.example/'],
    ['xx', 'Duwoaed: https://a.example/'],
    ['ja', 'Duwoaed: https://a.example/'],
  ])('of a language in which it is not known is in an invented one: %s', (locale, text) => {
    expect(wordsIn(locale, TIMEOUT, { url: URL })).toBe(text);
  });

  test.each(['ja', 'ja_JP'])('is Japanese where that is known: %s', (locale) => {
    expect(wordsIn(locale, { en: 'Too large: {what}', ja: '大きすぎます: {what}' }, { what: 7 })).toBe(
      '大きすぎます: 7',
    );
  });

  test('takes values as they are', () => {
    const message = "it's $& {url} $1";
    expect(wordsIn('en', { en: '{method} failed: {message}' }, { method: 'chat.x', message })).toBe(
      `chat.x failed: ${message}`,
    );
  });
});
