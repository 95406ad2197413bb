/**
 * `npm run deploy`: puts the add-on into a real Google Sheet with clasp. The first time it creates the script, in a new
 * spreadsheet or, with `--sheet`, in an existing one; afterwards it pushes. clasp refuses some steps silently with exit
 * code 0, so each step is checked by what it left behind.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

interface ClaspSettings {
  readonly scriptId?: string;
  readonly parentId?: string;
}

const HELP = `npm run deploy                       into a new spreadsheet (or again into the one made before)
npm run deploy -- --sheet URL_OR_ID  into an existing spreadsheet (first time only)`;

const claspFile = fileURLToPath(import.meta.resolve('@google/clasp'));

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function clasp(args: readonly string[], stdio: 'inherit' | 'pipe' = 'inherit'): string {
  const { status, stdout } = spawnSync(process.execPath, [claspFile, ...args], {
    stdio: ['inherit', stdio, 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) fail(`clasp ${args.join(' ')} did not succeed; its words are above.`);
  return stdout;
}

function readSettings(): ClaspSettings {
  return JSON.parse(readFileSync('.clasp.json', 'utf8')) as ClaspSettings;
}

/** The id in a spreadsheet's address, or the id itself. */
function spreadsheetId(text: string): string {
  const id = /^(?:https:\/\/docs\.google\.com\/spreadsheets\/(?:u\/\d+\/)?d\/)?([\w-]{20,})/.exec(
    text.trim(),
  )?.[1];
  return id ?? fail(`--sheet ${text}: give the address of a Google Sheet, or its id.`);
}

function logIn(): void {
  const { loggedIn } = JSON.parse(clasp(['show-authorized-user', '--json'], 'pipe')) as { loggedIn: boolean };
  if (!loggedIn) clasp(['login']);
}

function createScript(sheet: string | undefined): void {
  const place = sheet === undefined ? ['--type', 'sheets'] : ['--parentId', sheet];
  clasp(['create-script', ...place, '--title', 'Rollcall', '--rootDir', 'dist']);
  if (!readSettings().scriptId) {
    fail(
      'clasp created no script. Switch on the Apps Script API at https://script.google.com/home/usersettings, ' +
        'see that .clasp.json has no "scriptId", and run npm run deploy again.',
    );
  }
}

function push(): void {
  // create-script has just replaced dist/appsscript.json by Google's default.
  execFileSync(process.execPath, ['build.mjs'], { stdio: 'inherit' });
  const output = clasp(['push', '--force', '--json'], 'pipe').trim();
  // An unattended push that clasp skips prints nothing and exits with 0.
  if (output === '') fail('clasp pushed nothing.');
  const files = JSON.parse(output) as readonly string[];
  console.log(files.length === 0 ? 'The script was up to date already.' : `Pushed ${files.join(', ')}.`);
}

function openSheet(): void {
  const { parentId, scriptId } = readSettings();
  if (parentId) clasp(['open-container']);
  else clasp(['open-script']);
  console.log(
    `Script: https://script.google.com/d/${scriptId ?? ''}/edit\n` +
      'Next: in Project Settings, enter the number of a Cloud project that has the Chat API on and a Chat app configured ' +
      '(README, "Install"). Then reload the sheet and open the Rollcall menu.',
  );
}

const { values } = (() => {
  try {
    return parseArgs({ options: { sheet: { type: 'string' }, help: { type: 'boolean' } } });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${HELP}`);
  }
})();

if (values.help) {
  console.log(HELP);
} else {
  if (!existsSync('.clasp.json'))
    fail('.clasp.json is missing here: run npm run deploy in the folder of Rollcall.');
  const created = readSettings().scriptId !== undefined;
  if (created && values.sheet !== undefined) {
    fail(
      '.clasp.json already names a script: take its "scriptId" and "parentId" out to bind Rollcall to another sheet.',
    );
  }
  const sheet = values.sheet === undefined ? undefined : spreadsheetId(values.sheet);
  logIn();
  if (!created) createScript(sheet);
  push();
  openSheet();
}
