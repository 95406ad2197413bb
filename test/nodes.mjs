/**
 * `npm run nodes`: tries `npm start -- --once` and the tests named after `--` on every Node that Rollcall supports, each from
 * the package `node` on npm.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const MAJORS = [20, 22, 24];
const tests = process.argv.slice(2);
let isRight = true;

for (const major of MAJORS) {
  const programs = [['.emulator/start.mjs', '--once']];
  if (tests.length > 0)
    programs.push([
      '--experimental-vm-modules',
      '--no-warnings',
      path.join('node_modules', 'jest', 'bin', 'jest.js'),
      '--config',
      'test/jest.config.mjs',
      ...tests,
    ]);
  for (const program of programs) {
    const args = ['exec', '--yes', `--package=node@${major}`, '--', 'node', ...program];
    const { status, stdout, stderr } = spawnSync('npm', args, {
      encoding: 'utf8',
      env: { ...process.env, ROLLCALL_BUILT: 'yes' },
    });
    const isFine = status === 0;
    console.log(`Node ${major}: ${program.join(' ')}: ${isFine ? 'fine' : `ended with ${status}`}`);
    if (!isFine) console.log(stdout + stderr);
    isRight &&= isFine;
  }
}
process.exitCode = isRight ? 0 : 1;
