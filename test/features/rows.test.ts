import { afterEach, describe, expect, test } from '@jest/globals';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import type { Reply, SelectionSummary } from '../../src/core/contract';
import { extended } from './front-door.testing';
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
import type { Workspace } from '../emulator/workspace/workspace';
import { grantAll, PROFILES, type EnvironmentOptions } from '../emulator.testing';
import { TEXTS } from './answers.testing';

const environments: RowsEnvironment[] = [];

async function open(
  spaces: number,
  people: number,
  options: EnvironmentOptions = {},
): Promise<RowsEnvironment> {
  const { workspace, rows } = peopleIn(spaces, people);
  const environment = await openRows(rows, { workspace, ...options });
  environments.push(environment);
  return environment;
}

afterEach(async () => {
  await Promise.all(environments.splice(0).map((environment) => environment.close()));
});

const verdictsOf = (environment: RowsEnvironment) =>
  rowsByKey(environment.emulator).map((row) => row.ours['column:verdict']);

/** Several steps. */
const slow = { scenario: { latencyMs: 4_000, refusedScopes: ['script.external_request'] } };

describe('selected rows', () => {
  test('are counted before anything is sent', async () => {
    const environment = await open(3, 20);
    expect(await askSelection(environment.emulator)).toMatchObject({
      tab: TAB,
      rows: 60,
      questions: 60,
      spaces: 3,
      badRows: 0,
      headerRow: true,
      needsSpace: false,
      parallel: true,
    });
    expect(environment.apis.counts().requests).toBe(0);
  });

  test('each get their verdict in columns of ours, and nothing else changes', async () => {
    const environment = await open(3, 20, { scenario: { assumptions: PROFILES } });
    const before = rowsByKey(environment.emulator).map((row) => row.foreign);
    const view = await finish(
      environment.emulator,
      await askJob(environment.emulator, 'sidebarStartJob', ''),
    );
    expect(view).toMatchObject({ state: 'done', total: 60, done: 60 });
    const rows = rowsByKey(environment.emulator);
    expect(rows.map((row) => row.foreign)).toEqual(before);
    const ada = rows.find((row) => row.key === 'key-7');
    expect(ada?.ours).toMatchObject({
      'column:verdict': TEXTS.en.verdicts.member,
      'column:name': 'Ada',
      'column:email': 'person-7@example.com',
      'column:role': TEXTS.en.roles.member,
      'column:membership': 'spaces/AAAA0000000/members/100000000000000000007',
      'column:checked': 'object',
    });
    expect(leftovers(environment.emulator)).toEqual([]);
    expect(environment.emulator.stores.cloudLog()).toEqual([]);
  });

  test('show hostile names as the very text', async () => {
    const environment = await open(1, 9, { scenario: { assumptions: PROFILES } });
    await finish(environment.emulator, await askJob(environment.emulator, 'sidebarStartJob', ''));
    const names = rowsByKey(environment.emulator).map((row) => row.ours['column:name']);
    expect(names).toEqual(['=1+1', "'quoted", '+81 90', '@all', '-5', '\tTab', '007', 'Ada', '山田 花子']);
  });

  test('that cannot be read say why, duplicates are asked once, rows hidden by a filter are left out', async () => {
    const environment = await open(1, 6);
    const { spreadsheet } = environment.emulator;
    spreadsheet.put(TAB, 3, 3, 'nobody@');
    spreadsheet.put(TAB, 4, 3, 'PERSON-0@example.com');
    spreadsheet.hideRows(TAB, 5, 1, 'filter');
    expect(await askSelection(environment.emulator)).toMatchObject({
      rows: 5,
      badRows: 1,
      hiddenRows: 1,
      questions: 3,
    });
    await finish(environment.emulator, await askJob(environment.emulator, 'sidebarStartJob', ''));
    expect(verdictsOf(environment)).toEqual([
      TEXTS.en.verdicts.member,
      TEXTS.en.verdicts.unchecked,
      TEXTS.en.verdicts.member,
      '',
      TEXTS.en.verdicts.member,
      TEXTS.en.verdicts.member,
    ]);
    expect(String(rowsByKey(environment.emulator)[1]?.ours['column:note'])).toContain('nobody@');
  });

  test('of a list without a permission for requests side by side are looked up one after another', async () => {
    const fast = await open(3, 20);
    const slow = await open(3, 20, { scenario: { refusedScopes: ['script.external_request'] } });
    expect((await askSelection(slow.emulator)).parallel).toBe(false);
    for (const environment of [fast, slow]) {
      await finish(environment.emulator, await askJob(environment.emulator, 'sidebarStartJob', ''));
    }
    expect(rowsByKey(slow.emulator)).toEqual(rowsByKey(fast.emulator));
  });
});

describe('a job', () => {
  test('goes on in bounded steps, and shows how far it is', async () => {
    const environment = await open(6, 5, slow);
    const first = await askJob(environment.emulator, 'sidebarStartJob', '');
    expect(first.state).toBe('running');
    expect(first.done).toBeGreaterThan(0);
    expect(first.secondsLeft).toBeGreaterThan(0);
    expect(await openJob(environment.emulator)).toMatchObject({ runId: first.runId, foreign: false });
    expect(await finish(environment.emulator, first)).toMatchObject({ state: 'done', done: 30 });
    expect(leftovers(environment.emulator)).toEqual([]);
  });

  test('asks nothing again when rows are sorted and inserted and columns moved between two steps', async () => {
    const environment = await open(6, 5, slow);
    const plain = await open(6, 5, slow);
    const first = await askJob(environment.emulator, 'sidebarStartJob', '');
    const { spreadsheet } = environment.emulator;
    spreadsheet.sort(TAB, 1, { descending: true, headerRows: 1 });
    spreadsheet.insertRows(TAB, 4, 2);
    spreadsheet.moveColumn(TAB, 13, 1);
    spreadsheet.moveColumn(TAB, 1, 9);
    await finish(environment.emulator, first);
    await finish(plain.emulator, await askJob(plain.emulator, 'sidebarStartJob', ''));
    expect(rowsByKey(environment.emulator).map((row) => row.ours)).toEqual(
      rowsByKey(plain.emulator).map((row) => row.ours),
    );
    expect(environment.apis.counts().requests).toBe(plain.apis.counts().requests);
  });

  test('answers the question that stands in the row when it is written', async () => {
    const environment = await open(6, 5, slow);
    const first = await askJob(environment.emulator, 'sidebarStartJob', '');
    environment.emulator.spreadsheet.put(TAB, 31, 3, 'stranger@example.com');
    await finish(environment.emulator, first);
    const last = rowsByKey(environment.emulator).find((row) => row.key === 'key-29');
    // Whether groups can be ruled out depends on what is assumed.
    const { notMember, notDirectMember } = TEXTS.en.verdicts;
    expect([notMember, notDirectMember]).toContain(last?.ours['column:verdict']);
  });

  test('pauses, goes on, and can be cancelled: answers stay, marks go', async () => {
    const environment = await open(10, 5, slow);
    const first = await askJob(environment.emulator, 'sidebarStartJob', '');
    expect((await askJob(environment.emulator, 'sidebarPauseJob', first.runId)).state).toBe('paused');
    expect((await openJob(environment.emulator))?.state).toBe('paused');
    const second = await askJob(environment.emulator, 'sidebarStepJob', first.runId);
    expect(second.done).toBeGreaterThan(first.done);
    const done = second.done;
    await askJob(environment.emulator, 'sidebarCancelJob', first.runId);
    expect(leftovers(environment.emulator)).toEqual([]);
    expect(verdictsOf(environment).filter((verdict) => verdict !== '')).toHaveLength(done);
    await expect(askJob(environment.emulator, 'sidebarStepJob', first.runId)).rejects.toThrow('noJob');
  });

  test('that is paused, stopped or one’s own lets no other begin, and says that it can be continued or cancelled', async () => {
    const environment = await open(10, 5, slow);
    const start = () => askJob(environment.emulator, 'sidebarStartJob', '');
    const { runId } = await start();
    await expect(start()).rejects.toThrow('jobOpen: A look-up in this sheet is not finished.');
    await askJob(environment.emulator, 'sidebarPauseJob', runId);
    await expect(start()).rejects.toThrow('jobOpen');
    environment.emulator.spreadsheet.protect(TAB, 'F2:O51', []);
    expect((await askJob(environment.emulator, 'sidebarStepJob', runId)).state).toBe('stopped');
    await expect(start()).rejects.toThrow('jobOpen');
  });

  test('keeps a second person out kindly, says since when, and heals when its lease is stale', async () => {
    const environment = await open(10, 5, slow);
    const other = 'users/100000000000000000000';
    for (const scope of ['chat.memberships.readonly', 'spreadsheets.currentonly', 'script.container.ui']) {
      environment.emulator.setGrant(`https://www.googleapis.com/auth/${scope}`, true, other);
    }
    const first = await askJob(environment.emulator, 'sidebarStartJob', '');
    await expect(askJob(environment.emulator, 'sidebarStartJob', '', other)).rejects.toThrow('leaseHeld');
    for (const act of ['sidebarStepJob', 'sidebarPauseJob', 'sidebarCancelJob'] as const) {
      await expect(askJob(environment.emulator, act, first.runId, other)).rejects.toThrow('leaseHeld');
    }
    const refused = await runSidebar(environment.emulator, 'sidebarStartJob', [''], { user: other });
    expect(JSON.stringify(refused.value)).toContain('It was started at 2026-11-02 09:00;');
    const single = await runSidebar(
      environment.emulator,
      'sidebarLookUp',
      [{ space: 'spaces/AAAA0000000', member: 'person-0@example.com' }],
      { user: other },
    );
    expect((single.value as Reply<unknown>).ok).toBe(true);
    environment.clock.advance(7 * 60_000);
    expect((await askJob(environment.emulator, 'sidebarStepJob', first.runId, other)).foreign).toBe(true);
    await expect(askJob(environment.emulator, 'sidebarStepJob', first.runId)).rejects.toThrow('leaseHeld');
  });

  test('stops after one request where every other one would fail alike', async () => {
    const environment = await open(3, 20, { scenario: { faultPresets: ['chat-api-off'] } });
    const view = await askJob(environment.emulator, 'sidebarStartJob', '');
    expect(view).toMatchObject({ state: 'stopped', done: 0, problem: { code: 'apiOff' } });
    expect(environment.apis.counts().requests).toBe(1);
    environment.emulator.setScenario({ ...environment.scenario, faultPresets: [] });
    environment.apis.setScenario({ ...environment.scenario, faultPresets: [] });
    expect(
      await finish(environment.emulator, await askJob(environment.emulator, 'sidebarStepJob', view.runId)),
    ).toMatchObject({
      state: 'done',
      done: 60,
    });
  });

  test('whose tab was deleted or whose columns were protected stops with its reason and can be continued', async () => {
    const environment = await open(6, 5, slow);
    const first = await askJob(environment.emulator, 'sidebarStartJob', '');
    environment.emulator.spreadsheet.protect(TAB, 'F2:O31', []);
    const refused = await askJob(environment.emulator, 'sidebarStepJob', first.runId);
    expect(refused).toMatchObject({ state: 'stopped', problem: { code: 'protectedCell' } });
    environment.emulator.spreadsheet.addTab('Another', []);
    environment.emulator.spreadsheet.deleteTab(TAB);
    const gone = await askJob(environment.emulator, 'sidebarStepJob', first.runId);
    expect(gone).toMatchObject({ state: 'stopped', problem: { code: 'sheetGone' } });
    await askJob(environment.emulator, 'sidebarCancelJob', first.runId);
    expect(await openJob(environment.emulator)).toBeNull();
  });

  test.each([
    ['of members', 'question:member'],
    ['of marks', 'column:checked'],
  ])('whose column %s was deleted stops, says so, and goes on once it is back', async (_, mark) => {
    const { project, remove } = extended([]);
    // What Undo does: the column comes back with its cells and its mark.
    appendFileSync(
      path.join(project, 'Code.js'),
      `function markColumn(at, mark) {
        SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(at).addDeveloperMetadata('rollcall', mark);
      }`,
    );
    const environment = await open(6, 5, { ...slow, project });
    const { spreadsheet } = environment.emulator;
    const first = await askJob(environment.emulator, 'sidebarStartJob', '');
    const at = spreadsheet.metadata().find(({ value }) => value === mark)?.at ?? '';
    const column = at.charCodeAt(0) - 'A'.charCodeAt(0) + 1;
    const cells = spreadsheet.display(TAB).map((row) => row[column - 1] ?? '');
    spreadsheet.deleteColumns(TAB, column, 1);
    const gone = await askJob(environment.emulator, 'sidebarStepJob', first.runId);
    expect(gone).toMatchObject({ state: 'stopped', done: first.done, problem: { code: 'columnGone' } });
    expect(await openJob(environment.emulator)).toMatchObject({ runId: first.runId, state: 'stopped' });
    spreadsheet.insertColumns(TAB, column, 1);
    for (const [index, text] of cells.entries()) spreadsheet.put(TAB, index + 1, column, text);
    await environment.emulator.run({ function: 'markColumn', args: [at, mark], entry: 'editor' });
    const again = await askJob(environment.emulator, 'sidebarStepJob', first.runId);
    expect(await finish(environment.emulator, again)).toMatchObject({ state: 'done', done: 30 });
    expect(leftovers(environment.emulator)).toEqual([]);
    remove();
  });

  test('goes on in a renamed tab', async () => {
    const environment = await open(6, 5, slow);
    const first = await askJob(environment.emulator, 'sidebarStartJob', '');
    environment.emulator.spreadsheet.renameTab(TAB, 'Elsewhere');
    expect((await finish(environment.emulator, first)).state).toBe('done');
  });
});

describe('a job that another person continues', () => {
  const OTHER = 'users/300000000000000000000';
  const SPACE = 'spaces/AAAA0000001';
  const person = (id: string, name: string) => ({
    name: id,
    type: 'HUMAN',
    displayName: name,
    email: `${name}@example.com`,
  });
  const joined = (member: ReturnType<typeof person>) => ({
    name: `${SPACE}/members/${member.name.slice('users/'.length)}`,
    state: 'JOINED',
    role: 'ROLE_MEMBER',
    affiliation: 'INTERNAL',
    createTime: '2026-03-02T09:30:00Z',
    member,
  });
  const caller = person('users/200000000000000000000', 'caller');
  const other = person(OTHER, 'other');
  const hidden = Array.from({ length: 5 }, (_, n) => person(`users/40000000000000000000${n}`, `hidden${n}`));
  /** A space that the second person is not in. */
  const workspace: Workspace = {
    caller: caller.name,
    people: [caller, other, ...hidden],
    spaces: [{ name: SPACE, displayName: 'Space', spaceType: 'SPACE' }],
    memberships: [caller, ...hidden].map(joined),
  };

  /** Starts a job that takes more than a step, and has other members written into its last rows, which still wait. */
  async function begun(members: readonly string[], scenario: EnvironmentOptions['scenario'] = {}) {
    const strangers = Array.from({ length: 400 }, (_, n) => [SPACE, `stranger-${n}@example.com`] as const);
    const environment = await openRows(strangers, { workspace, scenario: { latencyMs: 150, ...scenario } });
    environments.push(environment);
    grantAll(environment, OTHER);
    const { runId, state } = await askJob(environment.emulator, 'sidebarStartJob', '');
    expect(state).toBe('running');
    const first = environment.emulator.spreadsheet.layout(TAB).rows - members.length + 1;
    for (const [n, member] of members.entries())
      environment.emulator.spreadsheet.put(TAB, first + n, 3, member);
    environment.clock.advance(7 * 60_000);
    const answers = () =>
      rowsByKey(environment.emulator)
        .filter(({ foreign }) => !foreign.includes('stranger'))
        .map(({ ours }) => [ours['column:verdict'], ours['column:note']]);
    return { ...environment, runId, answers };
  }

  async function finishAs(user: string, { emulator }: Pick<RowsEnvironment, 'emulator'>, runId: string) {
    let view = await askJob(emulator, 'sidebarStepJob', runId, user);
    while (view.state === 'running') view = await askJob(emulator, 'sidebarStepJob', runId, user);
    expect(view).toMatchObject({ state: 'done', done: 400 });
  }

  test('is not answered by what the first person could see: who is there is never called absent', async () => {
    const emails = hidden.map(({ email }) => email);
    const environment = await begun(emails, {
      assumptions: { 'unseen-space': '404', 'absent-email': '404' },
    });
    await finishAs(OTHER, environment, environment.runId);
    expect(environment.answers().map(([verdict]) => verdict)).toEqual(
      emails.map(() => TEXTS.en.verdicts.unchecked),
    );
  });

  describe('does not take “me” for anybody but who started it', () => {
    const said = ['me', ' ＭＥ ', 'users/me', `${SPACE}/members/me`];

    test('when the second person goes on: the rows say so', async () => {
      const environment = await begun(said);
      await finishAs(OTHER, environment, environment.runId);
      expect(environment.answers()).toEqual(
        said.map(() => [
          TEXTS.en.verdicts.unchecked,
          expect.stringContaining('Another person started this look-up'),
        ]),
      );
    });

    test('when a trigger of the first goes on: the rows are answered', async () => {
      const environment = await begun(said);
      await environment.emulator.run({ function: 'continueOnTrigger', entry: 'trigger', user: caller.name });
      expect(leftovers(environment.emulator)).toEqual([]);
      expect(environment.answers()).toEqual(said.map(() => [TEXTS.en.verdicts.member, '']));
    });
  });
});

describe('a sheet that refuses', () => {
  const refusals: readonly [string, (environment: RowsEnvironment) => void, string][] = [
    [
      'a protected column where ours would be',
      ({ emulator }) => {
        emulator.spreadsheet.protect(TAB, 'F:P', []);
      },
      'protectedCell',
    ],
    [
      'data validation in the column of marks',
      ({ emulator }) => {
        emulator.spreadsheet.validate(TAB, 'F2:P40', ['yes', 'no']);
      },
      'valueRefused',
    ],
    [
      'no room for further columns',
      ({ emulator }) => {
        emulator.spreadsheet.put(TAB, 40, 26, 'far to the right');
        emulator.spreadsheet.limitCells(26_000);
      },
      'cellLimit',
    ],
  ];

  test.each(refusals)(
    '%s: the job does not start, says why, and leaves nothing',
    async (_, prepare, code) => {
      const environment = await open(2, 10);
      prepare(environment);
      const before = rowsByKey(environment.emulator).map((row) => row.foreign);
      await expect(askJob(environment.emulator, 'sidebarStartJob', '')).rejects.toThrow(code);
      expect(rowsByKey(environment.emulator).map((row) => row.foreign)).toEqual(before);
      expect(leftovers(environment.emulator)).toEqual([]);
      expect(environment.apis.counts().requests).toBe(0);
      expect(await openJob(environment.emulator)).toBeNull();
    },
  );

  describe('rows between the selected ones, which somebody else has protected', () => {
    async function openProtected(options: EnvironmentOptions = {}): Promise<RowsEnvironment> {
      const environment = await open(6, 5, options);
      const { spreadsheet } = environment.emulator;
      for (const row of ['4:4', '7:7']) spreadsheet.protect(TAB, row, ['somebody@example.com']);
      spreadsheet.select(TAB, ['B2:C3', 'B5:C6', 'B8:C31']);
      return environment;
    }
    const isSelected = ({ key }: { readonly key: string }) => key !== 'key-2' && key !== 'key-5';

    test('stay as they are, and the selected rows are answered', async () => {
      const environment = await openProtected();
      const plain = await open(6, 5);
      const before = rowsByKey(environment.emulator).map((row) => row.foreign);
      for (const { emulator } of [environment, plain]) {
        const view = await askJob(emulator, 'sidebarStartJob', '');
        expect(view).toMatchObject({ state: 'done', done: view.total });
        expect(leftovers(emulator)).toEqual([]);
      }
      const rows = rowsByKey(environment.emulator);
      expect(rows.filter(isSelected)).toEqual(rowsByKey(plain.emulator).filter(isSelected));
      expect(rows.filter((row) => !isSelected(row) && row.answered)).toEqual([]);
      expect(rows.map((row) => row.foreign)).toEqual(before);
    });

    test('do not keep a look-up from going on after its columns were parted, nor from being cancelled', async () => {
      const environment = await openProtected(slow);
      const first = await askJob(environment.emulator, 'sidebarStartJob', '');
      environment.emulator.spreadsheet.moveColumn(TAB, 9, 1);
      const second = await askJob(environment.emulator, 'sidebarStepJob', first.runId);
      expect(second.done).toBeGreaterThan(first.done);
      expect(verdictsOf(environment).filter((verdict) => verdict !== '')).toHaveLength(second.done);
      await askJob(environment.emulator, 'sidebarCancelJob', first.runId);
      expect(leftovers(environment.emulator)).toEqual([]);
    });

    test('leave a selected row that is protected itself refused', async () => {
      const environment = await openProtected();
      environment.emulator.spreadsheet.select(TAB, ['B2:C4', 'B6:C6']);
      await expect(askJob(environment.emulator, 'sidebarStartJob', '')).rejects.toThrow('protectedCell');
      expect(leftovers(environment.emulator)).toEqual([]);
      expect(await openJob(environment.emulator)).toBeNull();
    });
  });

  test('an answer, by data validation: the job stops with its reason, and every row still waits', async () => {
    const environment = await open(2, 10);
    environment.emulator.spreadsheet.validate(TAB, 'F2:F40', ['yes', 'no']);
    const view = await askJob(environment.emulator, 'sidebarStartJob', '');
    expect(view).toMatchObject({ state: 'stopped', done: 0, problem: { code: 'valueRefused' } });
    expect(verdictsOf(environment).every((verdict) => verdict === '')).toBe(true);
    expect((await openJob(environment.emulator))?.runId).toBe(view.runId);
    await askJob(environment.emulator, 'sidebarCancelJob', view.runId);
    expect(leftovers(environment.emulator)).toEqual([]);
  });
});

describe('a selection that cannot be looked up', () => {
  test.each([
    ['cells of two tables', ['B2:B5', 'E7:E9'], 'twoTables'],
    ['200,000 rows without a question', ['Z1:Z900'], 'nothingToAsk'],
  ])('%s: says so and changes nothing', async (_, ranges, code) => {
    const environment = await open(1, 20);
    const before = JSON.stringify(environment.emulator.spreadsheet.cells(TAB));
    environment.emulator.spreadsheet.select(TAB, ranges);
    await expect(askJob(environment.emulator, 'sidebarStartJob', '')).rejects.toThrow(code);
    expect(JSON.stringify(environment.emulator.spreadsheet.cells(TAB))).toBe(before);
    expect(leftovers(environment.emulator)).toEqual([]);
  });

  test.each<[string, (environment: RowsEnvironment, shown: SelectionSummary) => unknown]>([
    [
      'another selection',
      ({ emulator }, shown) => {
        emulator.spreadsheet.select(TAB, ['B2:C4']);
        return shown;
      },
    ],
    [
      'a question less in it',
      ({ emulator }, shown) => {
        emulator.spreadsheet.put(TAB, 3, 3, '');
        return shown;
      },
    ],
    ['a survey that is none', () => 'everything'],
  ])('that is not what the person was shown (%s): nothing is started', async (_, change) => {
    const environment = await open(1, 20);
    const shown = change(environment, await askSelection(environment.emulator));
    const before = JSON.stringify(environment.emulator.spreadsheet.cells(TAB));
    const { value } = await runSidebar(environment.emulator, 'sidebarStartJob', ['', shown]);
    expect(value).toMatchObject({ ok: false, problem: { code: 'selectionChanged' } });
    expect(JSON.stringify(environment.emulator.spreadsheet.cells(TAB))).toBe(before);
    expect(leftovers(environment.emulator)).toEqual([]);
    expect(environment.apis.counts().requests).toBe(0);
    const again = await runSidebar(environment.emulator, 'sidebarStartJob', [
      '',
      await askSelection(environment.emulator),
    ]);
    expect(again.value).toMatchObject({ ok: true, value: { state: 'done' } });
  });

  test('a chart, merged cells, a column of dates, people without a space', async () => {
    const environment = await open(1, 20);
    const { spreadsheet } = environment.emulator;
    const refusal = async () =>
      askJob(environment.emulator, 'sidebarStartJob', '').catch((error: unknown) => String(error));
    spreadsheet.select(TAB, ['C2:C9']);
    expect(await refusal()).toContain('noSpace');
    spreadsheet.selectChart(TAB);
    expect(await refusal()).toContain('nothingSelected');
    spreadsheet.merge(TAB, 'B2:B3');
    spreadsheet.select(TAB, ['B2:C9']);
    expect(await refusal()).toContain('mergedCells');
    for (let row = 2; row <= 21; row++) spreadsheet.type(TAB, row, 5, '2026-03-04');
    spreadsheet.select(TAB, ['E2:E21']);
    expect(await refusal()).toContain('datesColumn');
    expect(environment.apis.counts().requests).toBe(0);
  });
});
