/**
 * What the core needs from outside. Every port is synchronous and batch-shaped: on Apps Script the number of
 * calls is the performance. Adapters report what happened; only `verdict.ts` and `problem.ts` judge it.
 */
import type { Identity } from './chat/identity';

/** One read of the Chat API, named as the discovery document names its methods. */
export type ChatRequest =
  | { readonly method: 'spaces.members.get'; /** `spaces/S/members/M` */ readonly name: string }
  | {
      readonly method: 'spaces.members.list';
      /** `spaces/S` */
      readonly parent: string;
      /** 1 to 1000. */
      readonly pageSize: number;
      readonly pageToken?: string;
      readonly showGroups?: boolean;
      readonly showInvited?: boolean;
      readonly filter?: string;
    };

/** What became of one request. `body` is parsed JSON of unknown shape. */
export type Outcome =
  { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly failure: Failure };

/** A failure as the adapter saw it, not yet judged. */
export interface Failure {
  /**
   * Where it failed: `api` = Google answered with an error; `network` = no answer (DNS, refused, reset, time-out);
   * `body` = an answer that is not the JSON it should be; `platform` = Apps Script itself refused or threw.
   */
  readonly at: 'api' | 'network' | 'body' | 'platform';
  /** HTTP status, where there was one (also `details.code` of an advanced service). */
  readonly httpStatus?: number;
  /** `error.status`, such as `PERMISSION_DENIED`. */
  readonly status?: string;
  /** `ErrorInfo.reason`, or the older `errors[0].reason`. */
  readonly reason?: string;
  /** `ErrorInfo.metadata`: `service`, `activationUrl`, `consumer`, `method`. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Google's own words; on Apps Script they may be in the running user's language. */
  readonly message: string;
  /** From `Retry-After`, in seconds. */
  readonly retryAfterSeconds?: number;
}

/** Sends reads to the Chat API as one identity. */
export interface ChatPort {
  /** How many requests one `send` should carry at most: 1 where they go one after another. */
  readonly batchSize: number;
  /** These requests in, their outcomes out, in order. Never throws for a request that failed. */
  send(requests: readonly ChatRequest[], identity: Identity): readonly Outcome[];
}

/** Time. `now` in milliseconds since the epoch. */
export interface ClockPort {
  now(): number;
  sleep(milliseconds: number): void;
}

/** A number in [0, 1). */
export interface RandomPort {
  next(): number;
}
