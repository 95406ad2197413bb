/** `npm start`: answers one question on the invented workspace, prints what came of it, and serves the preview. */
import path from 'node:path';
import { servePreview } from '../preview/server';
import { scenarioHelp } from '../scenario/read';
import { identityOfFaultPresets } from '../scenario/fault-presets';
import { addProjectList, projectListTab, translateProjectList } from '../workspace/project-list';
import { answerFirstQuestion, firstQuestion } from './first-question';
import { readConfirmation, type Confirmation } from './identity-project';
import {
  helpOf,
  readCommandLine,
  readPort,
  takenPort,
  typedPath,
  type Command,
  type CommandLine,
} from './options';
import { START_TEXTS, TO_PASTE } from './start-texts';
import { printProblems } from './fault-report';
import { sayRefusals } from './refusals';
import {
  openEnvironment,
  readSurroundings,
  refuseEdits,
  RUNTIME,
  ENVIRONMENT_OPTIONS,
  type Environment,
  type Surroundings,
} from './environment';

const COMMAND: Command = {
  name: 'npm start --',
  arguments: '',
  does: 'Asks one question on the invented workspace, prints the answer, and serves the preview until it is stopped.',
  options: [...ENVIRONMENT_OPTIONS, 'port', 'once'],
};

const NO_QUESTION =
  'With --project, --book, --sheet or --set Rollcall has no question of its own to ask. To run one function: npm run execute -- FUNCTION';

async function main(typed: readonly string[]): Promise<number> {
  const line = readCommandLine(COMMAND, typed);
  if (line.switches.help === true) {
    console.log(helpOf(COMMAND));
    return 0;
  }
  if (line.values.scenario === 'help') {
    console.log(scenarioHelp());
    return 0;
  }
  const port = readPort(line) ?? 0;
  const environment = await open(line);
  try {
    const answered = await doMainJob(environment, line);
    if (line.switches.once !== true) {
      await serve(environment, port, line.values);
      return 0;
    }
    environment.save();
    await environment.close();
    const isWhole = sayRefusals(environment.emulator.takeRefusals());
    return answered && isWhole ? 0 : 1;
  } catch (error) {
    await environment.close();
    throw takenPort(error, port);
  }
}

/** Fault presets that only the Chat app or an admin meets need their identity switched on. */
async function open(line: CommandLine): Promise<Environment> {
  const surroundings = readSurroundings(line);
  refuseEdits(surroundings.scenario);
  const confirmation = readConfirmation(line.values.confirm) ?? neededBy(surroundings, line);
  return await openEnvironment(line, undefined, surroundings, confirmation);
}

function neededBy({ scenario, workspace }: Surroundings, { values }: CommandLine): Confirmation | null {
  const as = identityOfFaultPresets(scenario);
  if (as === null || values.project !== undefined) return null;
  return { as, serviceAccount: as === 'app' ? (workspace.serviceAccounts?.[0]?.email ?? '') : '' };
}

/** Returns whether it went as it should: a fault preset that was asked for may show itself. */
async function doMainJob(
  environment: Environment,
  { values, switches, lists }: CommandLine,
): Promise<boolean> {
  const { spreadsheet } = environment.emulator;
  // Another project or spreadsheet: there is no question of ours to ask.
  if ([values.project, values.sheet, values.book, lists.set].some((value) => value !== undefined)) {
    if (switches.once === true) console.log(NO_QUESTION);
    return true;
  }
  const question = firstQuestion(environment.workspace);
  const answered = await answerFirstQuestion(environment, question);
  if (values.workspace === undefined) addProjectList(spreadsheet, localeOf(environment));
  spreadsheet.deleteTab('Sheet1');
  if (values.scenario !== undefined && switches.once === true) await printProblems(environment, question);
  return answered || values.scenario !== undefined;
}

async function serve(
  environment: Environment,
  port: number,
  { project, target }: CommandLine['values'],
): Promise<void> {
  const { emulator, apis, clock, scenario, workspace, user } = environment;
  // The preview asks for permissions itself, at the first click in the menu.
  emulator.answerConsent(null, user);
  const isRollcall = project === undefined;
  const hasList = projectListTab(emulator.spreadsheet) !== null;
  const { url } = await servePreview({
    ...{ emulator, apis, clock, scenario, user, port },
    guide: isRollcall && hasList,
    onLocale: (locale) => {
      translateProjectList(emulator.spreadsheet, locale);
    },
    people: workspace.people,
    scriptName: isRollcall ? 'Rollcall' : path.basename(typedPath(project)),
    runtime: RUNTIME,
  });
  const texts = START_TEXTS[localeOf(environment)];
  const menu = target === 'add-on' ? texts.inExtensions : '';
  const toTry = [
    ...(hasList ? [menu + texts.rows] : []),
    ...(isRollcall ? [menu + texts.open] : [texts.script]),
    ...(hasList ? toPaste(localeOf(environment)) : []),
    texts.faults,
  ];
  console.log(`\n${texts.preview(url)}\n\n${texts.things}`);
  for (const line of toTry) console.log(`  ${line}`);
  console.log(`${texts.language}\n${texts.end}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      end(environment);
    });
}

function localeOf({ scenario }: Environment): 'en' | 'ja' {
  return scenario.locale.startsWith('ja') ? 'ja' : 'en';
}

function toPaste(locale: 'en' | 'ja'): readonly string[] {
  return TO_PASTE.flatMap(({ space, member, why }, index) => [
    `  ${index + 1}. ${space}`,
    `     ${member}   (${why[locale]})`,
  ]);
}

/** Saves the spreadsheet where `--book` says, and ends the program. */
function end(environment: Environment): void {
  try {
    environment.save();
    process.exit(0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
