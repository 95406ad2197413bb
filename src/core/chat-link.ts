/** Links to Google Chat, Gmail's Chat and the Chat API: the resource they lead to. Queries are dropped: a webhook's holds secrets. */

/** A link, read: the path of a resource (`spaces/S…`), Chat without a space, somebody else's address, or no link at all. */
export type Link =
  | { readonly kind: 'resource'; readonly path: string }
  | { readonly kind: 'directMessageByEmail' }
  | { readonly kind: 'noSpace' }
  | { readonly kind: 'foreign'; readonly host: string }
  | null;

const HOSTS = ['chat.google.com', 'mail.google.com', 'chat.googleapis.com'];

/** `(/u/0)?/room/ID`, `/dm/ID`, `/space/ID`, `/app/chat/ID` on chat.google.com; whatever follows names a thread or message. */
const CHAT_PATH = /^(?:\/u\/\d+)?\/(?:room|dm|space|app\/chat)\/([^/]+)/;
/** `#chat/space/ID`, `#chat/dm/ID` in Gmail and in Chat inside Gmail. */
const CHAT_ROUTE = /^chat\/(?:space|dm)\/([^/]+)/;
const API_PATH = /^\/v1\/(spaces\/.+)$/;

/** Reads a link, with or without its scheme. The text must be normalised; ids in it are not checked yet. */
export function readLink(text: string): Link {
  const parts = /^(?:([a-z][a-z\d+.-]*):\/\/|\/\/)?([^/?#\s]*)([^?#]*)(\?[^#]*)?(?:#(.*))?$/i.exec(text);
  const [, scheme, host = '', path = '', , fragment = ''] = parts ?? [];
  const isLink = text.includes('://') || text.startsWith('//') || HOSTS.includes(host.toLowerCase());
  if (!isLink)
    return /^(?:javascript|data|ftp|file|www\.)[:.]?/i.test(text) && /[:/]/.test(text)
      ? { kind: 'foreign', host: '' }
      : null;
  if (!HOSTS.includes(host.toLowerCase()) || !/^(?:https?)?$/i.test(scheme ?? '')) {
    return { kind: 'foreign', host: /^[a-z\d.-]{1,100}$/i.test(host) ? host : '' };
  }
  const resource = API_PATH.exec(path)?.[1];
  if (host.toLowerCase() === 'chat.googleapis.com') {
    return resource === undefined ? { kind: 'noSpace' } : { kind: 'resource', path: resource };
  }
  const route = fragment.replace(/\?.*$/, '');
  const id =
    CHAT_ROUTE.exec(route)?.[1] ??
    (host.toLowerCase() === 'chat.google.com' ? CHAT_PATH.exec(path)?.[1] : undefined);
  if (id === undefined) return { kind: 'noSpace' };
  return id.includes('@') ? { kind: 'directMessageByEmail' } : { kind: 'resource', path: `spaces/${id}` };
}
