import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { safeText } from '../../../src/core/locales/safe-text';

/** Of each block of characters that nobody sees, some. */
const UNSEEN = [
  0x0000, 0x007f, 0x00ad, 0x034f, 0x061c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180e, 0x180f, 0x200b,
  0x200c, 0x200d, 0x200e, 0x202e, 0x2060, 0x2064, 0x2069, 0x206f, 0x2800, 0x3164, 0xd800, 0xfe00, 0xfe0f,
  0xfeff, 0xffa0, 0xfff9, 0x1bca0, 0x1d173, 0xe0001, 0xe0041, 0xe0100, 0xe01ef, 0xe0fff,
];
const shownAs = (codePoint: number) => `U+${codePoint.toString(16)}`;

describe('a character that nobody sees', () => {
  test.each(UNSEEN.map((one) => [shownAs(one), String.fromCodePoint(one)]))(
    '%s alone is no text',
    (_, character) => {
      expect(safeText(character.repeat(3))).toBe('');
      expect(safeText(` ${character} ${character}\t`)).toBe('');
    },
  );

  test.each(
    UNSEEN.filter((one) => one !== 0x200c && one !== 0x200d).map((one) => [
      shownAs(one),
      String.fromCodePoint(one),
    ]),
  )('%s is taken out of a text', (_, character) => {
    expect(safeText(`A${character}da${character}`)).toBe(character === '\ufeff' ? 'A da' : 'Ada');
  });
});

test('joiners stay where they join, one at a time', () => {
  expect(safeText('👩\u200d💻 Ada')).toBe('👩\u200d💻 Ada');
  expect(safeText('می\u200cخواهم')).toBe('\u2068می\u200cخواهم\u2069');
  expect(safeText('\u200dA\u200d\u200cda\u200d \u200d!')).toBe('A\u200dda !');
});

test('text of a script keeps its letters and marks', () => {
  for (const text of ['佐藤 花', 'Zoë', 'नमस्ते', '한글', '\u0e01\u0e33']) expect(safeText(text)).toBe(text);
});

test('right-to-left text is isolated, also where it is cut, and nothing in it ends the isolation', () => {
  expect(safeText('דנה')).toBe('\u2068דנה\u2069');
  expect(safeText('Dana \u2069דנה')).toBe('\u2068Dana דנה\u2069');
  const cut = safeText('ד'.repeat(200));
  expect(cut).toMatch(/^\u2068ד{119}…\u2069$/);
});

test('any text becomes one line of seen characters, no longer than asked, and stays as it is the second time', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.integer({ min: 1, max: 40 }),
      (text, longest) => {
        const safe = safeText(text, longest);
        expect(Array.from(safe.replace(/^\u2068|\u2069$/g, '')).length).toBeLessThanOrEqual(longest);
        expect(safe.replace(/^\u2068|\u2069$/g, '')).not.toMatch(
          /(?![\u200c\u200d])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|^\s|\s$| {2}/u,
        );
        expect(safeText(safe, longest)).toBe(safe);
      },
    ),
    { numRuns: 1000 },
  );
});
