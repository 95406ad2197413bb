/** An Apps Script project in a folder: its manifest, its scripts in one global scope, its pages. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { parse } from 'acorn';
import * as v from 'valibot';
import { ADVANCED_SERVICES } from './advanced-services';

export interface Manifest {
  readonly timeZone: string;
  /** Absent: they are found in the scripts. */
  readonly oauthScopes?: readonly string[] | undefined;
  readonly urlFetchWhitelist?: readonly string[] | undefined;
  readonly dependencies?:
    | {
        readonly enabledAdvancedServices?:
          | readonly { readonly userSymbol: string; readonly serviceId: string; readonly version: string }[]
          | undefined;
        readonly libraries?: readonly { readonly userSymbol: string }[] | undefined;
      }
    | undefined;
}

export interface Project {
  readonly folder: string;
  readonly manifest: Manifest;
  /** In the order in which Apps Script loads them. */
  readonly scripts: readonly { readonly file: string; readonly source: string }[];
  /** Functions that may be called from outside: top-level, names not ending in `_`. */
  readonly functions: readonly string[];
  /** Page name without `.html` -> its text. */
  readonly pages: ReadonlyMap<string, string>;
}

const MANIFEST = v.object({
  timeZone: v.optional(v.string(), 'Etc/UTC'),
  oauthScopes: v.optional(v.array(v.string())),
  urlFetchWhitelist: v.optional(
    v.array(v.pipe(v.string(), v.startsWith('https://', 'URLs must use the HTTPS scheme'))),
  ),
  dependencies: v.optional(
    v.object({
      enabledAdvancedServices: v.optional(
        v.array(v.object({ userSymbol: v.string(), serviceId: v.string(), version: v.string() })),
      ),
      libraries: v.optional(v.array(v.object({ userSymbol: v.string() }))),
    }),
  ),
});

/** Loads a project; throws an error that names the file and, for a syntax error, the line. */
export function loadProject(folder: string): Project {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new Error(`${folder} is no folder. Give the folder that holds appsscript.json.`);
  }
  const manifest = readManifest(path.join(folder, 'appsscript.json'));
  const files = listFiles(folder, '').sort();
  const scripts = files
    .filter((file) => /\.(js|gs)$/.test(file))
    .map((file) => ({ file, source: readFileSync(path.join(folder, file), 'utf8') }));
  if (scripts.length === 0) throw new Error(`${folder} holds no script: no .js or .gs file.`);
  for (const { file, source } of scripts) checkSyntax(path.join(folder, file), source);
  requireOneOfEachName(folder, scripts);
  const pages = new Map(
    files
      .filter((file) => file.endsWith('.html'))
      .map((file) => [file.replace(/\.html$/, ''), readFileSync(path.join(folder, file), 'utf8')]),
  );
  const functions = [...new Set(scripts.flatMap(({ source }) => topLevelFunctions(source)))];
  return { folder, manifest, scripts, functions, pages };
}

function readManifest(file: string): Manifest {
  if (!existsSync(file)) throw new Error(`${file} is missing: every Apps Script project has a manifest.`);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = v.safeParse(MANIFEST, json);
  if (!read.success) {
    const [issue] = read.issues;
    throw new Error(`${file}: ${v.getDotPath(issue) ?? 'the manifest'}: ${issue.message}`);
  }
  for (const { serviceId, version } of read.output.dependencies?.enabledAdvancedServices ?? []) {
    if (!ADVANCED_SERVICES.has(`${serviceId} ${version}`)) {
      throw new Error(
        `${file}: the advanced service ${serviceId} ${version} is not available in the emulator; ` +
          `it has ${[...ADVANCED_SERVICES.keys()].join(', ')}.`,
      );
    }
  }
  return read.output;
}

function listFiles(folder: string, below: string): string[] {
  return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(below, entry.name);
    if (entry.isDirectory()) {
      return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : listFiles(folder, file);
    }
    return [file];
  });
}

/** Declared functions, and variables that begin as one. */
function topLevelFunctions(source: string): string[] {
  const { body } = parse(source, { ecmaVersion: 'latest', sourceType: 'script' });
  return body
    .flatMap((node) => {
      if (node.type === 'FunctionDeclaration') return [node.id.name];
      if (node.type !== 'VariableDeclaration') return [];
      return node.declarations.flatMap(({ id, init }) =>
        id.type === 'Identifier' && /^(?:Arrow)?Function(?:Expression)$/.test(init?.type ?? '')
          ? [id.name]
          : [],
      );
    })
    .filter((name) => !name.endsWith('_'));
}

/** clasp refuses `Code.js` beside `Code.gs`: both would be the file `Code`. */
function requireOneOfEachName(folder: string, scripts: readonly { readonly file: string }[]): void {
  const names = new Map<string, string>();
  for (const { file } of scripts) {
    const name = file.replace(/\.(?:js|gs)$/, '');
    const other = names.get(name);
    if (other !== undefined)
      throw new Error(`${folder}: ${other} and ${file} have the same name in Apps Script.`);
    names.set(name, file);
  }
}

function checkSyntax(file: string, source: string): void {
  try {
    new vm.Script(source, { filename: file });
  } catch (error) {
    const { message, stack } = error as Error;
    const line = /:(\d+)\n/.exec(stack ?? '')?.[1] ?? '?';
    throw new Error(`${file}, line ${line}: ${message}`);
  }
}
