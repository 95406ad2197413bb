/** What the built files weigh, how long the script takes to load, and what opening a spreadsheet calls. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import vm from 'node:vm';
import { listOf } from './lists';
import { withSession, type Built } from './session';

export interface Bundle {
  /** Of `Code.js`. */
  readonly bytes: number;
  readonly sidebarBytes: number;
  readonly loadMs: number;
  readonly onOpenCalls: readonly string[];
}

const LOADS = 21;

export async function measureBundle(built: Built): Promise<Bundle> {
  const file = path.join(built.dist, 'Code.js');
  const source = await readFile(file, 'utf8');
  const times = Array.from({ length: LOADS }, () => {
    const context = vm.createContext({});
    const startedAt = performance.now();
    // A fresh name each time: nothing is taken from V8's cache.
    vm.runInContext(`${source}\n//${startedAt}`, context);
    return performance.now() - startedAt;
  }).sort((a, b) => a - b);
  return {
    bytes: (await stat(file)).size,
    sidebarBytes: (await stat(path.join(built.dist, 'sidebar.html'))).size,
    loadMs: times[Math.floor(LOADS / 2)] ?? 0,
    onOpenCalls: await callsInOnOpen(built),
  };
}

async function callsInOnOpen({ dist, runtime }: Built): Promise<readonly string[]> {
  const options = { project: dist, runtime, latencyMs: 0, time: 'machine' } as const;
  return await withSession(listOf(1, 1), options, async ({ emulator }) => (await emulator.open()).calls);
}
