/** Opens the environment that a command line asks for: workspace, scenario, emulated APIs and the emulator with its sheet. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { GoogleApis } from '../apis/google';
import { openGoogle } from '../apis/open';
import { realClock, type Clock } from '../clock';
import type { Kind } from '../platform/kind';
import { openEmulator } from '../platform/open';
import type { Scenario } from '../scenario/scenario';
import { readScenario } from '../scenario/read';
import type { EditorWindow, Emulator } from '../emulator';
import { generatedWorkspace } from '../workspace/generated';
import { inventedWorkspace } from '../workspace/invented';
import { readWorkspace } from '../workspace/read';
import type { Workspace } from '../workspace/workspace';
import { readBookFile, writeBookFile } from './book-file';
import { confirm, readConfirmation, withIdentityLines, type Confirmation } from './identity-project';
import { keptText } from './sheet-text';
import { typeCell } from './typed-cells';
import { typedPath, UsageError, wholeNumber, type CommandLine, type OptionName } from './options';

/** Options that every command which opens the emulator takes. */
export const ENVIRONMENT_OPTIONS = [
  'project',
  'target',
  'book',
  'sheet',
  'set',
  'select',
  'confirm',
  'workspace',
  'scenario',
  'language',
  'as',
  'seed',
] as const satisfies readonly OptionName[];

export interface Environment {
  readonly workspace: Workspace;
  readonly scenario: Scenario;
  readonly clock: Clock;
  readonly apis: GoogleApis;
  readonly emulator: Emulator;
  /** `users/…`: who runs what the command runs. */
  readonly user: string;
  readonly seed: number;
  /** Saves the spreadsheet where `--book` says; does nothing without it. */
  save(): void;
  close(): Promise<void>;
}

/** The part of the environment that the emulated APIs need. */
export interface Surroundings {
  readonly workspace: Workspace;
  readonly scenario: Scenario;
  readonly seed: number;
}

const SEEDS = 2 ** 32 - 1;
/** What Google gives an execution. */
const MOST_SECONDS = 360;

/** Folder of the built programs: this one, once it is built. */
export const RUNTIME = path.dirname(fileURLToPath(import.meta.url));
export const BUILT_ADD_ON = path.join(RUNTIME, '..', 'dist');
const TARGETS: Readonly<Record<string, { readonly installedAs: Kind; readonly folder: string }>> = {
  bound: { installedAs: 'bound', folder: BUILT_ADD_ON },
  'add-on': { installedAs: 'add-on', folder: path.join(RUNTIME, '..', 'dist-add-on') },
};

/** Reads workspace, scenario and seed; throws what is wrong with them, by file, entry and field. */
export function readSurroundings(line: CommandLine): Surroundings {
  const { workspace, scenario } = line.values;
  return {
    workspace: workspaceFrom(workspace),
    scenario: inLanguage(readScenario(scenario, typedPath), line.values.language),
    seed: wholeNumber(line, 'seed', SEEDS) ?? 1,
  };
}

function inLanguage(scenario: Scenario, language: string | undefined): Scenario {
  if (language === undefined) return scenario;
  if (language !== 'en' && language !== 'ja') {
    throw new UsageError(`--language ${language}: give en or ja.`);
  }
  return { ...scenario, locale: language };
}

/** Throws where a scenario has edits and the command runs no function in which they could happen. */
export function refuseEdits({ edits }: Scenario): void {
  if (edits.length > 0) throw new UsageError('--scenario: "edits" happen in npm run execute only.');
}

/** Most memberships that are made up; they are all kept in memory. */
const MOST_MEMBERSHIPS = 1_000_000;

function workspaceFrom(typed: string | undefined): Workspace {
  if (typed === undefined) return inventedWorkspace();
  const [, spaces, members] = /^(\d{1,7})x(\d{1,7})$/.exec(typed) ?? [];
  if (spaces === undefined || members === undefined) return readWorkspace(typedPath(typed));
  const size = { spaces: Number(spaces), membersPerSpace: Number(members) };
  const memberships = size.spaces * size.membersPerSpace;
  if (memberships < 1 || memberships > MOST_MEMBERSHIPS) {
    throw new UsageError(`--workspace ${typed}: give from 1x1 to ${MOST_MEMBERSHIPS} memberships in all.`);
  }
  return generatedWorkspace(size);
}

/**
 * Opens everything; the window is nobody's unless one is given.
 * @param confirmation As whom the person asks, where it is not as `--confirm` says.
 */
export async function openEnvironment(
  line: CommandLine,
  window?: EditorWindow,
  surroundings: Surroundings = readSurroundings(line),
  confirmation: Confirmation | null = readConfirmation(line.values.confirm),
): Promise<Environment> {
  const { workspace, scenario, seed } = surroundings;
  const user = readUser(line, workspace);
  const clock = realClock;
  const table = readTable(line.values.sheet);
  const book = readBookFile(line.values.book, scenario);
  const limit = wholeNumber(line, 'limit', MOST_SECONDS);
  const { installedAs, folder } = readTarget(line);
  const apis = await openGoogle({ workspace, scenario, clock, seed, port: 0, paced: true });
  try {
    const open = (project: string): Emulator =>
      openEmulator({
        ...{ project, scenario, clock, apis, seed, installedAs },
        ...(line.values.project === undefined ? {} : { scriptName: path.basename(project) }),
        runtime: RUNTIME,
        workspace: { ...workspace, caller: user },
        name: book?.name ?? table?.name ?? 'Orchard',
        ...(book?.saved ? { book: book.saved } : {}),
        ...(window ? { window } : {}),
        ...(limit === undefined ? {} : { watchdogMs: limit * 1000 }),
      });
    const typed = line.values.project;
    const project = typed === undefined ? folder : typedPath(typed);
    const emulator = confirmation === null ? open(project) : withIdentityLines(project, open);
    if (confirmation !== null) await confirm(confirmation, emulator, scenario, user);
    if (table) openTable(emulator, table, book?.saved !== undefined && book.saved !== null);
    for (const cell of line.lists.set ?? []) typeCell(emulator.spreadsheet, cell);
    select(emulator, line.values.select);
    return {
      ...{ workspace, scenario, clock, apis, emulator, user, seed },
      save: () => {
        if (book) writeBookFile(book.file, emulator.save());
      },
      close: async () => {
        await emulator.close();
        await apis.close();
      },
    };
  } catch (error) {
    await apis.close();
    throw error;
  }
}

function readTarget({ values: { target = 'bound' } }: CommandLine): (typeof TARGETS)[string] {
  const found = Object.hasOwn(TARGETS, target) ? TARGETS[target] : undefined;
  if (found === undefined) {
    throw new UsageError(`--target ${target}: give ${Object.keys(TARGETS).join(' or ')}.`);
  }
  return found;
}

function readUser(line: CommandLine, workspace: Workspace): string {
  const user = line.values.as ?? workspace.caller;
  if (workspace.people.some(({ name }) => name === user)) return user;
  const some = workspace.people.slice(0, 5).map(({ name }) => name);
  throw new UsageError(`--as ${user}: nobody in the workspace is called so. There are ${some.join(', ')}...`);
}

interface Table {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

function readTable(typed: string | undefined): Table | null {
  if (typed === undefined) return null;
  const file = typedPath(typed);
  if (!existsSync(file)) throw new UsageError(`--sheet ${typed}: there is no such file.`);
  try {
    const rows = parse(readFileSync(file, 'utf8'), {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
    });
    return { name: path.basename(file, path.extname(file)), rows };
  } catch (error) {
    throw new UsageError(
      `--sheet ${typed}: this is not CSV: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** What may be a number, a time or a truth value. */
const VALUE = /^[-+]?[\d.]|^(?:true|false)$/i;

/** Adds the table as the active tab, numbers, dates and truth values as such; it is the whole of a new spreadsheet, as when Sheets opens a CSV file. */
function openTable({ spreadsheet }: Emulator, { name, rows }: Table, isKept: boolean): void {
  const taken = spreadsheet.tabs().find((tab) => tab.name.toLowerCase() === name.toLowerCase());
  if (taken && isKept) {
    throw new UsageError(
      `--sheet: the book has a tab "${taken.name}" already. Leave --sheet out to work on it, or give the file another name.`,
    );
  }
  if (taken) spreadsheet.renameTab(taken.name, `${name} (empty)`);
  spreadsheet.addTab(name, rows);
  rows.forEach((cells, row) => {
    cells.forEach((text, column) => {
      const kept = keptText(text);
      if (kept !== null) spreadsheet.put(name, row + 1, column + 1, kept);
      if (!VALUE.test(text)) return;
      spreadsheet.type(name, row + 1, column + 1, text);
      // What would look different as a value stays the text: an id of 21 digits, a telephone number.
      const isSame = spreadsheet.cell(name, row + 1, column + 1).display === text;
      if (!isSame) spreadsheet.put(name, row + 1, column + 1, text);
    });
  });
  if (!isKept) for (const tab of spreadsheet.tabs()) if (tab.name !== name) spreadsheet.deleteTab(tab.name);
  spreadsheet.select(name, ['A1']);
}

function select({ spreadsheet }: Emulator, ranges: string | undefined): void {
  if (ranges === undefined) return;
  try {
    spreadsheet.select(spreadsheet.active().tab, ranges.split(','));
  } catch (error) {
    throw new UsageError(
      `--select ${ranges}: ${error instanceof Error ? error.message : String(error)} Give cells such as A2:B9.`,
    );
  }
}
