/** A workspace of any size, the same for the same seed. */
import { seededRandom } from '../random';
import type { MembershipResource, Person, Space, Workspace } from './workspace';

export interface Size {
  readonly spaces: number;
  readonly membersPerSpace: number;
  /** Whether profiles carry an e-mail address. */
  readonly withEmail?: boolean;
}

const FIRST = ['Aoi', 'Ben', 'Chika', 'Dara', 'Emi', 'Farid', 'Goro', 'Helga', 'Ines', 'Jun'];
const LAST = ['Abe', 'Brandt', 'Castro', 'Doi', 'Endo', 'Fuchs', 'Goto', 'Hara', 'Ito', 'Jansen'];
const FIRST_ID = 2_000_000_000;
const FIRST_ACTIVE = Date.parse('2026-04-01T00:00:00Z');

/** Makes spaces with their own people; the caller owns every one of them. */
export function generatedWorkspace({ spaces, membersPerSpace, withEmail = true }: Size, seed = 1): Workspace {
  const random = seededRandom(seed);
  const pick = (names: readonly string[]): string => names[Math.floor(random() * names.length)] ?? '';
  const caller: Person = {
    name: `users/${FIRST_ID}`,
    type: 'HUMAN',
    displayName: 'Caller Example',
    email: 'caller@generated.example',
  };
  const people: Person[] = [caller];
  const all: Space[] = [];
  const memberships: MembershipResource[] = [];
  for (let number = 0; number < spaces; number++) {
    const space = `spaces/AAQA${String(number).padStart(7, '0')}`;
    all.push({
      name: space,
      spaceType: 'SPACE',
      displayName: `Space ${number}`,
      createTime: '2026-03-01T00:00:00Z',
      lastActiveTime: new Date(FIRST_ACTIVE + number * 60_000).toISOString(),
    });
    memberships.push(seat(space, caller.name, 'ROLE_MANAGER'));
    for (let one = 1; one < membersPerSpace; one++) {
      const id = FIRST_ID + people.length;
      const email = `person${people.length}@generated.example`;
      const displayName = `${pick(FIRST)} ${pick(LAST)}`;
      people.push({ name: `users/${id}`, type: 'HUMAN', displayName, ...(withEmail ? { email } : {}) });
      memberships.push(seat(space, `users/${id}`, 'ROLE_MEMBER'));
    }
  }
  return { caller: caller.name, people, spaces: all, memberships };
}

function seat(space: string, user: string, role: string): MembershipResource {
  return {
    name: `${space}/members/${user.slice('users/'.length)}`,
    state: 'JOINED',
    role,
    createTime: '2026-03-01T00:00:00Z',
    affiliation: 'INTERNAL',
    member: { name: user, type: 'HUMAN' },
  };
}
