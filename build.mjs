/**
 * Builds Rollcall: empties the target's folder and writes Code.js, sidebar.html and appsscript.json into it.
 * `--target bound` (default): a script bound to one spreadsheet, in dist/; `--target add-on`: an Editor add-on, in dist-add-on/;
 * `--out DIR` writes elsewhere. `--emulator` builds both targets, and the emulator into .emulator/.
 * What differs between the targets is in `src/core/target.ts`.
 *
 * What Apps Script asks for, and the step that answers it:
 * - no modules, one global scope for all files     -> one closed IIFE; a short top-level function opens each export of main.ts
 * - no class fields or other late syntax (clasp issues 907, 935) -> target es2019
 * - JSDoc must stand in the pushed file            -> the comment of each export in main.ts is put on its function
 * - HtmlService evaluates `<?` in templates        -> the page is served with createHtmlOutputFromFile, script and style inlined
 * - its host page is reported to eat what follows `//` in template literals (react-gas issue 157) -> the sidebar's script has none
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import ts from 'typescript';

const root = path.dirname(fileURLToPath(import.meta.url));
const from = (...parts) => path.resolve(root, ...parts);

/** `TARGETS` of src/core/target.ts. */
async function readTargets() {
  const { outputFiles } = await build({
    entryPoints: [from('src/core/target.ts')],
    bundle: true,
    write: false,
    format: 'esm',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const { TARGETS } = await import(`data:text/javascript;base64,${code}`);
  return TARGETS;
}

/** The exports of main.ts in source order, each with its doc comment and parameter names. */
async function readEntryPoints() {
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
    // Comments name the bundled files: where node_modules is linked to must not be seen in them.
    preserveSymlinks: true,
    ...options,
  });
  return (await noticesOf(result.metafile)) + result.outputFiles[0].text;
}

/** A comment with the name, version and licence of each bundled package, in the order of their names; empty where there is none. */
async function noticesOf(metafile) {
  const [output] = Object.values(metafile.outputs);
  const packages = Object.entries(output.inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1])
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

/** Stands for the hash of the build while the hash is made. */
const NO_HASH = '000000000000';

/** Code.js, with `NO_HASH` in the place of the hash. */
async function buildCode(target) {
  const entryPoints = (await readEntryPoints()).filter(
    ({ doc }) => target.editorFunctions || !/^\/\*\*[\s*]*Editor:/.test(doc),
  );
  const { version } = JSON.parse(await readFile(from('package.json'), 'utf8'));
  const body = await bundle({
    stdin: {
      // Only what is named is bundled: an add-on holds no code of the functions that it leaves out.
      contents: `export { ${entryPoints.map(({ name }) => name).join(', ')} } from './src/main';`,
      resolveDir: root,
    },
    define: { ROLLCALL_BUILD: JSON.stringify({ target: target.id, version, hash: NO_HASH }) },
    format: 'iife',
    globalName: 'Rollcall',
    platform: 'neutral',
    target: 'es2019',
    minifySyntax: true,
  });
  const stubs = entryPoints.map(({ name, doc, parameters }) => {
    const list = parameters.join(', ');
    return `${doc}\nfunction ${name}(${list}) {\n  return Rollcall.${name}(${list});\n}\n`;
  });
  return `${indentedByTabs(body)}\n${stubs.join('\n')}`;
}

/** Apps Script loads the whole text each time it runs: half of the indentation is a tenth of it. */
function indentedByTabs(code) {
  return code.replace(/^(?: {2})+/gm, (blanks) => '\t'.repeat(blanks.length / 2));
}

async function buildSidebar() {
  const [page, style, script] = await Promise.all([
    readFile(from('src/sidebar/page.html'), 'utf8'),
    bundle({ entryPoints: ['src/sidebar/style.css'], minify: true }),
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
  // No template literal is in it: whatever looks like the start of one stands in a text or a pattern.
  const safe = script.replaceAll('`', '\\x60');
  return page.replace('/* style */', () => style).replace('/* script */', () => safe);
}

/** The first digits of the SHA-256 of the built files, one after the other. */
function hashOf(files) {
  const hash = createHash('sha256');
  for (const text of files) hash.update(text);
  return hash.digest('hex').slice(0, NO_HASH.length);
}

/** Builds a target into an emptied folder. */
async function buildTarget(target, out) {
  const [code, sidebar, manifest] = await Promise.all([
    buildCode(target),
    buildSidebar(),
    readFile(from('appsscript.json'), 'utf8'),
  ]);
  const parts = code.split(NO_HASH);
  if (parts.length !== 2) throw new Error(`Code.js must hold ${NO_HASH} once, as the place of the hash.`);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await Promise.all([
    writeFile(path.join(out, 'Code.js'), parts.join(hashOf([code, manifest, sidebar]))),
    writeFile(path.join(out, 'sidebar.html'), sidebar),
    writeFile(path.join(out, 'appsscript.json'), manifest),
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
        release: 'test/emulator/commands/release.ts',
        worker: 'test/emulator/platform/worker.ts',
        browser: 'test/browser-launch.ts',
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
  options: {
    emulator: { type: 'boolean', default: false },
    target: { type: 'string', default: 'bound' },
    out: { type: 'string' },
  },
});
const targets = await readTargets();
const target = Object.hasOwn(targets, values.target) ? targets[values.target] : undefined;
if (target === undefined) {
  console.error(`--target ${values.target}: there are ${Object.keys(targets).join(', ')}.`);
  process.exit(1);
}
await buildTarget(target, from(values.out ?? target.folder));
if (values.emulator) {
  const others = Object.values(targets).filter((one) => one !== target);
  await Promise.all([...others.map((one) => buildTarget(one, from(one.folder))), buildEmulator()]);
}
