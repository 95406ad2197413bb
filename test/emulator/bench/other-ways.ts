/** The two scripts that Rollcall is measured beside: a careful one without its safety, and Google's samples put together. */
import path from 'node:path';
import type { PeopleList } from './lists';
import { TAB, withSession, type BenchOptions, type BenchSession } from './session';

const SCRIPTS = path.resolve('test/emulator/bench/scripts');

type Ways = Omit<BenchOptions, 'project'>;

/** One function of a script, and how many rows it answers in the open sheet. */
export interface Called {
  readonly name: string;
  readonly args?: readonly unknown[];
  readonly rows: number;
}

/** Seconds that a function of the careful script takes. */
export async function measureCareful(list: PeopleList, options: Ways, called: Called): Promise<number> {
  const project = path.join(SCRIPTS, 'without-safety');
  return await withSession(list, { ...options, project }, (session) => measureCall(session, called));
}

/** Seconds that a function of the plain way takes, on the machine's clock. */
export async function measurePlain(
  list: PeopleList,
  options: Omit<Ways, 'time'>,
  called: Called,
): Promise<number> {
  const project = path.join(SCRIPTS, 'one-by-one');
  return await withSession(list, { ...options, project, time: 'machine' }, (session) =>
    measureCall(session, called),
  );
}

async function measureCall(session: BenchSession, { name, args = [], rows }: Called): Promise<number> {
  const before = filledCells(session);
  const startedAt = session.now();
  await session.call(name, args);
  const seconds = (session.now() - startedAt) / 1000;
  // Every row has at least its verdict.
  if (filledCells(session) < before + rows) throw new Error(`${name} left rows open: nothing is measured.`);
  return seconds;
}

function filledCells({ emulator }: BenchSession): number {
  const cells = emulator.spreadsheet.display(TAB);
  return cells.reduce((sum, row) => sum + row.filter((text) => text !== '').length, 0);
}
