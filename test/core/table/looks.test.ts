/** Colours that can be read, and conditional formats that replace nobody's. */
import { describe, expect, test } from '@jest/globals';
import { colourStatus, TONES, type ColumnLooks } from '../../../src/core/table/looks';
import { MemoryWorkbook, type MemoryTable } from '../memory.testing';

/** Relative luminance of `#rrggbb`, after WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const LOOKS: ColumnLooks<'status'> = {
  widths: {},
  wrapped: [],
  clipped: [],
  times: [],
  status: {
    key: 'status',
    rules: [
      { tone: 'present', when: 'is', text: 'In' },
      { tone: 'absent', when: 'begins', text: 'Out' },
    ],
  },
};
const STATUS = new Map([['status' as const, 2]]);

function open(): MemoryTable {
  return new MemoryWorkbook().add('List', [['Name', 'Status', 'Other']]);
}

describe('the colours of a status', () => {
  test.each(Object.entries(TONES))('can be read: %s', (_, { text, ground }) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test('are conditional formats in a tab without any', () => {
    const table = open();
    expect(colourStatus(table, LOOKS, STATUS)).toBe('rules');
    table.flush();
    expect(table.formatted).toMatchObject([
      { condition: { when: 'is', text: 'In' }, on: table.columns[1], colours: TONES.present },
      { condition: { when: 'begins', text: 'Out' }, on: table.columns[1], colours: TONES.absent },
    ]);
  });

  test('are set anew where all that is there is ours', () => {
    const table = open();
    colourStatus(table, LOOKS, STATUS);
    expect(colourStatus(table, LOOKS, STATUS)).toBe('rules');
    table.flush();
    expect(table.formatted).toHaveLength(2);
  });

  test.each([
    ['of another kind', null, 1],
    ['of the same kind for another text', { when: 'is', text: 'Maybe' } as const, 1],
    ['like ours on another column', { when: 'is', text: 'In' } as const, 2],
  ])('are left to the cells where the tab has a format %s, and that stays', (_, condition, index) => {
    const table = open();
    const on = table.columns[index];
    if (on === undefined) throw new Error('No such column.');
    const theirs = { condition, on };
    table.formatted = [theirs];
    expect(colourStatus(table, LOOKS, STATUS)).toBe('cells');
    table.flush();
    expect(table.formatted).toEqual([theirs]);
  });

  test('are left to the cells where the tab refuses formats', () => {
    const table = open();
    table.refusesLooks = true;
    expect(colourStatus(table, LOOKS, STATUS)).toBe('cells');
  });
});
