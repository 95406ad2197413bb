/** An emulator with an empty spreadsheet and a script given as text, for tests of the spreadsheet alone. */
import path from 'node:path';
import { openGoogle } from '../../apis/open';
import { movableClock } from '../../clock';
import { openEmulator } from '../open';
import type { Call, ExecutionResult } from '../execution';
import { FIRST_ANSWERS } from '../../scenario/assumptions';
import { DEFAULT_SCENARIO, type Scenario } from '../../scenario/scenario';
import type { ManualEditor, Emulator } from '../../emulator';
import type { Workspace } from '../../workspace/workspace';
import { failOnRefusals, projectOf } from '../../../emulator.testing';

const MANIFEST = {
  timeZone: 'America/New_York',
  oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly'],
};

/** Two people who share the sheet. */
export const HANA = { name: 'users/101', email: 'hana@kumo.example' };
export const JIRO = { name: 'users/102', email: 'jiro@kumo.example' };

const WORKSPACE: Workspace = { caller: HANA.name, people: [HANA, JIRO], spaces: [], memberships: [] };

export interface SheetEnvironment {
  readonly emulator: Emulator;
  readonly session: ManualEditor;
  /** Runs a function of the script from the menu and gives its value; throws what it threw. */
  readonly value: (name: string, ...args: readonly unknown[]) => Promise<unknown>;
  readonly run: (name: string, call?: Partial<Call>) => Promise<ExecutionResult>;
  readonly close: () => Promise<void>;
}

/** Opens a script on an empty spreadsheet with the tab `Sheet1`. The clock stands on 2 November 2026. */
export async function openSheet(script: string, scenario: Partial<Scenario> = {}): Promise<SheetEnvironment> {
  const project = projectOf({ 'appsscript.json': JSON.stringify(MANIFEST), 'Code.js': script });
  const clock = movableClock('2026-11-02T09:00:00+09:00');
  const whole: Scenario = {
    ...DEFAULT_SCENARIO,
    ...scenario,
    assumptions: { ...FIRST_ANSWERS, ...scenario.assumptions },
  };
  const apis = await openGoogle({ workspace: WORKSPACE, scenario: whole, clock, port: 0, seed: 1 });
  const emulator = openEmulator({
    project: project.folder,
    runtime: path.join(process.cwd(), '.emulator'),
    workspace: WORKSPACE,
    scenario: whole,
    clock,
    apis,
    seed: 1,
  });
  const run = (name: string, call: Partial<Call> = {}): Promise<ExecutionResult> =>
    emulator.run({ function: name, entry: 'menu', ...call });
  return {
    emulator,
    session: emulator.spreadsheet,
    run,
    value: async (name, ...args) => {
      const { outcome, value, error } = await run(name, { args });
      if (outcome !== 'completed') throw new Error(error?.message ?? outcome);
      return value;
    },
    close: async () => {
      await emulator.close();
      await apis.close();
      project.remove();
      failOnRefusals(emulator);
    },
  };
}
