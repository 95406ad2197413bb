/** What cells carry beyond a value: what scripts see of it, and what is left when they write. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { openSheet, type SheetEnvironment } from './sheet.testing';

let environment: SheetEnvironment;
afterEach(async () => {
  await environment.close();
});

/** Opens a script with one function `go`, whose `sheet` is Sheet1. */
async function opened(body: string, scenario = {}): Promise<SheetEnvironment> {
  environment = await openSheet(
    `function go(arg) { const sheet = SpreadsheetApp.getActiveSheet(); ${body} }`,
    scenario,
  );
  return environment;
}

/** Reads a cell's value and writes it back, as a careless script does with a whole block. */
const WRITE_BACK = `const range = sheet.getRange(arg); range.setValues(range.getValues());`;

describe('A value that is read and written back', () => {
  test('loses styled and linked parts, and keeps note, format, colours and the text', async () => {
    const { session, run } = await opened(WRITE_BACK);
    session.rich('Sheet1', 1, 1, [
      { text: 'Hana ', style: 'bold' },
      { text: 'Sato', link: 'https://kumo.example/hana' },
    ]);
    session.note('Sheet1', 1, 1, 'asked on Monday');
    session.format('Sheet1', 'A1:A1', '@');
    session.paint('Sheet1', 'A1:A1', { background: '#fff2cc', bold: true });
    const before = session.cell('Sheet1', 1, 1);
    expect(before.rich?.runs).toEqual([
      { start: 0, end: 5, style: 'bold' },
      { start: 5, end: 9, link: 'https://kumo.example/hana' },
    ]);
    await run('go', { args: ['A1'] });
    expect(session.cell('Sheet1', 1, 1)).toEqual({ ...before, rich: undefined });
  });

  test('loses a chip and keeps its text', async () => {
    const { session, run } = await opened(WRITE_BACK);
    session.chip('Sheet1', 1, 1, 'person', 'Hana Sato');
    expect(session.cell('Sheet1', 1, 1).rich?.chips).toEqual([{ start: 0, end: 9, kind: 'person' }]);
    await run('go', { args: ['A1'] });
    expect(session.cell('Sheet1', 1, 1)).toMatchObject({ value: 'Hana Sato' });
    expect(session.cell('Sheet1', 1, 1)).not.toHaveProperty('rich');
  });

  test('freezes a formula', async () => {
    const { session, run } = await opened(WRITE_BACK);
    session.put('Sheet1', 1, 1, { formula: '=1+1', value: 2 });
    await run('go', { args: ['A1'] });
    expect(session.cell('Sheet1', 1, 1)).toMatchObject({ value: 2, formula: '' });
  });

  test('keeps a checkbox; a value outside its pair is refused', async () => {
    const { session, run } = await opened(`${WRITE_BACK} if (arg === 'B1') range.setValue('perhaps');`);
    session.checkbox('Sheet1', 'A1:A1');
    session.checkbox('Sheet1', 'B1:B1', ['yes', 'no']);
    session.put('Sheet1', 1, 1, true);
    expect(session.cell('Sheet1', 1, 2)).toMatchObject({ value: 'no', checkbox: false });
    expect((await run('go', { args: ['A1'] })).outcome).toBe('completed');
    expect(session.cell('Sheet1', 1, 1)).toMatchObject({ value: true, checkbox: true });
    expect((await run('go', { args: ['B1'] })).error?.message).toContain('in cell B1 violates');
    expect(session.cell('Sheet1', 1, 2)).toMatchObject({ value: 'no', checkbox: false });
  });

  test('is refused for an image, which is no value', async () => {
    const { session, value } = await opened(`
      const image = sheet.getRange('A1').getValue();
      if (arg === 'say') return [typeof image, String(image), sheet.getRange('A1').getDisplayValue(), sheet.getLastRow()];
      sheet.getRange('A1').setValue(image);`);
    session.image('Sheet1', 1, 1, 'https://kumo.example/logo.png');
    expect(await value('go', 'say')).toEqual(['object', 'CellImage', '', 1]);
    await expect(value('go')).rejects.toThrow(
      "The parameters (SpreadsheetApp.CellImage) don't match the method signature for SpreadsheetApp.Range.setValue.",
    );
    session.put('Sheet1', 1, 1, 'text');
    expect(session.cell('Sheet1', 1, 1)).not.toHaveProperty('rich');
  });
});

describe('An array formula fills its neighbours', () => {
  const spill = ({ session }: SheetEnvironment): void => {
    session.spill('Sheet1', 1, 1, '=SORT(D1:D3)', [['a'], ['b'], ['c']]);
  };
  const shown = ({ session }: SheetEnvironment): unknown => session.display('Sheet1').map(([first]) => first);

  test('with values that have no formula', async () => {
    const open = await opened(
      `return [sheet.getRange('A1:A3').getValues(), sheet.getRange('A1:A3').getFormulas()];`,
    );
    spill(open);
    expect(await open.value('go')).toEqual([
      [['a'], ['b'], ['c']],
      [['=SORT(D1:D3)'], [''], ['']],
    ]);
    expect(open.session.cells('Sheet1').map(([cell]) => cell?.spill)).toEqual([
      'anchor',
      'neighbour',
      'neighbour',
    ]);
  });

  test('until one is written, even with the same value; clearing it heals', async () => {
    const open = await opened(`sheet.getRange('A2').setValue(arg);`);
    spill(open);
    await open.run('go', { args: ['b'] });
    expect(shown(open)).toEqual(['#REF!', 'b']);
    expect(open.session.cell('Sheet1', 1, 1).formula).toBe('=SORT(D1:D3)');
    await open.run('go', { args: [''] });
    expect(shown(open)).toEqual(['a', 'b', 'c']);
  });

  test('until the formula itself is overwritten', async () => {
    const open = await opened(`sheet.getRange('A1').setValue('x');`);
    spill(open);
    await open.run('go');
    expect(shown(open)).toEqual(['x']);
  });

  test('wherever it is moved', async () => {
    const open = await opened('');
    spill(open);
    open.session.insertRows('Sheet1', 2, 1);
    expect(shown(open)).toEqual(['a', 'b', 'c']);
    open.session.insertColumns('Sheet1', 1, 1);
    expect(open.session.cell('Sheet1', 3, 2)).toMatchObject({ value: 'c', spill: 'neighbour' });
    open.session.deleteRows('Sheet1', 1, 1);
    expect(open.session.display('Sheet1')).toEqual([]);
  });
});

describe('Rich text', () => {
  const SAY = `
    const say = (text) => text && [text.getText(), text.getLinkUrl(), text.getRuns().map((run) => run.getText() + '|' + run.getLinkUrl())];`;

  test('is there for texts only, with a run even where nothing is styled', async () => {
    const { session, value } = await opened(
      `${SAY} return sheet.getRange('A1:G1').getRichTextValues()[0].map(say);`,
    );
    session.put('Sheet1', 1, 1, 'plain');
    session.put('Sheet1', 1, 2, 5);
    session.rich('Sheet1', 1, 3, [{ text: 'all of it', link: 'https://kumo.example' }]);
    session.rich('Sheet1', 1, 4, [{ text: 'see ' }, { text: 'here', link: 'https://kumo.example' }]);
    session.rich('Sheet1', 1, 7, [
      { text: 'one', link: 'https://one.example' },
      { text: 'two', link: 'https://two.example' },
    ]);
    session.put('Sheet1', 1, 5, { formula: '=HYPERLINK("https://kumo.example","Kumo")', value: 'Kumo' });
    expect(await value('go')).toEqual([
      ['plain', null, ['plain|null']],
      null,
      ['all of it', 'https://kumo.example', ['all of it|https://kumo.example']],
      ['see here', null, ['see |null', 'here|https://kumo.example']],
      ['Kumo', 'https://kumo.example', ['Kumo|https://kumo.example']],
      ['', null, ['|null']],
      ['onetwo', null, ['one|https://one.example', 'two|https://two.example']],
    ]);
  });

  test('is written as it is: no number, no formula, no apostrophe is seen in it', async () => {
    const { session, run } = await opened(`
      const texts = ['=1+1', "'007", '007', 'Kumo'].map((text) => SpreadsheetApp.newRichTextValue().setText(text));
      texts[3].setLinkUrl('https://kumo.example').setLinkUrl(0, 2, null);
      sheet.getRange('A1:D1').setRichTextValues([texts.map((one) => one.build())]);
      sheet.getRange('A2:B2').setRichTextValue(texts[2].build());`);
    await run('go');
    const [first, second] = session.cells('Sheet1');
    expect(first?.map(({ value, formula }) => [value, formula])).toEqual([
      ['=1+1', ''],
      ["'007", ''],
      ['007', ''],
      ['Kumo', ''],
    ]);
    expect(first?.[3]?.rich?.runs).toEqual([{ start: 2, end: 4, link: 'https://kumo.example' }]);
    expect(second?.slice(0, 2).map(({ value }) => value)).toEqual(['007', '007']);
  });

  test('that is read and written back keeps its parts', async () => {
    const { session, run } = await opened(
      `const range = sheet.getRange('A1'); range.setRichTextValues(range.getRichTextValues());`,
    );
    session.rich('Sheet1', 1, 1, [{ text: 'Hana ', style: 'bold' }, { text: 'Sato' }]);
    const before = session.cell('Sheet1', 1, 1);
    await run('go');
    expect(session.cell('Sheet1', 1, 1)).toEqual(before);
  });

  test('takes nothing else', async () => {
    const { value } = await opened(`sheet.getRange('A1').setRichTextValue('text');`);
    await expect(value('go')).rejects.toThrow(
      "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setRichTextValue.",
    );
  });
});

describe('A typed column', () => {
  test('refuses number formats and other kinds of values at the flush, not at the call', async () => {
    const { session, value } = await opened(`
      const seen = [];
      const attempt = (work) => { try { work(); seen.push('taken'); } catch (e) { seen.push(e.message); } };
      attempt(() => sheet.getRange('B2').setNumberFormat('@'));
      attempt(() => SpreadsheetApp.flush());
      attempt(() => sheet.getRange('B3').setValue('many'));
      attempt(() => sheet.getRange('B3').getValue());
      attempt(() => sheet.getRange('B4').setValue(4));
      attempt(() => SpreadsheetApp.flush());
      return seen;`);
    session.typeColumn('Sheet1', 'B2:B9', 'DOUBLE');
    expect(await value('go')).toEqual([
      'taken',
      "You can't set the number format of cells in a typed column.",
      'taken',
      'The data you entered in cell B3 violates the data validation rules set on this cell.',
      'taken',
      'taken',
    ]);
    expect(session.cell('Sheet1', 4, 2).value).toBe(4);
  });
});

describe('How cells look', () => {
  test('is read back in lower-case hex, and goes with clear, as number format and note do not', async () => {
    const { session, value } = await opened(`
      const range = sheet.getRange('A1:B1');
      range.setBackgrounds([['#FFF2CC', 'Red']]).setFontColor('#00aa00').setFontWeight('bold').setWrap(true);
      sheet.getRange('B1').setBackground(null).setFontColors([[null]]).setFontWeight('normal')
        .setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP);
      sheet.getRange('C1').setValue('x').setNumberFormat('0.0').setBackground('aqua').clear();
      return sheet.getRange('A1:C1').getBackgrounds();`);
    session.note('Sheet1', 1, 3, 'stays');
    expect(await value('go')).toEqual([['#fff2cc', '#ffffff', '#ffffff']]);
    expect(session.cell('Sheet1', 1, 1).style).toEqual({
      background: '#fff2cc',
      fontColor: '#00aa00',
      bold: true,
      wrap: 'WRAP',
    });
    expect(session.cell('Sheet1', 1, 2).style).toEqual({ wrap: 'CLIP' });
    expect(session.cell('Sheet1', 1, 3)).toMatchObject({ value: '', format: '0.0', note: 'stays' });
    expect(session.cell('Sheet1', 1, 3)).not.toHaveProperty('style');
  });

  test.each([
    [`setWrapStrategy('CLIP')`, "The parameters (String) don't match the method signature"],
    [`setBackground(5)`, "The parameters (number) don't match the method signature"],
    [`setFontWeight('heavy')`, "The parameters (String) don't match the method signature"],
  ])('%s is refused', async (call, message) => {
    const { value } = await opened(`sheet.getRange('A1').${call};`);
    await expect(value('go')).rejects.toThrow(message);
  });

  test.each([
    [`setBackground('papayawhip')`, 'The colour "papayawhip"'],
    [`setNumberFormat('ggge')`, 'The number format "ggge"'],
    [`clear({ contentsOnly: true })`, 'SpreadsheetApp.Range.clear(options)'],
  ])('%s is beyond the emulator, and recorded', async (call, what) => {
    const { value, emulator } = await opened(`sheet.getRange('A1').${call};`);
    await expect(value('go')).rejects.toThrow(`${what} is not available in the emulator`);
    expect(emulator.takeRefusals()).toEqual([what]);
  });
});
