/** A value, or the problem that kept it from being made. Expected failures travel as data; see `ProblemError` for the rest. */
import { type Problem, type ProblemCode } from './chat/problem';
export type Result<T> =
  | {
      readonly ok: true;
      readonly value: T;
    }
  | {
      readonly ok: false;
      readonly problem: Problem;
    };
/** A result that holds no value. */
export type Failed = Extract<
  Result<never>,
  {
    ok: false;
  }
>;
/** Makes the result that holds a value. */
export declare function ok<T>(value: T): {
  readonly ok: true;
  readonly value: T;
};
/** Makes the result that holds the problem of a code. */
export declare function fail(code: ProblemCode, params?: Readonly<Record<string, string>>): Failed;
/** Makes the result that holds a problem at hand. */
export declare function failWith(problem: Problem): Failed;
/** Takes the value out. Throws a `ProblemError` where there is none. */
export declare function valueOf<T>(result: Result<T>): T;
