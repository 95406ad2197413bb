/** Reads a scenario from the command line: a fault preset's name, or a file with any part of the schema. */
import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { EDIT } from './edits';
import { DEFAULT_SCENARIO, SPACE_FAULTS, type Scenario } from './scenario';
import { isFaultPreset, FAULT_PRESETS, withFaultPreset } from './fault-presets';
import { ASSUMPTIONS } from './assumptions';

const share = v.pipe(
  v.number('must be a number'),
  v.minValue(0, 'must be 0 to 1'),
  v.maxValue(1, 'must be 0 to 1'),
);
const text = v.string('must be a text');

const ASSUMPTION_ANSWERS = v.strictObject(
  Object.fromEntries(
    Object.entries(ASSUMPTIONS).map(([name, choices]) => [
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
  urlFetchesLeft: v.optional(
    v.nullable(v.pipe(v.number('must be a number'), v.minValue(0, 'must not be negative'))),
  ),
  allowedHosts: v.optional(v.nullable(v.array(text))),
  spaceFaults: v.optional(
    v.record(
      v.pipe(text, v.regex(/^spaces\/[^/]+$/, 'must be a name such as spaces/AAQAh4rUk1w')),
      v.picklist(SPACE_FAULTS, `must be one of ${SPACE_FAULTS.join(', ')}`),
    ),
  ),
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
  faultPresets: v.optional(
    v.array(v.picklist(Object.keys(FAULT_PRESETS), 'is no fault preset; see --scenario help')),
  ),
  assumptions: v.optional(ASSUMPTION_ANSWERS),
  edits: v.optional(v.array(EDIT, 'must be a list')),
});

/** Names and explanations of all fault presets, one a line. */
export function scenarioHelp(): string {
  const width = Math.max(...Object.keys(FAULT_PRESETS).map((name) => name.length));
  return Object.entries(FAULT_PRESETS)
    .map(([name, { en }]) => `${name.padEnd(width)}  ${en}`)
    .join('\n');
}

/**
 * Reads `--scenario`: undefined is the default environment. Throws an error that says which field is wrong, or which names there are.
 * @param resolve Turns a typed path into one that can be opened.
 */
export function readScenario(typed: string | undefined, resolve: (file: string) => string): Scenario {
  if (typed === undefined) return DEFAULT_SCENARIO;
  if (isFaultPreset(typed)) return withFaultPreset(DEFAULT_SCENARIO, typed);
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

/** Names that these fields had in version 0.1: scenario files of that time still open. */
const FORMER_NAMES: Readonly<Record<string, string>> = { troubles: 'faultPresets', unknowns: 'assumptions' };

/** Completes any part of a scenario; throws an error that names the field that does not fit. */
export function scenarioFrom(json: unknown, where: string): Scenario {
  const read = v.safeParse(SCENARIO, withPresentNames(json));
  if (!read.success) {
    const [issue] = read.issues;
    const field = v.getDotPath(issue) ?? 'the file';
    const isName = issue.type === 'strict_object' && issue.path?.length === 1;
    const known = isName ? ` It may have ${Object.keys(DEFAULT_SCENARIO).join(', ')}.` : '';
    throw new Error(`${where}: ${field}: ${issue.message}.${known}`);
  }
  const { faults = {}, faultPresets = [], ...rest } = read.output;
  const defaults = {
    ...DEFAULT_SCENARIO,
    ...rest,
    faults: { ...DEFAULT_SCENARIO.faults, ...faults },
  } as Scenario;
  return faultPresets.filter(isFaultPreset).reduce(withFaultPreset, defaults);
}

function withPresentNames(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [FORMER_NAMES[name] ?? name, value as unknown]),
  );
}
