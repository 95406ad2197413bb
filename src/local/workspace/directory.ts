/** A workspace, indexed: who is where, found without searching. */
import type { MembershipResource, Person, Space, Workspace } from './workspace';

export class Directory {
  readonly people: ReadonlyMap<string, Person>;
  readonly spaces: ReadonlyMap<string, Space>;
  private readonly bySpace = new Map<string, MembershipResource[]>();
  private readonly byName: ReadonlyMap<string, MembershipResource>;
  private readonly byUser = new Map<string, Map<string, MembershipResource>>();
  private readonly byEmail: ReadonlyMap<string, string>;
  private readonly throughGroups = new Map<string, Set<string>>();

  constructor(readonly workspace: Workspace) {
    this.people = new Map(workspace.people.map((person) => [person.name, person]));
    this.spaces = new Map(workspace.spaces.map((space) => [space.name, space]));
    this.byName = new Map(workspace.memberships.map((one) => [one.name, one]));
    this.byEmail = new Map(
      workspace.people.flatMap(({ name, email }) =>
        email === undefined ? [] : [[email.toLowerCase(), name]],
      ),
    );
    for (const membership of workspace.memberships) this.index(membership);
  }

  /** All memberships of a space, in the workspace's own order. */
  membershipsOf(space: string): readonly MembershipResource[] {
    return this.bySpace.get(space) ?? [];
  }

  /** A membership by its name, or by the `users/…` of the member. */
  find(space: string, member: string): MembershipResource | undefined {
    return this.byName.get(`${space}/members/${member}`) ?? this.byUser.get(space)?.get(`users/${member}`);
  }

  /** `users/…` of an address. */
  userOf(email: string): string | undefined {
    return this.byEmail.get(email.toLowerCase());
  }

  /** In the space, directly or through a group. */
  isIn(space: string, user: string): boolean {
    return this.isJoined(space, user) || this.throughGroups.get(space)?.has(user) === true;
  }

  isJoined(space: string, user: string): boolean {
    return this.byUser.get(space)?.get(user)?.state === 'JOINED';
  }

  spacesOf(user: string): readonly Space[] {
    return [...this.spaces.values()].filter(({ name }) => this.isIn(name, user));
  }

  private index(membership: MembershipResource): void {
    const space = membership.name.split('/members/')[0] ?? '';
    const list = this.bySpace.get(space);
    if (list) list.push(membership);
    else this.bySpace.set(space, [membership]);
    const user = membership.member?.name;
    if (user !== undefined) {
      const users = this.byUser.get(space) ?? new Map<string, MembershipResource>();
      this.byUser.set(space, users.set(user, membership));
    }
    const inside = this.workspace.groups?.[membership.groupMember?.name ?? ''] ?? [];
    if (inside.length > 0) {
      const people = this.throughGroups.get(space) ?? new Set<string>();
      for (const one of inside) people.add(one);
      this.throughGroups.set(space, people);
    }
  }
}
