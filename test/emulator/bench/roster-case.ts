/** A case in which all members of a space are listed, and listed again. */
import { figuresOf, type Measured } from './figures';
import { measureJob, type JobCost } from './job';
import { listOf, type PeopleList } from './lists';
import { measureCareful, measurePlain } from './other-ways';
import { LATENCY_MS, withSession, type BenchOptions, type BenchSession, type Built } from './session';

/** The function of `main.ts` that begins the job, and what it is given. */
const START = 'sidebarStartRoster';
const argumentsFor = (space: string) => [{ of: 'space', space }, {}];
/** The plain way lists so many members and is scaled. */
const PLAIN_MEMBERS = 100;

/** A first listing, and a refresh in which nobody came or left. Null where the built add-on lists no members. */
export async function measureRoster(members: number, { dist, runtime }: Built): Promise<Measured | null> {
  const list = spaceOf(members);
  const space = spaceIn(list);
  const ways = { runtime, latencyMs: LATENCY_MS };
  const twice = (time: BenchOptions['time']) =>
    withSession(list, { ...ways, project: dist, time }, async (session) =>
      canList(session)
        ? { first: await listMembers(session, space), later: await listMembers(session, space) }
        : null,
    );
  const modelled = await twice('model');
  const timed = await twice('machine');
  if (modelled === null || timed === null) return null;
  const careful = (time: BenchOptions['time']) =>
    measureCareful(list, { ...ways, time }, { name: 'listWithoutSafety', args: [space], rows: members });
  const plain = await measurePlain(spaceOf(PLAIN_MEMBERS), ways, {
    name: 'listOneByOne',
    args: [space],
    rows: PLAIN_MEMBERS,
  });
  return {
    ...figuresOf(modelled, timed),
    carefulModelledSeconds: await careful('model'),
    carefulSeconds: await careful('machine'),
    plainSeconds: (plain / PLAIN_MEMBERS) * members,
  };
}

/** One space of so many members; the list in the open tab asks for nobody. */
export function spaceOf(members: number): PeopleList {
  return { ...listOf(1, members), rows: [] };
}

export function spaceIn({ workspace }: PeopleList): string {
  return workspace.spaces[0]?.name ?? '';
}

export function canList({ emulator }: BenchSession): boolean {
  return emulator.functions().includes(START);
}

export async function listMembers(session: BenchSession, space: string): Promise<JobCost> {
  return await measureJob(session, START, argumentsFor(space), ({ done }) => {
    if (done === 0) throw new Error('No members were listed: nothing is measured.');
  });
}
