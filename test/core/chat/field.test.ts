/** What people really type and paste: understood, or refused with words about this very text. */
import { describe, expect, test } from '@jest/globals';
import { parseMember, parseSpace } from '../../../src/core/chat/reference';
import { catalogueFor } from '../../../src/core/locales/catalogue';

const currentUser = { me: 'ada@example.com' };

describe('a member is understood', () => {
  test.each([
    ['a mark at the end', 'hana@example.com;'],
    ['a Japanese mark at the end', 'hana@example.com、'],
    ['a name with brackets', '佐藤花（hana@example.com）'],
    ['a name behind', 'hana@example.com (Hana Sato)'],
    ['a form of address', 'hana@example.com 様'],
    ['a form of address without a blank', '佐藤花（hana@example.com）さん'],
    ['an escaped sign', 'hana%40example.com'],
    ['a link as Chat writes it', '<mailto:hana@example.com|佐藤花>'],
    ['a Japanese full stop', 'hana@example。com'],
    ['a half-width Japanese full stop', 'hana@example｡com'],
    ['a Markdown link', '[Hana](mailto:hana@example.com)'],
    ['an entry of a list', '・hana@example.com'],
    ['an entry of a plain list', '- hana@example.com'],
    ['among words', 'Please ask hana@example.com, she knows.'],
    ['among Japanese words', '担当は hana@example.com です'],
    ['beside a mention', '@hana hana@example.com'],
    ['under a name', '佐藤花\nhana@example.com'],
    ['twice the same', 'hana@example.com <Hana@Example.com>'],
    ['bold, as Chat writes it', 'Ask *hana@example.com*'],
    ['brackets and quotes', '「"hana@example.com"」'],
    ['invisible characters around', '佐藤花 <\u200bhana@example.com\u00ad>'],
  ])('%s', (_, text) => {
    expect(parseMember(text, currentUser)).toEqual({ ok: true, value: 'hana@example.com' });
  });

  test.each([
    ['foo..bar@docomo.ne.jp'],
    ['foo.@docomo.ne.jp'],
    ['.foo@ezweb.ne.jp'],
    ["o'neil+x_y=z&a~b-c@example.com"],
  ])('with an address that is improper but real: %s', (text) => {
    expect(parseMember(text, currentUser)).toEqual({ ok: true, value: text });
  });
});

describe('a space is understood', () => {
  test.each([
    ['in the singular', 'space/AAQA5Go_5yw'],
    ['as part of a link', '#chat/space/AAQA5Go_5yw'],
    ['as part of a link of Chat', '/room/AAQA5Go_5yw'],
    ['with the port of https', 'https://chat.google.com:443/room/AAQA5Go_5yw'],
    ['with a port and no scheme', 'chat.google.com:443/room/AAQA5Go_5yw'],
    ['with the port of http', 'http://chat.google.com:80/room/AAQA5Go_5yw'],
    ['among words', 'Our space: https://chat.google.com/room/AAQA5Go_5yw (please join)'],
    ['among Japanese words', 'こちらです→https://chat.google.com/room/AAQA5Go_5ywをご覧ください'],
    ['behind a title', 'Launch:https://chat.google.com/room/AAQA5Go_5yw'],
    ['without a scheme, among words', 'see chat.google.com/room/AAQA5Go_5yw.'],
    ['by its name, among words', 'see spaces/AAQA5Go_5yw, please'],
    ['beside another page', 'https://docs.example.com/plan and https://chat.google.com/room/AAQA5Go_5yw'],
    ['as a Markdown link', '[Launch](https://chat.google.com/room/AAQA5Go_5yw)'],
    ['as a Markdown link among words', 'See [Launch](https://chat.google.com/room/AAQA5Go_5yw).'],
    ['as Chat writes a link, among words', 'See <https://chat.google.com/room/AAQA5Go_5yw|Launch>!'],
    ['twice', 'https://chat.google.com/room/AAQA5Go_5yw, spaces/AAQA5Go_5yw'],
    ['in a membership of mine', 'spaces/AAQA5Go_5yw/members/me'],
  ])('%s', (_, text) => {
    expect(parseSpace(text)).toEqual({ ok: true, value: 'AAQA5Go_5yw' });
  });
});

describe.each(['en', 'ja'])('a refusal says what is wrong with this text: %s', (locale) => {
  const catalogue = catalogueFor(locale);
  const member = (text: string) => parseMember(text, currentUser);

  test.each([
    ['an error of a formula', parseSpace, '#N/A', 'errorValue', ['#N/A']],
    ['an error of a reference', member, '#REF!', 'errorValue', ['#REF!']],
    ['me as a space', parseSpace, 'me', 'memberInsteadOfSpace', ['me']],
    [
      'somebody as a space',
      parseSpace,
      'Hana <hana@example.com>',
      'memberInsteadOfSpace',
      ['hana@example.com'],
    ],
    ['a space as a member', member, 'spaces/AAAA', 'spaceInsteadOfMember', ['spaces/AAAA']],
    [
      'an invisible character',
      member,
      'hana@exam\u200bple.com',
      'invisibleCharacters',
      ['U+200B', 'hana@example.com'],
    ],
    ['a soft hyphen', member, 'ha\u00adna@example.com', 'invisibleCharacters', ['U+00AD']],
    [
      'one in a link',
      parseSpace,
      'https://chat.google.com/room/AA\u200dAA',
      'invisibleCharacters',
      ['U+200D'],
    ],
    ['one in an id', parseSpace, 'spaces/AA\ufe0fAA', 'invisibleCharacters', ['U+FE0F']],
    ['a letter of another alphabet', member, 'h\u0430na@example.com', 'emailMalformed', ['\u0430']],
    ['a name against an address', member, '佐藤花hana@example.com', 'emailMalformed', ['佐']],
    ['no end', member, 'hana@example', 'emailIncomplete', ['hana@example']],
    [
      'two people',
      member,
      'hana@example.com; ken@example.com',
      'severalFound',
      ['hana@example.com', 'ken@example.com'],
    ],
    ['two spaces', parseSpace, 'spaces/AAAA or spaces/BBBB', 'severalFound', ['spaces/AAAA', 'spaces/BBBB']],
    [
      'a space and a member',
      parseSpace,
      'hana@example.com in spaces/AAAA',
      'severalFound',
      ['spaces/AAAA', 'hana@example.com'],
    ],
    ['a sign in an id', parseSpace, 'spaces/AA*AA?', 'spaceUnreadable', ['AA*AA']],
    ['a percent sign in an id', parseSpace, 'spaces/AA%AA', 'unsafeId', ['AA%AA', '“%”|「%」']],
    ['a line break in an id', parseSpace, 'spaces/AA\nAA', 'unsafeId', ['U+000A']],
    [
      'another page among words',
      parseSpace,
      'see https://example.com/room/AAAA',
      'foreignLink',
      ['example.com'],
    ],
    [
      'another port',
      parseSpace,
      'https://chat.google.com:8443/room/AAAA',
      'foreignLink',
      ['chat.google.com:8443'],
    ],
    [
      'a rounded number',
      member,
      '1.06781799854903E+20',
      'digitsLost',
      ['1.06781799854903E+20', 'Plain text|書式なしテキスト'],
    ],
  ] as const)('%s', (_, parse, text, code, named) => {
    const parsed = parse(text);
    if (parsed.ok) throw new Error(`understood as ${parsed.value}`);
    const { happened, cause, nextStep } = catalogue.problemText(parsed.problem);
    const words = [happened, cause, nextStep].join(' ');
    expect(parsed.problem.code).toBe(code);
    for (const one of named) expect(one.split('|').some((part) => words.includes(part))).toBe(true);
    expect(words).not.toMatch(/\p{Default_Ignorable_Code_Point}/u);
  });
});

describe('what may have been cut short is not taken for an id', () => {
  test.each([
    ['a link broken by a line', 'https://chat.google.com/room/AA\nAA'],
    ['a link with a letter of another alphabet', 'https://chat.google.com/room/AA\u0410A'],
    ['a name with one', 'see spaces/AA\u0410A'],
    ['a path of another page', 'example.com/spaces/AAAA'],
    ['a longer word', 'workspaces/AAAA'],
  ])('%s', (_, text) => {
    expect(parseSpace(text).ok).toBe(false);
  });
});
