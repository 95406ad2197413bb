/** `npm run google`: only the emulated Google APIs, for other programs. The first line printed is JSON: address and tokens. */
import { openGoogle } from '../apis/open';
import { realClock } from '../clock';
import { scenarioHelp } from '../scenario/read';
import { helpOf, readCommandLine, readPort, takenPort, type Command } from './options';
import { readSurroundings, refuseEdits } from './environment';

const COMMAND: Command = {
  name: 'npm run google --',
  arguments: '',
  does: 'Serves the emulated Google APIs on 127.0.0.1 until it is stopped.',
  options: ['port', 'workspace', 'scenario', 'seed'],
};

async function main(): Promise<void> {
  const line = readCommandLine(COMMAND, process.argv.slice(2));
  if (line.switches.help === true) {
    console.log(helpOf(COMMAND));
    return;
  }
  if (line.values.scenario === 'help') {
    console.log(scenarioHelp());
    return;
  }
  const port = readPort(line) ?? 0;
  const { workspace, scenario, seed } = readSurroundings(line);
  refuseEdits(scenario);
  try {
    const { url, tokens } = await openGoogle({
      workspace,
      scenario,
      seed,
      port,
      clock: realClock,
      paced: true,
    });
    console.log(JSON.stringify({ url, tokens }));
  } catch (error) {
    throw takenPort(error, port);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
