/** What somebody may do in a tab by hand, at random. */
import fc from 'fast-check';
import type { ManualEditor } from '../../manual-editor';

export const row = fc.integer({ min: 1, max: 12 });
export const column = fc.integer({ min: 1, max: 8 });
const count = fc.integer({ min: 1, max: 3 });
export const text = fc.oneof(
  fc.constantFrom('=1+1', "'007", '42', '2026-01-02', 'TRUE', '50%', ''),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const a1 = fc.constantFrom('A1', 'B2:D4', 'C5', 'A:A', '3:3', 'A1:H12');

/** What somebody does in the active tab, or to it. */
export type Step = (spreadsheet: ManualEditor, tab: string) => void;
export const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(row, column, text).map(([down, right, typed]): Step => (s, tab) => {
    s.type(tab, down, right, typed);
  }),
  fc.tuple(row, column, text).map(([down, right, stored]): Step => (s, tab) => {
    s.put(tab, down, right, stored);
  }),
  fc.tuple(row, column, text).map(([down, right, note]): Step => (s, tab) => {
    s.note(tab, down, right, note);
  }),
  a1.map((range): Step => (s, tab) => {
    s.format(tab, range, '@');
  }),
  a1.map((range): Step => (s, tab) => {
    s.merge(tab, range);
  }),
  fc.tuple(a1, fc.boolean()).map(([range, all]): Step => (s, tab) => {
    s.protect(tab, all ? null : range, ['users/1']);
  }),
  a1.map((range): Step => (s, tab) => {
    s.validate(tab, range, ['yes', 'no']);
  }),
  fc
    .tuple(row, count, fc.constantFrom('user' as const, 'filter' as const))
    .map(([from, some, by]): Step => (s, tab) => {
      s.hideRows(tab, from, some, by);
    }),
  row.map((rows): Step => (s, tab) => {
    s.freeze(tab, rows);
  }),
  fc.tuple(row, count).map(([before, some]): Step => (s, tab) => {
    s.insertRows(tab, before, some);
  }),
  fc.tuple(row, count).map(([from, some]): Step => (s, tab) => {
    s.deleteRows(tab, from, some);
  }),
  fc.tuple(column, count).map(([before, some]): Step => (s, tab) => {
    s.insertColumns(tab, before, some);
  }),
  fc.tuple(column, count).map(([from, some]): Step => (s, tab) => {
    s.deleteColumns(tab, from, some);
  }),
  fc.tuple(column, column).map(([from, to]): Step => (s, tab) => {
    s.moveColumn(tab, from, to);
  }),
  fc.constant<Step>((s, tab) => {
    s.renameTab(tab, `${tab}'`);
  }),
  fc.constant<Step>((s) => {
    s.addTab(`New ${s.tabs().length}`, [['a', 1], ['b']]);
    s.select(s.tabs().at(-1)!.name, ['A2']);
  }),
  fc.constant<Step>((s, tab) => {
    if (s.tabs().length > 1) s.deleteTab(tab);
  }),
  fc.tuple(a1, fc.constantFrom('users/1', 'users/2')).map(([range, user]): Step => (s, tab) => {
    s.select(tab, [range, 'B2'], user);
  }),
  fc.tuple(row, column, text).map(([down, right, typed]): Step => (s, tab) => {
    s.rich(tab, down, right, [
      { text: `${typed}.`, style: 'bold' },
      { text: 'here', link: 'https://a.example' },
    ]);
  }),
  fc.tuple(row, column).map(([down, right]): Step => (s, tab) => {
    s.chip(tab, down, right, 'person', 'Ada Example');
    s.image(tab, down + 1, right, 'https://a.example/logo.png');
  }),
  fc.tuple(row, column).map(([down, right]): Step => (s, tab) => {
    s.spill(tab, down, right, '=SORT(Z1:Z2)', [
      ['a', 1],
      ['b', 2],
    ]);
  }),
  a1.map((range): Step => (s, tab) => {
    s.paint(tab, range, { background: '#fff2cc', bold: true, wrap: 'WRAP' });
  }),
  a1.map((range): Step => (s, tab) => {
    s.checkbox(tab, range);
  }),
  a1.map((range): Step => (s, tab) => {
    s.typeColumn(tab, range, 'TEXT');
  }),
  a1.map((range): Step => (s, tab) => {
    s.filter(tab, range);
  }),
  a1.map((range): Step => (s, tab) => {
    s.conditionalFormat(tab, [range], { criteria: 'TEXT_EQUAL_TO', values: ['a'], background: '#ceead6' });
  }),
  fc.constant<Step>((s, tab) => {
    s.copyTab(tab);
  }),
);
