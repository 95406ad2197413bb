import { expect, test } from '@jest/globals';
import { PROFILES } from '../emulator.testing';
import { seededRandom } from '../emulator/random';
import type { MembershipResource, Workspace } from '../emulator/workspace/workspace';
import { openSession } from './front-door.testing';
import { membershipsIn, ourRows, truthOf } from './roster.testing';

const SPACE = 'spaces/AAAArandom01';
const NAMES = [
  '=1+1',
  "'quoted",
  '+81 90',
  '@all',
  '-5',
  '\tTab',
  '007',
  'Ada',
  '山田 花子',
  '',
  '1e5',
  'TRUE',
  '2026-01-02',
];
const TITLES = [
  '=HYPERLINK("https://evil.example")',
  '/',
  'x'.repeat(200),
  "it's",
  'Harvest',
  '[a]:*?\\b',
  '春',
];

/** A space of up to 60 members of every kind and state. */
function randomWorkspace(seed: number): Workspace {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const caller = {
    name: 'users/300000000000000000000',
    type: 'HUMAN',
    displayName: 'Caller',
    email: 'caller@example.com',
  };
  const people = Array.from({ length: Math.floor(random() * 60) }, (_, index) => {
    const displayName = pick(NAMES);
    return {
      name: `users/3${String(index + 1).padStart(20, '0')}`,
      type: random() < 0.1 ? 'BOT' : 'HUMAN',
      ...(displayName === '' ? {} : { displayName }),
      ...(random() < 0.7 ? { email: `person-${index}@example.com` } : {}),
    };
  });
  const seats = people.map((person): MembershipResource => ({
    name: `${SPACE}/members/${person.name.slice('users/'.length)}`,
    state: person.type === 'BOT' ? 'JOINED' : pick(['JOINED', 'JOINED', 'JOINED', 'INVITED', 'NOT_A_MEMBER']),
    role: pick(['ROLE_MEMBER', 'ROLE_MEMBER', 'ROLE_MANAGER', 'ROLE_ASSISTANT_MANAGER', 'ROLE_NEW']),
    affiliation: pick(['INTERNAL', 'EXTERNAL', 'MANAGED_EXTERNAL']),
    createTime: '2026-03-02T09:30:00Z',
    member: { name: person.name, type: person.type },
  }));
  const groups = Array.from({ length: Math.floor(random() * 3) }, (_, index) => ({
    name: `${SPACE}/members/group-g${index}`,
    state: 'JOINED',
    createTime: '2026-03-02T09:30:00Z',
    groupMember: { name: `groups/g${index}` },
  }));
  const mine = {
    ...seats[0],
    name: `${SPACE}/members/300000000000000000000`,
    state: 'JOINED',
    role: 'ROLE_MEMBER',
    affiliation: 'INTERNAL',
    createTime: '2026-03-02T09:30:00Z',
    member: { name: caller.name, type: 'HUMAN' },
  };
  return {
    caller: caller.name,
    people: [caller, ...people],
    spaces: [{ name: SPACE, displayName: pick(TITLES), spaceType: 'SPACE' }],
    memberships: [mine, ...seats, ...groups],
  };
}

/** `ROLLCALL_WORKSPACES=200` tries more of them than every run of the tests can afford. */
const WORKSPACES = Number(process.env.ROLLCALL_WORKSPACES ?? 25);

test('in random workspaces the written memberships equal the truth, name by name', async () => {
  for (let seed = 1; seed <= WORKSPACES; seed++) {
    const workspace = randomWorkspace(seed);
    const { editor, emulator, ...opened } = await openSession({
      workspace,
      seed,
      scenario: { assumptions: PROFILES },
    });
    try {
      const { outcome } = await editor('listMembers', SPACE);
      expect({ seed, outcome }).toEqual({ seed, outcome: 'completed' });
      const [tab] = emulator.spreadsheet
        .tabs()
        .flatMap(({ name }) => (name.startsWith('Members') ? [name] : []));
      expect({ seed, names: membershipsIn(emulator, tab ?? '') }).toEqual({
        seed,
        names: truthOf(workspace, SPACE),
      });
      // Of invited people the API gives no profile.
      const joined = new Set(
        workspace.memberships.filter(({ state }) => state === 'JOINED').map(({ name }) => name),
      );
      const known = new Map(
        workspace.people.map(({ name, displayName = '' }) => [name.slice(6), displayName]),
      );
      for (const { membership, name } of ourRows(emulator, tab ?? '', 'roster')) {
        const id = membership?.display.split('/members/')[1] ?? '';
        if (id.startsWith('group-') || !joined.has(membership?.display ?? '')) continue;
        expect({ seed, id, name: name?.value, formula: name?.formula }).toEqual({
          seed,
          id,
          name: known.get(id),
          formula: '',
        });
      }
    } finally {
      await opened.close();
    }
  }
}, 300_000);
