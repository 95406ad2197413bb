import { afterEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { JobView, Start } from '../../src/core/contract';
import { catalogueFor } from '../../src/core/locales/catalogue';
import { SPACES } from '../emulator/workspace/invented';
import { answersIn, TEXTS } from './answers.testing';
import {
  ADMIN_MEMBERSHIPS,
  AS_ADMIN,
  extended,
  logOf,
  openSession,
  valueOf,
  type UserSession,
  type SessionOptions,
} from './front-door.testing';
import { PROFILES } from '../emulator.testing';

let session: UserSession | null = null;

async function open(options: SessionOptions = {}): Promise<UserSession> {
  return (session = await openSession(options));
}

afterEach(async () => {
  await session?.close();
  session = null;
});

const { launch, sales, elsewhere } = SPACES;
const KEN = 'ken.mori@orchard.example';

describe('getMembership called from other code', () => {
  test.each([
    ['a space and a member', [launch, KEN]],
    ['a whole name', [`${launch}/members/100000000000000000002`]],
    ['a link and an address', [`https://chat.google.com/room/${launch.slice(7)}`, KEN]],
    ['an identity', [launch, KEN, 'user']],
  ])(
    'takes %s: prints the sentence and the JSON, writes the row, returns the membership',
    async (_, args) => {
      const { editor, emulator } = await open({ scenario: { assumptions: PROFILES } });
      const result = await editor('getMembership', ...args);
      const membership = {
        name: `${launch}/members/100000000000000000002`,
        state: 'JOINED',
        role: 'ROLE_ASSISTANT_MANAGER',
        createTime: '2026-05-02T03:00:00.000Z',
        affiliation: 'INTERNAL',
        member: {
          name: 'users/100000000000000000002',
          type: 'HUMAN',
          displayName: 'Ken Mori',
          email: KEN,
        },
      };
      expect(result).toMatchObject({ outcome: 'completed', value: membership });
      const [sentence = '', json = '', place] = result.log.map(({ text }) => text);
      expect(sentence).toBe(
        'Ken Mori (ken.mori@orchard.example) is a Manager of the space AAQAh4rUk1w, there since 2 May 2026, and belongs to the organisation.',
      );
      expect(JSON.parse(json)).toEqual(membership);
      expect(place).toBe('Memberships!2');
      expect(answersIn(emulator.spreadsheet.display('Memberships'))).toMatchObject([
        { verdict: TEXTS.en.verdicts.member, name: 'Ken Mori' },
      ]);
    },
  );

  test.each([
    ['en', 'is not a direct member of'],
    ['ja', '直接のメンバーではありません'],
  ])('returns null for somebody who is not there: %s', async (locale, catalogue) => {
    const { editor, emulator } = await open({ scenario: { locale } });
    const result = await editor('getMembership', launch, 'lena.fischer@orchard.example');
    expect(result).toMatchObject({ outcome: 'completed', value: null });
    expect(logOf(result)).toContain(catalogue);
    expect(emulator.spreadsheet.display('Memberships')).toHaveLength(2);
  });

  test('prints and writes what could not be checked, then fails without naming anybody', async () => {
    const { editor, emulator } = await open({ scenario: { assumptions: { 'unseen-space': '404' } } });
    const result = await editor('getMembership', elsewhere, 'lena.fischer@orchard.example');
    expect(result.outcome).toBe('failed');
    expect(logOf(result)).toContain('lena.fischer@orchard.example');
    expect(result.error?.message).toMatch(/The space was not found/);
    expect(result.error?.message).not.toContain('lena');
    expect(emulator.spreadsheet.display('Memberships')[1]?.[2]).toBe(TEXTS.en.verdicts.unchecked);
    expect(emulator.stores.cloudLog(['getMembership']).join()).not.toContain('lena');
  });

  test.each([
    [[launch], /No member is named/],
    [['', KEN], /No space is named/],
    [[null, KEN], /something it cannot read/],
    [[42], /something it cannot read/],
    [[{ space: launch }, KEN], /something it cannot read/],
    [[launch, KEN, 'root'], /as whom to ask/],
    [[launch, KEN, 'admin'], /not switched on for this sheet/],
    [[launch, KEN, 'app'], /not switched on for this sheet/],
  ])('refuses %j before anything is sent or written', async (args, message) => {
    const { editor, apis, emulator } = await open();
    const result = await editor('getMembership', ...args);
    expect(result).toMatchObject({ outcome: 'failed' });
    expect(result.error?.message).toMatch(message);
    expect(apis.counts().requests).toBe(0);
    expect(emulator.spreadsheet.tabs().map(({ name }) => name)).not.toContain('Memberships');
  });
});

describe('getMembership without arguments', () => {
  test.each([
    ['en', 'getMembership("spaces/…", "ada@example.com") asks one question'],
    ['ja', 'getMembership("spaces/…", "ada@example.com") で 1 件を照会できます'],
  ])('says how to ask where nothing is asked: %s', async (locale, catalogue) => {
    const { editor } = await open({ scenario: { locale } });
    const result = await editor('getMembership');
    expect(result.outcome).toBe('failed');
    expect(logOf(result)).toContain(catalogue);
  });

  test('asks again where the question was changed after its answer', async () => {
    const { editor, emulator } = await open({ scenario: { assumptions: PROFILES } });
    await editor('getMembership', launch, KEN);
    emulator.spreadsheet.type('Memberships', 2, 2, 'lena.fischer@orchard.example');
    expect((await editor('getMembership')).outcome).toBe('completed');
    expect(emulator.spreadsheet.display('Memberships')[1]?.slice(2, 5)).toEqual([
      catalogueFor('en').verdicts.notDirectMember,
      catalogueFor('en').notes.notDirectByAddress,
      '',
    ]);
  });

  test('answers a question that stands twice in both rows, once', async () => {
    const { editor, emulator, apis } = await open();
    emulator.spreadsheet.addTab('Memberships', [
      ['Space', 'Member'],
      [launch, KEN],
      [launch, `Ken <${KEN}>`],
    ]);
    await editor('getMembership');
    expect(apis.counts().requests).toBe(1);
    expect(answersIn(emulator.spreadsheet.display('Memberships'))).toMatchObject([
      { verdict: TEXTS.en.verdicts.member },
      { verdict: TEXTS.en.verdicts.member },
    ]);
    expect((await editor('getMembership')).error?.message).toMatch(/There is nothing to look up/);
  });

  test('never takes titles for a question, wherever they stand and whatever else is unreadable', async () => {
    const { editor, emulator, apis } = await open();
    const { spreadsheet } = emulator;
    await editor('getMembership', launch, KEN);
    spreadsheet.insertRows('Memberships', 1, 2);
    spreadsheet.type('Memberships', 1, 1, 'Who is where');
    spreadsheet.type('Memberships', 5, 1, 'Product team');
    spreadsheet.type('Memberships', 5, 2, 'Ada Lovelace');
    const titles = spreadsheet.display('Memberships')[2];
    apis.resetCounts();
    await editor('getMembership');
    expect(apis.counts().requests).toBe(0);
    const rows = spreadsheet.display('Memberships');
    expect([rows[0]?.[0], rows[2], rows[4]?.[2], rows.length]).toEqual([
      'Who is where',
      titles,
      TEXTS.en.verdicts.unchecked,
      5,
    ]);
  });

  test('answers the open questions of Memberships, each in its row, and leaves the answered ones alone', async () => {
    const { editor, emulator, apis, clock } = await open();
    await editor('getMembership', launch, KEN);
    const { spreadsheet } = emulator;
    spreadsheet.type('Memberships', 3, 1, sales);
    spreadsheet.type('Memberships', 3, 2, 'users/100000000000000000003');
    spreadsheet.type('Memberships', 4, 1, launch);
    spreadsheet.type('Memberships', 4, 2, 'nobody at all');
    spreadsheet.type('Memberships', 6, 1, launch);
    spreadsheet.type('Memberships', 6, 2, 'me');
    clock.advance(60_000);
    apis.resetCounts();
    const result = await editor('getMembership');
    expect(result.outcome).toBe('completed');
    expect(apis.counts().requests).toBe(2);
    const rows = answersIn(spreadsheet.display('Memberships'));
    expect(rows.map(({ verdict, checked, membership }) => [verdict, checked, membership])).toEqual([
      [TEXTS.en.verdicts.member, '11/2/2026 9:00', `${launch}/members/100000000000000000002`],
      [TEXTS.en.verdicts.member, '11/2/2026 9:01', `${sales}/members/100000000000000000003`],
      [TEXTS.en.verdicts.unchecked, '11/2/2026 9:01', ''],
      ['', '', ''],
      [TEXTS.en.verdicts.member, '11/2/2026 9:01', `${launch}/members/100000000000000000001`],
    ]);
    expect(rows[2]?.note).toContain('“nobody at all” is not a member that can be looked up.');
    apis.resetCounts();
    await editor('getMembership');
    expect(apis.counts().requests).toBe(0);
  });

  test('costs few sheet calls however many questions there are', async () => {
    const { editor, emulator } = await open();
    await editor('getMembership', launch, KEN);
    const calls: number[] = [];
    for (const count of [2, 20]) {
      for (let row = 3; row < 3 + count; row++) {
        emulator.spreadsheet.put('Memberships', row, 1, launch);
        emulator.spreadsheet.put('Memberships', row, 2, `person-${count}-${row}@orchard.example`);
        for (let column = 3; column <= 13; column++) emulator.spreadsheet.put('Memberships', row, column, '');
      }
      const result = await editor('getMembership');
      calls.push(result.calls.filter((call) => /^(Range|Sheet)\./.test(call)).length);
    }
    expect(calls[1]).toBe(calls[0]);
  });

  test('says “me” is unknown in that row alone where the address may not be read', async () => {
    const { editor, emulator } = await open({ scenario: { refusedScopes: ['userinfo.email'] } });
    await editor('getMembership', launch, KEN);
    emulator.spreadsheet.type('Memberships', 3, 1, launch);
    emulator.spreadsheet.type('Memberships', 3, 2, 'me');
    emulator.spreadsheet.type('Memberships', 4, 1, launch);
    emulator.spreadsheet.type('Memberships', 4, 2, 'app');
    expect((await editor('getMembership')).outcome).toBe('completed');
    expect(answersIn(emulator.spreadsheet.display('Memberships'))).toMatchObject([
      { verdict: TEXTS.en.verdicts.member },
      { verdict: TEXTS.en.verdicts.unchecked },
      { verdict: TEXTS.en.verdicts.member },
    ]);
  });

  test('writes what was answered before the network failed, and says that the rest is open', async () => {
    const { editor, emulator } = await open();
    await editor('getMembership', launch, KEN);
    const asked = [launch, sales, SPACES.lab, SPACES.groupChat, SPACES.directMessage];
    asked.forEach((space, index) => {
      emulator.spreadsheet.put('Memberships', 3 + index, 1, space);
      emulator.spreadsheet.put('Memberships', 3 + index, 2, 'me');
    });
    emulator.setGrant('https://www.googleapis.com/auth/script.external_request', false);
    session?.apis.setScenario({ ...session.scenario, faultPresets: ['network-down-midway'] });
    const result = await editor('getMembership');
    expect(result.outcome).toBe('completed');
    const { job, problems } = catalogueFor('en');
    expect(logOf(result)).toContain(problems.networkDown.happened);
    expect(logOf(result)).toContain(job.goesOn);
    const verdicts = () =>
      answersIn(emulator.spreadsheet.display('Memberships')).map(({ verdict }) => verdict);
    expect(verdicts()).toEqual([
      TEXTS.en.verdicts.member,
      TEXTS.en.verdicts.member,
      TEXTS.en.verdicts.member,
      '',
      '',
      '',
    ]);
    session?.apis.setScenario(session.scenario);
    expect((await editor('getMembership')).outcome).toBe('completed');
    expect(verdicts()).toEqual(Array(6).fill(TEXTS.en.verdicts.member));
  });
});

describe('lookUp', () => {
  /** The editor sees the first tab; a job is open in another one. */
  async function openBeside(locale: string, project = 'dist'): Promise<UserSession> {
    const now = await open({
      project,
      scenario: {
        locale,
        faultPresets: ['chat-api-off'],
        assumptions: { 'selection-from-editor': 'unseen' },
      },
    });
    const { spreadsheet } = now.emulator;
    spreadsheet.type('Sheet1', 1, 1, launch);
    spreadsheet.type('Sheet1', 1, 2, KEN);
    spreadsheet.addTab('People', [[launch, KEN]]);
    now.select('People', ['A1:B1']);
    expect(valueOf(await now.sidebar<JobView>('sidebarStartJob', '')).state).toBe('stopped');
    const defaults = { ...now.scenario, faultPresets: [] };
    now.emulator.setScenario(defaults);
    now.apis.setScenario(defaults);
    now.apis.resetCounts();
    return now;
  }

  test.each(['en', 'ja'])(
    'says that it continues the job of another tab, and that the open one is left: %s',
    async (locale) => {
      const { continues, notLookedUp } = catalogueFor(locale).job;
      const said = [continues, notLookedUp];
      const { editor, emulator } = await openBeside(locale);
      const log = logOf(await editor('lookUp'));
      for (const catalogue of said) expect(log).toContain(catalogue);
      expect(emulator.spreadsheet.display('People')[0]).toHaveLength(13);
      expect(emulator.spreadsheet.display('Sheet1')[0]).toHaveLength(2);
      const again = logOf(await editor('lookUp'));
      for (const catalogue of said) expect(again).not.toContain(catalogue);
      expect(emulator.spreadsheet.display('Sheet1')[0]).toHaveLength(13);
    },
  );

  test.each([
    ['en', /asks as you and goes on as it began/],
    ['ja', /権限: 自分/],
  ])(
    'continues no job as somebody else than it was told, and sends nothing: %s',
    async (locale, catalogue) => {
      const variant = extended([ADMIN_MEMBERSHIPS]);
      const { editor, apis, emulator, sidebar } = await openBeside(locale, variant.project);
      valueOf(await sidebar('sidebarSaveSettings', AS_ADMIN));
      const result = await editor('lookUp', 'admin');
      expect(result).toMatchObject({ outcome: 'failed' });
      expect(logOf(result)).toMatch(catalogue);
      expect(apis.counts().requests).toBe(0);
      expect(emulator.stores.triggers()).toEqual([]);
      expect((await editor('lookUp', 'user')).outcome).toBe('completed');
      expect(apis.counts().log.map(({ as }) => as)).toEqual(['user']);
      variant.remove();
    },
  );
});

describe('opening the spreadsheet', () => {
  const main = readFileSync('src/main.ts', 'utf8');

  test.each(['en', 'ja'])(
    'adds the menu, reads the person’s locale and touches nothing else: %s',
    async (locale) => {
      const { emulator, apis } = await open({ granted: false, scenario: { locale } });
      const opened = await emulator.open();
      expect(opened.outcome).toBe('completed');
      expect([...new Set(opened.calls)].filter((call) => !call.startsWith('Ui.'))).toEqual([]);
      expect(apis.counts().requests).toBe(0);
      expect(emulator.stores.properties()).toEqual([]);
      expect(emulator.stores.cache()).toEqual([]);
    },
  );

  test('names only functions that exist', async () => {
    const named: string[] = [];
    const { NOBODY_WATCHING } = await import('../emulator/platform/user-interface');
    const { emulator } = await open({
      window: {
        ...NOBODY_WATCHING,
        addMenu: ({ items }) => {
          for (const item of items) if ('functionName' in item) named.push(item.functionName);
        },
      },
    });
    await emulator.open();
    expect(named).toEqual(['showSidebar', 'lookUpSelectedRows', 'continueLookUp', 'showSetupCheck']);
    for (const name of named) expect(main).toContain(`export function ${name}(`);
    expect(emulator.functions()).toEqual(expect.arrayContaining(named));
  });

  test('so does installing', async () => {
    const { emulator } = await open();
    const result = await emulator.run({ function: 'onInstall', entry: 'onInstall' });
    expect(result.outcome).toBe('completed');
    expect(result.calls.filter((call) => !call.startsWith('Ui.'))).toEqual([]);
  });
});

test('the menu opens the sidebar on the view that was chosen, once', async () => {
  const { menu, sidebar, shown } = await open();
  for (const [item, view] of [
    ['showSidebar', 'ask'],
    ['lookUpSelectedRows', 'rows'],
    ['showSetupCheck', 'setup'],
  ] as const) {
    expect((await menu(item)).outcome).toBe('completed');
    expect(valueOf(await sidebar<Start>('sidebarStart')).view).toBe(view);
    expect(valueOf(await sidebar<Start>('sidebarStart')).view).toBe('ask');
  }
  expect(shown.sidebars).toHaveLength(3);
  expect(shown.alerts).toEqual([]);
});
