/** Serves the emulated Google APIs over real HTTP on loopback. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Directory } from '../workspace/directory';
import { Counter } from './counter';
import { ApiError, credentialsMissing, internal, unauthenticated } from './errors';
import { FaultSource, type Fault } from './faults';
import { applyMask } from './field-mask';
import { admit, identityOf } from './gate';
import { SENT_AT, type GoogleApis, type GoogleOptions } from './google';
import { generateAccessToken } from './iam';
import { getMembership, listMemberships } from './members';
import { METHODS, type Method } from './methods';
import { errorFormatOf, readForm } from './parameters';
import { Quota } from './quota';
import { json, NOT_FOUND_PAGE, refusal, send, SPOILT, type Reply } from './reply';
import type { ApiRequest } from './request';
import { searchSpaces } from './search';
import { getSpace, listSpaces } from './spaces';
import { Tokens, tokenText, type Token } from './tokens';

const HOSTS = ['chat.googleapis.com', 'iamcredentials.googleapis.com', 'www.googleapis.com'];
const ADMIN_SCOPES = ['chat.admin.memberships.readonly', 'chat.admin.spaces.readonly'];
const USER_SCOPES = ['chat.memberships.readonly', 'chat.spaces.readonly'];

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
    'iamcredentials.projects.serviceAccounts.generateAccessToken': (request) =>
      generateAccessToken(request, tokens),
  };

  const server = createServer((request, response) => {
    void serve(request, response);
  });
  await once(server.listen(options.port, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method: verb = '', url: target = '/' } = request;
    const line = `${verb} ${target}`;
    const { pathname: path, searchParams: query } = new URL(`http://localhost${target}`);
    const method = METHODS.find((one) => one.http === verb && one.path.test(path));
    counter.begin();
    const body = await readBody(request);
    const sentAt = Number(request.headers[SENT_AT] ?? clock.now());
    if (scenario.latencyMs > 0) await clock.sleep(scenario.latencyMs, sentAt);
    const space = /^\/v1\/(spaces\/[^/]+)/.exec(path)?.[1];
    if (options.paced === true && counter.isAlone && space !== undefined)
      await clock.sleep(quota.restOf(space));
    const fault = faults.draw(scenario, line);
    const { reply, as } = answer({ method, path, query, body, header: request.headers.authorization }, fault);
    // Counted before it goes out: a round ends before the next can begin.
    counter.end({ line, as, status: reply.status, method: method?.id ?? 'none', spoilt: fault !== null });
    send(response, reply);
  }

  function answer(asked: Asked, fault: Fault | null): { readonly reply: Reply; readonly as: string } {
    const { method, path, query, body } = asked;
    if (fault && fault.kind !== 'error') return { reply: SPOILT[fault.kind], as: NOBODY };
    if (!method) return { reply: NOT_FOUND_PAGE, as: NOBODY };
    let as: string = NOBODY;
    let pretty = true;
    try {
      const form = readForm(query);
      pretty = form.pretty;
      if (fault) throw fault.error;
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
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  /** Of `Authorization`. */
  readonly header: string | undefined;
}

const NOBODY = 'nobody';

/** What of a body arrives; one that is broken off is empty. */
async function readBody(request: IncomingMessage): Promise<string> {
  try {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    return text;
  } catch {
    return '';
  }
}
