/** A workspace, indexed: who is where, found without searching. What large workspaces may never ask for is indexed late. */
import type { MembershipCount, MembershipResource, Person, Space, Workspace } from './workspace';

/** The memberships of one space. */
interface Roster {
  /** By the last part of their name. */
  readonly byId: ReadonlyMap<string, MembershipResource>;
  /** By `users/…` of the member. */
  readonly byUser: ReadonlyMap<string, MembershipResource>;
  /** `users/…` of those who are there through a group. */
  readonly throughGroups: ReadonlySet<string>;
}

const NOBODY: Roster = { byId: new Map(), byUser: new Map(), throughGroups: new Set() };

export class Directory {
  readonly people: ReadonlyMap<string, Person>;
  readonly spaces: ReadonlyMap<string, Space>;
  private readonly bySpace = new Map<string, MembershipResource[]>();
  private readonly rosters = new Map<string, Roster>();
  private readonly counts = new Map<string, MembershipCount>();
  private byEmail: ReadonlyMap<string, string> | null = null;

  constructor(readonly workspace: Workspace) {
    this.people = new Map(workspace.people.map((person) => [person.name, person]));
    this.spaces = new Map(workspace.spaces.map((space) => [space.name, space]));
    for (const membership of workspace.memberships) {
      const space = membership.name.slice(0, membership.name.indexOf('/members/'));
      const list = this.bySpace.get(space);
      if (list) list.push(membership);
      else this.bySpace.set(space, [membership]);
    }
  }

  /** All memberships of a space, in the workspace's own order. */
  membershipsOf(space: string): readonly MembershipResource[] {
    return this.bySpace.get(space) ?? [];
  }

  /** A membership by its name, or by the `users/…` of the member. */
  find(space: string, member: string): MembershipResource | undefined {
    const { byId, byUser } = this.rosterOf(space);
    return byId.get(member) ?? byUser.get(`users/${member}`);
  }

  /** `users/…` of an address. */
  userOf(email: string): string | undefined {
    this.byEmail ??= new Map(
      this.workspace.people.flatMap(({ name, email: one }) =>
        one === undefined ? [] : [[one.toLowerCase(), name] as const],
      ),
    );
    return this.byEmail.get(email.toLowerCase());
  }

  /** Group resource name of an address. */
  groupOf(email: string): string | undefined {
    return Object.entries(this.workspace.groupAddresses ?? {}).find(
      ([, address]) => address.toLowerCase() === email.toLowerCase(),
    )?.[0];
  }

  /** How many people and groups have joined a space. */
  countOf(space: string): MembershipCount {
    const known = this.counts.get(space);
    if (known) return known;
    const joined = this.membershipsOf(space).filter(({ state }) => state === 'JOINED');
    const count = {
      joinedDirectHumanUserCount: joined.filter((one) => one.member && this.typeOf(one) !== 'BOT').length,
      joinedGroupCount: joined.filter(({ groupMember }) => groupMember).length,
    };
    this.counts.set(space, count);
    return count;
  }

  /** `HUMAN` or `BOT`; undefined for a group. */
  typeOf({ member }: MembershipResource): string | undefined {
    return member && (member.type ?? this.people.get(member.name)?.type);
  }

  /** In the space, directly or through a group. */
  isIn(space: string, user: string): boolean {
    return this.isJoined(space, user) || this.rosterOf(space).throughGroups.has(user);
  }

  isJoined(space: string, user: string): boolean {
    return this.rosterOf(space).byUser.get(user)?.state === 'JOINED';
  }

  isInvited(space: string, user: string): boolean {
    return this.rosterOf(space).byUser.get(user)?.state === 'INVITED';
  }

  private rosterOf(space: string): Roster {
    const all = this.bySpace.get(space);
    if (!all) return NOBODY;
    const known = this.rosters.get(space);
    if (known) return known;
    const groups = this.workspace.groups ?? {};
    const roster: Roster = {
      byId: new Map(all.map((one) => [one.name.slice(space.length + '/members/'.length), one])),
      byUser: new Map(all.flatMap((one) => (one.member ? [[one.member.name, one] as const] : []))),
      throughGroups: new Set(all.flatMap(({ groupMember }) => groups[groupMember?.name ?? ''] ?? [])),
    };
    this.rosters.set(space, roster);
    return roster;
  }
}
