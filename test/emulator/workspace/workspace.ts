/** A workspace for the emulator: people, spaces and memberships, resources exactly as in the Chat API. */

/** `User` as the Chat API shows it. */
export interface Person {
  readonly name: string;
  readonly type?: string;
  readonly displayName?: string;
  readonly email?: string;
  readonly avatarUrl?: string;
  readonly domainId?: string;
  readonly isAnonymous?: boolean;
}

/** Direct members who have joined, without apps. */
export interface MembershipCount {
  readonly joinedDirectHumanUserCount?: number;
  readonly joinedGroupCount?: number;
}

/** `Space` as the Chat API shows it; unknown fields are served as given. */
export interface Space {
  readonly name: string;
  readonly displayName?: string;
  readonly spaceType?: string;
  /** Where it is absent, it follows from the memberships. */
  readonly membershipCount?: MembershipCount;
  readonly [field: string]: unknown;
}

/** `Membership` as the Chat API shows it. */
export interface MembershipResource {
  readonly name: string;
  readonly state?: string;
  readonly role?: string;
  readonly member?: Person;
  readonly groupMember?: { readonly name: string };
  readonly createTime?: string;
  readonly deleteTime?: string;
  readonly affiliation?: string;
}

/** What an event of the Chat API says about one membership. */
export interface MembershipEventData {
  readonly membership?: Partial<MembershipResource>;
}

/**
 * `SpaceEvent` about memberships, as the Chat API shows it. A workspace need give no more of a membership than its name:
 * what is served is its present state.
 */
export interface SpaceEventResource {
  /** `spaces/…/spaceEvents/…` */
  readonly name: string;
  /** RFC 3339. */
  readonly eventTime: string;
  /** `google.workspace.chat.membership.v1.` and `created`, `batchCreated`, `updated` and so on. */
  readonly eventType: string;
  readonly membershipCreatedEventData?: MembershipEventData;
  readonly membershipUpdatedEventData?: MembershipEventData;
  readonly membershipDeletedEventData?: MembershipEventData;
  readonly membershipBatchCreatedEventData?: MembershipBatchEventData;
  readonly membershipBatchUpdatedEventData?: MembershipBatchEventData;
  readonly membershipBatchDeletedEventData?: MembershipBatchEventData;
}

export interface MembershipBatchEventData {
  readonly memberships?: readonly MembershipEventData[];
}

export interface Workspace {
  /** `users/…`: who is signed in. */
  readonly caller: string;
  readonly people: readonly Person[];
  readonly spaces: readonly Space[];
  readonly memberships: readonly MembershipResource[];
  /** The Chat app of the script's Cloud project, `users/…` of type BOT; absent: none. */
  readonly app?: string;
  /** `users/…` of those who hold the Workspace admin privilege for Chat. */
  readonly admins?: readonly string[];
  /** Group resource name -> `users/…` of the people in it, who have no membership of their own. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** Group resource name -> its e-mail address. Cloud Identity knows no other groups. */
  readonly groupAddresses?: Readonly<Record<string, string>>;
  /** What happened to memberships. Absent: it follows from the times and states of the memberships. */
  readonly spaceEvents?: readonly SpaceEventResource[];
  /** Spaces whose member list is restricted. */
  readonly restricted?: readonly string[];
  /** Scopes of the app (`chat.app.…`) that a Workspace admin has approved. */
  readonly approvedScopes?: readonly string[];
  /** Service accounts that exist: who may mint tokens for them, and whether they belong to the app's own project. */
  readonly serviceAccounts?: readonly {
    readonly email: string;
    readonly tokenCreators: readonly string[];
    readonly sameProject: boolean;
  }[];
}
