/** `npm run chaos -- [--seeds N] [--from M]`: runs the chaos test with N seeds from M on; with one seed a failure tells its story. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '500' }, from: { type: 'string', default: '1' } },
});
for (const [name, value] of Object.entries(values)) {
  if (/^[1-9]\d*$/.test(value)) continue;
  console.error(`--${name} is a whole number from 1 on, not ${value}`);
  process.exit(2);
}
const root = path.join(import.meta.dirname, '../../..');
const jest = path.join(root, 'node_modules/jest/bin/jest.js');
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    jest,
    '--config',
    path.join(root, 'test/jest.config.mjs'),
    'test/core/chaos',
  ],
  {
    cwd: root,
    stdio: 'inherit',
    // Chaos needs no built add-on.
    env: { ...process.env, ROLLCALL_BUILT: 'yes', CHAOS_SEEDS: values.seeds, CHAOS_FROM: values.from },
  },
);
process.exit(status ?? 1);
