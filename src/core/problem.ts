/** Failures turned into problems: a code, a cause, a next step and who can take it. The only place that judges a failure. */

/** Who can take the next step. */
export type Who = 'you' | 'spaceOwner' | 'workspaceAdmin' | 'cloudProjectOwner' | 'sheetOwner' | 'google';

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

export type ProblemCode = 'unknown';

/** The only error that core throws on purpose. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}
