/** A value, or the problem that kept it from being made. Expected failures travel as data; see `ProblemError` for the rest. */
import { problemOf, ProblemError, type Problem, type ProblemCode } from './chat/problem';

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** A result that holds no value. */
export type Failed = Extract<Result<never>, { ok: false }>;

/** Makes the result that holds a value. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Makes the result that holds the problem of a code. */
export function fail(code: ProblemCode, params: Readonly<Record<string, string>> = {}): Failed {
  return failWith(problemOf(code, params));
}

/** Makes the result that holds a problem at hand. */
export function failWith(problem: Problem): Failed {
  return { ok: false, problem };
}

/** Takes the value out. Throws a `ProblemError` where there is none. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ProblemError(result.problem);
}
