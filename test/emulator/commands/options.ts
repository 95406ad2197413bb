/** What may be typed after `npm start --`, `npm run execute --` and the other commands: one table of options for all. */
import path from 'node:path';
import { parseArgs } from 'node:util';

interface Option {
  /** Placeholder of its value; null for a switch. */
  readonly takes: string | null;
  readonly does: string;
  /** May be given several times. */
  readonly repeats?: boolean;
}

const OPTIONS = {
  project: { takes: 'DIR', does: 'runs another Apps Script project than the built add-on' },
  target: {
    takes: 'bound|add-on',
    does: 'runs Rollcall as an add-on of the organisation instead of a script that is bound to the sheet',
  },
  book: {
    takes: 'FILE.json',
    does: 'opens this spreadsheet and saves it there at the end, with its properties and triggers; a missing file is made',
  },
  sheet: {
    takes: 'FILE.csv',
    does: 'opens this table as the active sheet; with --book it is added to the others',
  },
  set: {
    takes: "'Tab!B2=text'",
    does: 'types into a cell, as a person does, before anything runs; without a tab, into the active one',
    repeats: true,
  },
  select: { takes: 'A2:B9', does: 'selects these cells (several ranges: A2:A5,C1)' },
  out: { takes: 'DIR', does: 'writes every changed sheet there as CSV' },
  workspace: {
    takes: 'FILE.json|SxM',
    does: 'uses these people, spaces and memberships; 1000x100 makes up 1,000 spaces of 100 people',
  },
  scenario: {
    takes: 'FILE.json|NAME',
    does: 'how the environment behaves: rights, faults, fault presets, language, edits during a call',
  },
  language: { takes: 'en|ja', does: 'is the language of the person, of the texts and of the preview' },
  confirm: {
    takes: 'admin|app=ADDRESS',
    does: 'asks as an admin or as this service account: confirmed for the sheet, with the lines in the manifest',
  },
  answer: {
    takes: 'TEXT',
    does: 'answers the next alert with this button (OK, CANCEL, YES, NO), or types this into the next prompt; a question without an answer is closed',
    repeats: true,
  },
  calls: { takes: null, does: 'lists the service calls by number, as "edits" of a scenario count them' },
  as: { takes: 'users/ID', does: 'runs as this person instead of the workspace’s caller' },
  seed: { takes: 'N', does: 'makes faults, shuffles and made-up ids repeatable' },
  limit: { takes: 'SECONDS', does: 'ends a script after this time; Google gives it 360 seconds' },
  port: { takes: 'N', does: 'serves on this port of 127.0.0.1; 0 takes any free one' },
  once: { takes: null, does: 'prints the answer and ends, without a server' },
  google: { takes: null, does: 'puts the cases into a new Google Sheet of yours and says what to do there' },
  admin: { takes: null, does: 'with --google: asks also as an admin, and needs that right' },
  app: { takes: null, does: 'with --google: asks also as the Chat app, which needs a broad permission' },
  answers: { takes: 'FILE', does: 'checks and keeps the answers that the cases gave on Google' },
  help: { takes: null, does: 'prints this' },
} as const satisfies Readonly<Record<string, Option>>;

type Options = typeof OPTIONS;
export type OptionName = keyof Options;
type SwitchName = { [K in OptionName]: Options[K]['takes'] extends null ? K : never }[OptionName];
type ListName = { [K in OptionName]: Options[K] extends { repeats: true } ? K : never }[OptionName];
type ValueName = Exclude<OptionName, SwitchName | ListName>;

/** A command as its help describes it. */
export interface Command {
  /** As people type it, such as `npm run execute --`. */
  readonly name: string;
  /** What comes before the options, such as `FUNCTION [JSON...]`; empty: nothing may. */
  readonly arguments: string;
  readonly does: string;
  readonly options: readonly OptionName[];
}

export interface CommandLine {
  readonly values: Readonly<Partial<Record<ValueName, string>>>;
  readonly switches: Readonly<Partial<Record<SwitchName, boolean>>>;
  /** What was given of options that may be given several times, in order. */
  readonly lists: Readonly<Partial<Record<ListName, readonly string[]>>>;
  readonly positionals: readonly string[];
}

/** Something on the command line that the command cannot take; the message says what it takes. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads what was typed. Throws a `UsageError` for an unknown option, a value that is missing or one too many. */
export function readCommandLine(command: Command, typed: readonly string[]): CommandLine {
  const config = Object.fromEntries(
    [...command.options, 'help' as const].map((name) => {
      const { takes, repeats = false }: Option = OPTIONS[name];
      const type = takes === null ? ('boolean' as const) : ('string' as const);
      return [name, { type, multiple: repeats }];
    }),
  );
  let read: { values: Record<string, unknown>; positionals: string[] };
  try {
    read = parseArgs({
      args: [...typed],
      options: config,
      allowPositionals: command.arguments !== '',
    });
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('. To specify');
    throw new UsageError(`${reason}\n\n${helpOf(command)}`);
  }
  const entries = Object.entries(read.values);
  return {
    values: Object.fromEntries(entries.filter(([, value]) => typeof value === 'string')),
    switches: Object.fromEntries(entries.filter(([, value]) => typeof value === 'boolean')),
    lists: Object.fromEntries(entries.filter(([, value]) => Array.isArray(value))),
    positionals: read.positionals,
  };
}

/** Usage, a sentence, and a line for each option. */
export function helpOf(command: Command): string {
  const lines = [...command.options, 'help' as const].map((name) => {
    const { takes, does, repeats = false }: Option = OPTIONS[name];
    const left = takes === null ? `--${name}` : `--${name} ${takes}`;
    return { left, does: repeats ? `${does} (may be repeated)` : does };
  });
  const width = Math.max(...lines.map(({ left }) => left.length));
  return [
    `Usage: ${[command.name, command.arguments, '[options]'].filter((part) => part !== '').join(' ')}`,
    command.does,
    '',
    ...lines.map(({ left, does }) => `  ${left.padEnd(width)}  ${does}`),
  ].join('\n');
}

/** A path that a person typed is relative to where they typed it, though npm runs scripts in the repository's root. */
export function typedPath(file: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
}

const PORTS = 65_535;

/** Reads `--port`. */
export function readPort(line: CommandLine): number | undefined {
  return wholeNumber(line, 'port', PORTS);
}

/** Says in words that a port is in use; any other error is given back as it is. */
export function takenPort(error: unknown, port: number): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error;
  return new UsageError(
    `Port ${port} is in use. Give another one with --port, or --port 0 for any free one.`,
  );
}

/** Reads a whole number of an option; throws a `UsageError` that names the option. */
export function wholeNumber(
  line: CommandLine,
  name: 'limit' | 'port' | 'seed',
  most: number,
): number | undefined {
  const text = line.values[name];
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > most) {
    throw new UsageError(`--${name} takes a whole number from 0 to ${most}, not "${text}".`);
  }
  return number;
}
