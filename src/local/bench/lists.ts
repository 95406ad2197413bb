/** Lists of people to look up, as large as wanted, and the workspace in which every one of them is a member. */
import type { Workspace } from '../workspace/workspace';

export interface PeopleList {
  readonly workspace: Workspace;
  /** Space and e-mail address of each row. */
  readonly rows: readonly (readonly [space: string, member: string])[];
}

/** Makes `spaces` spaces of `people` people each, everybody present, addresses filled, and one row for each of them. */
export function listOf(spaces: number, people: number): PeopleList {
  const persons = Array.from({ length: people }, (_, index) => ({
    name: `users/1${String(index).padStart(20, '0')}`,
    type: 'HUMAN',
    displayName: `Person ${index}`,
    email: `person-${index}@example.com`,
  }));
  const caller = {
    name: 'users/200000000000000000000',
    type: 'HUMAN',
    displayName: 'Caller',
    email: 'caller@example.com',
  };
  const ids = Array.from({ length: spaces }, (_, index) => `AAAA${String(index).padStart(7, '0')}`);
  return {
    workspace: {
      caller: caller.name,
      people: [caller, ...persons],
      spaces: ids.map((id) => ({ name: `spaces/${id}`, displayName: `Space ${id}`, spaceType: 'SPACE' })),
      memberships: ids.flatMap((id) =>
        persons.map((person) => ({
          name: `spaces/${id}/members/${person.name.slice('users/'.length)}`,
          state: 'JOINED',
          role: 'ROLE_MEMBER',
          affiliation: 'INTERNAL',
          createTime: '2026-03-02T09:30:00.000000Z',
          member: person,
        })),
      ),
    },
    rows: ids.flatMap((id) => persons.map(({ email }): [string, string] => [`spaces/${id}`, email])),
  };
}
