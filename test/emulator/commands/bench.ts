/** `npm run bench`: Rollcall beside a careful script and the plain way, how it grows, what it weighs. `-- --json` for machines; `-- A E` runs those cases alone. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureBundle } from '../bench/bundle';
import { CASES } from '../bench/cases';
import type { Measured } from '../bench/figures';
import { measureGrowth } from '../bench/growth';
import { reportOf, type Results } from '../bench/report';
import type { Built } from '../bench/session';

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** Another build of the add-on, to compare with. */
    dist: { type: 'string', default: 'dist' },
  },
  allowPositionals: true,
});
const built: Built = { dist: path.resolve(values.dist), runtime: path.resolve('.emulator') };
const results = await measureAll(positionals);
console.log(values.json ? JSON.stringify(results, null, 2) : `\n${reportOf(results)}`);

async function measureAll(wanted: readonly string[]): Promise<Results> {
  const scenarios: Record<string, Measured> = {};
  for (const [name, { title, measure }] of Object.entries(CASES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    say(`${name}: ${title}...`);
    const measured = await measure(built);
    if (measured === null) say(`${name} is left out: this build cannot do it.`);
    else scenarios[name] = measured;
  }
  const growth = wanted.length > 0 ? [] : await measureGrowth(built, say);
  return { scenarios, growth, bundle: await measureBundle(built) };
}

function say(line: string): void {
  console.error(line);
}
