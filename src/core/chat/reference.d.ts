/** What a person typed or pasted to mean a space or a member, turned into safe ids or refused with a reason. */
import { type Result } from '../result';
import { type CurrentUser } from './field';
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
/**
 * Reads a question from two fields. Either may hold a whole membership name or link and the other nothing; which is the
 * space and which the member is told by content, and by order only where both are bare ids.
 */
export declare function parseQuestion(
  space: string,
  member: string,
  currentUser: CurrentUser,
): Result<MembershipReference>;
/** Reads a space alone: an id, a name, a link; also out of a membership name. */
export declare function parseSpace(text: string): Result<string>;
/** Reads a member alone; also out of a membership name. */
export declare function parseMember(text: string, currentUser: CurrentUser): Result<string>;
/** Tells whether a text means whoever asks. */
export declare function saysMe(text: string): boolean;
/** Prints a question as the API's resource name, `spaces/S/members/M`. */
export declare function membershipName({ space, member }: MembershipReference): string;
/**
 * Tells what a cell holds, for finding columns and header rows. Stricter than parsing: a bare word, a short number, or a
 * sentence that names somebody is `none`, since it may as well be a title, a count or a note.
 */
export declare function recognise(text: string): 'membership' | 'space' | 'member' | 'none';
