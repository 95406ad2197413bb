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
