/**
 * A real browser for tests and pictures: the one named in `ROLLCALL_CHROME`, else an installed Chrome or Chromium, else the one that
 * npm brought. It is for tests only: the npm browser's version is frozen.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type BrowserServer } from 'playwright-core';

interface Candidate {
  readonly name: string;
  readonly executable: () => string;
  readonly env: () => Record<string, string>;
}

const INSTALLED = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];

function onPath(name: string): string[] {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .filter((file) => existsSync(file));
}

/** The unpacked npm browser's folder inside the project, its version in its name; unpacks it the first time (1 to 2 s). */
function npmBrowserFolder(): string {
  const manifest = readFileSync('node_modules/@sparticuz/chromium/package.json', 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const folder = path.resolve('.emulator', `chromium-${version}`);
  if (!existsSync(folder)) {
    execFileSync(process.execPath, ['test/browser-unpack.mjs', folder], { stdio: 'pipe' });
  }
  return folder;
}

function candidates(): Candidate[] {
  const given = process.env.ROLLCALL_CHROME;
  const plain = (executable: string): Candidate => ({
    name: executable,
    executable: () => executable,
    env: () => ({}),
  });
  return [
    ...(given === undefined ? [] : [plain(given)]),
    ...INSTALLED.flatMap(onPath).map(plain),
    {
      name: '@sparticuz/chromium',
      executable: () => path.join(npmBrowserFolder(), 'chromium'),
      env: () => ({
        LD_LIBRARY_PATH: path.join(npmBrowserFolder(), 'al2023/lib'),
        FONTCONFIG_FILE: path.join(npmBrowserFolder(), 'fonts.conf'),
      }),
    },
  ];
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** Starts the first browser that will start, for anybody to connect to; throws one message naming every one tried. The caller closes it. */
export async function launchBrowser(): Promise<BrowserServer> {
  const failures: string[] = [];
  for (const { name, executable, env } of candidates()) {
    try {
      // No arguments of the package's own: they switch web security off.
      return await chromium.launchServer({
        host: '127.0.0.1',
        executablePath: executable(),
        args: [],
        env: { ...ownEnvironment(), ...env() },
      });
    } catch (error) {
      failures.push(`- ${name}: ${firstLine(error)}`);
    }
  }
  throw new Error(
    `No browser could be started for the tests. Tried:\n${failures.join('\n')}\n` +
      'Name an installed Chrome or Chromium in the environment variable ROLLCALL_CHROME.',
  );
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] ?? '';
}
