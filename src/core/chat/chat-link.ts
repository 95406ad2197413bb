/** Links to Google Chat, Gmail's Chat and the Chat API: the resource they lead to. Queries are dropped: a webhook's holds secrets. */

/** A link, read: the path of a resource (`spaces/S…`), Chat without a space, somebody else's address, or no link at all. */
export type Link =
  | { readonly kind: 'resource'; readonly path: string }
  | { readonly kind: 'directMessageByEmail' }
  | { readonly kind: 'noSpace' }
  | { readonly kind: 'foreign'; readonly host: string }
  | null;

/** `(/u/0)?/room/ID`, `/dm/ID`, `/space/ID`, `/app/chat/ID` on chat.google.com; whatever follows names a thread or message. */
const CHAT_PATH = /^(?:\/u\/\d+)?\/(?:room|dm|space|app\/chat)\/([^/]+)/;
/** `#chat/space/ID`, `#chat/dm/ID` in Gmail and in Chat inside Gmail. */
const CHAT_ROUTE = /^chat\/(?:space|dm)\/([^/?]+)/;
const API_PATH = /^\/v1\/(spaces\/.+)$/;
const ADDRESS = /^(?:([a-z][a-z\d+.-]*):)?(?:\/\/)?([^/?#\s]*)([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/i;

/** The only hosts that are read, and where each holds its resource. */
const HOSTS: ReadonlyMap<string, (path: string, route: string) => string | undefined> = new Map([
  ['chat.google.com', (path, route) => inSpace(CHAT_PATH.exec(path) ?? CHAT_ROUTE.exec(route))],
  ['mail.google.com', (_, route) => inSpace(CHAT_ROUTE.exec(route))],
  ['chat.googleapis.com', (path) => API_PATH.exec(path)?.[1]],
]);

/** Reads a link, with or without its scheme. The text must be normalised; ids in it are not checked yet. */
export function readLink(written: string): Link {
  // `<address|words>` is how Chat writes a link; a sentence may end behind one.
  const text = written.replace(/(?:\|.*|[.,;、。]+)$/s, '');
  const [, scheme = 'https', host = '', path = '', route = ''] = ADDRESS.exec(text) ?? [];
  const resourceIn = HOSTS.get(host.toLowerCase());
  const looksLikeOne = /^(?:[a-z][a-z\d+.-]*:)?\/\/|^www\./i.test(text);
  if (resourceIn === undefined || !/^https?$/i.test(scheme)) {
    return looksLikeOne ? { kind: 'foreign', host: /^[a-z\d.-]{1,100}$/i.test(host) ? host : '' } : null;
  }
  const resource = resourceIn(path, route);
  if (resource === undefined) return { kind: 'noSpace' };
  return /^spaces\/[^/]*(?:@|%40)/i.test(resource)
    ? { kind: 'directMessageByEmail' }
    : { kind: 'resource', path: resource };
}

function inSpace(found: RegExpExecArray | null): string | undefined {
  return found?.[1] === undefined ? undefined : `spaces/${found[1]}`;
}
