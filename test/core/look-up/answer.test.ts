import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from '../../../src/core/contract';
import { answerOf, readAnswer, type AnswerContext } from '../../../src/core/look-up/answer';
import { problemOf } from '../../../src/core/chat/problem';
import type { Verdict } from '../../../src/core/chat/verdict';
import { catalogueFor } from '../../../src/core/locales/catalogue';

const MEMBERSHIP = {
  name: 'spaces/AAAAOrchard01/members/110000000000000000001',
  state: 'JOINED',
  role: 'ROLE_ASSISTANT_MANAGER',
  createTime: '2024-03-12T15:30:00.123456Z',
  affiliation: 'EXTERNAL',
  member: {
    name: 'users/110000000000000000001',
    type: 'HUMAN',
    displayName: 'Ada Orchard',
    email: 'ada@example.com',
  },
};

const contextIn = (locale: string): AnswerContext => {
  const catalogue = catalogueFor(locale);
  return {
    question: { space: 'spaces/AAAAOrchard01', member: 'ada@example.com' },
    reference: { space: 'AAAAOrchard01', member: 'ada@example.com' },
    identity: { as: 'user' },
    checkedAt: Date.UTC(2025, 0, 2, 3, 4),
    catalogue,
    formatTime: (milliseconds, pattern) => `${pattern}:${new Date(milliseconds).toISOString()}`,
    problemText: (problem) => catalogue.problemText(problem),
  };
};

const VERDICTS: readonly Verdict[] = [
  { kind: 'member', membership: MEMBERSHIP },
  { kind: 'invited', membership: { ...MEMBERSHIP, state: 'INVITED' } },
  { kind: 'notMember', directOnly: true },
  { kind: 'notMember', directOnly: true, maybeGroupAddress: true },
  { kind: 'notMember', directOnly: true, maybeGroupAddress: true, maybeInvited: true },
  { kind: 'notMember', directOnly: false, membership: { ...MEMBERSHIP, state: 'NOT_A_MEMBER' } },
  { kind: 'unchecked', problem: problemOf('noAccess', {}, 'Permission denied') },
];

describe('an answer', () => {
  test('names every known field once, in the language of the person', () => {
    const english = answerOf(VERDICTS[0]!, contextIn('en'));
    expect(english.fields.map(({ label }) => label)).toEqual([
      'Name',
      'E-mail',
      'Kind',
      'Role',
      'From',
      'Joined',
      'Membership',
      'Checked',
      'Asked as',
    ]);
    expect(english.fields).toContainEqual({ label: 'Role', text: 'Manager' });
    const japanese = answerOf(VERDICTS[0]!, contextIn('ja'));
    expect(japanese.fields).toContainEqual({ label: 'ロール', text: '管理者' });
    expect(japanese.membership).toEqual(english.membership);
  });

  test('writes times through the sheet’s zone, and keeps one it cannot read', () => {
    const membership = { ...MEMBERSHIP, createTime: 'the day before' };
    const { fields } = answerOf({ kind: 'member', membership }, contextIn('en'));
    expect(fields).toContainEqual({ label: 'Joined', text: 'the day before' });
    expect(fields).toContainEqual({ label: 'Checked', text: 'yyyy-MM-dd HH:mm:2025-01-02T03:04:00.000Z' });
  });

  test('repeats no secret of the question, in either field', () => {
    const hook = 'https://chat.googleapis.com/v1/spaces/AAAA/members/1?key=SECRET&token=SECRET';
    for (const verdict of VERDICTS) {
      const context = { ...contextIn('en'), question: { space: hook, member: hook }, reference: null };
      expect(JSON.stringify(answerOf(verdict, context))).not.toContain('SECRET');
    }
  });

  test('shows no name where nobody sees one', () => {
    const membership = {
      ...MEMBERSHIP,
      member: { ...MEMBERSHIP.member, displayName: '\u200b\u{e0100}\u3164' },
    };
    const answer = answerOf({ kind: 'member', membership }, contextIn('en'));
    expect(answer.displayName).toBeNull();
    expect(answer.fields.map(({ label }) => label)).not.toContain('Name');
    expect(answer.sentence).toMatch(/^ada@example\.com is a Manager/);
  });
});

const NOW = Date.UTC(2025, 0, 2, 12);
const DAY = 24 * 60 * 60_000;
const returned = { currentUser: { me: 'ada@example.com' }, now: NOW };
const sent = (verdict: Verdict, context = contextIn('en')): Answer =>
  JSON.parse(JSON.stringify(answerOf(verdict, context))) as Answer;
const codeOf = (value: unknown) => {
  const read = readAnswer(value, returned);
  return read.ok ? 'ok' : read.problem.code;
};

describe('an answer that comes back', () => {
  test('is the same verdict, its question and its time', () => {
    for (const verdict of VERDICTS) {
      const answer = sent(verdict);
      expect(answer).toEqual(answerOf(verdict, contextIn('en')));
      expect(readAnswer(answer, returned)).toEqual({
        ok: true,
        value: { question: answer.question, verdict, as: 'user', checkedAt: Date.UTC(2025, 0, 2, 3, 4) },
      });
    }
  });

  test('may have been asked in any way that means the same', () => {
    for (const question of [
      { space: '', member: 'spaces/AAAAOrchard01/members/110000000000000000001' },
      { space: 'https://chat.google.com/room/AAAAOrchard01', member: 'users/110000000000000000001' },
      // An address may be an alias of the one that the answer names.
      { space: 'AAAAOrchard01', member: 'Ada <ada.orchard@example.com>' },
      { space: 'AAAAOrchard01', member: 'me' },
    ]) {
      expect(codeOf({ ...sent(VERDICTS[0]!), question })).toBe('ok');
    }
    const robot = { name: 'spaces/AAAAOrchard01/members/1', state: 'JOINED', member: { type: 'BOT' } };
    const question = { space: 'AAAAOrchard01', member: 'app' };
    expect(codeOf({ ...sent(VERDICTS[0]!), question, membership: robot })).toBe('ok');
  });

  describe('is refused where it does not fit', () => {
    const answer = sent(VERDICTS[0]!);
    const membership = (change: object) => ({ ...answer, membership: { ...MEMBERSHIP, ...change } });

    test.each([
      ['its space', membership({ name: 'spaces/AAAAOther/members/110000000000000000001' })],
      [
        'its member',
        {
          ...membership({ name: 'spaces/AAAAOrchard01/members/7', member: {} }),
          question: { space: 'AAAAOrchard01', member: '8' },
        },
      ],
      ['its member, an app', membership({ member: { ...MEMBERSHIP.member, type: 'BOT' } })],
      ['its state: invited', membership({ state: 'INVITED' })],
      ['its state: none', membership({ state: undefined })],
      ['its state: unknown', membership({ state: 'ASLEEP' })],
      ['no membership', { ...answer, membership: null }],
      ['a membership that is none', { ...answer, membership: {} }],
      ['an absence with a membership', { ...answer, verdict: 'notMember' }],
      ['an absence with nonsense', { ...sent(VERDICTS[2]!), membership: {} }],
      [
        'who asked: the app sees no apps',
        { ...sent(VERDICTS[2]!), as: 'app', question: { space: 'AAAA', member: 'app' } },
      ],
      [
        'who asked: an admin sees no apps',
        { ...sent(VERDICTS[2]!), as: 'admin', question: { space: 'AAAA', member: 'app' } },
      ],
      ['an unknown problem', { ...sent(VERDICTS[6]!), problem: { code: 'toString', params: {} } }],
      ['no problem', { ...sent(VERDICTS[6]!), problem: null }],
      ['a problem with a membership', { ...sent(VERDICTS[6]!), membership: MEMBERSHIP }],
      ['the future', { ...answer, checkedAt: new Date(NOW + 1).toISOString() }],
      ['no time', { ...answer, checkedAt: 'soon' }],
    ])('%s', (_, value) => {
      expect(codeOf(value)).toBe('argumentUnreadable');
    });

    test('or is too old, or its question cannot be read', () => {
      expect(codeOf({ ...answer, checkedAt: new Date(NOW - DAY).toISOString() })).toBe('ok');
      expect(codeOf({ ...answer, checkedAt: new Date(NOW - DAY - 1).toISOString() })).toBe('answerOutdated');
      expect(codeOf({ ...answer, question: { space: 'AAAA', member: '' } })).toBe('noMember');
    });
  });

  test('is refused with any one field of another kind', () => {
    const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
      question: (value) => typeof value === 'object' && value !== null,
      verdict: (value) =>
        value === 'member' || value === 'invited' || value === 'notMember' || value === 'unchecked',
      membership: (value) => typeof value === 'object',
      problem: (value) => value === null,
      checkedAt: (value) => typeof value === 'string',
      as: (value) => value === 'user' || value === 'app' || value === 'admin',
      directOnly: (value) => typeof value === 'boolean',
    };
    const broken = fc
      .tuple(fc.constantFrom(...VERDICTS), fc.constantFrom(...Object.keys(kinds)), fc.jsonValue())
      .filter(
        ([verdict, field, value]) =>
          !kinds[field]!(value) && !(verdict.kind === 'unchecked' && field === 'problem'),
      )
      .map(([verdict, field, value]) => ({ ...sent(verdict), [field]: value }));
    fc.assert(
      fc.property(broken, (value) => {
        expect(codeOf(value)).toBe('argumentUnreadable');
      }),
    );
  });

  test('is refused without any one field, and never makes reading throw', () => {
    for (const verdict of VERDICTS) {
      for (const field of ['question', 'verdict', 'membership', 'problem', 'checkedAt', 'as', 'directOnly']) {
        expect(codeOf({ ...sent(verdict), [field]: undefined })).toBe('argumentUnreadable');
      }
    }
    for (const value of [null, undefined, 'answer', 7, [], [sent(VERDICTS[0]!)]])
      expect(codeOf(value)).toBe('argumentUnreadable');
  });
});
