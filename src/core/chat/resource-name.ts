/** Ids and resource names of the Chat API as people write them: `spaces/S`, `spaces/S/members/M`, `space/S`, `/v1/spaces/S`. */
import { fail, ok, type Result } from '../result';
import { characterIn, shown } from './typed-text';

/** Letters, digits, `-` and `_`, as in every id seen; the length is a guard, Google states none. */
const ID = /^(?=.*[a-z\d])[\w-]{1,128}$/i;
/** No id holds these, and in an address they would lead elsewhere. */
const UNSAFE = /[/?#%\\]|\.\.|\p{Cc}/u;
const NOT_OF_IDS = /[^\w-]/u;

const SPACES = /^\/?(?:v1\/)?spaces?\//i;
/** The part of a link that people copy: `room/ID`, `dm/ID`, `#chat/space/ID`. */
const ROUTE = /^[#/]*(?:chat\/)?(?:room|dm|space)\/(?=[^/]+\/?$)/i;
/** What may follow a space in a name and still means the space. */
const COLLECTIONS = new Set(['', 'members', 'messages', 'threads', 'spaceEvents', 'attachments']);

/** A resource name, read. `member` is as written, not checked yet; null where the name is a space's. */
export interface ResourceName {
  readonly space: string;
  readonly member: string | null;
}

/** Tells whether a text may be an id. */
export function isId(text: string): boolean {
  return ID.test(text);
}

/** Tells whether a member, as a reference writes it, is an e-mail address. */
export function isEmail(member: string): boolean {
  return member.includes('@');
}

/** Tells whether a member is written as members' ids are known to be: any other word may as well be somebody's name. */
export function isKnownForm(member: string): boolean {
  return isEmail(member) || /^(?:app|\d+|group-.+)$/.test(member);
}

/** Refuses a text that is no id: `otherwise` where it holds nothing dangerous and is just something else. */
export function refuseId(text: string, otherwise: 'spaceUnreadable' | 'memberUnreadable'): Result<never> {
  const value = shown(text);
  return UNSAFE.test(text)
    ? fail('unsafeId', { value, character: characterIn(text, NOT_OF_IDS) })
    : fail(otherwise, { value });
}

/** Reads a resource name; null where the text does not begin like one. */
export function readResourceName(text: string): Result<ResourceName> | null {
  const name = text.replace(ROUTE, 'spaces/').replace(SPACES, 'spaces/');
  if (!name.startsWith('spaces/')) return null;
  const [, space = '', collection = '', ...rest] = name.replace(/\/+$/, '').split('/');
  if (!isId(space)) return refuseId(space, 'spaceUnreadable');
  if (collection !== 'members' || rest.length === 0) {
    return COLLECTIONS.has(collection)
      ? ok({ space, member: null })
      : fail('spaceUnreadable', { value: shown(name) });
  }
  const [member = '', ...more] = rest[0] === 'users' && rest.length === 2 ? rest.slice(1) : rest;
  if (more.length > 0) return fail('unsafeId', { value: shown(name), character: '/' });
  return ok({ space, member });
}
