/** The emulated Google APIs on loopback: Chat v1, IAM Credentials and Cloud Identity groups, over real HTTP. */
import type { Clock } from '../clock';
import type { Scenario } from '../scenario/scenario';
import type { Workspace } from '../workspace/workspace';

/** Header with the time at which a script sent a request: latency counts from there, so that it overlaps for requests sent together. */
export const SENT_AT = 'x-sent-at';

/** Header with the host that a script asked. */
export const FORWARDED_HOST = 'x-forwarded-host';
/** Header of the answer to a request that hung: UrlFetchApp reports a time-out. Other clients see an empty 504. */
export const HUNG = 'x-hung';
/** How long UrlFetchApp waits for an answer. About 60 s, not adjustable. [field reports] */
export const TIMEOUT_MS = 60_000;

export interface GoogleOptions {
  readonly workspace: Workspace;
  readonly scenario: Scenario;
  readonly clock: Clock;
  /** 0: any free port. */
  readonly port: number;
  readonly seed: number;
  /**
   * Slows a caller who waits for each answer down to a space's quota, instead of refusing it: on this machine such a caller
   * is faster than any network would let it be. Requests side by side are refused as ever.
   */
  readonly paced?: boolean;
}

/** What was asked of the APIs since the last reset, counted where the requests arrive. */
export interface Counts {
  /** All requests, retries included. */
  readonly requests: number;
  /** Sets of requests in flight together. */
  readonly rounds: number;
  /** Requests answered 429 or 5xx, or broken on purpose. */
  readonly faulted: number;
  /** Requests that repeat one which was answered so. */
  readonly retries: number;
  readonly byMethod: Readonly<Record<string, number>>;
  /** `METHOD path?query` of each request in order, with the identity it was made as. */
  readonly log: readonly { readonly line: string; readonly as: string; readonly status: number }[];
}

export interface TokenRequest {
  /** `users/…` of the person the token stands for. */
  readonly user: string;
  readonly scopes: readonly string[];
}

export interface GoogleApis {
  /** `http://127.0.0.1:N`; serves the paths of every emulated host. */
  readonly url: string;
  /** Hosts it answers for, such as `chat.googleapis.com`. */
  readonly hosts: readonly string[];
  /** Ready-made tokens for `npm run google`: of the caller with every scope that reads, of an admin, of the app. */
  readonly tokens: { readonly user: string; readonly admin: string; readonly app: string };
  issueToken(request: TokenRequest): string;
  counts(): Counts;
  resetCounts(): void;
  /** Replaces the fault presets and faults from now on. */
  setScenario(scenario: Scenario): void;
  close(): Promise<void>;
}
