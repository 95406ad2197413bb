/** Opens the emulator for a test: the built add-on or a project given as text, on a clock that only tests move. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { TARGETS, type TargetId } from '../src/core/target';
import type { GoogleApis } from './emulator/apis/google';
import { openGoogle } from './emulator/apis/open';
import { movableClock, type MovableClock } from './emulator/clock';
import { openEmulator } from './emulator/platform/open';
import type { SavedBook } from './emulator/platform/saved-book';
import { DEFAULT_SCENARIO, type Scenario } from './emulator/scenario/scenario';
import { answersNumbered } from './emulator/scenario/assumptions';
import type { EditorWindow, Emulator } from './emulator/emulator';
import type { CallCost } from './emulator/platform/execution';
import type { Workspace } from './emulator/workspace/workspace';

/** Which of the answers that Google might give: the features are tested under each, see `jest.assumptions.config.mjs`. */
const ANSWERS = (globalThis as { readonly ASSUMED_ANSWERS?: number }).ASSUMED_ANSWERS ?? 0;

/** Assumption: a Google whose answers carry names and addresses, for a test that is about these. */
export const PROFILES = { 'profile-fields': 'filled' };

/** When every test begins. */
export const START = '2026-11-02T09:00:00+09:00';

export interface EnvironmentOptions {
  readonly workspace?: Workspace;
  /** What differs from the default environment. */
  readonly scenario?: Partial<Scenario>;
  /** Folder of the project; what `npm run build` made for the target unless told. */
  readonly project?: string;
  /** Which build is run, and how it is installed; the script that is bound to its sheet unless told. */
  readonly target?: TargetId;
  /** Who has installed the add-on; everybody unless told. */
  readonly installedFor?: readonly string[];
  readonly clock?: MovableClock;
  readonly window?: EditorWindow;
  readonly seed?: number;
  /** Real milliseconds after which a script that calls nothing is ended. */
  readonly watchdogMs?: number;
  /** What service calls take, told of each; nothing unless told. */
  readonly callCost?: CallCost;
  /** The spreadsheet as it was saved; a new one unless told. */
  readonly book?: SavedBook;
  /** Other APIs than the emulated ones; they are closed with the environment. */
  readonly apis?: GoogleApis;
}

export interface TestEnvironment {
  readonly emulator: Emulator;
  readonly apis: GoogleApis;
  readonly clock: MovableClock;
  readonly workspace: Workspace;
  readonly scenario: Scenario;
  /** Throws where a script met what the emulator lacks and the test has not taken it with `emulator.takeRefusals()`. */
  close(): Promise<void>;
}

/** Opens an environment; `npm test` has built what it runs. Close it at the end of the test. */
export async function openEnvironment(options: EnvironmentOptions = {}): Promise<TestEnvironment> {
  const workspace = options.workspace ?? (await import('./emulator/workspace/invented')).inventedWorkspace();
  const { clock = movableClock(START), seed = 1, target = 'bound' } = options;
  const assumptions = { ...answersNumbered(ANSWERS), ...options.scenario?.assumptions };
  const scenario: Scenario = { ...DEFAULT_SCENARIO, ...options.scenario, assumptions };
  const apis = options.apis ?? (await openGoogle({ workspace, scenario, clock, port: 0, seed }));
  const emulator = openEmulator({
    project: options.project ?? path.join(process.cwd(), TARGETS[target].folder),
    installedAs: target,
    ...(options.installedFor ? { installedFor: options.installedFor } : {}),
    runtime: path.join(process.cwd(), '.emulator'),
    workspace,
    scenario,
    clock,
    apis,
    seed,
    ...(options.window ? { window: options.window } : {}),
    ...(options.book ? { book: options.book } : {}),
    ...(options.callCost ? { callCost: options.callCost } : {}),
    ...(options.watchdogMs === undefined ? {} : { watchdogMs: options.watchdogMs }),
  });
  return {
    emulator,
    apis,
    clock,
    workspace,
    scenario,
    close: async () => {
      await emulator.close();
      await apis.close();
      failOnRefusals(emulator);
    },
  };
}

/** Throws where a script met what the emulator lacks, caught or not, since a test last called `takeRefusals()`. */
export function failOnRefusals(emulator: Emulator): void {
  const refusals = emulator.takeRefusals();
  if (refusals.length > 0) throw new Error(`Not available in the emulator: ${refusals.join(', ')}`);
}

/** A person who has been through the consent screen and granted all that the manifest asks for, but what the scenario refuses. */
export function grantAll(
  { emulator, scenario }: Pick<TestEnvironment, 'emulator' | 'scenario'>,
  user?: string,
): void {
  const refused = scenario.refusedScopes.map((scope) => `https://www.googleapis.com/auth/${scope}`);
  for (const scope of emulator.scopes()) emulator.setGrant(scope, !refused.includes(scope), user);
}

/** Writes a project's files into a new folder; `remove` deletes it again. */
export function projectOf(files: Readonly<Record<string, string>>): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'project-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
