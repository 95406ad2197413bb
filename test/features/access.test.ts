import { afterEach, describe, expect, test } from '@jest/globals';
import type { Answer, JobView, Settings } from '../../src/core/contract';
import { movableClock } from '../emulator/clock';
import { SPACES } from '../emulator/workspace/invented';
import {
  ADMIN_MEMBERSHIPS,
  AS_ADMIN,
  AS_APP,
  CLOUD_PLATFORM,
  IAM_HOST,
  extended,
  logOf,
  openSession,
  problemOf,
  valueOf,
  type UserSession,
  type SessionOptions,
} from './front-door.testing';
import { START } from '../emulator.testing';
import { TEXTS } from './answers.testing';

let session: UserSession | null = null;
let remove: (() => void) | null = null;

/** Opens the add-on with the lines that the README names in its manifest. */
async function open(lines: 'none' | 'app' | 'admin', options: SessionOptions = {}): Promise<UserSession> {
  const scopes = { none: [], app: [CLOUD_PLATFORM], admin: [ADMIN_MEMBERSHIPS] }[lines];
  const variant = extended(scopes, lines === 'app' ? [IAM_HOST] : []);
  remove = variant.remove;
  return (session = await openSession({ project: variant.project, ...options }));
}

const save = (settings: Settings) => session!.sidebar<Settings>('sidebarSaveSettings', settings);

async function openAs(settings: Settings, options: SessionOptions = {}): Promise<UserSession> {
  const now = await open(settings.as === 'app' ? 'app' : 'admin', options);
  valueOf(await save(settings));
  now.apis.resetCounts();
  return now;
}

afterEach(async () => {
  await session?.close();
  remove?.();
  session = remove = null;
});

const { launch, sales, elsewhere, board } = SPACES;
const KEN = 'ken.mori@orchard.example';
const KEN_ID = '100000000000000000002';
/** The invented workspace's admin. */
const ADMIN = 'users/100000000000000000002';

const tokens = ({ apis }: UserSession) =>
  apis.counts().byMethod['iamcredentials.projects.serviceAccounts.generateAccessToken'] ?? 0;

describe('another identity stays off', () => {
  test.each([AS_APP, AS_ADMIN])('until the warning is confirmed: $as', async (settings) => {
    const { sidebar } = await open(settings.as === 'app' ? 'app' : 'admin');
    expect(problemOf(await save({ ...settings, confirmed: false }))).toMatchObject({ code: 'notConfirmed' });
    expect(valueOf(await sidebar('sidebarStart'))).toMatchObject({ settings: { as: 'user' } });
  });

  test.each([
    ['en', AS_APP, 'appScopesMissing', [CLOUD_PLATFORM, IAM_HOST]],
    ['ja', AS_APP, 'appScopesMissing', [CLOUD_PLATFORM, IAM_HOST]],
    ['en', AS_ADMIN, 'adminScopesMissing', [ADMIN_MEMBERSHIPS]],
    ['ja', AS_ADMIN, 'adminScopesMissing', [ADMIN_MEMBERSHIPS]],
  ] as const)(
    'while its lines are not in the manifest, and says which to add: %s, %j',
    async (locale, settings, code, lines) => {
      const { sidebar, apis, emulator } = await open('none', { scenario: { locale } });
      const problem = problemOf(await save(settings));
      expect(problem.code).toBe(code);
      for (const line of lines) expect(problem.nextStep).toContain(`"${line}"`);
      // Nothing in the manifest is left to grant: a consent page would not help.
      expect(problem.link).toBeUndefined();
      expect(valueOf(await sidebar('sidebarStart'))).toMatchObject({ settings: { as: 'user' } });
      expect(emulator.stores.properties()).toEqual([]);
      expect(apis.counts().requests).toBe(0);
    },
  );

  test('until its permission is granted, with the page for that', async () => {
    const { emulator } = await open('admin');
    emulator.setGrant(ADMIN_MEMBERSHIPS, false);
    const problem = problemOf(await save(AS_ADMIN));
    expect(problem).toMatchObject({ code: 'adminScopesMissing', link: { label: 'Grant what is missing' } });
    emulator.setGrant(ADMIN_MEMBERSHIPS, true);
    expect(valueOf(await save(AS_ADMIN))).toEqual(AS_ADMIN);
  });

  test('for a copy of the sheet, and for everybody else in it', async () => {
    const { emulator, sidebar } = await openAs(AS_ADMIN, { user: ADMIN });
    expect(valueOf(await sidebar('sidebarStart'))).toMatchObject({ settings: AS_ADMIN });
    emulator.setGrant(ADMIN_MEMBERSHIPS, true, 'users/100000000000000000001');
    expect(await emulator.runFromPage('sidebarStart', [], 'users/100000000000000000001')).toMatchObject({
      value: { settings: { as: 'user', confirmed: false } },
    });
    // Settings lie under the id of the spreadsheet, in the properties of the person.
    const stored = emulator.stores.properties().filter(({ key }) => key.startsWith('rollcall.settings.'));
    expect(stored).toMatchObject([
      {
        store: `user ${ADMIN}`,
        key: 'rollcall.settings.emulator-spreadsheet',
        value: JSON.stringify(AS_ADMIN),
      },
    ]);
  });

  test('names who can edit the sheet', async () => {
    const { sidebar } = await open('none');
    expect(valueOf(await sidebar<readonly string[] | null>('sidebarEditors'))).toContain(KEN);
  });

  test('names nobody where the sheet may not be read', async () => {
    const { sidebar } = await open('none', { scenario: { refusedScopes: ['spreadsheets.currentonly'] } });
    expect(valueOf(await sidebar('sidebarEditors'))).toBeNull();
  });
});

describe('as the Chat app', () => {
  test('a question is asked with the service account’s token, and the row says so', async () => {
    const now = await openAs(AS_APP);
    const answer = await now.ask(launch, KEN_ID);
    expect(answer).toMatchObject({ verdict: 'member', as: 'app', displayName: 'Ken Mori' });
    expect(now.apis.counts().log).toEqual([
      {
        line: `POST /v1/projects/-/serviceAccounts/${encodeURIComponent(AS_APP.serviceAccount)}:generateAccessToken`,
        as: 'user',
        status: 200,
      },
      { line: `GET /v1/${launch}/members/${KEN_ID}`, as: 'app', status: 200 },
    ]);
    valueOf(await now.sidebar('sidebarWrite', answer));
    expect(now.emulator.spreadsheet.display('Memberships')[1]).toContain(TEXTS.en.askedAs.app);
  });

  test('the token is kept in the person’s cache alone, until shortly before it ends', async () => {
    const now = await openAs(AS_APP);
    await now.ask(launch, KEN_ID);
    await now.ask(launch, KEN_ID);
    expect(tokens(now)).toBe(1);
    expect(now.emulator.stores.cache().filter(({ value }) => value.includes('ya29'))).toMatchObject([
      { store: `user ${now.workspace.caller}`, key: 'rollcall.appToken' },
    ]);
    now.clock.advance(54 * 60_000);
    await now.ask(launch, KEN_ID);
    expect(tokens(now)).toBe(1);
    now.clock.advance(2 * 60_000);
    expect(await now.ask(launch, KEN_ID)).toMatchObject({ verdict: 'member' });
    expect(tokens(now)).toBe(2);
  });

  test('another service account has a token of its own', async () => {
    const now = await openAs(AS_APP);
    await now.ask(launch, KEN_ID);
    valueOf(await save({ ...AS_APP, serviceAccount: 'other@another-project.iam.gserviceaccount.com' }));
    const answer = await now.ask(launch, KEN_ID);
    expect(tokens(now)).toBe(2);
    expect(answer).toMatchObject({ verdict: 'unchecked', problem: { code: 'appNotInSpace' } });
    expect(answer.problem?.cause).toMatch(/another Cloud project/);
  });

  test('a token that comes when another service account has been named meanwhile is not used for that one', async () => {
    const other = { ...AS_APP, serviceAccount: 'other@another-project.iam.gserviceaccount.com' };
    const clock = movableClock(START);
    let change: (() => Promise<unknown>) | null = null;
    /** The first wait is for the token. */
    const sleep: typeof clock.sleep = async (...given) => {
      await clock.sleep(...given);
      const now = change;
      change = null;
      await now?.();
    };
    const now = await openAs(AS_APP, { clock: { ...clock, sleep }, scenario: { latencyMs: 200 } });
    change = () => save(other);
    expect(await now.ask(launch, KEN_ID)).toMatchObject({ verdict: 'member' });
    expect(change).toBeNull();
    expect(await now.ask(launch, KEN_ID)).toMatchObject({
      verdict: 'unchecked',
      problem: { code: 'appNotInSpace' },
    });
    expect(tokens(now)).toBe(2);
  });

  test('many rows go side by side with the same token', async () => {
    const now = await openAs(AS_APP);
    const ids = ['01', '03', '04', '05'].map((end) => `1000000000000000000${end}`);
    now.emulator.spreadsheet.addTab('People', [
      [launch, KEN_ID],
      [sales, ids[0]],
      ...ids.map((id) => [launch, id]),
    ]);
    now.select('People', ['A:B']);
    expect(valueOf(await now.sidebar<JobView>('sidebarStartJob', ''))).toMatchObject({ state: 'done' });
    expect(tokens(now)).toBe(1);
    const chat = now.apis.counts().log.filter(({ line }) => line.startsWith('GET'));
    expect([...new Set(chat.map(({ as }) => as))]).toEqual(['app']);
    expect(now.emulator.spreadsheet.display('People').map((row) => row[row.length - 2])).toEqual(
      Array.from({ length: 6 }, () => TEXTS.en.askedAs.app),
    );
  });

  test.each([
    ['app', 'appCannotSeeApps', 0],
    ['groups/03orchardpickers', 'appCannotSeeGroups', 0],
    [KEN, 'appCannotUseEmail', 1],
    ['100000000000000000007', 'appSeesJoinedOnly', 1],
    ['100000000000000000041', 'appSeesJoinedOnly', 1],
  ])('%s is not called absent: %s', async (member, code, requests) => {
    const now = await openAs(AS_APP, { scenario: { assumptions: { 'app-email-alias': 'refused' } } });
    const answer = await now.ask(launch, member);
    expect(answer).toMatchObject({ verdict: 'unchecked', as: 'app', problem: { code } });
    expect(now.apis.counts().byMethod['chat.spaces.members.get'] ?? 0).toBe(requests);
    if (requests === 0) expect(now.apis.counts().requests).toBe(0);
  });

  test.each([
    ['iam-api-off', 'iamApiOff', /Cloud project 314159265358/],
    ['token-creator-missing', 'tokenCreatorMissing', /Service Account Token Creator/],
    ['service-account-unknown', 'serviceAccountUnknown', /typo/],
    ['service-account-other-project', 'appNotInSpace', /another Cloud project/],
    ['app-not-in-space', 'appNotInSpace', /belongs to/],
  ])('with this fault preset: %s', async (faultPreset, code, catalogue) => {
    const now = await openAs(AS_APP, { scenario: { faultPresets: [faultPreset] } });
    const { problem, verdict } = await now.ask(launch, KEN_ID);
    expect([verdict, problem?.code]).toEqual(['unchecked', code]);
    expect(`${problem?.cause ?? ''} ${problem?.nextStep ?? ''}`).toMatch(catalogue);
    expect(now.emulator.stores.cloudLog()).toEqual([]);
  });

  test('needs no permission to read memberships of one’s own', async () => {
    const now = await openAs(AS_APP, { scenario: { refusedScopes: ['chat.memberships.readonly'] } });
    expect(await now.ask(launch, KEN_ID)).toMatchObject({ verdict: 'member', as: 'app' });
  });

  test('a refused token is forgotten, so that the next question gets a new one', async () => {
    const now = await openAs(AS_APP);
    await now.ask(launch, KEN_ID);
    now.apis.setScenario({ ...now.scenario, faultPresets: ['token-expired'] });
    expect(await now.ask(launch, KEN_ID)).toMatchObject({ problem: { code: 'tokenInvalid' } });
    now.apis.setScenario(now.scenario);
    expect(await now.ask(launch, KEN_ID)).toMatchObject({ verdict: 'member' });
    expect(tokens(now)).toBe(2);
  });
});

describe('as an admin', () => {
  const asAdmin = (options: SessionOptions = {}) => openAs(AS_ADMIN, { user: ADMIN, ...options });

  test('a space is seen that the person is not in, and the row says as whom', async () => {
    const now = await asAdmin();
    const answer = await now.ask(elsewhere, 'lena.fischer@orchard.example');
    expect(answer).toMatchObject({ verdict: 'member', as: 'admin' });
    expect(now.apis.counts().log).toEqual([
      {
        line: `GET /v1/${elsewhere}/members/lena.fischer%40orchard.example?useAdminAccess=true`,
        as: 'admin',
        status: 200,
      },
    ]);
    valueOf(await now.sidebar('sidebarWrite', answer));
    expect(now.emulator.spreadsheet.display('Memberships')[1]).toContain(TEXTS.en.askedAs.admin);
  });

  test('a restricted member list is read', async () => {
    const { ask } = await asAdmin();
    expect(await ask(board, 'amara.okafor@orchard.example')).toMatchObject({ verdict: 'member' });
  });

  test('somebody who is not there is found not to be there, with the filter that admin access demands', async () => {
    const { ask, apis } = await asAdmin();
    expect(await ask(launch, 'lena.fischer@orchard.example')).toMatchObject({ verdict: 'notMember' });
    expect(apis.counts().log[1]?.line).toContain('filter=member.type+%21%3D+%22BOT%22');
  });

  test.each([
    ['app', 'adminCannotSeeApps', 0],
    ['109000000000000000001', 'adminCannotSeeApps', 1],
  ])('an app is not called absent: %s', async (member, code, requests) => {
    const { ask, apis } = await asAdmin();
    expect(await ask(launch, member)).toMatchObject({ verdict: 'unchecked', problem: { code } });
    expect(apis.counts().requests).toBe(requests);
  });

  test.each(['en', 'ja'])('by somebody who is none, the answer says who can help: %s', async (locale) => {
    const { ask, sidebar, emulator } = await openAs(AS_ADMIN, { scenario: { locale } });
    const answer = await ask(launch, KEN);
    expect(answer).toMatchObject({
      verdict: 'unchecked',
      as: 'admin',
      problem: { code: 'adminNeeded', who: 'workspaceAdmin' },
    });
    emulator.spreadsheet.addTab('People', [
      [launch, KEN],
      [launch, 'me'],
    ]);
    emulator.spreadsheet.select('People', ['A:B']);
    expect(valueOf(await sidebar<JobView>('sidebarStartJob', ''))).toMatchObject({
      state: 'stopped',
      done: 0,
      problem: { code: 'adminNeeded' },
    });
  });
});

describe('in the editor', () => {
  test('the identity is an argument: the confirmed one, or oneself', async () => {
    const { editor, apis, emulator } = await openAs(AS_ADMIN, { user: ADMIN });
    for (const as of ['admin', 'user', undefined]) {
      expect((await editor('getMembership', launch, 'me', as)).outcome).toBe('completed');
    }
    expect(apis.counts().log.map(({ as }) => as)).toEqual(['admin', 'user', 'admin']);
    expect(emulator.spreadsheet.display('Memberships')).toHaveLength(2);
    expect((await editor('getMembership', launch, 'me', 'app')).error?.message).toMatch(/not switched on/);
  });

  test.each(['getMembership', 'lookUp'])('%s answers the open rows as whom it is told', async (name) => {
    const { editor, apis, emulator } = await openAs(AS_ADMIN, { user: ADMIN });
    // The editor sees no selection: what is open to it is the first tab.
    const tab = 'Memberships';
    emulator.spreadsheet.renameTab('Sheet1', tab);
    [
      ['Space', 'Member'],
      [launch, KEN],
    ].forEach((row, index) => {
      row.forEach((text, column) => {
        emulator.spreadsheet.type(tab, index + 1, column + 1, text);
      });
    });
    const args = name === 'lookUp' ? ['user'] : [null, null, 'user'];
    expect((await editor(name, ...args)).outcome).toBe('completed');
    expect(apis.counts().log.map(({ as }) => as)).toEqual(['user']);
    expect(emulator.spreadsheet.display('Memberships')[1]).toContain(TEXTS.en.askedAs.user);
  });
});

describe('a trigger', () => {
  test.each([
    [AS_APP, undefined],
    [AS_ADMIN, ADMIN],
  ])('never asks as another identity: $as', async (settings, user) => {
    const now = await openAs(settings, user === undefined ? {} : { user });
    now.emulator.spreadsheet.addTab('People', [[launch, KEN_ID]]);
    now.select('People', ['A:B']);
    now.apis.setScenario({ ...now.scenario, faultPresets: ['network-down'] });
    const view = valueOf(await now.sidebar<JobView>('sidebarStartJob', ''));
    expect(view.done).toBe(0);
    expect(now.emulator.stores.triggers()).toEqual([]);
    now.apis.setScenario(now.scenario);
    now.apis.resetCounts();
    const who = user === undefined ? {} : { user };
    const result = await now.emulator.run({ function: 'continueOnTrigger', entry: 'trigger', ...who });
    expect(result.outcome).toBe('completed');
    expect(now.apis.counts().requests).toBe(0);
    expect(valueOf(await now.sidebar<JobView>('sidebarStepJob', view.runId))).toMatchObject({
      state: 'done',
    });
  });

  test('cannot go on with what somebody else confirmed, nor can a colleague', async () => {
    const now = await openAs(AS_ADMIN, { user: ADMIN });
    now.emulator.spreadsheet.addTab('People', [[launch, KEN_ID]]);
    now.select('People', ['A:B']);
    now.apis.setScenario({ ...now.scenario, faultPresets: ['network-down'] });
    const view = valueOf(await now.sidebar<JobView>('sidebarStartJob', ''));
    now.apis.setScenario(now.scenario);
    const hana = now.workspace.caller;
    for (const scope of now.emulator.scopes()) now.emulator.setGrant(scope, true, hana);
    now.clock.advance(8 * 60_000);
    expect(await now.emulator.runFromPage('sidebarStepJob', [view.runId], hana)).toMatchObject({
      ok: false,
      problem: { code: 'notConfirmed' },
    });
  });
});

describe('a service account that cannot be one is refused and not stored', () => {
  const KEY = `{"type": "service_account", "private_key": "-----BEGIN PRIVATE KEY-----\\nMIIcanary\\n-----END PRIVATE KEY-----\\n"}`;
  test.each([
    ['', 'serviceAccountMissing'],
    ['rollcall-app@orchard-project.iam.gserviceacount.com', 'serviceAccountMalformed'],
    ['hana.sato@orchard.example', 'serviceAccountMalformed'],
    [KEY, 'privateKeyPasted'],
    ['-----BEGIN PRIVATE KEY-----', 'privateKeyPasted'],
  ])('%j: %s', async (serviceAccount, code) => {
    const { sidebar, emulator } = await open('app');
    const problem = problemOf(await save({ ...AS_APP, serviceAccount }));
    expect(problem.code).toBe(code);
    expect(JSON.stringify(problem)).not.toContain('canary');
    expect(emulator.stores.properties()).toEqual([]);
    expect(emulator.stores.cloudLog()).toEqual([]);
    expect(valueOf(await sidebar('sidebarStart'))).toMatchObject({ settings: { as: 'user' } });
  });

  test.each([
    ['en', /Delete this key/],
    ['ja', /削除/],
  ])(
    'and whoever pasted a key is told to delete it, with the page for that: %s',
    async (locale, catalogue) => {
      await open('app', { scenario: { locale } });
      const problem = problemOf(await save({ ...AS_APP, serviceAccount: KEY }));
      expect(problem.nextStep).toMatch(catalogue);
      expect(problem.link?.url).toBe('https://console.cloud.google.com/iam-admin/serviceaccounts');
      // Also where it was pasted while asking as oneself.
      expect(problemOf(await save({ as: 'user', serviceAccount: KEY, confirmed: false }))).toEqual(problem);
    },
  );

  test('one with a typo that is well-formed is found out by Google', async () => {
    const now = await open('app');
    valueOf(await save({ ...AS_APP, serviceAccount: 'rolcall-app@orchard-project.iam.gserviceaccount.com' }));
    const answer: Answer = await now.ask(launch, KEN_ID);
    expect(answer.problem).toMatchObject({ code: 'serviceAccountUnknown', who: 'cloudProjectOwner' });
  });
});

test('back as oneself, nothing of the other identity is used or kept in the cache', async () => {
  const now = await openAs(AS_APP);
  await now.ask(launch, KEN_ID);
  valueOf(await save({ as: 'user', serviceAccount: '', confirmed: false }));
  expect(now.emulator.stores.cache().filter(({ value }) => value.includes('ya29'))).toEqual([]);
  expect(await now.ask(launch, KEN_ID)).toMatchObject({ as: 'user' });
  expect(logOf(await now.editor('getMembership', launch, KEN, 'app'))).toContain('not switched on');
});
