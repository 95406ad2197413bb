/** The smallest kind of job: a tab whose column 1 holds membership names, and gets the answers in column 2. Column 3 is marked. */
import { catalogueFor } from '../../../src/core/locales/catalogue';
import { USER, type Identity } from '../../../src/core/chat/identity';
import type { Problem } from '../../../src/core/chat/problem';
import { jobKind, type JobKind, type Run, type Work } from '../../../src/core/job/kind';
import { startJob } from '../../../src/core/job/start';
import { stepJob, workOn, type StepOptions, type StepResult } from '../../../src/core/job/step';
import type { ViewPorts } from '../../../src/core/job/control';
import type { UnattendedPorts } from '../../../src/core/job/unattended';
import { readRecord, writeRecord, type JobRecord } from '../../../src/core/job/record';
import type { Outcome, TablePort } from '../../../src/core/ports';
import type { Plan } from '../../../src/core/requests/plan';
import { problemFrom } from '../execution.testing';
import { MemoryContinuation, MemoryStore, MemoryWorkbook, type MemoryTable } from '../memory.testing';
import { Gets, type Got } from '../requests/gets.testing';

export const NOW = Date.UTC(2026, 9, 1, 9);
export const MARKER = 'waits';

interface State {
  readonly tab: number;
  readonly total: number;
  readonly done: number;
  /** What only one person knows: another one forgets it. */
  readonly secret: string;
}

class GetsWork implements Work<Got> {
  enough = 1_000;

  constructor(
    private current: State,
    private readonly run: Run,
  ) {}

  next(until: number): Plan<Got> | 'later' | null {
    if (this.run.ports.clock.now() >= until) return 'later';
    const names = this.rows().flatMap(([name, answer]) => (answer === '' ? [name] : []));
    return names.length === 0 ? null : new Gets(names);
  }

  commit(results: readonly Got[]): void {
    const table = this.table();
    const rows = this.rows().map(([name]) => name);
    for (const { name, code } of results) {
      const row = rows.indexOf(name) + 1;
      table.write({ row, column: 2, rows: 1, columns: 2 }, [[code, '']]);
    }
    table.flush();
    this.current = { ...this.current, done: this.current.done + results.length };
  }

  state(): State {
    return this.current;
  }

  private rows(): readonly (readonly [string, string])[] {
    const table = this.table();
    return table
      .values({ row: 1, column: 1, rows: Math.max(1, table.used().rows), columns: 2 })
      .map(([name = '', answer = '']) => [String(name), String(answer)]);
  }

  private table() {
    const table = this.run.ports.workbook.table(this.current.tab);
    if (table === null) throw new Error('The tab is gone.');
    return table;
  }
}

function isState(raw: unknown): raw is State {
  return typeof raw === 'object' && raw !== null && 'tab' in raw && 'secret' in raw;
}

export const GETS_JOB: JobKind = jobKind<State, Got>({
  id: 'gets',
  parse: (raw) => (isState(raw) ? raw : null),
  open: (state, run) => new GetsWork(state, run),
  progress: ({ total, done, tab }) => ({ total, done, tab, spaces: total }),
  words: ({ done, total }) => ({ progress: `${done} of ${total}`, done: 'all' }),
  forget: (state) => ({ ...state, secret: '' }),
  sweep: ({ tab }, { workbook }) => {
    sweep(workbook.table(tab));
  },
  sweepAll: ({ workbook }) => {
    sweep(workbook.activeTable());
  },
});

function sweep(table: TablePort | null): void {
  const rows = table?.used().rows ?? 0;
  if (table === null || rows === 0) return;
  table.write(
    { row: 1, column: 3, rows, columns: 1 },
    Array.from({ length: rows }, () => ['']),
  );
  table.flush();
}

export const KINDS = [GETS_JOB];

export interface GetsJob {
  readonly workbook: MemoryWorkbook;
  readonly table: MemoryTable;
  readonly store: MemoryStore;
  readonly continuation: MemoryContinuation;
  /** Every request that was sent: its name, and as whom. */
  readonly sent: { readonly name: string; readonly as: Identity['as'] }[];
  readonly slept: number[];
  now: number;
  /** What Google answers. */
  answer: (name: string) => Outcome;
  /** Milliseconds that a round of requests takes. */
  latencyMs: number;
  batchSize: number;
  /** Ports of another execution of this person. */
  ports(person?: Partial<Pick<ViewPorts, 'identity' | 'currentUser'>>): ViewPorts & UnattendedPorts;
  start(options?: StepOptions, ports?: ViewPorts): StepResult;
  step(options?: StepOptions, ports?: ViewPorts): StepResult;
  /** What the store holds. */
  record(): JobRecord;
  /** Changes what the store holds. */
  change(changes: Partial<JobRecord>): void;
  answers(): readonly string[];
  markers(): number;
}

export const OK: Outcome = { ok: true, body: {} };
export const BUSY: Outcome = {
  ok: false,
  failure: { at: 'api', httpStatus: 503, status: 'UNAVAILABLE', message: '' },
};
export const DENIED: Outcome = {
  ok: false,
  failure: {
    at: 'api',
    httpStatus: 403,
    status: 'PERMISSION_DENIED',
    reason: 'SERVICE_DISABLED',
    message: '',
  },
};

/** A job over so many names, each in a space of its own. Not started. */
export function getsJob(names = 4): GetsJob {
  const workbook = new MemoryWorkbook();
  const table = workbook.add(
    'Names',
    Array.from({ length: names }, (_, n) => [`spaces/AAAAspace${n}/members/1${n}`, '', '']),
  );
  const store = new MemoryStore(workbook);
  const catalogue = catalogueFor('en');
  let seed = 7;
  const job: GetsJob = {
    workbook,
    table,
    store,
    continuation: new MemoryContinuation(),
    sent: [],
    slept: [],
    now: NOW,
    answer: () => OK,
    latencyMs: 100,
    batchSize: 10,
    ports: ({ identity = USER, currentUser = { me: 'me@example.com' } } = {}) => ({
      workbook,
      store,
      identity,
      currentUser,
      catalogue,
      continuation: job.continuation,
      notices: [] as Problem[],
      changes: [],
      seesSpaces: () => false,
      formatTime: (milliseconds) => new Date(milliseconds).toISOString(),
      problemFrom,
      problemText: (problem) => catalogue.problemText(problem),
      deadline: job.now + 330_000,
      clock: {
        now: () => job.now,
        sleep: (milliseconds) => {
          job.slept.push(milliseconds);
          job.now += milliseconds;
        },
      },
      random: { next: () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647 },
      chat: {
        batchSize: job.batchSize,
        fetchQuotaUsedUp: false,
        send: (requests, { as }) => {
          workbook.call('chat.send');
          job.now += job.latencyMs;
          return requests.map((request) => {
            const name = 'name' in request ? request.name : '';
            job.sent.push({ name, as });
            return job.answer(name);
          });
        },
      },
    }),
    start: (options = {}, ports = job.ports()) => {
      const state: State = { tab: table.id, total: names, done: 0, secret: 'of the starter' };
      const { record, work, since } = startJob(KINDS, ports, () => ({
        kind: GETS_JOB,
        state,
        launch: ({ runId, identity, startedAt }) => {
          table.write(
            { row: 1, column: 3, rows: names, columns: 1 },
            Array.from({ length: names }, () => [MARKER]),
          );
          table.flush();
          return new GetsWork(state, {
            runId,
            identity,
            startedAt,
            currentUser: ports.currentUser,
            ports,
          });
        },
      }));
      return workOn(KINDS, ports, record, { ...options, since, work });
    },
    step: (options = {}, ports = job.ports()) => stepJob(KINDS, ports, job.record().runId, options),
    record: () => {
      const read = readRecord(store.stored, job.now);
      if (read.is !== 'record') throw new Error(`The store holds ${store.stored ?? 'nothing'}`);
      return read.record;
    },
    change: (changes) => {
      store.stored = writeRecord({ ...job.record(), ...changes });
    },
    answers: () => table.grid().map(([, answer]) => String(answer ?? '')),
    markers: () => table.grid().filter(([, , marker]) => marker === MARKER).length,
  };
  return job;
}

/** Sends nothing in this step: it only takes the lease. */
export const NO_TIME: StepOptions = { sendingMs: 0 };
