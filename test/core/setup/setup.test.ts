import { describe, expect, test } from '@jest/globals';
import type { Identity } from '../../../src/core/chat/identity';
import type { ChatPort, Failure } from '../../../src/core/ports';
import { problemOf, ProblemError, type Problem } from '../../../src/core/chat/problem';
import { probeSetup, reportOf, type ProbeId, type SetupFacts } from '../../../src/core/setup/setup';
import { catalogueFor } from '../../../src/core/locales/catalogue';

const USER: Identity = { as: 'user' };
const APP: Identity = { as: 'app', serviceAccount: 'rollcall@example-project.iam.gserviceaccount.com' };
const ADMIN: Identity = { as: 'admin' };

type Reaction = 'ok' | Failure | Problem;
const api = (httpStatus: number, message: string, rest: Partial<Failure> = {}): Failure => ({
  at: 'api',
  httpStatus,
  message,
  ...rest,
});
const NOT_FOUND = api(404, 'Requested entity was not found.', { status: 'NOT_FOUND' });
const DENIED = api(403, 'Permission denied', { status: 'PERMISSION_DENIED' });
const OFF = api(403, 'Google Chat API has not been used in project 1234567 before or it is disabled.', {
  reason: 'SERVICE_DISABLED',
  metadata: { service: 'chat.googleapis.com', consumer: 'projects/1234567' },
});
const UNCONFIGURED = api(404, 'Google Chat app not found. To create a Chat app, you must turn on the API.');
const DOWN: Failure = { at: 'network', message: 'Address unavailable: https://chat.googleapis.com/' };
const NO_ADMIN = api(403, "This method doesn't support non-admin user authentication");

function chatThat(reactions: Partial<Record<Identity['as'], Reaction>>): ChatPort & { sent: number } {
  return {
    sent: 0,
    batchSize: 1,
    fetchQuotaUsedUp: false,
    send(requests, identity) {
      const reaction = reactions[identity.as] ?? 'ok';
      if (typeof reaction === 'object' && 'code' in reaction) throw new ProblemError(reaction);
      this.sent += requests.length;
      return requests.map(() =>
        reaction === 'ok' ? { ok: true, body: { memberships: [] } } : { ok: false, failure: reaction },
      );
    },
  };
}

interface Case {
  readonly faultPreset: string;
  readonly refused?: readonly string[];
  readonly as?: Identity;
  readonly space?: string | null;
  readonly reactions?: Partial<Record<Identity['as'], Reaction>>;
  readonly expected: Partial<Record<ProbeId, string>>;
}

/** fault preset x probe -> state; probes not named are proven (permissions) or not needed (other identities). */
const MATRIX: readonly Case[] = [
  { faultPreset: 'none', expected: { chatApi: 'proven', chatApp: 'notProven', space: 'proven' } },
  {
    faultPreset: 'no space named, and nobody has the space that is asked for',
    space: null,
    reactions: { user: NOT_FOUND },
    expected: { chatApi: 'proven', chatApp: 'notProven', space: 'notProven' },
  },
  {
    faultPreset: 'the API is off',
    reactions: { user: OFF },
    expected: { chatApi: 'failed', chatApp: 'notProven', space: 'notProven' },
  },
  {
    faultPreset: 'the app is not configured',
    reactions: { user: UNCONFIGURED },
    expected: { chatApi: 'proven', chatApp: 'failed', space: 'notProven' },
  },
  {
    faultPreset: 'the space is closed to the person',
    reactions: { user: DENIED },
    expected: { chatApi: 'proven', chatApp: 'notProven', space: 'failed' },
  },
  {
    faultPreset: 'the network is down',
    reactions: { user: DOWN },
    expected: { chatApi: 'notProven', chatApp: 'notProven', space: 'notProven' },
  },
  {
    faultPreset: 'the permission to read memberships was refused',
    refused: ['chat.memberships.readonly'],
    expected: { memberships: 'failed', chatApi: 'notProven', chatApp: 'notProven', space: 'notProven' },
  },
  ...(
    [
      ['sheet', 'spreadsheets.currentonly'],
      ['sidebar', 'script.container.ui'],
      ['me', 'userinfo.email'],
      ['parallel', 'script.external_request'],
      ['continuing', 'script.scriptapp'],
      ['spaceNames', 'chat.spaces.readonly'],
    ] as const
  ).map(([probe, scope]) => ({
    faultPreset: `${scope} was refused`,
    refused: [scope],
    expected: { [probe]: 'failed', chatApi: 'proven', chatApp: 'notProven', space: 'proven' },
  })),
  {
    faultPreset: 'none, as the app',
    as: APP,
    expected: {
      chatApi: 'proven',
      chatApp: 'notProven',
      space: 'proven',
      app: 'proven',
      appInSpace: 'proven',
    },
  },
  {
    faultPreset: 'no role on the service account',
    as: APP,
    reactions: { app: problemOf('tokenCreatorMissing') },
    expected: {
      chatApi: 'proven',
      chatApp: 'notProven',
      space: 'proven',
      app: 'failed',
      appInSpace: 'notProven',
    },
  },
  {
    faultPreset: 'the app is not in the space',
    as: APP,
    reactions: { app: api(403, 'This app is not a member of this space.') },
    expected: {
      chatApi: 'proven',
      chatApp: 'notProven',
      space: 'proven',
      app: 'proven',
      appInSpace: 'failed',
    },
  },
  {
    faultPreset: 'the API is off, as the app',
    as: APP,
    reactions: { user: OFF },
    expected: {
      chatApi: 'failed',
      chatApp: 'notProven',
      space: 'notProven',
      app: 'notProven',
      appInSpace: 'notProven',
    },
  },
  {
    faultPreset: 'none, as an admin',
    as: ADMIN,
    expected: { chatApi: 'proven', chatApp: 'notProven', space: 'proven', admin: 'proven' },
  },
  {
    faultPreset: 'no admin',
    as: ADMIN,
    reactions: { admin: NO_ADMIN },
    expected: { chatApi: 'proven', chatApp: 'notProven', space: 'proven', admin: 'failed' },
  },
  {
    faultPreset: 'no admin scope',
    as: ADMIN,
    space: null,
    reactions: { admin: problemOf('adminScopesMissing'), user: NOT_FOUND },
    expected: { chatApi: 'proven', chatApp: 'notProven', space: 'notProven', admin: 'failed' },
  },
  {
    faultPreset: 'a refusal that has two causes, as an admin without a space',
    as: ADMIN,
    space: null,
    reactions: { admin: DENIED, user: NOT_FOUND },
    expected: { chatApi: 'proven', chatApp: 'notProven', space: 'notProven', admin: 'notProven' },
  },
];

const NOTHING_MISSING: SetupFacts = {
  missing: [],
  grantPage: 'https://accounts.google.com/',
  identity: USER,
  space: null,
};
const BUILD = { target: 'bound', version: '1.2.3', hash: '0123456789ab' } as const;
const PERMISSIONS: readonly ProbeId[] = [
  'memberships',
  'sheet',
  'sidebar',
  'me',
  'parallel',
  'continuing',
  'spaceNames',
];

describe('the set-up check', () => {
  test.each(MATRIX)('with this fault preset: $faultPreset', (row) => {
    const chat = chatThat(row.reactions ?? {});
    const space = row.space === undefined ? 'AAAAOrchard01' : row.space;
    const probes = probeSetup(
      { ...NOTHING_MISSING, missing: row.refused ?? [], identity: row.as ?? USER, space },
      chat,
    );
    const states = Object.fromEntries(probes.map(({ id, state }) => [id, state]));
    const usual = Object.fromEntries(PERMISSIONS.map((id) => [id, 'proven']));
    const unused = { app: 'notNeeded', appInSpace: 'notNeeded', admin: 'notNeeded' };
    expect(states).toEqual({ ...usual, ...unused, ...row.expected });
    expect(chat.sent).toBeLessThanOrEqual(2);
    for (const { state, problem } of probes) if (state === 'failed') expect(problem).not.toBeNull();
  });

  test('tells a permission that was refused from one that the manifest does not ask for', () => {
    const codeOf = (grantPage: string | null) =>
      probeSetup({ ...NOTHING_MISSING, missing: ['userinfo.email'], grantPage }, chatThat({})).flatMap(
        ({ problem }) => problem?.code ?? [],
      );
    expect(codeOf('https://accounts.google.com/')).toEqual(['scopeRefused']);
    expect(codeOf(null)).toEqual(['scopeNotInManifest']);
  });

  test('sends nothing where memberships may not be read', () => {
    const chat = chatThat({});
    probeSetup({ ...NOTHING_MISSING, missing: ['chat.memberships.readonly'] }, chat);
    expect(chat.sent).toBe(0);
  });

  test.each(['en', 'ja'])(
    'is told as text without Google’s own words, which may hold addresses: %s',
    (locale) => {
      const catalogue = catalogueFor(locale);
      const leaky = api(403, 'Permission denied for canary@example.com', { status: 'PERMISSION_DENIED' });
      const probes = probeSetup({ ...NOTHING_MISSING, space: 'AAAAOrchard01' }, chatThat({ user: leaky }));
      const report = reportOf(probes, { catalogue, build: BUILD }, (problem) =>
        catalogue.problemText(problem),
      );
      expect(report.text).not.toContain('canary');
      const opening = [catalogue.setup.title, catalogue.setup.build(BUILD), catalogue.setup.warning];
      expect(report.text.startsWith(opening.join('\n'))).toBe(true);
      expect(opening[1]).toContain('1.2.3');
      expect(opening[1]).toContain('0123456789ab');
      for (const { title, stateText } of report.probes)
        expect(report.text).toContain(`${stateText}: ${title}`);
    },
  );
});
