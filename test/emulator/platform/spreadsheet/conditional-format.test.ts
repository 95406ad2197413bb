/** Conditional formats: kept, moved, handed to scripts and taken back. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { namesOtherSheet } from './conditional-format';
import { openSheet, type SheetEnvironment } from './sheet.testing';

let environment: SheetEnvironment;
afterEach(async () => {
  await environment.close();
});

async function opened(body: string): Promise<SheetEnvironment> {
  environment = await openSheet(`function go() { const sheet = SpreadsheetApp.getActiveSheet(); ${body} }`);
  return environment;
}

const TEXT = { criteria: 'TEXT_EQUAL_TO', values: ['In space'], background: '#ceead6' };
const SCALE = { criteria: null, values: [], scale: 'white to red' };

test('Rules that a script builds are kept in order and applied to their ranges', async () => {
  const { session, value } = await opened(`
    const rule = (when) => when(SpreadsheetApp.newConditionalFormatRule()).setRanges([sheet.getRange('C2:C')]);
    const result = sheet.setConditionalFormatRules([
      rule((one) => one.whenTextEqualTo('In space')).setBackground('#CEEAD6').setFontColor('#0d652d').build(),
      rule((one) => one.whenTextStartsWith('Not')).setBold(true).setBackground('red').setBackground(null).build(),
      rule((one) => one.whenTextEndsWith('?')).build().copy().setBold(false).build(),
      rule((one) => one.whenFormulaSatisfied('=$A2<>""')).setRanges([sheet.getRange('A2:B3'), sheet.getRange('D:D')]).build(),
    ]);
    return [result, sheet.getConditionalFormatRules().map((one) => {
      const condition = one.getBooleanCondition();
      return [one.getRanges().map((range) => range.getA1Notation()), condition.getCriteriaType().name(), condition.getCriteriaValues()];
    })];`);
  expect(await value('go')).toEqual([
    null,
    [
      [['C2:C1000'], 'TEXT_EQUAL_TO', ['In space']],
      [['C2:C1000'], 'TEXT_STARTS_WITH', ['Not']],
      [['C2:C1000'], 'TEXT_ENDS_WITH', ['?']],
      [['A2:B3', 'D:D'], 'CUSTOM_FORMULA', ['=$A2<>""']],
    ],
  ]);
  expect(
    session
      .conditionalFormats('Sheet1')
      .map(({ background, fontColor, bold }) => [background, fontColor, bold]),
  ).toEqual([
    ['#ceead6', '#0d652d', undefined],
    [undefined, undefined, true],
    [undefined, undefined, false],
    [undefined, undefined, undefined],
  ]);
});

test('A person’s rules come through a script’s get and set unchanged, colour scales too', async () => {
  const { session, value } = await opened(`
    const rules = sheet.getConditionalFormatRules();
    sheet.setConditionalFormatRules(rules);
    return rules.map((one) => one.getBooleanCondition() === null);`);
  session.conditionalFormat('Sheet1', ['B:B'], TEXT);
  session.conditionalFormat('Sheet1', ['C2:C9', 'E1:E1'], SCALE);
  const before = session.conditionalFormats('Sheet1');
  expect(await value('go')).toEqual([false, true]);
  expect(session.conditionalFormats('Sheet1')).toEqual(before);
});

test('Setting replaces every rule; clearing leaves none', async () => {
  const { session, run } = await opened(`sheet.clearConditionalFormatRules();`);
  session.conditionalFormat('Sheet1', ['B:B'], TEXT);
  await run('go');
  expect(session.conditionalFormats('Sheet1')).toEqual([]);
});

test('Rules move with rows and columns, and go with the last of their cells', async () => {
  const { session } = await opened('');
  session.conditionalFormat('Sheet1', ['B:B', 'D2:D5'], TEXT);
  session.insertColumns('Sheet1', 1, 2);
  session.insertRows('Sheet1', 1, 1);
  session.insertRows('Sheet1', 5, 1);
  expect(session.conditionalFormats('Sheet1')).toEqual([{ ...TEXT, ranges: ['D:D', 'F3:F7'] }]);
  session.deleteColumns('Sheet1', 4, 1);
  expect(session.conditionalFormats('Sheet1')).toEqual([{ ...TEXT, ranges: ['E3:E7'] }]);
  session.deleteRows('Sheet1', 1, 10);
  expect(session.conditionalFormats('Sheet1')).toEqual([]);
});

describe('A rule is refused', () => {
  test.each([
    [
      `SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('x').build();`,
      'Ranges must have at least one range.',
    ],
    [
      `const rule = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied("='Other sheet'!A1=1").setRanges([sheet.getRange('A1')]).build();
      sheet.setConditionalFormatRules([rule]);`,
      'Conditional format rule cannot reference a different sheet.',
    ],
    [
      `const other = SpreadsheetApp.getActive().insertSheet('Other');
      const rule = SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('x').setRanges([other.getRange('A1')]).build();
      sheet.setConditionalFormatRules([rule]);`,
      'Conditional format rule cannot reference a different sheet.',
    ],
    [
      `sheet.setConditionalFormatRules([{}]);`,
      "don't match the method signature for SpreadsheetApp.Sheet.setConditionalFormatRules.",
    ],
    [
      `SpreadsheetApp.newConditionalFormatRule().setRanges('A1');`,
      "The parameters (String) don't match the method signature",
    ],
  ])('%s', async (body, message) => {
    const { value } = await opened(body);
    await expect(value('go')).rejects.toThrow(message);
  });
});

test('A formula names another sheet only outside of texts', () => {
  const named = [`=Other!A1`, `='My sheet'!A1>0`, `=A1=シート1!B2`].map((one) =>
    namesOtherSheet(one, 'Sheet1'),
  );
  expect(named).toEqual([true, true, true]);
  const own = [`=sheet1!A1`, `=INDIRECT("Other!A1")`, `=$A1="Done!"`, `=LEN(A1)>0`];
  expect(own.map((one) => namesOtherSheet(one, 'Sheet1'))).toEqual([false, false, false, false]);
});
