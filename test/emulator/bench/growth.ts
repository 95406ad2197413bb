/** How time, memory and cells grow with the size of a job, on the machine's clock and without latency. */
import { measureLookUp, type JobCost } from './job';
import { inAnyOrder, listOf, type PeopleList } from './lists';
import { canList, listMembers, spaceIn, spaceOf } from './roster-case';
import { withSession, type BenchSession, type Built } from './session';

/** The keys of `--json`. */
export type Growth = (
  { readonly rows: number; readonly order: 'by space' | 'any' } | { readonly memberships: number }
) & {
  readonly requests: number;
  readonly seconds: number;
  readonly peakHeapMb: number;
  readonly cellsMoved: number;
  readonly cellsWritten: number;
};

const SIZES = [1_000, 10_000, 100_000] as const;
/** Rows in any order of one space, each of whose pages holds answers for rows all over the list. */
const ANY_ORDER = [10_000, 50_000] as const;
const PEOPLE = 1_000;

/** Measures all sizes; those of lists of members only where the built add-on makes them. */
export async function measureGrowth(built: Built, say: (line: string) => void): Promise<readonly Growth[]> {
  const growth: Growth[] = [];
  for (const rows of SIZES) {
    say(`${rows} rows...`);
    const list = listOf(rows / PEOPLE, PEOPLE);
    growth.push({ rows, order: 'by space', ...(await measure(list, built, lookUp(list))) });
  }
  for (const rows of ANY_ORDER) {
    say(`${rows} rows in any order...`);
    const list = inAnyOrder(listOf(1, rows));
    growth.push({ rows, order: 'any', ...(await measure(list, built, lookUp(list))) });
  }
  for (const memberships of SIZES) {
    const list = spaceOf(memberships);
    const isOffered = await withSession(list, optionsFor(built), (session) =>
      Promise.resolve(canList(session)),
    );
    if (!isOffered) break;
    say(`${memberships} memberships...`);
    growth.push({
      memberships,
      ...(await measure(list, built, (session) => listMembers(session, spaceIn(list)))),
    });
  }
  return growth;
}

function lookUp(list: PeopleList) {
  return (session: BenchSession): Promise<JobCost> => measureLookUp(session, list);
}

/** Measuring the heap takes time, so that it has a run of its own. */
async function measure(
  list: PeopleList,
  built: Built,
  work: (session: BenchSession) => Promise<JobCost>,
): Promise<Omit<Growth, 'rows' | 'order' | 'memberships'>> {
  const { requests, seconds, cellsMoved, cellsWritten } = await withSession(list, optionsFor(built), work);
  const peakHeap = await withSession(list, { ...optionsFor(built), measureHeap: true }, async (session) => {
    await work(session);
    return session.peakHeap;
  });
  return { requests, seconds, peakHeapMb: peakHeap / 1024 / 1024, cellsMoved, cellsWritten };
}

function optionsFor({ dist, runtime }: Built) {
  return { project: dist, runtime, latencyMs: 0, time: 'machine' } as const;
}
