/** `npm run deploy` with the real clasp, against a fake of the three Google methods that it calls. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

interface RemoteFile {
  name: string;
  type: string;
  source: string;
}

/** clasp is large, and a busy machine takes a while to start it as often as these tests do. */
const TIME_MS = 240_000;

const run = promisify(execFile);
let project: string;
let server: http.Server;
/** Ends what a test has started. */
let running: AbortController;
/** What the fake holds: the bound scripts by id, and the sheets that were created. */
let scripts: Map<string, { parentId: string; files: RemoteFile[] }>;
let sheets: string[];

const DEFAULT_MANIFEST: RemoteFile = {
  name: 'appsscript',
  type: 'JSON',
  source: '{"timeZone":"America/New_York"}',
};

function answer(method: string, url: string, body: string): unknown {
  if (method === 'POST' && url.includes('/drive/v3/files')) {
    const id = `made-sheet-${'x'.repeat(30)}${sheets.length}`;
    sheets.push(id);
    return { id };
  }
  if (method === 'POST' && url.startsWith('/v1/projects')) {
    const { parentId } = JSON.parse(body) as { parentId: string };
    const scriptId = `made-script-${'x'.repeat(40)}${scripts.size}`;
    scripts.set(scriptId, { parentId, files: [DEFAULT_MANIFEST] });
    return { scriptId, parentId };
  }
  const script = scripts.get(/^\/v1\/projects\/([^/]+)\/content/.exec(url)?.[1] ?? '');
  if (!script) return undefined;
  if (method === 'PUT') script.files = (JSON.parse(body) as { files: RemoteFile[] }).files;
  return { files: script.files };
}

beforeEach(async () => {
  running = new AbortController();
  scripts = new Map();
  sheets = [];
  server = http.createServer((request, response) => {
    // Decoded as a whole: a chunk may end in the middle of a Japanese character.
    void text(request).then((body) => {
      const reply = answer(request.method ?? '', request.url ?? '', body);
      response.writeHead(reply ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(reply ?? { error: { code: 404, message: 'not in the fake' } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project = mkdtempSync(path.resolve('.emulator/deploy-test-'));
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
  mkdirSync(path.join(project, 'home'));
  const token = {
    type: 'authorized_user',
    client_id: 'made-up',
    client_secret: 'made-up',
    access_token: 'made-up',
    refresh_token: 'made-up',
    expiry_date: 4e12,
  };
  writeFileSync(path.join(project, 'home/.clasprc.json'), JSON.stringify({ tokens: { default: token } }));
});

afterEach(async () => {
  // A test that was given up leaves no program behind: it would keep the test run alive.
  running.abort();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(project, { recursive: true });
});

async function deploy(...args: string[]): Promise<{ code: number; output: string }> {
  const preload = path.resolve('test/emulator/commands/fake-google.mjs');
  const { signal } = running;
  await run(process.execPath, ['build.mjs', '--emulator'], { cwd: project, signal });
  return run(process.execPath, ['.emulator/deploy.mjs', ...args], {
    cwd: project,
    signal,
    env: {
      ...process.env,
      HOME: path.join(project, 'home'),
      NODE_OPTIONS: `--import ${preload}`,
      FAKE_GOOGLE_PORT: String((server.address() as AddressInfo).port),
    },
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
      expect(sheets).toEqual([settings().parentId]);
      const script = scripts.get(settings().scriptId)!;
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
      expect(scripts.size).toBe(1);
    },
    TIME_MS,
  );

  test(
    'with --sheet binds to that sheet and makes no other',
    async () => {
      const id = `existing-${'s'.repeat(35)}`;
      const { code } = await deploy('--sheet', `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`);
      expect(code).toBe(0);
      expect(sheets).toEqual([]);
      expect(scripts.get(settings().scriptId)?.parentId).toBe(id);
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
      expect(scripts.size).toBe(0);
    },
    TIME_MS,
  );
});
