/** Reads a scenario from the command line: a trouble's name, or a file with any part of the schema. */
import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { CALM, type Scenario } from './scenario';
import { isTrouble, TROUBLES, withTrouble } from './fault-presets';
import { UNKNOWNS } from './assumptions';

const share = v.pipe(
  v.number('must be a number'),
  v.minValue(0, 'must be 0 to 1'),
  v.maxValue(1, 'must be 0 to 1'),
);
const text = v.string('must be a text');

const UNKNOWN_CHOICES = v.strictObject(
  Object.fromEntries(
    Object.entries(UNKNOWNS).map(([name, choices]) => [
      name,
      v.optional(v.picklist(choices as readonly string[], `must be one of ${choices.join(', ')}`)),
    ]),
  ),
);

const SCENARIO = v.strictObject({
  locale: v.optional(text),
  spreadsheetLocale: v.optional(text),
  timeZone: v.optional(text),
  refusedScopes: v.optional(v.array(text)),
  latencyMs: v.optional(v.pipe(v.number('must be a number'), v.minValue(0, 'must not be negative'))),
  faults: v.optional(
    v.strictObject({
      http429: v.optional(share),
      http500: v.optional(share),
      http503: v.optional(share),
      garbage: v.optional(share),
      truncated: v.optional(share),
      reset: v.optional(share),
      retryAfter: v.optional(v.boolean('must be true or false')),
      fetchAllThrows: v.optional(share),
    }),
  ),
  troubles: v.optional(v.array(v.picklist(Object.keys(TROUBLES), 'is no trouble; see --scenario help'))),
  unknowns: v.optional(UNKNOWN_CHOICES),
});

/** Names and explanations of all troubles, one a line. */
export function scenarioHelp(): string {
  const width = Math.max(...Object.keys(TROUBLES).map((name) => name.length));
  return Object.entries(TROUBLES)
    .map(([name, { en }]) => `${name.padEnd(width)}  ${en}`)
    .join('\n');
}

/**
 * Reads `--scenario`: undefined is a calm world. Throws an error that says which field is wrong, or which names there are.
 * @param resolve Turns a typed path into one that can be opened.
 */
export function readScenario(typed: string | undefined, resolve: (file: string) => string): Scenario {
  if (typed === undefined) return CALM;
  if (isTrouble(typed)) return withTrouble(CALM, typed);
  const file = resolve(typed);
  if (!existsSync(file)) {
    throw new Error(`--scenario ${typed}: neither a file nor one of these names:\n${scenarioHelp()}`);
  }
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`--scenario ${typed}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return scenarioFrom(json, `--scenario ${typed}`);
}

/** Completes any part of a scenario; throws an error that names the field that does not fit. */
export function scenarioFrom(json: unknown, where: string): Scenario {
  const read = v.safeParse(SCENARIO, json);
  if (!read.success) {
    const [issue] = read.issues;
    const field = v.getDotPath(issue) ?? 'the file';
    const known = issue.type === 'strict_object' ? ` It may have ${Object.keys(CALM).join(', ')}.` : '';
    throw new Error(`${where}: ${field}: ${issue.message}.${known}`);
  }
  const { faults = {}, troubles = [], ...rest } = read.output;
  const calm = { ...CALM, ...rest, faults: { ...CALM.faults, ...faults } } as Scenario;
  return troubles.filter(isTrouble).reduce(withTrouble, calm);
}
