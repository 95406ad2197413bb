import { afterEach, describe, expect, test } from '@jest/globals';
import { catalogueFor } from '../../src/core/locales/catalogue';
import type { SelectionSummary, JobView, Reply } from '../../src/core/contract';
import { grantAll, openEnvironment, PROFILES, type TestEnvironment } from '../emulator.testing';
import { peopleIn, runSidebar } from './rows.testing';

const environments: TestEnvironment[] = [];

afterEach(async () => {
  await Promise.all(environments.splice(0).map((environment) => environment.close()));
});

const { workspace } = peopleIn(2, 9);
const [FIRST, SECOND] = ['spaces/AAAA0000000', 'spaces/AAAA0000001'];
const TAB = 'List';

/** Opens a tab with these cells, of which these ranges are selected. */
async function open(
  cells: readonly (readonly string[])[],
  ranges: readonly string[],
): Promise<TestEnvironment> {
  // One page that shows whoever asks tells that a space holds no group: who is not in it is no member at all.
  const environment = await openEnvironment({
    workspace,
    scenario: { assumptions: { ...PROFILES, 'short-pages': 'no' } },
  });
  environments.push(environment);
  grantAll(environment);
  environment.emulator.spreadsheet.addTab(TAB, cells);
  environment.emulator.spreadsheet.select(TAB, ranges);
  return environment;
}

/** Surveys and looks up what is selected; gives the survey and the verdict of each row of the tab, by our title. */
async function lookUp(environment: TestEnvironment, space = '') {
  const { emulator } = environment;
  const summary = (await runSidebar(emulator, 'sidebarSelection', [space])).value as Reply<SelectionSummary>;
  if (!summary.ok) throw new Error(summary.problem.code);
  expect(environment.apis.counts().requests).toBe(0);
  const job = (await runSidebar(emulator, 'sidebarStartJob', [space, summary.value])).value as Reply<JobView>;
  if (!job.ok) throw new Error(job.problem.code);
  expect(job.value.state).toBe('done');
  const verdict = emulator.spreadsheet.metadata().find(({ value }) => value === 'column:verdict');
  const column = (verdict?.at.charCodeAt(0) ?? 0) - 'A'.charCodeAt(0);
  return {
    summary: summary.value,
    verdicts: emulator.spreadsheet.display(TAB).map((row) => row[column] ?? ''),
  };
}

const MEMBER = 'person-0@example.com';
const STRANGER = 'stranger@example.com';
const { columns, verdicts: WORDS } = catalogueFor('en');
const [YES, NO, TITLE] = [WORDS.member, WORDS.notMember, columns.verdict];
/** Of a space that was not listed: one person alone is asked for directly. */
const NOT_DIRECTLY = WORDS.notDirectMember;

describe('what is looked up is told by content', () => {
  test.each<[string, string[][], string[], string, string[]]>([
    [
      'space, then member',
      [
        [FIRST, MEMBER],
        [FIRST, STRANGER],
      ],
      ['A1:B2'],
      '',
      [YES, NO],
    ],
    [
      'member, then space',
      [
        [MEMBER, FIRST],
        [STRANGER, FIRST],
      ],
      ['A1:B2'],
      '',
      [YES, NO],
    ],
    [
      'people of a space that the sidebar names',
      [['Who'], [MEMBER], [STRANGER]],
      ['A:A'],
      FIRST,
      [TITLE, YES, NO],
    ],
    [
      'whole membership names and links',
      [[`${FIRST}/members/${MEMBER}`], [`${SECOND}/members/${STRANGER}`]],
      ['A1:A2'],
      '',
      [YES, NOT_DIRECTLY],
    ],
    [
      'a space’s link, an id, a name with its address',
      [['https://mail.google.com/chat/u/0/#chat/space/AAAA0000001', `Ada <${MEMBER}>`]],
      ['A1:B1'],
      '',
      [YES],
    ],
    [
      'several ranges of the same columns',
      [
        [FIRST, MEMBER],
        [FIRST, MEMBER],
        [FIRST, STRANGER],
      ],
      ['A1:B1', 'A3:B3'],
      '',
      [YES, '', NO],
    ],
    ['two columns apart', [[FIRST, 'a note', MEMBER]], ['A1:A1', 'C1:C1'], '', [YES]],
  ])('%s', async (_, cells, ranges, space, expected) => {
    const environment = await open(cells, ranges);
    const { verdicts } = await lookUp(environment, space);
    expect(verdicts).toEqual(expected);
    expect(
      environment.emulator.spreadsheet.display(TAB).map((row) => row.slice(0, cells[0]?.length)),
    ).toEqual(cells);
  });

  test('a row that leaves its space blank asks nothing, whatever space the sidebar still names', async () => {
    const environment = await open(
      [
        [FIRST, MEMBER],
        ['', MEMBER],
      ],
      ['A1:B2'],
    );
    const { summary, verdicts } = await lookUp(environment, SECOND);
    expect([summary.badRows, summary.peopleAlone, verdicts]).toEqual([1, false, [YES, WORDS.unchecked]]);
  });

  test('members of a table whose spaces are known are meant in these', async () => {
    const environment = await open(
      [
        ['Where', 'Who'],
        [FIRST, MEMBER],
        [SECOND, STRANGER],
        ['', MEMBER],
      ],
      ['A:B'],
    );
    await lookUp(environment);
    const { spreadsheet } = environment.emulator;
    spreadsheet.insertColumns(TAB, 1, 1);
    spreadsheet.select(TAB, ['C2:C3']);
    environment.apis.resetCounts();
    const { summary, verdicts } = await lookUp(environment, SECOND);
    expect([summary.peopleAlone, verdicts]).toEqual([false, [TITLE, YES, NOT_DIRECTLY, WORDS.unchecked]]);
    // Where no space stands there, the one that the sidebar names; and the table keeps its column of spaces.
    spreadsheet.select(TAB, ['C4']);
    environment.apis.resetCounts();
    expect(await lookUp(environment, FIRST)).toMatchObject({
      summary: { peopleAlone: true },
      verdicts: [TITLE, YES, NOT_DIRECTLY, YES],
    });
    expect(spreadsheet.metadata().find(({ value }) => value === 'question:space')?.at).toBe('B:B');
  });

  test('blank rows and rows hidden by a filter are left out, with one call for each row that is asked about', async () => {
    const cells = [
      ['Space', 'Member'],
      [FIRST, MEMBER],
      ['', ''],
      [FIRST, MEMBER],
      [FIRST, STRANGER],
      ['', '  '],
    ];
    const environment = await open(cells, ['A1:B6']);
    environment.emulator.spreadsheet.hideRows(TAB, 4, 1, 'filter');
    const { calls } = await runSidebar(environment.emulator, 'sidebarSelection', ['']);
    expect(calls.filter((call) => call === 'Sheet.isRowHiddenByFilter')).toHaveLength(3);
    const { summary, verdicts } = await lookUp(environment);
    expect(summary).toMatchObject({
      rows: 2,
      hiddenRows: 1,
      questions: 2,
      spaces: 1,
      people: 2,
      headerRow: true,
    });
    expect(verdicts).toEqual([TITLE, YES, '', '', NO, '']);
  });
});
