/** `npm run execute`: runs one function as the editor's Run button does, and shows what came of it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ExecutionResult } from '../platform/execution';
import type { Emulator } from '../emulator';
import { helpOf, readCommandLine, typedPath, UsageError, type Command, type CommandLine } from './options';
import { csvFileName, csvOf, terminalTable, terminalText } from './sheet-text';
import { openEnvironment, ENVIRONMENT_OPTIONS } from './environment';

const COMMAND: Command = {
  name: 'npm run execute --',
  arguments: 'FUNCTION [JSON...]',
  does: 'Runs one function of the add-on on the emulator and prints its log, what it returned and the sheets it changed.\nWith --select it runs as a menu item does, which sees the selection; the script editor does not reliably.',
  options: [...ENVIRONMENT_OPTIONS, 'limit', 'out'],
};

interface Task {
  readonly function: string;
  readonly args: readonly unknown[];
  readonly out: string | null;
}

function readTask(line: CommandLine): Task {
  const [name, ...texts] = line.positionals;
  if (name === undefined) throw new UsageError(`Which function?\n\n${helpOf(COMMAND)}`);
  const { out, sheet } = line.values;
  const folder = out === undefined ? null : typedPath(out);
  if (folder !== null && sheet !== undefined) {
    const file = typedPath(sheet);
    const target = path.join(folder, csvFileName(path.basename(file, path.extname(file))));
    if (target === file)
      throw new UsageError(`--out ${out ?? ''} would overwrite ${sheet}: give another folder.`);
  }
  return { function: name, args: texts.map(readArgument), out: folder };
}

function readArgument(text: string, index: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(
      `Argument ${index + 1} is not JSON: ${text}\nText goes in double quotes inside single ones: '${JSON.stringify(text)}'`,
    );
  }
}

function print(result: ExecutionResult, emulator: Emulator, changed: ReadonlySet<string>): void {
  for (const { text } of result.log) console.log(text.split('\n').map(terminalText).join('\n'));
  if (result.value !== undefined) console.log(`\nReturned: ${JSON.stringify(result.value, null, 2)}`);
  for (const tab of changed) {
    console.log(`\nSheet ${terminalText(tab)}\n${terminalTable(emulator.spreadsheet.display(tab))}`);
  }
}

function save(folder: string, emulator: Emulator, changed: ReadonlySet<string>): void {
  mkdirSync(folder, { recursive: true });
  for (const tab of changed) {
    const file = path.join(folder, csvFileName(tab));
    writeFileSync(file, csvOf(emulator.spreadsheet.cells(tab)));
    console.log(`\nWrote ${file}`);
  }
}

/** What ended the execution, and where in the project. */
function complain({ outcome, error }: ExecutionResult): void {
  const { name = 'Error', message = `The execution ended: ${outcome}`, stack = '' } = error ?? {};
  console.error(`\n${name === '' ? '' : `${name}: `}${terminalText(message)}`);
  for (const line of stack.split('\n').filter((one) => /^\s+at /.test(one)))
    console.error(terminalText(line));
}

async function main(typed: readonly string[]): Promise<number> {
  const line = readCommandLine(COMMAND, typed);
  if (line.switches.help) {
    console.log(helpOf(COMMAND));
    return 0;
  }
  const task = readTask(line);
  const environment = await openEnvironment(line);
  try {
    const { emulator } = environment;
    if (!emulator.functions().includes(task.function)) {
      throw new UsageError(
        `There is no function ${task.function} to run. There are:\n  ${emulator.functions().join('\n  ')}`,
      );
    }
    const changed = new Set<string>();
    emulator.spreadsheet.onChange((tab) => changed.add(tab));
    const result = await emulator.run({
      function: task.function,
      args: task.args,
      entry: line.values.select === undefined ? 'editor' : 'menu',
    });
    const tabs = new Set(emulator.spreadsheet.tabs().map(({ name }) => name));
    const shown = new Set([...changed].filter((tab) => tabs.has(tab)));
    print(result, emulator, shown);
    if (task.out !== null) save(task.out, emulator, shown);
    if (result.outcome === 'completed') return 0;
    complain(result);
    return 1;
  } finally {
    await environment.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
