/** What people and spaces do to a list that nobody expects: spaces that vanish, the same space twice, names that Sheets refuses. */
import { describe, expect, test } from '@jest/globals';
import { apiFailure, type FakeSpace } from '../fake-chat.testing';
import { person, RosterWorld, S } from './roster.testing';

const OTHER = 'AAAAroster2';
const THIRD = 'AAAAroster3';
const everybody = (count: number) =>
  Array.from({ length: count }, (_, index) => person(String(1_001 + index)));
const space = (id: string, displayName: string, count = 3): FakeSpace => ({
  id,
  displayName,
  members: everybody(count),
});
const GONE = apiFailure(403, {
  status: 'PERMISSION_DENIED',
  message:
    "Permission denied to perform the requested action on the specified resource, or the resource doesn't exist.",
});

describe('a space that is deleted between two pages', () => {
  /** From the third page on the space is no more. */
  const deleted = (id: string) => {
    let pages = 0;
    return {
      pageSize: 4,
      fault: (request: { readonly method: string }) =>
        request.method === 'spaces.members.list' && JSON.stringify(request).includes(id) && (pages += 1) > 2
          ? GONE
          : null,
    };
  };

  test('keeps who was listed so far, and says that the list is not complete', () => {
    const world = new RosterWorld([space(S, 'Orchard', 11)], deleted(S));
    expect(world.listSpace()).toMatchObject({ state: 'done', roster: { spacesIncomplete: 1 } });
    expect(world.present('Members of Orchard')).toHaveLength(8);
    expect(String(world.rows('Spaces', 'space')[0]?.complete)).not.toMatch(/^Complete/);
  });

  test('marks nobody as gone at a refresh', () => {
    const world = new RosterWorld([space(S, 'Orchard', 11)], { pageSize: 4 });
    world.listSpace();
    world.change(world.spaces, deleted(S));
    world.listSpace();
    expect(world.present('Members of Orchard')).toHaveLength(11);
    expect(world.gone('Members of Orchard')).toEqual([]);
  });

  test('does not keep the others from being listed', () => {
    const spaces = [space(S, 'Orchard', 11), space(OTHER, 'Harvest', 3)];
    const world = new RosterWorld(spaces, deleted(S));
    expect(world.list({ of: 'mine' })).toMatchObject({
      state: 'done',
      roster: { spacesDone: 2, spacesIncomplete: 1 },
    });
    expect(world.rows('Members', 'roster').filter(({ space: id }) => id === `spaces/${OTHER}`)).toHaveLength(
      3,
    );
  });
});

describe('the same space twice', () => {
  const spaces = [space(S, 'Orchard'), space(OTHER, 'Harvest')];
  /** The tab `Spaces`, whose first row somebody has copied below. */
  function copied(): RosterWorld {
    const world = new RosterWorld(spaces);
    world.finish(world.calls().startSpaces({ directMessages: false }));
    world.tab('Spaces').copyRow(2);
    return world;
  }

  test('in the selection is listed once', () => {
    const world = copied();
    const table = world.tab('Spaces');
    world.workbook.select(table, { row: 2, column: 1, rows: table.used().rows - 1, columns: 1 });
    expect(world.list({ of: 'selected' })).toMatchObject({ state: 'done', done: 6, roster: { spaces: 2 } });
    const names = world.rows('Members', 'roster').map(({ membership }) => membership);
    expect(new Set(names).size).toBe(6);
    expect(names).toHaveLength(6);
    expect(world.chat.lists()).toHaveLength(2);
  });

  test('in two areas of the selection is listed once', () => {
    const world = copied();
    const row = { row: 2, column: 1, rows: 1, columns: 3 };
    world.workbook.select(world.tab('Spaces'), row, row);
    expect(world.list({ of: 'selected' })).toMatchObject({ state: 'done', done: 3, roster: { spaces: 1 } });
    expect(world.chat.lists()).toHaveLength(1);
  });

  test('in two lists: each has its own rows, and each finds its own leavers', () => {
    const world = new RosterWorld(spaces);
    world.listSpace();
    world.list({ of: 'mine' });
    world.change([{ ...space(S, 'Orchard', 2) }, space(OTHER, 'Harvest')]);
    world.list({ of: 'mine' });
    expect(world.gone('Members')).toEqual(['1003']);
    expect(world.gone('Members of Orchard')).toEqual([]);
    world.listSpace();
    expect(world.gone('Members of Orchard')).toEqual(['1003']);
    expect(world.present('Members of Orchard')).toEqual(['1001', '1002']);
    expect(world.rows('Members', 'roster')).toHaveLength(6);
  });
});

describe('the tab of a space', () => {
  test.each([
    ['=HYPERLINK("https://evil.example","win")', 'Members of =HYPERLINK("https evil.example","win")'],
    ['/', `Members of ${S}`],
    ["'quoted'", 'Members of quoted'],
    [' [a]*b?c:d/e\\f\n\tg ', 'Members of a b c d e f g'],
    ['x'.repeat(200), `Members of ${'x'.repeat(79)}`],
    [`${'x'.repeat(78)}😀😀`, `Members of ${'x'.repeat(78)}`],
  ])('whose name is %j has a name that Sheets takes', (displayName, title) => {
    const world = new RosterWorld([{ ...space(S, displayName) }]);
    expect(world.listSpace()).toMatchObject({ state: 'done', done: 3 });
    expect(world.titles()).toContain(title);
    expect(title.length).toBeLessThanOrEqual(90);
    expect(world.present(title)).toHaveLength(3);
    // Found again by its mark: no second tab.
    world.listSpace();
    expect(world.titles().filter((one) => one.startsWith('Members'))).toEqual([title]);
  });

  test('gets a number where another space has the same name, in whatever case', () => {
    const world = new RosterWorld([space(S, 'Orchard'), space(OTHER, 'ORCHARD'), space(THIRD, 'Orchard')]);
    for (const id of [S, OTHER, THIRD]) world.list({ of: 'space', space: `spaces/${id}` });
    expect(world.titles().filter((one) => one.startsWith('Members'))).toEqual([
      'Members of Orchard',
      'Members of ORCHARD (2)',
      'Members of Orchard (3)',
    ]);
    world.list({ of: 'space', space: `spaces/${OTHER}` });
    expect(world.titles().filter((one) => one.startsWith('Members'))).toHaveLength(3);
  });

  test('holds a name that looks like a formula as text', () => {
    const formula = '=HYPERLINK("https://evil.example","win")';
    const world = new RosterWorld([{ ...space(S, formula, 1) }]);
    world.listSpace();
    const [title = ''] = world.titles().filter((one) => one.startsWith('Members'));
    expect(world.rows(title, 'roster').map(({ spaceName }) => spaceName)).toEqual([formula]);
    const table = world.tab(title);
    const formulas = table.formulas({ row: 2, column: 1, rows: 1, columns: table.used().columns });
    expect(formulas.flat().filter((one) => one !== '')).toEqual([]);
  });
});
