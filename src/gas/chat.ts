/** The Chat API: one request through the advanced service, many side by side through UrlFetchApp. */
import type { Identity } from '../core/chat/identity';
import { judgeFailure } from '../core/chat/problem';
import type { ChatPort, ChatRequest, Outcome } from '../core/ports';
import { forgetAppToken } from './app-token';
import { bearer, serviceCallOf, urlOf } from './chat-methods';
import { failureFrom, outcomeOf } from './failure';

/** Requests in one `fetchAll`. Google states no limit; 500 are in use [field report]. */
const MOST_TOGETHER = 200;
/** A request cannot be aborted. UrlFetch gives up after about 60 s [field report]; the advanced service is taken to do so too. */
const LONGEST_WAIT_MS = 65_000;

export interface ChatOptions {
  /** Whether `script.external_request` was granted; without it requests go one after another. */
  readonly isParallel: () => boolean;
  /** The app's token; null for a person. Throws a `ProblemError` where this identity cannot be used at all. */
  readonly tokenOf: (identity: Identity) => string | null;
}

/** Opens the Chat API. Nothing is called before the first `send`. */
export function chatPort(options: ChatOptions): ChatPort {
  return new Chats(options);
}

class Chats implements ChatPort {
  fetchQuotaUsedUp = false;

  constructor(private readonly options: ChatOptions) {}

  get batchSize(): number {
    return this.options.isParallel() && !this.fetchQuotaUsedUp ? MOST_TOGETHER : 1;
  }

  send(
    requests: readonly ChatRequest[],
    identity: Identity,
    until: number,
  ): readonly (Outcome | 'notSent')[] {
    const token = this.options.tokenOf(identity);
    const outcomes =
      this.batchSize > 1 && requests.length > 1
        ? this.sendTogether(requests, identity, token, until)
        : requests.map((request) => sendAlone(request, identity, token, until));
    if (token !== null && outcomes.some(isUnauthenticated)) forgetAppToken();
    return outcomes;
  }

  /** One request that gets no answer at all makes `fetchAll` throw as a whole [field report]. */
  private sendTogether(
    requests: readonly ChatRequest[],
    identity: Identity,
    token: string | null,
    until: number,
  ): readonly (Outcome | 'notSent')[] {
    if (!isTimeLeft(until)) return requests.map(() => 'notSent');
    const headers = bearer(token ?? ScriptApp.getOAuthToken());
    const fetches = requests.map((request) => ({
      url: urlOf(request, identity),
      headers: { ...headers },
      muteHttpExceptions: true,
    }));
    try {
      return UrlFetchApp.fetchAll(fetches).map(outcomeOf);
    } catch (error) {
      const failure = failureFrom(error);
      // The advanced service has no such quota: the same requests can go through it, one by one.
      this.fetchQuotaUsedUp = judgeFailure(failure, { identity }).code === 'dailyQuota';
      if (this.fetchQuotaUsedUp) return requests.map(() => 'notSent');
      return requests.map(() => ({ ok: false, failure: { ...failure, shared: true } }));
    }
  }
}

function sendAlone(
  request: ChatRequest,
  identity: Identity,
  token: string | null,
  until: number,
): Outcome | 'notSent' {
  if (!isTimeLeft(until)) return 'notSent';
  const call = serviceCallOf(request, identity, token);
  try {
    return { ok: true, body: call() };
  } catch (error) {
    return { ok: false, failure: failureFrom(error) };
  }
}

function isTimeLeft(until: number): boolean {
  return Date.now() + LONGEST_WAIT_MS <= until;
}

function isUnauthenticated(outcome: Outcome | 'notSent'): boolean {
  return outcome !== 'notSent' && !outcome.ok && outcome.failure.httpStatus === 401;
}
