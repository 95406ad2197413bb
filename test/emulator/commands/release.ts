/**
 * `npm run release`: a zip for each target, for people who paste three files and need no Node. The same sources give the same
 * bytes on every machine, so that anybody can compare the sums with a build of their own.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { zipSync, type Zippable } from 'fflate';

const HELP = `npm run release                 writes the zips and SHA256SUMS into release/
npm run release -- --out DIR    writes them elsewhere`;

type TargetId = (typeof TARGETS)[number];
const TARGETS = ['bound', 'add-on'] as const;
/** In the order in which they stand in the zip. */
const BUILT_FILES = ['Code.js', 'sidebar.html', 'appsscript.json'];
/**
 * A zip holds local times without a zone: this one's fields are the same everywhere. Nothing is compressed, since what a
 * compressor makes of a text depends on its version.
 */
const ZIP = { mtime: new Date(2000, 0, 1), level: 0 } as const;

/** Something that keeps a release from being made; the message says what to do. */
class NoRelease extends Error {
  override readonly name = 'NoRelease';
}

interface Release {
  readonly file: string;
  readonly hash: string;
  readonly sum: string;
}

/** Makes one target's zip in `out`. */
function release(target: TargetId, version: string, out: string): Release {
  const built = mkdtempSync(path.join(os.tmpdir(), 'rollcall-'));
  try {
    execFileSync(process.execPath, ['build.mjs', '--target', target, '--out', built], { stdio: 'inherit' });
    const hash = buildHash(readFileSync(path.join(built, 'Code.js'), 'utf8'));
    const install = readFileSync(`docs/release/${target}.txt`, 'utf8')
      .replaceAll('{version}', version)
      .replaceAll('{hash}', hash);
    const entries: Zippable = {
      // Windows shows a text without a mark at its beginning in another encoding.
      'INSTALL.txt': Buffer.from(`\uFEFF${install}`),
      ...Object.fromEntries(BUILT_FILES.map((name) => [name, readFileSync(path.join(built, name))])),
      LICENSE: readFileSync('LICENSE'),
    };
    const zip = zipSync(entries, ZIP);
    const file = `rollcall-${target}-${version}.zip`;
    writeFileSync(path.join(out, file), zip);
    return { file, hash, sum: createHash('sha256').update(zip).digest('hex') };
  } finally {
    rmSync(built, { recursive: true });
  }
}

/** The hash that the built script says of itself. */
function buildHash(code: string): string {
  const hash = /hash: "([\da-f]{12})"/.exec(code)?.[1];
  if (hash === undefined) throw new Error('Code.js does not say its hash.');
  return hash;
}

/** The version, which the changelog must tell about. */
function readVersion(): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  if (!readFileSync('CHANGELOG.md', 'utf8').includes(`\n## ${version}\n`)) {
    throw new NoRelease(`CHANGELOG.md has no section "## ${version}": write what is new, then release.`);
  }
  return version;
}

function main(typed: readonly string[]): void {
  const { values } = parseArgs({
    args: [...typed],
    options: { out: { type: 'string', default: 'release' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const version = readVersion();
  rmSync(values.out, { recursive: true, force: true });
  mkdirSync(values.out, { recursive: true });
  const releases = TARGETS.map((target) => release(target, version, values.out));
  const sums = releases.map(({ sum, file }) => `${sum}  ${file}\n`).join('');
  writeFileSync(path.join(values.out, 'SHA256SUMS'), sums);
  console.log(`Rollcall ${version}\n`);
  for (const { file, hash, sum } of releases)
    console.log(`${path.join(values.out, file)}  build ${hash}\n  ${sum}`);
  console.log(`\nWhen the sums are the same on a second machine: git tag v${version}`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
