/** The Chat API's JSON for memberships, understood without trusting it: every field may be absent, unknown enum values are kept. */
/** `User` of the Chat API. `type` is `HUMAN`, `BOT` or a value this version does not know. */
export interface User {
  readonly name?: string;
  readonly type?: string;
  readonly displayName?: string;
  readonly email?: string;
  readonly avatarUrl?: string;
  readonly domainId?: string;
  readonly isAnonymous?: boolean;
}
/** `Group` of the Chat API: a Google Group, by resource name only. */
export interface Group {
  readonly name?: string;
}
/** `Membership` of the Chat API. Timestamps are RFC 3339 in UTC with 0 to 9 fraction digits. */
export interface Membership {
  readonly name?: string;
  readonly state?: string;
  readonly role?: string;
  readonly member?: User;
  readonly groupMember?: Group;
  readonly createTime?: string;
  readonly deleteTime?: string;
  readonly affiliation?: string;
}
/** One page of `spaces.members.list`. */
export interface MembershipPage {
  readonly memberships: readonly Membership[];
  /** Null on the last page. */
  readonly nextPageToken: string | null;
}
/** An enum value that this version does not know, verbatim. */
export interface Unrecognised {
  readonly raw: string;
}
export type State = 'joined' | 'invited' | 'notAMember';
/** As the Chat user interface calls them: `ROLE_MANAGER` is the owner, `ROLE_ASSISTANT_MANAGER` the manager. */
export type Role = 'owner' | 'manager' | 'member';
/** Relation to the organisation that owns the space. */
export type Origin = 'inside' | 'outside' | 'guest';
export type MemberKind = 'person' | 'app' | 'group';
/** Reads the state; null where the API says nothing. */
export declare function stateOf(membership: Membership): State | Unrecognised | null;
/** Reads the role; null where the API says nothing, as for groups. */
export declare function roleOf(membership: Membership): Role | Unrecognised | null;
/** Reads inside, outside or guest; null where the API says nothing, as for groups. */
export declare function originOf(membership: Membership): Origin | Unrecognised | null;
/** Tells whom a membership is about; null where it does not tell. More kinds may come. */
export declare function kindOf(membership: Membership): MemberKind | null;
/**
 * Lists every text by which a question may mean this member, as `MembershipReference.member` writes them: user id,
 * `group-` with the group's id, e-mail address in lower case, membership id.
 */
export declare function memberKeys(membership: Membership): readonly string[];
/** Finds the id of the space a membership belongs to, where its name tells. */
export declare function spaceOf(membership: Membership): string | null;
/** Reads one membership; null for anything that is not one. Fields of a wrong type are dropped. */
export declare function readMembership(body: unknown): Membership | null;
/** Reads one page of a list; null for anything that is not one. `{}` is an empty last page. */
export declare function readMembershipPage(body: unknown): MembershipPage | null;
