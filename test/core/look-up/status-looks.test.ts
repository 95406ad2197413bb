/** What a look-up does to the looks of a sheet, when, and what it leaves alone. */
import { describe, expect, test } from '@jest/globals';
import type { VerdictKind } from '../../../src/core/chat/verdict';
import { CATALOGUES } from '../../../src/core/locales/catalogue';
import { LOOK_UP_COLUMNS } from '../../../src/core/look-up/columns';
import { LOOK_UP_LOOKS } from '../../../src/core/look-up/status-looks';
import { TONES, type Tone } from '../../../src/core/table/looks';
import type { MemoryTable } from '../memory.testing';
import { finish, leftMarkers, openList, type RowsList } from './rows.testing';

const LOOKS_CALLS =
  /^table\.(showColumns|setWidths|wrapColumns|freezeRows|setBold|paint|formatRules|setFormatRules)$/;

/** The tone that the first rule gives which holds, as Sheets decides it: case does not matter. */
function toneOf(text: string): Tone | null {
  const given = text.toLowerCase();
  const holds = {
    is: (wanted: string) => given === wanted,
    begins: (wanted: string) => given.startsWith(wanted),
    ends: (wanted: string) => given.endsWith(wanted),
  };
  const rule = LOOK_UP_LOOKS.status.rules.find((one) => holds[one.when](one.text.toLowerCase()));
  return rule?.tone ?? null;
}

const columnOf = (list: RowsList, key: string): number =>
  list.workbook.peek().find(({ value }) => value === `column:${key}`)?.column ?? 0;

const coloursOf = (list: RowsList, row: number) =>
  list.table.painted.get(`${columnOf(list, 'verdict')}:${row}`);

const withTheirs = (table: MemoryTable): object => {
  const [on = {}] = table.columns;
  table.formatted = [{ condition: null, on }];
  return on;
};

describe('the rules for colours', () => {
  test.each<[Tone, readonly (keyof (typeof CATALOGUES)[number]['verdicts'])[]]>([
    ['present', ['member']],
    ['invited', ['invited']],
    ['absent', ['notMember', 'notDirectMember']],
    ['unsure', ['unchecked']],
  ])('know what is %s in every language', (tone, kinds) => {
    const texts = CATALOGUES.flatMap(({ verdicts }) => kinds.map((kind) => verdicts[kind]));
    expect(texts.map(toneOf)).toEqual(texts.map(() => tone));
  });

  test.each<[string, Tone | null]>([
    ['Member', 'present'],
    ['メンバー', 'present'],
    ['Not a member', 'absent'],
    ["Not a direct member (people who come in through a group can't be seen)", 'absent'],
    ['メンバーではありません', 'absent'],
    ['直接のメンバーではありません（グループ経由の参加者は確認できません）', 'absent'],
    ['確認できませんでした', 'unsure'],
    ['In through Not yet started', 'present'],
    ['未参加者 経由で参加', 'present'],
    ['Chat status', null],
    ['Waiting run-3k9x2m7a', null],
  ])('know texts of earlier versions, and groups of any name: %s', (text, tone) => {
    expect(toneOf(text)).toBe(tone);
  });
});

describe('a look-up', () => {
  test('lays new columns out and colours the status once its first answers are written', () => {
    const list = openList();
    const result = list.start();
    const calls = list.workbook.calls;
    const firstLook = calls.findIndex((name) => LOOKS_CALLS.test(name));
    expect(firstLook).toBeGreaterThan(calls.indexOf('table.write'));
    finish(list, result);
    const status = list.table.columns[columnOf(list, 'verdict') - 1];
    expect(list.table.formatted.every(({ on }) => on === status)).toBe(true);
    expect(list.table.formatted).toHaveLength(LOOK_UP_LOOKS.status.rules.length);
    const widths = LOOK_UP_COLUMNS.keys.map((key) =>
      list.table.widths.get(list.table.columns[columnOf(list, key) - 1] ?? {}),
    );
    expect(widths).toEqual(LOOK_UP_COLUMNS.keys.map((key) => LOOK_UP_LOOKS.widths[key]));
    expect(list.table.painted.size).toBe(0);
  });

  test('makes no call for looks the second time, and changes none', () => {
    const list = openList();
    finish(list, list.start());
    list.table.widths.clear();
    list.table.formatted = [];
    const before = list.workbook.calls.length;
    finish(list, list.start());
    expect(list.workbook.calls.slice(before).filter((name) => LOOKS_CALLS.test(name))).toEqual([]);
    expect([list.table.widths.size, list.table.formatted.length]).toEqual([0, 0]);
  });

  test('colours a status column that took the place of a deleted one', () => {
    const list = openList();
    finish(list, list.start());
    list.table.deleteColumns(columnOf(list, 'verdict'), 1);
    list.table.formatted = [];
    finish(list, list.start());
    const status = list.table.columns[columnOf(list, 'verdict') - 1];
    expect(list.table.formatted.map(({ on }) => on === status)).toEqual(
      LOOK_UP_LOOKS.status.rules.map(() => true),
    );
  });

  test('colours the columns of an earlier version, and leaves their widths alone', () => {
    const list = openList();
    finish(list, list.start());
    list.table.widths.clear();
    list.table.formatted = [];
    list.workbook.metadata = list.workbook.metadata.filter(({ value }) => !value.startsWith('colours:'));
    finish(list, list.start());
    expect(list.table.formatted).toHaveLength(LOOK_UP_LOOKS.status.rules.length);
    expect(list.table.widths.size).toBe(0);
  });

  test('colours cells in a tab with conditional formats of its own, and those stay', () => {
    const list = openList();
    const on = withTheirs(list.table);
    finish(list, list.start());
    expect(list.table.formatted).toEqual([{ condition: null, on }]);
    const rows = list.keys.map((_, index) => index + 2);
    const wanted = rows.map((row) => {
      const tone = toneOf(String(list.table.cell(row, columnOf(list, 'verdict')).value));
      return tone === null ? undefined : TONES[tone];
    });
    expect(rows.map((row) => coloursOf(list, row))).toEqual(wanted);
    expect(new Set(wanted).size).toBeGreaterThan(1);
    expect(
      [...list.table.painted.keys()].every((cell) => cell.startsWith(`${columnOf(list, 'verdict')}:`)),
    ).toBe(true);
  });

  test('goes on colouring cells at the next job', () => {
    const list = openList();
    withTheirs(list.table);
    finish(list, list.start());
    list.table.painted.clear();
    finish(list, list.start());
    expect(list.table.painted.size).toBe(list.keys.length);
  });

  test('answers all the same where the tab refuses looks', () => {
    const list = openList();
    list.table.refusesLooks = true;
    const result = finish(list, list.start());
    expect(result.end).toBe('done');
    const kinds = new Set(
      list.keys.map((_, index) => list.table.cell(index + 2, columnOf(list, 'verdict')).value),
    );
    expect(kinds.has('')).toBe(false);
    expect(leftMarkers(list)).toEqual([]);
    expect(list.table.formatted).toEqual([]);
  });

  test('shows its columns where unused ones were hidden', () => {
    const list = openList();
    for (let n = 0; n < 20; n++) list.table.columns.push({});
    const beside = list.table.columns.slice(4);
    list.table.hiddenColumns = new Set(beside);
    finish(list, list.start());
    const ours = LOOK_UP_COLUMNS.keys.map((key) => list.table.columns[columnOf(list, key) - 1]);
    expect(ours.filter((column) => column !== undefined && list.table.hiddenColumns.has(column))).toEqual([]);
    expect(list.table.hiddenColumns.size).toBe(beside.length - ours.length);
  });
});

test('every kind of verdict has a tone of its own', () => {
  const kinds: readonly VerdictKind[] = ['member', 'invited', 'notMember', 'unchecked'];
  const [english] = CATALOGUES;
  expect(new Set(kinds.map((kind) => toneOf(english?.verdicts[kind] ?? ''))).size).toBe(kinds.length);
});
