/** A job of the built add-on as its page drives it, and what it costs. */
import { isAuthorisationCheck, isSheetCall, isStoreCall } from './call-record';
import type { PeopleList } from './lists';
import { requireNoRefusals, TAB, type BenchSession } from './session';

/** What the page reads of a job: a part of the contract. */
export interface JobView {
  readonly runId: string;
  readonly state: string;
  readonly done: number;
  readonly counts: { readonly member: number; readonly notMember: number } | null;
  readonly notBefore: string | null;
  readonly problem: { readonly code: string } | null;
}

type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly happened: string } };

/** What a job cost, counted where the calls arrive. `start…`, `store…` and `first…`: up to and including the flush of the first answers. */
export interface JobCost {
  readonly requests: number;
  readonly rounds: number;
  readonly sheetCalls: number;
  readonly startSheetCalls: number;
  readonly storeCalls: number;
  readonly authorisationChecks: number;
  /** Read and written. */
  readonly cellsMoved: number;
  readonly cellsWritten: number;
  readonly seconds: number;
  readonly firstSeconds: number;
}

/** Looks the whole list up, as the page does after it has shown what is selected. Throws unless every row has its answer. */
export async function measureLookUp(session: BenchSession, list: PeopleList): Promise<JobCost> {
  // A job ends with the view on its answers.
  session.emulator.spreadsheet.select(TAB, [`A1:B${list.rows.length + 1}`]);
  const shown = valueOf(await session.call('sidebarSelection', ['']));
  return await measureJob(session, 'sidebarStartJob', ['', shown], (view) => {
    requireAnswers(session, list, view);
  });
}

/** Runs a job to its end. */
export async function measureJob(
  session: BenchSession,
  start: string,
  args: readonly unknown[],
  check: (view: JobView) => void,
): Promise<JobCost> {
  const { apis, record } = session;
  record.clear();
  apis.resetCounts();
  const startedAt = session.now();
  let view = valueOf(await session.call(start, args)) as JobView;
  while (view.state === 'running') {
    await restUntil(session, view.notBefore);
    view = valueOf(await session.call('sidebarStepJob', [view.runId])) as JobView;
  }
  const endedAt = session.now();
  if (view.state !== 'done')
    throw new Error(
      `The job ended as ${view.state} (${view.problem?.code ?? 'no problem'}) at ${view.done}.`,
    );
  check(view);
  const first = record.untilFirstAnswers();
  requireNoRefusals(session);
  const { requests, rounds } = apis.counts();
  return {
    requests,
    rounds,
    sheetCalls: record.count(isSheetCall),
    startSheetCalls: first?.sheetCalls ?? 0,
    storeCalls: first?.storeCalls ?? record.count(isStoreCall),
    authorisationChecks: first?.authorisationChecks ?? record.count(isAuthorisationCheck),
    cellsMoved: record.cellsRead + record.cellsWritten,
    cellsWritten: record.cellsWritten,
    seconds: (endedAt - startedAt) / 1000,
    firstSeconds: ((first?.at ?? endedAt) - startedAt) / 1000,
  };
}

/** The page takes no step before the time that a view names. */
async function restUntil({ clock }: BenchSession, notBefore: string | null): Promise<void> {
  const rest = Date.parse(notBefore ?? '') - clock.now();
  if (rest > 0) await clock.sleep(rest);
}

/** The value of a reply. Throws with the words of a problem. */
export function valueOf(reply: unknown): unknown {
  const read = reply as Reply;
  if (!read.ok) throw new Error(`${read.problem.code}: ${read.problem.happened}`);
  return read.value;
}

function requireAnswers(
  { emulator }: BenchSession,
  { workspace, rows }: PeopleList,
  { counts }: JobView,
): void {
  const present = new Set(
    workspace.memberships.map(
      ({ name, member }) => `${name.split('/members/')[0] ?? ''} ${member?.email ?? ''}`,
    ),
  );
  const members = rows.filter((row) => present.has(row.join(' '))).length;
  const { member = 0, notMember = 0 } = counts ?? {};
  const column = emulator.spreadsheet
    .metadata()
    .find(({ tab, value }) => tab === TAB && value === 'column:verdict')?.at;
  const at = Array.from(/[A-Z]+/.exec(column ?? '')?.[0] ?? '').reduce(
    (sum, one) => sum * 26 + one.charCodeAt(0) - 64,
    0,
  );
  const answered = emulator.spreadsheet
    .display(TAB)
    .slice(1)
    .filter((row) => (row[at - 1] ?? '') !== '').length;
  if (member !== members || notMember !== rows.length - members || answered !== rows.length)
    throw new Error(
      `${member} and ${notMember} of ${rows.length} rows were answered, ${answered} in the sheet: nothing is measured.`,
    );
}
