/** One field or cell, read: which space, member or membership it says. */
import { firstInvisible, withoutInvisible } from '../invisible';
import { fail, ok, type Result } from '../result';
import { linksIn, readLink } from './chat-link';
import { addressesIn, checkAddress, isAddress, isNamedAddress } from './email';
import { isId, isKnownForm, readResourceName, refuseId } from './resource-name';
import { withoutSecrets } from './secrets';
import { nameOf, normalise, shown } from './typed-text';

/** Who asks: `me` stands for this address; null where it is not known. */
export interface CurrentUser {
  readonly me: string | null;
}

/** What a field says. */
export type Said =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'membership'; readonly space: string; readonly member: string }
  | { readonly kind: 'space'; readonly space: string }
  | { readonly kind: 'member'; readonly member: string }
  | { readonly kind: 'me' }
  /** A bare id may be a space's or a member's; digits are a member's wherever there is a choice. */
  | { readonly kind: 'id' | 'digits'; readonly id: string };

/** A field, read. */
export interface Reading {
  readonly said: Said;
  /** Found among words: clear enough to be asked, too little to tell a column of questions by. */
  readonly amongWords: boolean;
  /** The text, as a message may repeat it. */
  readonly text: string;
}

/** In characters; longer than any link to a message. */
const LONGEST = 2048;
/** What a formula that went wrong shows. */
const CELL_ERROR = /^#(?:N\/A|DIV\/0!|[A-Z]+[!?])$/;
/** What sets a text apart that may hold more than what is meant: blanks, brackets, quotes, letters beyond ASCII. */
const MAY_HOLD_WORDS = /[\s<>()[\]{}"|:\u0080-\u{10ffff}]/u;
const USER = /^(?:users|people|members)\//i;

/** Reads a field. A secret in it is neither understood nor repeated. */
export function readField(typed: string, currentUser: CurrentUser): Result<Reading> {
  if (typed.trim().length > LONGEST) return fail('tooLong');
  if (CELL_ERROR.test(typed.trim())) return fail('errorValue', { value: typed.trim() });
  const harmless = withoutSecrets(typed);
  const text = normalise(harmless);
  if (text === '') {
    const wasSecret = harmless !== typed && normalise(typed) !== '';
    return wasSecret ? fail('secretPasted') : reading({ kind: 'nothing' }, text);
  }
  const read = understand(text, currentUser);
  const hidden = firstInvisible(text);
  if (read.ok || hidden === null) return read;
  // It looks right and is refused all the same: only this tells why.
  const visible = withoutInvisible(text);
  return understand(visible, currentUser).ok
    ? fail('invisibleCharacters', { value: shown(visible), character: nameOf(hidden) })
    : read;
}

/** The address that `me` stands for; null where nobody knows it. */
export function addressOf({ me }: CurrentUser): string | null {
  const address = me?.toLowerCase() ?? '';
  return isAddress(address) ? address : null;
}

/** Reads a normalised text: as a whole, else by the one thing that it names among words. */
function understand(text: string, currentUser: CurrentUser): Result<Reading> {
  const resource = readResource(text, currentUser);
  if (resource?.ok === true) return reading(resource.value, text);
  if (resource !== null && !MAY_HOLD_WORDS.test(text)) return resource;
  const found = readAmongWords(text.replace(USER, ''), currentUser);
  if (found?.ok === true) return found;
  if (found?.problem.code === 'severalFound') return found;
  if (resource !== null) return resource;
  if (found !== null) return found;
  const member = readMember(text);
  return member.ok ? reading(member.value, text) : member;
}

/** A link or a resource name; null where the text is neither. */
function readResource(text: string, currentUser: CurrentUser): Result<Said> | null {
  const link = /\s/.test(text) ? null : readLink(text);
  switch (link?.kind) {
    case 'foreign':
      return fail('foreignLink', { value: link.host });
    case 'noSpace':
      return fail('notASpaceLink');
    case 'directMessageByEmail':
      return fail('emailInsteadOfSpace');
    case 'resource':
    case undefined:
      return readName(link?.path ?? text, currentUser);
  }
}

function readName(text: string, currentUser: CurrentUser): Result<Said> | null {
  const name = readResourceName(text);
  if (name?.ok !== true) return name;
  const { space, member } = name.value;
  if (member === null) return ok({ kind: 'space', space });
  const found = readAmongWords(member, currentUser);
  if (found?.ok === false) return found;
  if (found?.value.amongWords === true) return fail('memberUnreadable', { value: shown(member) });
  const said = found === null ? readMember(member) : ok(found.value.said);
  if (!said.ok) return said;
  const id = said.value.kind === 'me' ? addressOf(currentUser) : idOf(said.value);
  return id === null ? fail('meUnknown') : ok({ kind: 'membership', space, member: id });
}

/** `users/M`, `members/M`, `groups/G`, `app`, `me`, digits, or a bare id. Addresses are found before. */
function readMember(text: string): Result<Said> {
  const group = /^groups\/(.*)$/i.exec(text)?.[1];
  if (group !== undefined)
    return isId(group) ? member(`group-${group}`) : refuseId(group, 'memberUnreadable');
  const bare = text.replace(USER, '');
  if (/^app$/i.test(bare)) return member('app');
  if (/^me$/i.test(bare)) return ok({ kind: 'me' });
  if (/^\d[\d.,]*e\+\d+$/i.test(bare)) return fail('digitsLost', { value: shown(bare) });
  if (!isId(bare)) return refuseId(bare, 'memberUnreadable');
  if (/^group-/i.test(bare)) return member(bare.replace(/^group/i, 'group'));
  if (bare !== text) return member(bare);
  return ok({ kind: /^\d+$/.test(bare) ? 'digits' : 'id', id: bare });
}

/** The one link, name or address in a text; null where there is none. */
function readAmongWords(text: string, currentUser: CurrentUser): Result<Reading> | null {
  const { links, words } = linksIn(text);
  const resources = links.map((link) => readResource(link, currentUser)).filter((one) => one !== null);
  const addresses = addressesIn(words).map(checkAddress);
  const said: Said[] = [
    ...resources.flatMap((one) => (one.ok ? [one.value] : [])),
    ...addresses.flatMap((one) => (one.ok ? [{ kind: 'member' as const, member: one.value }] : [])),
  ];
  const [only, other] = [...new Map(said.map((one) => [nameOfSaid(one), one])).values()];
  const refused = addresses.find((one) => !one.ok);
  if (only !== undefined && other !== undefined)
    return fail('severalFound', { value: shown(nameOfSaid(only)), other: shown(nameOfSaid(other)) });
  if (refused !== undefined) return refused;
  if (only === undefined) return resources.find((one) => !one.ok) ?? null;
  // `…/members/Ada Example`: half of a name is nobody's id.
  if (only.kind === 'membership' && !isKnownForm(only.member))
    return fail('memberUnreadable', { value: shown(only.member) });
  return reading(only, text, links.length > 0 || !isNamedAddress(text));
}

/** The id that a field names alone; empty where it names none. */
export function idOf(said: Said): string {
  switch (said.kind) {
    case 'space':
      return said.space;
    case 'member':
      return said.member;
    case 'id':
    case 'digits':
      return said.id;
    case 'me':
    case 'membership':
    case 'nothing':
      return '';
  }
}

/** What a field says, for a message and for telling two of them apart. */
function nameOfSaid(said: Said): string {
  if (said.kind === 'membership') return `spaces/${said.space}/members/${said.member}`;
  return said.kind === 'space' ? `spaces/${said.space}` : idOf(said);
}

function reading(said: Said, text: string, amongWords = false): Result<Reading> {
  return ok({ said, amongWords, text: shown(text) });
}

function member(id: string): Result<Said> {
  return ok({ kind: 'member', member: id });
}
