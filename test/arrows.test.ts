/** The arrows between the folders of src, and the type environment of each: what must not compile is compiled here. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { circlesIn, importGraph, importsOf, type ImportGraph } from './import-graph.testing';

const FOLDERS = {
  main: { config: 'src', file: 'src/main.ts', from: './main' },
  gas: { config: 'src/gas', file: 'src/gas/menu.ts', from: './gas/menu' },
  core: { config: 'src/core', file: 'src/core/contract.ts', from: './core/contract' },
  sidebar: { config: 'src/sidebar', file: 'src/sidebar/main.tsx', from: './sidebar/server' },
  emulator: { config: 'test/emulator', file: 'test/emulator/clock.ts', from: '../test/emulator/clock' },
} as const;

type Folder = keyof typeof FOLDERS;
const NAMES = Object.keys(FOLDERS) as Folder[];
const ALLOWED = new Set(['main -> gas', 'gas -> core', 'sidebar -> core']);
/** TypeScript sees the references of a reference, so this arrow compiles; lint refuses it. */
const LINTED = 'main -> core';
const ARROWS = NAMES.flatMap((from) => NAMES.filter((to) => to !== from).map((to) => ({ from, to })));

/** Compiles a folder's project with `line` put before one of its files; returns the messages about that file. */
function compileWith(folder: Folder, line: string): string[] {
  const { config, file } = FOLDERS[folder];
  const changed = path.resolve(file);
  const parsed = ts.getParsedCommandLineOfConfigFile(
    path.resolve(config, 'tsconfig.json'),
    { noEmit: false },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, ' '));
      },
    },
  )!;
  const host = ts.createCompilerHost(parsed.options);
  const read = host.readFile.bind(host);
  const text = `${line}\n${read(changed) ?? ''}`;
  host.readFile = (name) => (path.resolve(name) === changed ? text : read(name));
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    path.resolve(name) === changed
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true)
      : getSourceFile(name, ...rest);
  const program = ts.createProgram({
    rootNames: parsed.fileNames,
    options: parsed.options,
    projectReferences: parsed.projectReferences ?? [],
    host,
  });
  const source = program.getSourceFile(changed);
  return [...program.getOptionsDiagnostics(), ...program.getSemanticDiagnostics(source)].map(
    (d) => `TS${d.code} ${ts.flattenDiagnosticMessageText(d.messageText, ' ')}`,
  );
}

/** An import along an arrow as a file of `from` would write it. */
function importAlong(from: Folder, to: Folder): string {
  const target = path.relative(path.dirname(FOLDERS[from].file), path.join('src', FOLDERS[to].from));
  return `import * as arrow from '${target.startsWith('.') ? target : `./${target}`}'; void arrow;`;
}

beforeAll(() => {
  execFileSync(process.execPath, [
    'node_modules/typescript/bin/tsc',
    '-b',
    'src',
    'src/sidebar',
    'test/emulator',
  ]);
}, 120_000);

describe('each folder compiles as it stands', () => {
  test.each(NAMES)('%s', (folder) => {
    expect(compileWith(folder, '')).toEqual([]);
  });
});

describe('an import along an arrow of the design compiles', () => {
  test.each(ARROWS.filter(({ from, to }) => ALLOWED.has(`${from} -> ${to}`)))(
    '$from -> $to',
    ({ from, to }) => {
      expect(compileWith(from, importAlong(from, to))).toEqual([]);
    },
  );
});

describe('an import along any other arrow does not compile', () => {
  const forbidden = ARROWS.filter(({ from, to }) => !ALLOWED.has(`${from} -> ${to}`));
  test.each(forbidden.filter(({ from, to }) => `${from} -> ${to}` !== LINTED))(
    '$from -> $to',
    ({ from, to }) => {
      // TS6059: outside rootDir. TS6307: not listed in the project.
      expect(compileWith(from, importAlong(from, to)).join('\n')).toMatch(/TS(6059|6307)/);
    },
  );

  test(`${LINTED}, by lint`, async () => {
    const text = `${importAlong('main', 'core')}\n${readFileSync('src/main.ts', 'utf8')}`;
    const [result] = await new ESLint().lintText(text, { filePath: 'src/main.ts' });
    expect(result!.messages.map(({ ruleId }) => ruleId)).toContain('no-restricted-imports');
  });
});

describe('a name of another type environment does not compile', () => {
  const environments: readonly (readonly [Folder, string])[] = [
    ['core', 'SpreadsheetApp'],
    ['core', 'UrlFetchApp'],
    ['core', 'Chat'],
    ['core', 'fetch'],
    ['core', 'document'],
    ['core', 'process'],
    ['core', 'console'],
    ['gas', 'fetch'],
    ['gas', 'document'],
    ['gas', 'process'],
    ['gas', 'setTimeout'],
    ['gas', 'URL'],
    ['main', 'fetch'],
    ['main', 'document'],
    ['sidebar', 'SpreadsheetApp'],
    ['sidebar', 'process'],
    ['emulator', 'document'],
    ['emulator', 'SpreadsheetApp'],
  ];
  test.each(environments)('%s cannot name %s', (folder, name) => {
    // TS2304, TS2552, TS2580, TS2584: cannot find name.
    expect(compileWith(folder, `void ${name};`).join('\n')).toMatch(/TS(2304|2552|2580|2584|2591)/);
  });
});

/** Folders of core that features stand on, each with those that it may import; all may import files of core itself. */
const BASE: Readonly<Record<string, readonly string[]>> = {
  chat: [],
  locales: ['chat'],
  requests: ['chat'],
  table: ['chat', 'locales'],
  job: ['chat', 'locales', 'requests', 'table'],
};
/** Features that may import another feature. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  'look-up': ['spaces'],
  roster: ['spaces'],
  where: ['look-up', 'spaces'],
  compare: ['look-up', 'roster', 'spaces'],
};
/** Files of core that put features together: only gas may import them. */
const TOGETHER = /^src\/core\/(?:jobs|[a-z]+-calls)\.ts$/;
/** What the emulator and the page of its preview may import of the product. */
const CONTRACT = 'src/core/contract.ts';

const isTest = (file: string): boolean => /\.(?:test|testing)\.tsx?$/.test(file);

/** `src/core/chat/email.ts` -> `chat`; null for a file that is in no folder of core. */
function coreFolder(file: string): string | null {
  return /^src\/core\/([^/]+)\//.exec(file)?.[1] ?? null;
}

/** `main`, `gas`, `core`, `sidebar`, `emulator`; null for tests, which may import anything. */
function partOf(file: string): string | null {
  if (isTest(file)) return null;
  if (file.startsWith('test/emulator/')) return 'emulator';
  return /^src\/(main|gas|core|sidebar)\b/.exec(file)?.[1] ?? null;
}

function mayImport(from: string, to: string): boolean {
  const [part, target] = [partOf(from), partOf(to)];
  if (part === null) return true;
  if (part !== target)
    return part === 'emulator' ? to === CONTRACT : ALLOWED.has(`${part} -> ${target ?? 'test'}`);
  if (part !== 'core') return true;
  const [folder, other] = [coreFolder(from), coreFolder(to)];
  if (folder === null || folder === other) return true;
  if (other === null) return !TOGETHER.test(to);
  const mayUse = BASE[folder] ?? [...Object.keys(BASE), ...(NAMED[folder] ?? [])];
  return mayUse.includes(other);
}

/** Imports that no arrow allows. */
function strayImports(graph: ImportGraph): string[] {
  return [...graph].flatMap(([from, targets]) =>
    targets.filter((to) => !mayImport(from, to)).map((to) => `${from} -> ${to}`),
  );
}

describe('the imports of the repository', () => {
  const graph = importGraph('src', 'test');

  test('of values, types and modules on demand are all read', () => {
    const text = `import { a } from './json';
      import type { B } from './ports';
      export { c } from './result';
      export type * from './contract';
      type D = import('./execution').Execution;
      const e = await import('./invisible');
      import ts from 'typescript';`;
    const names = ['json', 'ports', 'result', 'contract', 'execution', 'invisible'];
    expect(importsOf('src/core/new.ts', text).sort()).toEqual(
      names.map((name) => `src/core/${name}.ts`).sort(),
    );
    expect(graph.get('src/main.ts')).toContain('src/gas/menu.ts');
  });

  test('form no circle', () => {
    expect(circlesIn(graph)).toEqual([]);
  });

  test('go along the arrows', () => {
    expect(strayImports(graph)).toEqual([]);
  });

  test('would be found to form a circle, also a long one', () => {
    const circle = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['b', 'a']],
    ]);
    expect(circlesIn(circle)).toEqual(['a -> b -> d -> a']);
    expect(circlesIn(new Map([['a', ['a']]]))).toEqual(['a -> a']);
  });

  test.each([
    ['src/core/chat/email.ts', 'src/core/table/csv.ts'],
    ['src/core/job/step.ts', 'src/core/look-up/ask.ts'],
    ['src/core/table/csv.ts', 'src/core/job/step.ts'],
    ['src/core/look-up/ask.ts', 'src/core/setup/check.ts'],
    ['src/core/look-up/ask.ts', 'src/core/jobs.ts'],
    ['src/core/job/step.ts', 'src/core/editor-calls.ts'],
    ['src/sidebar/main.tsx', 'src/gas/menu.ts'],
    ['src/gas/menu.ts', 'test/emulator/clock.ts'],
    ['test/emulator/clock.ts', 'src/core/json.ts'],
  ])('may not go from %s to %s', (from, to) => {
    expect(strayImports(new Map([[from, [to]]]))).toEqual([`${from} -> ${to}`]);
  });
});
