import { beforeEach, describe, expect, test } from '@jest/globals';
import type { FakeSpace } from '../fake-chat.testing';
import { ENGLISH, person, RosterWorld } from '../roster/roster.testing';

const ADA = person('100000000000000001001');
const spaces: readonly FakeSpace[] = [
  { id: 'AAAAlaunch1', displayName: 'Orchard launch', members: [ADA] },
  { id: 'AAAAharves2', displayName: 'Harvest', members: [] },
  { id: 'AAAAharves3', displayName: 'harvest', members: [ADA] },
];

let world: RosterWorld;

beforeEach(() => {
  world = new RosterWorld(spaces);
  world.finish(world.calls().startSpaces({ directMessages: false }));
});

/** Looks up rows of a list whose columns say which is which, and gives what stands in our columns. */
function lookUp(
  rows: readonly (readonly [string, string])[],
  links: readonly (readonly [number, string])[] = [],
) {
  const table = world.workbook.add('People', [['Space', 'Member'], ...rows]);
  for (const [row, link] of links) table.link(row, 1, link);
  world.workbook.select(table, { row: 1, column: 1, rows: rows.length + 1, columns: 2 });
  world.workbook.calls = [];
  const view = world.finish(world.calls().startJob('', undefined, undefined));
  expect(view.state).toBe('done');
  return world
    .rows('People', 'column')
    .map(({ verdict, note }) => ({ verdict: String(verdict), note: String(note) }));
}

const NAMED = spaces[0]?.id ?? '';

describe('a space in a cell', () => {
  test('is meant by the link of the whole cell, whatever its text says', () => {
    const [linked] = lookUp(
      [
        ['our launch', ADA.id],
        [`spaces/${NAMED}`, ADA.id],
      ],
      [[2, `https://chat.google.com/room/${NAMED}`]],
    );
    expect(linked?.verdict).toContain(ENGLISH.verdicts.member);
  });

  test('is meant by its name where exactly one space of the tab Spaces has it', () => {
    const [named, reference] = lookUp([
      ['orchard  LAUNCH', ADA.id],
      [`spaces/${NAMED}`, ADA.id],
    ]);
    expect(named?.verdict).toBe(reference?.verdict);
    expect(named?.verdict).toContain(ENGLISH.verdicts.member);
  });

  test('could not be checked where two spaces have the name, and both are said', () => {
    const [named] = lookUp([
      ['Harvest', ADA.id],
      [`spaces/${NAMED}`, ADA.id],
    ]);
    expect(named?.note).toContain('spaces/AAAAharves2');
    expect(named?.note).toContain('spaces/AAAAharves3');
    expect(named?.verdict).not.toContain(ENGLISH.verdicts.member);
  });

  test('needs no links to be read where every cell is a reference', () => {
    lookUp([
      [`spaces/${NAMED}`, ADA.id],
      ['spaces/AAAAharves3', ADA.id],
    ]);
    expect(world.workbook.calls.filter((call) => call === 'links')).toEqual([]);
  });
});

test('one question may name its space, too', () => {
  const { verdict } = world.calls().lookUp({ space: 'Orchard launch', member: ADA.id }, null);
  expect(verdict).toBe('member');
  expect(() => world.calls().lookUp({ space: 'Harvest', member: ADA.id }, null)).toThrow();
  expect(world.calls().listMembers('orchard launch').space.space).toBe(`spaces/${NAMED}`);
});
