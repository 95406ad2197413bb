import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { characterIn, nameOf, normalise, shown } from '../../../src/core/chat/typed-text';

test.each([
  ['  AAAA \n', 'AAAA'],
  ['\u200bAAAA\u00ad\ufe0f', 'AAAA'],
  ['ＡＡＡＡ', 'AAAA'],
  ['「『AAAA』」', 'AAAA'],
  ['（AAAA）', 'AAAA'],
  ['"AAAA",', 'AAAA'],
  ['AAAA。', 'AAAA'],
  ['AAAA...', 'AAAA'],
  ['spaces/..', 'spaces/..'],
  ['• AAAA', 'AAAA'],
  ['- AAAA', 'AAAA'],
  ['-AAAA', '-AAAA'],
  ['AAAA 様', 'AAAA'],
  ['「AAAA」さん、', 'AAAA'],
  ['様', '様'],
  ['a。b。c', 'a.b.c'],
  ['終。わり', '終。わり'],
  ['[words](AAAA)', 'AAAA'],
  ['<AAAA|words>', 'AAAA'],
  ["'123", '123'],
  ["'AAAA", "'AAAA"],
  ['', ''],
])('%j is read as %j', (text, read) => {
  expect(normalise(text)).toBe(read);
});

test('normalising once is enough', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.constantFrom(
      '「',
      '」',
      '(',
      ')',
      '<',
      '>',
      '|',
      ' 様',
      '。',
      ';',
      '・',
      '\u200b',
      "'",
      '1',
      'a',
      '[x](',
      '‥',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const once = normalise(pieces.join(''));
      expect(normalise(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});

test('a message repeats 80 characters at most, whole ones, and no secret', () => {
  expect(Array.from(shown('𩸽'.repeat(100)))).toHaveLength(80);
  expect(shown('spaces/AAAA?key=SECRET')).toBe('spaces/AAAA');
});

describe('a character is named', () => {
  test.each([
    ['%', '%'],
    ['あ', 'あ'],
    [' ', 'U+0020'],
    ['\n', 'U+000A'],
    ['\u200b', 'U+200B'],
    ['\u{e0100}', 'U+E0100'],
  ])('%j as %s', (character, name) => {
    expect(nameOf(character)).toBe(name);
    expect(characterIn(`ab${character}c?`, /[^abc]/u)).toBe(name);
  });

  test('not where there is none', () => {
    expect(characterIn('abc', /[^abc]/)).toBe('');
  });
});
