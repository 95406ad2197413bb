/**
 * Builds the add-on: empties dist/ and writes Code.js, sidebar.html and appsscript.json.
 * `--emulator` also builds the emulator into .emulator/; `--out DIR` writes the add-on elsewhere.
 *
 * What Apps Script asks for, and the step that answers it:
 * - no modules, one global scope for all files     -> one closed IIFE; a short top-level function opens each export of main.ts
 * - no class fields or other late syntax (clasp issues 907, 935) -> target es2019
 * - JSDoc must stand in the pushed file            -> the comment of each export in main.ts is put on its function
 * - HtmlService evaluates `<?` in templates        -> the page is served with createHtmlOutputFromFile, script and style inlined
 * - its host page is reported to eat what follows `//` in template literals (react-gas issue 157) -> the sidebar's script has none
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import ts from 'typescript';

const root = path.dirname(fileURLToPath(import.meta.url));
const from = (...parts) => path.join(root, ...parts);

/** The exports of main.ts in source order, each with its doc comment and parameter names. */
async function readDoors() {
  const text = await readFile(from('src/main.ts'), 'utf8');
  const source = ts.createSourceFile('main.ts', text, ts.ScriptTarget.ES2020, true);
  return source.statements
    .filter(
      (node) =>
        ts.isFunctionDeclaration(node) && node.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword),
    )
    .map((node) => {
      const name = node.name.text;
      const doc = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)?.getText();
      if (!doc)
        throw new Error(`src/main.ts: ${name} has no doc comment; Apps Script users read it in the editor.`);
      return { name, doc, parameters: node.parameters.map((p) => p.name.getText()) };
    });
}

/** Bundles into one text that begins with the licence of every package in it. */
async function bundle(options) {
  const result = await build({
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    ...options,
  });
  return (await noticesOf(result.metafile)) + result.outputFiles[0].text;
}

/** A comment with the name, version and licence of each bundled package, in the order of their names; empty where there is none. */
async function noticesOf(metafile) {
  const [output] = Object.values(metafile.outputs);
  const packages = Object.entries(output.inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1])
    .filter((name) => name !== undefined);
  const notices = await Promise.all([...new Set(packages)].sort().map(noticeOf));
  return notices.length === 0 ? '' : `/*!\nThis file contains:\n\n${notices.join('\n')}*/\n`;
}

async function noticeOf(name) {
  const folder = from('node_modules', name);
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e(?:\.\w+)?$/i.test(entry));
  if (file === undefined)
    throw new Error(`${name} has no licence file: it must not be bundled without its notice.`);
  const licence = await readFile(path.join(folder, file), 'utf8');
  if (licence.includes('*/')) throw new Error(`The licence of ${name} does not fit into a comment.`);
  return `${name} ${version}\n${licence.trim()}\n`;
}

async function buildCode() {
  const doors = await readDoors();
  const body = await bundle({
    entryPoints: ['src/main.ts'],
    format: 'iife',
    globalName: 'Rollcall',
    platform: 'neutral',
    target: 'es2019',
  });
  const stubs = doors.map(({ name, doc, parameters }) => {
    const list = parameters.join(', ');
    return `${doc}\nfunction ${name}(${list}) {\n  return Rollcall.${name}(${list});\n}\n`;
  });
  return `${body}\n${stubs.join('\n')}`;
}

async function buildSidebar() {
  const [page, style, script] = await Promise.all([
    readFile(from('src/sidebar/page.html'), 'utf8'),
    readFile(from('src/sidebar/style.css'), 'utf8'),
    bundle({
      entryPoints: ['src/sidebar/main.tsx'],
      format: 'iife',
      platform: 'browser',
      target: 'es2019',
      minify: true,
      jsx: 'automatic',
      jsxImportSource: 'preact',
      supported: { 'template-literal': false },
    }),
  ]);
  return page.replace('/* style */', () => style).replace('/* script */', () => script);
}

/** Builds the add-on into an emptied folder. */
async function buildAddOn(out) {
  const [code, sidebar] = await Promise.all([buildCode(), buildSidebar()]);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await Promise.all([
    writeFile(path.join(out, 'Code.js'), code),
    writeFile(path.join(out, 'sidebar.html'), sidebar),
    cp(from('appsscript.json'), path.join(out, 'appsscript.json')),
  ]);
}

/** Builds the emulator: node programs, the worker they start, the services that run inside its vm context, the preview's page. */
async function buildEmulator() {
  await mkdir(from('.emulator'), { recursive: true });
  const shared = {
    absWorkingDir: root,
    bundle: true,
    charset: 'utf8',
    logLevel: 'warning',
    outdir: '.emulator',
  };
  await Promise.all([
    build({
      ...shared,
      entryPoints: {
        start: 'test/emulator/commands/start.ts',
        execute: 'test/emulator/commands/execute.ts',
        google: 'test/emulator/commands/google.ts',
        bench: 'test/emulator/commands/bench.ts',
        conformance: 'test/emulator/commands/conformance.ts',
        deploy: 'test/emulator/commands/deploy.ts',
        discovery: 'test/emulator/commands/discovery.ts',
        worker: 'test/emulator/platform/worker.ts',
      },
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      outExtension: { '.js': '.mjs' },
    }),
    build({
      ...shared,
      entryPoints: { services: 'test/emulator/platform/services/index.ts' },
      format: 'iife',
      platform: 'neutral',
      target: 'es2020',
    }),
    build({
      ...shared,
      entryPoints: {
        page: 'test/emulator/preview/page/main.tsx',
        frame: 'test/emulator/preview/page/frame-client.ts',
      },
      format: 'iife',
      platform: 'browser',
      jsx: 'automatic',
      jsxImportSource: 'preact',
    }),
    cp(from('test/emulator/preview/page/page.html'), from('.emulator/page.html')),
    cp(from('test/emulator/preview/page/page.css'), from('.emulator/page.css')),
  ]);
}

const { values } = parseArgs({
  options: { emulator: { type: 'boolean', default: false }, out: { type: 'string', default: 'dist' } },
});
await buildAddOn(from(values.out));
if (values.emulator) await buildEmulator();
