/**
 * The rules that tell failures apart, first match wins: reason and status before words. Words are the API's own, or what
 * Apps Script keeps in every language (scope addresses, names of services); its translated sentences only where no more is known.
 */
import type { Identity } from './identity';
import type { Failure } from '../ports';
import type { ProblemCode } from './problem-table';
/** What else is known about the moment of a failure. */
export interface FailureContext {
  readonly identity: Identity;
  /** True while the service account's token was asked for. */
  readonly forToken?: boolean;
  /** Whether the space itself can be read; null or absent while nobody looked. */
  readonly spaceReadable?: boolean | null;
}
/** One row of the table. */
export interface Rule {
  readonly code: ProblemCode;
  readonly when: (failure: Failure, context: FailureContext) => boolean;
  /** What the words of the code need from the failure. */
  readonly params?: (failure: Failure, context: FailureContext) => Readonly<Record<string, string>>;
}
export declare const RULES: readonly Rule[];
