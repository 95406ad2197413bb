import { expect, test } from '@jest/globals';
import { answersTyped } from '../../../src/core/compare/list-row';
import { answeredCell, questionKey, unreadableKey } from '../../../src/core/look-up/question-key';

const SPACE = 'spaces/AAAAcompare';
const PORTS = { currentUser: { me: 'me@example.com' }, identity: { as: 'user' } } as const;
const about = (member: string, as: 'user' | 'admin' = 'user') =>
  answeredCell(questionKey({ space: 'AAAAcompare', member }, { as }), { kind: 'member' });

test.each([
  ['the same member', 'a@example.com', about('a@example.com'), true],
  ['the same member in other words', 'A <A@example.com>', about('a@example.com'), true],
  ['the same member, asked as an admin', 'a@example.com', about('a@example.com', 'admin'), true],
  ['somebody else', 'b@example.com', about('a@example.com'), false],
  ['nobody', ' ', about('a@example.com'), false],
  [
    'a word that could not be read',
    'Ada of the orchard',
    answeredCell(unreadableKey('', 'Ada of the orchard'), { kind: 'unchecked' }),
    true,
  ],
  [
    'another word',
    'Ben of the orchard',
    answeredCell(unreadableKey('', 'Ada of the orchard'), { kind: 'unchecked' }),
    false,
  ],
  ['an answer of an earlier version', 'a@example.com', '', true],
  ['whoever asks, asked by another', 'me', about('other@example.com'), true],
])('a row that names %s', (_, member, question, expected) => {
  expect(answersTyped({ member, question }, SPACE, PORTS)).toBe(expected);
});
