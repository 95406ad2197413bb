/** What a request must pass before it is answered: its token, the state of the API, parameters, scopes, rights, quotas. */
import { choiceOf } from '../scenario/assumptions';
import type { Directory } from '../workspace/directory';
import type { Scenario } from '../scenario/scenario';
import {
  adminNeeded,
  apiOff,
  appNotConfigured,
  chatTurnedOff,
  internal,
  invalidValue,
  malformedSpace,
  rateLimited,
  scopeInsufficient,
  scopeNotApproved,
  unauthenticated,
  userOnly,
} from './errors';
import { RETRY_AFTER_SECONDS } from './faults';
import type { As, Method } from './methods';
import { readParameters } from './parameters';
import type { Quota } from './quota';
import type { ApiRequest } from './request';
import type { Token } from './tokens';

/** A request as it came in, with its token read. */
export interface Arrival {
  readonly method: Method;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly token: Token;
}

export interface Surroundings {
  readonly scenario: Scenario;
  readonly directory: Directory;
  readonly quota: Quota;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The fault preset that switches an API off. */
const SWITCHED_OFF = { chat: 'chat-api-off', iam: 'iam-api-off', groups: 'cloud-identity-api-off' };

/** An admin's token is an ordinary user's until the request asks for admin access. */
export function identityOf(token: Token, query: URLSearchParams): As {
  if (token.kind === 'serviceAccount') return 'app';
  const asked = query.get('useAdminAccess') ?? query.get('use_admin_access') ?? '';
  return /^(true|1)$/i.test(asked) ? 'admin' : 'user';
}

/** Lets a request through, complete and checked. Throws the `ApiError` that it is refused with. */
export function admit(arrival: Arrival, { scenario, directory, quota, now }: Surroundings): ApiRequest {
  const { method, path, query, body, token } = arrival;
  const has = (faultPreset: string): boolean => scenario.faultPresets.includes(faultPreset);
  if (has('token-expired')) throw unauthenticated();
  if (has(SWITCHED_OFF[method.api])) throw apiOff(method.api);
  const parameters = readParameters(query, method);
  const as = identityOf(token, query);
  requireScope(method, as, token, directory);
  const resource = resourceIn(method, path);
  const request = { method, resource, parameters, token, as, scenario, directory, body: parse(body), now };
  if (method.api !== 'chat') return request;
  if (has('app-not-configured') && choiceOf(scenario, 'unconfigured-reads') === 'refused') {
    throw appNotConfigured();
  }
  if (has('chat-turned-off')) throw chatTurnedOff();
  const isAdmin = directory.workspace.admins?.includes(token.principal) === true;
  if (as === 'admin' && (has('not-an-admin') || !isAdmin)) throw adminNeeded();
  if (has('rate-limited')) throw rateLimited(RETRY_AFTER_SECONDS);
  if (has('server-errors')) throw internal();
  if (method.quota && !quota.admit(method.quota, spaceOf(resource))) {
    throw rateLimited(scenario.faults.retryAfter ? RETRY_AFTER_SECONDS : null);
  }
  return request;
}

function requireScope({ scopes, api, rpc }: Method, as: As, token: Token, { workspace }: Directory): void {
  const allowed = scopes[as];
  if (allowed.length === 0) throw userOnly();
  const held = allowed.filter((scope) => token.scopes.has(scope));
  if (held.length === 0) throw scopeInsufficient(api, rpc);
  // An app's own scopes, other than chat.bot, work only where a Workspace admin has approved them.
  const approved = (scope: string): boolean =>
    !scope.startsWith('chat.app.') || workspace.approvedScopes?.includes(scope) === true;
  if (as === 'app' && !held.some(approved)) throw scopeNotApproved();
}

/** What the path names, decoded: `spaces/S/members/M`. */
function resourceIn({ path: pattern, api }: Method, path: string): string {
  const [, encoded = ''] = pattern.exec(path) ?? [];
  let resource: string;
  try {
    resource = decodeURIComponent(encoded);
  } catch {
    throw invalidValue(`Invalid value at 'name', "${encoded}"`, 'name');
  }
  if (api === 'chat' && resource !== '' && !/^spaces\/[\w-]+(?:\/members\/[^/]+)?$/.test(resource)) {
    throw malformedSpace();
  }
  return resource;
}

function spaceOf(resource: string): string | null {
  return /^spaces\/[^/]+/.exec(resource)?.[0] ?? null;
}

function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalidValue('Invalid JSON payload received. Unexpected token.');
  }
}
