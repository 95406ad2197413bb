import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type {
  Answer,
  EraseSummary,
  JobView,
  Roster,
  Start,
  TableInfo,
  WhereStep,
} from '../../src/core/contract';
import { newRecord, writeRecord } from '../../src/core/job/record';
import { problemOf } from '../../src/core/chat/problem';
import { DEFAULT_SCENARIO } from '../emulator/scenario/scenario';
import { FAULT_PRESETS, withFaultPreset, type FaultPresetName } from '../emulator/scenario/fault-presets';
import type { Workspace } from '../emulator/workspace/workspace';
import {
  ADMIN_MEMBERSHIPS,
  CLOUD_PLATFORM,
  IAM_HOST,
  extended,
  openSession,
  type UserSession,
} from './front-door.testing';
import { finishJob } from './roster.testing';

/** Planted in every name, address, id and made-up key; `ya29` begins every token of the emulator. */
const CANARY = /canary(?!Passed)|4224224224|ya29/i;
const ID = (n: number) => `42242242240000000000${n}`;
const MAIL = (n: number) => `canary-${n}@orchard.example`;

const person = (n: number) => ({
  name: `users/${ID(n)}`,
  type: 'HUMAN',
  displayName: `Canary Name ${n}`,
  email: MAIL(n),
  avatarUrl: 'https://lh3.googleusercontent.com/canary',
});
const ROBOT = { name: `users/${ID(9)}`, type: 'BOT', displayName: 'Canary Robot' };
/** An id of a space is a parameter of a job and tells nothing about people; its name may. */
const SPACE = 'spaces/AAAAorchard01';
const CLOSED = 'spaces/AAAAorchard02';
const SERVICE_ACCOUNT = 'canary-app@canary-project.iam.gserviceaccount.com';

const membership = (member: { name: string }, rest: object = {}, space = SPACE) => ({
  name: `${space}/members/${member.name.replace('users/', '')}`,
  state: 'JOINED',
  role: 'ROLE_MEMBER',
  createTime: '2026-03-02T09:30:00Z',
  affiliation: 'INTERNAL',
  member: { name: member.name },
  ...rest,
});

const CANARIES: Workspace = {
  caller: person(1).name,
  people: [person(1), person(2), person(3), person(4), ROBOT],
  spaces: [
    { name: SPACE, displayName: 'Canary Space', spaceType: 'SPACE' },
    { name: CLOSED, displayName: 'Canary Closed', spaceType: 'SPACE' },
  ],
  memberships: [
    membership(person(1), { role: 'ROLE_MANAGER' }),
    membership(person(2)),
    membership(person(3), { state: 'INVITED' }),
    membership(ROBOT),
    membership(person(4), {}, CLOSED),
    {
      name: `${SPACE}/members/group-canary`,
      state: 'JOINED',
      createTime: '2026-03-02T09:30:00Z',
      groupMember: { name: 'groups/canary' },
    },
  ],
  app: ROBOT.name,
  admins: [person(1).name],
  serviceAccounts: [{ email: SERVICE_ACCOUNT, tokenCreators: [person(1).name], sameProject: true }],
};

const PROJECT = extended([CLOUD_PLATFORM, ADMIN_MEMBERSHIPS], [IAM_HOST]);
const AS = {
  user: { as: 'user', serviceAccount: '', confirmed: false },
  app: { as: 'app', serviceAccount: SERVICE_ACCOUNT, confirmed: true },
  admin: { as: 'admin', serviceAccount: '', confirmed: true },
} as const;

let session: UserSession | null = null;

afterEach(async () => {
  await session?.close();
  session = null;
});
afterAll(PROJECT.remove);

const ROWS = [
  ['Space', 'Who'],
  [SPACE, MAIL(1)],
  [SPACE, ID(2)],
  [SPACE, MAIL(3)],
  [SPACE, MAIL(4)],
  [SPACE, 'groups/canary'],
  [SPACE, 'app'],
  [CLOSED, MAIL(4)],
  [SPACE, 'Canary Name 2'],
  [SPACE, 'me'],
];

/** A tab may be named after a person. */
const TAB = 'Canary 4';

/** Functions of the editor that print answers, since that is what they are for. Nothing else may. */
const PRINTING = ['getMembership', 'whereIs'];

/** Does something, whatever comes of it, and looks for what it left behind. */
async function quietly(now: UserSession, work: () => Promise<unknown>): Promise<void> {
  await work().catch(() => undefined);
  inspect(now);
}

/** The doors behind which something is printed, stored or written. */
async function useWhatWrites(now: UserSession, rows: readonly (readonly string[])[]): Promise<void> {
  const { emulator, sidebar, editor, select } = now;
  const [, [space = '', member = ''] = []] = rows;
  await quietly(now, async () => {
    const reply = await sidebar<Answer>('sidebarLookUp', { space, member });
    if (reply.ok) await sidebar('sidebarWrite', reply.value);
  });
  for (const [asked, who] of rows.slice(1)) await quietly(now, () => editor('getMembership', asked, who));
  emulator.spreadsheet.addTab(TAB, rows);
  select(TAB, ['A:B']);
  await quietly(now, async () => {
    const started = await sidebar<JobView>('sidebarStartJob', '');
    if (!started.ok || started.value.state === 'done') return;
    inspect(now);
    await sidebar('sidebarPauseJob', started.value.runId);
  });
  await quietly(now, () => editor('checkSetup', CLOSED));
  await quietly(now, () =>
    sidebar('sidebarSaveSettings', { ...AS.app, serviceAccount: 'canary PRIVATE KEY' }),
  );
}

/** All the others. */
async function useTheRest(now: UserSession): Promise<void> {
  const { emulator, sidebar, editor, menu } = now;
  await quietly(now, () => emulator.open());
  await quietly(now, () => sidebar('sidebarStart'));
  await quietly(now, () => sidebar('sidebarSelection', ''));
  await quietly(now, () => sidebar('sidebarEditors'));
  await quietly(now, () => sidebar('sidebarSpaces', ''));
  await quietly(now, () => sidebar('sidebarNameSpaces', [SPACE]));
  await quietly(now, async () => {
    const roster = await sidebar<Roster>('sidebarListMembers', SPACE);
    inspect(now);
    if (roster.ok) await sidebar('sidebarWriteRoster', roster.value, { changes: true });
  });
  await quietly(now, async () => {
    const started = await sidebar<JobView>('sidebarStartRoster', { of: 'mine' }, { directMessages: true });
    if (started.ok && started.value.state !== 'done') await sidebar('sidebarCancelJob', started.value.runId);
  });
  await quietly(now, () => sidebar('sidebarKnownSpaces'));
  await quietly(now, () => editor('listMembers', CLOSED));
  await quietly(now, () => editor('listMembers', SPACE));
  await quietly(now, () => editor('listSpaces'));
  await quietly(now, () => sidebar('sidebarCheckSetup', SPACE));
  await useLists(now);
  await quietly(now, () => editor('lookUp'));
  await quietly(now, () => menu('continueLookUp'));
  await quietly(now, () => emulator.run({ function: 'continueOnTrigger', entry: 'trigger' }));
}

/** Comparing, finding, writing beside a row, exporting, erasing. */
async function useLists(now: UserSession): Promise<void> {
  const { emulator, sidebar, editor, select } = now;
  const people = 'Canary 5';
  emulator.spreadsheet.addTab(people, [
    ['Who', 'Given'],
    ...[1, 2, 3, 4].map((n) => [MAIL(n), `Canary Name ${n}`]),
  ]);
  select(people, ['A2:A5']);
  await quietly(now, () => sidebar('sidebarSelection', SPACE));
  await quietly(now, async () => {
    const started = await sidebar<JobView>('sidebarStartCompare', SPACE, undefined);
    inspect(now);
    if (!started.ok) return;
    const { tabId, startedAt } = await finishJob(sidebar, started.value);
    inspect(now);
    await sidebar('sidebarComparison', { tab: tabId, space: SPACE, since: startedAt });
    inspect(now);
    await sidebar('sidebarExceptions', tabId, startedAt);
    await sidebar('sidebarShow', { tab: tabId, since: startedAt, verdict: 'notMember' });
  });
  select(people, ['B2:B5']);
  await quietly(now, () => sidebar('sidebarCompareNames', SPACE));
  await quietly(now, () => sidebar('sidebarCompareNames', 'Canary Space'));
  select(people, ['A2']);
  await quietly(now, async () => {
    const start = await sidebar<Start>('sidebarStart');
    const answer = await sidebar<Answer>('sidebarLookUp', { space: SPACE, member: MAIL(2) });
    if (!start.ok || !answer.ok) return;
    const at = start.value.question?.at ?? null;
    const written = await sidebar('sidebarWrite', answer.value, at);
    inspect(now);
    if (written.ok) await sidebar('sidebarUndoWrite', answer.value, written.value);
  });
  for (const member of [MAIL(3), 'Canary Name 2', 'me']) {
    await quietly(now, () =>
      sidebar<WhereStep>('sidebarWhere', { member, spaces: [SPACE, CLOSED], pace: null }),
    );
    await quietly(now, () => editor('whereIs', member));
  }
  await quietly(now, () => editor('compareWithSpace', SPACE));
  await quietly(now, () => editor('compareWithSpace', 'Canary Closed'));
  await quietly(now, () => sidebar('sidebarStartSpaces', { directMessages: true }));
  for (const of of ['listed', 'unlisted', 'selected'])
    await quietly(now, async () => {
      const started = await sidebar<JobView>('sidebarStartRoster', { of }, { changes: true });
      if (started.ok) await finishJob(sidebar, started.value);
    });
  await quietly(now, () => sidebar('sidebarSelectedSpaces'));
  await quietly(now, async () => {
    const tables = await sidebar<readonly TableInfo[]>('sidebarTables');
    if (!tables.ok) return;
    for (const { tab } of tables.value) {
      await sidebar('sidebarExport', tab);
      await sidebar('sidebarShowTab', tab);
    }
  });
}

/** Takes everything of ours away; what is left behind then is looked at like the rest. */
async function eraseAll(now: UserSession): Promise<void> {
  const { sidebar } = now;
  await quietly(now, async () => {
    const summary = await sidebar<EraseSummary>('sidebarEraseSummary');
    inspect(now);
    if (summary.ok) await sidebar('sidebarErase', summary.value);
  });
}

/** Looks into everything that outlives an execution. */
function inspect({ emulator }: UserSession): void {
  const { stores, spreadsheet } = emulator;
  expect(stores.cloudLog(PRINTING).join('\n')).not.toMatch(CANARY);
  for (const { store, key, value } of stores.properties()) {
    expect(key).not.toMatch(CANARY);
    // As whom somebody asks is a setting of their own; a job remembers as whom it was started.
    const said =
      store.startsWith('user ') || key === 'rollcall.job' ? value.replaceAll(SERVICE_ACCOUNT, '') : value;
    expect(said).not.toMatch(CANARY);
  }
  for (const { store, key, value } of stores.cache()) {
    if (key === 'rollcall.appToken' && store.startsWith('user ')) continue;
    expect(`${key} ${value}`).not.toMatch(CANARY);
  }
  for (const { name } of spreadsheet.tabs()) {
    for (const row of spreadsheet.cells(name)) for (const { note } of row) expect(note).toBe('');
  }
  // The name of a tab is what somebody asked for; what we write beside it is not.
  for (const { key, value } of spreadsheet.metadata()) expect(`${key} ${value}`).not.toMatch(CANARY);
}

describe('nothing about people, and no token, is left behind', () => {
  test.each(['user', 'app', 'admin'] as const)(
    'when all is well, as %s',
    async (as) => {
      const now = (session = await openSession({ project: PROJECT.project, workspace: CANARIES }));
      await now.sidebar('sidebarSaveSettings', AS[as]);
      await useWhatWrites(now, ROWS);
      await useTheRest(now);
      // The check can fail: what it looks for was there to be found.
      expect(JSON.stringify(now.emulator.spreadsheet.cells('Memberships'))).toMatch(CANARY);
      expect(now.apis.counts().requests).toBeGreaterThan(8);
      const tabs = now.emulator.spreadsheet.tabs().map(({ name }) => name);
      expect(tabs).toEqual(expect.arrayContaining(['Spaces', 'Not on your list']));
      expect(tabs.some((name) => name.startsWith('Members of'))).toBe(true);
      // An admin would need one more permission to find spaces.
      expect(tabs.includes('Spaces of me')).toBe(as !== 'admin');
      await eraseAll(now);
    },
    120_000,
  );

  test.each(Object.keys(FAULT_PRESETS))(
    'in this fault preset: %s',
    async (faultPreset) => {
      const scenario = withFaultPreset(DEFAULT_SCENARIO, faultPreset as FaultPresetName);
      const now = (session = await openSession({ project: PROJECT.project, workspace: CANARIES, scenario }));
      const as = /service|iam|token-creator|daily|app-not-in/.test(faultPreset)
        ? 'app'
        : faultPreset === 'not-an-admin'
          ? 'admin'
          : 'user';
      await now.sidebar('sidebarSaveSettings', AS[as]).catch(() => undefined);
      await useWhatWrites(now, [
        ['Space', 'Who'],
        [CLOSED, MAIL(4)],
      ]);
    },
    120_000,
  );
});

test('a job’s record keeps neither Google’s own words nor what was typed', () => {
  const lease = { owner: 'owner', key: 'key', at: 0 };
  const record = newRecord(
    { runId: 'run-abcdefgh', kind: 'look-up', identity: { as: 'user' }, work: {} },
    lease,
  );
  const problem = problemOf(
    'adminDenied',
    { value: 'canary', caller: 'admin' },
    'Denied for canary@orchard.example',
  );
  expect(problem.original).toMatch(CANARY);
  const written = writeRecord({ ...record, problem });
  expect(written).not.toMatch(CANARY);
  expect(JSON.parse(written)).toMatchObject({
    problem: { code: 'adminDenied', params: { caller: 'admin' } },
  });
});
