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

/** `Space` as the Chat API shows it; unknown fields are served as given. */
export interface Space {
  readonly name: string;
  readonly displayName?: string;
  readonly spaceType?: string;
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
