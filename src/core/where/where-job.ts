/** The job behind "where is somebody?": a tab with a row for each space, looked up like any other table. */
import * as v from 'valibot';
import { problemOf, ProblemError } from '../chat/problem';
import { parseMember } from '../chat/reference';
import type { Space } from '../chat/space';
import type { Execution } from '../execution';
import type { Launch } from '../job/start';
import { readOpenRows } from '../look-up/asked-rows';
import { launchRows } from '../look-up/start-rows';
import { valueOf } from '../result';
import { askWhere, listSpacesOf } from './where-table';

/** What the page hands in. */
const ARGUMENT = v.object({ member: v.string(), directMessages: v.boolean() });

export type WhereTableArgument = v.InferOutput<typeof ARGUMENT>;

/** Checks what the page hands in. Throws a `ProblemError` where it is not that. */
export function readWhereTableArgument(value: unknown): WhereTableArgument {
  const read = v.safeParse(ARGUMENT, value);
  if (read.success) return read.output;
  throw new ProblemError(problemOf('argumentUnreadable'));
}

/** Lists the spaces at once; the tab is made, and its rows are marked, when the job starts. */
export function prepareWhere(
  execution: Execution,
  { member, directMessages }: WhereTableArgument,
): () => Launch {
  valueOf(parseMember(member, execution.currentUser));
  const spaces = listSpacesOf(execution, directMessages);
  return () => launchWhere(execution, member, spaces);
}

/** Makes the tab, or adds the spaces that it lacks, and begins the look-up of its rows. Runs under the lock. */
export function launchWhere(execution: Execution, member: string, spaces: readonly Space[]): Launch {
  const table = askWhere(execution, member, spaces);
  return launchRows(execution, readOpenRows(execution.workbook, table, execution, 'all'), '');
}
