import { beforeEach, describe, expect, test } from '@jest/globals';
import { findSpace, plainName, withNamedSpace } from '../../../src/core/spaces/find-space';
import { person, RosterWorld } from '../roster/roster.testing';

const ADA = person('1001');
let world: RosterWorld;

beforeEach(() => {
  world = new RosterWorld([
    { id: 'AAAAlaunch1', displayName: 'Orchard launch', members: [ADA] },
    { id: 'AAAAharves2', displayName: 'Harvest', members: [ADA] },
    { id: 'AAAAharves3', displayName: 'ＨＡＲＶＥＳＴ', members: [ADA] },
  ]);
  world.finish(world.calls().startSpaces({ directMessages: false }));
  world.calls();
  world.workbook.calls = [];
});
const find = (typed: string) => findSpace(world.execution, typed);

describe('a space is found', () => {
  test('by what refers to it, without a look at the sheet', () => {
    expect(find('spaces/AAAAother99')).toEqual({ ok: true, value: 'AAAAother99' });
    expect(world.workbook.calls).toEqual([]);
  });

  test('by the name that one space of the tab Spaces has, however it is typed', () => {
    for (const typed of ['Orchard launch', '  orchard   LAUNCH ', 'Ｏrchard launch'])
      expect(find(typed)).toEqual({ ok: true, value: 'AAAAlaunch1' });
  });

  test('by no name that two spaces have: both are said', () => {
    expect(find(' Harvest ')).toMatchObject({
      ok: false,
      problem: {
        code: 'spaceNameTwice',
        params: { value: 'Harvest', space: 'spaces/AAAAharves2', otherSpace: 'spaces/AAAAharves3' },
      },
    });
  });

  test('by no name that nobody knows, and by none where there is no tab Spaces', () => {
    expect(find('Cider week').ok).toBe(false);
    world.workbook.tables = world.workbook.tables.filter(({ title }) => title !== 'Spaces');
    expect(find('Orchard launch').ok).toBe(false);
  });
});

test('the name of a question’s space is replaced by the space; a reference and nothing stay as they are', () => {
  const asked = (space: string) => withNamedSpace(world.execution, { space, member: 'ada@orchard.example' });
  expect(asked('orchard launch')).toEqual({ space: 'spaces/AAAAlaunch1', member: 'ada@orchard.example' });
  for (const space of ['', ' ', 'spaces/AAAAlaunch1', 'Cider week']) expect(asked(space).space).toBe(space);
  expect(() => asked('Harvest')).toThrow();
});

test('names are compared without regard to width, case and blanks', () => {
  expect(plainName(' Ａ\u3000 b\tC ')).toBe('a b c');
});
