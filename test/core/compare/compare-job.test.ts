import { describe, expect, test } from '@jest/globals';
import type { Comparison, JobView } from '../../../src/core/contract';
import { ProblemError } from '../../../src/core/chat/problem';
import type { FakeMember } from '../fake-chat.testing';
import { Killed, type MemoryTable } from '../memory.testing';
import { person, RosterWorld, S } from '../roster/roster.testing';

const ME: FakeMember = { id: '1', email: 'me@example.com', displayName: 'Mei Example', shown: true };
const SPACE = `spaces/${S}`;
const ids = (from: number, count: number) => Array.from({ length: count }, (_, n) => String(from + n));
const address = (id: string) => `p${id}@orchard.example`;

/** A list in the first column, selected with its title. */
function listIn(world: RosterWorld, typed: readonly string[]): MemoryTable {
  const table = world.workbook.add('Course', [['Person'], ...typed.map((text) => [text])]);
  world.workbook.select(table, { row: 1, column: 1, rows: typed.length + 1, columns: 1 });
  return table;
}

function compare(world: RosterWorld): { readonly view: JobView; readonly found: Comparison } {
  const view = world.finish(world.calls().startCompare(SPACE, null, undefined));
  return { view, found: read(world, view) };
}

function read(world: RosterWorld, { tabId, startedAt, comparison }: JobView): Comparison {
  return world.calls().comparison({ tab: tabId, space: comparison?.space, since: startedAt });
}

const restOf = (world: RosterWorld) =>
  world.rows('Not on your list', 'roster').map(({ membership }) => String(membership).split('/members/')[1]);

describe('a list compared with a space', () => {
  test('gives three sets, and undecided apart', () => {
    const world = new RosterWorld([
      {
        id: S,
        members: [
          ME,
          ...ids(10, 6).map((id) => person(id)),
          person('30', { state: 'INVITED' }),
          { id: '03group', group: true, shown: true },
        ],
      },
    ]);
    const table = listIn(world, ['10', address('11'), '12', '99', 'me', '30', 'no address at all']);
    const { view, found } = compare(world);
    expect(view).toMatchObject({ kind: 'compare', state: 'done', done: 7, total: 7, problem: null });
    expect(found.counts).toEqual({ member: 4, invited: 1, notMember: 1, unchecked: 1 });
    expect(found.onlyInList.map(({ row, invited }) => [row, invited])).toEqual([
      [5, false],
      [7, true],
    ]);
    expect(found.rest).toMatchObject({ tab: 'Not on your list', count: 3 });
    expect(found.rest?.people.map(({ name }) => name)).toEqual(['Person 13', 'Person 14', 'Person 15']);
    expect(restOf(world)).toEqual(['13', '14', '15']);
    expect(view.comparison?.stamp).toMatchObject({ complete: true });
    expect(table.cell(2, 1).value).toBe('10');
  });

  test('names those who are missing by address, each once, and counts rows that mean the same person', () => {
    const world = new RosterWorld([{ id: S, members: [ME, person('10')] }]);
    listIn(world, [address('10'), '10', 'gone@orchard.example', 'Gone <gone@orchard.example>', '99']);
    const { found } = compare(world);
    expect(found.addresses).toEqual(['gone@orchard.example']);
    expect(found.csv).toBe(`space,address\r\n${SPACE},gone@orchard.example\r\n`);
    expect(found.doubles).toBe(1);
  });

  test('again finds its own tab, and says of whom stands on the list by now', () => {
    const world = new RosterWorld([{ id: S, members: [ME, ...ids(10, 4).map((id) => person(id))] }]);
    const table = listIn(world, ['me', '10']);
    compare(world);
    expect(restOf(world)).toEqual(['11', '12', '13']);
    const rest = world.tab('Not on your list');
    rest.type(2, 20, 'a note of mine');
    table.type(4, 1, '11');
    world.workbook.select(table, { row: 1, column: 1, rows: 4, columns: 1 });
    world.change([{ id: S, members: [ME, ...ids(10, 5).map((id) => person(id))] }]);
    const { found } = compare(world);
    expect(world.titles().filter((title) => title.startsWith('Not on'))).toEqual(['Not on your list']);
    expect(found.rest?.people.map(({ name }) => name)).toEqual(['Person 12', 'Person 13', 'Person 14']);
    expect(world.rows('Not on your list', 'roster')[0]).toMatchObject({ state: 'On your list' });
    expect(rest.cell(2, 20).value).toBe('a note of mine');
  });

  test.each([
    ['emptied', ''],
    ['given to somebody else', '12'],
    ['given to a word', 'nobody'],
  ])('again does not count an old answer in a row that was %s', (_, typed) => {
    const world = new RosterWorld([{ id: S, members: [ME, ...ids(10, 3).map((id) => person(id))] }]);
    const table = listIn(world, ['me', '10', '11']);
    compare(world);
    table.type(4, 1, typed);
    // Only the rows above are asked again.
    world.workbook.select(table, { row: 1, column: 1, rows: 3, columns: 1 });
    world.change(world.spaces);
    const { found } = compare(world);
    expect(found.counts).toEqual({ member: 2, invited: 0, notMember: 0, unchecked: 0 });
    expect(found.rest?.people.map(({ name }) => name).sort()).toEqual(['Person 11', 'Person 12']);
  });

  test('leaves a row out whose question was changed since', () => {
    const world = new RosterWorld([{ id: S, members: [ME, person('10')] }]);
    const table = listIn(world, ['me', '10', 'gone@orchard.example', 'left@orchard.example']);
    const { view } = compare(world);
    table.type(4, 1, 'other@orchard.example');
    table.type(5, 1, '');
    const found = read(world, view);
    expect(found.counts).toEqual({ member: 2, invited: 0, notMember: 0, unchecked: 0 });
    expect(found.addresses).toEqual([]);
  });

  test('of many pages holds everybody once, with one request a page', () => {
    const world = new RosterWorld([{ id: S, members: [ME, ...ids(1000, 249).map((id) => person(id))] }], {
      pageSize: 50,
    });
    listIn(world, ['1000', '1001']);
    const { found } = compare(world);
    expect(found.rest?.count).toBe(248);
    expect(new Set(restOf(world)).size).toBe(248);
  });

  test('takes a list of 5,000 with blanks and people who stand there twice', () => {
    const world = new RosterWorld([{ id: S, members: [ME, ...ids(10_000, 2_999).map((id) => person(id))] }]);
    // Each fifth row is blank, each tenth asks for one person again; the first 1,000 and the last are not in the space.
    const typed = ids(9_000, 5_000).map((id, row) => (row % 5 === 0 ? '' : row % 10 === 1 ? '10002' : id));
    listIn(world, typed);
    const { view, found } = compare(world);
    const people = new Set(typed.filter((text) => text !== ''));
    const inSpace = [...people].filter((id) => Number(id) >= 10_000 && Number(id) < 12_999);
    expect(view).toMatchObject({ state: 'done', done: 4_000, total: 4_000, problem: null });
    expect(found.counts).toEqual({
      member: typed.filter((id) => inSpace.includes(id)).length,
      invited: 0,
      notMember: typed.filter((id) => id !== '' && !inSpace.includes(id)).length,
      unchecked: 0,
    });
    expect(found.rest?.count).toBe(3_000 - inSpace.length);
    expect(found.doubles).toBe(4_000 - people.size);
    expect(new Set(restOf(world)).size).toBe(3_000 - inSpace.length);
  });

  test('of rows that name spaces of their own is refused', () => {
    const world = new RosterWorld([{ id: S, members: [ME] }]);
    const table = world.workbook.add('Both', [
      ['Space', 'Member'],
      [SPACE, 'me'],
    ]);
    world.workbook.select(table, { row: 1, column: 1, rows: 2, columns: 2 });
    expect(() => world.calls().startCompare(SPACE, null, undefined)).toThrow(ProblemError);
    expect(world.store.stored).toBeNull();
  });

  test('of a space that shows its members to nobody says so, and goes on once it does', () => {
    const failure = { status: 403, code: 'PERMISSION_DENIED', message: 'Permission denied.' };
    const members = [ME, person('10'), person('11')];
    let isClosed = true;
    const world = new RosterWorld([{ id: S, members }], {
      fault: (request) => (isClosed && request.method === 'spaces.members.list' ? (failure as never) : null),
    });
    listIn(world, ['10']);
    const view = world.finish(world.calls().startCompare(SPACE, null, undefined));
    expect(view).toMatchObject({ state: 'stopped', done: 1 });
    isClosed = false;
    const ended = world.finish(world.calls().stepJob(view.runId, false));
    expect(ended.state).toBe('done');
    expect(read(world, ended).rest?.count).toBe(2);
  });

  test('killed before any call and continued, says the same', () => {
    const members = [ME, ...ids(10, 12).map((id) => person(id))];
    for (let at = 1; ; at++) {
      const world = new RosterWorld([{ id: S, members }], { pageSize: 5 });
      listIn(world, ['10', '11', '99', address('12')]);
      const calls = world.calls();
      let count = 0;
      world.workbook.before = () => {
        if (++count === at) throw new Killed();
      };
      let view: JobView | null = null;
      try {
        view = calls.startCompare(SPACE, null, undefined);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
      world.workbook.before = () => undefined;
      const isWhole = view !== null && count < at;
      world.chat.now += 8 * 60_000;
      const open = world.calls().start('ask').job;
      const begun = open ?? world.calls().startCompare(SPACE, null, undefined);
      const ended = begun.state === 'running' ? world.finish(begun) : begun;
      const found = read(world, { ...ended, startedAt: new Date(0).toISOString() });
      expect({ at, counts: found.counts }).toEqual({
        at,
        counts: { member: 3, invited: 0, notMember: 1, unchecked: 0 },
      });
      expect({ at, rest: restOf(world).sort() }).toEqual({ at, rest: [...ids(13, 9), '1'].sort() });
      if (isWhole) break;
    }
  });
});
