import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  askJob,
  finish,
  leftovers,
  openRows,
  peopleIn,
  rowsByKey,
  TAB,
  type RowsEnvironment,
} from './rows.testing';
import type { Emulator } from '../emulator/emulator';
import { TEXTS } from './answers.testing';

const SPACES = 6;
const PEOPLE = 5;
/** Three steps or more. */
const SLOW = { latencyMs: 4_000, refusedScopes: ['script.external_request'] };

const environments: RowsEnvironment[] = [];

async function open(): Promise<RowsEnvironment> {
  const { workspace, rows } = peopleIn(SPACES, PEOPLE);
  const environment = await openRows(rows, { workspace, scenario: SLOW });
  environments.push(environment);
  return environment;
}

afterEach(async () => {
  await Promise.all(environments.splice(0).map((environment) => environment.close()));
});

/** One thing that somebody does to the sheet between two steps. Numbers are taken within what there is. */
type Edit = readonly [
  kind:
    | 'sort'
    | 'insertRow'
    | 'deleteRow'
    | 'moveColumn'
    | 'insertColumn'
    | 'hideRow'
    | 'rename'
    | 'note'
    | 'ask'
    | 'format',
  a: number,
  b: number,
];

const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.constantFrom(
    'sort',
    'insertRow',
    'deleteRow',
    'moveColumn',
    'insertColumn',
    'hideRow',
    'rename',
    'note',
    'ask',
    'format',
  ),
  fc.nat(1000),
  fc.nat(1000),
);

const STRANGER = 'stranger@example.com';

function apply({ spreadsheet }: Emulator, [kind, a, b]: Edit): void {
  const { rows, columns } = spreadsheet.layout(TAB);
  const row = 2 + (a % (rows - 1));
  const titles = spreadsheet.display(TAB)[0] ?? [];
  const at = (title: string): number => titles.indexOf(title) + 1;
  switch (kind) {
    case 'sort':
      spreadsheet.sort(TAB, at('Key'), { descending: b % 2 === 0, headerRows: 1 });
      return;
    case 'insertRow':
      spreadsheet.insertRows(TAB, row, 1 + (b % 3));
      return;
    case 'deleteRow':
      spreadsheet.deleteRows(TAB, row, 1);
      return;
    case 'moveColumn':
      spreadsheet.moveColumn(TAB, 1 + (a % columns), 1 + (b % columns));
      return;
    case 'insertColumn':
      spreadsheet.insertColumns(TAB, 1 + (a % columns), 1);
      return;
    case 'hideRow':
      spreadsheet.hideRows(TAB, row, 1, b % 2 === 0 ? 'user' : 'filter');
      return;
    case 'rename': {
      const ours = spreadsheet.metadata().filter((one) => one.value.startsWith('column:'));
      const column =
        titles.findIndex((title) => title.startsWith('Chat') && title !== TEXTS.en.columns.verdict) + 1;
      if (ours.length > 0 && column > 0) spreadsheet.type(TAB, 1, column, `Mine ${b}`);
      return;
    }
    case 'note':
      spreadsheet.note(TAB, row, at('Key'), `noted ${b}`);
      return;
    case 'ask':
      if (at('Member') > 0) spreadsheet.put(TAB, row, at('Member'), STRANGER);
      return;
    case 'format':
      // Somebody clears the formats of a whole column, ours or theirs.
      spreadsheet.format(TAB, `R2C${1 + (a % columns)}:R${rows}C${1 + (a % columns)}`, 'general');
  }
}

/** What an undisturbed job finds for each member of each row, by the row's key, and for a stranger. */
async function verdicts(): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const { emulator } = await open();
  await finish(emulator, await askJob(emulator, 'sidebarStartJob', ''));
  return new Map(rowsByKey(emulator).map((row) => [row.key, row.ours]));
}

describe('a job', () => {
  test('gives every row the answer to its own question, whatever people do to the sheet between two steps', async () => {
    const expected = await verdicts();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(edit, { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        async (turns) => {
          const environment = await open();
          const { emulator } = environment;
          let view = await askJob(emulator, 'sidebarStartJob', '');
          for (const turn of turns) {
            for (const one of turn) apply(emulator, one);
            const before = rowsByKey(emulator).map(({ key, foreign }) => ({ key, foreign }));
            if (view.state === 'running') view = await askJob(emulator, 'sidebarStepJob', view.runId);
            expect(rowsByKey(emulator).map(({ key, foreign }) => ({ key, foreign }))).toEqual(before);
          }
          view = await finish(emulator, view);
          expect(view.state).toBe('done');
          expect(leftovers(emulator)).toEqual([]);
          // A time whose format somebody cleared afterwards reads as a number.
          const isCleared = turns.flat().some(([kind]) => kind === 'format');
          for (const row of rowsByKey(emulator)) {
            const found = seen(row.ours, isCleared);
            const wanted = seen(expected.get(row.key) ?? {}, isCleared);
            if (!row.foreign.includes(STRANGER)) expect(found).toEqual(wanted);
            // A question that was changed after its answer had come keeps that answer: nobody asked again.
            else if (!isStranger(found)) expect(found).toEqual(wanted);
          }
          await environment.close();
          environments.pop();
        },
      ),
      { numRuns: 25 },
    );
  }, 240_000);
});

function seen(ours: Readonly<Record<string, unknown>>, isCleared: boolean) {
  return isCleared ? { ...ours, 'column:since': null, 'column:checked': null } : ours;
}

function isStranger(ours: Readonly<Record<string, unknown>>): boolean {
  return String(ours['column:question']).endsWith('-') && ours['column:membership'] === '';
}
