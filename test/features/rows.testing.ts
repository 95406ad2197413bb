/** A sheet with a list of people of somebody else's, and the job that looks them up, for the tests of many rows. */
import type { JobView, Reply, SelectionSummary } from '../../src/core/contract';
import type { Kill } from '../emulator/platform/execution';
import type { ExecutionResult } from '../emulator/platform/execution';
import type { CellView, Emulator } from '../emulator/emulator';
import type { Workspace } from '../emulator/workspace/workspace';
import {
  grantAll,
  openEnvironment,
  type TestEnvironment,
  type EnvironmentOptions,
} from '../emulator.testing';
import { TEXTS } from './answers.testing';

export const TAB = 'People';

export interface RowsEnvironment extends TestEnvironment {
  readonly rows: readonly (readonly [space: string, member: string])[];
}

/** Spaces of people: some invited, some asked for who are not there, names that a sheet would take for formulas. */
export function peopleIn(spaces: number, people: number): { workspace: Workspace; rows: [string, string][] } {
  const names = ['=1+1', "'quoted", '+81 90', '@all', '-5', '\tTab', '007', 'Ada', '山田 花子'];
  const caller = {
    name: 'users/200000000000000000000',
    type: 'HUMAN',
    displayName: 'Caller',
    email: 'caller@example.com',
  };
  const persons = Array.from({ length: people }, (_, n) => ({
    name: `users/1${String(n).padStart(20, '0')}`,
    type: 'HUMAN',
    displayName: names[n % names.length] ?? '',
    email: `person-${n}@example.com`,
  }));
  const ids = Array.from({ length: spaces }, (_, n) => `AAAA${String(n).padStart(7, '0')}`);
  const memberships = ids.flatMap((id) =>
    [caller, ...persons.filter((_, n) => n % 10 !== 9)].map((person, n) => ({
      name: `spaces/${id}/members/${person.name.slice('users/'.length)}`,
      state: n % 11 === 10 ? 'INVITED' : 'JOINED',
      role: 'ROLE_MEMBER',
      affiliation: 'INTERNAL',
      createTime: '2026-03-02T09:30:00.000000Z',
      member: person,
    })),
  );
  const workspace: Workspace = {
    caller: caller.name,
    people: [caller, ...persons],
    spaces: ids.map((id) => ({ name: `spaces/${id}`, displayName: `Space ${id}`, spaceType: 'SPACE' })),
    memberships,
  };
  const rows = ids.flatMap((id) =>
    persons.map((person, n): [string, string] => [
      `spaces/${id}`,
      n % 2 === 0 ? person.email : person.name.slice('users/'.length),
    ]),
  );
  return { workspace, rows };
}

/**
 * Opens an environment whose list has a key, the two columns of questions and foreign columns with formulas, notes, formats and a
 * title that looks like ours. The caller has granted every scope but those that the scenario refuses.
 */
export async function openRows(
  rows: readonly (readonly [string, string])[],
  options: EnvironmentOptions = {},
): Promise<RowsEnvironment> {
  const environment = await openEnvironment(options);
  fillRows(environment.emulator, rows);
  grantAll(environment);
  return { ...environment, rows };
}

/** Puts a fresh list into the place of any other, as the only tab, and selects it. */
export function fillRows({ spreadsheet }: Emulator, rows: RowsEnvironment['rows']): void {
  const others = spreadsheet.tabs().map(({ name }, index) => {
    spreadsheet.renameTab(name, `Old ${index}`);
    return `Old ${index}`;
  });
  spreadsheet.addTab(TAB, [
    ['Key', 'Space', 'Member', TEXTS.en.columns.verdict, 'Sum'],
    ...rows.map(([space, member], index) => [`key-${index}`, space, member, index]),
  ]);
  for (const name of others) spreadsheet.deleteTab(name);
  for (let index = 0; index < rows.length; index++) {
    if (index % 7 === 0) spreadsheet.type(TAB, index + 2, 5, `=A${index + 2}`);
    if (index % 5 === 0) spreadsheet.note(TAB, index + 2, 4, `note ${index}`);
  }
  spreadsheet.format(TAB, 'D2:D20', '0.00');
  spreadsheet.select(TAB, ['B:C']);
}

/** Selects both columns of questions whole. */
export function selectAll(emulator: Emulator): void {
  emulator.spreadsheet.select(TAB, ['B:C']);
}

/** Runs one of the sidebar's functions; `kill` ends it at a service call. */
export function runSidebar(
  emulator: Emulator,
  name: string,
  args: readonly unknown[],
  given: { readonly kill?: Kill; readonly user?: string } = {},
): Promise<ExecutionResult> {
  return emulator.run({ function: name, args, entry: 'sidebar', ...given });
}

/** What a job function of the sidebar answers. Throws with the words of a problem. */
export async function askJob(
  emulator: Emulator,
  name: 'sidebarStartJob' | 'sidebarStepJob' | 'sidebarPauseJob' | 'sidebarCancelJob',
  argument: string,
  user?: string,
): Promise<JobView> {
  const result = await runSidebar(emulator, name, [argument], user === undefined ? {} : { user });
  if (result.outcome !== 'completed') throw new Error(`${result.outcome}: ${result.error?.message ?? ''}`);
  const reply = result.value as Reply<JobView>;
  if (!reply.ok)
    throw new Error(`${reply.problem.code}: ${reply.problem.happened} ${reply.problem.original ?? ''}`);
  return reply.value;
}

export async function askSelection(emulator: Emulator, space = ''): Promise<SelectionSummary> {
  const reply = (await runSidebar(emulator, 'sidebarSelection', [space])).value as Reply<SelectionSummary>;
  if (!reply.ok) throw new Error(reply.problem.code);
  return reply.value;
}

/** Steps a job until it is no longer running. */
export async function finish(emulator: Emulator, view: JobView): Promise<JobView> {
  let now = view;
  while (now.state === 'running') now = await askJob(emulator, 'sidebarStepJob', now.runId);
  return now;
}

/** The open job, as the sidebar's start shows it. */
export async function openJob(emulator: Emulator): Promise<JobView | null> {
  const reply = (await runSidebar(emulator, 'sidebarStart', [])).value as Reply<{ job: JobView | null }>;
  if (!reply.ok) throw new Error(reply.problem.code);
  return reply.value.job;
}

/** The run id in the open job's record; null where there is none. */
export function openRunId({ stores }: Emulator): string | null {
  const record = stores.properties().find((one) => one.key === 'rollcall.job');
  return record === undefined ? null : (JSON.parse(record.value) as { runId: string }).runId;
}

/** Goes on as a person would: continues what is open, or starts again where nothing had begun. */
export async function goOn(emulator: Emulator): Promise<JobView> {
  const runId = openRunId(emulator);
  if (runId !== null) {
    const result = await runSidebar(emulator, 'sidebarStepJob', [runId]);
    const reply = result.value as Reply<JobView>;
    if (reply.ok) return finish(emulator, reply.value);
    if (reply.problem.code !== 'noJob') throw new Error(reply.problem.code);
  }
  selectAll(emulator);
  if (rowsByKey(emulator).every((row) => row.answered)) return DONE;
  return finish(emulator, await askJob(emulator, 'sidebarStartJob', ''));
}

const DONE = { state: 'done' } as JobView;

export interface KeyedRow {
  readonly key: string;
  /** Cells of the foreign columns, by title and place among those of one title. */
  readonly foreign: string;
  /** Our cells by title; the time of the check only as being one. */
  readonly ours: Readonly<Record<string, unknown>>;
  readonly answered: boolean;
}

/** Every row of the list by its key, wherever it stands and wherever the columns are. */
export function rowsByKey(emulator: Emulator): readonly KeyedRow[] {
  const { spreadsheet } = emulator;
  const metadata = spreadsheet.metadata().filter((one) => one.tab === TAB && one.value.startsWith('column:'));
  const ourColumns = new Map(metadata.map((one) => [columnOf(one.at), one.value]));
  return spreadsheet
    .cells(TAB)
    .filter((cells) => keyOf(cells) !== null)
    .map((cells) => {
      const ours: Record<string, unknown> = {};
      const foreign: CellView[] = [];
      cells.forEach((cell, index) => {
        const key = ourColumns.get(index + 1);
        if (key === undefined) foreign.push(cell);
        else ours[key] = key === 'column:checked' ? typeof cell.value : cell.value;
      });
      return {
        key: keyOf(cells) ?? '',
        foreign: JSON.stringify(
          foreign.filter((cell) => cell.value !== '' || cell.note !== '' || cell.formula !== ''),
        ),
        ours: Object.fromEntries(Object.entries(ours).sort(([a], [b]) => a.localeCompare(b))),
        answered: ours['column:verdict'] !== undefined && ours['column:verdict'] !== '',
      };
    })
    .sort((a, b) => a.key.localeCompare(b.key));
}

/** The key of a row of the list, in whatever column it stands by now; null for any other row. */
function keyOf(cells: readonly CellView[]): string | null {
  const found = cells.find(({ display }) => /^key-\d+$/.test(display));
  return found?.display ?? null;
}

function columnOf(at: string): number {
  const letters = /[A-Z]+/.exec(at)?.[0] ?? '';
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** What a job must not leave behind. */
export function leftovers(emulator: Emulator): readonly string[] {
  const { stores, spreadsheet } = emulator;
  return [
    ...stores.triggers().map((one) => `trigger ${one.handler}`),
    ...stores.locks().map((one) => `lock ${one}`),
    ...stores.properties().flatMap((one) => (one.key === 'rollcall.job' ? ['job record'] : [])),
    ...spreadsheet.display(TAB).flatMap((row) => row.filter((text) => / run-[a-z\d]{8}$/.test(text))),
  ];
}
