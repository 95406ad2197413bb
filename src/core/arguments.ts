/** What callers hand to the functions of `main.ts`: anybody who runs them may hand over anything. */
import * as v from 'valibot';
import type { Question } from './contract';
import { fail, ok, type Result } from './result';

/** A question as typed. */
export const QUESTION = v.object({ space: v.string(), member: v.string() });

/** Reads a text. */
export function readText(value: unknown): Result<string> {
  return typeof value === 'string' ? ok(value) : fail('argumentUnreadable');
}

/** Reads a question as the sidebar gives it. */
export function readQuestionArgument(value: unknown): Result<Question> {
  const read = v.safeParse(QUESTION, value);
  return read.success ? ok(read.output) : fail('argumentUnreadable');
}
