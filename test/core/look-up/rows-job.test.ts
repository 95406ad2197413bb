import { describe, expect, test } from '@jest/globals';
import { Killed, type MemoryTable } from '../memory.testing';
import {
  finish,
  goOn,
  leftMarkers,
  openList,
  rowsByKey,
  sense,
  strayRows,
  type ListOptions,
  type RowsList,
} from './rows.testing';

/** Every asked row has the verdict of its own question; everything else is as it was. */
function expectRight(
  list: RowsList,
  before: ReturnType<typeof rowsByKey>,
  asked: readonly string[],
  what: unknown,
): void {
  const after = rowsByKey(list);
  const wrong = [...after].flatMap(([key, row]) => {
    const wanted = asked.includes(key) ? list.truth.get(row.question) : '';
    return sense(row.verdict) === wanted ? [] : [{ key, verdict: row.verdict, wanted }];
  });
  expect({ what, wrong }).toEqual({ what, wrong: [] });
  const users = [...after].map(([key, row]) => [key, row.users]);
  expect({ what, users }).toEqual({
    what,
    users: users.map(([key]) => [key, before.get(key as string)?.users]),
  });
  expect({ what, left: leftMarkers(list), stray: strayRows(list) }).toEqual({ what, left: [], stray: [] });
}

const SOME: ListOptions = {
  people: 4,
  selected: [
    [1, 3],
    [5, 6],
    [8, 8],
  ],
};
const askedOf = (list: RowsList, { selected }: ListOptions) =>
  (selected ?? [[1, list.keys.length]]).flatMap(([from = 1, to = 1]) => list.keys.slice(from - 1, to));

describe('a look-up of rows', () => {
  test.each<[string, ListOptions]>([
    ['all rows', {}],
    ['some rows', SOME],
  ])('answers %s and touches nothing else', (_, options) => {
    const list = openList(options);
    const before = rowsByKey(list);
    const result = finish(list, list.start());
    expect(result.end).toBe('done');
    expectRight(list, before, askedOf(list, options), '');
    expect(list.store.stored).toBeNull();
  });

  test('goes on over several steps', () => {
    const list = openList({ people: 40, chat: { latencyMs: 4_000, batchSize: 1 } });
    const before = rowsByKey(list);
    const first = list.start();
    expect(first.end).toBe('running');
    expect(finish(list, first).end).toBe('done');
    expectRight(list, before, list.keys, '');
  });
});

test.each([false, true])(
  'a job ends though each request takes longer than a step (space closed: %s)',
  (isClosed) => {
    const list = openList({ people: 2, selected: [[2, 2]], closed: isClosed, chat: { latencyMs: 20_000 } });
    expect(finish(list, list.start()).end).toBe('done');
  },
);

/** The calls of an undisturbed job. */
function callsOf(options: ListOptions): readonly string[] {
  const list = openList(options);
  finish(list, list.start());
  return list.workbook.calls;
}

describe('killed before any call of a port, and continued', () => {
  test.each<[string, ListOptions]>([
    ['in a new table', SOME],
    ['over several steps', { people: 6, chat: { latencyMs: 4_000, batchSize: 1 } }],
  ])('ends as if nothing had happened: %s', (_, options) => {
    const calls = callsOf(options);
    expect(calls.length).toBeGreaterThan(20);
    for (let at = 1; at <= calls.length; at++) {
      const list = openList(options);
      const before = rowsByKey(list);
      list.workbook.before = (_call, index) => {
        // An execution that is no more makes no further call.
        if (index < at) return;
        list.store.isLocked = false;
        throw new Killed();
      };
      let killed = false;
      try {
        finish(list, list.start());
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        killed = true;
      }
      list.workbook.before = () => undefined;
      list.store.isLocked = false;
      list.table.drop();
      expect({ at, end: killed ? goOn(list) : 'done' }).toEqual({ at, end: 'done' });
      expectRight(list, before, askedOf(list, options), { at });
    }
  });
});

describe('edited right before any call of a port', () => {
  const edits: readonly (readonly [string, (table: MemoryTable) => void])[] = [
    [
      'rows are inserted above',
      (table) => {
        table.insertRows(2, 2);
      },
    ],
    [
      'rows are inserted in the middle',
      (table) => {
        table.insertRows(5, 1);
      },
    ],
    [
      'rows are sorted',
      (table) => {
        table.sort((cells) =>
          String(cells.find((cell) => String(cell).startsWith('key')))
            .split('')
            .reverse()
            .join(''),
        );
      },
    ],
    [
      'a column is inserted first',
      (table) => {
        table.insertColumns(1, 1);
      },
    ],
    [
      'a column is inserted between the questions',
      (table) => {
        table.insertColumns(3, 1);
      },
    ],
    [
      'a column is inserted before ours',
      (table) => {
        table.insertColumns(5, 1);
      },
    ],
    [
      'a column is inserted among ours',
      (table) => {
        table.insertColumns(8, 1);
      },
    ],
    [
      'an unasked row is deleted',
      (table) => {
        const row = table.rows.findIndex((cells) => cells.some(({ value }) => value === 'key-3'));
        table.removeRows(row + 1, 1);
      },
    ],
  ];

  describe.each(edits)('%s', (_, edit) => {
    test.each<[string, ListOptions]>([
      ['some rows of a new table', SOME],
      ['over several steps', { people: 6, chat: { latencyMs: 4_000, batchSize: 1 } }],
    ])('%s: every row has its own answer', (_name, options) => {
      const calls = callsOf(options);
      const reading = calls.indexOf('table.values') + 1;
      // Before the selection is read, Sheets itself moves it along with what is inserted.
      for (let at = reading + 1; at <= calls.length; at++) {
        const list = openList(options);
        const before = rowsByKey(list);
        list.workbook.before = (_call, index) => {
          if (index === at) edit(list.table);
        };
        let end: string;
        try {
          end = finish(list, list.start()).end;
        } catch (error) {
          // What was selected is no longer what stands there: nothing was started.
          expect({ at, error: String(error) }).toEqual({
            at,
            error: expect.stringMatching(/selectionChanged/),
          });
          continue;
        }
        list.workbook.before = () => undefined;
        expect({ at, end }).toEqual({ at, end: 'done' });
        expectRight(list, before, askedOf(list, options), { at });
      }
    });
  });
});

describe('edited twice within a few calls', () => {
  type Edit = (table: MemoryTable, list: RowsList) => void;
  const insertRow: Edit = (table, { keys }) => {
    table.insertRows(keys.length, 1);
  };
  const reverse: Edit = (table) => {
    table.sort((_, index) => -index);
  };
  const insertColumn: Edit = (table) => {
    table.insertColumns(11, 1);
  };
  const pairs: readonly (readonly [string, Edit, Edit])[] = [
    ['a row inserted, then all rows sorted', insertRow, reverse],
    ['all rows sorted, then a column inserted', reverse, insertColumn],
  ];

  test.each(pairs)('%s: every row has its own answer, and nothing stands elsewhere', (_, first, second) => {
    const options = { people: 3 };
    const calls = callsOf(options);
    // Before the markers are written, a start refuses a selection that has changed.
    for (let index = calls.indexOf('table.write'); index < calls.length; index++) {
      for (let later = 1; later <= 8; later++) {
        const list = openList(options);
        const before = rowsByKey(list);
        list.workbook.before = (_call, now) => {
          if (now === index + 1) first(list.table, list);
          if (now === index + 1 + later) second(list.table, list);
        };
        const { end } = finish(list, list.start());
        list.workbook.before = () => undefined;
        const at = { index, call: calls[index], later };
        expect({ at, end }).toEqual({ at, end: 'done' });
        expectRight(list, before, list.keys, at);
      }
    }
  });
});
