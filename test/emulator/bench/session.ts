/** A spreadsheet with a list on the emulator, and a script that works on it; every call is timed and counted. */
import type { GoogleApis } from '../apis/google';
import { openGoogle } from '../apis/open';
import { movableClock, realClock, type Clock, type MovableClock } from '../clock';
import type { Emulator } from '../emulator';
import { loadProject } from '../platform/project';
import { openEmulator } from '../platform/open';
import { DEFAULT_SCENARIO } from '../scenario/scenario';
import { CallRecord } from './call-record';
import { CostModel } from './cost-model';
import type { PeopleList } from './lists';

/** What a request to Google takes, roughly, from an Apps Script. */
export const LATENCY_MS = 150;

/** Where the built things are. */
export interface Built {
  readonly dist: string;
  readonly runtime: string;
}

/** The tab that holds the list. */
export const TAB = 'List';
const START = '2026-11-02T09:00:00+09:00';

export interface BenchOptions {
  /** Folder of the script. */
  readonly project: string;
  /** Folder of the built emulator. */
  readonly runtime: string;
  readonly latencyMs: number;
  /** `machine`: what it takes here. `model`: what it would take on Google by the cost model, on a clock that is moved. */
  readonly time: 'machine' | 'model';
  readonly measureHeap?: boolean;
}

export interface BenchSession {
  readonly emulator: Emulator;
  readonly apis: GoogleApis;
  readonly clock: Clock;
  readonly record: CallRecord;
  /** Milliseconds of the clock that the results are given in. */
  now(): number;
  /** Largest heap of an execution so far, in bytes; 0 where it is not measured. */
  readonly peakHeap: number;
  /** On a machine that is busy again and again, figures with a few requests sent twice are better than none. */
  readonly toleratesRefusals: boolean;
  /** Calls a function as a page does. Throws where it does not come to its end. */
  call(name: string, args: readonly unknown[]): Promise<unknown>;
}

/** On a busy machine requests can arrive bunched, and more of them in one second than were sent in it. */
const MOST_TRIES = 3;

/**
 * Opens a session for some work. Throws where Google refused a request or the emulator lacks something: then nothing was measured.
 * On the machine's clock the work is tried again where a request was refused; the last try counts, and what was sent twice is said.
 */
export async function withSession<T>(
  list: PeopleList,
  options: BenchOptions,
  work: (session: BenchSession) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inSession(list, { ...options, isLast: attempt === MOST_TRIES }, work);
    } catch (error) {
      if (!(error instanceof Refused) || options.time === 'model') throw error;
    }
  }
}

class Refused extends Error {}

async function inSession<T>(
  list: PeopleList,
  options: BenchOptions & { readonly isLast: boolean },
  work: (session: BenchSession) => Promise<T>,
): Promise<T> {
  const clock = options.time === 'model' ? movableClock(START) : realClock;
  const scenario = { ...DEFAULT_SCENARIO, latencyMs: options.latencyMs };
  const environment = { workspace: list.workspace, scenario, clock };
  const apis = await openGoogle({ ...environment, port: 0, seed: 1 });
  const now = (): number => (options.time === 'model' ? clock.now() : performance.now());
  const record = new CallRecord(now);
  const model =
    options.time === 'model' ? new CostModel(sourceBytes(options.project), options.latencyMs) : null;
  const emulator = openEmulator({
    ...environment,
    project: options.project,
    runtime: options.runtime,
    apis,
    seed: 1,
    callCost: (call) => {
      record.note(call);
      return model?.costOf(call) ?? 0;
    },
  });
  // The person has been through the consent screen before.
  for (const scope of emulator.scopes()) emulator.setGrant(scope, true);
  const session = new Session(emulator, apis, clock, record, now, model, options);
  try {
    await emulator.open();
    record.clear();
    emulator.spreadsheet.addTab(TAB, [['Space', 'Member'], ...list.rows]);
    emulator.spreadsheet.select(TAB, [`A1:B${list.rows.length + 1}`]);
    const result = await work(session);
    requireNoRefusals(session);
    return result;
  } finally {
    await emulator.close();
    await apis.close();
  }
}

class Session implements BenchSession {
  peakHeap = 0;

  constructor(
    readonly emulator: Emulator,
    readonly apis: GoogleApis,
    readonly clock: Clock,
    readonly record: CallRecord,
    readonly now: () => number,
    private readonly model: CostModel | null,
    private readonly options: BenchOptions & { readonly isLast: boolean },
  ) {}

  get toleratesRefusals(): boolean {
    return this.options.isLast && this.options.time === 'machine';
  }

  async call(name: string, args: readonly unknown[]): Promise<unknown> {
    this.advance(this.model?.begin() ?? 0);
    const measureHeap = this.options.measureHeap === true;
    const result = await this.emulator.run({ function: name, args, entry: 'sidebar', measureHeap });
    this.advance(this.model?.end() ?? 0);
    this.record.noteEnd();
    if (result.outcome !== 'completed')
      throw new Error(`${name} ${result.outcome}: ${result.error?.message ?? ''}`);
    this.peakHeap = Math.max(this.peakHeap, result.peakHeapBytes ?? 0);
    return result.value;
  }

  private advance(milliseconds: number): void {
    if (this.model !== null) (this.clock as MovableClock).advance(milliseconds);
  }
}

/** Throws where Google refused a request since the counts began, or where the emulator lacked something. */
export function requireNoRefusals({ emulator, apis, toleratesRefusals }: BenchSession): void {
  const { faulted } = apis.counts();
  if (faulted > 0 && !toleratesRefusals)
    throw new Refused(`Google refused ${faulted} requests: nothing was measured.`);
  if (faulted > 0)
    process.stderr.write(
      `This machine is busy: ${faulted} requests were sent twice; its seconds are too many.\n`,
    );
  const refusals = emulator.takeRefusals();
  if (refusals.length > 0) throw new Error(`Not available in the emulator: ${refusals.join(', ')}`);
}

function sourceBytes(project: string): number {
  return loadProject(project).scripts.reduce((sum, { source }) => sum + Buffer.byteLength(source), 0);
}
