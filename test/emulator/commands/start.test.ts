/** `npm start` as a person runs it: the built program, its output, its exit code. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { FAULT_PRESETS } from '../scenario/fault-presets';
import { openEnvironment, projectOf } from '../../emulator.testing';
import { inventedWorkspace } from '../workspace/invented';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function start(...args: readonly string[]): Promise<Ended> {
  const program = spawn(process.execPath, ['.emulator/start.mjs', ...args]);
  let out = '';
  let err = '';
  program.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  program.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(program, 'close')) as [number | null];
  return { code, out, err };
}

let cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanUp) clean();
  cleanUp = [];
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const { folder, remove } = projectOf(files);
  cleanUp.push(remove);
  return folder;
}

describe('--once', () => {
  test('prints the sentence, the membership and the sheet’s row', async () => {
    const { code, out, err } = await start('--once');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Ken Mori \(ken\.mori@orchard\.example\) is a Manager of the space .*\n\{\n/);
    const json = out.slice(out.indexOf('{\n'), out.indexOf('\n}\n') + 2);
    expect(JSON.parse(json)).toMatchObject({
      name: 'spaces/AAQAh4rUk1w/members/100000000000000000002',
      role: 'ROLE_ASSISTANT_MANAGER',
    });
    expect(out).toMatch(
      /Row 2 of the sheet Memberships\nSpace +\| spaces\/AAQAh4rUk1w\nMember +\| ken\.mori/,
    );
    expect(out).toMatch(/Chat role +\| Manager\n/);
  });

  test('answers in Japanese where the scenario says so', async () => {
    const folder = folderOf({ 'ja.json': '{"locale":"ja"}' });
    const { code, out } = await start('--once', '--scenario', path.join(folder, 'ja.json'));
    expect(code).toBe(0);
    expect(out).toMatch(/Ken Mori.*管理者/);
    expect(out).toContain('Rollcall copes with it');
  });

  test.each([
    ['chat-api-off', 'apiOff', /Next step: Enable the API/],
    ['app-not-configured', 'appNotConfigured', /Next step: Fill in the configuration page/],
    ['scope-refused-memberships', /scope/, /Next step: /],
    ['protected-sheet', 'protectedCell', /Next step: Ask the owner/],
    ['network-down', 'networkDown', /Next step: Try again/],
    ['scope-refused-triggers', 'scopeRefused', /Next step: Grant it/],
    ['network-down-midway', 'networkDown', /Next step: Try again/],
    ['iam-api-off', 'iamApiOff', /Next step: Enable it/],
    ['not-an-admin', 'adminNeeded', /Next step: Ask a super admin/],
    ['several-accounts', 'none: the script did not run', /Authorization is required/],
  ])('with the fault preset %s prints its code and next step', async (name, problem, nextStep) => {
    const { code, out } = await start('--once', '--scenario', name);
    expect(code).toBe(0);
    expect(/^Problem: (.*)$/m.exec(out)?.[1]).toMatch(problem);
    expect(out).toMatch(nextStep);
  });

  test('says where to go with another project', async () => {
    const folder = folderOf({ 'appsscript.json': '{"runtimeVersion":"V8"}', 'Code.js': 'function one() {}' });
    const { code, out } = await start('--once', '--project', folder);
    expect([code, out]).toEqual([0, expect.stringContaining('npm run execute -- FUNCTION')]);
  });

  test('asks about the first membership of another workspace', async () => {
    const person = { name: 'users/5', type: 'HUMAN', displayName: 'Ada', email: 'ada@example.com' };
    const member = { name: 'users/5', type: 'HUMAN' };
    const folder = folderOf({
      'small.json': JSON.stringify({
        caller: 'users/5',
        people: [person],
        spaces: [{ name: 'spaces/AAAA', spaceType: 'SPACE', displayName: 'A' }],
        memberships: [
          {
            name: 'spaces/AAAA/members/5',
            state: 'JOINED',
            role: 'ROLE_MANAGER',
            affiliation: 'INTERNAL',
            member,
          },
        ],
      }),
    });
    const { code, out } = await start('--once', '--workspace', path.join(folder, 'small.json'));
    expect(code).toBe(0);
    expect(out).toMatch(/^Ada \(ada@example\.com\) is an Owner/);
  });
});

describe('what cannot be run says what can', () => {
  test('--scenario help lists every fault preset with a line', async () => {
    const { code, out } = await start('--scenario', 'help');
    const names = out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/));
    expect(code).toBe(0);
    expect(names).toEqual(Object.entries(FAULT_PRESETS).map(([name, { en }]) => [name, en]));
  });

  test('edits need a function that runs', async () => {
    const file = path.join(folderOf({ 'x.json': '{"edits":[{"atCall":1,"kill":{}}]}' }), 'x.json');
    const { code, err } = await start('--once', '--scenario', file);
    expect([code, err]).toEqual([1, '--scenario: "edits" happen in npm run execute only.\n']);
  });

  test.each([
    [['--scenario', 'rain'], /--scenario rain: neither a file nor one of these names:\nchat-api-off /],
    [['--once=yes'], /does not take an argument[\s\S]*Usage: npm start --/],
    [['--out', 'x'], /Unknown option '--out'[\s\S]*--project DIR/],
    [['--language', 'de'], /--language de: give en or ja\./],
    [['--port', 'http'], /--port takes a whole number from 0 to 65535, not "http"/],
    [['--as', 'users/7'], /--as users\/7: nobody in the workspace is called so\. There are users\//],
    [['extra'], /Unexpected argument 'extra'[\s\S]*Usage/],
  ])('%j', async (args, message) => {
    const { code, err } = await start('--once', ...args);
    expect(code).toBe(1);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n {4}at /);
  });

  test('a port that is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    cleanUp.push(() => other.close());
    const { port } = other.address() as AddressInfo;
    const { code, err } = await start('--port', String(port));
    expect(code).toBe(1);
    expect(err).toBe(`Port ${port} is in use. Give another one with --port, or --port 0 for any free one.\n`);
  });
});

describe('the preview', () => {
  interface Served {
    readonly url: string;
    readonly out: string;
    readonly program: ChildProcess;
  }

  /** Resolves with the printed text once the address is in it. */
  async function serve(...args: readonly string[]): Promise<Served> {
    const program = spawn(process.execPath, ['.emulator/start.mjs', ...args]);
    cleanUp.push(() => program.kill());
    let out = '';
    for await (const chunk of program.stdout) {
      out += String(chunk);
      const url = /(?:Preview|プレビュー): (http:\/\/127\.0\.0\.1:\d+)\n[\s\S]*Ctrl\+C/.exec(out)?.[1];
      if (url !== undefined) return { url, out, program };
    }
    throw new Error(out);
  }
  const rows = async (url: string, tab: string) => {
    const reply = await fetch(`${url}/rows?tab=${encodeURIComponent(tab)}&from=1&count=100`);
    return (await reply.json()) as {
      readonly rows: readonly (readonly ({ readonly text: string } | null)[])[];
    };
  };

  test('is served with the answered question and a list to try', async () => {
    const { url, out } = await serve('--port', '0');
    expect(out).toContain('Project list');
    expect(await (await fetch(url)).text()).toContain('<div id="root">');
    expect((await rows(url, 'Memberships')).rows[1]?.map((cell) => cell?.text)).toContain('Ken Mori');
    expect((await rows(url, 'Project list')).rows).toHaveLength(26);
  });

  test('prints three questions to paste, which have three kinds of answer', async () => {
    const { out } = await serve('--port', '0');
    const pasted = [...out.matchAll(/^ +\d\. (\S+)\n +(\S+) {3}\(/gm)].map(([, ...question]) => question);
    expect(pasted).toHaveLength(3);
    const environment = await openEnvironment({ workspace: inventedWorkspace() });
    const { emulator } = environment;
    try {
      for (const scope of emulator.scopes()) emulator.setGrant(scope, true);
      const verdicts = [];
      for (const [space, member] of pasted) {
        const { reply } = await emulator.callFromPage('sidebarLookUp', [{ space, member }]);
        const { value } = reply as { value: { value: { verdict: string } } };
        verdicts.push(value.value.verdict);
      }
      expect(verdicts).toEqual(['member', 'notMember', 'unchecked']);
    } finally {
      await environment.close();
    }
  });

  test('says everything in Japanese with --language ja', async () => {
    const { url, out } = await serve('--language', 'ja');
    expect(out).toMatch(/Ken Mori.*管理者/);
    const served = out.slice(out.indexOf('プレビュー'));
    const { rows: list } = await rows(url, '案件リスト');
    expect(list[0]?.map((cell) => cell?.text)).toEqual(expect.arrayContaining(['メンバー', '備考']));
    const english = /\b(?:the|and|choose|paste|things|rows|Planning|Sales)\b/;
    expect(served.replace(/^English: .*$/m, '')).not.toMatch(english);
    const texts = list.flat().map((cell) => cell?.text ?? '');
    expect(texts.filter((text) => !text.includes('@') && english.test(text))).toEqual([]);
  });

  test.each([
    ['en', 'Extensions > Rollcall >'],
    ['ja', '「拡張機能」>「Rollcall」>'],
  ])('names the menu in which an add-on stands: %s', async (language, menu) => {
    const { out } = await serve('--target', 'add-on', '--language', language);
    expect(out.split(menu)).toHaveLength(3);
  });

  test('opens a table that was given, and asks nothing of its own', async () => {
    const file = path.join(folderOf({ 'people.csv': '' }), 'people.csv');
    writeFileSync(file, 'Name,Mail\nAda,ada@example.com\n');
    const { url, out } = await serve('--sheet', file);
    expect(out).not.toMatch(/Ken Mori|Project list/);
    expect((await rows(url, 'people')).rows).toHaveLength(2);
    expect((await fetch(`${url}/rows?tab=Memberships`)).status).toBe(400);
  });

  test('opens a book, and saves it when it is ended', async () => {
    const file = path.join(folderOf({}), 'Harvest.json');
    const { url, out, program } = await serve('--book', file, '--set', 'Sheet1!B2=pear');
    expect(out).not.toMatch(/Ken Mori|Project list/);
    expect((await rows(url, 'Sheet1')).rows[1]?.[1]?.text).toBe('pear');
    program.kill('SIGINT');
    expect(await once(program, 'exit')).toEqual([0, null]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      tabs: [{ cells: { B2: { value: 'pear' } } }],
    });
  });
});
