import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { problemOf as coreProblem } from '../../src/core/chat/problem';
import type { Written } from '../../src/core/contract';
import { catalogueFor } from '../../src/core/locales/catalogue';
import { SPACES } from '../emulator/workspace/invented';
import type { CellView } from '../emulator/emulator';
import { openSession, problemOf, valueOf, type UserSession, type SessionOptions } from './front-door.testing';
import { grantAll, PROFILES } from '../emulator.testing';
import { TEXTS } from './answers.testing';

let session: UserSession | null = null;

async function open(options: SessionOptions = {}): Promise<UserSession> {
  return (session = await openSession(options));
}

afterEach(async () => {
  await session?.close();
  session = null;
});

const { launch, lab, sales } = SPACES;
const TAB = 'Memberships';
const KEN = 'ken.mori@orchard.example';

async function write(space: string, member: string): Promise<Written> {
  if (session === null) throw new Error('No session.');
  return valueOf(await session.sidebar<Written>('sidebarWrite', await session.ask(space, member)));
}

/** Columns of the tab that are ours, by what they hold. */
function ours({ emulator }: UserSession): ReadonlyMap<string, number> {
  const marks = emulator.spreadsheet.metadata().filter(({ key, tab }) => key === 'rollcall' && tab === TAB);
  return new Map(marks.map(({ value, at }) => [value, columnOf(at)]));
}

/** `C:C` is 3. */
function columnOf(at: string): number {
  return Array.from(at.replace(/:.*/, '')).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

describe('the tab Memberships', () => {
  test.each([
    ['en', TEXTS.en],
    ['ja', TEXTS.ja],
  ])('is made when it is missing: %s', async (locale, { job: { questionTitles }, columns }) => {
    const { emulator } = await open({ scenario: { locale } });
    await write(launch, KEN);
    expect(emulator.spreadsheet.display(TAB)[0]?.slice(0, 3)).toEqual([
      questionTitles.space,
      questionTitles.member,
      columns.verdict,
    ]);
  });

  test('holds ids as text, times as real dates, and hostile text as the very text', async () => {
    const now = await open({ scenario: { assumptions: PROFILES } });
    const { emulator, clock, workspace } = now;
    const ids = [20, 21, 22, 23, 24, 25, 26, 29, 30].map((id) => `1000000000000000000${id}`);
    for (const id of ids) await write(lab, id);
    const { spreadsheet } = emulator;
    const columns = ours(now);
    const at = (row: number, key: string) => spreadsheet.cell(TAB, row, columns.get(`column:${key}`) ?? 0);
    ids.forEach((id, index) => {
      const row = index + 2;
      const person = workspace.people.find(({ name }) => name === `users/${id}`);
      expect(spreadsheet.cell(TAB, row, 2)).toMatchObject({ value: id, display: id, formula: '' });
      expect(at(row, 'name')).toMatchObject({ value: person?.displayName, formula: '', format: '@' });
      expect(at(row, 'membership')).toMatchObject({ value: `${lab}/members/${id}`, formula: '' });
      expect(at(row, 'since').value).toHaveProperty('$date');
      expect(at(row, 'checked').value).toEqual({ $date: clock.now() });
    });
  });

  test('updates the row of a question however it is written, wherever the row went', async () => {
    const { emulator } = await open();
    await write(launch, KEN);
    await write(sales, 'app');
    expect(await write(launch, 'me')).toMatchObject({ row: 4, updated: false });
    emulator.spreadsheet.sort(TAB, 1, { descending: true, headerRows: 1 });
    emulator.spreadsheet.insertRows(TAB, 2, 2);
    const row = emulator.spreadsheet.display(TAB).findIndex((cells) => cells[1] === KEN) + 1;
    for (const [space, member] of [
      [`https://chat.google.com/room/${launch.slice(7)}`, `Ken Mori <${KEN}>`],
      [KEN.toUpperCase(), launch],
      [`${launch}/members/${KEN}`, ''],
    ] as const) {
      expect(await write(space, member)).toMatchObject({ tab: TAB, row, updated: true });
    }
    expect(await write(launch, 'users/me')).toMatchObject({ updated: true });
  });

  test('keeps the answers about two people who both asked about “me”', async () => {
    const now = await open({ scenario: { assumptions: PROFILES } });
    const ken = now.workspace.people.find(({ email }) => email === KEN)?.name ?? '';
    await write(launch, 'me');
    grantAll(now, ken);
    for (const member of ['me', KEN, 'me']) {
      const args = [launch, member];
      await now.emulator.run({ function: 'getMembership', args, entry: 'editor', user: ken });
    }
    await write(launch, 'me');
    const [titles = [], ...rows] = now.emulator.spreadsheet.display(TAB);
    const email = titles.indexOf(catalogueFor('en').columns.email);
    expect(rows.map((row) => [row[1], row[email]])).toEqual([
      ['me', 'hana.sato@orchard.example'],
      ['me', KEN],
      [KEN, KEN],
    ]);
  });

  test('is shared by two people of two languages', async () => {
    const { emulator, scenario } = await open({ scenario: { locale: 'ja' } });
    await write(launch, KEN);
    emulator.setScenario({ ...scenario, locale: 'en' });
    expect(await write(launch, KEN)).toMatchObject({ row: 2, updated: true });
    expect(emulator.spreadsheet.display(TAB)[1]?.[2]).toBe(TEXTS.en.verdicts.member);
  });

  test('is taken as it is where somebody typed its two titles and questions by hand', async () => {
    const { emulator } = await open();
    emulator.spreadsheet.addTab(TAB, [
      ['Space', 'Member'],
      [launch, KEN],
    ]);
    expect(await write(launch, KEN)).toMatchObject({ tab: TAB, row: 2, updated: true });
  });

  test.each(['en', 'ja'])('that holds somebody else’s table is left alone: %s', async (locale) => {
    const catalogue = catalogueFor(locale);
    const { emulator, sidebar, ask, editor } = await open({ scenario: { locale } });
    emulator.spreadsheet.addTab(TAB, [
      ['Member no.', 'Paid until'],
      ['1', '2027-01-01'],
    ]);
    const before = emulator.spreadsheet.cells(TAB);
    const problem = problemOf(await sidebar('sidebarWrite', await ask(launch, KEN)));
    expect(problem).toMatchObject(catalogue.problemText(coreProblem('tabTaken', { tab: TAB })));
    const { happened } = catalogue.problemText(coreProblem('tabTaken'));
    expect((await editor('getMembership', launch, KEN)).error?.message).toContain(happened);
    expect((await editor('getMembership')).outcome).toBe('failed');
    expect(valueOf(await sidebar('sidebarStart'))).toMatchObject({ recent: [] });
    expect(emulator.spreadsheet.cells(TAB)).toEqual(before);
    expect(emulator.spreadsheet.metadata()).toEqual([]);
  });

  test('that is protected says so, and nothing is written by halves', async () => {
    const { emulator, sidebar, ask } = await open();
    await write(launch, KEN);
    emulator.spreadsheet.protect(TAB, null, ['somebody@orchard.example']);
    const before = emulator.spreadsheet.cells(TAB);
    for (const member of [KEN, 'app']) {
      const problem = problemOf(await sidebar('sidebarWrite', await ask(launch, member)));
      expect(problem).toMatchObject({ code: 'protectedCell', who: 'sheetOwner' });
    }
    expect(emulator.spreadsheet.cells(TAB)).toEqual(before);
  });
});

test('a rule for what a cell may hold refuses the answer in words, and the last answer stays', async () => {
  const { emulator, sidebar, ask } = await open();
  await write(launch, KEN);
  emulator.spreadsheet.validate(TAB, 'C2:C9', ['yes', 'no']);
  const before = emulator.spreadsheet.cells(TAB);
  for (const member of [KEN, 'app']) {
    const problem = problemOf(await sidebar('sidebarWrite', await ask(launch, member)));
    expect(problem).toMatchObject({ code: 'valueRefused', who: 'sheetOwner' });
  }
  expect(emulator.spreadsheet.cells(TAB)[1]).toEqual(before[1]);
});

/** What a person does to the tab between two answers. */
type Change =
  | { readonly do: 'moveColumn'; readonly from: number; readonly to: number }
  | { readonly do: 'insertColumns'; readonly at: number }
  | { readonly do: 'insertRows'; readonly at: number }
  | { readonly do: 'foreign'; readonly at: number; readonly title: string }
  | { readonly do: 'hide'; readonly at: number; readonly by: 'user' | 'filter' }
  | { readonly do: 'sort'; readonly column: number; readonly descending: boolean };

const place = fc.integer({ min: 1, max: 12 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ do: fc.constant('moveColumn' as const), from: place, to: place }),
  fc.record({ do: fc.constant('insertColumns' as const), at: place }),
  fc.record({ do: fc.constant('insertRows' as const), at: fc.integer({ min: 2, max: 6 }) }),
  fc.record({
    do: fc.constant('foreign' as const),
    at: place,
    title: fc.constantFrom(
      TEXTS.en.columns.verdict,
      TEXTS.en.columns.role,
      TEXTS.en.job.questionTitles.member,
      TEXTS.en.job.questionTitles.space,
      '部署',
      '',
    ),
  }),
  fc.record({
    do: fc.constant('hide' as const),
    at: fc.integer({ min: 2, max: 5 }),
    by: fc.constantFrom('user' as const, 'filter' as const),
  }),
  fc.record({ do: fc.constant('sort' as const), column: place, descending: fc.boolean() }),
);

function make({ emulator }: UserSession, one: Change): void {
  const { spreadsheet } = emulator;
  switch (one.do) {
    case 'moveColumn':
      spreadsheet.moveColumn(TAB, one.from, one.to);
      break;
    case 'insertColumns':
      spreadsheet.insertColumns(TAB, one.at, 1);
      break;
    case 'insertRows':
      spreadsheet.insertRows(TAB, one.at, 1);
      break;
    case 'foreign': {
      spreadsheet.insertColumns(TAB, one.at, 1);
      spreadsheet.type(TAB, 1, one.at, one.title);
      [2, 3, 4].forEach((row) => {
        spreadsheet.type(TAB, row, one.at, row === 3 ? '=1+1' : `00${row}`);
        spreadsheet.note(TAB, row, one.at, `note ${row}`);
      });
      spreadsheet.format(TAB, `${letters(one.at)}2:${letters(one.at)}9`, '0.000');
      break;
    }
    case 'hide':
      spreadsheet.hideRows(TAB, one.at, 1, one.by);
      break;
    case 'sort':
      spreadsheet.sort(TAB, one.column, { descending: one.descending, headerRows: 1 });
  }
}

function letters(column: number): string {
  return String.fromCharCode(64 + column);
}

/** Every cell that is not ours, with its value, formula, note and format. A new row's question is not counted. */
function foreign(cells: readonly (readonly CellView[])[], mine: ReadonlySet<number>, rows: number): unknown {
  const width = Math.max(...cells.map((row) => row.length));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: width }, (__, column) =>
      mine.has(column + 1) ? null : (cells[row]?.[column] ?? null),
    ),
  );
}

test('whatever people do to the tab, every cell that is not ours stays as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 6 }), async (changes) => {
      const now = await open({ scenario: { assumptions: { 'group-get': 'works' } } });
      try {
        const { spreadsheet } = now.emulator;
        for (const member of [KEN, 'app', 'me']) await write(launch, member);
        spreadsheet.type(TAB, 3, 14, '=A1');
        spreadsheet.note(TAB, 2, 3, 'kept');
        for (const one of changes) make(now, one);
        const columns = ours(now);
        const mine = new Set(
          [...columns].flatMap(([value, column]) => (value.startsWith('column:') ? [column] : [])),
        );
        const before = spreadsheet.cells(TAB);
        const rows = before.length;
        const { row } = await write(launch, KEN);
        const asked = columns.get('question:member') ?? 0;
        expect(spreadsheet.cell(TAB, row, asked).value).toBe(KEN);
        const added = await write(sales, 'groups/03orchardpickers');
        expect(added).toMatchObject({ updated: false });
        expect(added.row).toBeGreaterThan(rows);
        const verdict = columns.get('column:verdict') ?? 0;
        expect([row, added.row].map((one) => spreadsheet.cell(TAB, one, verdict).value)).toEqual([
          TEXTS.en.verdicts.member,
          TEXTS.en.verdicts.member,
        ]);
        expect(foreign(spreadsheet.cells(TAB), mine, rows)).toEqual(foreign(before, mine, rows));
      } finally {
        await now.close();
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
