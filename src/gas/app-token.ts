/** The Chat app's token without a key: the person's own token is exchanged for a short-lived one of the service account. */
import { judgeFailure, problemOf, ProblemError, type Problem } from '../core/chat/problem';
import { asRecord } from '../core/json';
import type { Outcome } from '../core/ports';
import { TOKEN_URL } from '../core/setup/consent';
import { failureFrom, outcomeOf } from './failure';

const CHAT_BOT = 'https://www.googleapis.com/auth/chat.bot';
/** Holds whose token it is and the token: the settings may change while it is on its way, or while a job uses it. */
const CACHE_KEY = 'rollcall.appToken';
/** A token is not used in its last minutes: a step must not outlive it. */
const MARGIN_SECONDS = 300;
/** CacheService keeps nothing longer. */
const LONGEST_CACHE_SECONDS = 21_600;

/** Gets a token with `chat.bot`, from this person's cache or from IAM Credentials. Throws a `ProblemError`. */
export function appToken(serviceAccount: string): string {
  const account = fingerprint(serviceAccount);
  const [owner, cached] = CacheService.getUserCache().get(CACHE_KEY)?.split(' ') ?? [];
  if (owner === account && cached !== undefined) return cached;
  const outcome = generateAccessToken(serviceAccount);
  if (!outcome.ok) {
    const identity = { as: 'app', serviceAccount } as const;
    throw new ProblemError(judgeFailure(outcome.failure, { identity, forToken: true }));
  }
  const { token, seconds } = readToken(outcome.body);
  if (seconds > 0) CacheService.getUserCache().put(CACHE_KEY, `${account} ${token}`, seconds);
  return token;
}

/** Forgets the token: another service account was named, or this one was refused. */
export function forgetAppToken(): void {
  CacheService.getUserCache().remove(CACHE_KEY);
}

/** Tells the accounts that one person names apart, and not which they are: FNV-1a, 32 bits. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}

/** `projects.serviceAccounts.generateAccessToken` of the IAM Credentials API; `-` stands for whatever project it is in. */
function generateAccessToken(serviceAccount: string): Outcome {
  const account = encodeURIComponent(serviceAccount);
  const url = `${TOKEN_URL}/${account}:generateAccessToken`;
  try {
    const response = UrlFetchApp.fetch(url, {
      method: 'post',
      contentType: 'application/json',
      headers: { Authorization: `Bearer ${ScriptApp.getOAuthToken()}` },
      payload: JSON.stringify({ scope: [CHAT_BOT], lifetime: '3600s' }),
      muteHttpExceptions: true,
    });
    return outcomeOf(response);
  } catch (error) {
    return { ok: false, failure: failureFrom(error) };
  }
}

function readToken(body: unknown): { readonly token: string; readonly seconds: number } {
  const { accessToken, expireTime } = asRecord(body);
  if (typeof accessToken !== 'string' || accessToken === '') throw new ProblemError(unreadable());
  const left = typeof expireTime === 'string' ? (Date.parse(expireTime) - Date.now()) / 1000 : 0;
  const seconds = Math.floor(Math.min(LONGEST_CACHE_SECONDS, left - MARGIN_SECONDS));
  return { token: accessToken, seconds: Number.isFinite(seconds) ? seconds : 0 };
}

function unreadable(): Problem {
  return problemOf('tokenUnreadable');
}
