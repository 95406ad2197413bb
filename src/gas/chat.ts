/** The Chat API: one request through the advanced service, many side by side through UrlFetchApp. */
import type { Identity } from '../core/chat/identity';
import type { ChatPort, ChatRequest, Outcome } from '../core/ports';
import { forgetAppToken } from './app-token';
import { failureFrom, outcomeOf } from './failure';

const CHAT_API = 'https://chat.googleapis.com/v1/';
/** Requests in one `fetchAll`. Google states no limit. */
const SIDE_BY_SIDE = 100;

export interface ChatOptions {
  /** Whether `script.external_request` was granted; without it requests go one after another. */
  readonly parallel: boolean;
  /** The app's token; null for a person. Throws a `ProblemError` where this identity cannot be used at all. */
  readonly tokenOf: (identity: Identity) => string | null;
}

/** Opens the Chat API. Nothing is called before the first `send`. */
export function chatPort({ parallel, tokenOf }: ChatOptions): ChatPort {
  return {
    batchSize: parallel ? SIDE_BY_SIDE : 1,
    send(requests, identity) {
      const token = tokenOf(identity);
      const outcomes =
        parallel && requests.length > 1
          ? sendTogether(requests, identity, bearer(token ?? ScriptApp.getOAuthToken()))
          : requests.map((request) => callService(request, identity, token));
      if (token !== null && outcomes.some((one) => !one.ok && one.failure.httpStatus === 401))
        forgetAppToken();
      return outcomes;
    },
  };
}

function sendTogether(
  requests: readonly ChatRequest[],
  identity: Identity,
  headers: GoogleAppsScript.Chat.Headers,
): readonly Outcome[] {
  return fetchAll(requests.map((request) => toFetch(request, identity, headers)));
}

function callService(request: ChatRequest, identity: Identity, token: string | null): Outcome {
  const options = optionsOf(request, identity);
  const headers: [] | [GoogleAppsScript.Chat.Headers] = token === null ? [] : [bearer(token)];
  try {
    switch (request.method) {
      case 'spaces.members.get':
        return { ok: true, body: Chat.Spaces.Members.get(request.name, options, ...headers) };
      case 'spaces.members.list':
        return { ok: true, body: Chat.Spaces.Members.list(request.parent, options, ...headers) };
    }
  } catch (error) {
    return { ok: false, failure: failureFrom(error) };
  }
}

/** One bad address makes `fetchAll` throw as a whole: it is halved until the bad one is alone. */
function fetchAll(requests: readonly GoogleAppsScript.URL_Fetch.URLFetchRequest[]): readonly Outcome[] {
  try {
    return UrlFetchApp.fetchAll([...requests]).map(outcomeOf);
  } catch (error) {
    if (requests.length === 1) return [{ ok: false, failure: failureFrom(error) }];
    const middle = Math.ceil(requests.length / 2);
    return [...fetchAll(requests.slice(0, middle)), ...fetchAll(requests.slice(middle))];
  }
}

function toFetch(
  request: ChatRequest,
  identity: Identity,
  headers: GoogleAppsScript.Chat.Headers,
): GoogleAppsScript.URL_Fetch.URLFetchRequest {
  const path = request.method === 'spaces.members.list' ? `${request.parent}/members` : request.name;
  const query = Object.entries(optionsOf(request, identity))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return {
    url: `${CHAT_API}${path.split('/').map(encodeURIComponent).join('/')}${query === '' ? '' : `?${query}`}`,
    headers: { ...headers },
    muteHttpExceptions: true,
  };
}

/** Query parameters of a request; absent ones are left out. */
function optionsOf(request: ChatRequest, identity: Identity): GoogleAppsScript.Chat.Options {
  const admin = identity.as === 'admin' ? { useAdminAccess: true } : {};
  if (request.method !== 'spaces.members.list') return admin;
  const { pageSize, pageToken, showGroups, showInvited, filter } = request;
  return {
    ...admin,
    pageSize,
    ...(pageToken === undefined ? {} : { pageToken }),
    ...(showGroups === undefined ? {} : { showGroups }),
    ...(showInvited === undefined ? {} : { showInvited }),
    ...(filter === undefined ? {} : { filter }),
  };
}

function bearer(token: string): GoogleAppsScript.Chat.Headers {
  return { Authorization: `Bearer ${token}` };
}
