/** Serves the emulated Google APIs over real HTTP on loopback. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { seededRandom } from '../random';
import { Directory } from '../workspace/directory';
import { choiceOf } from '../scenario/unknowns';
import { Counter } from './counter';
import {
  adminNeeded,
  ApiError,
  apiOff,
  appNotConfigured,
  chatTurnedOff,
  internal,
  invalidArgument,
  rateLimited,
  scopeInsufficient,
  unauthenticated,
  userOnly,
} from './errors';
import { drawFault, GARBAGE, type Fault } from './faults';
import { applyMask } from './field-mask';
import type { GoogleApis, GoogleOptions } from './google';
import { generateAccessToken } from './iam';
import { getMembership, listMemberships } from './members';
import { METHODS, type As, type Method } from './methods';
import { readParameters } from './parameters';
import { Quota } from './quota';
import type { ApiRequest } from './request';
import { getSpace, listSpaces } from './spaces';
import { Tokens, type Token } from './tokens';

const HOSTS = ['chat.googleapis.com', 'iamcredentials.googleapis.com', 'www.googleapis.com'];
const ADMIN_SCOPES = ['chat.admin.memberships.readonly', 'chat.admin.spaces.readonly'];
const USER_SCOPES = ['chat.memberships.readonly', 'chat.spaces.readonly'];
const RETRY_AFTER_SECONDS = 1;

/** Starts serving; rejects with the system's error (`EADDRINUSE`) where the port is taken. */
export async function openGoogle(options: GoogleOptions): Promise<GoogleApis> {
  const { workspace, clock } = options;
  let { scenario } = options;
  const directory = new Directory(workspace);
  const tokens = new Tokens(clock);
  const counter = new Counter();
  const quota = new Quota(clock);
  const random = seededRandom(options.seed);
  let served = 0;

  const handlers: Readonly<Record<string, (request: ApiRequest) => unknown>> = {
    'chat.spaces.members.get': getMembership,
    'chat.spaces.members.list': listMemberships,
    'chat.spaces.get': getSpace,
    'chat.spaces.list': listSpaces,
    'iamcredentials.projects.serviceAccounts.generateAccessToken': (request) =>
      generateAccessToken(request, tokens, clock),
  };

  const server = createServer((request, response) => {
    void serve(request, response);
  });
  await once(server.listen(options.port, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    counter.begin();
    const { pathname, search, searchParams } = new URL(request.url ?? '/', url);
    const line = `${request.method ?? ''} ${pathname}${search}`;
    const method = METHODS.find(({ http, path }) => http === request.method && path.test(pathname));
    let as = 'nobody';
    const finish = (status: number, faulted = false): void => {
      counter.end(line, as, status, method?.id ?? 'none', faulted);
    };
    const body = await readBody(request);
    served += 1;
    await clockedLatency();
    const fault = faultFor();
    if (fault && fault.kind !== 'error') {
      finish(0, true);
      spoil(response, fault.kind);
      return;
    }
    try {
      if (!method) {
        finish(404);
        response
          .writeHead(404, { 'content-type': 'text/html' })
          .end('<!doctype html><title>Error 404 (Not Found)</title>');
        return;
      }
      if (fault) throw fault.error;
      const token = tokens.read(request.headers.authorization, searchParams.get('access_token'));
      as = identityOf(token, searchParams);
      const answer = handle(method, pathname, searchParams, token, body);
      finish(200);
      send(response, 200, applyMask(answer, searchParams.get('fields')));
    } catch (error) {
      const refusal = error instanceof ApiError ? error : internal();
      finish(refusal.httpStatus, fault !== null);
      send(response, refusal.httpStatus, refusal.body(), refusal.headers);
    }
  }

  async function clockedLatency(): Promise<void> {
    if (scenario.latencyMs > 0) await clock.sleep(scenario.latencyMs);
  }

  function faultFor(): Fault | null {
    const { troubles } = scenario;
    if (troubles.includes('network-down') || (troubles.includes('network-down-midway') && served > 2)) {
      return { kind: 'reset' };
    }
    if (troubles.includes('garbage-replies')) return { kind: 'garbage' };
    return drawFault(scenario.faults, random);
  }

  function handle(
    method: Method,
    pathname: string,
    query: URLSearchParams,
    token: Token,
    body: string,
  ): unknown {
    const has = (trouble: string): boolean => scenario.troubles.includes(trouble);
    if (has('token-expired')) throw unauthenticated();
    if (has(method.api === 'chat' ? 'chat-api-off' : 'iam-api-off')) throw apiOff(method.api);
    const as = identityOf(token, query);
    const allowed = method.scopes[as];
    if (allowed.length === 0) throw as === 'app' ? userOnly() : adminNeeded();
    if (!allowed.some((scope) => token.scopes.has(scope))) throw scopeInsufficient(method.api, method.rpc);
    const parameters = readParameters(query, method);
    const resource = decodeURIComponent(method.path.exec(pathname)?.[1] ?? '');
    if (method.api === 'chat') {
      if (has('app-not-configured') && choiceOf(scenario, 'unconfigured-reads') === 'refused') {
        throw appNotConfigured();
      }
      if (has('chat-turned-off')) throw chatTurnedOff();
      if (as === 'admin' && (has('not-an-admin') || workspace.admins?.includes(token.principal) !== true)) {
        throw adminNeeded();
      }
      if (has('rate-limited')) throw rateLimited(RETRY_AFTER_SECONDS);
      if (has('server-errors')) throw internal();
      const space = method.readsSpace ? (/^spaces\/[^/]+/.exec(resource)?.[0] ?? null) : null;
      if (!quota.admit(space)) throw rateLimited(scenario.faults.retryAfter ? RETRY_AFTER_SECONDS : null);
    }
    const request: ApiRequest & { now: number } = {
      method,
      resource,
      parameters,
      token,
      as,
      scenario,
      directory,
      body: parseBody(body),
      now: clock.now(),
    };
    return handlers[method.id]?.(request);
  }

  return {
    url,
    hosts: HOSTS,
    tokens: {
      user: tokens.issue(workspace.caller, 'person', USER_SCOPES),
      admin: tokens.issue(workspace.admins?.[0] ?? workspace.caller, 'person', [
        ...USER_SCOPES,
        ...ADMIN_SCOPES,
      ]),
      app: tokens.issue(workspace.app ?? 'users/none', 'serviceAccount', ['chat.bot']),
    },
    issueToken: ({ user, scopes }) => tokens.issue(user, 'person', scopes),
    counts: () => counter.counts(),
    resetCounts: () => {
      counter.reset();
    },
    setScenario: (next) => {
      scenario = next;
      served = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An admin's token is an ordinary user's until the request asks for admin access. */
function identityOf(token: Token, query: URLSearchParams): As {
  if (token.kind === 'serviceAccount') return 'app';
  return /^(true|1)$/i.test(query.get('useAdminAccess') ?? '') ? 'admin' : 'user';
}

function spoil(response: ServerResponse, kind: 'garbage' | 'truncated' | 'reset'): void {
  if (kind === 'reset') {
    response.socket?.destroy();
    return;
  }
  response.writeHead(200, { 'content-type': kind === 'garbage' ? 'text/html' : 'application/json' });
  response.end(kind === 'garbage' ? GARBAGE : '{"memberships": [{"name": "spa');
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers });
  response.end(JSON.stringify(body, null, 2));
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function parseBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalidArgument('Invalid JSON payload received. Unexpected token.');
  }
}
