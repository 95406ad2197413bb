/** What a person sees of a job in the sheet: where the answers are, their colours, and that nothing of theirs changes. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { JobView, Reply, SelectionSummary, Shown } from '../../src/core/contract';
import { LOOK_UP_LOOKS } from '../../src/core/look-up/status-looks';
import { TONES } from '../../src/core/table/looks';
import type { EnvironmentOptions } from '../emulator.testing';
import { TEXTS } from './answers.testing';
import { problemOf, valueOf } from './front-door.testing';
import {
  askJob,
  askSelection,
  finish,
  leftovers,
  openJob,
  openRows,
  peopleIn,
  rowsByKey,
  runSidebar,
  TAB,
  type RowsEnvironment,
} from './rows.testing';

/** A rule of the user's, on a column of theirs. */
const THEIRS = { criteria: 'NUMBER_GREATER_THAN', values: [3], background: '#ffeeee' };

let environment: RowsEnvironment | null = null;
afterEach(async () => {
  await environment?.close();
  environment = null;
});

async function open(people: number, options: EnvironmentOptions = {}, spaces = 1): Promise<RowsEnvironment> {
  const { workspace, rows } = peopleIn(spaces, people);
  return (environment = await openRows(rows, { workspace, ...options }));
}

async function ask<T>(
  { emulator }: RowsEnvironment,
  name: string,
  ...args: readonly unknown[]
): Promise<Reply<T>> {
  return (await runSidebar(emulator, name, args)).value as Reply<T>;
}

async function lookUp(now: RowsEnvironment, options: object = {}): Promise<JobView> {
  const view = valueOf(await ask<JobView>(now, 'sidebarStartJob', '', null, options));
  return finish(now.emulator, view);
}

const columnOf = ({ emulator }: RowsEnvironment, key: string): string =>
  emulator.spreadsheet
    .metadata()
    .find(({ value }) => value === `column:${key}`)
    ?.at.replace(/:.*/, '') ?? '';

describe('when a job ends', () => {
  test.each(['en', 'ja'] as const)(
    'the view moves to the first answer, and the card names the columns: %s',
    async (locale) => {
      const now = await open(6, { scenario: { locale } });
      const view = await lookUp(now);
      expect(view.columns).toEqual({ first: columnOf(now, 'verdict'), last: columnOf(now, 'question') });
      expect(now.emulator.spreadsheet.active()).toMatchObject({
        tab: TAB,
        ranges: [`${columnOf(now, 'verdict')}2`],
      });
      const [titles] = now.emulator.spreadsheet.display(TAB);
      expect(titles).toContain(TEXTS[locale].columns.question);
    },
  );

  test.each([
    ['a step of the sidebar, for somebody in another tab', 'sidebar', 'Elsewhere'],
    ['a trigger', 'trigger', TAB],
  ] as const)('the view stays where it is after %s', async (_, entry, tab) => {
    const scenario = { latencyMs: 4_000, refusedScopes: ['script.external_request'] };
    const now = await open(5, { scenario }, 6);
    const { spreadsheet } = now.emulator;
    spreadsheet.addTab('Elsewhere', [['x']]);
    spreadsheet.select(TAB, ['B:C']);
    const view = await askJob(now.emulator, 'sidebarStartJob', '');
    expect(view.state).toBe('running');
    spreadsheet.select(tab, ['A1']);
    if (entry === 'sidebar') await finish(now.emulator, view);
    for (let runs = 0; entry === 'trigger' && runs < 10; runs++) {
      now.clock.advance(8 * 60_000);
      await now.emulator.run({ function: 'continueOnTrigger', entry: 'trigger' });
    }
    expect(await openJob(now.emulator)).toBeNull();
    expect(spreadsheet.active()).toMatchObject({ tab, ranges: ['A1'] });
    expect(leftovers(now.emulator)).toEqual([]);
  });

  test('the rows of one verdict can be selected', async () => {
    const now = await open(20);
    const { tabId, startedAt, counts } = await lookUp(now);
    const target = { tab: tabId, since: startedAt, verdict: 'notMember' };
    const shown = valueOf(await ask<Shown>(now, 'sidebarShow', target));
    const absent = [...rowsByKey(now.emulator)].filter(({ ours }) =>
      String(ours['column:question']).endsWith('-'),
    );
    expect(shown).toEqual({ tab: TAB, rows: absent.length, selected: absent.length });
    expect(counts?.notMember).toBe(absent.length);
    const status = columnOf(now, 'verdict');
    expect([...now.emulator.spreadsheet.active().ranges].sort()).toEqual(
      absent.map(({ key }) => `${status}${Number(key.slice(4)) + 2}`).sort(),
    );
  });

  test('a verdict that nobody has is said, and the view stays', async () => {
    const now = await open(3);
    const { tabId, startedAt } = await lookUp(now);
    const before = now.emulator.spreadsheet.active();
    const reply = await ask(now, 'sidebarShow', { tab: tabId, since: startedAt, verdict: 'unchecked' });
    expect(problemOf(reply).code).toBe('noAnswers');
    expect(now.emulator.spreadsheet.active()).toEqual(before);
  });
});

describe('new columns', () => {
  test('go right of the table, or right after the question where that was chosen', async () => {
    const now = await open(6);
    const shown: SelectionSummary = await askSelection(now.emulator);
    expect([shown.newAtEnd, shown.newAfterQuestion]).toEqual(['F', 'D']);
    const before = rowsByKey(now.emulator).map(({ foreign }) => foreign);
    await lookUp(now, { place: 'afterQuestion' });
    expect([columnOf(now, 'verdict'), columnOf(now, 'question')]).toEqual(['D', 'N']);
    expect(rowsByKey(now.emulator).map(({ foreign }) => foreign)).toEqual(before);
  });

  test('stay where they are at the next job, and there is nothing left to choose', async () => {
    const now = await open(6);
    await lookUp(now);
    now.emulator.spreadsheet.select(TAB, ['B:C']);
    expect(await askSelection(now.emulator)).toMatchObject({ newAtEnd: null, newAfterQuestion: null });
    const at = columnOf(now, 'verdict');
    await lookUp(now, { place: 'afterQuestion' });
    expect(columnOf(now, 'verdict')).toBe(at);
  });

  test('can be seen where unused columns were hidden', async () => {
    const now = await open(6);
    now.emulator.spreadsheet.hideColumns(TAB, 6, 10);
    await lookUp(now);
    expect(now.emulator.spreadsheet.hiddenColumns(TAB)).toEqual([]);
  });

  test('have widths that fit, and the key of the question is narrow', async () => {
    const now = await open(6);
    const before = now.emulator.spreadsheet.columnWidths(TAB).slice(0, 5);
    await lookUp(now);
    const widths = now.emulator.spreadsheet.columnWidths(TAB);
    expect(widths.slice(0, 5)).toEqual(before);
    const { verdict, note, question } = LOOK_UP_LOOKS.widths;
    expect([widths[5], widths[6], widths[15]]).toEqual([verdict, note, question]);
  });

  test('show times as the locale of the sheet has them', async () => {
    const now = await open(6);
    await lookUp(now);
    const { spreadsheet } = now.emulator;
    const [titles = [], first = []] = spreadsheet.display(TAB);
    expect(first[titles.indexOf(TEXTS.en.columns.checked)]).toMatch(/^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d$/);
  });
});

describe('the colours of the status', () => {
  test('are conditional formats on that column alone, set once', async () => {
    const now = await open(6);
    await lookUp(now);
    const formats = now.emulator.spreadsheet.conditionalFormats(TAB);
    const status = columnOf(now, 'verdict');
    expect(formats).toHaveLength(LOOK_UP_LOOKS.status.rules.length);
    expect(new Set(formats.flatMap(({ ranges }) => ranges.map((range) => range.replace(/\d/g, ''))))).toEqual(
      new Set([`${status}:${status}`]),
    );
    now.emulator.spreadsheet.select(TAB, ['B:C']);
    await lookUp(now);
    expect(now.emulator.spreadsheet.conditionalFormats(TAB)).toEqual(formats);
  });

  test('are set on the cells where the tab has conditional formats, which stay as they are', async () => {
    const now = await open(20);
    const { spreadsheet } = now.emulator;
    spreadsheet.conditionalFormat(TAB, ['D2:D20'], THEIRS);
    const before = spreadsheet.conditionalFormats(TAB);
    await lookUp(now);
    expect(spreadsheet.conditionalFormats(TAB)).toEqual(before);
    const [titles = [], ...rows] = spreadsheet.cells(TAB);
    const at = titles.findLastIndex(({ display }) => display === TEXTS.en.columns.verdict);
    const { member, invited, notMember, notDirectMember, unchecked } = TEXTS.en.verdicts;
    const grounds = new Map([
      [member, TONES.present.ground],
      [invited, TONES.invited.ground],
      [notMember, TONES.absent.ground],
      [notDirectMember, TONES.absent.ground],
      [unchecked, TONES.unsure.ground],
    ]);
    expect(rows.map((row) => row[at]?.style?.background)).toEqual(
      rows.map((row) => grounds.get(row[at]?.display ?? '')),
    );
  });
});

describe('answers arrive all the same', () => {
  test.each([
    ['with a protected row of titles', 'A1:Z1'],
    ['with protected rows of others', 'A5:Z5'],
  ])('%s', async (_, range) => {
    const now = await open(3);
    now.emulator.spreadsheet.protect(TAB, range, ['somebody@orchard.example']);
    const view = await lookUp(now);
    expect(view.state).toBe('done');
    const { member } = TEXTS.en.verdicts;
    expect(rowsByKey(now.emulator).map(({ ours }) => ours['column:verdict'])).toEqual([
      member,
      member,
      member,
    ]);
    expect(leftovers(now.emulator)).toEqual([]);
  });
});
