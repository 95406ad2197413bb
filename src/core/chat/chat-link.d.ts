/** Links to Google Chat, Gmail's Chat and the Chat API: the resource they lead to. Queries are dropped: a webhook's holds secrets. */
/** A link, read: the path of a resource (`spaces/S…`), Chat without a space, somebody else's address, or no link at all. */
export type Link =
  | {
      readonly kind: 'resource';
      readonly path: string;
    }
  | {
      readonly kind: 'directMessageByEmail';
    }
  | {
      readonly kind: 'noSpace';
    }
  | {
      readonly kind: 'foreign';
      readonly host: string;
    }
  | null;
/** Reads a link, with or without its scheme. The text must be normalised and hold no blanks; ids in it are not checked yet. */
export declare function readLink(written: string): Link;
/** A text taken apart: the links in it, and the words around them. */
export interface LinkedText {
  readonly links: readonly string[];
  readonly words: string;
}
/** Finds the links and resource names among words. One that may be cut short (a line break, a letter of another alphabet) is no link but part of the words. */
export declare function linksIn(text: string): LinkedText;
