/** Before all tests: builds what a user would run. Time zone is fixed so that no result depends on the machine. */
import { execFileSync } from 'node:child_process';

export default function setup() {
  process.env.TZ = 'UTC';
  if (process.env.ROLLCALL_BUILT !== 'yes') {
    execFileSync(process.execPath, ['build.mjs', '--emulator'], { stdio: 'inherit' });
  }
}
