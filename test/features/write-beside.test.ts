/** One answer on its way into the sheet: beside its question, taken back, shown. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Answer, QuestionRow, Start, Written } from '../../src/core/contract';
import { SPACES } from '../emulator/workspace/invented';
import { answersIn, TEXTS } from './answers.testing';
import { openSession, problemOf, valueOf, type UserSession } from './front-door.testing';

const { launch, sales } = SPACES;
const KEN = 'ken.mori@orchard.example';
const LENA = 'lena.fischer@orchard.example';
const TAB = 'Teams';
const PEOPLE = [
  ['Team', 'Space', 'Who', 'Sum'],
  ['A', launch, KEN, '1'],
  ['B', launch, LENA, '2'],
  ['C', sales, KEN, '3'],
];

let session: UserSession | null = null;
afterEach(async () => {
  await session?.close();
  session = null;
});

interface Selected {
  readonly now: UserSession;
  readonly answer: Answer;
  readonly at: QuestionRow;
}

/** Opens the list in a locale, selects a row's question and asks it. */
async function askRow(row: number, locale: 'en' | 'ja' = 'en'): Promise<Selected> {
  const now = (session = await openSession({ scenario: { locale } }));
  now.emulator.spreadsheet.addTab(TAB, PEOPLE);
  now.select(TAB, [`B${row}:C${row}`]);
  const { question } = valueOf(await now.sidebar<Start>('sidebarStart'));
  if (!question?.at) throw new Error('No question is selected.');
  return { now, at: question.at, answer: await now.ask(question.space, question.member) };
}

const write = async ({ now, answer, at }: Selected): Promise<Written> =>
  valueOf(await now.sidebar<Written>('sidebarWrite', answer, at));

/** The user's own cells. */
const users = ({ now }: Selected) => now.emulator.spreadsheet.display(TAB).map((row) => row.slice(0, 4));

describe('an answer about a selected row', () => {
  test.each(['en', 'ja'] as const)(
    'is written into that row, in columns right of the table: %s',
    async (locale) => {
      const selected = await askRow(3, locale);
      const written = await write(selected);
      expect(written).toMatchObject({ tab: TAB, row: 3, isBeside: true, updated: true });
      const rows = answersIn(selected.now.emulator.spreadsheet.display(TAB), locale);
      const { verdicts, notes } = TEXTS[locale];
      expect(rows.map(({ verdict, note }) => [verdict, note])).toEqual([
        ['', ''],
        [verdicts.notDirectMember, notes.notDirectByAddress],
        ['', ''],
      ]);
      expect(users(selected)).toEqual(PEOPLE);
      expect(selected.now.emulator.spreadsheet.tabs().map(({ name }) => name)).not.toContain('Memberships');
    },
  );

  test('follows its row where rows moved meanwhile', async () => {
    const selected = await askRow(3);
    selected.now.emulator.spreadsheet.insertRows(TAB, 2, 2);
    expect(await write(selected)).toMatchObject({ row: 5 });
  });

  test('is refused where no row asks it any more, and nothing is written', async () => {
    const selected = await askRow(3);
    const { spreadsheet } = selected.now.emulator;
    spreadsheet.put(TAB, 3, 3, KEN);
    const before = spreadsheet.display(TAB);
    const reply = await selected.now.sidebar('sidebarWrite', selected.answer, selected.at);
    expect(problemOf(reply).code).toBe('questionMoved');
    expect(spreadsheet.display(TAB)).toEqual(before);
  });

  test('goes to Memberships where it was not read from a row', async () => {
    const selected = await askRow(3);
    const written = valueOf(await selected.now.sidebar<Written>('sidebarWrite', selected.answer, null));
    expect(written).toMatchObject({ tab: 'Memberships', row: 2, isBeside: false, updated: false });
  });

  test('has a link that names its tab and its status cell', async () => {
    const { link, tabId, row } = await write(await askRow(3));
    expect(link).toContain(`gid=${tabId}`);
    expect(link).toMatch(new RegExp(`range=E${row}$`));
  });

  test.each([
    ['a row of another kind', { tab: 'x', tabName: TAB, row: 3, space: 2, member: 3 }],
    ['a row before the first', { tab: 1, tabName: TAB, row: 0, space: 2, member: 3 }],
  ])('is refused with %s', async (_, at) => {
    const { now, answer } = await askRow(3);
    expect(problemOf(await now.sidebar('sidebarWrite', answer, at)).code).toBe('argumentUnreadable');
  });
});

describe('undoing a write', () => {
  const undo = ({ now, answer }: Selected, written: unknown) =>
    now.sidebar<null>('sidebarUndoWrite', answer, written);

  test('empties the cells that were empty, and nothing else', async () => {
    const selected = await askRow(3);
    const written = await write(selected);
    expect(await undo(selected, written)).toEqual({ ok: true, value: null });
    const rows = answersIn(selected.now.emulator.spreadsheet.display(TAB));
    expect(rows.flatMap((row) => Object.values(row)).join('')).toBe('');
    expect(users(selected)).toEqual(PEOPLE);
  });

  test('puts back the answer that stood there, with its time', async () => {
    const selected = await askRow(2);
    await write(selected);
    const { spreadsheet } = selected.now.emulator;
    const before = spreadsheet.cells(TAB);
    selected.now.clock.advance(86_400_000);
    const answer = await selected.now.ask(launch, KEN);
    const again = { ...selected, answer };
    const written = await write(again);
    expect(spreadsheet.cells(TAB)).not.toEqual(before);
    valueOf(await undo(again, written));
    expect(spreadsheet.cells(TAB)).toEqual(before);
  });

  test('takes a row that was added to Memberships away, with its question', async () => {
    const selected = await askRow(3);
    const written = valueOf(await selected.now.sidebar<Written>('sidebarWrite', selected.answer, null));
    valueOf(await undo(selected, written));
    expect(selected.now.emulator.spreadsheet.display('Memberships')).toHaveLength(1);
  });

  test('follows the row where it moved', async () => {
    const selected = await askRow(3);
    const written = await write(selected);
    selected.now.emulator.spreadsheet.insertRows(TAB, 2, 1);
    valueOf(await undo(selected, written));
    const rows = answersIn(selected.now.emulator.spreadsheet.display(TAB));
    expect(rows.flatMap((row) => Object.values(row)).join('')).toBe('');
  });

  test('is refused where somebody changed what was written, which stays', async () => {
    const selected = await askRow(3);
    const written = await write(selected);
    const { spreadsheet } = selected.now.emulator;
    const status = spreadsheet.display(TAB)[0]?.indexOf(TEXTS.en.columns.verdict) ?? 0;
    spreadsheet.type(TAB, 3, status + 1, 'I know better');
    const before = spreadsheet.display(TAB);
    expect(problemOf(await undo(selected, written)).code).toBe('answerChanged');
    expect(spreadsheet.display(TAB)).toEqual(before);
  });

  test('takes nothing else away, whatever the page hands over', async () => {
    const selected = await askRow(3);
    const written = await write(selected);
    const { spreadsheet } = selected.now.emulator;
    const before = spreadsheet.display(TAB);
    const other = await selected.now.ask(launch, KEN);
    expect(problemOf(await undo({ ...selected, answer: other }, written)).code).toBe('answerChanged');
    expect(problemOf(await undo(selected, { ...written, replaced: null })).code).toBe('answerChanged');
    expect(problemOf(await undo(selected, { ...written, replaced: { other: 'x' } })).code).toBe(
      'argumentUnreadable',
    );
    expect(spreadsheet.display(TAB)).toEqual(before);
  });
});
