/** Every verdict as a colleague would say it, in both languages, whatever is missing. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Membership } from '../../../src/core/chat/membership';
import { problemOf } from '../../../src/core/chat/problem';
import type { Verdict } from '../../../src/core/chat/verdict';
import type { About } from '../../../src/core/locales/formatters';
import { catalogueFor } from '../../../src/core/locales/catalogue';

const SINCE = '2026-10-01 17:00';
const about = (member: string, more: Partial<About> = {}): About => ({
  question: { space: 'AAAA', member },
  since: null,
  ...more,
});
const ada: Membership = {
  name: 'spaces/AAAA/members/1',
  state: 'JOINED',
  role: 'ROLE_MANAGER',
  affiliation: 'INTERNAL',
  member: { name: 'users/1', type: 'HUMAN', displayName: 'Ada Example', email: 'ada@example.com' },
};
const member = (membership: Membership): Verdict => ({ kind: 'member', membership });
const named = (displayName: string): Verdict =>
  member({ ...ada, affiliation: '', member: { type: 'HUMAN', displayName } });

interface Row {
  readonly what: string;
  readonly verdict: Verdict;
  readonly of: About;
  readonly en: string;
  readonly ja: string;
}

const ROWS: readonly Row[] = [
  {
    what: 'an owner from inside',
    verdict: member(ada),
    of: about('1', { since: SINCE }),
    en: 'Ada Example (ada@example.com) is an Owner of the space AAAA, there since 2026-10-01 17:00, and belongs to the organisation.',
    ja: 'Ada Example (ada@example.com) はスペース AAAA のオーナーです（2026-10-01 17:00 に参加）。組織内のアカウントです。',
  },
  {
    what: 'a manager from outside, space by name',
    verdict: member({ ...ada, role: 'ROLE_ASSISTANT_MANAGER', affiliation: 'EXTERNAL' }),
    of: about('1', { spaceName: 'Night shift' }),
    en: 'Ada Example (ada@example.com) is a Manager of the space Night shift and comes from outside the organisation.',
    ja: 'Ada Example (ada@example.com) はスペース Night shift の管理者です。組織外のアカウントです。',
  },
  {
    what: 'a guest known by address alone',
    verdict: member({
      ...ada,
      role: 'ROLE_MEMBER',
      affiliation: 'MANAGED_EXTERNAL',
      member: { email: 'bo@example.com' },
    }),
    of: about('1'),
    en: 'bo@example.com is a Member of the space AAAA and is a guest of the organisation.',
    ja: 'bo@example.com はスペース AAAA のメンバーです。組織のゲスト アカウントです。',
  },
  {
    what: 'a person of whom the API says nothing more',
    verdict: member({ name: 'spaces/AAAA/members/1', state: 'JOINED' }),
    of: about('ada@example.com'),
    en: 'ada@example.com is in the space AAAA.',
    ja: 'ada@example.com はスペース AAAA に参加しています。',
  },
  {
    what: 'a role and an affiliation that are new',
    verdict: member({ ...ada, role: 'ROLE_JESTER', affiliation: 'LUNAR', member: {} }),
    of: about('1', { since: SINCE }),
    en: '1 has been in the space AAAA since 2026-10-01 17:00 with the role ROLE_JESTER and has the affiliation LUNAR.',
    ja: '1 は2026-10-01 17:00 からスペース AAAA に参加しています（ロール: ROLE_JESTER）。所属区分は LUNAR です。',
  },
  {
    what: 'a group',
    verdict: member({
      name: 'spaces/AAAA/members/group-01abc',
      state: 'JOINED',
      groupMember: { name: 'groups/01abc' },
    }),
    of: about('group-01abc', { since: SINCE }),
    en: 'The group 01abc has been in the space AAAA since 2026-10-01 17:00.',
    ja: 'グループ 01abc は2026-10-01 17:00 からスペース AAAA に参加しています。',
  },
  {
    what: 'the Chat app',
    verdict: member({ name: 'spaces/AAAA/members/9', state: 'JOINED', member: { type: 'BOT' } }),
    of: about('app'),
    en: 'The Chat app is in the space AAAA.',
    ja: 'Chat アプリはスペース AAAA に参加しています。',
  },
  {
    what: 'an app with a name',
    verdict: member({ state: 'JOINED', role: 'ROLE_MEMBER', member: { type: 'BOT', displayName: 'Polly' } }),
    of: about('9'),
    en: 'The Chat app Polly is a Member of the space AAAA.',
    ja: 'Chat アプリ Polly はスペース AAAA のメンバーです。',
  },
  {
    what: 'somebody invited',
    verdict: { kind: 'invited', membership: { ...ada, affiliation: 'EXTERNAL' } },
    of: about('1', { since: SINCE }),
    en: 'Ada Example (ada@example.com) was invited to the space AAAA on 2026-10-01 17:00 but has not joined yet, and comes from outside the organisation.',
    ja: 'Ada Example (ada@example.com) は2026-10-01 17:00 にスペース AAAA へ招待されましたが、まだ参加していません。組織外のアカウントです。',
  },
  {
    what: 'nobody, directly',
    verdict: { kind: 'notMember', directOnly: true },
    of: about('ada@example.com'),
    en: "ada@example.com is not a direct member of the space AAAA. People who come in through a group can't be seen.",
    ja: 'ada@example.com はスペース AAAA の直接のメンバーではありません。グループ経由で参加しているかどうかは確認できません。',
  },
  {
    what: 'nobody by an address that may be a group’s',
    verdict: { kind: 'notMember', directOnly: true, maybeGroupAddress: true },
    of: about('ada@example.com'),
    en: "ada@example.com is not a direct member of the space AAAA. People who come in through a group can't be seen, and if this is a group's address, the group may be in the space all the same.",
    ja: 'ada@example.com はスペース AAAA の直接のメンバーではありません。グループ経由で参加しているかどうかは確認できません。グループのアドレスの場合は、そのグループが参加していても確認できません。',
  },
  {
    what: 'nobody whom an admin can see',
    verdict: { kind: 'notMember', directOnly: true, maybeGroupAddress: true, maybeInvited: true },
    of: about('ada@example.com'),
    en: "ada@example.com is not a direct member of the space AAAA. People who are invited or come in through a group can't be seen, and if this is a group's address, the group may be in the space all the same.",
    ja: 'ada@example.com はスペース AAAA の直接のメンバーではありません。招待中かどうか、グループ経由で参加しているかどうかは確認できません。グループのアドレスの場合は、そのグループが参加していても確認できません。',
  },
  {
    what: 'nobody at all',
    verdict: { kind: 'notMember', directOnly: false },
    of: about('group-01abc'),
    en: 'The group 01abc is not a member of the space AAAA.',
    ja: 'グループ 01abc はスペース AAAA のメンバーではありません。',
  },
  {
    what: 'somebody who left',
    verdict: { kind: 'notMember', directOnly: false, membership: ada },
    of: about('1', { until: SINCE }),
    en: 'Ada Example (ada@example.com) is not a member of the space AAAA: they left or were removed on 2026-10-01 17:00.',
    ja: 'Ada Example (ada@example.com) はスペース AAAA のメンバーではありません。2026-10-01 17:00 に退出したか、削除されました。',
  },
  {
    what: 'a look-up without an answer',
    verdict: { kind: 'unchecked', problem: problemOf('networkDown') },
    of: about('ada@example.com'),
    en: "Couldn't check whether ada@example.com is in the space AAAA. Google could not be reached.",
    ja: 'ada@example.com がスペース AAAA に参加しているかどうかを確認できませんでした。Google に接続できませんでした。',
  },
  {
    what: 'a question without anything',
    verdict: { kind: 'unchecked', problem: problemOf('nothingAsked') },
    of: { question: { space: '', member: '' }, since: null },
    en: "Couldn't check whether the member is in the space. There is no question yet.",
    ja: '指定されたメンバーが指定されたスペースに参加しているかどうかを確認できませんでした。まだ何も入力されていません。',
  },
];

describe('a sentence about', () => {
  test.each(ROWS)('$what', ({ verdict, of, en, ja }) => {
    expect(catalogueFor('en').sentence(verdict, of)).toBe(en);
    expect(catalogueFor('ja').sentence(verdict, of)).toBe(ja);
  });
});

test('a sentence about a question that could not be read repeats no secret of a link', () => {
  const webhook = 'https://chat.googleapis.com/v1/spaces/?key=SECRET&token=SECRET';
  const verdict: Verdict = { kind: 'unchecked', problem: problemOf('notASpaceLink') };
  for (const question of [
    { space: webhook, member: 'ada@example.com' },
    { space: '', member: webhook },
  ]) {
    expect(catalogueFor('en').sentence(verdict, { question, since: null })).not.toContain('SECRET');
  }
});

describe('short texts', () => {
  test.each([
    ['en', ['In space', 'Invited', 'Not a direct member', 'Not in space', "Couldn't check"]],
    ['ja', ['参加中', '招待中', '未参加（グループ未確認）', '未参加', '確認できず']],
  ])('name the verdict, and never take “couldn’t check” for “not in space”: %s', (locale, texts) => {
    const verdicts: readonly Verdict[] = [
      member(ada),
      { kind: 'invited', membership: ada },
      { kind: 'notMember', directOnly: true },
      { kind: 'notMember', directOnly: false },
      { kind: 'unchecked', problem: problemOf('noAccess') },
    ];
    expect(verdicts.map((verdict) => catalogueFor(locale).verdictText(verdict))).toEqual(texts);
  });

  test.each(['en', 'ja'])('beside a verdict name what it leaves open: %s', (locale) => {
    const catalogue = catalogueFor(locale);
    const { notes, columns } = catalogue;
    expect(catalogue.noteText({ kind: 'member', membership: ada })).toBe('');
    expect(catalogue.noteText({ kind: 'invited', membership: ada })).toContain(columns.since);
    expect(catalogue.noteText({ kind: 'notMember', directOnly: false })).toBe(notes.notMember);
    expect(catalogue.noteText({ kind: 'notMember', directOnly: true })).toBe(notes.notDirectMember);
    expect(catalogue.noteText({ kind: 'notMember', directOnly: true, maybeGroupAddress: true })).toBe(
      notes.notDirectByAddress,
    );
    expect(
      catalogue.noteText({
        kind: 'notMember',
        directOnly: true,
        maybeGroupAddress: true,
        maybeInvited: true,
      }),
    ).toBe(notes.notDirectAsAdmin);
    expect(catalogue.noteText({ kind: 'notMember', directOnly: true, membership: ada })).toBe(
      `${notes.left} ${notes.notDirectMember}`,
    );
  });

  test('name role and origin, verbatim where they are new, empty where there is none', () => {
    const catalogue = catalogueFor('ja');
    expect(catalogue.roleText(ada)).toBe('オーナー');
    expect(catalogue.originText(ada)).toBe('組織内');
    expect(catalogue.roleText({ role: 'ROLE_JESTER' })).toBe('ROLE_JESTER');
    expect(catalogue.originText({ affiliation: 'LUNAR' })).toBe('LUNAR');
    expect(catalogue.roleText({})).toBe('');
    expect(catalogue.originText({})).toBe('');
  });
});

describe('a hostile name', () => {
  test('cannot reorder, break or fill a sentence', () => {
    const said = catalogueFor('en').sentence(
      named(`\u202e\u2066Bo\u0000\n\u200b  Example\u2028${'x'.repeat(500)}`),
      about('1'),
    );
    expect(said).toMatch(/^Bo Example x+… is an Owner of the space AAAA\.$/);
    expect(said.length).toBeLessThan(180);
  });

  test('that reads from right to left is kept apart from the sentence', () => {
    expect(catalogueFor('en').sentence(named('דנה'), about('1'))).toBe(
      '\u2068דנה\u2069 is an Owner of the space AAAA.',
    );
    // Every piece by itself: two of them in a row would else change places.
    const said = (locale: string) =>
      catalogueFor(locale).sentence(
        member({
          ...ada,
          role: 'דמות',
          affiliation: 'זר',
          member: { displayName: 'דנה', email: 'דנה@example.com' },
        }),
        about('1', { spaceName: 'חלל' }),
      );
    for (const locale of ['en', 'ja'])
      for (const piece of ['דנה', 'דנה@example.com', 'חלל', 'דמות', 'זר'])
        expect(said(locale)).toContain(`\u2068${piece}\u2069`);
    const { happened, cause } = catalogueFor('en').problemText(
      problemOf('severalFound', { value: 'דנה', other: 'נועה' }),
    );
    expect(`${happened} ${cause}`).toContain('“\u2068דנה\u2069” and “\u2068נועה\u2069”');
  });

  test('of invisible characters alone is no name', () => {
    expect(
      catalogueFor('en').sentence(
        named('\u200b\u202e\u3164\u2800\ud800\u00ad\u034f\ufe0f\u{e0100}\u200d'),
        about('1'),
      ),
    ).toBe('1 is an Owner of the space AAAA.');
  });
});

test('any answer at all can be said, on one line and without a hidden character', () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  const membership: fc.Arbitrary<Membership> = fc.record(
    {
      name: text,
      state: text,
      role: text,
      affiliation: text,
      member: fc.record(
        { name: text, type: fc.oneof(text, fc.constant('BOT')), displayName: text, email: text },
        { requiredKeys: [] },
      ),
      groupMember: fc.record({ name: text }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(membership, text, text, fc.constantFrom('en', 'ja'), (answer, space, asked, locale) => {
      const catalogue = catalogueFor(locale);
      const said = [
        catalogue.sentence(member(answer), { question: { space, member: asked }, since: null }),
        catalogue.roleText(answer),
        catalogue.originText(answer),
      ];
      for (const one of said) expect(one).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066\u2067]/u);
      expect(said[0]).toMatch(/[.。]$/);
    }),
  );
});
