/** What callers hand to the functions of `main.ts`: anybody who runs them may hand over anything. */
import * as v from 'valibot';
import type { ColumnPlace, Question, QuestionRow } from './contract';
import { VERDICTS, type VerdictKind } from './chat/verdict';
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

const number = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.pipe(number, v.minValue(1));
const QUESTION_ROW = v.object({
  tab: number,
  tabName: v.string(),
  row: position,
  space: v.nullable(position),
  member: position,
});

/** Reads where a question was read from; null where that is not told. */
export function readQuestionRow(value: unknown): Result<QuestionRow | null> {
  if (value === undefined || value === null) return ok(null);
  const read = v.safeParse(QUESTION_ROW, value);
  return read.success ? ok(read.output) : fail('argumentUnreadable');
}

const SHOW_TARGET = v.union([
  v.object({ tab: number, rows: v.pipe(v.array(position), v.minLength(1), v.maxLength(10_000)) }),
  v.object({ tab: number, row: position }),
  v.object({
    tab: number,
    since: v.pipe(v.string(), v.isoTimestamp(), v.transform(Date.parse)),
    verdict: v.optional(
      v.nullable(
        v.union([
          v.pipe(v.array(v.picklist(VERDICTS)), v.minLength(1), v.maxLength(VERDICTS.length)),
          v.pipe(
            v.picklist(VERDICTS),
            v.transform((verdict) => [verdict]),
          ),
        ]),
      ),
      null,
    ),
  }),
]);

/** What to show in the sheet, with its time in milliseconds since the epoch. */
export type ShowArgument =
  | { readonly tab: number; readonly rows: readonly number[] }
  | { readonly tab: number; readonly row: number }
  | { readonly tab: number; readonly since: number; readonly verdict: readonly VerdictKind[] | null };

/** Reads what is to be shown. */
export function readShowTarget(value: unknown): Result<ShowArgument> {
  const read = v.safeParse(SHOW_TARGET, value);
  return read.success ? ok(read.output) : fail('argumentUnreadable');
}

const SINCE = v.object({ tab: number, since: v.pipe(v.string(), v.isoTimestamp(), v.transform(Date.parse)) });

/** Reads which answers are meant: of a tab, since a time in milliseconds since the epoch. */
export function readAnswersSince(tab: unknown, since: unknown): Result<v.InferOutput<typeof SINCE>> {
  const read = v.safeParse(SINCE, { tab, since });
  return read.success ? ok(read.output) : fail('argumentUnreadable');
}

const START_OPTIONS = v.object({ place: v.optional(v.picklist(['end', 'afterQuestion']), 'end') });

/** Reads how a job is to be started; the default where that is not told. */
export function readStartOptions(value: unknown): Result<{ readonly place: ColumnPlace }> {
  const read = v.safeParse(START_OPTIONS, value ?? {});
  return read.success ? ok(read.output) : fail('argumentUnreadable');
}
