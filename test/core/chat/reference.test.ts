/** Pasted text -> a safe question, or a refusal with a reason. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  membershipName,
  parseMember,
  parseQuestion,
  parseSpace,
  recognise,
  type CurrentUser,
  type MembershipReference,
} from '../../../src/core/chat/reference';

const currentUser: CurrentUser = { me: 'Ada@Example.com' };
const PERSON = '100000000000000000001';

/** The name that would be sent, or the code of the refusal. */
function outcomeOf(space: string, member: string, by: CurrentUser = currentUser): string {
  const parsed = parseQuestion(space, member, by);
  return parsed.ok ? membershipName(parsed.value) : parsed.problem.code;
}

describe('a space', () => {
  test.each([
    ['Gmail, hash route', 'https://mail.google.com/mail/u/0/#chat/space/AAAAAAAAA', 'AAAAAAAAA'],
    ['Gmail, direct message', 'https://mail.google.com/mail/u/0/#chat/dm/hZmKQAAAAAE', 'hZmKQAAAAAE'],
    ['Gmail with a query', 'https://mail.google.com/mail/u/1/?tab=rm#chat/space/AAAACfnje_s', 'AAAACfnje_s'],
    ['Chat inside Gmail', 'https://mail.google.com/chat/u/0/#chat/space/AAAACfnje_s', 'AAAACfnje_s'],
    ['a thread inside Gmail', 'https://mail.google.com/chat/u/0/#chat/space/AAAACfnje_s/T1', 'AAAACfnje_s'],
    ['Chat, space', 'https://chat.google.com/room/AAQA5Go_5yw?cls=7', 'AAQA5Go_5yw'],
    ['Chat, message', 'https://chat.google.com/room/AAQA1-876WI/emc/emc?cls=10', 'AAQA1-876WI'],
    ['Chat, direct message', 'https://chat.google.com/dm/hZmKQAAAAAE?cls=11', 'hZmKQAAAAAE'],
    ['the app route', 'https://chat.google.com/app/chat/AAAA4BULhWo', 'AAAA4BULhWo'],
    ['the app route, authuser', 'https://chat.google.com/app/chat/AAAA4BULhWo?authuser=1', 'AAAA4BULhWo'],
    ['the app route, account', 'https://chat.google.com/u/0/app/chat/AAA', 'AAA'],
    ['the app route, thread', 'https://chat.google.com/u/0/app/chat/AAA/AAA/thread-1?cls=7', 'AAA'],
    ['/space on Chat', 'https://chat.google.com/space/AAAA', 'AAAA'],
    ['hash route on Chat', 'https://chat.google.com/u/0/#chat/space/AAAA', 'AAAA'],
    ['a webhook', 'https://chat.googleapis.com/v1/spaces/AAAA/messages?key=SECRET&token=SECRET', 'AAAA'],
    ['no scheme', 'chat.google.com/room/AAAA', 'AAAA'],
    ['capitals in the host', 'HTTPS://Chat.Google.com/room/AAAA', 'AAAA'],
    ['resource name', 'spaces/AAAA', 'AAAA'],
    ['resource name with a slash behind', 'spaces/AAAA/', 'AAAA'],
    ['name of a message', 'spaces/AAAA/messages/BBBB.BBBB', 'AAAA'],
    ['name of a membership', 'spaces/AAAA/members/123', 'AAAA'],
    ['bare id', 'AAQA5Go_5yw', 'AAQA5Go_5yw'],
    ['blanks around', ' \t spaces/AAAA \n', 'AAAA'],
    ['quotes around', '“spaces/AAAA”', 'AAAA'],
    ['Japanese quotes around', '「spaces/AAAA」', 'AAAA'],
    ['angle brackets around', '<https://chat.google.com/room/AAAA>', 'AAAA'],
    ['a link as Chat writes it', '<https://chat.google.com/room/AAAA|Team>', 'AAAA'],
    ['a link at the end of a sentence', 'https://chat.google.com/room/AAAA.', 'AAAA'],
    ['full-width letters', 'ｓｐａｃｅｓ／ＡＡＡＡ', 'AAAA'],
    ['full-width link', 'ｈｔｔｐｓ：／／ｃｈａｔ．ｇｏｏｇｌｅ．ｃｏｍ／ｒｏｏｍ／ＡＡＡＡ', 'AAAA'],
    ['an invisible mark in front', '\u200bspaces/AAAA\ufeff', 'AAAA'],
  ])('%s', (_, text, id) => {
    expect(parseSpace(text)).toEqual({ ok: true, value: id });
  });

  test.each([
    ['Chat home in Gmail', 'https://mail.google.com/chat/u/0/#chat/home', 'notASpaceLink'],
    ['Chat welcome', 'https://mail.google.com/mail/u/0/#chat/welcome', 'notASpaceLink'],
    ['Chat itself', 'https://chat.google.com/', 'notASpaceLink'],
    ['Chat itself, without a path', 'chat.google.com', 'notASpaceLink'],
    ['an inbox', 'https://mail.google.com/mail/u/0/#inbox', 'notASpaceLink'],
    ['the API itself', 'https://chat.googleapis.com/v1/spaces', 'notASpaceLink'],
    [
      'a mail address as direct message',
      'https://mail.google.com/chat/u/0/#chat/dm/ada@example.com',
      'emailInsteadOfSpace',
    ],
    [
      'the same, escaped',
      'https://mail.google.com/chat/u/0/#chat/dm/ada%40example.com',
      'emailInsteadOfSpace',
    ],
    ['another host', 'https://example.com/room/AAAA', 'foreignLink'],
    ['a host that looks alike', 'https://chat.google.com.example.com/room/AAAA', 'foreignLink'],
    ['a user before the host', 'https://chat.google.com@example.com/room/AAAA', 'foreignLink'],
    ['a port', 'https://chat.google.com:8443/room/AAAA', 'foreignLink'],
    ['another scheme', 'ftp://chat.google.com/room/AAAA', 'foreignLink'],
    ['no scheme but slashes', '//example.com/room/AAAA', 'foreignLink'],
    ['a slash in an id', 'AAAA/BBBB', 'unsafeId'],
    ['a question mark in an id', 'spaces/AAAA?x', 'unsafeId'],
    ['a hash in an id', 'spaces/AAAA#x', 'unsafeId'],
    ['a percent sign in an id', 'https://chat.google.com/room/AA%2FAA', 'unsafeId'],
    ['dots in an id', 'spaces/..', 'unsafeId'],
    ['a control character in an id', 'spaces/AA\u0000AA', 'unsafeId'],
    ['a line break in an id', 'spaces/AA\nAA', 'unsafeId'],
    ['a slash made by normalising', 'spaces/AA\u2100AA', 'spaceUnreadable'],
    ['dots made by normalising', 'spaces/\u2025', 'unsafeId'],
    ['nothing', '  ', 'noSpace'],
    ['an address', 'ada@example.com', 'memberInsteadOfSpace'],
    ['half an address', 'ada@', 'spaceUnreadable'],
    ['a user', 'users/123', 'memberInsteadOfSpace'],
    ['me', 'me', 'memberInsteadOfSpace'],
    ['the app', 'app', 'memberInsteadOfSpace'],
    ['an unknown collection', 'spaces/AAAA/webhooks/1', 'spaceUnreadable'],
    ['no id', 'spaces/', 'spaceUnreadable'],
    ['a dash for nothing', '-', 'spaceUnreadable'],
  ])('%s is refused', (_, text, code) => {
    const parsed = parseSpace(text);
    expect(parsed.ok ? parsed.value : parsed.problem.code).toBe(code);
  });
});

describe('a member', () => {
  test.each([
    ['digits', PERSON, PERSON],
    ['user', `users/${PERSON}`, PERSON],
    ['user by address', 'users/Ada@Example.com', 'ada@example.com'],
    ['People API name', `people/${PERSON}`, PERSON],
    ['address', 'ada.lovelace+chat@example.co.jp', 'ada.lovelace+chat@example.co.jp'],
    ['address with an apostrophe', "o'neil@example.com", "o'neil@example.com"],
    ['capitals', 'Ada@Example.COM', 'ada@example.com'],
    ['full width', 'ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'ada@example.com'],
    ['mailto', 'mailto:ada@example.com?subject=hi', 'ada@example.com'],
    ['escaped mailto', 'mailto:ada%2Bchat%40example.com', 'ada+chat@example.com'],
    ['name and address', 'Ada Example <ada@example.com>', 'ada@example.com'],
    ['quoted name and address', '"Example, Ada" <mailto:ada@example.com>', 'ada@example.com'],
    ['address in brackets', '<ada@example.com>', 'ada@example.com'],
    ['the app', 'app', 'app'],
    ['the app as a user', 'users/app', 'app'],
    ['me', 'me', 'ada@example.com'],
    ['me as a user', 'users/me', 'ada@example.com'],
    ['group', 'groups/01abc', 'group-01abc'],
    ['group in capitals', 'Group-01abc', 'group-01abc'],
    ['digits as a sheet keeps them a text', `'${PERSON}`, PERSON],
    ['group membership', 'group-01abc', 'group-01abc'],
    ['membership', 'spaces/AAAA/members/123', '123'],
    ['membership with users/', 'spaces/AAAA/members/users/123', '123'],
    ['membership by address', 'spaces/AAAA/members/Ada@example.com', 'ada@example.com'],
    ['membership of me', 'spaces/AAAA/members/me', 'ada@example.com'],
    ['members/', 'members/123', '123'],
    ['bare id', 'MEMBER_NAME', 'MEMBER_NAME'],
  ])('%s', (_, text, member) => {
    expect(parseMember(text, currentUser)).toEqual({ ok: true, value: member });
  });

  test.each([
    ['a name', 'Ada Example', 'memberUnreadable'],
    ['half an address', 'ada@', 'emailIncomplete'],
    ['an address without a domain', 'ada@example', 'emailIncomplete'],
    ['an address whose domain has two dots', 'ada@example..com', 'emailIncomplete'],
    ['an address in another alphabet', '\u0430da@example.com', 'emailMalformed'],
    ['two addresses', 'ada@example.com, bo@example.com', 'severalFound'],
    ['two people', 'Ada <ada@example.com>, Bo <bo@example.com>', 'severalFound'],
    ['a mail to two', 'mailto:ada@example.com,bo@example.com', 'severalFound'],
    ['a slash in an address', 'ada/x@example.com', 'emailMalformed'],
    ['an escaped slash in a mailto', 'mailto:ada%2F..%2Fx@example.com', 'emailMalformed'],
    ['an escaped blank in a mailto', 'mailto:ada%20x@example.com', 'emailMalformed'],
    ['a path in a user', 'users/../spaces/B', 'unsafeId'],
    ['a path in a group', 'groups/a/b', 'unsafeId'],
    ['a rounded id', '1.06781799854903E+20', 'digitsLost'],
    ['a space', 'spaces/AAAA', 'spaceInsteadOfMember'],
    ['a link of a space', 'https://chat.google.com/room/AAAA', 'spaceInsteadOfMember'],
    ['a membership of somebody by name', 'spaces/AAAA/members/Ada Example', 'memberUnreadable'],
    ['two addresses in a membership', 'spaces/AAAA/members/ada@example.com,bo@example.com', 'severalFound'],
    ['a sentence in a membership', 'spaces/AAAA/members/not ada@example.com', 'severalFound'],
    ['nothing', '', 'noMember'],
    ['too much', 'a'.repeat(5000), 'tooLong'],
  ])('%s is refused', (_, text, code) => {
    const parsed = parseMember(text, currentUser);
    expect(parsed.ok ? parsed.value : parsed.problem.code).toBe(code);
  });

  test('“me” is refused where nobody knows who asks', () => {
    expect(outcomeOf('AAAA', 'me', { me: null })).toBe('meUnknown');
    expect(outcomeOf('AAAA', 'me', { me: '' })).toBe('meUnknown');
  });
});

describe('a question in two fields', () => {
  test.each([
    ['space, member', 'spaces/AAAA', 'ada@example.com', 'spaces/AAAA/members/ada@example.com'],
    ['member, space', 'ada@example.com', 'spaces/AAAA', 'spaces/AAAA/members/ada@example.com'],
    ['member, bare id', 'ada@example.com', 'AAQA5Go_5yw', 'spaces/AAQA5Go_5yw/members/ada@example.com'],
    ['digits, link', PERSON, 'https://chat.google.com/room/AAAA', `spaces/AAAA/members/${PERSON}`],
    ['digits, bare id', PERSON, 'AAAA', `spaces/AAAA/members/${PERSON}`],
    ['link, bare id', 'https://chat.google.com/room/AAAA', 'M1', 'spaces/AAAA/members/M1'],
    ['bare id, link', 'M1', 'https://chat.google.com/room/AAAA', 'spaces/AAAA/members/M1'],
    ['two bare ids', 'AAAA', 'M1', 'spaces/AAAA/members/M1'],
    ['app, space', 'app', 'spaces/AAAA', 'spaces/AAAA/members/app'],
    ['whole name first', 'spaces/AAAA/members/123', '', 'spaces/AAAA/members/123'],
    ['whole name second', '', 'spaces/AAAA/members/123', 'spaces/AAAA/members/123'],
    [
      'an API link',
      '',
      'https://chat.googleapis.com/v1/spaces/AAAA/members/123?key=x',
      'spaces/AAAA/members/123',
    ],
    ['whole name and its space', 'spaces/AAAA', 'spaces/AAAA/members/123', 'spaces/AAAA/members/123'],
    ['whole name and its member', 'spaces/AAAA/members/123', 'users/123', 'spaces/AAAA/members/123'],
    ['whole name and another space', 'spaces/BBBB', 'spaces/AAAA/members/123', 'contradiction'],
    ['two whole names', 'spaces/AAAA/members/1', 'spaces/AAAA/members/2', 'contradiction'],
    ['nothing', '', ' ', 'nothingAsked'],
    ['an address and nothing', 'ada@example.com', '', 'noSpace'],
    ['nothing and an address', '', 'ada@example.com', 'noSpace'],
    ['two addresses', 'ada@example.com', 'bo@example.com', 'memberInsteadOfSpace'],
    ['me and an address', 'me', 'bo@example.com', 'memberInsteadOfSpace'],
    ['a user and an address', 'users/123', 'bo@example.com', 'memberInsteadOfSpace'],
    ['me, bare id', 'me', 'AAQA5Go_5yw', 'spaces/AAQA5Go_5yw/members/ada@example.com'],
    ['a user, bare id', 'users/123', 'AAQA5Go_5yw', 'spaces/AAQA5Go_5yw/members/123'],
    ['whole name and me', 'spaces/AAAA/members/ada@example.com', 'me', 'spaces/AAAA/members/ada@example.com'],
    ['whole name and somebody who is not me', 'spaces/AAAA/members/1', 'me', 'contradiction'],
    ['a space and nothing', 'AAAA', '', 'noMember'],
    ['nothing and a space', '', 'spaces/AAAA', 'noMember'],
    ['two spaces', 'spaces/AAAA', 'https://chat.google.com/room/BBBB', 'twoSpaces'],
    ['a refused space', 'https://mail.google.com/mail/u/0/#chat/home', 'ada@example.com', 'notASpaceLink'],
  ])('%s', (_, first, second, outcome) => {
    expect(outcomeOf(first, second)).toBe(outcome);
  });
});

describe('what a cell holds', () => {
  test.each([
    ['spaces/AAAA/members/1', 'membership'],
    ['https://chat.google.com/room/AAAA', 'space'],
    ['AAQA5Go_5yw', 'space'],
    ['ada@example.com', 'member'],
    ['Ada <ada@example.com>', 'member'],
    [PERSON, 'member'],
    ['groups/01abc', 'member'],
    ['me', 'member'],
    ['Ada (ada@example.com)', 'member'],
    ['佐藤花（hana@example.com） 様', 'member'],
    ['Asked ada@example.com on Monday', 'none'],
    ['See https://chat.google.com/room/AAAA', 'none'],
    ['AIzaSyA-1234567890abcdefghijklmnopqrstu', 'none'],
    ['#N/A', 'none'],
    ['Space', 'none'],
    ['E-mail', 'none'],
    ['Department', 'none'],
    ['スペース', 'none'],
    ['42', 'none'],
    ['20261001', 'none'],
    ['2026-10-01T08:00:00Z', 'none'],
    ['', 'none'],
  ])('%s', (text, kind) => {
    expect(recognise(text)).toBe(kind);
  });
});

describe('for all texts', () => {
  const id = fc.stringMatching(/^[\w-]{0,20}[A-Za-z\d][\w-]{0,20}$/).filter((text) => !/^group-/i.test(text));
  const email = fc
    .tuple(
      fc.stringMatching(/^[a-z\d][a-z\d_+-]{0,20}$/),
      fc.stringMatching(/^[a-z][a-z\d]{0,10}\.[a-z]{2,6}$/),
    )
    .map((parts) => parts.join('@'));
  const member = fc.oneof(
    id.filter((text) => !/^me$/i.test(text) && !/^app$/i.test(text)),
    email,
    fc.constant('app'),
    id.map((text) => `group-${text}`),
  );
  const reference: fc.Arbitrary<MembershipReference> = fc.record({ space: id, member });
  const pieces = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      'spaces/',
      'users/',
      '/members/',
      'https://',
      'chat.google.com',
      'mail.google.com',
      '/room/',
      '#chat/space/',
      '?key=',
      '..',
      '%2e',
      '@',
      '<',
      '>',
      'mailto:',
      'AAAA',
      '／',
      '\u202e',
      '\u0000',
      'me',
      'app',
      'ada@example.com',
      ' ',
      '(',
      ')',
      '|',
      '様',
      '%40',
      '\u200b',
      '\n',
    ),
  );
  const text = fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(''));

  test('a reference printed as a name reads as itself', () => {
    fc.assert(
      fc.property(reference, (asked) => {
        expect(parseQuestion(membershipName(asked), '', currentUser)).toEqual({ ok: true, value: asked });
        expect(parseQuestion('', membershipName(asked), currentUser)).toEqual({ ok: true, value: asked });
      }),
    );
  });

  test('a space and a member printed apart read as themselves, in either order', () => {
    fc.assert(
      fc.property(reference, ({ space, member: whom }) => {
        const first = `spaces/${space}`;
        const second = whom.includes('@') || whom === 'app' ? whom : `members/${whom}`;
        expect(outcomeOf(first, second)).toBe(`spaces/${space}/members/${whom}`);
        expect(outcomeOf(second, first)).toBe(`spaces/${space}/members/${whom}`);
      }),
    );
  });

  test('nothing throws, and only a safe name is ever made', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        recognise(first);
        parseSpace(first);
        parseMember(second, { me: first });
        const parsed = parseQuestion(first, second, { me: null });
        if (parsed.ok) {
          const name = membershipName(parsed.value);
          expect(name).toMatch(/^spaces\/[\w-]+\/members\/[\w.+'&=~@-]+$/);
          // A part of a path that is dots alone would lead to another path.
          expect(name.split('/')).not.toContainEqual(expect.stringMatching(/^\.*$/));
        } else {
          expect(parsed.problem.code).not.toBe('unknown');
        }
      }),
      { numRuns: 3000 },
    );
  });
});
