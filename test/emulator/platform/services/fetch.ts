/** UrlFetchApp, and the advanced services of the manifest. */
import { ADVANCED_SERVICES } from '../advanced-services';
import { platformMessage } from '../messages';
import { call, Exception, sealed, signatureError, textOf, environment } from './inside';

interface FetchReply {
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

interface FetchOptions {
  readonly url?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly contentType?: string;
  readonly payload?: string | Readonly<Record<string, unknown>> | null;
  readonly muteHttpExceptions?: boolean;
}

function requestOf(url: string | null | undefined, options: FetchOptions) {
  if ((url ?? '') === '')
    throw new Exception(platformMessage(environment.locale, 'attributeEmpty', { attribute: 'url' }));
  const payload = options.payload ?? undefined;
  const form = typeof payload === 'object';
  return {
    url: String(url),
    method: (options.method ?? (payload === undefined ? 'get' : 'post')).toLowerCase(),
    headers: Object.fromEntries(
      Object.entries(options.headers ?? {}).map(([name, value]) => [name, headerText(value)]),
    ),
    contentType: options.contentType ?? (payload === undefined ? null : 'application/x-www-form-urlencoded'),
    payload: form
      ? Object.entries(payload)
          .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
          .join('&')
      : (payload ?? null),
    muteHttpExceptions: options.muteHttpExceptions === true,
  };
}

/** A header without a value is refused; the message names the value, not the header. [field report] */
function headerText(value: unknown): string {
  if (value !== null && value !== undefined) return textOf(value);
  throw new Exception(
    platformMessage(environment.locale, 'attributeInvalid', { attribute: `Header:${String(value)}` }),
  );
}

function responseOf({ code, headers, text }: FetchReply) {
  return sealed('HTTPResponse', {
    getResponseCode: () => code,
    getContentText: () => text,
    getHeaders: () => ({ ...headers }),
    toString: () => text,
  });
}

export const UrlFetchApp = sealed('UrlFetchApp', {
  fetch: (url: string, options?: FetchOptions | null) =>
    responseOf(call<FetchReply>('UrlFetchApp', 'fetch', requestOf(url, options ?? {}))),
  fetchAll: (requests: readonly (string | FetchOptions)[] | null) => {
    if (!(requests instanceof Array)) throw signatureError('UrlFetchApp.fetchAll', [requests]);
    const complete = requests.map((one) =>
      typeof one === 'string' ? requestOf(one, {}) : requestOf(one.url, one),
    );
    return call<FetchReply[]>('UrlFetchApp', 'fetchAll', complete).map(responseOf);
  },
});

interface Tree {
  [name: string]: Tree | ((...args: readonly unknown[]) => unknown);
}

/** `Chat.Spaces.Members.get(name, parameters, headers)`: path parts first, then parameters, then headers. */
export function advancedServices(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries(environment.advanced).map(([symbol, { service, methods }]) => [
      symbol,
      advancedService(symbol, service, methods),
    ]),
  );
}

function advancedService(symbol: string, service: string, methods: readonly string[]): object {
  const [id = '', version = ''] = service.split(' ');
  const identifier = `AdvancedServiceIdentifier{name=${id}, version=${version}}`;
  const table = ADVANCED_SERVICES.get(service)?.methods ?? {};
  const root: Tree = {};
  for (const method of methods) {
    const names = method.split('.');
    const last = names.pop() ?? '';
    let node = root;
    for (const name of names) node = (node[name] ??= {}) as Tree;
    // A method on a collection has no path part: parameters come first.
    const hasPath = table[method]?.path.includes('{') === true;
    node[last] = (...args: readonly unknown[]) => {
      const [path, parameters, headers] = hasPath ? args : [null, ...args];
      if (hasPath && typeof path !== 'string') {
        throw new Exception(`Invalid number of arguments provided. Expected at least 1 only`);
      }
      return call(symbol, 'call', service, method, path, parameters ?? {}, headers ?? {});
    };
  }
  return sealTree(symbol, root, identifier);
}

function sealTree(name: string, tree: Tree, identifier: string): object {
  const members = Object.entries(tree).map(([key, value]) => [
    key,
    typeof value === 'function' ? value : sealTree(`${name}.${key}`, value, identifier),
  ]);
  return sealed(name, { ...Object.fromEntries(members), toString: () => identifier } as object);
}
