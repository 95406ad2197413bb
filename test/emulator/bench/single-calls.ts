/** A case of three calls of the page: opening the sidebar, one look-up, one write into the tab `Memberships`. */
import { isAuthorisationCheck, isSheetCall, isStoreCall } from './call-record';
import { figure, figuresOf, type Measured, type Twice } from './figures';
import { valueOf, type JobCost } from './job';
import { listOf } from './lists';
import { measureCareful, measurePlain } from './other-ways';
import {
  LATENCY_MS,
  requireNoRefusals,
  TAB,
  withSession,
  type BenchOptions,
  type BenchSession,
  type Built,
} from './session';

const PARTS = ['open', 'lookUp', 'write'] as const;
type SingleCalls = Readonly<Record<(typeof PARTS)[number], JobCost>>;

/** Questions that stand in the tab before the later write. */
const WRITTEN_BEFORE = 50;
/** What the careful script writes. */
const MEMBERSHIP = { name: 'spaces/AAAA/members/1', createTime: '2026-03-02T09:30:00Z', member: {} };

/** The first write makes the tab; the later one finds it with some questions in it. */
export async function measureSingleCalls({ dist, runtime }: Built): Promise<Measured> {
  const list = listOf(1, WRITTEN_BEFORE);
  const [first = ['', ''], ...others] = list.rows;
  const ways = { runtime, latencyMs: LATENCY_MS };
  const measure = (time: BenchOptions['time']): Promise<Twice<SingleCalls>> =>
    withSession(list, { ...ways, project: dist, time }, async (session) => {
      session.emulator.spreadsheet.select(TAB, ['A2:B2']);
      const costs = await askAndWrite(session, ...first);
      for (const row of others) await askAndWrite(session, ...row);
      return { first: costs, later: await askAndWrite(session, ...first) };
    });
  const modelled = await measure('model');
  const careful = async (time: BenchOptions['time']): Promise<number> => {
    const call = (name: string, args: readonly unknown[], rows: number) =>
      measureCareful(list, { ...ways, time }, { name, args, rows });
    const open = await call('openWithoutSafety', [], 0);
    const ask = await call('askWithoutSafety', first, 0);
    return open + ask + (await call('writeWithoutSafety', [...first, MEMBERSHIP], 1));
  };
  return {
    ...figuresOf(sums(modelled), sums(await measure('machine'))),
    carefulModelledSeconds: await careful('model'),
    carefulSeconds: await careful('machine'),
    plainSeconds: await measurePlain({ ...list, rows: [first] }, ways, { name: 'lookUpOneByOne', rows: 1 }),
    parts: partsOf(modelled),
  };
}

async function askAndWrite(session: BenchSession, space: string, member: string): Promise<SingleCalls> {
  const open = await measureCall(session, 'sidebarStart', []);
  const lookUp = await measureCall(session, 'sidebarLookUp', [{ space, member }]);
  const write = await measureCall(session, 'sidebarWrite', [lookUp.value]);
  return { open: open.cost, lookUp: lookUp.cost, write: write.cost };
}

async function measureCall(session: BenchSession, name: string, args: readonly unknown[]) {
  const { apis, record } = session;
  record.clear();
  apis.resetCounts();
  const startedAt = session.now();
  const value = valueOf(await session.call(name, args));
  const seconds = (session.now() - startedAt) / 1000;
  requireNoRefusals(session);
  const { requests, rounds } = apis.counts();
  const sheetCalls = record.count(isSheetCall);
  const cost: JobCost = {
    requests,
    rounds,
    sheetCalls,
    startSheetCalls: sheetCalls,
    storeCalls: record.count(isStoreCall),
    authorisationChecks: record.count(isAuthorisationCheck),
    cellsMoved: record.cellsRead + record.cellsWritten,
    cellsWritten: record.cellsWritten,
    seconds,
    firstSeconds: seconds,
  };
  return { value, cost };
}

function sums({ first, later }: Twice<SingleCalls>): Twice {
  return { first: sumOf(first), later: sumOf(later) };
}

function sumOf({ open, lookUp, write }: SingleCalls): JobCost {
  const keys = Object.keys(open) as (keyof JobCost)[];
  const entries = keys.map((key) => [key, open[key] + lookUp[key] + write[key]]);
  return Object.fromEntries(entries) as Record<keyof JobCost, number>;
}

function partsOf({ first, later }: Twice<SingleCalls>): NonNullable<Measured['parts']> {
  return Object.fromEntries(
    PARTS.map((part) => [
      part,
      {
        sheetCalls: figure(first[part].sheetCalls, later[part].sheetCalls),
        storeCalls: figure(first[part].storeCalls, later[part].storeCalls),
      },
    ]),
  );
}
