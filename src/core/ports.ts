/**
 * What the core needs from outside. Every port is synchronous and batch-shaped: on Apps Script the number of
 * calls is the performance. Adapters report what happened; only `verdict.ts` and `problem.ts` judge it.
 */
import type { Identity } from './chat/identity';

/**
 * One read of the Chat API. Methods and fields are named as in the discovery document; `useAdminAccess` follows from the
 * identity. Page sizes: 1 to 1000.
 */
export type ChatRequest =
  | (Masked & { readonly method: 'spaces.members.get'; /** `spaces/S/members/M` */ readonly name: string })
  | (Paged & {
      readonly method: 'spaces.members.list';
      /** `spaces/S` */
      readonly parent: string;
      readonly filter?: string;
      readonly showGroups?: boolean;
      readonly showInvited?: boolean;
    })
  | (Masked & { readonly method: 'spaces.get'; /** `spaces/S` */ readonly name: string })
  | (Paged & { readonly method: 'spaces.list'; readonly filter?: string })
  | (Paged & { readonly method: 'spaces.search'; readonly query: string; readonly orderBy?: string })
  | (Paged & {
      readonly method: 'spaces.spaceEvents.list';
      /** `spaces/S` */
      readonly parent: string;
      readonly filter: string;
    });

interface Masked {
  /** Which fields the answer holds, as a field mask; a page's mask must name `nextPageToken`. */
  readonly fields?: string;
}

interface Paged extends Masked {
  readonly pageSize?: number;
  readonly pageToken?: string;
}

/** What became of one request that was sent. `body` is parsed JSON of unknown shape. */
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
  /** All requests that were sent together failed with this: which of them is the cause is not known. */
  readonly shared?: true;
}

/** Sends reads to the Chat API as one identity. */
export interface ChatPort {
  /** How many requests one `send` should carry at most now: 1 where they go one after another. Can fall meanwhile. */
  readonly batchSize: number;
  /** Whether requests go one after another because the day's quota of URL Fetch is used up. */
  readonly fetchQuotaUsedUp: boolean;
  /**
   * These requests in, their outcomes out, in order. `until` (milliseconds since the epoch) is when the execution must be
   * over: what could still be waiting for its answer then is `notSent`. Never throws for a request that failed; throws a
   * `ProblemError` where this identity cannot send at all.
   */
  send(requests: readonly ChatRequest[], identity: Identity, until: number): readonly (Outcome | 'notSent')[];
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
