/** Runs a list through Rollcall and through the plain way on the emulator, and counts where the calls arrive. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openGoogle } from '../apis/open';
import type { GoogleApis } from '../apis/google';
import { realClock } from '../clock';
import { openEmulator } from '../platform/open';
import { DEFAULT_SCENARIO } from '../scenario/scenario';
import type { ExecutionResult } from '../platform/execution';
import type { Emulator } from '../emulator';
import type { PeopleList } from './lists';

/** Folders of what is measured and of what it runs on. */
export interface Built {
  readonly dist: string;
  readonly runtime: string;
}

/** What one job cost, counted where the calls arrive. */
export interface Cost {
  readonly requests: number;
  readonly rounds: number;
  /** From the first request on: what looking up costs. */
  readonly sheetCalls: number;
  /** Before the first request: reading the selection, finding or adding our columns, marking the rows. */
  readonly startSheetCalls: number;
  readonly seconds: number;
}

/** Calls that cost a round trip on Google: everything on a sheet but naming a place in it or asking its size. */
const SHEET_CALL = /^(?:Range|Sheet|Spreadsheet|SpreadsheetApp|DeveloperMetadata\w*|RangeList|Filter)\./;
const NOT_COUNTED =
  /\.(?:getRange|offset|getActive\w+|getSheets?|getSheetBy\w+|getRanges|getLastRow|getLastColumn|getMaxRows|getMaxColumns|getName|getId|getUi)$/;

const TAB = 'List';

/**
 * Looks the whole list up with the built add-on, as the sidebar drives it, and makes sure that every row was answered.
 * Twice: the first job in a tab adds our columns, one call each, which no later one does.
 */
export async function measureRollcall(
  list: PeopleList,
  latencyMs: number,
  built: Built,
): Promise<{ readonly first: Cost; readonly later: Cost }> {
  return await withEmulator(list, latencyMs, built.dist, built, async (emulator, apis) => {
    await fill(emulator, list);
    const first = await measureJob(emulator, apis, list);
    apis.resetCounts();
    return { first, later: await measureJob(emulator, apis, list) };
  });
}

async function measureJob(emulator: Emulator, apis: GoogleApis, list: PeopleList): Promise<Cost> {
  const { executions, seconds } = await runJob(emulator);
  requireAnswers(emulator, list);
  const { requests, rounds } = apis.counts();
  const calls = executions.flatMap((one) => one.calls);
  const sent = calls.findIndex((name) => /^(?:UrlFetchApp|Chat)\b/.test(name));
  return {
    requests,
    rounds,
    sheetCalls: calls.slice(sent).filter(isSheetCall).length,
    startSheetCalls: calls.slice(0, sent).filter(isSheetCall).length,
    seconds,
  };
}

/** How much a job costs without any latency: the time, and in another run the largest heap of a step, in bytes. */
export async function measureGrowthOf(list: PeopleList, built: Built) {
  const measure = (measureHeap: boolean) =>
    withEmulator(list, 0, built.dist, built, async (emulator, apis) => {
      await fill(emulator, list);
      const { executions, seconds } = await runJob(emulator, measureHeap);
      requireAnswers(emulator, list);
      const heaps = executions.map((one) => one.peakHeapBytes ?? 0);
      return { requests: apis.counts().requests, seconds, peakHeap: Math.max(...heaps) };
    });
  const { requests, seconds } = await measure(false);
  const { peakHeap } = await measure(true);
  return { requests, seconds, peakHeap };
}

async function runJob(emulator: Emulator, measureHeap = false) {
  const startedAt = performance.now();
  const executions = [await run(emulator, 'sidebarStartJob', [''], measureHeap)];
  for (;;) {
    const reply = readReply(executions[executions.length - 1]);
    if (reply.state === 'done') break;
    if (reply.state !== 'running') throw new Error(`The job ended as ${reply.state}.`);
    executions.push(await run(emulator, 'sidebarStepJob', [reply.runId], measureHeap));
  }
  return { executions, seconds: (performance.now() - startedAt) / 1000 };
}

/** Seconds that the plain way takes for a list: Google's samples, one `members.get` and one `appendRow` a row. */
export async function measurePlain(list: PeopleList, latencyMs: number, built: Built): Promise<number> {
  const project = await mkdtemp(path.join(os.tmpdir(), 'plain-'));
  try {
    await writeFile(path.join(project, 'Code.js'), PLAIN_CODE);
    await writeFile(path.join(project, 'appsscript.json'), PLAIN_MANIFEST);
    return await withEmulator(list, latencyMs, project, built, async (emulator) => {
      await fill(emulator, list);
      const startedAt = performance.now();
      await run(emulator, 'lookUpOneByOne', []);
      return (performance.now() - startedAt) / 1000;
    });
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

/** Service calls that opening the spreadsheet makes. */
export async function callsInOnOpen(list: PeopleList, built: Built): Promise<readonly string[]> {
  return await withEmulator(list, 0, built.dist, built, async (emulator) => (await emulator.open()).calls);
}

async function withEmulator<T>(
  list: PeopleList,
  latencyMs: number,
  project: string,
  { runtime }: Built,
  work: (emulator: Emulator, apis: GoogleApis) => Promise<T>,
): Promise<T> {
  const scenario = { ...DEFAULT_SCENARIO, latencyMs };
  const environment = { workspace: list.workspace, scenario, clock: realClock };
  const apis = await openGoogle({ ...environment, port: 0, seed: 1 });
  const emulator = openEmulator({ ...environment, project, runtime, apis });
  // The person has been through the consent screen before.
  for (const scope of emulator.scopes()) emulator.setGrant(scope, true);
  try {
    return await work(emulator, apis);
  } finally {
    await emulator.close();
    await apis.close();
  }
}

/** A spreadsheet that somebody has opened, and a list in it that they have selected. */
async function fill(emulator: Emulator, list: PeopleList): Promise<void> {
  await emulator.open();
  emulator.spreadsheet.addTab(TAB, [['Space', 'Member'], ...list.rows]);
  emulator.spreadsheet.select(TAB, [`A1:B${list.rows.length + 1}`]);
}

async function run(
  emulator: Emulator,
  name: string,
  args: readonly unknown[],
  measureHeap = false,
): Promise<ExecutionResult> {
  const result = await emulator.run({ function: name, args, entry: 'sidebar', measureHeap });
  if (result.outcome !== 'completed') {
    throw new Error(`${name} ${result.outcome}: ${result.error?.message ?? ''}`);
  }
  return result;
}

function readReply(result: ExecutionResult | undefined): { readonly state: string; readonly runId: string } {
  const reply = result?.value as
    | { readonly ok: true; readonly value: { readonly state: string; readonly runId: string } }
    | { readonly ok: false; readonly problem: { readonly happened: string } };
  if (!reply.ok) throw new Error(reply.problem.happened);
  return reply.value;
}

function requireAnswers(emulator: Emulator, list: PeopleList): void {
  const answered = emulator.spreadsheet.display(TAB).filter((row) => row.includes('Member')).length - 1;
  if (answered !== list.rows.length) {
    throw new Error(`${answered} of ${list.rows.length} rows were answered: nothing is measured.`);
  }
}

function isSheetCall(name: string): boolean {
  return SHEET_CALL.test(name) && !NOT_COUNTED.test(name);
}

const PLAIN_CODE = `
/** Google's samples, put together: one members.get and one appendRow a row. */
function lookUpOneByOne() {
  const sheet = SpreadsheetApp.getActiveSheet();
  const rows = sheet.getDataRange().getValues().slice(1);
  for (const [space, member] of rows) {
    const membership = Chat.Spaces.Members.get(space + '/members/' + member);
    sheet.appendRow([membership.name, membership.state, membership.role, membership.createTime]);
  }
}
`;

const PLAIN_MANIFEST = JSON.stringify({
  timeZone: 'Etc/UTC',
  runtimeVersion: 'V8',
  dependencies: { enabledAdvancedServices: [{ userSymbol: 'Chat', serviceId: 'chat', version: 'v1' }] },
  oauthScopes: [
    'https://www.googleapis.com/auth/chat.memberships.readonly',
    'https://www.googleapis.com/auth/spreadsheets.currentonly',
  ],
});
