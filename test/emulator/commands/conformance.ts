/**
 * `npm run conformance`: asks the cases on the emulator and writes docs/verified.md. `--google` puts them into a Google Sheet;
 * `--answers` checks and keeps what came out there.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import {
  contradictions,
  readAnswers,
  withAnswers,
  type AnswerFile,
  type KeptAnswers,
} from '../conformance/answers';
import { KEPT } from '../conformance/kept';
import { copyProject } from '../conformance/manifest';
import { askOnEmulator, type ConformanceRun } from '../conformance/run';
import { verifiedPage } from '../conformance/verified';
import { settledBy, WITHOUT_CASE } from '../scenario/assumptions';
import { ClaspError, push, requireClasp, talkToClasp } from './clasp';
import { requireAppsScriptApi, requireLogin } from './deploy/checks';
import { RUNTIME } from './environment';
import { helpOf, readCommandLine, typedPath, UsageError, type Command, type CommandLine } from './options';
import { sayRefusals } from './refusals';

const COMMAND: Command = {
  name: 'npm run conformance --',
  arguments: '',
  does: 'Asks what is not documented about Google: on the emulator, or, in a sheet of yours, Google itself. Writes docs/verified.md.',
  options: ['google', 'admin', 'app', 'answers'],
};

const PROJECT = path.join(RUNTIME, '..', 'test', 'emulator', 'conformance', 'project');
/** Where the cases lie while clasp pushes them. */
const PUSHED = path.join(RUNTIME, 'conformance-google');
const KEPT_FILE = path.join('test', 'emulator', 'conformance', 'kept.ts');
const PAGE_FILE = path.join('docs', 'verified.md');

const NEXT = `Next, in the spreadsheet that has just opened:
 1. Extensions > Apps Script > Project Settings: enter the number of a Cloud project that has the Chat API on (README, "Install").
 2. Reload the sheet. Menu Conformance > 1. Prepare, and allow what it asks for.
 3. Fill in the tab Given as far as you can. What you leave empty is not asked.
 4. Menu Conformance > 2. Ask. Wait until the sidebar says Done.
 5. Select B2:B3 of the tab Given. In the script editor, run askFromEditor.
 6. Wait until the tab Answers has a row active-in-trigger: a minute or two.
 7. File > Make a copy. In the copy: menu Conformance > 2. Ask.
 8. Copy the text of the sidebar into a file, and run: npm run conformance -- --answers FILE`;

interface Asked {
  readonly run: ConformanceRun;
  readonly file: AnswerFile;
}

/** Asks on an emulator that assumes what Google has answered. */
async function askEmulator(kept: KeptAnswers): Promise<Asked> {
  const run = await askOnEmulator({ project: PROJECT, runtime: RUNTIME, assumptions: settledBy(kept) });
  return { run, file: readAnswers(run.file, expectedOf(run)) };
}

function expectedOf({ cases }: ConformanceRun): Parameters<typeof readAnswers>[1] {
  const { version } = JSON.parse(readFileSync(path.join(RUNTIME, '..', 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return { product: version, cases: cases.map(({ id }) => id) };
}

async function writePage({ run, file }: Asked, kept: KeptAnswers): Promise<void> {
  const { cases } = run;
  const page = verifiedPage({ cases, answers: file.answers, kept, withoutCase: WITHOUT_CASE });
  const text = await format(page, { ...(await resolveConfig(PAGE_FILE)), parser: 'markdown' });
  if (existsSync(PAGE_FILE) && readFileSync(PAGE_FILE, 'utf8') === text) return;
  mkdirSync(path.dirname(PAGE_FILE), { recursive: true });
  writeFileSync(PAGE_FILE, text);
  console.log(`Wrote ${PAGE_FILE}.`);
}

async function writeKept(kept: KeptAnswers): Promise<void> {
  const text = `/** What Google answered. Made by npm run conformance -- --answers FILE: do not edit. */
import type { KeptAnswers } from './answers';

export const KEPT: KeptAnswers = ${JSON.stringify(kept)};`;
  mkdirSync(path.dirname(KEPT_FILE), { recursive: true });
  writeFileSync(KEPT_FILE, await format(text, { ...(await resolveConfig(KEPT_FILE)), parser: 'typescript' }));
}

/** Prints every case; tells whether Google and the emulator agree and nothing was missing. */
function report({ run, file }: Asked, kept: KeptAnswers): boolean {
  const width = Math.max(...run.cases.map(({ id }) => id.length));
  for (const { id } of run.cases) {
    const asked = kept[id];
    const known = asked === undefined ? 'assumed' : `Google, ${asked.askedOn}`;
    console.log(`${id.padEnd(width)}  ${file.answers[id] ?? 'not asked'}  (${known})`);
  }
  const different = contradictions(kept, file.answers);
  for (const { id, google, emulator } of different) {
    console.error(`\nContradiction in ${id}: Google answers "${google}", the emulator "${emulator}".`);
  }
  return sayRefusals(run.refusals) && different.length === 0;
}

async function keep(typed: string): Promise<boolean> {
  const before = await askEmulator(KEPT);
  let file: AnswerFile;
  try {
    file = readAnswers(JSON.parse(readFileSync(typedPath(typed), 'utf8')), expectedOf(before.run));
  } catch (error) {
    throw new UsageError(`--answers ${typed}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const kept = withAnswers(KEPT, file);
  const after = await askEmulator(kept);
  const isRight = report(after, kept);
  await writeKept(kept);
  await writePage(after, kept);
  const { answers, notAsked } = file;
  console.log(`Kept ${Object.keys(answers).length} answers of ${file.askedOn} in ${KEPT_FILE}.`);
  if (notAsked.length > 0) console.log(`Not asked: ${notAsked.join(', ')}.`);
  return isRight;
}

/** Pushes the cases into a new spreadsheet and says what to do there. */
async function pushToGoogle({ switches }: CommandLine): Promise<void> {
  rmSync(PUSHED, { recursive: true, force: true });
  mkdirSync(PUSHED, { recursive: true });
  await requireLogin([]);
  await requireAppsScriptApi();
  // Without one, clasp takes that of a folder above: the add-on's own.
  const settings = path.join(PUSHED, '.clasp.json');
  writeFileSync(settings, '{"rootDir": "."}');
  const here = { folder: PUSHED };
  const title = 'Rollcall conformance';
  await requireClasp(['create-script', '--type', 'sheets', '--title', title, '--rootDir', '.'], here);
  const { scriptId } = JSON.parse(readFileSync(settings, 'utf8')) as { scriptId?: string };
  if (scriptId === undefined) throw new ClaspError('clasp created no script. Run this again.');
  // Afterwards: clasp has just written Google's default manifest.
  copyProject(PROJECT, PUSHED, { app: switches.app === true, admin: switches.admin === true });
  console.log(`Pushed ${(await push([], here)).join(', ')}.`);
  await talkToClasp(['open-container'], here);
  console.log(`Script: https://script.google.com/d/${scriptId}/edit\n\n${NEXT}`);
}

async function main(typed: readonly string[]): Promise<boolean> {
  const line = readCommandLine(COMMAND, typed);
  const { google, admin, app, help } = line.switches;
  const { answers } = line.values;
  if (help === true) {
    console.log(helpOf(COMMAND));
    return true;
  }
  if ((admin === true || app === true) && google !== true)
    throw new UsageError('--admin and --app go with --google.');
  if (google === true && answers !== undefined)
    throw new UsageError('--google puts the cases into a sheet; --answers comes afterwards, alone.');
  if (google === true) {
    await pushToGoogle(line);
    return true;
  }
  if (answers !== undefined) return await keep(answers);
  const asked = await askEmulator(KEPT);
  await writePage(asked, KEPT);
  return report(asked, KEPT);
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
