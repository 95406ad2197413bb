import { describe, expect, test } from '@jest/globals';
import { person, RosterWorld, S } from '../roster/roster.testing';
import type { FakeMember, FakeSpace } from '../fake-chat.testing';
import { codeOf } from '../problem.testing';

const ME: FakeMember = { id: '1', email: 'me@example.com', shown: true };
const ADA = person('7', { displayName: 'Ada' });
const SPACES: readonly FakeSpace[] = [
  { id: S, displayName: 'Orchard launch', members: [ME, ADA] },
  { id: 'AAAAother22', displayName: 'Harvest', members: [ME] },
  { id: 'AAAAdirect1', spaceType: 'DIRECT_MESSAGE', members: [ME, ADA] },
  { id: 'AAAAwithapp', spaceType: 'DIRECT_MESSAGE', members: [ME], withApp: true },
];

describe('looking for somebody in a tab', () => {
  test('is an ordinary look-up of one row a space, without direct messages', () => {
    const world = new RosterWorld(SPACES);
    const view = world.finish(world.calls().startWhere({ member: ' 7 ', directMessages: false }));
    expect(view).toMatchObject({ kind: 'look-up', state: 'done', done: 2, total: 2, problem: null });
    expect(view.counts).toMatchObject({ member: 1, notMember: 1, unchecked: 0 });
    const tab = world.tab('Spaces of 7');
    expect([2, 3].map((row) => tab.cell(row, 1).value).sort()).toEqual(['Harvest', 'Orchard launch']);
    expect(world.chat.gets()).toHaveLength(2);
  });

  test('takes direct messages in where they are wanted, never those with an app', () => {
    const world = new RosterWorld(SPACES);
    const view = world.finish(world.calls().startWhere({ member: '7', directMessages: true }));
    expect(view).toMatchObject({ state: 'done', total: 3, counts: { member: 2, notMember: 1 } });
  });

  test('again asks in the same tab', () => {
    const world = new RosterWorld(SPACES);
    world.finish(world.calls().startWhere({ member: '7', directMessages: false }));
    world.finish(world.calls().startWhere({ member: '7', directMessages: false }));
    expect(world.titles().filter((title) => title.startsWith('Spaces of'))).toEqual(['Spaces of 7']);
  });

  test.each([
    ['nobody', { member: ' ', directMessages: false }, 'noMember'],
    ['something that is no text', { member: 7, directMessages: false }, 'argumentUnreadable'],
    ['nothing about direct messages', { member: '7' }, 'argumentUnreadable'],
  ])('is refused for %s, and asks Google nothing', (_, asked, code) => {
    const world = new RosterWorld(SPACES);
    expect(codeOf(() => world.calls().startWhere(asked))).toBe(code);
    expect(world.chat.requests).toEqual([]);
    expect(world.titles().filter((title) => title.startsWith('Spaces of'))).toEqual([]);
  });

  test('is refused where one is in no space', () => {
    const world = new RosterWorld([]);
    expect(codeOf(() => world.calls().startWhere({ member: '7', directMessages: false }))).toBe('noSpaces');
  });
});
