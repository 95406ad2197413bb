/** The arrows between the folders of src, and the type environment of each: what must not compile is compiled here. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ESLint } from 'eslint';
import ts from 'typescript';

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
