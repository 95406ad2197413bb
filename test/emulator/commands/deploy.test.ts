/** `npm run deploy` with the real clasp, against a fake of the Google methods that it calls. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { FakeGoogle, ProjectCopy, type Ended } from './fake-google.testing';

/** clasp is large, and a busy machine takes a while to start it as often as these tests do. */
const TIME_MS = 240_000;
const EXISTING = `existing-${'s'.repeat(35)}`;

let google: FakeGoogle;
let project: ProjectCopy;
const running: (() => void)[] = [];

beforeEach(async () => {
  google = new FakeGoogle();
  await google.listen();
  project = new ProjectCopy(google);
});

afterEach(async () => {
  // A test that was given up leaves no program behind: it would keep the test run alive.
  for (const kill of running.splice(0)) kill();
  await google.close();
  project.remove();
});

function deploy(...args: readonly string[]): Promise<Ended> {
  const { ended, kill } = project.deploy(...args);
  running.push(kill);
  return ended;
}

const settings = (target = 'bound') =>
  JSON.parse(project.read(`.clasp.${target}.json`)) as { scriptId: string; parentId?: string };
const ourScript = (target = 'bound') => google.scripts.get(settings(target).scriptId)!;
const filesOf = (target = 'bound') =>
  ourScript(target)
    .files.map(({ name, type }) => `${name} ${type}`)
    .sort();
const hasScriptId = (now: ProjectCopy): boolean =>
  now.has('.clasp.bound.json') && /"scriptId": *"/.test(now.read('.clasp.bound.json'));
const OURS = ['Code SERVER_JS', 'appsscript JSON', 'sidebar HTML'];

describe('deploying to a new sheet', () => {
  test(
    'makes the sheet and its script once, pushes the built files, and keeps the ids out of tracked files',
    async () => {
      const first = await deploy('--cloud-project', 'orchard-rollcall');
      expect(`exit ${first.code}\n${first.output}`).toMatch(/^exit 0\n/);
      expect(google.sheets).toEqual([settings().parentId]);
      expect(filesOf()).toEqual(OURS);
      const manifest = ourScript().files.find(({ name }) => name === 'appsscript')!.source;
      expect(JSON.parse(manifest)).toEqual(JSON.parse(readFileSync('appsscript.json', 'utf8')));
      expect(project.read('.clasp.json')).toBe('{ "rootDir": "dist" }\n');
      expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('.clasp.bound.json');

      // The steps that remain, with the links of this script, sheet and Cloud project.
      for (const part of [
        `https://script.google.com/home/projects/${settings().scriptId}/settings`,
        `https://docs.google.com/spreadsheets/d/${settings().parentId!}/edit`,
        'https://console.cloud.google.com/apis/library/chat.googleapis.com?project=orchard-rollcall',
        'gcloud services enable chat.googleapis.com --project=orchard-rollcall',
      ])
        expect(first.output).toContain(part);
      const { version, hash } = /version: "(?<version>[^"]+)", hash: "(?<hash>\w+)"/.exec(
        project.read('dist/Code.js'),
      )!.groups as { version: string; hash: string };
      expect(first.output).toContain(`version ${version}, build ${hash}`);

      const again = await deploy();
      expect(again).toMatchObject({ code: 0, output: expect.stringContaining('up to date already') });
      expect(again.output).not.toContain('What remains, once');
      expect(google.scripts.size).toBe(1);
    },
    TIME_MS,
  );

  test.each([
    ['the sheet is made', /^POST .*\/drive\/v3\/files$/, 1],
    ['its script is made', /^POST \/v1\/projects$/, 2],
    ['the script is read', /^GET .*\/content$/, 1],
    ['the files are pushed', /^PUT .*\/content$/, 1],
  ])(
    'goes on after it was cut off while %s',
    async (_, at, sheets) => {
      const { ended, kill } = project.deploy();
      running.push(kill);
      // Once the script is there, its id must be kept before the next request is answered.
      const isMade = at.source.includes('content');
      const whenMade = () => {
        void project.until(hasScriptId).then(kill);
      };
      google.cut = { at, then: isMade ? whenMade : kill };
      expect((await ended).code).not.toBe(0);
      google.cut = null;
      const again = await deploy();
      expect(`exit ${again.code}\n${again.output}`).toMatch(/^exit 0\n/);
      expect(filesOf()).toEqual(OURS);
      expect(google.scripts.size).toBe(1);
      // A sheet whose script was never made cannot be found again: the person is told.
      expect(google.sheets).toHaveLength(sheets);
      expect(again.output.includes('delete it')).toBe(
        google.scripts.size === 1 && /drive|projects\$/.test(at.source),
      );
    },
    TIME_MS,
  );

  test(
    'creates nothing while the Apps Script API is off, and says where it is switched on',
    async () => {
      google.refusal = {
        code: 403,
        message:
          'User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry.',
      };
      const { code, output } = await deploy();
      expect(code).toBe(1);
      expect(output).toContain('https://script.google.com/home/usersettings, wait a minute');
      expect(google.requests.filter((line) => line.startsWith('POST'))).toEqual([]);
      google.refusal = null;
      expect((await deploy()).code).toBe(0);
      expect(google.sheets).toHaveLength(1);
    },
    TIME_MS,
  );
});

describe('deploying to an existing sheet', () => {
  test(
    'binds to that sheet and makes no other',
    async () => {
      const { code } = await deploy(
        '--sheet',
        `https://docs.google.com/spreadsheets/d/${EXISTING}/edit#gid=0`,
      );
      expect(code).toBe(0);
      expect(google.sheets).toEqual([]);
      expect(ourScript().parentId).toBe(EXISTING);
      expect(settings().parentId).toBe(EXISTING);
      const other = await deploy('--sheet', `${EXISTING}2`);
      expect(other).toMatchObject({
        code: 1,
        output: expect.stringContaining('.clasp.bound.json already names'),
      });
    },
    TIME_MS,
  );
});

describe('deploying again', () => {
  const script = (): string => {
    const id = `earlier-script-${'x'.repeat(40)}`;
    google.scripts.set(id, { parentId: EXISTING, versions: [], files: [] });
    project.write('.clasp.bound.json', JSON.stringify({ scriptId: id, rootDir: 'dist', parentId: EXISTING }));
    return id;
  };

  test(
    'deletes neither files of somebody else nor lines of the manifest, unless it is told to',
    async () => {
      const files = [
        { name: 'Report', type: 'SERVER_JS', source: 'function report() {}' },
        {
          name: 'appsscript',
          type: 'JSON',
          source: '{"oauthScopes":["https://www.googleapis.com/auth/drive"]}',
        },
      ];
      google.scripts.get(script())!.files = files;
      const { code, output } = await deploy();
      expect(code).toBe(1);
      for (const part of ['Report.js', 'https://www.googleapis.com/auth/drive', '--replace'])
        expect(output).toContain(part);
      expect(ourScript().files).toEqual(files);
      expect((await deploy('--replace')).code).toBe(0);
      expect(filesOf()).toEqual(OURS);
    },
    TIME_MS,
  );

  test(
    'takes over the ids that version 0.1.0 kept in the tracked file',
    async () => {
      const id = script();
      project.write('.clasp.json', project.read('.clasp.bound.json'));
      project.write('.clasp.bound.json', '{}');
      expect((await deploy()).code).toBe(0);
      expect(settings()).toMatchObject({ scriptId: id, parentId: EXISTING });
      expect(JSON.parse(project.read('.clasp.json'))).toEqual({ rootDir: 'dist' });
      expect(google.scripts.size).toBe(1);
    },
    TIME_MS,
  );
});

describe('deploying the add-on', () => {
  test(
    'makes a stand-alone script with a version to publish, and no sheet',
    async () => {
      const first = await deploy('--target', 'add-on');
      expect(`exit ${first.code}\n${first.output}`).toMatch(/^exit 0\n/);
      expect(google.sheets).toEqual([]);
      expect(ourScript('add-on').parentId).toBeUndefined();
      expect(filesOf('add-on')).toEqual(OURS);
      expect(ourScript('add-on').files.find(({ name }) => name === 'Code')!.source).toContain(
        'target: "add-on"',
      );
      expect(ourScript('add-on').versions).toHaveLength(1);
      expect(first.output).toMatch(/Version +1\n/);
      for (const scope of (JSON.parse(readFileSync('appsscript.json', 'utf8')) as { oauthScopes: string[] })
        .oauthScopes)
        expect(first.output).toContain(scope);

      const same = await deploy('--target', 'add-on');
      expect(same.output).toContain('Enter version 1');
      project.write('src/sidebar/page.html', `${project.read('src/sidebar/page.html')}\n`);
      const changed = await deploy('--target', 'add-on');
      expect(changed.output).toContain('Enter version 2');
      expect(google.scripts.size).toBe(1);
    },
    TIME_MS,
  );
});

describe('logging in', () => {
  test(
    'says what to ask an admin for, passes its options on, and goes no further without',
    async () => {
      project.write('home/.clasprc.json', '{}');
      const { code, output } = await deploy('--no-localhost', '--redirect-port', '54321');
      expect(code).toBe(1);
      expect(output).toContain('1072944905499-vm2v2i5dvn0a0d2o4ca36i1vge8cvbn0.apps.googleusercontent.com');
      expect(output).toContain('--creds FILE.json');
      // clasp itself prints where to go, with the port that it was given.
      expect(output).toContain(encodeURIComponent('http://localhost:54321'));
      expect(google.requests).toEqual([]);
    },
    TIME_MS,
  );
});

describe('the command line', () => {
  test.each([
    [['--sheet', 'my sheet'], 'give the address of a Google Sheet'],
    [['--shet', 'x'], 'npm run deploy -- --sheet'],
    [['--target', 'webapp'], 'give bound or add-on'],
    [['--target', 'add-on', '--sheet', EXISTING], 'an add-on belongs to no sheet'],
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

  test(
    '--steps prints what remains and reaches for nothing',
    async () => {
      const { code, output } = await deploy('--steps', '--target', 'add-on');
      expect(code).toBe(0);
      expect(output).toContain('appsmarket-component.googleapis.com');
      expect(google.requests).toEqual([]);
    },
    TIME_MS,
  );
});
