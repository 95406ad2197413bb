/** Serves the emulated Google APIs over real HTTP on loopback. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BodyTooLarge, hasOwnHost, hasOwnOrigin, readBody } from '../loopback';
import { Directory } from '../workspace/directory';
import { Counter } from './counter';
import {
  ApiError,
  bodyTooLarge,
  credentialsMissing,
  internal,
  notAvailable,
  SERVICES,
  unauthenticated,
} from './errors';
import { FaultSource, type Fault } from './faults';
import { applyMask } from './field-mask';
import { admit, identityOf } from './gate';
import { FORWARDED_HOST, SENT_AT, TIMEOUT_MS, type GoogleApis, type GoogleOptions } from './google';
import { getGroup, lookupGroup } from './groups';
import { generateAccessToken } from './iam';
import { getMembership, listMemberships } from './members';
import { METHODS, type Method } from './methods';
import { errorFormatOf, readForm } from './parameters';
import { Quota } from './quota';
import { FOREIGN, json, NOT_FOUND_PAGE, refusal, send, SPOILT, type Reply } from './reply';
import type { ApiRequest } from './request';
import { searchSpaces } from './search';
import { listSpaceEvents } from './space-events';
import { getSpace, listSpaces } from './spaces';
import { Tokens, tokenText, type Token } from './tokens';
import { unservedMethod } from './unserved';

const HOSTS = Object.values(SERVICES);
/** No request of these APIs is larger than a few hundred bytes. */
const BODY_LIMIT_BYTES = 100_000;
const ADMIN_SCOPES = ['chat.admin.memberships.readonly', 'chat.admin.spaces.readonly'];
const USER_SCOPES = ['chat.memberships.readonly', 'chat.spaces.readonly', 'cloud-identity.groups.readonly'];

/** Starts serving; rejects with the system's error (`EADDRINUSE`) where the port is taken. */
export async function openGoogle(options: GoogleOptions): Promise<GoogleApis> {
  const { workspace, clock } = options;
  let { scenario } = options;
  const directory = new Directory(workspace);
  const tokens = new Tokens(clock);
  const counter = new Counter();
  const quota = new Quota(clock);
  const faults = new FaultSource(options.seed);

  const handlers: Readonly<Record<string, (request: ApiRequest) => unknown>> = {
    'chat.spaces.members.get': getMembership,
    'chat.spaces.members.list': listMemberships,
    'chat.spaces.get': getSpace,
    'chat.spaces.list': listSpaces,
    'chat.spaces.search': searchSpaces,
    'chat.spaces.spaceEvents.list': listSpaceEvents,
    'cloudidentity.groups.get': getGroup,
    'cloudidentity.groups.lookup': lookupGroup,
    'iamcredentials.projects.serviceAccounts.generateAccessToken': (request) =>
      generateAccessToken(request, tokens),
  };

  const server = createServer((request, response) => {
    void serve(request, response);
  });
  await once(server.listen(options.port, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const byName = url.replace('127.0.0.1', 'localhost');

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method: verb = '', url: target = '/' } = request;
    if (![url, byName].some((own) => hasOwnHost(request, own)) || !hasOwnOrigin(request, url)) {
      send(response, FOREIGN);
      return;
    }
    const line = `${verb} ${target}`;
    const { pathname: path, searchParams: query } = new URL(`http://localhost${target}`);
    // A script names a host; other programs reach every API at the same address.
    const { [FORWARDED_HOST]: host } = request.headers;
    const method = METHODS.find(
      ({ http, path: pattern, api }) =>
        http === verb && pattern.test(path) && (host === undefined || host === SERVICES[api]),
    );
    counter.begin();
    const body = await bodyOf(request);
    const sentAt = Number(request.headers[SENT_AT] ?? clock.now());
    if (scenario.latencyMs > 0) await clock.sleep(scenario.latencyMs, sentAt);
    const space = /^\/v1\/(spaces\/[^/]+)/.exec(path)?.[1];
    if (options.paced === true && counter.isAlone && space !== undefined)
      await clock.sleep(quota.restOf(space));
    const fault = faults.draw(scenario, line, space);
    if (fault?.kind === 'hang') await clock.sleep(TIMEOUT_MS, sentAt);
    const asked = { method, verb, path, query, body, header: request.headers.authorization };
    const { reply, as } = answer(asked, fault);
    // Counted before it goes out: a round ends before the next can begin.
    const id = method?.id ?? unservedMethod(verb, path) ?? 'none';
    counter.end({ line, as, status: reply.status, method: id, spoilt: fault !== null });
    send(response, reply);
  }

  function answer(asked: Asked, fault: Fault | null): { readonly reply: Reply; readonly as: string } {
    const { method, verb, path, query, body } = asked;
    if (fault && fault.kind !== 'error') return { reply: SPOILT[fault.kind], as: NOBODY };
    if (!method) return { reply: unserved(verb, path), as: NOBODY };
    let as: string = NOBODY;
    let pretty = true;
    try {
      const form = readForm(query);
      pretty = form.pretty;
      if (fault) throw fault.error;
      if (body === null) throw bodyTooLarge();
      const token = tokenOf(asked, method);
      as = identityOf(token, query);
      const arrival = { method, path, query, body, token };
      const request = admit(arrival, { scenario, directory, quota, now: clock.now() });
      const found = handlers[method.id]?.(request);
      return { reply: json(applyMask(found, form.fields, method.fields), pretty), as };
    } catch (error) {
      const refused = error instanceof ApiError ? error : internal();
      return { reply: refusal(refused, { pretty, errorFormat: errorFormatOf(query) }), as };
    }
  }

  function tokenOf({ header, query }: Asked, { api, rpc }: Method): Token {
    const text = tokenText(header, query);
    if (text === null) throw credentialsMissing(api, rpc);
    const token = tokens.find(text);
    if (!token) throw unauthenticated();
    return token;
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
      faults.restart();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A request as it came in. */
interface Asked {
  readonly method: Method | undefined;
  readonly verb: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** null: more than is taken. */
  readonly body: string | null;
  /** Of `Authorization`. */
  readonly header: string | undefined;
}

const NOBODY = 'nobody';

/** Names a method that only Google has; an address that Google does not know either gets Google's page. */
function unserved(verb: string, path: string): Reply {
  const id = unservedMethod(verb, path);
  return id === undefined
    ? NOT_FOUND_PAGE
    : refusal(notAvailable(`The method ${id}`), { pretty: true, errorFormat: '2' });
}

/** A body that is broken off is empty; null: it is too large. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  try {
    return await readBody(request, BODY_LIMIT_BYTES);
  } catch (error) {
    return error instanceof BodyTooLarge ? null : '';
  }
}
