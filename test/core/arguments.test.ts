import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readQuestionArgument, readText } from '../../src/core/arguments';

const UNREADABLE = { ok: false, problem: { code: 'argumentUnreadable' } };

test('a text is a text, and nothing else is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readText(text)).toEqual({ ok: true, value: text });
    }),
  );
  for (const value of [null, undefined, 7, true, [], ['a'], {}, new Date(0)])
    expect(readText(value)).toMatchObject(UNREADABLE);
});

test('a question has two texts, and is refused with any other in place of one', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.jsonValue(), (space, member, value) => {
      const question = { space, member };
      expect(readQuestionArgument({ ...question, more: value })).toEqual({ ok: true, value: question });
      fc.pre(typeof value !== 'string');
      expect(readQuestionArgument({ ...question, space: value })).toMatchObject(UNREADABLE);
      expect(readQuestionArgument({ ...question, member: value })).toMatchObject(UNREADABLE);
    }),
  );
  for (const value of [null, undefined, 'AAAA', [], ['AAAA', 'app'], { space: 'AAAA' }])
    expect(readQuestionArgument(value)).toMatchObject(UNREADABLE);
});
