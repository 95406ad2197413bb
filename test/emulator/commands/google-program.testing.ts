/** `npm run google` as a program of its own: started for a test, asked over HTTP, stopped again. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface GoogleProgram {
  readonly url: string;
  readonly tokens: { readonly user: string; readonly admin: string; readonly app: string };
  stop(): Promise<void>;
}

/** Starts it; resolves with what its first line says. Rejects with what it wrote where it ended instead. */
export async function startGoogle(...options: readonly string[]): Promise<GoogleProgram> {
  const program = spawn(process.execPath, ['.emulator/google.mjs', '--port', '0', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    program.once('close', () => {
      resolve();
    });
  });
  let complaint = '';
  program.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const first = await new Promise<string>((resolve, reject) => {
    createInterface(program.stdout).once('line', resolve);
    program.once('close', () => {
      reject(new Error(complaint));
    });
  });
  return {
    ...(JSON.parse(first) as Omit<GoogleProgram, 'stop'>),
    stop: async () => {
      program.kill();
      await ended;
    },
  };
}
