import { describe, expect, test } from '@jest/globals';
import type { RosterChange } from '../../../src/core/contract';
import type { FakeSpace } from '../fake-chat.testing';
import { ENGLISH, person, RosterWorld, S } from './roster.testing';
import { codeOf } from '../problem.testing';

const TAB = 'Members of Orchard launch';
const launch = (members: FakeSpace['members'], more: Partial<FakeSpace> = {}): FakeSpace => ({
  id: S,
  displayName: 'Orchard launch',
  members,
  ...more,
});
const ADA = person('1001', { role: 'ROLE_MANAGER', displayName: 'Ada' });
const BEN = person('1002', { affiliation: 'EXTERNAL', displayName: 'Ben' });
const CAM = person('1003', { state: 'INVITED', displayName: 'Cam' });
const GROUP = { id: 'g1', group: true } as const;
const BOT = person('1009', { app: true, displayName: 'Helper' });
const EVERYBODY = [ADA, BEN, CAM, GROUP, BOT];
const IDS = ['1001', '1002', '1003', '1009', 'group-g1'];

describe('the list of one space', () => {
  test('holds everybody: people, invited, groups, apps; with one request for Google’s count and one for the page', () => {
    const world = new RosterWorld([launch(EVERYBODY)]);
    const view = world.listSpace();
    expect(view).toMatchObject({ state: 'done', done: 5, space: `spaces/${S}`, changes: [] });
    expect(view.roster).toMatchObject({
      spaces: 1,
      spacesDone: 1,
      spacesIncomplete: 0,
      composition: { people: 2, owners: 1, inside: 1, outside: 1, groups: 1, apps: 1, invited: 1 },
      stamp: { complete: true, googleCounts: { people: 2, groups: 1 } },
    });
    expect(world.present(TAB)).toEqual(IDS);
    expect(world.chat.requests.map(({ method }) => method)).toEqual(['spaces.get', 'spaces.members.list']);
    const [row] = world.rows(TAB, 'roster');
    expect(row).toMatchObject({
      spaceName: 'Orchard launch',
      name: 'Ada',
      email: 'p1001@orchard.example',
      role: ENGLISH.roles.owner,
      from: ENGLISH.origins.inside,
      kind: ENGLISH.card.kinds.person,
      state: ENGLISH.roster.states.joined,
      space: `spaces/${S}`,
      membership: `spaces/${S}/members/1001`,
    });
  });

  test('leaves its stamp and its numbers in the tab Spaces', () => {
    const world = new RosterWorld([launch(EVERYBODY)]);
    world.listSpace();
    expect(world.rows('Spaces', 'space')).toEqual([
      expect.objectContaining({
        name: 'Orchard launch',
        space: `spaces/${S}`,
        owners: 'Ada',
        ownerCount: 1,
        people: 2,
        outside: 1,
        groups: 1,
        apps: 1,
        invited: 1,
        complete: expect.stringContaining(ENGLISH.roster.stamp.asInCell.user),
      }),
    ]);
  });

  test('of nobody is a list, too', () => {
    const world = new RosterWorld([launch([])]);
    expect(world.listSpace()).toMatchObject({ state: 'done', done: 0 });
    expect(world.rows(TAB, 'roster')).toEqual([]);
  });

  test('without the permission for names has links and ids, and asks for no count', () => {
    const world = new RosterWorld([launch(EVERYBODY)]);
    const view = world.listSpace({}, { missing: ['chat.spaces.readonly'] });
    expect(view).toMatchObject({ state: 'done', roster: { stamp: { googleCounts: null } } });
    expect(world.present(`Members of ${S}`)).toEqual(IDS);
    expect(world.chat.requests.map(({ method }) => method)).toEqual(['spaces.members.list']);
  });

  test('that cannot be read says why, and writes no list', () => {
    const world = new RosterWorld([launch(EVERYBODY, { closed: true })]);
    const view = world.listSpace();
    expect(view).toMatchObject({ state: 'done', roster: { spacesIncomplete: 1 } });
    expect(view.notices).toHaveLength(1);
    expect(world.titles()).not.toContain(TAB);
  });

  test('is read twice where Google counts others, and then says so', () => {
    const world = new RosterWorld([launch(EVERYBODY, { counted: 7 })]);
    const view = world.listSpace();
    expect(view.roster?.stamp).toMatchObject({ complete: false, googleCounts: { people: 7, groups: 1 } });
    expect(world.chat.lists()).toHaveLength(2);
    expect(world.present(TAB)).toEqual(IDS);
  });

  test('of a direct message is refused unless the person says so', () => {
    const dm = { id: S, spaceType: 'DIRECT_MESSAGE', members: [ADA, BEN] } as const;
    const world = new RosterWorld([dm]);
    expect(codeOf(() => world.listSpace())).toBe('directMessageUnconfirmed');
    expect(world.titles()).toEqual(['Sheet1']);
    expect(world.listSpace({ directMessages: true })).toMatchObject({ state: 'done', done: 2 });
  });
});

describe('a refresh', () => {
  test('finds rows wherever they were sorted to, keeps what somebody wrote beside them, and appends who is new', () => {
    const world = new RosterWorld([launch([ADA, BEN])]);
    world.listSpace();
    const table = world.tab(TAB);
    const free = table.used().columns + 1;
    table.type(2, free, 'friend of Ada');
    table.sort((_, index) => -index);
    world.change([launch([ADA, BEN, person('1004')])]);
    world.listSpace();
    expect(world.rows(TAB, 'roster').map(({ membership }) => membership)).toEqual(
      ['1002', '1001', '1004'].map((id) => `spaces/${S}/members/${id}`),
    );
    expect(table.cell(3, free).value).toBe('friend of Ada');
  });

  test('says who is gone, when an event tells with its time, and deletes nobody', () => {
    const world = new RosterWorld([launch([ADA, BEN, CAM])]);
    world.listSpace();
    world.change([launch([ADA], { left: [{ id: '1002', at: '2026-10-01T09:30:00Z' }] })]);
    const view = world.listSpace();
    expect(world.present(TAB)).toEqual(['1001']);
    expect(world.gone(TAB)).toEqual(['1002', '1003']);
    const [, ben, cam] = world.rows(TAB, 'roster');
    expect(ben?.note).toBe(ENGLISH.roster.notes.goneAt('2026-10-01 09:30'));
    expect(cam?.note).toBe(ENGLISH.roster.notes.goneBetween('2026-10-01 09:00', '2026-10-01 10:00'));
    expect(view.changes.map(({ what, member }: RosterChange) => [what, member])).toEqual([
      ['noLongerIn', 'Ben'],
      ['noLongerIn', 'Cam'],
    ]);
    const methods = world.chat.requests.map(({ method }) => method);
    expect(methods.filter((method) => method === 'spaces.spaceEvents.list')).toHaveLength(1);
    expect(world.chat.gets()).toEqual([`spaces/${S}/members/1003`]);
  });

  test('marks nobody whom a get still finds', () => {
    const world = new RosterWorld([launch([ADA, BEN])]);
    world.listSpace();
    world.change([launch([ADA, { ...BEN, unlisted: true }])]);
    world.listSpace();
    expect(world.present(TAB)).toEqual(['1001', '1002']);
  });

  test('by somebody else marks nobody', () => {
    const world = new RosterWorld([launch([ADA, BEN])]);
    world.listSpace();
    world.change([launch([ADA])]);
    world.store.person = 'person-2';
    world.listSpace();
    expect(world.gone(TAB)).toEqual([]);
  });

  test('that is not complete marks nobody', () => {
    const world = new RosterWorld([launch([ADA, BEN])]);
    world.listSpace();
    world.change([launch([ADA], { counted: 2 })]);
    world.listSpace();
    expect(world.gone(TAB)).toEqual([]);
  });

  test('brings somebody back who has returned', () => {
    const world = new RosterWorld([launch([ADA, BEN])]);
    world.listSpace();
    world.change([launch([ADA])]);
    world.listSpace();
    expect(world.gone(TAB)).toEqual(['1002']);
    world.change([launch([ADA, BEN])]);
    const view = world.listSpace();
    expect(world.present(TAB)).toEqual(['1001', '1002']);
    expect(view.changes).toMatchObject([{ what: 'joined', member: 'Ben' }]);
  });

  test('finds the tab by its mark, whatever it is called, and a tab whose name is taken gets a number', () => {
    const world = new RosterWorld([launch([ADA])]);
    world.workbook.add(TAB, [['mine']]);
    world.listSpace();
    expect(world.titles()).toContain(`${TAB} (2)`);
    world.tab(`${TAB} (2)`).title = 'Renamed';
    world.change([launch([ADA, BEN])]);
    world.listSpace();
    expect(world.present('Renamed')).toEqual(['1001', '1002']);
  });

  test('is refused where the column of keys is gone', () => {
    const world = new RosterWorld([launch([ADA])]);
    world.listSpace();
    const marks = world.workbook.peek().filter(({ value }) => value === 'roster:membership');
    world.tab(TAB).deleteColumns(marks[0]?.column ?? 0, 1);
    world.change([launch([ADA])]);
    expect(world.listSpace()).toMatchObject({ state: 'stopped', problem: { code: 'keyColumnGone' } });
  });

  test('appends whoever’s key somebody has edited, and leaves that row alone', () => {
    const world = new RosterWorld([launch([ADA, BEN])]);
    world.listSpace();
    const column = world.workbook.peek().find(({ value }) => value === 'roster:membership')?.column ?? 0;
    world.tab(TAB).type(2, column, 'my own words');
    world.change([launch([ADA, BEN])]);
    world.listSpace();
    expect(world.present(TAB)).toContain('1001');
    expect(world.tab(TAB).cell(2, column).value).toBe('my own words');
  });
});

describe('the log of changes', () => {
  const first = [ADA, BEN, CAM];
  const second = [
    { ...ADA, role: 'ROLE_ASSISTANT_MANAGER' as const },
    { ...CAM, state: 'JOINED' as const },
    person('1004'),
  ];

  test('has each change once: joined, no longer in, role; and nothing at the first listing', () => {
    const world = new RosterWorld([launch(first)]);
    world.listSpace({ changes: true });
    expect(world.titles()).not.toContain('Changes');
    world.change([launch(second)]);
    world.listSpace();
    const { what } = ENGLISH.roster.changes;
    expect(
      world
        .rows('Changes', 'change')
        .map((row) => [row.what, row.before, row.after, String(row.membership).split('/')[3]])
        .sort(),
    ).toEqual(
      [
        [what.role, ENGLISH.roles.owner, ENGLISH.roles.manager, '1001'],
        [what.joined, '', '', '1003'],
        [what.joined, '', '', '1004'],
        [what.noLongerIn, ENGLISH.roles.member, '', '1002'],
      ].sort(),
    );
  });

  test('is not written unless switched on', () => {
    const world = new RosterWorld([launch(first)]);
    world.listSpace();
    world.change([launch(second)]);
    expect(world.listSpace().changes).toHaveLength(4);
    expect(world.titles()).not.toContain('Changes');
  });

  test('loses rows that are older than 90 days, at the next change', () => {
    const world = new RosterWorld([launch(first)]);
    world.listSpace({ changes: true });
    world.change([launch(second)]);
    world.listSpace();
    world.change([launch(first)]);
    world.chat.now += 91 * 24 * 60 * 60_000;
    world.listSpace();
    const rows = world.rows('Changes', 'change').filter(({ key }) => key !== '');
    expect(new Set(rows.map(({ key }) => String(key).split('|')[1])).size).toBe(1);
  });
});

describe('a list that the page holds', () => {
  test('is what the card shows, and is written without asking again', () => {
    const world = new RosterWorld([launch(EVERYBODY)]);
    const roster = world.calls().listMembers(`spaces/${S}`);
    expect(roster).toMatchObject({
      isLarge: false,
      space: { displayName: 'Orchard launch' },
      composition: { people: 2, owners: 1, groups: 1, apps: 1, invited: 1 },
      tab: { name: TAB, exists: false, logsChanges: false },
    });
    expect(roster.memberships).toHaveLength(5);
    const asked = world.chat.requests.length;
    const returned: unknown = JSON.parse(JSON.stringify(roster));
    const view = world.finish(world.calls().writeRoster(returned, { changes: true }));
    expect(view).toMatchObject({ state: 'done', done: 5, roster: { stamp: { complete: true } } });
    expect(world.chat.requests).toHaveLength(asked);
    expect(world.present(TAB)).toEqual(IDS);
    expect(world.calls().listMembers(`spaces/${S}`).tab).toEqual({
      name: TAB,
      exists: true,
      logsChanges: true,
    });
  });

  test('is not held where it is large: only Google’s counts are shown', () => {
    const many = Array.from({ length: 1_200 }, (_, index) => person(String(5_000 + index)));
    const world = new RosterWorld([launch(many)]);
    expect(world.calls().listMembers(`spaces/${S}`)).toMatchObject({
      isLarge: true,
      memberships: [],
      composition: { people: 1_200, owners: 0 },
    });
    expect(world.chat.lists()).toHaveLength(2);
  });

  test.each([
    ['a membership of another space', { memberships: [{ name: 'spaces/OTHER/members/1', state: 'JOINED' }] }],
    ['nothing that is a membership', { memberships: [7] }],
    ['a large list', { isLarge: true }],
    ['a space that is none', { space: { space: 'orchard' } }],
  ])('is refused with %s', (_, wrong) => {
    const world = new RosterWorld([launch(EVERYBODY)]);
    const roster = world.calls().listMembers(`spaces/${S}`);
    const space = { ...roster.space, ...(wrong as { space?: object }).space };
    expect(codeOf(() => world.calls().writeRoster({ ...roster, ...wrong, space }, {}))).toBe(
      'argumentUnreadable',
    );
    expect(world.titles()).toEqual(['Sheet1']);
  });

  test('is refused after a day, and once the space was listed since', () => {
    const world = new RosterWorld([launch(EVERYBODY)]);
    const roster = world.calls().listMembers(`spaces/${S}`);
    world.change([launch(EVERYBODY)]);
    world.listSpace();
    expect(codeOf(() => world.calls().writeRoster(roster, {}))).toBe('answerOutdated');
    world.chat.now += 25 * 60 * 60_000;
    expect(codeOf(() => world.calls().writeRoster(roster, {}))).toBe('answerOutdated');
    expect(world.store.stored).toBeNull();
  });
});

describe('several spaces', () => {
  const other: FakeSpace = { id: 'AAAAother22', displayName: 'Harvest', members: [BEN, person('2001')] };
  const dm: FakeSpace = { id: 'AAAAdm33333', spaceType: 'DIRECT_MESSAGE', members: [ADA, BEN] };

  test('all of mine go into the tab Spaces and into the one tab Members, without direct messages', () => {
    const world = new RosterWorld([launch([ADA, BEN]), other, dm]);
    const view = world.list({ of: 'mine' });
    expect(view).toMatchObject({ state: 'done', roster: { spaces: 2, spacesDone: 2, spacesIncomplete: 0 } });
    expect(world.present('Members')).toEqual(['1001', '1002', '1002', '2001']);
    expect(world.rows('Spaces', 'space').map(({ name, ownerCount }) => [name, ownerCount])).toEqual([
      ['Orchard launch', 1],
      ['Harvest', 0],
    ]);
  });

  test('those that are selected in the tab Spaces are listed, each once', () => {
    const world = new RosterWorld([launch([ADA, BEN]), other]);
    world.finish(world.calls().startSpaces({ directMessages: false }));
    const table = world.tab('Spaces');
    const area = { row: 3, column: 1, rows: 1, columns: 3 };
    world.workbook.select(table, area, area);
    expect(world.calls().selectedSpaces()).toEqual({ spaces: 1, directMessages: 0, people: 2 });
    expect(world.list({ of: 'selected' })).toMatchObject({ state: 'done', done: 2, roster: { spaces: 1 } });
    expect(world.present('Members')).toEqual(['1002', '2001']);
    expect(world.list({ of: 'unlisted' })).toMatchObject({ state: 'done', done: 2, roster: { spaces: 1 } });
  });

  test('those whose list could not be read count as not listed yet, and are asked again', () => {
    const world = new RosterWorld([launch([ADA, BEN]), other]);
    world.finish(world.calls().startSpaces({ directMessages: false }));
    world.change([launch([ADA, BEN]), { ...other, closed: true }]);
    expect(world.list({ of: 'unlisted' })).toMatchObject({ state: 'done', roster: { spacesIncomplete: 1 } });
    const known = world.calls().knownSpaces();
    expect(known.map(({ composition }) => composition === null).sort()).toEqual([false, true]);
    world.change([launch([ADA, BEN]), other]);
    expect(world.list({ of: 'unlisted' })).toMatchObject({ state: 'done', done: 2, roster: { spaces: 1 } });
    expect(world.present('Members')).toHaveLength(4);
  });

  test('are told where nothing is selected', () => {
    const world = new RosterWorld([launch([ADA])]);
    expect(codeOf(() => world.calls().selectedSpaces())).toBe('noSpacesTab');
    world.finish(world.calls().startSpaces({ directMessages: false }));
    expect(codeOf(() => world.calls().selectedSpaces())).toBe('noSpacesSelected');
  });

  test('leave no marker behind when cancelled', () => {
    const spaces = Array.from({ length: 40 }, (_, index) => ({ ...other, id: `AAAAmany${index + 10}` }));
    const world = new RosterWorld(spaces, { latencyMs: 6_000 });
    const view = world.calls().startRoster({ of: 'mine' }, {});
    expect(view.state).toBe('running');
    world.calls().cancelJob(view.runId);
    const looks = world.rows('Spaces', 'space').map(({ look }) => String(look));
    expect(looks.filter((look) => look.includes('run-'))).toEqual([]);
  });
});
