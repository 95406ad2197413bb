/**
 * `npm run deploy`: puts the add-on into a real Google Sheet with clasp. The first time it creates the script, in a new
 * spreadsheet or, with `--sheet`, in an existing one; afterwards it pushes.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Clasp, fail } from './clasp';

const HELP = `npm run deploy                       into a new spreadsheet (or again into the one made before)
npm run deploy -- --sheet URL_OR_ID  into an existing spreadsheet (first time only)`;

/** The id in a spreadsheet's address, or the id itself. */
function spreadsheetId(text: string): string {
  const id = /^(?:https:\/\/docs\.google\.com\/spreadsheets\/(?:u\/\d+\/)?d\/)?([\w-]{20,})/.exec(
    text.trim(),
  )?.[1];
  return id ?? fail(`--sheet ${text}: give the address of a Google Sheet, or its id.`);
}

function push(clasp: Clasp): void {
  // create-script has just replaced dist/appsscript.json by Google's default.
  execFileSync(process.execPath, ['build.mjs'], { stdio: 'inherit' });
  const files = clasp.push();
  console.log(files.length === 0 ? 'The script was up to date already.' : `Pushed ${files.join(', ')}.`);
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
  const clasp = new Clasp('.');
  const created = clasp.settings().scriptId !== undefined;
  if (created && values.sheet !== undefined) {
    fail(
      '.clasp.json already names a script: take its "scriptId" and "parentId" out to bind Rollcall to another sheet.',
    );
  }
  const sheet = values.sheet === undefined ? undefined : spreadsheetId(values.sheet);
  clasp.logIn();
  if (!created) clasp.createScript('Rollcall', 'dist', sheet);
  push(clasp);
  console.log(
    `Script: ${clasp.open()}\n` +
      'Next: in Project Settings, enter the number of a Cloud project that has the Chat API on and a Chat app configured ' +
      '(README, "Install"). Then reload the sheet and open the Rollcall menu.',
  );
}
