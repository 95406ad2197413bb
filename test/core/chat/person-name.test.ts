import { describe, expect, test } from '@jest/globals';
import { NameIndex, nameKeys } from '../../../src/core/chat/person-name';

const isSame = (one: readonly string[], other: readonly string[]) =>
  nameKeys(one).some((key) => nameKeys(other).includes(key));

describe('a name', () => {
  test.each([
    ['its parts in two cells', ['佐藤', '花'], ['佐藤 花']],
    ['without a space', ['佐藤花'], ['佐藤 花']],
    ['with a wide space', ['佐藤　花'], ['佐藤 花']],
    ['the given name first', ['花 佐藤'], ['佐藤 花']],
    ['a form of address', ['佐藤 花 様'], ['佐藤 花']],
    ['narrow kana', ['ｻﾄｳ ﾊﾅｺ'], ['サトウ ハナコ']],
    ['wide letters', ['ＫＥＮ　ＭＯＲＩ'], ['Ken Mori']],
    ['the family name first, with a comma', ['Mori, Ken'], ['Ken Mori']],
    ['other accents', ['Petra Novakova'], ['Petra Nováková']],
    ['a title', ['Dr. Ada Lovelace'], ['ada lovelace']],
    ['a family name of two words', ['van Dyke Anna'], ['Anna van Dyke']],
    ['characters that nobody sees', ['Ken\u200b Mori'], ['Ken Mori']],
  ])('is the same with %s', (_, one, other) => {
    expect(isSame(one, other)).toBe(true);
  });

  test.each([
    ['another given name', ['佐藤 花'], ['佐藤 華']],
    ['another sound', ['かとう'], ['がとう']],
    ['a part of it', ['Ken'], ['Ken Mori']],
    ['nothing', [''], ['']],
  ])('is another one with %s', (_, one, other) => {
    expect(isSame(one, other)).toBe(false);
  });
});

test('an index gives everybody of a name, each once', () => {
  const index = new NameIndex<number>();
  index.add('Ken Mori', 1);
  index.add('Mori Ken', 2);
  index.add('Aoi Tanaka', 3);
  expect([...index.find(['Mori', 'Ken'])].sort()).toEqual([1, 2]);
  expect(index.find(['Nobody'])).toEqual([]);
});
