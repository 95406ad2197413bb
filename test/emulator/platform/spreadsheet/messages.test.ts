/** The language of the spreadsheet's messages. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { platformMessage } from '../messages';
import { messageIn } from './messages';
import { openSheet, type SheetEnvironment } from './sheet.testing';

/** Calls that Google refuses, and what it says: in English, and as far as anybody saw it, in Japanese. */
const REFUSED: readonly (readonly [body: string, english: RegExp, japanese: RegExp | null])[] = [
  [
    `sheet.getRange('A1:B2').setValues([[1, 2]]);`,
    /^The number of rows in the data does not match the number of rows in the range\./,
    /^データの行数が範囲の行数と一致しません/,
  ],
  [
    `sheet.getRange('A1:B1').setValues([[1]]);`,
    /^The number of columns in the data/,
    /^データの列数が範囲の列数と一致しません/,
  ],
  [
    `sheet.getRange('1', 2);`,
    /^The parameters \(String,number\) don't match the method signature for SpreadsheetApp\.Sheet\.getRange\.$/,
    /^パラメータ（String,number）が SpreadsheetApp\.Sheet\.getRange のメソッドのシグネチャと一致しません/,
  ],
  [
    `sheet.getRange(1001, 1);`,
    /^The coordinates of the range are outside the dimensions of the sheet\.$/,
    /^範囲の座標がシートの範囲外です/,
  ],
  [
    `SpreadsheetApp.getActive().insertSheet('sheet1');`,
    /^A sheet with the name "sheet1" already exists\. Please enter another name\.$/,
    /^シート名「sheet1」はすでに存在しています。別の名前を入力してください。$/,
  ],
  [
    `sheet.getRange('B2').setValue('x');`,
    /^You are trying to edit a protected cell or object\./,
    /^保護されているセルやオブジェクトを編集しようとしています。/,
  ],
  [
    `sheet.getRange('C3').setValue('Perhaps');`,
    /^The data you entered in cell C3 violates/,
    /^セル C3 に入力したデータは、/,
  ],
  [
    `sheet.getRange('A1').setValue('x'.repeat(50001));`,
    /^Your input contains more than the maximum of 50000/,
    /最大 50000 文字/,
  ],
  // Nobody has seen these in Japanese: they are in no language that a script could know.
  [`sheet.getRange('D4').setNumberFormat('0');`, /^You can't set the number format/, null],
  [`sheet.insertRowsAfter(2000, 1);`, /^Those rows are out of bounds\.$/, null],
  [`sheet.getRange('nowhere!!');`, /^Range not found$/, null],
];

const SCRIPT = `
const CALLS = [${REFUSED.map(([body]) => `(sheet) => { ${body} }`).join(',\n')}];
function go(index) { CALLS[index](SpreadsheetApp.getActiveSheet()); }`;

describe.each([
  ['en_GB', 1],
  ['ja', 2],
] as const)('To a user whose language is %s', (locale, column) => {
  const refusal = refusals(locale);
  test.each(REFUSED.map((row, index) => [row[0], row[column], index] as const))(
    '%s is refused: %s',
    async (_, message, index) => {
      if (message === null) expect(await refusal(index)).not.toMatch(REFUSED[index]![1]);
      else expect(await refusal(index)).toMatch(message);
    },
  );
});

describe('To a user of any other language', () => {
  const refusal = refusals('eo');
  test.each(REFUSED.map((row, index) => [...row, index] as const))(
    '%s is refused in words that are neither English nor Japanese',
    async (_, english, japanese, index) => {
      const message = await refusal(index);
      expect(message).not.toMatch(english);
      if (japanese !== null) expect(message).not.toMatch(japanese);
      const words = message.replace(/SpreadsheetApp[.\w]+/, '');
      expect(words).not.toMatch(/\b(?:the|not|cell|rows|range|sheet|protected|exists)\b/i);
    },
  );

  test('names, numbers and cells stay', () => {
    expect(messageIn('fr', 'nameTaken', { name: 'Members' })).toContain('"Members"');
    expect(messageIn('de', 'invalid', { cell: 'E54' })).toContain('E54');
    const values = { types: 'String', member: 'SpreadsheetApp.Range.setValues' };
    expect(platformMessage('fr', 'signature', values)).toContain('(String)');
  });
});

test('Asking for the user interface in a trigger is refused in the user’s language too', async () => {
  const environment = await openSheet('function go() { SpreadsheetApp.getUi(); }', { locale: 'eo' });
  await environment.run('go');
  const { error } = await environment.run('go', { entry: 'trigger' });
  await environment.close();
  const of = (locale: string) =>
    platformMessage(locale, 'noUserInterface', { member: 'SpreadsheetApp.getUi()' });
  expect(error?.message).toBe(of('eo'));
  expect(of('eo')).not.toBe(of('en'));
});

/** Opens a sheet that has a protected, a validated and a typed cell; gives what a call is refused with. */
function refusals(locale: string): (index: number) => Promise<string> {
  let environment: SheetEnvironment;
  beforeAll(async () => {
    environment = await openSheet(SCRIPT, { locale });
    environment.session.protect('Sheet1', 'B2:B2', []);
    environment.session.validate('Sheet1', 'C3:C3', ['Yes', 'No']);
    environment.session.typeColumn('Sheet1', 'D4:D9', 'DOUBLE');
  });
  afterAll(async () => {
    await environment.close();
  });
  return async (index) => {
    const { outcome, error } = await environment.run('go', { args: [index] });
    expect(outcome).toBe('failed');
    return error?.message ?? '';
  };
}
