/** Ids and resource names of the Chat API as people write them: `spaces/S`, `spaces/S/members/M`, `space/S`, `/v1/spaces/S`. */
import { type Result } from '../result';
/** A resource name, read. `member` is as written, not checked yet; null where the name is a space's. */
export interface ResourceName {
  readonly space: string;
  readonly member: string | null;
}
/** Tells whether a text may be an id. */
export declare function isId(text: string): boolean;
/** Tells whether a member, as a reference writes it, is an e-mail address. */
export declare function isEmail(member: string): boolean;
/** Tells whether a member is written as members' ids are known to be: any other word may as well be somebody's name. */
export declare function isKnownForm(member: string): boolean;
/** Refuses a text that is no id: `otherwise` where it holds nothing dangerous and is just something else. */
export declare function refuseId(
  text: string,
  otherwise: 'spaceUnreadable' | 'memberUnreadable',
): Result<never>;
/** Reads a resource name; null where the text does not begin like one. */
export declare function readResourceName(text: string): Result<ResourceName> | null;
