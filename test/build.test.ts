/** The product as it is pushed: what dist/ holds, and that Apps Script can load it. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'acorn';

const FILES = ['Code.js', 'appsscript.json', 'sidebar.html'];
let scratch: string;
const built = (name: string) => readFileSync(path.join(scratch, 'first', name), 'utf8');

beforeAll(() => {
  scratch = mkdtempSync('.emulator/build-test-');
  for (const [out, target] of [
    ['first', 'bound'],
    ['second', 'bound'],
    ['add-on', 'add-on'],
  ] as const) {
    const folder = path.join(scratch, out);
    cpSync('LICENSE', path.join(folder, 'left-over.js'));
    execFileSync(process.execPath, ['build.mjs', '--target', target, '--out', folder]);
  }
}, 60_000);

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

/** The names that a script of the project would put into Apps Script's one global scope. */
function topLevelNames(source: string): string[] {
  return parse(source, { ecmaVersion: 2019, sourceType: 'script' }).body.flatMap((node) => {
    if (node.type === 'FunctionDeclaration') return [node.id.name];
    if (node.type === 'VariableDeclaration')
      return node.declarations.map(({ id }) => (id as { name: string }).name);
    return [];
  });
}

function exportsOfMain(): string[] {
  return [...readFileSync('src/main.ts', 'utf8').matchAll(/^export function (\w+)/gm)].map(
    ([, name]) => name!,
  );
}

describe('the build', () => {
  test('empties the folder and writes exactly three files', () => {
    expect(readdirSync(path.join(scratch, 'first')).sort()).toEqual(FILES);
  });

  test.each(FILES)('writes %s byte for byte the same again', (name) => {
    expect(readFileSync(path.join(scratch, 'second', name))).toEqual(
      readFileSync(path.join(scratch, 'first', name)),
    );
  });
});

describe('the targets', () => {
  test('differ in Code.js alone', () => {
    for (const name of ['appsscript.json', 'sidebar.html'])
      expect(readFileSync(path.join(scratch, 'add-on', name), 'utf8')).toBe(built(name));
  });

  test('an add-on opens the functions of a bound script but those of the script editor', () => {
    const editor = [
      ...readFileSync('src/main.ts', 'utf8').matchAll(/\n \* Editor: [^]*?export function (\w+)/g),
    ];
    expect(editor.length).toBeGreaterThan(2);
    const left = exportsOfMain().filter((name) => !editor.some(([, other]) => other === name));
    const code = readFileSync(path.join(scratch, 'add-on', 'Code.js'), 'utf8');
    expect(topLevelNames(code)).toEqual(['Rollcall', ...left]);
  });

  test('are the only ones: another name is refused', () => {
    expect(() =>
      execFileSync(process.execPath, ['build.mjs', '--target', 'webapp'], { stdio: 'pipe' }),
    ).toThrow(/--target webapp: there are bound, add-on/);
  });

  test.each(['first', 'add-on'])('say the version and the hash of their files: %s', (folder) => {
    const read = (name: string) => readFileSync(path.join(scratch, folder, name), 'utf8');
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const [, said = '', hash = ''] = /version: "([^"]+)", hash: "([\da-f]{12})"/.exec(read('Code.js')) ?? [];
    expect(said).toBe(version);
    const whole = [
      read('Code.js').replace(hash, '000000000000'),
      read('appsscript.json'),
      read('sidebar.html'),
    ];
    expect(createHash('sha256').update(whole.join('')).digest('hex').slice(0, 12)).toBe(hash);
  });
});

describe('Code.js', () => {
  test('is ES2019 and opens one function for each export of main.ts, and nothing else', () => {
    expect(topLevelNames(built('Code.js'))).toEqual(['Rollcall', ...exportsOfMain()]);
  });

  test('has a doc comment on every function', () => {
    for (const name of exportsOfMain()) {
      expect(built('Code.js')).toMatch(new RegExp(`\\*/\\nfunction ${name}\\(`));
    }
  });

  test('loads in an empty context: no service, no browser and no Node global is touched at load time', () => {
    const context = vm.createContext({});
    vm.runInContext(built('Code.js'), context);
    expect(Object.keys(context).sort()).toEqual(['Rollcall', ...exportsOfMain()].sort());
  });
});

describe('sidebar.html', () => {
  test('names no address that a browser would load', () => {
    expect(built('sidebar.html')).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)=/i);
    expect(built('sidebar.html')).not.toMatch(/@import|url\(["']?http/i);
  });

  test('holds no scriptlet, so that it means the same as a template', () => {
    expect(built('sidebar.html')).not.toContain('<?');
  });

  test('has a script that HtmlService’s host page leaves whole: one end tag, no template literal', () => {
    const [, script = ''] = built('sidebar.html').split('<script>');
    expect(script.length).toBeGreaterThan(10_000);
    expect(script.match(/<\/script/gi)).toHaveLength(1);
    expect(script).not.toMatch(/`|<!--/);
  });

  test('has its script and style in place of the marks', () => {
    expect(built('sidebar.html')).not.toMatch(/\/\* (style|script) \*\//);
  });
});

describe('the licence of a bundled package', () => {
  const licenceOf = (name: string) => {
    const folder = path.join('node_modules', name);
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    const file = readdirSync(folder).find((entry) => /^license/i.test(entry))!;
    return `${name} ${version}\n${readFileSync(path.join(folder, file), 'utf8').trim()}`;
  };

  test.each([
    ['sidebar.html', 'preact'],
    ['sidebar.html', 'valibot'],
    ['Code.js', 'valibot'],
  ])('stands in %s: %s', (file, name) => {
    expect(built(file)).toContain(licenceOf(name));
  });

  test('stands nowhere else', () => {
    expect(built('Code.js')).not.toContain('preact ');
  });
});

describe('clasp', () => {
  test('would push exactly the three files', () => {
    const project = path.join(scratch, 'project');
    cpSync(path.join(scratch, 'first'), path.join(project, 'dist'), { recursive: true });
    const settings = JSON.parse(readFileSync('.clasp.json', 'utf8')) as object;
    writeFileSync(path.join(project, '.clasp.json'), JSON.stringify({ ...settings, scriptId: 'made-up-id' }));
    symlinkSync(path.resolve('node_modules'), path.join(project, 'node_modules'));
    const output = execFileSync('node_modules/.bin/clasp', ['-P', project, 'show-file-status', '--json'], {
      env: { ...process.env, HOME: scratch },
      encoding: 'utf8',
    });
    const { filesToPush } = JSON.parse(output) as { filesToPush: string[] };
    expect(filesToPush.map((file) => path.basename(file)).sort()).toEqual(FILES);
  });

  test('can create the script: .clasp.json names dist and no made-up script id, which would block it', () => {
    const settings = JSON.parse(readFileSync('.clasp.json', 'utf8')) as {
      rootDir: string;
      scriptId?: string;
    };
    expect(settings.rootDir).toBe('dist');
    if ('scriptId' in settings) expect(settings.scriptId).toMatch(/^[\w-]{40,}$/);
  });
});
