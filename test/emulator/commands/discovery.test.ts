/** `npm run discovery`: the extract of Google's discovery documents, made anew. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from '@jest/globals';
import { projectOf } from '../../emulator.testing';
import { runProgram } from './program.testing';

const FOLDER = 'test/emulator/apis/discovery';
const DOCUMENT = {
  id: 'chat:v1',
  revision: '20300101',
  rootUrl: 'https://chat.googleapis.com/',
  parameters: { alt: {} },
  resources: {
    spaces: {
      methods: {
        wish: { id: 'chat.spaces.wish', httpMethod: 'POST', path: 'v1/wishes', flatPath: 'v1/wishes' },
      },
    },
  },
  schemas: {},
};

let remove: (() => void) | undefined;
afterEach(() => {
  remove?.();
  remove = undefined;
});

function folderWith(files: Readonly<Record<string, string>>): string {
  const project = projectOf(files);
  ({ remove } = project);
  mkdirSync(path.join(project.folder, FOLDER), { recursive: true });
  return project.folder;
}

test('a document is cut down into the file of its API', async () => {
  const folder = folderWith({ 'document.json': JSON.stringify(DOCUMENT) });
  const program = path.resolve('.emulator/discovery.mjs');
  const env = { ...process.env, INIT_CWD: folder };
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'document.json'], {
    cwd: folder,
    env,
  });
  expect(stdout).toBe(`${FOLDER}/chat.ts: chat:v1, revision 20300101\n`);
  const written = readFileSync(path.join(folder, FOLDER, 'chat.ts'), 'utf8');
  expect(written).toContain('export const CHAT: DiscoveryExtract = {\n');
  expect(written).toContain('POST v1/wishes');
});

test.each([
  ['{}', /not a discovery document of chat:v1, cloudidentity:v1, iamcredentials:v1\./],
  [JSON.stringify({ ...DOCUMENT, id: 'drive:v3' }), /not a discovery document of chat:v1/],
  ['{', /JSON/],
])('%s is refused', async (text, message) => {
  const folder = folderWith({});
  writeFileSync(path.join(folder, 'document.json'), text);
  const { code, err } = await runProgram('discovery', path.join(folder, 'document.json'));
  expect(code).toBe(1);
  expect(err).toMatch(message);
});

test('without files it says how it is used', async () => {
  const { code, out } = await runProgram('discovery');
  expect([code, out]).toEqual([1, expect.stringContaining('Usage: npm run discovery -- FILE...')]);
});
