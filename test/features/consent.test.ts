import { afterEach, describe, expect, test } from '@jest/globals';
import type { JobView, Start, SelectionSummary } from '../../src/core/contract';
import { SPACES } from '../emulator/workspace/invented';
import {
  logOf,
  openSession,
  problemOf,
  valueOf,
  withManifest,
  type UserSession,
  type SessionOptions,
} from './front-door.testing';
import { TEXTS } from './answers.testing';

let session: UserSession | null = null;

async function open(options: SessionOptions = {}): Promise<UserSession> {
  return (session = await openSession(options));
}

/** Opens with one scope refused, in a sheet with two rows to look up. */
async function without(scope: string, locale = 'en'): Promise<UserSession> {
  const now = await open({ scenario: { refusedScopes: [scope], locale } });
  now.emulator.spreadsheet.addTab('People', [
    [launch, KEN],
    [launch, 'daisuke.nakamura@orchard.example'],
  ]);
  now.select('People', ['A:B']);
  return now;
}

afterEach(async () => {
  await session?.close();
  session = null;
});

const { launch } = SPACES;
const KEN = 'ken.mori@orchard.example';
const verdicts = ({ emulator }: UserSession) => emulator.spreadsheet.display('People').map((row) => row[2]);

const SCOPES = [
  'chat.memberships.readonly',
  'spreadsheets.currentonly',
  'script.container.ui',
  'userinfo.email',
  'script.external_request',
  'script.scriptapp',
  'chat.spaces.readonly',
];

describe.each(SCOPES)('with %s refused', (scope) => {
  test('the sidebar opens its page, says what is missing and offers the grant link', async () => {
    const { sidebar } = await without(scope);
    expect(valueOf(await sidebar<Start>('sidebarStart'))).toMatchObject({
      refused: [scope],
      grantUrl: expect.stringMatching(/^https:\/\/accounts\.google\.com\//),
    });
  });

  test.each(['en', 'ja'])('the check says which and what it is for: %s', async (locale) => {
    const { sidebar } = await without(scope, locale);
    const { probes } = valueOf(
      await sidebar<{ probes: { state: string; problem: { code: string; cause: string } | null }[] }>(
        'sidebarCheckSetup',
        '',
      ),
    );
    const failed = probes.filter(({ state }) => state === 'failed');
    expect(failed).toHaveLength(1);
    expect(failed[0]?.problem).toMatchObject({ code: 'scopeRefused' });
    expect(failed[0]?.problem?.cause).toContain(scope);
  });

  test('no door fails without saying what is missing, and after the grant all is well', async () => {
    const { sidebar, editor, menu, emulator, shown } = await without(scope);
    const replies = [
      await sidebar('sidebarLookUp', { space: launch, member: KEN }),
      await sidebar<SelectionSummary>('sidebarSelection', ''),
      await sidebar('sidebarEditors'),
    ];
    for (const reply of replies) {
      if (!reply.ok)
        expect(reply.problem).toMatchObject({
          code: 'scopeRefused',
          link: { label: 'Grant what is missing' },
        });
    }
    const runs = [
      await menu('showSidebar'),
      await menu('continueLookUp'),
      await editor('getMembership', launch, KEN),
    ];
    for (const { outcome, error } of runs) {
      if (outcome !== 'completed') expect(error?.message).toMatch(/A permission is missing for /);
    }
    for (const { title } of shown.alerts)
      expect(title).toMatch(/A permission is missing|nothing to continue/);
    emulator.setGrant(`https://www.googleapis.com/auth/${scope}`, true);
    expect(valueOf(await sidebar<Start>('sidebarStart'))).toMatchObject({ refused: [], grantUrl: null });
    expect((await editor('getMembership', launch, KEN)).outcome).toBe('completed');
  });
});

describe('what a refused scope takes away, and what it leaves', () => {
  test.each(['en', 'ja'])(
    'reading memberships: nothing can be looked up, and a job stops at once: %s',
    async (locale) => {
      const now = await without('chat.memberships.readonly', locale);
      const answer = await now.ask(launch, KEN);
      expect(answer).toMatchObject({
        verdict: 'unchecked',
        problem: { code: 'scopeRefused', link: {} },
      });
      expect(answer.problem?.cause).toContain('chat.memberships.readonly');
      const refused = problemOf(await now.sidebar('sidebarStartJob', ''));
      expect(refused).toMatchObject({ code: 'scopeRefused', link: {} });
      expect(now.apis.counts().requests).toBe(0);
      expect(now.emulator.spreadsheet.display('People')[0]).toHaveLength(2);
    },
  );

  test('the spreadsheet: one question is still answered, on the sidebar and in the editor’s log', async () => {
    const now = await without('spreadsheets.currentonly');
    const answer = await now.ask(launch, KEN);
    expect(answer.verdict).toBe('member');
    expect(problemOf(await now.sidebar('sidebarWrite', answer))).toMatchObject({
      code: 'scopeRefused',
      link: {},
    });
    expect(problemOf(await now.sidebar('sidebarStartJob', ''))).toMatchObject({ code: 'scopeRefused' });
    const printed = await now.editor('getMembership', launch, KEN);
    expect(logOf(printed)).toMatch(/ken\.mori@orchard\.example\)? is a Manager/);
    expect(printed.error?.message).toContain('reading and writing this spreadsheet');
  });

  test('the sidebar: the menu says so, and the editor goes on working', async () => {
    const now = await without('script.container.ui');
    const result = await now.menu('showSidebar');
    const said = [...now.shown.alerts.map(({ title }) => title), result.error?.message ?? ''].join();
    expect(said).toContain('A permission is missing for the sidebar and messages.');
    expect(now.shown.sidebars).toEqual([]);
    expect((await now.editor('getMembership', launch, KEN)).outcome).toBe('completed');
    now.emulator.spreadsheet.select('People', ['A:B']);
  });

  test('the address: me is not understood, everybody else is', async () => {
    const now = await without('userinfo.email');
    const problem = problemOf(await now.sidebar('sidebarLookUp', { space: launch, member: 'me' }));
    expect(problem).toMatchObject({ code: 'scopeRefused', link: {} });
    expect(problem.happened).toContain('“me”');
    expect(await now.ask(launch, KEN)).toMatchObject({ verdict: 'member' });
  });

  test('requests side by side: rows are looked up one after another, all the same', async () => {
    const now = await without('script.external_request');
    expect(valueOf(await now.sidebar<SelectionSummary>('sidebarSelection', ''))).toMatchObject({
      parallel: false,
    });
    expect(valueOf(await now.sidebar<JobView>('sidebarStartJob', ''))).toMatchObject({ state: 'done' });
    expect(verdicts(now)).toEqual([TEXTS.en.verdicts.member, TEXTS.en.verdicts.invited]);
  });

  test('continuing alone: rows are looked up while somebody is there', async () => {
    const now = await without('script.scriptapp');
    expect(valueOf(await now.sidebar<JobView>('sidebarStartJob', ''))).toMatchObject({ state: 'done' });
    expect(now.emulator.stores.triggers()).toEqual([]);
  });
});

test('a scope taken back between two steps stops the job; granted again, the job goes on and loses nothing', async () => {
  const now = await open();
  now.emulator.spreadsheet.addTab('People', [
    [launch, KEN],
    [launch, 'daisuke.nakamura@orchard.example'],
  ]);
  now.select('People', ['A:B']);
  now.apis.setScenario({ ...now.scenario, faultPresets: ['network-down'] });
  const { runId } = valueOf(await now.sidebar<JobView>('sidebarStartJob', ''));
  now.apis.setScenario(now.scenario);
  const scope = 'https://www.googleapis.com/auth/chat.memberships.readonly';
  now.emulator.setGrant(scope, false);
  const stopped = valueOf(await now.sidebar<JobView>('sidebarStepJob', runId));
  expect(stopped).toMatchObject({
    state: 'stopped',
    done: 0,
    problem: { code: 'scopeRefused', link: { label: 'Grant what is missing' } },
  });
  now.emulator.setGrant(scope, true);
  const sheet = 'https://www.googleapis.com/auth/spreadsheets.currentonly';
  now.emulator.setGrant(sheet, false);
  expect(valueOf(await now.sidebar<JobView>('sidebarStepJob', runId))).toMatchObject({
    state: 'stopped',
    problem: { code: 'scopeRefused', params: { scope: 'spreadsheets.currentonly' } },
  });
  now.emulator.setGrant(sheet, true);
  expect(valueOf(await now.sidebar<JobView>('sidebarStepJob', runId))).toMatchObject({
    state: 'done',
    done: 2,
  });
  expect(verdicts(now)).toEqual([TEXTS.en.verdicts.member, TEXTS.en.verdicts.invited]);
});

test('before anybody has consented the menu asks, and the sidebar’s page is told the usual cause', async () => {
  const now = await open({ granted: false });
  await expect(now.sidebar('sidebarStart')).rejects.toThrow('Authorization is required');
  expect((await now.menu('showSidebar')).outcome).toBe('completed');
  expect(valueOf(await now.sidebar<Start>('sidebarStart'))).toMatchObject({ refused: [] });
});

describe('with another manifest', () => {
  const AUTH = 'https://www.googleapis.com/auth/';
  const replacing = (narrow: string, wide: string) =>
    withManifest(({ oauthScopes }) => ({
      oauthScopes: oauthScopes.map((scope) => (scope === AUTH + narrow ? AUTH + wide : scope)),
    }));
  const lacking = (...scopes: string[]) =>
    withManifest(({ oauthScopes }) => ({
      oauthScopes: oauthScopes.filter((scope) => !scopes.some((one) => scope === AUTH + one)),
    }));

  test.each([
    ['chat.memberships.readonly', 'chat.memberships'],
    ['spreadsheets.currentonly', 'spreadsheets'],
  ])('that asks for more than %s everything works: %s', async (narrow, wide) => {
    const { project, remove } = replacing(narrow, wide);
    try {
      const now = await open({ project });
      expect(valueOf(await now.sidebar<Start>('sidebarStart'))).toMatchObject({
        refused: [],
        grantUrl: null,
      });
      const answer = await now.ask(launch, KEN);
      expect(answer.verdict).toBe('member');
      valueOf(await now.sidebar('sidebarWrite', answer));
      now.emulator.spreadsheet.addTab('People', [[launch, KEN]]);
      now.select('People', ['A:B']);
      expect(valueOf(await now.sidebar<JobView>('sidebarStartJob', ''))).toMatchObject({ state: 'done' });
    } finally {
      remove();
    }
  });

  test('that asks for less, what is missing is named as missing there, and no grant is offered', async () => {
    const { project, remove } = lacking('userinfo.email', 'chat.memberships.readonly');
    try {
      const now = await open({ project });
      expect(valueOf(await now.sidebar<Start>('sidebarStart'))).toMatchObject({
        refused: ['chat.memberships.readonly', 'userinfo.email'],
        grantUrl: null,
      });
      const me = problemOf(await now.sidebar('sidebarLookUp', { space: launch, member: 'me' }));
      expect(me).toMatchObject({ code: 'scopeNotInManifest', params: { scope: 'userinfo.email' } });
      expect(me.link).toBeUndefined();
      expect((await now.ask(launch, KEN)).problem).toMatchObject({
        code: 'scopeNotInManifest',
        params: { scope: 'chat.memberships.readonly' },
      });
    } finally {
      remove();
    }
  });

  test('that asks for less, that is said in a language that nobody knows too', async () => {
    const { project, remove } = lacking('spreadsheets.currentonly');
    try {
      const now = await open({ project, scenario: { locale: 'xx' } });
      const missing = { code: 'scopeNotInManifest', params: { scope: 'spreadsheets.currentonly' } };
      expect(problemOf(await now.sidebar('sidebarSelection', ''))).toMatchObject(missing);
    } finally {
      remove();
    }
  });

  test('that asks for less while something else is refused, the refusal is named first, then the rest', async () => {
    const { project, remove } = lacking('userinfo.email');
    try {
      const now = await open({ project, scenario: { refusedScopes: ['script.scriptapp'] } });
      const me = async () =>
        problemOf(await now.sidebar('sidebarLookUp', { space: launch, member: 'me' })).code;
      expect(await me()).toBe('scopeRefused');
      now.emulator.setGrant(`${AUTH}script.scriptapp`, true);
      expect(await me()).toBe('scopeNotInManifest');
    } finally {
      remove();
    }
  });
});
