import { describe, expect, test } from '@jest/globals';
import { platformMessage } from './messages';

describe('a message', () => {
  test.each([
    ['en', 'Timeout: https://a.example/'],
    ['en-GB', 'Timeout: https://a.example/'],
    ['en_US', 'Timeout: https://a.example/'],
    // Not English: the code of another language begins alike.
    ['enm', 'Voniuav: https://a.example/'],
    ['xx', 'Voniuav: https://a.example/'],
    ['ja', 'Voniuav: https://a.example/'],
  ])('of a language in which it is not known is in an invented one: %s', (locale, text) => {
    expect(platformMessage(locale, 'timeout', { url: 'https://a.example/' })).toBe(text);
  });

  test.each(['ja', 'ja_JP'])('is Japanese where that is known: %s', (locale) => {
    expect(platformMessage(locale, 'argumentTooLarge', { argument: 'value' })).toBe(
      '引数が大きすぎます: value',
    );
  });

  test('takes values as they are', () => {
    const message = "it's $& {url} $1";
    expect(platformMessage('en', 'advancedFrame', { method: 'chat.x', message })).toBe(
      `API call to chat.x failed with error: ${message}`,
    );
  });
});
