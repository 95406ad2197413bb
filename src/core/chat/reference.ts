/** What a person typed or pasted to mean a space or a member, turned into safe ids or refused with a reason. */
import { readLink } from './chat-link';
import { fail, ok, type Failed, type Result } from '../result';

/** One question "is M in S?", as the API's ids. */
export interface MembershipReference {
  /** The bare id of the space. */
  readonly space: string;
  /** What stands after `members/`: digits, an e-mail address in lower case, `app`, `group-…` or a bare id. */
  readonly member: string;
}

/** Who asks: `me` stands for this address; null where it is not known. */
export interface CurrentUser {
  readonly me: string | null;
}

/** What one field says. An `id` alone may be a space's or a member's. */
type Said =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'membership'; readonly space: string; readonly member: string }
  | { readonly kind: 'space'; readonly space: string }
  | { readonly kind: 'member'; readonly member: string }
  | { readonly kind: 'id'; readonly id: string };

/** Letters, digits, `-` and `_`, as in every id seen; the length is a guard, Google states none. */
const ID = /^(?=.*[a-z\d])[\w-]{1,128}$/i;
const EMAIL =
  /^(?=.{3,254}$)[a-z\d_+'&=~-]+(?:\.[a-z\d_+'&=~-]+)*@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/;
const UNSAFE = /[/?#%\\]|\.\.|\p{Cc}/u;
const QUOTES = ['""', "''", '“”', '‘’', '«»', '„“', '``', '「」', '『』', '<>', '〈〉', '《》', '()', '[]'];
/** In characters; longer than any link to a message. */
const LONGEST = 2048;

/**
 * Reads a question from two fields. Either may hold a whole membership name or link and the other nothing; which is the
 * space and which the member is told by content, and by order only where both are bare ids.
 */
export function parseQuestion(
  space: string,
  member: string,
  currentUser: CurrentUser,
): Result<MembershipReference> {
  const first = read(space, currentUser);
  const second = read(member, currentUser);
  // Only beside a space can a word in the first field be meant as a member.
  if (!first.ok) return second.ok && second.value.kind === 'space' ? first : asSpace(first);
  if (!second.ok) return second;
  return combine(first.value, second.value);
}

/** Reads a space alone: an id, a name, a link; also out of a membership name. */
export function parseSpace(text: string): Result<string> {
  const said = read(text, { me: null });
  if (!said.ok) return asSpace(said);
  switch (said.value.kind) {
    case 'space':
    case 'membership':
      return ok(said.value.space);
    case 'id':
      return ok(said.value.id);
    case 'nothing':
      return fail('noSpace');
    case 'member':
      // Digits may be a space's id when a space is all that was asked for.
      return /^\d+$/.test(said.value.member)
        ? ok(said.value.member)
        : fail('spaceUnreadable', { value: shown(text) });
  }
}

/** Reads a member alone; also out of a membership name. */
export function parseMember(text: string, currentUser: CurrentUser): Result<string> {
  const said = read(text, currentUser);
  if (!said.ok) return said;
  switch (said.value.kind) {
    case 'member':
    case 'membership':
      return ok(said.value.member);
    case 'id':
      return ok(said.value.id);
    case 'nothing':
      return fail('noMember');
    case 'space':
      return fail('memberUnreadable', { value: shown(text) });
  }
}

/** Gives a typed text as it may be kept: a webhook's link without its key and token, anything else unchanged. */
export function withoutSecrets(text: string): string {
  const plain = text.normalize('NFKC');
  return /[?&](?:key|token)=/i.test(plain) ? plain.replace(/[?&][^]*$/, '') : text;
}

/** Tells whether a member, as a reference writes it, is an e-mail address. */
export function isEmail(member: string): boolean {
  return member.includes('@');
}

/** Tells whether a member is written as members' ids are known to be: any other word may as well be somebody's name. */
export function isKnownForm(member: string): boolean {
  return isEmail(member) || /^(?:app|\d+|group-.+)$/.test(member);
}

/** Tells whether a text means whoever asks. */
export function saysMe(text: string): boolean {
  const said = parseMember(text, { me: null });
  return !said.ok && said.problem.code === 'meUnknown';
}

/** Prints a question as the API's resource name, `spaces/S/members/M`. */
export function membershipName({ space, member }: MembershipReference): string {
  return `spaces/${space}/members/${member}`;
}

/**
 * Tells what a cell holds, for finding columns and header rows. Stricter than parsing: a bare word or a short number is
 * `none`, since it may as well be a title or a count.
 */
export function recognise(text: string): 'membership' | 'space' | 'member' | 'none' {
  // An address for `me`, so that the word is recognised wherever it can be resolved later.
  const said = read(text, { me: 'me@example.com' });
  if (!said.ok) return 'none';
  switch (said.value.kind) {
    case 'membership':
    case 'space':
      return said.value.kind;
    case 'member':
      return /^\d{1,14}$/.test(said.value.member) ? 'none' : 'member';
    case 'id':
      return isSpaceLike(said.value.id) ? 'space' : 'none';
    case 'nothing':
      return 'none';
  }
}

/** A refusal in the words for a space, where one was asked for. */
function asSpace(refused: Failed): Failed {
  const { code, params } = refused.problem;
  return code === 'memberUnreadable' ? fail('spaceUnreadable', params) : refused;
}

/** As spaces' ids look; a date, a telephone number or a word does not. */
function isSpaceLike(id: string): boolean {
  return id.includes('AAA') || (id.length >= 9 && /\d/.test(id) && /[a-z]/i.test(id));
}

function combine(first: Said, second: Said): Result<MembershipReference> {
  if (first.kind === 'membership' || second.kind === 'membership') return confirm(first, second);
  if (first.kind === 'nothing' && second.kind === 'nothing') return fail('nothingAsked');
  if (first.kind === 'space' && second.kind === 'space') return fail('twoSpaces');
  if (first.kind === 'nothing' || second.kind === 'nothing') {
    const only = first.kind === 'nothing' ? second : first;
    const isSpace = only.kind === 'space' || (only.kind === 'id' && only === first);
    return fail(isSpace ? 'noMember' : 'noSpace');
  }
  const swapped = second.kind === 'space' || (second.kind === 'id' && first.kind === 'member');
  const [space, member] = swapped ? [second, first] : [first, second];
  if (space.kind === 'member' && !/^\d+$/.test(space.member)) return fail('noSpace');
  return ok({ space: textOf(space), member: textOf(member) });
}

/** A whole membership name, with nothing or the same thing said in the other field. */
function confirm(first: Said, second: Said): Result<MembershipReference> {
  const [whole, other] = first.kind === 'membership' ? [first, second] : [second, first];
  if (whole.kind !== 'membership') return fail('nothingAsked');
  const agrees =
    other.kind === 'nothing' ||
    (other.kind === 'membership'
      ? other.space === whole.space && other.member === whole.member
      : [whole.space, whole.member].includes(textOf(other)));
  return agrees ? ok({ space: whole.space, member: whole.member }) : fail('contradiction');
}

function textOf(said: Exclude<Said, { kind: 'nothing' | 'membership' }>): string {
  return said.kind === 'space' ? said.space : said.kind === 'member' ? said.member : said.id;
}

function read(typed: string, currentUser: CurrentUser): Result<Said> {
  if (typed.trim().length > LONGEST) return fail('tooLong');
  const text = normalise(typed.trim());
  if (text === '') return ok({ kind: 'nothing' });
  if (/\p{Cc}/u.test(text)) return fail('unsafeId', { value: shown(text) });
  const link = readLink(text);
  switch (link?.kind) {
    case 'foreign':
      return fail('foreignLink', { value: link.host });
    case 'noSpace':
      return fail('notASpaceLink');
    case 'directMessageByEmail':
      return fail('emailInsteadOfSpace');
    case 'resource':
      return readName(link.path, currentUser);
    case undefined:
      return /^\/?(?:v1\/)?spaces\//i.test(text)
        ? readName(text.replace(/^\/?(?:v1\/)?spaces/i, 'spaces'), currentUser)
        : readMember(text, currentUser);
  }
}

/** `spaces/S`, `spaces/S/members/M`, `spaces/S/messages/…`. */
function readName(name: string, currentUser: CurrentUser): Result<Said> {
  const [, space = '', collection = '', ...rest] = name.replace(/\/+$/, '').split('/');
  if (!ID.test(space))
    return fail(UNSAFE.test(space) ? 'unsafeId' : 'spaceUnreadable', { value: shown(space) });
  if (collection !== 'members' || rest.length === 0) {
    const known = ['', 'members', 'messages', 'threads', 'spaceEvents', 'attachments'].includes(collection);
    return known ? ok({ kind: 'space', space }) : fail('spaceUnreadable', { value: shown(name) });
  }
  const member = rest[0] === 'users' && rest.length === 2 ? rest[1] : rest.length === 1 ? rest[0] : undefined;
  if (member === undefined) return fail('unsafeId', { value: shown(name) });
  const said = readMember(member, currentUser);
  if (!said.ok) return said;
  return ok({
    kind: 'membership',
    space,
    member: said.value.kind === 'member' ? said.value.member : member,
  });
}

/** `users/M`, `members/M`, `groups/G`, an address in its many dresses, `app`, `me`, digits, or a bare id. */
function readMember(text: string, currentUser: CurrentUser): Result<Said> {
  const group = /^groups\/(.*)$/i.exec(text)?.[1];
  if (group !== undefined)
    return ID.test(group) ? said(`group-${group}`) : fail('unsafeId', { value: shown(group) });
  const bare = addressIn(text.replace(/^(?:users|people|members)\//i, ''));
  if (bare.includes('@')) {
    const address = bare.toLowerCase();
    if (EMAIL.test(address)) return said(address);
    return fail(UNSAFE.test(bare) ? 'unsafeId' : 'emailMalformed', { value: shown(bare) });
  }
  if (/^app$/i.test(bare)) return said('app');
  if (/^me$/i.test(bare)) return readMe(currentUser);
  if (/^\d[\d.,]*e\+\d+$/i.test(bare)) return fail('digitsLost', { value: shown(bare) });
  if (!ID.test(bare))
    return fail(UNSAFE.test(bare) ? 'unsafeId' : 'memberUnreadable', { value: shown(bare) });
  if (/^group-/i.test(bare)) return said(bare.replace(/^group/i, 'group'));
  const isMember = bare !== text || /^\d+$/.test(bare);
  return isMember ? said(bare) : ok({ kind: 'id', id: bare });
}

function readMe({ me }: CurrentUser): Result<Said> {
  const address = me?.toLowerCase() ?? '';
  return EMAIL.test(address) ? said(address) : fail('meUnknown');
}

/** Takes an address out of `Name <mail>` and `mailto:mail?subject=…`; any other text comes back unchanged. */
function addressIn(text: string): string {
  const inner = /<([^<>]*)>$/.exec(text)?.[1] ?? text;
  if (!/^mailto:/i.test(inner)) return inner.trim();
  return normalise(decoded(inner.slice('mailto:'.length).replace(/\?.*$/, '')));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** NFKC, so that full-width letters work; then no blanks, quotes or brackets around. Everything is checked after this. */
function normalise(text: string): string {
  // Word processors and Chat itself leave invisible marks at the ends of what is copied.
  let bare = text.normalize('NFKC').replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '');
  while (bare.length > 1 && QUOTES.includes(`${bare.charAt(0)}${bare.charAt(bare.length - 1)}`)) {
    bare = bare.slice(1, -1).replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '');
  }
  // What keeps a number a text in a sheet, where it was copied along.
  return bare.replace(/^'(?=\d+$)/, '');
}

/** As much of a refused text as a message may repeat: nothing that may be a secret of a link. */
function shown(text: string): string {
  return /PRIVATE KEY|private_key/.test(text)
    ? ''
    : text.replace(/(?:[?&]\w+=|\b(?:key|token)=).*$/is, '').slice(0, 80);
}

function said(member: string): Result<Said> {
  return ok({ kind: 'member', member });
}
