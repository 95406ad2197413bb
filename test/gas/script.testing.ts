/** Runs one module of `src/gas` beside a platform that the test gives: its globals, such as `Chat` and `UrlFetchApp`. */
import { buildSync } from 'esbuild';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';

/** Loads a module by its name in `src/gas`; gives its exports. Its clock is `now`. */
export function loadScript(
  name: string,
  globals: Readonly<Record<string, unknown>>,
  now: () => number,
): unknown {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(import.meta.dirname, '../../src/gas', `${name}.ts`)],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'loaded',
    target: 'es2020',
  });
  class FixedDate extends Date {
    static override now(): number {
      return now();
    }
  }
  const context = createContext({ Date: FixedDate, ...globals });
  return runInContext(`${outputFiles[0]?.text ?? ''}; loaded`, context);
}
