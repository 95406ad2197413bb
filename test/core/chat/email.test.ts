import { describe, expect, test } from '@jest/globals';
import { addressesIn, checkAddress, isAddress, isNamedAddress } from '../../../src/core/chat/email';

describe('addresses are found', () => {
  test.each([
    ['ada@example.com', ['ada@example.com']],
    ['Ada@Example.com <ada@example.com>', ['ada@example.com']],
    ['ada@example.com;bo@example.com', ['ada@example.com', 'bo@example.com']],
    ['mailto:ada@example.com,bo@example.com?cc=cy@example.com', ['ada@example.com', 'bo@example.com']],
    ['<mailto:ada%2Bchat%40example.com|Ada>', ['ada+chat@example.com']],
    ["'ada@example.com'", ['ada@example.com']],
    ['ada%40example.com', ['ada@example.com']],
    ['@ada ada@example.com', ['ada@example.com']],
    ['@ada', ['@ada']],
    ['mailto:ada%20x@example.com', ['ada x@example.com']],
    ['mailto:%', ['%']],
    ['Ada Example', []],
    ['', []],
  ])('%j', (text, addresses) => {
    expect(addressesIn(text)).toEqual(addresses);
  });
});

describe('an address', () => {
  test.each(['ada@example.com', 'a@b.co', 'foo..bar.@docomo.ne.jp', `${'a'.repeat(242)}@example.com`])(
    'is whole: %s',
    (text) => {
      expect(isAddress(text)).toBe(true);
      expect(checkAddress(text)).toEqual({ ok: true, value: text });
    },
  );

  test.each([
    ['Ada@example.com', 'emailIncomplete', undefined],
    ['ada', 'emailIncomplete', undefined],
    ['@example.com', 'emailIncomplete', undefined],
    ['ada@-example.com', 'emailIncomplete', undefined],
    ['ada@example.c', 'emailIncomplete', undefined],
    [`${'a'.repeat(243)}@example.com`, 'emailIncomplete', undefined],
    ['ada x@example.com', 'emailMalformed', 'U+0020'],
    ['ada%x@example.com', 'emailMalformed', '%'],
    ['ada@bo@example.com', 'emailMalformed', '@'],
  ])('is not: %s', (text, code, character) => {
    expect(isAddress(text)).toBe(false);
    expect(checkAddress(text)).toMatchObject({ ok: false, problem: { code } });
    const checked = checkAddress(text);
    expect(checked.ok ? '' : checked.problem.params.character).toBe(character);
  });
});

test.each([
  ['ada@example.com', true],
  ['Ada <mailto:ada@example.com>', true],
  ['佐藤花(ada@example.com)', true],
  ['ada@example.com (Ada)', true],
  ['ask ada@example.com', false],
  ['ada@example.com knows', false],
])('%s is a name and its address: %s', (text, isOne) => {
  expect(isNamedAddress(text)).toBe(isOne);
});
