/** Cases in which a list is looked up: by Rollcall, by the careful script and the plain way. */
import { figuresOf, medianOf, type Measured } from './figures';
import { measureLookUp } from './job';
import type { PeopleList } from './lists';
import { measureCareful, measurePlain } from './other-ways';
import { LATENCY_MS, withSession, type BenchOptions, type Built } from './session';

/** The plain way is run on so many rows and scaled. */
export const PLAIN_ROWS = 100;

/** @param runs How many runs on the machine's clock; the median counts. */
export async function measureLookUps(
  list: PeopleList,
  { dist, runtime }: Built,
  runs: number,
): Promise<Measured> {
  const ways = { runtime, latencyMs: LATENCY_MS };
  const twice = (time: BenchOptions['time']) =>
    withSession(list, { ...ways, project: dist, time }, async (session) => ({
      first: await measureLookUp(session, list),
      later: await measureLookUp(session, list),
    }));
  const modelled = await twice('model');
  const timed = [];
  for (let run = 0; run < runs; run++) timed.push(await twice('machine'));
  const careful = (time: BenchOptions['time']) =>
    measureCareful(list, { ...ways, time }, { name: 'lookUpWithoutSafety', rows: list.rows.length });
  const few = { ...list, rows: list.rows.slice(0, PLAIN_ROWS) };
  const plain = await measurePlain(few, ways, { name: 'lookUpOneByOne', rows: few.rows.length });
  return {
    ...figuresOf(modelled, medianOf(timed)),
    carefulModelledSeconds: await careful('model'),
    carefulSeconds: await careful('machine'),
    plainSeconds: (plain / few.rows.length) * list.rows.length,
  };
}
