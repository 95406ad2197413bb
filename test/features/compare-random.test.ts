/** Comparing and finding on random workspaces: the sets equal what the workspace holds. */
import { expect, test } from '@jest/globals';
import { seededRandom } from '../emulator/random';
import type { MembershipResource, Workspace } from '../emulator/workspace/workspace';
import { openSession } from './front-door.testing';

const CALLER = 'users/300000000000000000000';
const SPACES = ['spaces/AAAArandom01', 'spaces/AAAArandom02', 'spaces/AAAArandom03'];

interface World {
  readonly workspace: Workspace;
  /** The list: addresses or ids, some twice, some of people who are nowhere. */
  readonly list: readonly string[];
}

/** Spaces in which each person is a member, invited, gone or nothing. */
function randomWorld(seed: number): World {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const people = Array.from({ length: 4 + Math.floor(random() * 16) }, (_, index) => ({
    name: `users/3${String(index + 1).padStart(20, '0')}`,
    type: 'HUMAN',
    displayName: pick(['Ada', '佐藤 花', '=1+1', 'Ken Mori']),
    email: `person-${index}@example.com`,
  }));
  const caller = { name: CALLER, type: 'HUMAN', displayName: 'Caller', email: 'caller@example.com' };
  const seat = (space: string, person: { readonly name: string }, state: string): MembershipResource => ({
    name: `${space}/members/${person.name.slice('users/'.length)}`,
    state,
    role: pick(['ROLE_MEMBER', 'ROLE_MEMBER', 'ROLE_MANAGER']),
    affiliation: 'INTERNAL',
    createTime: '2026-03-02T09:30:00Z',
    member: { name: person.name, type: 'HUMAN' },
  });
  const memberships = SPACES.flatMap((space) => [
    seat(space, caller, 'JOINED'),
    ...people.flatMap((person) => {
      const state = pick(['JOINED', 'JOINED', 'INVITED', 'NOT_A_MEMBER', 'NONE']);
      return state === 'NONE' ? [] : [seat(space, person, state)];
    }),
  ]);
  const listed = people.filter(() => random() < 0.6);
  const list = [...listed, ...listed.filter(() => random() < 0.2)].map(({ name, email }) =>
    random() < 0.5 ? name.slice('users/'.length) : email,
  );
  return {
    workspace: {
      caller: CALLER,
      people: [caller, ...people],
      spaces: SPACES.map((name, index) => ({
        name,
        displayName: `Space ${index}`,
        spaceType: 'SPACE',
      })),
      memberships,
    },
    list: [...list, 'nobody@example.com'],
  };
}

const WORLDS = Number(process.env.ROLLCALL_WORKSPACES ?? 12);

test('the three sets, and the spaces of a person, equal the truth of random workspaces', async () => {
  let [both, missing, rest, places] = [0, 0, 0, 0];
  for (let seed = 1; seed <= WORLDS; seed++) {
    const { workspace, list } = randomWorld(seed);
    const session = await openSession({ workspace });
    try {
      const { emulator } = session;
      const [space = ''] = SPACES;
      const in_ = (state: string) =>
        new Set(
          workspace.memberships
            .filter((one) => one.name.startsWith(`${space}/`) && one.state === state)
            .map(({ name }) => name.split('/members/')[1]),
        );
      const [joined, invited] = [in_('JOINED'), in_('INVITED')];
      const idOf = (typed: string): string =>
        workspace.people.find(({ email }) => email === typed)?.name.slice('users/'.length) ?? typed;
      const ids = list.map(idOf);
      ['Person', ...list].forEach((text, row) => {
        emulator.spreadsheet.type(
          'Sheet1',
          row + 1,
          1,
          text.length > 15 && /^\d+$/.test(text) ? `'${text}` : text,
        );
      });
      const compared = await session.editor('compareWithSpace', space);
      expect({ seed, error: compared.error?.message ?? null }).toEqual({ seed, error: null });
      const found = compared.value as {
        readonly counts: Record<string, number>;
        readonly rest: { readonly count: number } | null;
      };
      const expected = {
        member: ids.filter((id) => joined.has(id)).length,
        invited: ids.filter((id) => invited.has(id)).length,
        unchecked: 0,
        notMember: ids.filter((id) => !joined.has(id) && !invited.has(id)).length,
      };
      expect({ seed, counts: found.counts }).toEqual({ seed, counts: expected });
      const onlyInSpace = [...joined].filter((id) => !ids.includes(id ?? ''));
      expect({ seed, rest: found.rest?.count ?? 0 }).toEqual({ seed, rest: onlyInSpace.length });
      both += expected.member;
      missing += expected.notMember;
      rest += onlyInSpace.length;

      const person = workspace.people[1]!;
      const where = await session.editor('whereIs', person.email);
      const places_ = (where.value as { readonly places: readonly { readonly space: string }[] }).places;
      const truth = workspace.memberships
        .filter((one) => one.member?.name === person.name && ['JOINED', 'INVITED'].includes(one.state ?? ''))
        .map(({ name }) => name.split('/members/')[0]);
      expect({ seed, places: places_.map((one) => one.space).sort() }).toEqual({
        seed,
        places: truth.sort(),
      });
      places += truth.length;
    } finally {
      await session.close();
    }
  }
  // The worlds must hold something of each.
  expect(Math.min(both, missing, rest, places)).toBeGreaterThan(WORLDS / 2);
});
