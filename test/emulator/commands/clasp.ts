/** clasp, Google's command for Apps Script. It refuses some steps silently with exit code 0, so each is checked by what it left behind. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What clasp notes in `.clasp.json`. */
export interface ClaspSettings {
  readonly scriptId?: string;
  readonly parentId?: string;
}

const CLASP = fileURLToPath(import.meta.resolve('@google/clasp'));

/** Says what is wrong and ends the program. */
export function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/** clasp in one folder. Every method ends the program where clasp does not succeed. */
export class Clasp {
  constructor(private readonly folder: string) {}

  run(args: readonly string[], stdio: 'inherit' | 'pipe' = 'inherit'): string {
    const { status, stdout } = spawnSync(process.execPath, [CLASP, ...args], {
      cwd: this.folder,
      stdio: ['inherit', stdio, 'inherit'],
      encoding: 'utf8',
    });
    if (status !== 0) fail(`clasp ${args.join(' ')} did not succeed; its words are above.`);
    return stdout;
  }

  settings(): ClaspSettings {
    return JSON.parse(readFileSync(path.join(this.folder, '.clasp.json'), 'utf8')) as ClaspSettings;
  }

  logIn(): void {
    const { loggedIn } = JSON.parse(this.run(['show-authorized-user', '--json'], 'pipe')) as {
      loggedIn: boolean;
    };
    if (!loggedIn) this.run(['login']);
  }

  /** Creates a script, in a new spreadsheet unless one is given. clasp writes Google's default manifest into `rootDir`. */
  createScript(title: string, rootDir: string, sheet?: string): void {
    const place = sheet === undefined ? ['--type', 'sheets'] : ['--parentId', sheet];
    this.run(['create-script', ...place, '--title', title, '--rootDir', rootDir]);
    if (!this.settings().scriptId) {
      fail(
        'clasp created no script. Switch on the Apps Script API at https://script.google.com/home/usersettings, ' +
          'see that .clasp.json has no "scriptId", and run this again.',
      );
    }
  }

  /** Pushes; returns the names of the files that were new. */
  push(): readonly string[] {
    const output = this.run(['push', '--force', '--json'], 'pipe').trim();
    // An unattended push that clasp skips prints nothing and exits with 0.
    if (output === '') fail('clasp pushed nothing.');
    return JSON.parse(output) as readonly string[];
  }

  /** Opens the spreadsheet in the browser; returns the address of the script. */
  open(): string {
    const { parentId, scriptId } = this.settings();
    this.run([parentId ? 'open-container' : 'open-script']);
    return `https://script.google.com/d/${scriptId ?? ''}/edit`;
  }
}
