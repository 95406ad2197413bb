import { beforeEach, expect, test } from '@jest/globals';
import { spacesInCells } from '../../../src/core/spaces/space-cells';
import type { Cell } from '../../../src/core/table/cell';
import { person, RosterWorld } from '../roster/roster.testing';
import type { MemoryTable } from '../memory.testing';

const ROOM = 'https://chat.google.com/room/AAAAlinked1';
let world: RosterWorld;

beforeEach(() => {
  world = new RosterWorld([{ id: 'AAAAlaunch1', displayName: 'Orchard launch', members: [person('1001')] }]);
  world.finish(world.calls().startSpaces({ directMessages: false }));
});

/** What these cells of a column mean, by row from 1 on. */
function read(
  cells: readonly Cell[],
  links: ReadonlyMap<number, string> = new Map(),
  edit?: (table: MemoryTable) => void,
) {
  const table = world.workbook.add(
    'List',
    cells.map((cell) => [cell]),
  );
  for (const [row, link] of links) table.link(row, 1, link);
  world.calls();
  world.workbook.calls = [];
  world.workbook.before = (name) => {
    if (name.endsWith('links')) edit?.(table);
  };
  const found = spacesInCells(
    world.execution,
    table,
    1,
    new Map(cells.map((cell, index) => [index + 1, cell])),
  );
  world.workbook.before = () => undefined;
  return Object.fromEntries(
    [...found].map(([row, result]) => [row, result.ok ? result.value : result.problem.code]),
  );
}

test('references and blank cells need no look at links or names', () => {
  expect(read(['spaces/AAAAother99', '', ROOM])).toEqual({});
  expect(world.workbook.calls).toEqual([]);
});

test('the link of the whole cell counts, whatever its text; the links of all rows are read in one call', () => {
  const links = new Map([
    [1, ROOM],
    [3, ROOM],
  ]);
  expect(read(['our room', 'spaces/AAAAother99', 'Orchard launch'], links)).toEqual({
    1: 'spaces/AAAAlinked1',
    3: 'spaces/AAAAlinked1',
  });
  expect(world.workbook.calls.filter((name) => name.endsWith('links'))).toHaveLength(1);
});

test('a link that leads elsewhere leaves the name to count', () => {
  expect(read(['Orchard launch', 'Cider week'], new Map([[1, 'https://orchard.example/']]))).toEqual({
    1: 'spaces/AAAAlaunch1',
  });
});

test('a row that was moved since it was read does not get the link of another', () => {
  const sorted = (table: MemoryTable): void => {
    table.sort((_, index) => -index);
  };
  // The first row is that of the titles, and stays.
  expect(read(['', 'our room', 'Orchard launch'], new Map([[2, ROOM]]), sorted)).toEqual({});
});
