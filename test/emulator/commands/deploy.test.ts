/** `npm run deploy` with the real clasp, against a fake of the three Google methods that it calls. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openFakeGoogle, type FakeGoogle } from './fake-google.testing';

/** clasp is large, and a busy machine takes a while to start it as often as these tests do. */
const TIME_MS = 240_000;

const run = promisify(execFile);
let project: string;
let google: FakeGoogle;
/** Ends what a test has started. */
let running: AbortController;

beforeEach(async () => {
  running = new AbortController();
  project = mkdtempSync(path.resolve('.emulator/deploy-test-'));
  google = await openFakeGoogle(path.join(project, 'home'));
  for (const name of [
    'src',
    'test/emulator',
    'build.mjs',
    'package.json',
    'appsscript.json',
    'tsconfig.json',
  ]) {
    cpSync(name, path.join(project, name), { recursive: true });
  }
  writeFileSync(path.join(project, '.clasp.json'), '{"rootDir": "dist"}');
  symlinkSync(path.resolve('node_modules'), path.join(project, 'node_modules'));
});

afterEach(async () => {
  // A test that was given up leaves no program behind: it would keep the test run alive.
  running.abort();
  await google.close();
  rmSync(project, { recursive: true });
});

async function deploy(...args: string[]): Promise<{ code: number; output: string }> {
  const { signal } = running;
  await run(process.execPath, ['build.mjs', '--emulator'], { cwd: project, signal });
  return run(process.execPath, ['.emulator/deploy.mjs', ...args], {
    cwd: project,
    signal,
    env: google.env,
  }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (failure: unknown) => {
      const { code, stdout, stderr } = failure as { code: number; stdout: string; stderr: string };
      return { code, output: stdout + stderr };
    },
  );
}

const settings = () =>
  JSON.parse(readFileSync(path.join(project, '.clasp.json'), 'utf8')) as {
    scriptId: string;
    parentId: string;
  };

describe('deploying', () => {
  test(
    'for the first time makes a sheet with a bound script and pushes the built add-on with its own manifest',
    async () => {
      const { code, output } = await deploy();
      expect(`exit ${code}\n${output}`).toMatch(/^exit 0\n/);
      expect(google.sheets).toEqual([settings().parentId]);
      const script = google.scripts.get(settings().scriptId)!;
      expect(script.files.map(({ name, type }) => `${name} ${type}`).sort()).toEqual([
        'Code SERVER_JS',
        'appsscript JSON',
        'sidebar HTML',
      ]);
      const manifest = script.files.find(({ name }) => name === 'appsscript')!.source;
      expect(JSON.parse(manifest)).toEqual(JSON.parse(readFileSync('appsscript.json', 'utf8')));
      expect(output).toContain('Pushed');

      const again = await deploy();
      expect(again.output).toContain('up to date already');
      expect(google.scripts.size).toBe(1);
    },
    TIME_MS,
  );

  test(
    'with --sheet binds to that sheet and makes no other',
    async () => {
      const id = `existing-${'s'.repeat(35)}`;
      const { code } = await deploy('--sheet', `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`);
      expect(code).toBe(0);
      expect(google.sheets).toEqual([]);
      expect(google.scripts.get(settings().scriptId)?.parentId).toBe(id);
    },
    TIME_MS,
  );

  test.each([
    [['--sheet', 'my sheet'], 'give the address of a Google Sheet'],
    [['--shet', 'x'], 'npm run deploy -- --sheet'],
  ])(
    'refuses %j and says what it accepts',
    async (args, message) => {
      const { code, output } = await deploy(...args);
      expect(code).toBe(1);
      expect(output).toContain(message);
      expect(google.scripts.size).toBe(0);
    },
    TIME_MS,
  );
});
