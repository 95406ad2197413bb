import { afterEach, describe, expect, test } from '@jest/globals';
import type { Start, Written } from '../../src/core/contract';
import { SPACES } from '../emulator/workspace/invented';
import { openSession, valueOf, type UserSession, type SessionOptions } from './front-door.testing';
import { PROFILES } from '../emulator.testing';
import { TEXTS } from './answers.testing';

let session: UserSession | null = null;

async function open(options: SessionOptions = {}): Promise<UserSession> {
  return (session = await openSession(options));
}

afterEach(async () => {
  await session?.close();
  session = null;
});

const { launch, sales, board, elsewhere, directMessage, groupChat } = SPACES;

describe('the sidebar answers one question', () => {
  test.each([
    [
      'en',
      launch,
      'hana.sato@orchard.example',
      'member',
      /^佐藤 花 \(hana\.sato@orchard\.example\) is an Owner of the space AAQAh4rUk1w, there since 6 Apr 2026, and belongs to the organisation\.$/,
    ],
    ['en', launch, 'ken.mori@orchard.example', 'member', /a Manager of/],
    ['en', launch, 'jonas@lindqvist-design.example', 'member', /outside the organisation/],
    ['en', launch, 'priya.guest@orchard.example', 'member', /guest/],
    [
      'en',
      launch,
      'daisuke.nakamura@orchard.example',
      'invited',
      /was invited .* on 30 Oct 2026 but has not joined/,
    ],
    ['en', launch, 'lena.fischer@orchard.example', 'notMember', /is not a direct member/],
    ['en', launch, 'zoe@orchard.example', 'member', /with the role ROLE_LIBRARIAN .* PARTNER_ORGANISATION/],
    ['en', sales, 'groups/03orchardpickers', 'member', /^The group 03orchardpickers has been in the space/],
    ['en', launch, 'app', 'member', /^The Chat app Rollcall/],
    ['en', elsewhere, 'lena.fischer@orchard.example', 'unchecked', /^Couldn't check/],
    ['en', board, 'amara.okafor@orchard.example', 'unchecked', /^Couldn't check/],
    [
      'ja',
      launch,
      'hana.sato@orchard.example',
      'member',
      /スペース AAQAh4rUk1w のオーナーです（2026年4月6日に参加）。組織内のアカウントです。$/,
    ],
    ['ja', launch, 'daisuke.nakamura@orchard.example', 'invited', /招待されましたが、まだ参加していません/],
    ['ja', launch, 'lena.fischer@orchard.example', 'notMember', /直接のメンバーではありません/],
    ['ja', elsewhere, 'lena.fischer@orchard.example', 'unchecked', /確認できませんでした/],
  ])('in %s: in %s %s is %s', async (locale, space, member, verdict, sentence) => {
    const assumptions = { ...PROFILES, 'group-get': 'works' };
    const { ask } = await open({ scenario: { locale, assumptions } });
    const answer = await ask(space, member);
    expect(answer).toMatchObject({ verdict, as: 'user' });
    expect(answer.sentence).toMatch(sentence);
    expect(answer.problem === null).toBe(verdict !== 'unchecked');
  });

  test('about the person themself, by the word me', async () => {
    const { ask } = await open({ scenario: { assumptions: PROFILES } });
    expect(await ask(launch, 'me')).toMatchObject({ verdict: 'member', displayName: '佐藤 花' });
  });

  test('about somebody who is there only through a group: never more than "not a direct member"', async () => {
    const { ask } = await open({ scenario: { assumptions: { 'through-group-get': '404' } } });
    const answer = await ask(sales, 'ken.kobayashi@orchard.example');
    expect(answer).toMatchObject({ verdict: 'notMember', directOnly: true });
    expect(answer.sentence).toContain("People who come in through a group can't be seen");
  });

  test.each([
    [
      `https://mail.google.com/chat/u/0/#chat/space/${launch.slice(7)}`,
      'Ken Mori <ken.mori@orchard.example>',
    ],
    [
      `https://chat.google.com/room/${launch.slice(7)}/thread/message?cls=10`,
      'ＫＥＮ．ＭＯＲＩ＠orchard.example',
    ],
    [`${launch}/members/ken.mori@orchard.example`, ''],
    ['ken.mori@orchard.example', launch],
    [directMessage, 'misaki.takahashi@orchard.example'],
    [`https://chat.google.com/app/chat/${groupChat.slice(7)}`, 'users/100000000000000000002'],
  ])('however it is written: %s, %s', async (space, member) => {
    const { ask, apis } = await open();
    expect(await ask(space, member)).toMatchObject({ verdict: 'member' });
    expect(apis.counts().byMethod).toEqual({ 'chat.spaces.members.get': 1 });
  });

  test('through the advanced service, under the user’s own token, with one get', async () => {
    const { emulator, apis } = await open();
    const result = await emulator.run({
      function: 'sidebarLookUp',
      args: [{ space: launch, member: 'ken.mori@orchard.example' }],
      entry: 'sidebar',
    });
    expect(result.calls).toContain('Chat.call');
    expect(result.calls.filter((call) => call.startsWith('UrlFetchApp'))).toEqual([]);
    expect(apis.counts().log).toEqual([
      { line: `GET /v1/${launch}/members/ken.mori%40orchard.example`, as: 'user', status: 200 },
    ]);
  });
});

describe('an answer', () => {
  test('is written into a row of Memberships, and updated there when it is asked again', async () => {
    const { ask, sidebar, emulator } = await open({ scenario: { assumptions: PROFILES } });
    const answer = await ask(launch, 'ken.mori@orchard.example');
    const first = await sidebar<Written>('sidebarWrite', answer);
    const second = await sidebar<Written>('sidebarWrite', answer);
    expect([first, second]).toEqual([
      { ok: true, value: expect.objectContaining({ tab: 'Memberships', row: 2, updated: false }) },
      { ok: true, value: expect.objectContaining({ tab: 'Memberships', row: 2, updated: true }) },
    ]);
    expect(emulator.spreadsheet.display('Memberships')).toEqual([
      [
        TEXTS.en.job.questionTitles.space,
        TEXTS.en.job.questionTitles.member,
        TEXTS.en.columns.verdict,
        TEXTS.en.columns.note,
        TEXTS.en.columns.name,
        TEXTS.en.columns.role,
        TEXTS.en.columns.from,
        TEXTS.en.columns.since,
        TEXTS.en.columns.checked,
        TEXTS.en.columns.email,
        TEXTS.en.columns.membership,
        TEXTS.en.columns.as,
        TEXTS.en.columns.question,
      ],
      [
        launch,
        'ken.mori@orchard.example',
        TEXTS.en.verdicts.member,
        '',
        'Ken Mori',
        TEXTS.en.roles.manager,
        TEXTS.en.origins.inside,
        '5/2/2026 12:00',
        '11/2/2026 9:00',
        'ken.mori@orchard.example',
        `${launch}/members/100000000000000000002`,
        TEXTS.en.askedAs.user,
        expect.stringMatching(/^q[a-z\d]{11}\+$/),
      ],
    ]);
  });

  test('that could not be had is written with the same words as the sidebar showed', async () => {
    const { ask, sidebar, emulator } = await open({ scenario: { faultPresets: ['chat-api-off'] } });
    const answer = await ask(launch, 'ken.mori@orchard.example');
    valueOf(await sidebar<Written>('sidebarWrite', answer));
    const [, row] = emulator.spreadsheet.display('Memberships');
    const { happened = '', cause = '', nextStep = '' } = answer.problem ?? {};
    expect(cause).toContain('Cloud project 314159265358');
    expect(row).toContain([happened, cause, nextStep].join(' '));
  });

  test('is found again among the last questions, newest first', async () => {
    const { ask, sidebar, clock } = await open();
    for (const member of ['ken.mori@orchard.example', 'app', 'groups/03orchardpickers']) {
      valueOf(await sidebar<Written>('sidebarWrite', await ask(sales, member)));
      clock.advance(1000);
    }
    const { recent } = valueOf(await sidebar<Start>('sidebarStart'));
    expect(recent.map(({ member }) => member)).toEqual([
      'groups/03orchardpickers',
      'app',
      'ken.mori@orchard.example',
    ]);
  });
});

describe('the sidebar opens on the question that is selected', () => {
  const people = [
    ['Team', 'Space', 'Who', 'Remark'],
    ['A', launch, 'ken.mori@orchard.example', 'x'],
    ['B', 'Budget', '=1+1', 'x'],
  ];
  const AT = { tab: expect.any(Number), tabName: 'Teams', row: 2, member: 3 };
  test.each([
    [
      'both cells of a row',
      ['B2:C2'],
      { space: launch, member: 'ken.mori@orchard.example', at: { ...AT, space: 2 } },
    ],
    [
      'an address alone',
      ['C2'],
      { space: '', member: 'ken.mori@orchard.example', at: { ...AT, space: null } },
    ],
    ['a space alone', ['B2'], { space: launch, member: '', at: null }],
    ['a title', ['B1'], null],
    ['a cell that asks nothing', ['B3'], null],
    ['several rows', ['B2:C3'], null],
    ['a whole row of other things', ['A2:D2'], null],
    ['an empty cell', ['F9'], null],
  ])('%s', async (_, ranges, question) => {
    const { sidebar, emulator } = await open();
    emulator.spreadsheet.addTab('Teams', people);
    emulator.spreadsheet.select('Teams', ranges);
    expect(valueOf(await sidebar<Start>('sidebarStart')).question).toEqual(question);
  });

  test('any cell of a row of Memberships', async () => {
    const { ask, sidebar, emulator } = await open();
    valueOf(await sidebar('sidebarWrite', await ask(launch, 'app')));
    emulator.spreadsheet.select('Memberships', ['F2']);
    expect(valueOf(await sidebar<Start>('sidebarStart')).question).toEqual({
      space: launch,
      member: 'app',
      at: { tab: expect.any(Number), tabName: 'Memberships', row: 2, space: 1, member: 2 },
    });
  });

  test('and opens all the same when a chart is selected', async () => {
    const { menu, sidebar, emulator, shown } = await open();
    emulator.spreadsheet.selectChart('Sheet1');
    expect((await menu('showSidebar')).outcome).toBe('completed');
    expect(shown.sidebars).toHaveLength(1);
    expect(valueOf(await sidebar<Start>('sidebarStart'))).toMatchObject({ question: null, view: 'ask' });
  });
});
