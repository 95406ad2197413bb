/** `npm run execute`: runs one function as the editor's Run button does, and shows what came of it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ExecutionResult } from '../platform/execution';
import type { Emulator } from '../emulator';
import { actionOf } from '../scenario/edits';
import type { Scenario } from '../scenario/scenario';
import { helpOf, readCommandLine, typedPath, UsageError, type Command, type CommandLine } from './options';
import { sayRefusals } from './refusals';
import { csvFileName, csvOf, terminalTable, terminalText } from './sheet-text';
import { openEnvironment, ENVIRONMENT_OPTIONS } from './environment';
import { terminalWindow } from './terminal-window';

const COMMAND: Command = {
  name: 'npm run execute --',
  arguments: 'FUNCTION [JSON...]',
  does: 'Runs one function of the add-on on the emulator and prints what it showed, its log, what it returned and the sheets it changed.\nWith --select or --book it runs as a menu item does, which sees what is active; the script editor does not reliably.\nIt ends with 1 where the function failed or asked for something that the emulator lacks.',
  options: [...ENVIRONMENT_OPTIONS, 'answer', 'calls', 'limit', 'out'],
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

function printCalls({ calls }: ExecutionResult): void {
  console.log(`\nService calls\n${calls.map((call, index) => `${index + 1} ${call}`).join('\n')}`);
}

/** Edits of the scenario, and answers, that the execution gave no occasion for. */
function sayWhatNeverCame(
  { calls, editsLeft }: ExecutionResult,
  { edits }: Scenario,
  answers: readonly string[],
): void {
  for (const edit of editsLeft) {
    const where = `edits.${edits.indexOf(edit)}: ${actionOf(edit)} at call ${edit.atCall}`;
    console.log(`\n--scenario: ${where} never came: the execution made ${calls.length} service calls.`);
  }
  for (const answer of answers) console.log(`\n--answer ${terminalText(answer)}: nothing asked for it.`);
}

/** The exit code; says what was not as it should be. */
function judge(result: ExecutionResult, wrongAnswers: readonly string[]): number {
  if (result.outcome !== 'completed') complain(result);
  const isWhole = sayRefusals(result.refusals);
  for (const wrong of wrongAnswers) console.error(`\n${terminalText(wrong)}`);
  return result.outcome === 'completed' && isWhole && wrongAnswers.length === 0 ? 0 : 1;
}

async function main(typed: readonly string[]): Promise<number> {
  const line = readCommandLine(COMMAND, typed);
  if (line.switches.help) {
    console.log(helpOf(COMMAND));
    return 0;
  }
  const task = readTask(line);
  const window = terminalWindow(line.lists.answer ?? []);
  const environment = await openEnvironment(line, window);
  try {
    const { emulator, scenario } = environment;
    if (!emulator.functions().includes(task.function)) {
      throw new UsageError(
        `There is no function ${task.function} to run. There are:\n  ${emulator.functions().join('\n  ')}`,
      );
    }
    const changed = new Set<string>();
    emulator.spreadsheet.onChange((tab) => changed.add(tab));
    const { select, book } = line.values;
    const call = {
      function: task.function,
      args: task.args,
      entry: select === undefined && book === undefined ? 'editor' : 'menu',
      edits: scenario.edits,
    } as const;
    const result = await emulator.run(call).catch((error: unknown) => {
      // An edit of the scenario could not be done: what came before it is kept and told all the same.
      environment.save();
      sayRefusals(emulator.takeRefusals());
      throw error;
    });
    const tabs = new Set(emulator.spreadsheet.tabs().map(({ name }) => name));
    const shown = new Set([...changed].filter((tab) => tabs.has(tab)));
    print(result, emulator, shown);
    if (line.switches.calls === true) printCalls(result);
    sayWhatNeverCame(result, scenario, window.answersLeft());
    environment.save();
    if (task.out !== null) save(task.out, emulator, shown);
    return judge(result, window.wrongAnswers);
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
