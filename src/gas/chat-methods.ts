/** The one table of Chat API methods: the path and query of each, and its call of the advanced service. */
import type { Identity } from '../core/chat/identity';
import type { ChatRequest } from '../core/ports';

export type Options = GoogleAppsScript.Chat.Options;
export type Headers = GoogleAppsScript.Chat.Headers;

interface Method<R> {
  /** Below `v1/`. */
  readonly path: (request: R) => string;
  /** Fields of the request that become query parameters of the same name. */
  readonly query: readonly (keyof R & string)[];
  /** Whether the method has `useAdminAccess`. */
  readonly adminAccess: boolean;
  readonly call: (request: R, options: Options, headers: readonly [] | readonly [Headers]) => unknown;
}

type Methods = { readonly [M in ChatRequest['method']]: Method<Extract<ChatRequest, { method: M }>> };

const PAGE = ['pageSize', 'pageToken', 'fields'] as const;

const METHODS: Methods = {
  'spaces.members.get': {
    path: ({ name }) => encoded(name),
    query: ['fields'],
    adminAccess: true,
    call: ({ name }, options, headers) => Chat.Spaces.Members.get(name, options, ...headers),
  },
  'spaces.members.list': {
    path: ({ parent }) => `${encoded(parent)}/members`,
    query: [...PAGE, 'filter', 'showGroups', 'showInvited'],
    adminAccess: true,
    call: ({ parent }, options, headers) => Chat.Spaces.Members.list(parent, options, ...headers),
  },
  'spaces.get': {
    path: ({ name }) => encoded(name),
    query: ['fields'],
    adminAccess: true,
    call: ({ name }, options, headers) => Chat.Spaces.get(name, options, ...headers),
  },
  'spaces.list': {
    path: () => 'spaces',
    query: [...PAGE, 'filter'],
    adminAccess: false,
    call: (_, options, headers) => Chat.Spaces.list(options, ...headers),
  },
  'spaces.search': {
    path: () => 'spaces:search',
    query: [...PAGE, 'query', 'orderBy'],
    adminAccess: true,
    call: (_, options, headers) => Chat.Spaces.search(options, ...headers),
  },
  'spaces.spaceEvents.list': {
    path: ({ parent }) => `${encoded(parent)}/spaceEvents`,
    query: [...PAGE, 'filter'],
    adminAccess: false,
    call: ({ parent }, options, headers) => Chat.Spaces.SpaceEvents.list(parent, options, ...headers),
  },
};

const CHAT_API = 'https://chat.googleapis.com/v1/';

/** The address of a request, for UrlFetchApp. */
export function urlOf(request: ChatRequest, identity: Identity): string {
  const query = Object.entries(optionsOf(request, identity))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return `${CHAT_API}${methodOf(request).path(request)}${query === '' ? '' : `?${query}`}`;
}

/** The call of the advanced service that sends a request; `token` stands in for the running person's own. */
export function serviceCallOf(request: ChatRequest, identity: Identity, token: string | null): () => unknown {
  const options = optionsOf(request, identity);
  const headers = token === null ? ([] as const) : ([bearer(token)] as const);
  return () => methodOf(request).call(request, options, headers);
}

export function bearer(token: string): Headers {
  return { Authorization: `Bearer ${token}` };
}

/**
 * Query parameters of a request; absent ones are left out. Throws a `RangeError` for a method without admin access: it
 * would be carried out as the person, who did not ask for that.
 */
function optionsOf(request: ChatRequest, identity: Identity): Options {
  const { query, adminAccess } = methodOf(request);
  const isAdmin = identity.as === 'admin';
  if (isAdmin && !adminAccess) throw new RangeError(`${request.method} has no admin access.`);
  const values = request as unknown as Readonly<Record<string, string | number | boolean | undefined>>;
  const given = query.flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(given), ...(isAdmin ? { useAdminAccess: true } : {}) };
}

/** The row of a request. TypeScript cannot see that row and request go together, the type of the table can. */
function methodOf(request: ChatRequest): Method<ChatRequest> {
  return METHODS[request.method] as unknown as Method<ChatRequest>;
}

function encoded(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}
