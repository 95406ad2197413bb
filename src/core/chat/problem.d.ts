/** Failures turned into problems: a code, a cause, a next step and who can take it. The only place that judges a failure. */
import { type FailureContext } from './failure-table';
import type { Failure } from '../ports';
import { type Page, type ProblemCode, type Who } from './problem-table';
export type { ProblemCode, Who } from './problem-table';
/** A failure with a code. The words for it (what happened, why, what to do) are in `words/` under the same code. */
export interface Problem {
  readonly code: ProblemCode;
  /** What the words need: the offending value, a project number, a time. */
  readonly params: Readonly<Record<string, string>>;
  readonly who: Who;
  /** The exact Google page to open, where one exists. */
  readonly link?: string;
  /** Google's own words, shown where the cause is not certain. */
  readonly original?: string;
  /** May heal by itself: worth another try. */
  readonly passing: boolean;
  /** Would meet every other request too: a job stops. */
  readonly repeats: boolean;
}
/** The only error that core throws on purpose. */
export declare class ProblemError extends Error {
  readonly problem: Problem;
  readonly name = 'ProblemError';
  constructor(problem: Problem);
}
/** The page that a code's link leads to, for its label. */
export declare function pageOf(code: ProblemCode): Page | null;
/** Makes the problem of a code. `params` feed the words; `original` is kept only where the code's cause is uncertain. */
export declare function problemOf(
  code: ProblemCode,
  params?: Readonly<Record<string, string>>,
  original?: string,
): Problem;
/** Judges a failure by status and reason, and by Google's own words where nothing else tells. */
export declare function judgeFailure(failure: Failure, context: FailureContext): Problem;
/** A problem fit for logs and properties: without what was typed and without Google's own words, which may name people. */
export declare function redacted({ code, params }: Problem): Problem;
