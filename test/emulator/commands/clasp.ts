/** Runs clasp, Google's command for Apps Script. It refuses some steps silently with exit code 0, so that each step is judged by what it printed or left behind. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CLASP = fileURLToPath(import.meta.resolve('@google/clasp'));

/** Something that keeps clasp from going on; the message says what to do. */
export class ClaspError extends Error {
  override readonly name = 'ClaspError';
}

export interface ClaspRun {
  readonly ok: boolean;
  readonly out: string;
  /** What it printed to the person: the reason, where it failed. */
  readonly err: string;
}

export interface ClaspOptions {
  /** Where clasp runs; the current folder without it. */
  readonly folder?: string;
  /** Called with all of clasp's output so far, whenever there is more. */
  readonly heard?: (out: string) => void;
}

/** Runs clasp and gives what it printed. */
export async function clasp(args: readonly string[], options: ClaspOptions = {}): Promise<ClaspRun> {
  const { folder, heard } = options;
  const child = spawn(process.execPath, [CLASP, ...args], {
    cwd: folder,
    stdio: ['inherit', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    heard?.(out);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { ok: code === 0, out, err };
}

/** The same, for a step that must succeed. */
export async function requireClasp(args: readonly string[], options?: ClaspOptions): Promise<string> {
  const { ok, out, err } = await clasp(args, options);
  if (!ok) throw new ClaspError(`clasp ${args.join(' ')} did not succeed:\n${err.trim() || out.trim()}`);
  return out;
}

/** Pushes; gives the names of the files that were new. */
export async function push(project: readonly string[], options?: ClaspOptions): Promise<readonly string[]> {
  const output = (await requireClasp(['push', '--force', '--json', ...project], options)).trim();
  // An unattended push that clasp skips prints nothing and exits with 0.
  if (output === '') throw new ClaspError('clasp pushed nothing.');
  return JSON.parse(output) as readonly string[];
}

/** Hands the terminal over to clasp, for a step in which it talks with the person. */
export async function talkToClasp(args: readonly string[], { folder }: ClaspOptions = {}): Promise<void> {
  const child = spawn(process.execPath, [CLASP, ...args], { cwd: folder, stdio: 'inherit' });
  await once(child, 'close');
}
