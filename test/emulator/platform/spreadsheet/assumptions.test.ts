/** What nobody could establish about the spreadsheet, under each answer. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { NOBODY_WATCHING } from '../user-interface';
import { JIRO, openSheet, type SheetEnvironment } from './sheet.testing';

let environment: SheetEnvironment;
afterEach(async () => {
  await environment.close();
});

/** Opens a script with one function `go`, on a Google with these answers. */
async function opened(
  body: string,
  assumptions: Readonly<Record<string, string>>,
): Promise<SheetEnvironment> {
  environment = await openSheet(
    `function go(arg) { const sheet = SpreadsheetApp.getActiveSheet(); ${body} }`,
    { assumptions },
  );
  return environment;
}

describe('A text that begins with = or an apostrophe', () => {
  test.each([
    ['=1+1', '@', {}, ['=1+1', '']],
    ['=1+1', '@', { 'formula-in-text-cell': 'formula' }, ['#N/A', '=1+1']],
    ['=', '@', { 'formula-in-text-cell': 'formula' }, ['=', '']],
    ["'007", '@', {}, ["'007", '']],
    ["'007", '@', { 'apostrophe-in-text-cell': 'consumed' }, ['007', '']],
    [
      "'=1+1",
      '@',
      { 'formula-in-text-cell': 'formula', 'apostrophe-in-text-cell': 'consumed' },
      ['=1+1', ''],
    ],
    ["'007", '', {}, ['007', '']],
    ["'007", '', { 'apostrophe-in-plain-cell': 'kept' }, ["'007", '']],
    ["'=1+1", '', { 'apostrophe-in-plain-cell': 'kept' }, ["'=1+1", '']],
    ['=1+1', '', { 'apostrophe-in-plain-cell': 'kept' }, ['#N/A', '=1+1']],
  ])('%s into a cell formatted "%s" under %j', async (text, format, assumptions, expected) => {
    const { value } = await opened(
      `const cell = sheet.getRange('A1');
      if (arg[1] !== '') cell.setNumberFormat(arg[1]);
      cell.setValue(arg[0]);
      return [cell.getValue(), cell.getFormula()];`,
      assumptions,
    );
    expect(await value('go', [text, format])).toEqual(expected);
  });

  test('typed by a person it is a marker, whatever a script meets', async () => {
    const { session } = await opened('', {
      'formula-in-text-cell': 'formula',
      'apostrophe-in-plain-cell': 'kept',
    });
    session.type('Sheet1', 1, 1, "'007");
    session.format('Sheet1', 'A2:A2', '@');
    session.type('Sheet1', 2, 1, '=1+1');
    expect(session.display('Sheet1')).toEqual([['007'], ['=1+1']]);
  });
});

/** A window in which somebody acts whenever the script shows a toast. */
const acting = (act: () => void) => ({ window: { ...NOBODY_WATCHING, toast: act } });

describe('Reading again what another person has edited meanwhile', () => {
  const TWICE = `
    const range = sheet.getRange('A1:A2');
    const seen = [range.getValues()];
    SpreadsheetApp.getActive().toast('Now!');
    seen.push(range.getValues(), sheet.getRange('A2').getValue(), sheet.getLastRow());
    sheet.getRange('B1').setValue('mine');
    seen.push(sheet.getRange('A1:B1').getValues(), sheet.getDataRange().getA1Notation());
    SpreadsheetApp.flush();
    seen.push(range.getValues());
    return seen;`;
  const first = [['before'], ['']];
  const edited = [['before'], ['edited']];

  test.each([
    [{}, [first, edited, 'edited', 2, [['before', 'mine']], 'A1:B2', edited]],
    [{ reread: 'cached-until-flush' }, [first, first, '', 1, [['before', 'mine']], 'A1:B1', edited]],
  ])('under %j', async (assumptions, expected) => {
    const { session, run } = await opened(TWICE, assumptions);
    session.put('Sheet1', 1, 1, 'before');
    const call = acting(() => {
      session.put('Sheet1', 2, 1, 'edited');
    });
    expect((await run('go', call)).value).toEqual(expected);
    expect(session.display('Sheet1')).toEqual([
      ['before', 'mine'],
      ['edited', ''],
    ]);
  });

  test('a change of the grid by the script itself makes it look again', async () => {
    const { session, run } = await opened(
      `sheet.getRange('A1:A3').getValues();
      SpreadsheetApp.getActive().toast('Now!');
      sheet.insertRowsAfter(1, 1);
      return sheet.getRange('A1:A3').getValues();`,
      { reread: 'cached-until-flush' },
    );
    const call = acting(() => {
      session.put('Sheet1', 2, 1, 'edited');
    });
    expect((await run('go', call)).value).toEqual([[''], [''], ['edited']]);
  });
});

describe('A date out of a cell', () => {
  test.each([
    [{}, true],
    [{ 'date-class': 'no-instance' }, false],
  ])(
    'under %j: instanceof Date is %s, its tag and its methods are those of a date',
    async (assumptions, isOne) => {
      const { session, value } = await opened(
        `const date = sheet.getRange('A1').getValues()[0][0];
      sheet.getRange('B1').setValue(date);
      return [date instanceof Date, Object.prototype.toString.call(date), date.getTime(), date.toISOString(),
        JSON.stringify(date), new Date(date).getTime(), new Date() instanceof Date, new date.constructor().getFullYear()];`,
        assumptions,
      );
      const time = Date.parse('2026-11-02T00:00:00+09:00');
      session.put('Sheet1', 1, 1, new Date(time));
      const iso = '2026-11-01T15:00:00.000Z';
      expect(await value('go')).toEqual([isOne, '[object Date]', time, iso, `"${iso}"`, time, true, 2026]);
      expect(session.cell('Sheet1', 1, 2).value).toEqual({ $date: time });
    },
  );
});

describe('A write that is refused', () => {
  const ATTEMPTS = `
    const seen = [];
    const attempt = (work) => { try { work(); seen.push('taken'); } catch (e) { seen.push(e.message.slice(0, 20)); } };
    attempt(() => sheet.getRange('A1').setValue('first'));
    attempt(() => sheet.getRange('B1').setValue('protected'));
    attempt(() => sheet.getRange('C1').setValue('invalid'));
    attempt(() => sheet.getRange('D1').setNumberFormat('@'));
    attempt(() => sheet.setFrozenRows(5000));
    attempt(() => sheet.getRange('E1').setValue('last'));
    attempt(() => SpreadsheetApp.flush());
    return seen;`;
  const taken = 'taken';
  const refusals = [
    'You are trying to ed',
    'The data you entered',
    "You can't set the nu",
    "You can't freeze all",
  ];

  test.each([
    [{}, [taken, taken, taken, taken, taken, taken, refusals[0]], [['first']]],
    [{ 'errors-at-flush': 'call' }, [taken, ...refusals, taken, taken], [['first', '', '', '', 'last']]],
    [
      { 'behind-refused-write': 'done' },
      [taken, taken, taken, taken, taken, taken, refusals[0]],
      [['first', '', '', '', 'last']],
    ],
  ])('under %j', async (assumptions, seen, left) => {
    const { session, value } = await opened(ATTEMPTS, assumptions);
    session.protect('Sheet1', 'B:B', [JIRO.email]);
    session.validate('Sheet1', 'C:C', ['Yes']);
    session.typeColumn('Sheet1', 'D:D', 'TEXT');
    expect(await value('go')).toEqual(seen);
    expect(session.display('Sheet1')).toEqual(left);
  });
});

describe('A write that is queued while another person moves its cell', () => {
  const QUEUED = `
    sheet.getRange('B2').setValue('mine');
    sheet.getRange('C:C').setNumberFormat('@');
    SpreadsheetApp.getActive().toast('Now!');
    SpreadsheetApp.flush();
    return sheet.getRange('D1').getNumberFormat();`;

  test.each([
    [
      {},
      [
        ['', '', ''],
        ['', 'mine', ''],
        ['b', '', ''],
      ],
      '0.###############',
    ],
    [
      { 'queued-write-in-moved-rows': 'follows' },
      [
        ['', '', ''],
        ['', '', ''],
        ['b', '', 'mine'],
      ],
      '@',
    ],
  ])('under %j', async (assumptions, left, format) => {
    const { session, run } = await opened(QUEUED, assumptions);
    session.put('Sheet1', 2, 1, 'b');
    const call = acting(() => {
      session.insertRows('Sheet1', 1, 1);
      session.insertColumns('Sheet1', 2, 1);
    });
    expect((await run('go', call)).value).toBe(format);
    expect([1, 2, 3].map((row) => [1, 2, 3].map((at) => session.cell('Sheet1', row, at).display))).toEqual(
      left,
    );
  });

  test('goes into the cell of the same name where its row was deleted meanwhile', async () => {
    const { session, run } = await opened(QUEUED, { 'queued-write-in-moved-rows': 'follows' });
    session.put('Sheet1', 3, 1, 'below');
    const call = acting(() => {
      session.deleteRows('Sheet1', 2, 1);
    });
    expect((await run('go', call)).outcome).toBe('completed');
    expect(session.display('Sheet1')[1]).toEqual(['below', 'mine']);
  });
});

describe('Developer metadata of what is copied', () => {
  const MARK = `
    sheet.addDeveloperMetadata('tab', 't');
    sheet.getRange('B:B').addDeveloperMetadata('column', 'c');
    sheet.getRange('3:3').addDeveloperMetadata('row', 'r');`;

  test.each([
    [{}, [], []],
    [
      { 'metadata-in-copies': 'yes' },
      ['tab of Copy of Sheet1 at ', 'column of Copy of Sheet1 at B:B', 'row of Copy of Sheet1 at 3:3'],
      ['column of Sheet1 at D:D'],
    ],
  ])('under %j', async (assumptions, ofTab, ofColumn) => {
    const { session, run } = await opened(MARK, assumptions);
    await run('go');
    const seen = (): string[] => session.metadata().map(({ key, tab, at }) => `${key} of ${tab} at ${at}`);
    const own = seen();
    expect(own).toEqual(['tab of Sheet1 at ', 'column of Sheet1 at B:B', 'row of Sheet1 at 3:3']);
    session.copyColumn('Sheet1', 2, 4);
    expect(seen()).toEqual([...own, ...ofColumn]);
    session.deleteColumns('Sheet1', 4, 1);
    expect(session.copyTab('Sheet1')).toBe('Copy of Sheet1');
    expect(seen()).toEqual([...own, ...ofTab]);
  });
});

describe('A run from the script editor', () => {
  test.each([
    [{}, 'Sheet1!A1'],
    [{ 'selection-from-editor': 'seen' }, 'People!B2:B3'],
  ])('under %j has %s active', async (assumptions, active) => {
    const { session, run } = await opened(
      `return sheet.getName() + '!' + SpreadsheetApp.getActiveRange().getA1Notation();`,
      assumptions,
    );
    session.addTab('People', [['a']]);
    session.select('People', ['B2:B3']);
    expect((await run('go', { entry: 'editor' })).value).toBe(active);
  });
});
