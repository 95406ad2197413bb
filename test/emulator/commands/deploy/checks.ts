/** What can be checked before anything is changed on Google's side. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { clasp, ClaspError, requireClasp, talkToClasp } from '../clasp';

/** A made-up script id: what Google answers about it tells whether the Apps Script API may be used. */
const NOBODYS_SCRIPT = `rollcall-checks-the-api-${'0'.repeat(33)}`;
const OUR_FILES = new Set(['Code.js', 'sidebar.html', 'appsscript.json']);
/** clasp's own OAuth client, which an organisation may have to trust (README of clasp). */
const CLASP_CLIENT = '1072944905499-vm2v2i5dvn0a0d2o4ca36i1vge8cvbn0.apps.googleusercontent.com';

const BLOCKED = `If the browser says that the app is blocked (admin_policy_enforced), your organisation does not let clasp in. Either
  ask an admin to trust it: https://admin.google.com/ac/owl > Manage third-party app access > Configure new app > client id
    ${CLASP_CLIENT}
  or make a client of your own in a Cloud project of your organisation (consent screen Internal, OAuth client of type
    Desktop app, the APIs Apps Script, Drive, Service Usage and Cloud Logging on), download its JSON file and run
    npm run deploy -- --creds FILE.json
  or paste three files instead: npm run release makes them, docs/install.md says how.`;

/** Throws where this Node is older than package.json asks for. */
export function checkNode(): string {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
  const least = engines.node.replace('>=', '').split('.').map(Number);
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = least;
  if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
    throw new ClaspError(`Node ${process.versions.node} is too old: Rollcall needs ${engines.node}.`);
  }
  return process.versions.node;
}

/** Logs in where nobody is. `options` are those of `clasp login`. Throws where the person is not logged in afterwards. */
export async function requireLogin(options: readonly string[]): Promise<string> {
  const user = await loggedIn();
  if (user !== null) return user;
  console.log(`\nNobody is logged in to clasp yet. It opens the browser now.\n${BLOCKED}\n`);
  if (options.includes('--no-localhost')) {
    console.log(
      'The browser ends on an address of localhost that does not open: this is expected. Copy the whole address\n' +
        'from its address bar and paste it here.\n',
    );
  }
  await talkToClasp(['login', ...options]);
  const now = await loggedIn();
  if (now === null) throw new ClaspError(`You are not logged in to clasp.\n${BLOCKED}`);
  return now;
}

/** Who is logged in; null where nobody is. clasp does not always know the address. */
async function loggedIn(): Promise<string | null> {
  const out = await requireClasp(['show-authorized-user', '--json']);
  const { loggedIn: isLoggedIn, email } = JSON.parse(out) as { loggedIn: boolean; email?: string };
  return isLoggedIn ? (email ?? 'logged in') : null;
}

/** Throws where Google says that the Apps Script API is off or not granted. Changes nothing. */
export async function requireAppsScriptApi(): Promise<void> {
  const { ok, err } = await clasp(['list-versions', NOBODYS_SCRIPT, '--json']);
  if (ok) return;
  if (/has not enabled the Apps Script API/i.test(err)) {
    throw new ClaspError(
      'The Apps Script API is off for your account. Switch it on at https://script.google.com/home/usersettings, wait a minute and\n' +
        'run npm run deploy again. Nothing was created.',
    );
  }
  if (/has not been used in project|it is disabled/i.test(err)) {
    throw new ClaspError(
      `The Apps Script API is off in the Cloud project of your own OAuth client. Google says:\n${err.trim()}\nNothing was created.`,
    );
  }
  if (/insufficient (?:authentication scopes|permission)|invalid_grant|invalid_rapt/i.test(err)) {
    throw new ClaspError(
      'The log-in of clasp lacks a permission or has ended: run  npx clasp logout  and then npm run deploy again, and tick every\n' +
        `permission. Google says: ${err.trim()}`,
    );
  }
}

/**
 * Throws where the script on Google holds what a push would delete: files of somebody else's, or lines of the manifest that
 * are not in ours.
 */
export async function requireNothingForeign(scriptId: string): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rollcall-remote-'));
  try {
    writeFileSync(path.join(folder, '.clasp.json'), JSON.stringify({ scriptId, rootDir: 'remote' }));
    await requireClasp(['pull', '-P', folder]);
    const remote = path.join(folder, 'remote');
    const files = readdirSync(remote, { recursive: true, encoding: 'utf8' });
    const foreign = files.filter((file) => !OUR_FILES.has(file));
    const lines = files.includes('appsscript.json')
      ? manifestLinesBeyondOurs(readFileSync(path.join(remote, 'appsscript.json'), 'utf8'))
      : [];
    if (foreign.length === 0 && lines.length === 0) return;
    throw new ClaspError(
      [
        'The script on Google holds what this deployment would delete:',
        ...foreign.map((file) => `  the file ${file}`),
        ...lines.map((line) => `  ${line} in appsscript.json`),
        'Copy it into this folder, or run  npm run deploy -- --replace  to let it go. Nothing was changed.',
      ].join('\n'),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Scopes and hosts that somebody has added on Google. */
function manifestLinesBeyondOurs(remote: string): readonly string[] {
  const [theirs, ours] = [linesOf(remote), linesOf(readFileSync('appsscript.json', 'utf8'))];
  return theirs.filter((line) => !ours.includes(line));
}

function linesOf(text: string): readonly string[] {
  const { oauthScopes = [], urlFetchWhitelist = [] } = JSON.parse(text) as {
    oauthScopes?: readonly string[];
    urlFetchWhitelist?: readonly string[];
  };
  return [...oauthScopes, ...urlFetchWhitelist];
}
