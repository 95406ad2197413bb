import { afterEach, expect, test } from '@jest/globals';
import type { WhereStep } from '../../src/core/contract';
import { catalogueFor } from '../../src/core/locales/catalogue';
import { SPACES } from '../emulator/workspace/invented';
import { openSession, problemOf, valueOf, type SessionOptions, type UserSession } from './front-door.testing';

const KEN = 'ken.mori@orchard.example';
let session: UserSession | null = null;

afterEach(async () => {
  await session?.close();
  session = null;
});

async function look(options: SessionOptions = {}, member = KEN) {
  const now = (session = await openSession(options));
  const { workspace } = now;
  const mine = workspace.memberships
    .filter(({ member: one, state }) => one?.name === workspace.caller && state === 'JOINED')
    .map(({ name }) => name.split('/members/')[0] ?? '');
  const step = valueOf(await now.sidebar<WhereStep>('sidebarWhere', { member, spaces: mine, pace: null }));
  return { now, mine, step };
}

test.each(['en', 'ja'])(
  'finds where somebody is among one’s own spaces, as the workspace has it: %s',
  async (locale) => {
    const { now, mine, step } = await look({ scenario: { locale } });
    const { memberships, people } = now.workspace;
    const ken = people.find(({ email }) => email === KEN)?.name;
    const truth = memberships.filter(
      ({ name, member, state }) =>
        mine.some((space) => name.startsWith(`${space}/`)) &&
        member?.name === ken &&
        state !== 'NOT_A_MEMBER',
    );
    const found = step.places.filter(({ verdict }) => verdict !== 'unchecked');
    const unchecked = step.places.filter(({ verdict }) => verdict === 'unchecked').map(({ space }) => space);
    const names = truth.map(({ name }) => name.split('/members/')[0] ?? '');
    // A space that shows its members to its owners alone is named, never left out.
    expect(unchecked).toContain(SPACES.board);
    expect(found.map(({ space }) => space).sort()).toEqual(
      names.filter((name) => !unchecked.includes(name)).sort(),
    );
    expect(truth.length).toBeGreaterThan(1);
    expect(step.left).toEqual([]);
    expect(step.places.length + step.notIn).toBe(mine.length);
    const { roles } = catalogueFor(locale);
    for (const { role } of found) if (role !== '') expect(Object.values(roles)).toContain(role);
  },
);

test('names the spaces whose only owner somebody is', async () => {
  const { now, step } = await look({}, 'me');
  const { memberships, caller } = now.workspace;
  for (const { space, isOwner, isOnlyOwner } of step.places) {
    const owners = memberships.filter(
      ({ name, role, state }) =>
        name.startsWith(`${space}/`) && role === 'ROLE_MANAGER' && state === 'JOINED',
    );
    const owns = owners.some(({ member }) => member?.name === caller);
    expect([space, isOwner, isOnlyOwner]).toEqual([space, owns, owns ? owners.length === 1 : null]);
  }
  expect(step.places.some(({ isOnlyOwner }) => isOnlyOwner === true)).toBe(true);
});

test('says what stops it, and what cannot be asked', async () => {
  const { now, step, mine } = await look({ scenario: { faultPresets: ['chat-api-off'] } });
  expect(step).toMatchObject({ places: [], notIn: 0, left: mine, problem: { code: 'apiOff' } });
  for (const asked of [null, { member: KEN }, { member: KEN, spaces: ['../x'], pace: null }])
    expect(problemOf(await now.sidebar('sidebarWhere', asked)).code).toBe('argumentUnreadable');
});
