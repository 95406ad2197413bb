/** What another person does while a script runs: between two of its service calls, on what is committed. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { TestEnvironment } from '../../emulator.testing';
import { openScript } from '../platform/echo.testing';
import type { Edit } from './edits';
import { scenarioFrom } from './read';

const LIST = [
  ['Fruit', 'Kilos'],
  ['pear', 3],
  ['apple', 1],
  ['plum', 2],
];

/** The third call writes into C2, where it is held back until the fourth reads. */
const CODE = `
  function work() {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('List');
    sheet.getRange('C2').setValue('mine');
    return sheet.getDataRange().getValues();
  }`;
const CALLS = [
  'SpreadsheetApp.getActiveSpreadsheet',
  'Spreadsheet.getSheetByName',
  'Range.setValue',
  'Sheet.getDataRange',
  'Range.getValues',
];

let environment: TestEnvironment;
afterEach(() => environment.close());

async function workDuring(edits: readonly Edit[], prepare?: (environment: TestEnvironment) => void) {
  environment = await openScript(CODE);
  environment.emulator.spreadsheet.addTab('List', LIST);
  prepare?.(environment);
  return await environment.emulator.run({ function: 'work', entry: 'menu', edits });
}

const display = () => environment.emulator.spreadsheet.display('List');

test('the calls are counted from 1', async () => {
  const { calls, editsLeft } = await workDuring([]);
  expect([calls, editsLeft]).toEqual([CALLS, []]);
});

describe('an edit', () => {
  const sheet = 'List';
  test.each([
    ['insertRows', { insertRows: { sheet, row: 2, count: 1 } }, ['Fruit', '', 'pear', 'apple', 'plum']],
    ['deleteRows', { deleteRows: { sheet, row: 2, count: 2 } }, ['Fruit', 'plum']],
    ['sort upwards', { sort: { sheet, column: 2, ascending: true } }, ['Fruit', 'apple', 'plum', 'pear']],
    ['sort downwards', { sort: { sheet, column: 1, ascending: false } }, ['Fruit', 'plum', 'pear', 'apple']],
    [
      'sort of all rows',
      { sort: { sheet, column: 1, ascending: true, headerRows: 0 } },
      ['apple', 'Fruit', 'pear', 'plum'],
    ],
    ['set', { set: { sheet, cell: 'a3', value: 'fig' } }, ['Fruit', 'pear', 'fig', 'plum']],
    ['set to nothing', { set: { sheet, cell: 'A3', value: null } }, ['Fruit', 'pear', '', 'plum']],
    ['insertColumns', { insertColumns: { sheet, column: 1, count: 1 } }, ['', '', '', '']],
    ['deleteColumns', { deleteColumns: { sheet, column: 1, count: 1 } }, ['Kilos', '3', '1', '2']],
  ])('%s happens before its call, after the others', async (_, edit, first) => {
    const { outcome } = await workDuring([{ atCall: 3, ...edit }]);
    expect(outcome).toBe('completed');
    expect(display().map(([text]) => text)).toEqual(first);
  });

  test('comes under what the script has written and not flushed', async () => {
    await workDuring([{ atCall: 4, insertRows: { sheet, row: 2, count: 1 } }]);
    // The write names C2, which is another row by the time it happens.
    expect(display()[1]).toEqual(['', '', 'mine']);
    expect(display()[2]?.slice(0, 2)).toEqual(['pear', '3']);
  });

  test('may be one of several at a call, in their order', async () => {
    await workDuring([
      { atCall: 4, set: { sheet, cell: 'A2', value: '=1+1' } },
      { atCall: 4, rename: { sheet, to: 'Kitchen' } },
      { atCall: 4, set: { sheet: 'Kitchen', cell: 'D2', value: true } },
    ]);
    const { spreadsheet } = environment.emulator;
    expect(spreadsheet.tabs().map(({ name }) => name)).toEqual(['Sheet1', 'Kitchen']);
    expect(spreadsheet.cell('Kitchen', 2, 1).formula).toBe('=1+1');
    expect(spreadsheet.cell('Kitchen', 2, 4).value).toBe(true);
  });

  test('protects cells against the running person too', async () => {
    const protect = { sheet, range: 'C1:C9' };
    expect((await workDuring([{ atCall: 3, protect }])).error?.message).toMatch(/protected cell/);
  });

  test('protects a whole tab where it names no range', async () => {
    expect((await workDuring([{ atCall: 3, protect: { sheet } }])).error?.message).toMatch(/protected cell/);
  });

  test('deletes the tab under a script', async () => {
    expect((await workDuring([{ atCall: 4, deleteSheet: { sheet } }])).error?.message).toMatch(/not found/);
  });

  test.each([{ kill: {} }, { kill: true }] as const)(
    'kills the script, and what was not flushed is lost: %j',
    async (kill) => {
      const later: Edit = { atCall: 5, set: { sheet, cell: 'A1', value: 'late' } };
      const { outcome, editsLeft } = await workDuring([{ atCall: 4, ...kill }, later]);
      expect([outcome, editsLeft]).toEqual(['killed', [later]]);
      expect(display()[1]).toEqual(['pear', '3']);
    },
  );

  test('that never comes is left', async () => {
    const never: Edit = { atCall: 6, deleteSheet: { sheet } };
    expect((await workDuring([never])).editsLeft).toEqual([never]);
  });

  test('that cannot be done rejects, and nothing goes on', async () => {
    await expect(workDuring([{ atCall: 2, rename: { sheet: 'Lost', to: 'Found' } }])).rejects.toThrow(
      'rename at call 2: There is no tab "Lost".',
    );
    expect(display()[1]).toEqual(['pear', '3']);
  });
});

describe('sorting keeps', () => {
  const sort = { sheet: 'List', column: 1, ascending: false };
  const sorted = async (prepare: (environment: TestEnvironment) => void) => {
    await workDuring([{ atCall: 3, sort }], prepare);
    return display().map(([text]) => text);
  };

  test('the frozen rows', async () => {
    expect(
      await sorted(({ emulator }) => {
        emulator.spreadsheet.freeze('List', 2);
      }),
    ).toEqual(['Fruit', 'pear', 'plum', 'apple']);
  });

  test('no first row with a number in it', async () => {
    expect(
      await sorted(({ emulator }) => {
        emulator.spreadsheet.put('List', 1, 2, 5);
      }),
    ).toEqual(['plum', 'pear', 'Fruit', 'apple']);
  });
});

describe('a scenario file', () => {
  test('holds edits', () => {
    const edits = [
      { atCall: 17, insertRows: { sheet: 'List', row: 3, count: 2 } },
      { atCall: 20, kill: {} },
    ];
    expect(scenarioFrom({ edits }, 'x').edits).toEqual(edits);
  });

  test.each([
    ['no list', {}, /^x: edits: must be a list/],
    ['no call', [{ kill: {} }], /^x: edits\.0\.atCall: /],
    ['call 0', [{ atCall: 0, kill: {} }], /^x: edits\.0\.atCall: must be at least 1/],
    ['nothing to do', [{ atCall: 1 }], /^x: edits\.0: must have one of insertRows, /],
    [
      'two things to do',
      [{ atCall: 1, kill: {}, deleteSheet: { sheet: 'a' } }],
      /^x: edits\.0: must have one of /,
    ],
    [
      'something unknown',
      [{ atCall: 1, paint: {} }],
      /^x: edits\.0\.paint: is no edit: there are insertRows, .*, kill\.?$/,
    ],
    [
      'a row that is none',
      [{ atCall: 1, insertRows: { sheet: 'a', row: 0, count: 1 } }],
      /^x: edits\.0\.insertRows\.row: must be at least 1/,
    ],
    [
      'a cell that is none',
      [{ atCall: 1, set: { sheet: 'a', cell: 'A1:B2', value: 1 } }],
      /^x: edits\.0\.set\.cell: must be a cell such as B2/,
    ],
  ])('with %s is refused', (_, edits, message) => {
    expect(() => scenarioFrom({ edits }, 'x')).toThrow(message);
  });
});
