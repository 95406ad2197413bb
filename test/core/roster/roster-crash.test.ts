/** A refresh that is killed at any port call, or meets edits there, and is then continued as people do. */
import { describe, expect, test } from '@jest/globals';
import type { FakeSpace } from '../fake-chat.testing';
import { Killed } from '../memory.testing';
import { person, RosterWorld, S } from './roster.testing';

const TAB = 'Members of Orchard launch';
const launch = (members: FakeSpace['members'], more: Partial<FakeSpace> = {}): FakeSpace => ({
  id: S,
  displayName: 'Orchard launch',
  members,
  ...more,
});
/** Three pages at the first listing, and at the second one people who joined, left, and changed their roles. */
const FIRST = Array.from({ length: 9 }, (_, index) => person(String(1_001 + index)));
const SECOND = [
  { ...person('1001'), role: 'ROLE_MANAGER' as const },
  ...FIRST.slice(1, 7),
  person('2001'),
  person('2002', { affiliation: 'EXTERNAL' }),
];
const SECOND_IDS = SECOND.map(({ id }) => id).sort();
const LEFT = [{ id: '1008', at: '2026-10-01T09:30:00Z' }];

/** A list that has been made once, with a note beside each person. */
function listed(): RosterWorld {
  const world = new RosterWorld([launch(FIRST)], { pageSize: 4 });
  world.listSpace({ changes: true });
  const table = world.tab(TAB);
  const free = table.used().columns + 1;
  world.rows(TAB, 'roster').forEach(({ membership }, index) => {
    table.type(index + 2, free, `note ${String(membership)}`);
  });
  world.change([launch(SECOND, { left: LEFT })]);
  world.workbook.calls = [];
  return world;
}

/** Goes on from whatever is left, as a person does: continues what is open, else asks again. */
function goOn(world: RosterWorld): void {
  const { job } = world.calls().start('ask');
  if (job === null) world.listSpace();
  else world.finish(world.calls().stepJob(job.runId, true));
  const left = world.calls().start('ask').job;
  if (left !== null) throw new Error(`Left ${left.state}: ${left.problem?.code ?? ''}`);
}

/** What must be true in the end, whatever happened in between. */
function expectTruth(world: RosterWorld, isFirstWhole = true): void {
  expect(world.present(TAB)).toEqual(SECOND_IDS);
  expect(world.gone(TAB)).toEqual(['1008', '1009']);
  const table = world.tab(TAB);
  const rows = world.rows(TAB, 'roster');
  const names = rows.map(({ membership }) => membership);
  expect(new Set(names).size).toBe(names.length);
  const free = table.used().columns;
  rows.forEach(({ membership, name }, index) => {
    const id = String(membership).split('/members/')[1] ?? '';
    expect(name).toBe(`Person ${id}`);
    if (FIRST.some((one) => one.id === id))
      expect(table.cell(index + 2, free).value).toBe(`note ${String(membership)}`);
  });
  if (!isFirstWhole) return;
  const changes = world
    .rows('Changes', 'change')
    .map(
      ({ membership, key }) => `${String(key).split('|')[3] ?? ''} ${String(membership).split('/')[3] ?? ''}`,
    )
    .sort();
  expect(changes).toEqual(['joined 2001', 'joined 2002', 'noLongerIn 1008', 'noLongerIn 1009', 'role 1001']);
}

function callsOfARefresh(): number {
  const world = listed();
  world.listSpace();
  expectTruth(world);
  return world.workbook.calls.length;
}

describe('a refresh with people who joined, left and changed', () => {
  test.each([0, 1, 100])(
    'killed at any call, with %i of the waiting writes done, and continued: every row and every change stands once',
    (applied) => {
      const calls = callsOfARefresh();
      expect(calls).toBeGreaterThan(30);
      for (let at = 1; at <= calls; at++) {
        const world = listed();
        let killed = false;
        world.workbook.before = (_, index) => {
          if (killed || index !== at) return;
          killed = true;
          for (const table of world.workbook.tables) table.drop(applied);
          throw new Killed();
        };
        try {
          world.listSpace();
        } catch (error) {
          if (!(error instanceof Killed)) throw error;
        }
        world.workbook.before = () => undefined;
        world.chat.now += 8 * 60_000;
        try {
          goOn(world);
          expectTruth(world);
        } catch (error) {
          throw new Error(`Killed at call ${at}`, { cause: error });
        }
      }
    },
  );

  test.each([
    [
      'rows are sorted',
      (world: RosterWorld) => {
        world.tab(TAB).sort((_, index) => -index);
      },
    ],
    [
      'a row is inserted at the top',
      (world: RosterWorld) => {
        world.tab(TAB).insertRows(2, 1);
      },
    ],
    [
      'a column is inserted at the left',
      (world: RosterWorld) => {
        world.tab(TAB).insertColumns(1, 1);
      },
    ],
    [
      'a column of ours is moved',
      (world: RosterWorld) => {
        world.tab(TAB).moveColumn(2, 5);
      },
    ],
  ])('while %s at any call: nobody is lost and every note stays beside its person', (_, edit) => {
    const calls = callsOfARefresh();
    for (let at = 1; at <= calls; at++) {
      const world = listed();
      world.workbook.before = (name, index) => {
        if (index === at && name !== 'drop') edit(world);
      };
      try {
        const view = world.listSpace();
        world.workbook.before = () => undefined;
        // A sheet that never rests is told; the next try finds it at rest.
        if (view.state !== 'done') goOn(world);
        const blank = world.rows(TAB, 'roster').filter(({ membership }) => membership === '').length;
        expect(blank).toBeLessThanOrEqual(1);
        expect(world.present(TAB).filter((id) => id !== '')).toEqual(SECOND_IDS);
        expect(world.gone(TAB)).toEqual(['1008', '1009']);
        const table = world.tab(TAB);
        const free = table.used().columns;
        world.rows(TAB, 'roster').forEach(({ membership, name }, index) => {
          const id = String(membership).split('/members/')[1] ?? '';
          if (id === '') return;
          expect(name).toBe(`Person ${id}`);
          if (FIRST.some((one) => one.id === id))
            expect(table.cell(index + 2, free).value).toBe(`note ${String(membership)}`);
        });
      } catch (error) {
        throw new Error(`Edited at call ${at}`, { cause: error });
      }
    }
  });
});

describe('a first listing', () => {
  test('killed at any call and asked for again leaves one list with everybody once, and no change', () => {
    const begin = (): RosterWorld => new RosterWorld([launch(FIRST)], { pageSize: 4 });
    const whole = begin();
    whole.listSpace({ changes: true });
    const calls = whole.workbook.calls.length;
    for (let at = 1; at <= calls; at++) {
      const world = begin();
      let killed = false;
      world.workbook.before = (_, index) => {
        if (killed || index !== at) return;
        killed = true;
        for (const table of world.workbook.tables) table.drop(1);
        throw new Killed();
      };
      try {
        world.listSpace({ changes: true });
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
      world.workbook.before = () => undefined;
      world.chat.now += 8 * 60_000;
      try {
        goOn(world);
        const tabs = world.titles().filter((title) => title.startsWith('Members'));
        expect(tabs).toHaveLength(1);
        expect(world.present(tabs[0] ?? '')).toEqual(FIRST.map(({ id }) => id).sort());
        expect(world.titles()).not.toContain('Changes');
      } catch (error) {
        throw new Error(`Killed at call ${at}`, { cause: error });
      }
    }
  });
});
