/**
 * `npm run mutate [-- FILE …]`: mutation testing of these files of core, or of verdicts, references, jobs and tables. The tests of
 * the mirrored folder must kill the mutants: what only a test far away notices is no test of the file.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const DEFAULT = [
  'src/core/chat/{verdict,reference,resource-name,chat-link,typed-text,email,field}.ts',
  'src/core/job/*.ts',
  'src/core/table/*.ts',
];
const root = path.join(import.meta.dirname, '..');
const given = process.argv.slice(2);
const files = given.length > 0 ? given : DEFAULT;
const folders = new Set(files.map((file) => path.dirname(file).replace(/^src\//, 'test/')));
const { status } = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
    'run',
    'test/stryker.config.mjs',
    '--mutate',
    files.join(','),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, MUTATION_TESTS: [...folders].join(',') } },
);
process.exit(status ?? 1);
