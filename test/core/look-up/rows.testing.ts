/** A list of questions in a spreadsheet that remembers, a Chat API that remembers, and the job that looks the list up. */
import { catalogueFor } from '../../../src/core/locales/catalogue';
import { problemOf, ProblemError, type Problem } from '../../../src/core/chat/problem';
import { readSelectedRows } from '../../../src/core/look-up/asked-rows';
import { ROWS_JOB } from '../../../src/core/look-up/rows-job';
import { launchRows } from '../../../src/core/look-up/start-rows';
import type { JobPorts } from '../../../src/core/job/kind';
import { startJob } from '../../../src/core/job/start';
import { stepJob, workOn, type StepOptions, type StepResult } from '../../../src/core/job/step';
import { judgeFailure } from '../../../src/core/chat/problem';
import type { Cell } from '../../../src/core/table/cell';
import { FakeChat, type FakeChatOptions, type FakeSpace } from '../fake-chat.testing';
import { Killed, MemoryStore, MemoryWorkbook, type MemoryTable } from '../memory.testing';

export const KINDS = [ROWS_JOB];
export const CATALOGUE = catalogueFor('en');
export const TITLES = ['Key', 'Space', 'Member', 'Sum'];

/** Two spaces; every second person asked for is there. */
export function listOf(people: number): { spaces: FakeSpace[]; rows: Cell[][]; truth: Map<string, string> } {
  const ids = ['AAAAspace01', 'AAAAspace02'];
  const me = { id: '9000000000', email: 'me@example.com', shown: true };
  const persons = Array.from({ length: people }, (_, n) => ({
    id: `10000000${String(n).padStart(3, '0')}`,
    email: `person-${n}@example.com`,
    shown: true,
  }));
  const spaces = ids.map((id) => ({ id, members: [me, ...persons.filter((_, n) => n % 2 === 0)] }));
  const rows: Cell[][] = [];
  const truth = new Map<string, string>();
  for (const [s, id] of ids.entries()) {
    for (const [n, person] of persons.entries()) {
      const member = n % 3 === 0 ? person.id : person.email;
      rows.push([`key-${s * people + n}`, `spaces/${id}`, member, n]);
      truth.set(`spaces/${id} ${member}`, n % 2 === 0 ? 'In' : 'Not in');
    }
  }
  return { spaces, rows, truth };
}

export interface RowsList {
  readonly workbook: MemoryWorkbook;
  readonly table: MemoryTable;
  readonly chat: FakeChat;
  readonly store: MemoryStore;
  readonly truth: ReadonlyMap<string, string>;
  readonly keys: readonly string[];
  /** The ports of another execution. */
  ports(): JobPorts;
  start(options?: StepOptions): StepResult;
  step(runId: string, options?: StepOptions): StepResult;
}

export interface ListOptions {
  readonly people?: number;
  readonly chat?: FakeChatOptions;
  /** Nobody may see the spaces. */
  readonly closed?: boolean;
  /** Rows of the list that are selected, from 1; all unless told. */
  readonly selected?: readonly (readonly [from: number, to: number])[];
}

/** Opens a list with formulas of the user's between the questions and our columns, and selects its questions. */
export function openList({
  people = 12,
  chat: chatOptions = {},
  selected,
  closed = false,
}: ListOptions = {}): RowsList {
  const { spaces, rows, truth } = listOf(people);
  const workbook = new MemoryWorkbook();
  const table = workbook.add('List', [TITLES, ...rows]);
  rows.forEach((_, index) => {
    table.type(index + 2, 4, index, `=ROW()+${index}`);
  });
  const areas = (selected ?? [[1, rows.length]]).map(([from, to]) => ({
    row: from + 1,
    column: 2,
    rows: to - from + 1,
    columns: 2,
  }));
  workbook.select(table, ...areas);
  const chat = new FakeChat(
    spaces.map((space) => ({ ...space, closed })),
    chatOptions,
  );
  const store = new MemoryStore(workbook);
  const ports = (): JobPorts => ({
    ...chat.ports(),
    workbook,
    store,
    identity: { as: 'user' },
    currentUser: { me: 'me@example.com' },
    catalogue: CATALOGUE,
    notices: [],
    changes: [],
    seesSpaces: () => false,
    formatTime: (milliseconds) => new Date(milliseconds).toISOString(),
    problemFrom,
  });
  return {
    workbook,
    table,
    chat,
    store,
    truth,
    keys: rows.map(([key]) => String(key)),
    ports,
    start: (options = {}) => {
      const now = ports();
      const started = startJob(KINDS, now, () => launchRows(now, readSelectedRows(workbook), ''));
      return workOn(KINDS, now, started.record, { ...options, since: started.since, work: started.work });
    },
    step: (runId, options) => stepJob(KINDS, ports(), runId, options),
  };
}

function problemFrom(error: unknown): Problem {
  if (error instanceof Killed) throw error;
  if (error instanceof ProblemError) return error.problem;
  if (!(error instanceof Error) || error.name !== 'Exception') {
    const text = error instanceof Error ? error.message : String(error);
    if (/outside the dimensions|not found/.test(text))
      return judgeFailure({ at: 'platform', message: text }, { identity: { as: 'user' } });
    throw error;
  }
  return judgeFailure({ at: 'platform', message: error.message }, { identity: { as: 'user' } });
}

export { problemOf };

/** Steps a job until it is no longer running. */
export function finish(list: RowsList, result: StepResult): StepResult {
  let now = result;
  for (let steps = 0; now.end === 'running'; steps++) {
    if (steps > 200) throw new Error('The job does not end.');
    list.chat.now = Math.max(list.chat.now, now.record.rate.restUntil);
    now = list.step(now.record.runId);
  }
  return now;
}

/** Goes on as a person would after an execution was killed. */
export function goOn(list: RowsList): StepResult['end'] {
  const stored = list.store.stored === null ? null : (JSON.parse(list.store.stored) as { runId: string });
  try {
    if (stored !== null) return finish(list, list.step(stored.runId)).end;
  } catch (error) {
    if (!String(error).includes('noJob')) throw error;
  }
  return finish(list, list.start()).end;
}

export interface KeyedRow {
  readonly question: string;
  readonly users: readonly unknown[];
  readonly verdict: string;
  readonly checked: Cell;
}

/** Every row of the list by its key, wherever it stands and wherever the columns are. */
export function rowsByKey({ workbook, table }: RowsList): ReadonlyMap<string, KeyedRow> {
  const marks = workbook.peek().filter(({ tab, column }) => tab === table.id && column !== null);
  const at = (value: string) => marks.find((mark) => mark.value === value)?.column ?? 0;
  const managed = new Set(
    marks.flatMap(({ column, value }) => (value.startsWith('column:') ? [column] : [])),
  );
  const found = new Map<string, KeyedRow>();
  table.rows.forEach((cells, index) => {
    const key = cells.find(({ value }) => /^key-\d+$/.test(String(value)))?.value;
    if (key === undefined) return;
    const row = index + 1;
    const users = cells.flatMap(({ value, formula }, column) =>
      managed.has(column + 1) || (value === '' && formula === '') ? [] : [formula || value],
    );
    found.set(String(key), {
      question: `${String(table.cell(row, at('question:space')).value)} ${String(table.cell(row, at('question:member')).value)}`,
      users,
      verdict: String(table.cell(row, at('column:verdict')).value),
      checked: table.cell(row, at('column:checked')).value,
    });
  });
  return found;
}

/** Rows, other than the titles, that hold something though they have no key and so ask nothing. */
export function strayRows({ table }: RowsList): readonly string[] {
  return table
    .grid()
    .slice(1)
    .filter((cells) => !cells.some((value) => /^key-\d+$/.test(String(value))))
    .map((cells) => cells.join(' ').trim())
    .filter((text) => text !== '');
}

/** Texts of markers that are left anywhere in the sheet. */
export function leftMarkers({ table }: RowsList): readonly string[] {
  return table.rows.flatMap((cells) =>
    cells.flatMap(({ value }) => (/ run-[a-z\d]{8}$/.test(String(value)) ? [String(value)] : [])),
  );
}

/** `In` or `Not in`, as the truth has it; what else it says as it is. */
export function sense(verdict: string): string {
  if (verdict === CATALOGUE.verdicts.member) return 'In';
  return verdict.startsWith('Not ') ? 'Not in' : verdict;
}
