/** Asks all cases on the emulator, as a person asks them on Google: menu, page, script editor, time trigger, copy of the file. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openGoogle } from '../apis/open';
import { movableClock, type MovableClock } from '../clock';
import type { EditorWindow, Emulator } from '../emulator';
import type { Entry, ExecutionResult } from '../platform/execution';
import { openEmulator } from '../platform/open';
import { NOBODY_WATCHING } from '../platform/user-interface';
import { DEFAULT_SCENARIO } from '../scenario/scenario';
import { copyProject } from './manifest';
import { askInPage, pageCases } from './page-cases';
import { ASKED_AT, conformanceWorkspace, GIVEN } from './workspace';

export interface ConformanceCase {
  readonly id: string;
  readonly asks: string;
}

export interface ConformanceRun {
  readonly cases: readonly ConformanceCase[];
  /** All that the cases give, as a person would paste it into a file. */
  readonly file: unknown;
  /** What the cases asked for and the emulator lacks. */
  readonly refusals: readonly string[];
}

export interface RunOptions {
  /** Folder of the cases. */
  readonly project: string;
  /** Folder of the built emulator. */
  readonly runtime: string;
  /** Answers that the emulator assumes, where not the default ones. */
  readonly assumptions: Readonly<Record<string, string>>;
}

/** After this the trigger that the cases make is due. */
const TRIGGER_MS = 61_000;
const BREATH_MS = 20;
const GIVEN_TAB = 'Given';

/** Asks all cases. Throws where a function of the cases does not come to its end. */
export async function askOnEmulator(options: RunOptions): Promise<ConformanceRun> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'conformance-'));
  try {
    copyProject(options.project, folder, { app: true, admin: true });
    return await askIn({ ...options, project: folder });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function askIn({ project, runtime, assumptions }: RunOptions): Promise<ConformanceRun> {
  const clock = clockOfMeetings();
  const workspace = conformanceWorkspace();
  const configured = { ...DEFAULT_SCENARIO, assumptions };
  const scenario = { ...configured, faultPresets: ['app-not-configured'] };
  let page = '';
  const window: EditorWindow = {
    ...NOBODY_WATCHING,
    showSidebar: ({ html }) => {
      page = html;
    },
  };
  const apis = await openGoogle({ workspace, scenario, clock, port: 0, seed: 1 });
  const emulator = openEmulator({ project, runtime, workspace, scenario, clock, apis, window, seed: 1 });
  try {
    await call(emulator, 'prepare');
    give(emulator, { ...GIVEN, appConfigured: 'no' });
    await call(emulator, 'ask');
    apis.setScenario(configured);
    emulator.setScenario(configured);
    give(emulator, { appConfigured: 'yes' });
    await call(emulator, 'ask');
    await askInPage(page, emulator);
    emulator.spreadsheet.select(GIVEN_TAB, ['B2:B3']);
    await call(emulator, 'askFromEditor', 'editor');
    clock.advance(TRIGGER_MS);
    for (const result of await emulator.fireDueTriggers()) requireEnd('the trigger', result);
    emulator.becomeCopy('Copy');
    await call(emulator, 'ask');
    const listed = (await call(emulator, 'listCases')) as readonly ConformanceCase[];
    return {
      cases: [...listed, ...pageCases(page)],
      file: JSON.parse((await call(emulator, 'answersAsJson')) as string) as unknown,
      refusals: emulator.takeRefusals(),
    };
  } finally {
    await emulator.close();
    await apis.close();
  }
}

async function call(emulator: Emulator, name: string, entry: Entry = 'menu'): Promise<unknown> {
  const result = await emulator.run({ function: name, entry });
  requireEnd(name, result);
  return result.value;
}

function requireEnd(what: string, { outcome, error }: ExecutionResult): void {
  if (outcome !== 'completed') throw new Error(`${what}: ${error?.message ?? outcome}`);
}

/** Fills in the tab, as a person does. */
function give({ spreadsheet }: Emulator, given: Readonly<Record<string, string>>): void {
  const names = spreadsheet.display(GIVEN_TAB).map(([name]) => name);
  for (const [name, text] of Object.entries(given)) {
    const row = names.indexOf(name) + 1;
    if (row === 0) throw new Error(`The tab ${GIVEN_TAB} has no row ${name}.`);
    spreadsheet.type(GIVEN_TAB, row, 2, text);
  }
}

/** Moves on at once, and leaves real time for the other run in which two of them meet. */
function clockOfMeetings(): MovableClock {
  const clock = movableClock(ASKED_AT);
  return {
    ...clock,
    sleep: async (milliseconds, since) => {
      await clock.sleep(milliseconds, since);
      await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
    },
  };
}
