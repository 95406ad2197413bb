import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { ProbeState, SetupReport } from '../../src/core/contract';
import { judgeFailure } from '../../src/core/chat/problem';
import { catalogueFor } from '../../src/core/locales/catalogue';
import { DEFAULT_SCENARIO } from '../emulator/scenario/scenario';
import { FAULT_PRESETS, withFaultPreset, type FaultPresetName } from '../emulator/scenario/fault-presets';
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
  valueOf,
  type UserSession,
  type SessionOptions,
} from './front-door.testing';

const { launch, elsewhere } = SPACES;
const EVERYTHING = extended([CLOUD_PLATFORM, ADMIN_MEMBERSHIPS], [IAM_HOST]);
const ADMIN = 'users/100000000000000000002';
let session: UserSession | null = null;

afterEach(async () => {
  await session?.close();
  session = null;
});
afterAll(EVERYTHING.remove);

type As = 'user' | 'app' | 'admin';
type Probes = Readonly<Record<string, ProbeState>>;

async function openAs(as: As, options: SessionOptions = {}): Promise<UserSession> {
  const user = as === 'admin' ? { user: ADMIN } : {};
  const now = (session = await openSession({ project: EVERYTHING.project, ...user, ...options }));
  if (as !== 'user') valueOf(await now.sidebar('sidebarSaveSettings', as === 'app' ? AS_APP : AS_ADMIN));
  now.apis.resetCounts();
  return now;
}

const check = async (now: UserSession, space: string): Promise<SetupReport> =>
  valueOf(await now.sidebar<SetupReport>('sidebarCheckSetup', space));

const statesOf = ({ probes }: SetupReport): Probes =>
  Object.fromEntries(probes.map(({ id, state }) => [id, state]));

const GRANTED: Probes = {
  account: 'proven',
  memberships: 'proven',
  sheet: 'proven',
  sidebar: 'proven',
  me: 'proven',
  parallel: 'proven',
  continuing: 'proven',
  spaceNames: 'proven',
};
/** A space named that the person is in, and no fault preset. */
const WELL: Probes = {
  ...GRANTED,
  chatApi: 'proven',
  chatApp: 'notProven',
  space: 'proven',
  app: 'notNeeded',
  appInSpace: 'notNeeded',
  admin: 'notNeeded',
};
const SILENT: Probes = { chatApi: 'notProven', chatApp: 'notProven', space: 'notProven' };
const BLOCKED: Probes = { chatApi: 'failed', chatApp: 'notProven', space: 'notProven' };
const APP_WELL: Probes = { app: 'proven', appInSpace: 'proven' };

/** fault preset x probe -> what differs from `WELL`. `null`: the sidebar reaches nothing at all. */
const MATRIX: Readonly<Record<FaultPresetName, { as?: As; states: Probes | null }>> = {
  'chat-api-off': { states: BLOCKED },
  'app-not-configured': { states: { chatApp: 'failed', space: 'notProven' } },
  'chat-turned-off': { states: BLOCKED },
  'restricted-list': { states: { space: 'failed' } },
  'token-expired': { states: BLOCKED },
  'rate-limited': { states: SILENT },
  'server-errors': { states: SILENT },
  'network-down': { states: SILENT },
  'network-down-midway': { states: {} },
  'garbage-replies': { states: SILENT },
  'rough-weather': { states: {} },
  'slow-network': { states: {} },
  'daily-quota': { as: 'app', states: { app: 'notProven', appInSpace: 'notProven' } },
  'daily-quota-midway': { states: {} },
  'scope-refused-memberships': { states: { ...SILENT, memberships: 'failed' } },
  'scope-refused-spreadsheets': { states: { sheet: 'failed' } },
  'scope-refused-sidebar': { states: { sidebar: 'failed' } },
  'scope-refused-email': { states: { me: 'failed' } },
  'scope-refused-parallel': { states: { parallel: 'failed' } },
  'scope-refused-triggers': { states: { continuing: 'failed' } },
  'app-not-in-space': { as: 'app', states: { app: 'proven', appInSpace: 'failed' } },
  'cloud-identity-api-off': { states: {} },
  'iam-api-off': { as: 'app', states: { app: 'failed', appInSpace: 'notProven' } },
  'token-creator-missing': { as: 'app', states: { app: 'failed', appInSpace: 'notProven' } },
  'service-account-unknown': { as: 'app', states: { app: 'failed', appInSpace: 'notProven' } },
  'service-account-other-project': { as: 'app', states: { app: 'proven', appInSpace: 'failed' } },
  'not-an-admin': { as: 'admin', states: { admin: 'failed' } },
  'several-accounts': { states: null },
  'protected-sheet': { states: {} },
};

describe('Check set-up', () => {
  test.each(Object.entries(MATRIX))(
    'in this fault preset: %s',
    async (faultPreset, { as = 'user', states }) => {
      const now = await openAs(as);
      const scenario = withFaultPreset(DEFAULT_SCENARIO, faultPreset as FaultPresetName);
      now.apis.setScenario(scenario);
      now.emulator.setScenario(scenario);
      for (const scope of scenario.refusedScopes) {
        now.emulator.setGrant(`https://www.googleapis.com/auth/${scope}`, false);
      }
      now.apis.resetCounts();
      if (states === null) {
        const error = await now.sidebar('sidebarCheckSetup', launch).catch((thrown: unknown) => thrown);
        const problem = judgeFailure(
          { at: 'platform', message: String(error) },
          { identity: { as: 'user' } },
        );
        expect(problem.code).toBe('severalAccounts');
        return;
      }
      const report = await check(now, launch);
      expect(statesOf(report)).toEqual({ ...WELL, ...states });
      expect(now.apis.counts().requests).toBeLessThanOrEqual(3);
      for (const { state, problem, detail } of report.probes) {
        expect(detail).not.toBe('');
        if (state !== 'failed') continue;
        expect(problem?.cause).toMatch(/\S/);
        expect(problem?.nextStep).toMatch(/\S/);
        expect(problem?.whoText).toMatch(/\S/);
      }
    },
  );

  test('covers every fault preset of the emulator', () => {
    expect(Object.keys(MATRIX).sort()).toEqual(Object.keys(FAULT_PRESETS).sort());
  });

  test.each([
    ['user', WELL],
    ['app', { ...WELL, ...APP_WELL }],
    ['admin', { ...WELL, admin: 'proven' }],
  ] as const)('without fault preset, as %s', async (as, states) => {
    const now = await openAs(as);
    expect(statesOf(await check(now, launch))).toEqual(states);
    expect(now.apis.counts().requests).toBeLessThanOrEqual(3);
  });

  test('without a space proves what can be proven, and says what to name', async () => {
    const now = await openAs('app');
    const report = await check(now, '');
    expect(statesOf(report)).toEqual({ ...WELL, space: 'notProven', app: 'proven', appInSpace: 'notProven' });
    expect(report.text).toContain('Name a space you are in');
  });

  test('of a space that the person is not in says so', async () => {
    const now = await openAs('user');
    expect(statesOf(await check(now, elsewhere))).toEqual({ ...WELL, space: 'failed' });
  });

  test('looks at the app even where the person did not grant reading for themself', async () => {
    const now = await openAs('app', { scenario: { refusedScopes: ['chat.memberships.readonly'] } });
    expect(statesOf(await check(now, launch))).toEqual({
      ...WELL,
      ...SILENT,
      ...APP_WELL,
      memberships: 'failed',
    });
  });

  test('says that lines are missing in the manifest', async () => {
    const now = await openAs('app');
    now.emulator.setGrant(CLOUD_PLATFORM, false);
    const report = await check(now, launch);
    expect(report.probes.find(({ id }) => id === 'app')).toMatchObject({
      state: 'failed',
      problem: { code: 'appScopesMissing' },
    });
    expect(report.text).toContain(CLOUD_PLATFORM);
  });
});

describe.each(['en', 'ja'])('the text to pass on: %s', (locale) => {
  const { setup } = catalogueFor(locale);

  test.each(['user', 'app', 'admin'] as const)(
    'says the threat first, and holds nothing secret: as %s',
    async (as) => {
      const now = await openAs(as, { scenario: { locale } });
      const faulty = {
        ...now.scenario,
        faultPresets: ['restricted-list', 'service-account-unknown', 'not-an-admin'],
      };
      now.apis.setScenario(faulty);
      const { text, probes } = await check(now, launch);
      const build: unknown = expect.stringMatching(/[\da-f]{12}/);
      expect(text.split('\n').slice(0, 3)).toEqual([setup.title, build, setup.warning]);
      for (const { title, stateText } of probes) expect(text).toContain(`${stateText}: ${title}`);
      expect(text).not.toMatch(/@|ya29|orchard|佐藤|\d{15}/);
    },
  );

  test('names the Cloud project where an error does, and the page to open', async () => {
    const now = await openAs('user', { scenario: { locale, faultPresets: ['chat-api-off'] } });
    const { text } = await check(now, launch);
    expect(text).toContain('314159265358');
    expect(text).toContain(
      'https://console.developers.google.com/apis/api/chat.googleapis.com/overview?project=314159265358',
    );
  });

  test('is what the editor’s checkSetup prints', async () => {
    const now = await openAs('user', { scenario: { locale } });
    const result = await now.editor('checkSetup', launch);
    const report = result.value as SetupReport;
    expect(logOf(result)).toBe(report.text);
    expect(statesOf(report)).toEqual({ ...WELL, account: 'notNeeded' });
  });
});

test('checkSetup takes an identity, as the other functions of the editor do', async () => {
  const now = await openAs('admin');
  const asAdmin = (await now.editor('checkSetup', launch)).value as SetupReport;
  const asUser = (await now.editor('checkSetup', launch, 'user')).value as SetupReport;
  expect([statesOf(asAdmin).admin, statesOf(asUser).admin]).toEqual(['proven', 'notNeeded']);
  expect((await now.editor('checkSetup', launch, 'app')).outcome).toBe('failed');
});
