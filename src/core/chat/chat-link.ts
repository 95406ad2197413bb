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
/** Scheme, host with its port, path, fragment. */
const ADDRESS = /^(?:([a-z][a-z\d+.-]*):(?=\/\/))?(?:\/\/)?([^/?#\s]*)([^?#\s]*)(?:\?[^#\s]*)?(?:#(\S*))?$/i;

/** The only hosts that are read, and where each holds its resource. */
const HOSTS: ReadonlyMap<string, (path: string, route: string) => string | undefined> = new Map([
  ['chat.google.com', (path, route) => inSpace(CHAT_PATH.exec(path) ?? CHAT_ROUTE.exec(route))],
  ['mail.google.com', (_, route) => inSpace(CHAT_ROUTE.exec(route))],
  ['chat.googleapis.com', (path) => API_PATH.exec(path)?.[1]],
]);
/** A port that says nothing new. */
const DEFAULT_PORTS: Readonly<Record<string, RegExp>> = { https: /:443$/, http: /:80$/ };

/** Where a link begins: at its scheme, at a host that is read, or, as a resource name, at `spaces/`. */
const BEGINNING = /https?:\/\/|(?:chat|mail)\.google\.com[/:]|chat\.googleapis\.com[/:]|spaces\/[\w-]/i;
/** A link's characters; invisible ones too, so that a link they stand in is not cut short. */
const CHARACTERS = /^(?:[!-~]|\p{Default_Ignorable_Code_Point})+/u;
/** What ends a link before its last character: brackets, quotes, and the mark before the words in `<link|words>`. */
const CLOSING = /[<>()[\]{}"|][^]*$/;
const LAST_MARKS = /[.,;:!?'`*]+$/;
/** What may follow a link at once: the end, a blank, Japanese, Chinese or Korean letters and marks, a quote or bracket. */
const BREAK = /^(?:$|[\s<>()[\]{}"|“”‘’«»]|[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af])/;
/** A line break in the middle of what may be one link. */
const BROKEN = /^[\r\n]+[\w-]/;

/** Reads a link, with or without its scheme. The text must be normalised and hold no blanks; ids in it are not checked yet. */
export function readLink(written: string): Link {
  // `address|words` is how Chat writes a link.
  const text = written.replace(/\|.*$/s, '');
  const [, scheme = 'https', authority = '', path = '', route = ''] = ADDRESS.exec(text) ?? [];
  const host = authority.toLowerCase().replace(DEFAULT_PORTS[scheme.toLowerCase()] ?? /$/, '');
  const resourceIn = HOSTS.get(host);
  const looksLikeOne = /^(?:[a-z][a-z\d+.-]*:)?\/\/|^www\./i.test(text);
  if (resourceIn === undefined || !/^https?$/i.test(scheme)) {
    return looksLikeOne ? { kind: 'foreign', host: /^[a-z\d.:-]{1,100}$/.test(host) ? host : '' } : null;
  }
  const resource = resourceIn(path, route);
  if (resource === undefined) return { kind: 'noSpace' };
  return /^spaces\/[^/]*(?:@|%40)/i.test(resource)
    ? { kind: 'directMessageByEmail' }
    : { kind: 'resource', path: resource };
}

/** A text taken apart: the links in it, and the words around them. */
export interface LinkedText {
  readonly links: readonly string[];
  readonly words: string;
}

/** Finds the links and resource names among words. One that may be cut short (a line break, a letter of another alphabet) is no link but part of the words. */
export function linksIn(text: string): LinkedText {
  const links: string[] = [];
  let words = '';
  let rest = text;
  for (;;) {
    const at = rest.search(BEGINNING);
    if (at < 0) return { links: [...new Set(links)], words: words + rest };
    words += rest.slice(0, at);
    const run = CHARACTERS.exec(rest.slice(at))?.[0] ?? '';
    const link = run.replace(CLOSING, '').replace(LAST_MARKS, '');
    const after = rest.slice(at + run.length);
    const mayGoOn = link === run && BROKEN.test(after);
    const isWhole = BREAK.test(after) && !mayGoOn && !/[\w.@/-]$/.test(words);
    if (isWhole) links.push(link);
    words += isWhole ? ` ${run.slice(link.length)}` : run;
    rest = after;
  }
}

function inSpace(found: RegExpExecArray | null): string | undefined {
  return found?.[1] === undefined ? undefined : `spaces/${found[1]}`;
}
