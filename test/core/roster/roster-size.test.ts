/** What listing costs: requests exactly, and cells moved beside cells written. */
import { expect, test } from '@jest/globals';
import { apiFailure, type FakeSpace } from '../fake-chat.testing';
import { person, RosterWorld, S } from './roster.testing';

const many = (count: number, from = 10_000) =>
  Array.from({ length: count }, (_, index) => person(String(from + index)));
const space = (members: FakeSpace['members'], id = S): FakeSpace => ({ id, displayName: 'Orchard', members });
const methodsOf = (world: RosterWorld): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { method } of world.chat.requests) counts[method] = (counts[method] ?? 0) + 1;
  return counts;
};

test('a space is one request for a thousand members and one for the count; a refresh adds one for events and a get for each they do not explain', () => {
  const world = new RosterWorld([space(many(3_500))]);
  world.listSpace();
  expect(methodsOf(world)).toEqual({ 'spaces.get': 1, 'spaces.members.list': 4 });
  const { cellsMoved, cellsWritten } = world.workbook;
  expect(cellsMoved).toBeLessThanOrEqual(3 * cellsWritten);
  world.tab('Members of Orchard').sort((_, index) => (index * 7_919) % 3_500);
  world.change([
    {
      ...space([...many(3_490), person('20000')]),
      left: Array.from({ length: 8 }, (_, index) => ({
        id: String(13_490 + index),
        at: '2026-10-01T09:30:00Z',
      })),
    },
  ]);
  world.listSpace();
  expect(methodsOf(world)).toEqual({
    'spaces.get': 1,
    'spaces.members.list': 4,
    'spaces.spaceEvents.list': 1,
    'spaces.members.get': 2,
  });
  expect(world.gone('Members of Orchard')).toHaveLength(10);
});

test('spaces are listed side by side: one request each and one for all their counts', () => {
  const spaces = Array.from({ length: 60 }, (_, index) =>
    space([person('1'), person('2')], `AAAAmany${100 + index}`),
  );
  const world = new RosterWorld(spaces, { latencyMs: 150 });
  const view = world.list({ of: 'mine' });
  expect(view).toMatchObject({ state: 'done', done: 120, roster: { spacesDone: 60, spacesIncomplete: 0 } });
  expect(methodsOf(world)).toMatchObject({ 'spaces.list': 1, 'spaces.members.list': 60 });
  expect(world.chat.rounds).toBeLessThan(20);
});

test('a page size that fails is halved, and remembered for the pages behind it', () => {
  const world = new RosterWorld([space(many(1_500))], {
    fault: (request) =>
      request.method === 'spaces.members.list' && (request.pageSize ?? 0) > 500 ? apiFailure(500) : null,
  });
  expect(world.listSpace()).toMatchObject({ state: 'done', done: 1_500 });
  const sizes = world.chat.lists().map((request) => ('pageSize' in request ? request.pageSize : 0));
  expect(sizes.slice(-3)).toEqual([500, 500, 500]);
});

test('two people who list at once do not disturb each other: the second is told that a job is open', () => {
  const world = new RosterWorld([space(many(2_500))], { latencyMs: 4_000 });
  const first = world.calls().startRoster({ of: 'space', space: `spaces/${S}` }, {});
  expect(first.state).toBe('running');
  world.store.person = 'person-2';
  expect(() => world.calls().startRoster({ of: 'space', space: `spaces/${S}` }, {})).toThrow();
  world.store.person = 'person-1';
  world.finish(first);
  expect(world.present('Members of Orchard')).toHaveLength(2_500);
});
