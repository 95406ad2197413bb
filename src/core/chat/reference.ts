/** What a person typed or pasted to mean a space or a member, turned into safe ids or refused with a reason. */
import { fail, ok, type Failed, type Result } from '../result';
import { addressOf, idOf, readField, type CurrentUser, type Reading } from './field';

export type { CurrentUser } from './field';
export { isEmail, isKnownForm } from './resource-name';
export { withoutSecrets } from './secrets';

/** One question "is M in S?", as the API's ids. */
export interface MembershipReference {
  /** The bare id of the space. */
  readonly space: string;
  /** What stands after `members/`: digits, an e-mail address in lower case, `app`, `group-…` or a bare id. */
  readonly member: string;
}

/** Some address for `me`, where it does not matter whose. */
const ANYBODY: CurrentUser = { me: 'me@example.com' };

/**
 * Reads a question from two fields. Either may hold a whole membership name or link and the other nothing; which is the
 * space and which the member is told by content, and by order only where both are bare ids.
 */
export function parseQuestion(
  space: string,
  member: string,
  currentUser: CurrentUser,
): Result<MembershipReference> {
  const first = readField(space, currentUser);
  const second = readField(member, currentUser);
  // Only beside a space can a word in the first field be meant as a member.
  if (!first.ok) return second.ok && second.value.said.kind === 'space' ? first : asSpace(first);
  if (!second.ok) return second;
  return combine(first.value, second.value, currentUser);
}

/** Reads a space alone: an id, a name, a link; also out of a membership name. */
export function parseSpace(text: string): Result<string> {
  // Whoever `me` is: only the space counts.
  const reading = readField(text, ANYBODY);
  if (!reading.ok) return asSpace(reading);
  const { said } = reading.value;
  switch (said.kind) {
    case 'space':
    case 'membership':
      return ok(said.space);
    case 'id':
    case 'digits':
      return ok(said.id);
    case 'nothing':
      return fail('noSpace');
    case 'member':
    case 'me':
      return fail('memberInsteadOfSpace', { value: reading.value.text });
  }
}

/** Reads a member alone; also out of a membership name. */
export function parseMember(text: string, currentUser: CurrentUser): Result<string> {
  const reading = readField(text, currentUser);
  return reading.ok ? memberOf(reading.value, currentUser) : reading;
}

/** Tells whether a text means whoever asks. */
export function saysMe(text: string): boolean {
  const parsed = parseMember(text, { me: null });
  return !parsed.ok && parsed.problem.code === 'meUnknown';
}

/** Prints a question as the API's resource name, `spaces/S/members/M`. */
export function membershipName({ space, member }: MembershipReference): string {
  return `spaces/${space}/members/${member}`;
}

/**
 * Tells what a cell holds, for finding columns and header rows. Stricter than parsing: a bare word, a short number, or a
 * sentence that names somebody is `none`, since it may as well be a title, a count or a note.
 */
export function recognise(text: string): 'membership' | 'space' | 'member' | 'none' {
  // A membership of `me` is one, wherever `me` can be resolved later.
  const reading = readField(text, ANYBODY);
  if (!reading.ok || reading.value.amongWords) return 'none';
  const { said } = reading.value;
  switch (said.kind) {
    case 'membership':
    case 'space':
    case 'member':
      return said.kind;
    case 'me':
      return 'member';
    case 'digits':
      return said.id.length < 15 ? 'none' : 'member';
    case 'id':
      return isSpaceLike(said.id) ? 'space' : 'none';
    case 'nothing':
      return 'none';
  }
}

/** A refusal in the words for a space, where one was asked for. */
function asSpace(refused: Failed): Failed {
  const { code, params } = refused.problem;
  const isOfMembers = ['memberUnreadable', 'emailIncomplete', 'emailMalformed'].includes(code);
  return isOfMembers ? fail('spaceUnreadable', { value: params.value ?? '' }) : refused;
}

/** As spaces' ids look; a date, a telephone number or a word does not. */
function isSpaceLike(id: string): boolean {
  return id.includes('AAA') || (id.length >= 9 && /\d/.test(id) && /[a-z]/i.test(id));
}

function combine(first: Reading, second: Reading, currentUser: CurrentUser): Result<MembershipReference> {
  const [one, other] = [first.said, second.said];
  if (one.kind === 'membership') return confirm(one, second, currentUser);
  if (other.kind === 'membership') return confirm(other, first, currentUser);
  if (one.kind === 'nothing' && other.kind === 'nothing') return fail('nothingAsked');
  if (one.kind === 'nothing') return fail(other.kind === 'space' ? 'noMember' : 'noSpace');
  if (other.kind === 'nothing')
    return fail(one.kind === 'space' || one.kind === 'id' ? 'noMember' : 'noSpace');
  if (one.kind === 'space' && other.kind === 'space') return fail('twoSpaces');
  const isSwapped =
    other.kind === 'space' || (other.kind === 'id' && ['member', 'me', 'digits'].includes(one.kind));
  const [space, member] = isSwapped ? [second, first] : [first, second];
  if (space.said.kind === 'member' || space.said.kind === 'me')
    return fail('memberInsteadOfSpace', { value: space.text });
  const found = memberOf(member, currentUser);
  return found.ok ? ok({ space: idOf(space.said), member: found.value }) : found;
}

/** A whole membership name, with nothing or the same thing said in the other field. */
function confirm(
  whole: MembershipReference,
  other: Reading,
  currentUser: CurrentUser,
): Result<MembershipReference> {
  const { said } = other;
  const { space, member } = whole;
  const agrees =
    said.kind === 'nothing' ||
    (said.kind === 'membership'
      ? said.space === space && said.member === member
      : said.kind === 'me'
        ? addressOf(currentUser) === member
        : [space, member].includes(idOf(said)));
  return agrees ? ok({ space, member }) : fail('contradiction');
}

function memberOf({ said, text }: Reading, currentUser: CurrentUser): Result<string> {
  switch (said.kind) {
    case 'member':
    case 'membership':
      return ok(said.member);
    case 'id':
    case 'digits':
      return ok(said.id);
    case 'me': {
      const address = addressOf(currentUser);
      return address === null ? fail('meUnknown') : ok(address);
    }
    case 'nothing':
      return fail('noMember');
    case 'space':
      return fail('spaceInsteadOfMember', { value: text });
  }
}
