/** What stands in the cells of a list that takes several steps, and what a refresh of it writes. */
import { expect, test } from '@jest/globals';
import { person, RosterWorld, S } from './roster.testing';

const MEMBERS = 3_500;
const everybody = Array.from({ length: MEMBERS }, (_, index) => person(String(10_000 + index)));
/** Requests so slow that a step reads a few pages. */
const inSteps = (): RosterWorld =>
  new RosterWorld([{ id: S, displayName: 'Orchard', members: everybody }], { latencyMs: 4_000 });

test('a list that takes several steps names the space in every row, and the tab of spaces tells what Google said of it', () => {
  const world = inSteps();
  world.listSpace();
  const names = world.rows('Members of Orchard', 'roster').map(({ spaceName }) => spaceName);
  expect(names).toHaveLength(MEMBERS);
  expect(new Set(names)).toEqual(new Set(['Orchard']));
  expect(world.rows('Spaces', 'space')).toMatchObject([{ name: 'Orchard', people: MEMBERS }]);
  expect(world.rows('Spaces', 'space')[0]?.type).not.toBe('');
});

test('a refresh in which nothing changed writes one cell a person, and the row of the space', () => {
  const world = inSteps();
  world.listSpace();
  world.change(world.spaces);
  const before = world.workbook.cellsWritten;
  world.listSpace();
  const written = world.workbook.cellsWritten - before;
  expect(written).toBeGreaterThanOrEqual(MEMBERS);
  expect(written).toBeLessThanOrEqual(MEMBERS + 20);
});
