/**
 * `npm run deploy`: puts Rollcall onto Google with clasp. The first time it creates the script: in a new spreadsheet, in an
 * existing one (`--sheet`), or on its own for an add-on; afterwards it pushes. It can be run again after any failure.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkNode, requireAppsScriptApi, requireLogin, requireNothingForeign } from './deploy/checks';
import { ClaspError, push, requireClasp, talkToClasp } from './clasp';
import { buildOf, lookAtIt, nextSteps, type Deployed } from './deploy/next-steps';
import {
  folderOf,
  moveOldIds,
  readSettings,
  settingsFile,
  TARGETS,
  writeSettings,
  type TargetId,
} from './deploy/settings';

const HELP = `npm run deploy                        into a new spreadsheet (or again into the one made before)
npm run deploy -- --sheet URL_OR_ID   into an existing spreadsheet (first time only)
npm run deploy -- --target add-on     as a stand-alone script, to be published as an add-on of the organisation
  --cloud-project ID    puts this Cloud project into the links and commands of the steps that remain
  --steps               prints those steps and does nothing else
  --replace             pushes even where the script on Google holds what would be deleted
  --creds FILE.json     logs in with an OAuth client of your own
  --no-localhost        logs in on a machine without a browser
  --redirect-port N     logs in by this port of localhost`;

const NEEDS = `What this needs:
  Node 20.19 or later, and a Google Workspace account with Google Chat
  the Apps Script API, switched on at https://script.google.com/home/usersettings
  later, for the steps that it prints at the end: a Google Cloud project in which you may switch on APIs`;

interface Options {
  readonly target: TargetId;
  readonly sheet: string | undefined;
  readonly cloudProject: string | undefined;
  readonly replace: boolean;
  readonly login: readonly string[];
}

async function deploy(options: Options): Promise<void> {
  const { target } = options;
  console.log(`${NEEDS}\n`);
  if (moveOldIds()) console.log(`The ids of the script moved from .clasp.json to ${settingsFile('bound')}.`);
  const { scriptId, creating } = readSettings(target);
  if (scriptId !== undefined && options.sheet !== undefined) {
    throw new ClaspError(
      `${settingsFile(target)} already names a script: delete that file to bind Rollcall to another sheet.`,
    );
  }
  const sheet = options.sheet === undefined ? undefined : spreadsheetId(options.sheet);
  console.log(`Node ${checkNode()}: fine.`);
  console.log(`clasp: ${await requireLogin(options.login)}.`);
  await requireAppsScriptApi();
  if (scriptId === undefined) await createScript(target, sheet, creating === true);
  else if (!options.replace) await requireNothingForeign(scriptId);
  const isNew = await buildAndPush(target);
  const version = target === 'add-on' ? await versionOf(target, isNew) : null;
  await open(target);
  const deployed: Deployed = {
    ...{ target, version },
    settings: readSettings(target),
    cloudProject: options.cloudProject,
  };
  console.log(`\n${scriptId === undefined ? nextSteps(deployed) : againSteps(deployed)}`);
}

function againSteps(deployed: Deployed): string {
  const { target, version } = deployed;
  const isAddOn = target === 'add-on';
  return [
    ...(isAddOn ? [`Enter version ${version ?? '?'} in the Marketplace SDK’s app configuration.`] : []),
    lookAtIt(deployed),
    `The set-up steps once more: npm run deploy -- ${isAddOn ? '--target add-on ' : ''}--steps`,
  ].join('\n');
}

/** The id in a spreadsheet's address, or the id itself. */
function spreadsheetId(text: string): string {
  const id = /^(?:https:\/\/docs\.google\.com\/spreadsheets\/(?:u\/\d+\/)?d\/)?([\w-]{20,})/.exec(
    text.trim(),
  )?.[1];
  if (id === undefined)
    throw new ClaspError(`--sheet ${text}: give the address of a Google Sheet, or its id.`);
  return id;
}

/** Creates the script, and keeps its ids as soon as clasp tells them: what comes after may still be cut off. */
async function createScript(target: TargetId, sheet: string | undefined, wasCutOff: boolean): Promise<void> {
  if (wasCutOff && target === 'bound') {
    console.log(
      'An earlier run was cut off while it created the script. If your Drive holds a spreadsheet Rollcall without a script, delete it.',
    );
  }
  const rootDir = folderOf(target);
  const place =
    target === 'add-on'
      ? ['--type', 'standalone']
      : sheet === undefined
        ? ['--type', 'sheets']
        : ['--parentId', sheet];
  writeSettings(target, { rootDir, creating: true });
  const args = ['create-script', ...place, '--title', 'Rollcall', '--rootDir', rootDir];
  const heard = (out: string) => {
    const scriptId = /script\.google\.com\/d\/([\w-]+)\/edit/.exec(out)?.[1];
    const parentId = /open\?id=([\w-]{20,})/.exec(out)?.[1] ?? sheet;
    if (scriptId !== undefined)
      writeSettings(target, { rootDir, scriptId, ...(parentId === undefined ? {} : { parentId }) });
  };
  await requireClasp([...args, '-P', settingsFile(target)], { heard });
  const { scriptId } = readSettings(target);
  if (scriptId === undefined) throw new ClaspError('clasp created no script. Run npm run deploy again.');
  console.log(`Created the script https://script.google.com/d/${scriptId}/edit`);
}

/** Builds and pushes; returns whether anything was new. */
async function buildAndPush(target: TargetId): Promise<boolean> {
  // create-script has just replaced the built manifest by Google's default.
  execFileSync(process.execPath, ['build.mjs', '--target', target], { stdio: 'inherit' });
  const files = await push(['-P', settingsFile(target)]);
  console.log(files.length === 0 ? 'The script was up to date already.' : `Pushed ${files.join(', ')}.`);
  return files.length > 0;
}

/** The number of the version to publish: a new one, unless nothing was new and there is one. */
async function versionOf(target: TargetId, isNew: boolean): Promise<number> {
  const project = ['--json', '-P', settingsFile(target)];
  const versions = JSON.parse(await requireClasp(['list-versions', ...project])) as readonly {
    readonly versionNumber: number;
  }[];
  const newest = Math.max(0, ...versions.map(({ versionNumber }) => versionNumber));
  if (!isNew && newest > 0) return newest;
  const { version, hash } = buildOf(target);
  const made = await requireClasp(['create-version', `Rollcall ${version}, build ${hash}`, ...project]);
  const { versionNumber } = JSON.parse(made) as { versionNumber: number };
  console.log(`Made version ${versionNumber} of the script.`);
  return versionNumber;
}

async function open(target: TargetId): Promise<void> {
  const { parentId } = readSettings(target);
  await talkToClasp([parentId === undefined ? 'open-script' : 'open-container', '-P', settingsFile(target)]);
}

async function main(typed: readonly string[]): Promise<void> {
  const { values } = read(typed);
  if (values.help) {
    console.log(HELP);
    return;
  }
  if (!existsSync('.clasp.json')) {
    throw new ClaspError('.clasp.json is missing here: run npm run deploy in the folder of Rollcall.');
  }
  const target = TARGETS.find((one) => one === values.target);
  if (target === undefined) throw new ClaspError(`--target ${values.target}: give ${TARGETS.join(' or ')}.`);
  if (target === 'add-on' && values.sheet !== undefined) {
    throw new ClaspError('--sheet: an add-on belongs to no sheet. Leave it out.');
  }
  const cloudProject = values['cloud-project'];
  if (values.steps) {
    execFileSync(process.execPath, ['build.mjs', '--target', target], { stdio: 'inherit' });
    console.log(nextSteps({ target, settings: readSettings(target), cloudProject, version: null }));
    return;
  }
  const login = [
    ...(values.creds === undefined ? [] : ['--creds', values.creds]),
    ...(values['no-localhost'] ? ['--no-localhost'] : []),
    ...(values['redirect-port'] === undefined ? [] : ['--redirect-port', values['redirect-port']]),
  ];
  await deploy({ target, sheet: values.sheet, cloudProject, replace: values.replace, login });
}

function read(typed: readonly string[]) {
  try {
    return parseArgs({
      args: [...typed],
      options: {
        target: { type: 'string', default: 'bound' },
        sheet: { type: 'string' },
        'cloud-project': { type: 'string' },
        steps: { type: 'boolean', default: false },
        replace: { type: 'boolean', default: false },
        creds: { type: 'string' },
        'no-localhost': { type: 'boolean', default: false },
        'redirect-port': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new ClaspError(`${error instanceof Error ? error.message : String(error)}\n${HELP}`);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof ClaspError ? error.message : error);
  process.exitCode = 1;
}
