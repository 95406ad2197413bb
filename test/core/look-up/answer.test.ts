import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
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

  test('survives JSON, and comes back as the same verdict', () => {
    for (const verdict of VERDICTS) {
      const answer = answerOf(verdict, contextIn('en'));
      const sent: unknown = JSON.parse(JSON.stringify(answer));
      expect(sent).toEqual(answer);
      expect(readAnswer(sent)).toEqual({
        ok: true,
        value: {
          question: answer.question,
          verdict,
          as: 'user',
          checkedAt: Date.UTC(2025, 0, 2, 3, 4),
        },
      });
    }
  });

  test('is refused when it comes back as something else, and never throws', () => {
    const answer = answerOf(VERDICTS[0]!, contextIn('en'));
    const bad = [
      null,
      { ...answer, question: 'ada' },
      { ...answer, as: 'root' },
      { ...answer, checkedAt: 'soon' },
      { ...answer, membership: null },
      { ...answer, verdict: 'unchecked', problem: { code: 'toString' } },
    ];
    for (const value of bad) {
      expect(readAnswer(value)).toMatchObject({ ok: false, problem: { code: 'argumentUnreadable' } });
    }
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(typeof readAnswer(value).ok).toBe('boolean');
      }),
    );
  });
});
