/** `npm run release`: the zips that people get who paste three files. */
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';

const run = promisify(execFile);
const FILES = ['INSTALL.txt', 'Code.js', 'sidebar.html', 'appsscript.json', 'LICENSE'];
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const TARGETS = ['bound', 'add-on'] as const;

let scratch: string;
const outOf = (name: string) => path.join(scratch, name, 'release');
const zipOf = (name: string, target: string) =>
  readFileSync(path.join(outOf(name), `rollcall-${target}-${version}.zip`));

/** A copy of the sources in a folder of its own, as a clone on another machine is. */
function copy(name: string): string {
  const folder = path.join(scratch, name);
  mkdirSync(folder);
  const files = [
    'src',
    'docs',
    'build.mjs',
    'package.json',
    'tsconfig.json',
    'appsscript.json',
    'CHANGELOG.md',
    'LICENSE',
  ];
  for (const file of files) cpSync(file, path.join(folder, file), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  cpSync('.emulator/release.mjs', path.join(folder, '.emulator/release.mjs'));
  return folder;
}

const release = (name: string, env: Readonly<Record<string, string>>) =>
  run(process.execPath, ['.emulator/release.mjs'], {
    cwd: path.join(scratch, name),
    env: { ...process.env, ...env },
  });

beforeAll(async () => {
  scratch = mkdtempSync(path.resolve('.emulator/release-test-'));
  copy('here');
  copy('there');
  await release('here', { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8' });
  await release('there', { TZ: 'America/New_York', LANG: 'C' });
}, 120_000);

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

describe.each(TARGETS)('the zip of %s', (target) => {
  const entries = () => unzipSync(zipOf('here', target));
  const textOf = (name: string) => Buffer.from(entries()[name]!).toString();

  test('has the same bytes from another folder, time zone and language', () => {
    expect(zipOf('there', target).equals(zipOf('here', target))).toBe(true);
  });

  test('holds the three files as they are built, one page of instructions and the licence', () => {
    expect(Object.keys(entries())).toEqual(FILES);
    const built = path.join(scratch, `built-${target}`);
    execFileSync(process.execPath, ['build.mjs', '--target', target, '--out', built]);
    for (const name of readdirSync(built))
      expect(textOf(name)).toBe(readFileSync(path.join(built, name), 'utf8'));
  });

  test('says in both languages how to install, and which version and build the set-up check must show', () => {
    const hash = /hash: "([\da-f]{12})"/.exec(textOf('Code.js'))![1]!;
    const install = textOf('INSTALL.txt');
    expect(install).not.toMatch(/\{\w+\}/);
    for (const part of install.split(/^-{20,}$/m)) {
      expect(part.split(version).length).toBeGreaterThan(1);
      expect(part.split(hash).length).toBeGreaterThan(1);
    }
    expect(install.split(/^-{20,}$/m)).toHaveLength(2);
    for (const line of install.split('\n')) expect(line.length).toBeLessThanOrEqual(130);
  });
});

test('SHA256SUMS holds the sum of each zip', () => {
  const lines = readFileSync(path.join(outOf('here'), 'SHA256SUMS'), 'utf8')
    .trim()
    .split('\n');
  const sums = TARGETS.map((target) => {
    const sum = createHash('sha256').update(zipOf('here', target)).digest('hex');
    return `${sum}  rollcall-${target}-${version}.zip`;
  });
  expect(lines).toEqual(sums);
});

test('A version that the changelog does not tell about is not released', async () => {
  const folder = copy('silent');
  writeFileSync(path.join(folder, 'CHANGELOG.md'), '# Changelog\n\n## 0.0.1\n');
  await expect(release('silent', {})).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(version),
  });
  expect(readdirSync(folder)).not.toContain('release');
});
