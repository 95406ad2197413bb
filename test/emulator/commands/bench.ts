/** `npm run bench`: Rollcall beside the plain way, how it grows, and what the built file weighs. `-- --json` for machines. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import vm from 'node:vm';
import { listOf } from '../bench/lists';
import { callsInOnOpen, measureGrowthOf, measurePlain, measureRollcall, type Built } from '../bench/measure';

/** What a request to Google takes, roughly, from an Apps Script. */
const LATENCY_MS = 150;
const ROWS = 1_000;
/** The median of so many runs counts. */
const RUNS = 3;
/** The plain way is run on so many rows and scaled, and the table says so. */
const PLAIN_ROWS = 100;

const SCENARIOS = {
  A: { title: 'one space of 1,000', spaces: 1, people: 1_000 },
  B: { title: '50 spaces of 20', spaces: 50, people: 20 },
  C: { title: '1,000 spaces, one person each', spaces: 1_000, people: 1 },
} as const;

/** Memberships asked for, in spaces of at most 1,000. */
const GROWTH = [100, 1_000, 10_000, 100_000] as const;

/** The keys of `--json`. */
interface Measured {
  readonly requests: number;
  readonly rounds: number;
  readonly sheetCalls: number;
  readonly seconds: number;
  readonly plainSeconds: number;
  readonly speedup: number;
  /** Sheet calls before the first request: of the first job in a tab, and of any later one. */
  readonly startSheetCalls: { readonly first: number; readonly later: number };
}

const built: Built = { dist: path.resolve('dist'), runtime: path.resolve('.emulator') };

async function measureScenario({
  spaces,
  people,
}: {
  readonly spaces: number;
  readonly people: number;
}): Promise<Measured> {
  const runs = [];
  for (let run = 0; run < RUNS; run++)
    runs.push(await measureRollcall(listOf(spaces, people), LATENCY_MS, built));
  runs.sort((a, b) => a.first.seconds - b.first.seconds);
  const median = runs[Math.floor(RUNS / 2)];
  if (median === undefined) throw new RangeError('Nothing was run.');
  const { first, later } = median;
  const share = PLAIN_ROWS / ROWS;
  const few =
    spaces >= PLAIN_ROWS
      ? listOf(PLAIN_ROWS, 1)
      : listOf(Math.max(1, spaces * share), Math.min(people, PLAIN_ROWS));
  const plainSeconds = ((await measurePlain(few, LATENCY_MS, built)) / few.rows.length) * ROWS;
  const { requests, rounds, seconds } = first;
  return {
    requests,
    rounds,
    sheetCalls: Math.max(first.sheetCalls, later.sheetCalls),
    seconds,
    plainSeconds,
    speedup: plainSeconds / seconds,
    startSheetCalls: { first: first.startSheetCalls, later: later.startSheetCalls },
  };
}

async function measureGrowth(memberships: number) {
  const people = Math.min(memberships, 1_000);
  const { seconds, requests, peakHeap } = await measureGrowthOf(listOf(memberships / people, people), built);
  return { memberships, requests, seconds, peakHeapMb: peakHeap / 1024 / 1024 };
}

async function measureBundle() {
  const file = path.join(built.dist, 'Code.js');
  const source = await readFile(file, 'utf8');
  const times = Array.from({ length: 21 }, () => {
    const context = vm.createContext({});
    const startedAt = performance.now();
    // A fresh name each time: nothing is taken from V8's cache.
    vm.runInContext(`${source}\n//${startedAt}`, context);
    return performance.now() - startedAt;
  }).sort((a, b) => a - b);
  return {
    bytes: (await stat(file)).size,
    loadMs: times[10] ?? 0,
    onOpenCalls: await callsInOnOpen(listOf(1, 1), built),
  };
}

async function measureAll(say: (line: string) => void) {
  const scenarios: Record<string, Measured> = {};
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    say(`${name}: ${scenario.title}...`);
    scenarios[name] = await measureScenario(scenario);
  }
  const growth = [];
  for (const memberships of GROWTH) {
    say(`${memberships.toLocaleString('en')} memberships...`);
    growth.push(await measureGrowth(memberships));
  }
  return { scenarios, growth, bundle: await measureBundle() };
}

function print({ scenarios, growth, bundle }: Awaited<ReturnType<typeof measureAll>>): void {
  const line = (cells: readonly (string | number)[]) => {
    console.log(`| ${cells.join(' | ')} |`);
  };
  const n = (value: number, digits = 0) =>
    value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  console.log(
    `\n1,000 look-ups on the emulator at ${LATENCY_MS} ms a request, all present, addresses filled, no faults.`,
  );
  console.log(
    `The plain way (one members.get and one appendRow a row) ran on ${PLAIN_ROWS} rows and is scaled to 1,000.\n`,
  );
  line([
    '',
    'requests',
    'rounds',
    'sheet calls to start: first, later',
    'sheet calls to look up',
    'seconds',
    'plain way, seconds',
    'faster',
  ]);
  line(['---', '---:', '---:', '---:', '---:', '---:', '---:', '---:']);
  for (const [name, { title }] of Object.entries(SCENARIOS)) {
    const one = scenarios[name];
    if (one === undefined) continue;
    const { requests, rounds, startSheetCalls, sheetCalls, seconds, plainSeconds, speedup } = one;
    line([
      `${name}: ${title}`,
      n(requests),
      rounds,
      `${startSheetCalls.first}, ${startSheetCalls.later}`,
      sheetCalls,
      n(seconds, 2),
      n(plainSeconds, 1),
      `${n(speedup)}x`,
    ]);
  }
  console.log(`
A sheet call reads or writes values, formats or metadata, inserts or flushes. Starting a job reads the selection, finds our
columns and marks the rows; the first job in a tab also adds our columns, one call each. Looking up begins with the first
request. The seconds are those of a first job, from the click to the last answer, the median of ${RUNS} runs.
`);
  line(['memberships', 'requests', 'seconds at no latency', 'largest heap of a step, MB']);
  line(['---:', '---:', '---:', '---:']);
  for (const { memberships, requests, seconds, peakHeapMb } of growth) {
    line([n(memberships), n(requests), n(seconds, 2), n(peakHeapMb)]);
  }
  console.log(
    `\nCode.js: ${n(bundle.bytes / 1024)} KB, loads in ${n(bundle.loadMs, 1)} ms; onOpen calls: ${bundle.onOpenCalls.join(', ')}`,
  );
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const results = await measureAll((line) => {
  console.error(line);
});
if (values.json) console.log(JSON.stringify(results, null, 2));
else print(results);
