import { expect, test } from '@jest/globals';
import { looksOf } from './cell-look';
import { openEnvironment } from '../../emulator.testing';

test('a cell has its own style, and over it that of the first rule on its text that holds', async () => {
  const environment = await openEnvironment();
  try {
    const { spreadsheet } = environment.emulator;
    spreadsheet.addTab('List', [
      ['Not in space'],
      ['In space'],
      ['in SPACE'],
      ['Not a direct member'],
      ['x'],
    ]);
    const rule = (criteria: string, text: string, background: string) => {
      spreadsheet.conditionalFormat('List', ['A1:A4'], { criteria, values: [text], background });
    };
    rule('TEXT_EQUAL_TO', 'In space', '#e6f4ea');
    rule('TEXT_STARTS_WITH', 'Not', '#e8eaed');
    rule('TEXT_ENDS_WITH', 'member', '#000000');
    const lookAt = looksOf(spreadsheet, 'List');
    const grounds = [1, 2, 3, 4, 5].map((row) => lookAt(spreadsheet.cell('List', row, 1), row, 1)?.ground);
    expect(grounds).toEqual(['#e8eaed', '#e6f4ea', '#e6f4ea', '#e8eaed', undefined]);
  } finally {
    await environment.close();
  }
});
