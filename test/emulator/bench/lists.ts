/** Lists of people to look up, as large as wanted, and the workspace in which they are members. */
import { seededRandom } from '../random';
import type { Workspace } from '../workspace/workspace';

export interface PeopleList {
  readonly workspace: Workspace;
  /** Space and e-mail address of each row. */
  readonly rows: readonly (readonly [space: string, member: string])[];
}

/**
 * Makes `spaces` spaces, everybody present, addresses filled, and one row for each of `people` people in each of them. The
 * caller is one of them, as whoever asks must be; where one person is asked about, the caller is there beside.
 */
export function listOf(spaces: number, people: number): PeopleList {
  const persons = Array.from({ length: Math.max(2, people) }, (_, index) => ({
    name: `users/1${String(index).padStart(20, '0')}`,
    type: 'HUMAN',
    displayName: `Person ${index}`,
    email: `person-${index}@example.com`,
  }));
  const ids = Array.from({ length: spaces }, (_, index) => `AAAA${String(index).padStart(7, '0')}`);
  return {
    workspace: {
      caller: persons[0]?.name ?? '',
      people: persons,
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
    rows: ids.flatMap((id) =>
      persons.slice(-people).map(({ email }): [string, string] => [`spaces/${id}`, email]),
    ),
  };
}

/** The same rows; of the people of each space only every second one is there. */
export function halfAbsent({ workspace, rows }: PeopleList): PeopleList {
  const isPresent = new Map(workspace.people.map(({ name }, index) => [name, index % 2 === 0]));
  const memberships = workspace.memberships.filter(
    ({ member }) => isPresent.get(member?.name ?? '') === true,
  );
  return { workspace: { ...workspace, memberships }, rows };
}

/** The same rows in a random order that is the same every time. */
export function inAnyOrder({ workspace, rows }: PeopleList): PeopleList {
  const random = seededRandom(1);
  const keyed = rows.map((row) => ({ row, key: random() }));
  return { workspace, rows: keyed.sort((a, b) => a.key - b.key).map(({ row }) => row) };
}
