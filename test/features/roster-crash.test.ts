/** A refresh of the built add-on with people who joined, left and changed, killed at its service calls and continued. */
import { expect, test } from '@jest/globals';
import type { Kill } from '../emulator/platform/execution';
import type { MembershipResource, Workspace } from '../emulator/workspace/workspace';
import { openSession, valueOf, type UserSession } from './front-door.testing';
import { columnsOf, finishJob, ourRows, truthOf } from './roster.testing';
import type { JobView, Start } from '../../src/core/contract';

const SPACE = 'spaces/AAAAcrash001';
const TAB = 'Members of Crash';
const FREE = 20;
/** `ROLLCALL_CRASH_STEP=1` kills at every call; every run of the tests can afford some of them. */
const STEP = Number(process.env.ROLLCALL_CRASH_STEP ?? 9);

const user = (n: number) => `users/5${String(n).padStart(20, '0')}`;
const seat = (n: number, rest: Partial<MembershipResource> = {}): MembershipResource => ({
  name: `${SPACE}/members/${user(n).slice('users/'.length)}`,
  state: 'JOINED',
  role: n === 1 ? 'ROLE_MANAGER' : 'ROLE_MEMBER',
  affiliation: 'INTERNAL',
  createTime: '2026-05-02T03:00:00Z',
  member: { name: user(n), type: 'HUMAN' },
  ...rest,
});
const LEFT = [7, 8];
const JOINED = [5, 6];
const WORKSPACE: Workspace = {
  caller: user(0),
  people: Array.from({ length: 10 }, (_, n) => ({
    name: user(n),
    type: 'HUMAN',
    displayName: `Person ${n}`,
  })),
  spaces: [{ name: SPACE, displayName: 'Crash', spaceType: 'SPACE' }],
  memberships: [
    ...[0, 1, 2, 3, 4, ...JOINED].map((n) => seat(n)),
    ...LEFT.map((n) => seat(n, { state: 'NOT_A_MEMBER', deleteTime: '2026-11-01T03:00:00Z' })),
  ],
};

/** Lists once, and then makes the sheet what it was before two people joined, two left and one became an owner. */
async function prepare({ emulator, editor }: UserSession): Promise<void> {
  const { spreadsheet } = emulator;
  expect((await editor('listMembers', SPACE, 'user', { changes: true })).outcome).toBe('completed');
  const columns = columnsOf(emulator, TAB, 'roster');
  const at = (key: string): number => columns.get(key) ?? 0;
  const yesterday = new Date('2026-10-30T00:00:00Z');
  const rows = ourRows(emulator, TAB, 'roster');
  rows.forEach(({ membership, digest }, index) => {
    const n = Number(membership?.display.slice(-2));
    spreadsheet.put(TAB, index + 2, at('seen'), yesterday);
    if (n === 1)
      spreadsheet.put(TAB, index + 2, at('digest'), (digest?.display ?? '').replace('owner', 'member'));
    const leaver = LEFT[JOINED.indexOf(n)];
    // Whoever has joined was not there; in their rows stand those who have left.
    if (leaver !== undefined) spreadsheet.put(TAB, index + 2, at('membership'), seat(leaver).name);
    spreadsheet.put(TAB, index + 2, FREE, `note ${leaver ?? n}`);
  });
}

/** What must be true in the end. */
function look({ emulator, workspace }: UserSession) {
  const rows = ourRows(emulator, TAB, 'roster').filter(({ membership }) => membership?.display !== '');
  const isGone = (text = ''): boolean => text.startsWith('No longer in');
  const notes = emulator.spreadsheet
    .cells(TAB)
    .slice(1)
    .map((cells) => cells[FREE - 1]?.display ?? '');
  return {
    present: rows
      .filter(({ state }) => !isGone(state?.display))
      .map(({ membership }) => membership?.display)
      .sort(),
    truth: truthOf(workspace, SPACE),
    gone: rows.filter(({ state }) => isGone(state?.display)).length,
    notes: rows.flatMap(({ membership }, index) => {
      const note = notes[index] ?? '';
      return note === '' || note === `note ${Number(membership?.display.slice(-2))}` ? [] : [note];
    }),
    changes: ourRows(emulator, 'Changes', 'change')
      .map(({ key }) => key?.display.split('|').slice(2).join(' ').slice(-17) ?? '')
      .sort(),
  };
}

async function refresh(session: UserSession, kill?: Kill) {
  const { emulator } = session;
  return emulator.run({
    function: 'listMembers',
    args: [SPACE],
    entry: 'editor',
    ...(kill === undefined ? {} : { kill }),
  });
}

/** As a person goes on: continues what is open, else asks again. */
async function goOn(session: UserSession): Promise<void> {
  session.clock.advance(8 * 60_000);
  const { job } = valueOf(await session.sidebar<Start>('sidebarStart'));
  if (job === null) expect((await refresh(session)).outcome).toBe('completed');
  else
    await finishJob(
      session.sidebar,
      valueOf(await session.sidebar<JobView>('sidebarStepJob', job.runId, true)),
    );
}

async function attempt(kill: Kill | null) {
  const session = await openSession({ workspace: WORKSPACE });
  try {
    await prepare(session);
    const { calls, outcome, log, error } = await refresh(session, kill ?? undefined);
    if (outcome === 'failed') throw new Error(JSON.stringify([log, error]));
    expect(outcome).toBe(kill === null ? 'completed' : 'killed');
    if (kill !== null) await goOn(session);
    return { calls, seen: look(session) };
  } finally {
    await session.close();
  }
}

test('killed and continued, everybody stands once, every change once, and every note beside its person', async () => {
  const { calls, seen: expected } = await attempt(null);
  expect(expected.present).toEqual(expected.truth);
  expect(expected).toMatchObject({ gone: 2, notes: [] });
  expect(expected.changes).toHaveLength(5);
  for (let atCall = 1; atCall <= calls.length; atCall += STEP) {
    const isBefore = atCall % 2 === 0;
    const kill: Kill = isBefore
      ? { atCall, when: 'before', applied: 1 }
      : { atCall, when: 'after', applied: 'all' };
    expect({ kill, seen: (await attempt(kill)).seen }).toEqual({ kill, seen: expected });
  }
}, 600_000);
