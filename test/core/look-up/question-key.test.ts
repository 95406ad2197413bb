import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { USER, type Identity } from '../../../src/core/chat/identity';
import { VERDICTS } from '../../../src/core/chat/verdict';
import {
  answeredCell,
  questionKey,
  readAnswered,
  unreadableKey,
} from '../../../src/core/look-up/question-key';

const app = (serviceAccount: string): Identity => ({ as: 'app', serviceAccount });

test('different questions have different keys', () => {
  const spaces = Array.from({ length: 40 }, (_, n) => `AAAA${n}`);
  const members = Array.from({ length: 40 }, (_, n) => `person${n}@example.com`);
  const identities = [
    USER,
    { as: 'admin' } as const,
    app('a@p.iam.gserviceaccount.com'),
    app('b@p.iam.gserviceaccount.com'),
  ];
  const keys = spaces.flatMap((space) =>
    members.flatMap((member) => identities.map((identity) => questionKey({ space, member }, identity))),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

test('a cell of the column tells which question is answered, and with which kind of verdict', () => {
  const names = fc.string({ minLength: 1 });
  fc.assert(
    fc.property(names, names, fc.constantFrom(...VERDICTS), (space, member, kind) => {
      const key = questionKey({ space, member }, USER);
      expect(readAnswered(answeredCell(key, { kind }))).toEqual({ key, kind });
      expect(readAnswered(unreadableKey(space, member))).toEqual({
        key: unreadableKey(space, member),
        kind: null,
      });
    }),
  );
});

test('a row of an earlier version is answered, and nobody knows how', () => {
  expect(readAnswered('q00000000000')).toEqual({ key: 'q00000000000', kind: null });
});

test.each([[''], ['q123'], ['Q00000000000'], ['x00000000000'], ['q00000000000??'], ['q00000000000!'], [7]])(
  '%p is no key',
  (cell) => {
    expect(readAnswered(cell)).toBeNull();
  },
);
