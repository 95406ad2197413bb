import { afterEach, describe, expect, test } from '@jest/globals';
import type { Start, SelectionSummary } from '../../src/core/contract';
import { SPACES } from '../emulator/workspace/invented';
import { answersIn } from './answers.testing';
import {
  logOf,
  openSession,
  problemOf,
  valueOf,
  type UserSession,
  type SessionOptions,
} from './front-door.testing';

let session: UserSession | null = null;

async function open(options: SessionOptions = {}): Promise<UserSession> {
  return (session = await openSession(options));
}

afterEach(async () => {
  await session?.close();
  session = null;
});

const { launch, elsewhere, board } = SPACES;
const KEN = 'ken.mori@orchard.example';
const WEBHOOK = `https://chat.googleapis.com/v1/${launch}/messages?key=canary-key&token=canary-token`;

describe.each(['en', 'ja'])('what cannot be a question is refused before anything is sent: %s', (locale) => {
  test.each([
    ['', '', 'nothingAsked'],
    [launch, '', 'noMember'],
    ['', KEN, 'noSpace'],
    [KEN, '', 'noSpace'],
    ['https://mail.google.com/chat/u/0/#chat/home', KEN, 'notASpaceLink'],
    ['https://mail.google.com/chat/u/0/#chat/dm/ken.mori@orchard.example', KEN, 'emailInsteadOfSpace'],
    ['https://orchard.example/rooms/1', KEN, 'foreignLink'],
    [launch, 'ken.mori@', 'emailIncomplete'],
    [launch, '#N/A', 'errorValue'],
    ['me', KEN, 'memberInsteadOfSpace'],
    [launch, 'ken.mori@orchard\u200b.example', 'invisibleCharacters'],
    ['AIzaSyA-1234567890abcdefghijklmnopqrstu', KEN, 'secretPasted'],
    [launch, 'Ken Mori', 'memberUnreadable'],
    [launch, '1.00000000000000E+20', 'digitsLost'],
    [`${launch}/../${elsewhere}`, KEN, 'spaceUnreadable'],
    ['spaces/a%2Fb', KEN, 'unsafeId'],
    [launch, 'users／1／2', 'unsafeId'],
    [launch, elsewhere, 'twoSpaces'],
    [`${launch}/members/app`, KEN, 'contradiction'],
    [launch, 'x'.repeat(3000), 'tooLong'],
  ])('%j, %j -> %s', async (space, member, code) => {
    const { sidebar, apis, emulator } = await open({ scenario: { locale } });
    const problem = problemOf(await sidebar('sidebarLookUp', { space, member }));
    expect(problem.code).toBe(code);
    for (const text of [problem.happened, problem.cause, problem.nextStep, problem.whoText]) {
      expect(text).not.toMatch(/^$|[{}]|undefined/);
      if (locale === 'ja') expect(text).toMatch(/[ぁ-んァ-ヶ]/);
    }
    expect(apis.counts().requests).toBe(0);
    expect(emulator.spreadsheet.tabs()).toHaveLength(1);
  });
});

describe('a selection', () => {
  test.each([
    ['of nothing', () => undefined, 'nothingToAsk'],
    [
      'of 40 cells without a member',
      ({ emulator: { spreadsheet } }: UserSession) => {
        spreadsheet.addTab(
          'Budget',
          Array.from({ length: 10 }, (_, row) => ['Crates', 'Labels', 'x', String(row)]),
        );
        spreadsheet.select('Budget', ['A1:D10']);
      },
      'noMembersFound',
    ],
    [
      'of a chart',
      ({ emulator: { spreadsheet } }: UserSession) => {
        spreadsheet.selectChart('Sheet1');
      },
      'nothingSelected',
    ],
  ])('%s is refused in words, and the sidebar opens all the same', async (_, select, code) => {
    const now = await open();
    select(now);
    const summary = await now.sidebar<SelectionSummary>('sidebarSelection', '');
    // Which columns there are to choose from is a summary too.
    if (summary.ok) expect(summary.value).toMatchObject({ columns: { member: null }, questions: 0 });
    else expect(summary.problem).toMatchObject({ code });
    expect(problemOf(await now.sidebar('sidebarStartJob', ''))).toMatchObject({ code });
    expect(valueOf(await now.sidebar('sidebarStart'))).toMatchObject({ question: null, job: null });
    expect(now.apis.counts().requests).toBe(0);
    expect(now.emulator.stores.properties().map(({ key }) => key)).not.toContain('rollcall.job');
  });
});

describe('a webhook’s link gives its space, and its secrets go nowhere', () => {
  test('into the sheet, the logs, the stores or a request', async () => {
    const { ask, sidebar, editor, apis, emulator } = await open();
    const answer = await ask(WEBHOOK, KEN);
    expect(answer.verdict).toBe('member');
    valueOf(await sidebar('sidebarWrite', answer));
    const printed = await editor('getMembership', WEBHOOK, 'app');
    expect(printed.outcome).toBe('completed');
    const refused = await editor('getMembership', WEBHOOK, 'not a member');
    const { stores } = emulator;
    const left = [
      emulator.spreadsheet.cells('Memberships'),
      apis.counts().log,
      stores.properties(),
      stores.cache(),
      stores.cloudLog(),
      logOf(printed),
      logOf(refused),
      answer.sentence,
    ];
    expect(JSON.stringify(left)).not.toContain('canary');
    expect(emulator.spreadsheet.cell('Memberships', 2, 1).value).toBe(
      `https://chat.googleapis.com/v1/${launch}/messages`,
    );
  });

  test('a secret in the wrong field is not repeated either', async () => {
    const { sidebar } = await open();
    const problem = problemOf(await sidebar('sidebarLookUp', { space: launch, member: `x ${WEBHOOK}` }));
    expect(JSON.stringify(problem)).not.toContain('canary');
  });

  test('nor is one that was typed into the tab by hand shown again', async () => {
    const { sidebar, editor, emulator } = await open();
    emulator.spreadsheet.addTab('Memberships', [
      ['Space', 'Member'],
      [WEBHOOK, KEN],
    ]);
    emulator.spreadsheet.select('Memberships', ['A2:B2']);
    expect(JSON.stringify(valueOf(await sidebar('sidebarStart')))).not.toContain('canary');
    await editor('getMembership');
    const { recent } = valueOf(await sidebar<Start>('sidebarStart'));
    expect(recent).toHaveLength(1);
    expect(JSON.stringify(recent)).not.toContain('canary');
  });
});

describe('a call that does not fit is refused as a whole', () => {
  test.each([
    ['sidebarLookUp', [null]],
    ['sidebarLookUp', [{ space: launch }]],
    ['sidebarLookUp', [{ space: 1, member: 2 }]],
    ['sidebarWrite', [{}]],
    ['sidebarWrite', [{ question: { space: launch, member: KEN }, verdict: 'owner' }]],
    ['sidebarSelection', [7]],
    ['sidebarStartJob', [{}]],
    ['sidebarStepJob', [null]],
    ['sidebarSaveSettings', ['admin']],
    ['sidebarCheckSetup', [42]],
  ])('%s(%j)', async (name, args) => {
    const { sidebar, apis, emulator } = await open();
    expect(problemOf(await sidebar(name, ...args))).toMatchObject({ code: 'argumentUnreadable' });
    expect(apis.counts().requests).toBe(0);
    expect(emulator.spreadsheet.tabs()).toHaveLength(1);
  });
});

test('an answer that was changed on its way back is not written', async () => {
  const { ask, sidebar, emulator } = await open();
  const answer = await ask(launch, KEN);
  const forged = [
    { ...answer, question: { space: board, member: KEN } },
    { ...answer, question: { space: launch, member: '123456789012345678901' } },
    { ...answer, verdict: 'invited' },
    { ...answer, verdict: 'notMember' },
    { ...answer, checkedAt: '2099-01-01T00:00:00.000Z' },
  ];
  for (const value of forged)
    expect(problemOf(await sidebar('sidebarWrite', value))).toMatchObject({ code: 'argumentUnreadable' });
  expect(problemOf(await sidebar('sidebarWrite', { ...answer, as: 'admin' }))).toMatchObject({
    code: 'notConfirmed',
  });
  const old = { ...answer, checkedAt: '2020-01-01T00:00:00.000Z' };
  expect(problemOf(await sidebar('sidebarWrite', old))).toMatchObject({ code: 'answerOutdated' });
  expect(emulator.spreadsheet.tabs()).toHaveLength(1);
  expect(valueOf(await sidebar('sidebarWrite', answer))).toMatchObject({ row: 2 });
});

/** What each fault preset makes of one question about somebody who is in the space. */
const FAULT_PRESETS = [
  ['chat-api-off', 'apiOff', 'cloudProjectOwner'],
  ['app-not-configured', 'appNotConfigured', 'cloudProjectOwner'],
  ['chat-turned-off', 'chatTurnedOff', 'workspaceAdmin'],
  ['restricted-list', 'noAccess', 'spaceOwner'],
  ['token-expired', 'tokenInvalid', 'you'],
  ['rate-limited', 'rateLimited', 'google'],
  ['server-errors', 'serverError', 'google'],
  ['network-down', 'networkDown', 'google'],
  ['garbage-replies', 'answerUnreadable', 'google'],
] as const;

/** Assumption: a Google that refuses each of these, and a space that cannot be seen as one that does not exist. */
const REFUSES = {
  'unconfigured-reads': 'refused',
  'restricted-owners-exempt': 'no',
  'unseen-space': '404',
};

describe.each(['en', 'ja'])(
  'what Google refuses is "couldn’t check" with its reason, never "not a member": %s',
  (locale) => {
    test.each(FAULT_PRESETS)('%s -> %s', async (faultPreset, code, who) => {
      const { ask, sidebar, emulator } = await open({
        scenario: { locale, faultPresets: [faultPreset], assumptions: REFUSES },
      });
      const answer = await ask(launch, KEN);
      expect(answer).toMatchObject({ verdict: 'unchecked', problem: { code, who } });
      expect(answer.sentence).toContain(answer.problem?.happened);
      valueOf(await sidebar('sidebarWrite', answer));
      const [row] = answersIn(emulator.spreadsheet.display('Memberships'), locale);
      expect(row?.verdict).toBe(answer.verdictText);
      expect(row?.note).toContain(answer.problem?.nextStep);
    });

    test('a space that nobody can see, one that does not exist, and a restricted list name every cause', async () => {
      const { ask } = await open({ scenario: { locale, assumptions: REFUSES } });
      expect(await ask(elsewhere, KEN)).toMatchObject({ problem: { code: 'spaceNotFound' } });
      expect(await ask('spaces/AAAAnobody1', KEN)).toMatchObject({ problem: { code: 'spaceNotFound' } });
      const { problem } = await ask(board, KEN);
      expect(problem).toMatchObject({
        code: 'noAccess',
        original: expect.stringContaining('Permission denied'),
      });
      expect(problem?.cause).toMatch(locale === 'ja' ? /存在しない.*制限/ : /does not exist.*restricted/);
    });
  },
);

test('a last answer survives a question that could not be asked again', async () => {
  const { ask, sidebar, apis, scenario, emulator } = await open();
  valueOf(await sidebar('sidebarWrite', await ask(launch, KEN)));
  const before = emulator.spreadsheet.cells('Memberships');
  apis.setScenario({ ...scenario, faultPresets: ['network-down'] });
  await ask(launch, KEN);
  expect(emulator.spreadsheet.cells('Memberships')).toEqual(before);
});
