/** Opens the stand-in for a test: the built add-on or a project given as text, on a clock that only tests move. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { GoogleApis } from '../src/local/apis/google';
import { openGoogle } from '../src/local/apis/open';
import { movableClock, type MovableClock } from '../src/local/clock';
import { openStandIn } from '../src/local/platform/open';
import { CALM, type Scenario } from '../src/local/scenario/scenario';
import { answersNumbered } from '../src/local/scenario/unknowns';
import type { EditorWindow, StandIn } from '../src/local/stand-in';
import type { Workspace } from '../src/local/workspace/workspace';

/** Which of the answers that Google might give: the features are tested under each, see `jest.config.mjs`. */
const ANSWERS = (globalThis as { readonly GOOGLE_ANSWERS?: number }).GOOGLE_ANSWERS ?? 0;

/** Unknown: a Google whose answers carry names and addresses, for a test that is about these. */
export const PROFILES = { 'profile-fields': 'filled' };

/** When every test begins. */
export const START = '2026-11-02T09:00:00+09:00';

export interface WorldOptions {
  readonly workspace?: Workspace;
  /** What differs from a calm world. */
  readonly scenario?: Partial<Scenario>;
  /** Folder of the project; the built add-on unless told. */
  readonly project?: string;
  readonly clock?: MovableClock;
  readonly window?: EditorWindow;
  readonly seed?: number;
  /** Real milliseconds after which a script that calls nothing is ended. */
  readonly watchdogMs?: number;
  /** Other APIs than the emulated ones; they are closed with the world. */
  readonly apis?: GoogleApis;
}

export interface TestWorld {
  readonly standIn: StandIn;
  readonly apis: GoogleApis;
  readonly clock: MovableClock;
  readonly workspace: Workspace;
  readonly scenario: Scenario;
  close(): Promise<void>;
}

/** Opens a world; `npm test` has built what it runs. Close it at the end of the test. */
export async function openWorld(options: WorldOptions = {}): Promise<TestWorld> {
  const workspace =
    options.workspace ?? (await import('../src/local/workspace/invented')).inventedWorkspace();
  const { clock = movableClock(START), seed = 1 } = options;
  const unknowns = { ...answersNumbered(ANSWERS), ...options.scenario?.unknowns };
  const scenario: Scenario = { ...CALM, ...options.scenario, unknowns };
  const apis = options.apis ?? (await openGoogle({ workspace, scenario, clock, port: 0, seed }));
  const standIn = openStandIn({
    project: options.project ?? path.join(process.cwd(), 'dist'),
    runtime: path.join(process.cwd(), '.local'),
    workspace,
    scenario,
    clock,
    apis,
    seed,
    ...(options.window ? { window: options.window } : {}),
    ...(options.watchdogMs === undefined ? {} : { watchdogMs: options.watchdogMs }),
  });
  return {
    standIn,
    apis,
    clock,
    workspace,
    scenario,
    close: async () => {
      await standIn.close();
      await apis.close();
    },
  };
}

/** A person who has been through the consent screen and granted all that the manifest asks for, but what the scenario refuses. */
export function grantAll(
  { standIn, scenario }: Pick<TestWorld, 'standIn' | 'scenario'>,
  user?: string,
): void {
  const refused = scenario.refusedScopes.map((scope) => `https://www.googleapis.com/auth/${scope}`);
  for (const scope of standIn.scopes()) standIn.setGrant(scope, !refused.includes(scope), user);
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
