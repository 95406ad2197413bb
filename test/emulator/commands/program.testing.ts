/** A built command as a person runs it: its exit code and what it printed. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const run = promisify(execFile);

/** Runs `.emulator/NAME.mjs`; never rejects. */
export async function runProgram(name: string, ...args: readonly string[]): Promise<Ended> {
  try {
    const { stdout, stderr } = await run(process.execPath, [`.emulator/${name}.mjs`, ...args]);
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}
