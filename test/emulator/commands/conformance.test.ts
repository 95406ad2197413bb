/** `npm run conformance`: on the emulator, into a sheet by the real clasp, and with the answers that came out there. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { FakeGoogle, logIn } from './fake-google.testing';
import type { Ended } from './program.testing';

const CASES = 'test/emulator/conformance/project';
/** clasp is large, and a busy machine takes a while to start it. */
const CLASP_MS = 240_000;
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };

/** A folder in which the command writes what it keeps. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.resolve('.emulator/conformance-test-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function conformance(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Ended> {
  const program = path.resolve('.emulator/conformance.mjs');
  const options = { cwd: folder, env: { ...env, INIT_CWD: folder } };
  return promisify(execFile)(process.execPath, [program, ...args], options).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (failure: unknown) => {
      const { code, stdout, stderr } = failure as { code: number; stdout: string; stderr: string };
      return { code, out: stdout, err: stderr };
    },
  );
}

const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

/** Writes what a person pasted. */
function paste(
  answers: Readonly<Record<string, string>>,
  more: Readonly<Record<string, unknown>> = {},
): void {
  const file = {
    rollcallConformance: 1,
    product: version,
    askedOn: '2026-12-01',
    language: 'en',
    answers,
    notAsked: [],
    ...more,
  };
  writeFileSync(path.join(folder, 'answers.json'), JSON.stringify(file));
}

describe('on the emulator', () => {
  test('it prints every case with its answer, and writes the page that says what is known', async () => {
    const { code, out } = await conformance([]);
    expect(code).toBe(0);
    expect(out).toMatch(/^formula-in-text-cell +(?:text|formula) {2}\(assumed\)$/m);
    expect(read('docs/verified.md')).toBe(readFileSync('docs/verified.md', 'utf8'));
  });
});

describe('with answers from Google', () => {
  test('it keeps them with their day, and the page says which are confirmed', async () => {
    paste({ 'formula-in-text-cell': 'formula', 'date-tag': '[object Date]' }, { notAsked: ['get'] });
    const { code, out } = await conformance(['--answers', 'answers.json']);
    expect(code).toBe(0);
    expect(out).toContain('Kept 2 answers of 2026-12-01');
    expect(out).toContain('Not asked: get.');
    const kept = read('test/emulator/conformance/kept.ts');
    expect(kept).toContain("'formula-in-text-cell': { answer: 'formula', askedOn: '2026-12-01'");
    const page = read('docs/verified.md');
    // The emulator then does as Google does.
    expect(page).toMatch(/\| formula +\| confirmed 2026-12-01 \| `formula-in-text-cell`/);
    expect(page).toMatch(/\| text +\| assumed +\| `formula-as-rich-text`/);
    expect(page).toContain('2 of ');
  });

  test('an answer that contradicts the emulator is printed with both, and kept all the same', async () => {
    paste({ 'plus-sign': 'number', 'absent-email': '418' });
    const { code, err } = await conformance(['--answers', 'answers.json']);
    expect(code).toBe(1);
    expect(err).toContain('Contradiction in plus-sign: Google answers "number", the emulator "string".');
    expect(err).toContain('Contradiction in absent-email: Google answers "418", the emulator "400".');
    expect(read('docs/verified.md')).toMatch(/\| string +\| \*\*contradicted\*\* 2026-12-01: number/);
  });

  test.each([
    ['of an older Rollcall', { product: '0.0.9' }, /answers to the cases of an older Rollcall, 0\.0\.9;/],
    ['of a newer Rollcall', { product: '12.0.0' }, /answers to the cases of a newer Rollcall, 12\.0\.0;/],
    ['of another format', { rollcallConformance: 2 }, /have the format 2, and this Rollcall reads 1\./],
    ['that are none', { rollcallConformance: undefined }, /These are no answers/],
    ['of no day', { askedOn: 'yesterday' }, /askedOn: must be a day such as 2026-12-01\./],
    ['of a month that is none', { askedOn: '2026-99-01' }, /askedOn: must be a day such as 2026-12-01\./],
    ['to an unknown case', { answers: { wish: 'yes' } }, /This Rollcall has no case wish\./],
    [
      'that name somebody',
      { answers: { get: 'hana.sato@orchard.example' } },
      /get: the answer names somebody or something, and would be public\./,
    ],
  ])('answers %s are refused with the reason', async (_, more, reason) => {
    paste({}, more);
    const { code, err } = await conformance(['--answers', 'answers.json']);
    expect([code, err]).toEqual([1, expect.stringMatching(reason)]);
    expect(existsSync(path.join(folder, 'docs'))).toBe(false);
  });

  test.each([
    [['--answers', 'nowhere.json'], /--answers nowhere\.json: .*no such file/],
    [['--admin'], /--admin and --app go with --google\./],
    [['--google', '--answers', 'answers.json'], /--answers comes afterwards, alone\./],
    [['--nonsense'], /Usage: npm run conformance --/],
  ])('%j is refused', async (args, reason) => {
    const { code, err } = await conformance(args);
    expect([code, err]).toEqual([1, expect.stringMatching(reason)]);
  });
});

describe('with --google', () => {
  test.each([
    [[], []],
    [
      ['--admin', '--app'],
      ['cloud-platform', 'chat.admin.memberships.readonly'],
    ],
  ])(
    '%j it pushes the same cases into a new sheet, and says what to do there',
    async (args, added) => {
      const google = new FakeGoogle();
      await google.listen();
      const home = path.join(folder, 'home');
      logIn(home);
      const own = ['.clasp.json', 'appsscript.json'].map((file) => readFileSync(file, 'utf8'));
      try {
        const { code, out } = await conformance(['--google', ...args], google.envOf(home));
        expect([code, google.sheets.length]).toEqual([0, 1]);
        const [script] = [...google.scripts.values()];
        expect(script?.parentId).toBe(google.sheets[0]);
        const pushed = new Map(script?.files.map(({ name, source }) => [name, source]));
        const files = readdirSync(CASES);
        expect([...pushed.keys()].sort()).toEqual(files.map((file) => path.parse(file).name).sort());
        for (const file of files.filter((name) => name !== 'appsscript.json')) {
          expect(pushed.get(path.parse(file).name)).toBe(readFileSync(path.join(CASES, file), 'utf8'));
        }
        const scopes = (text: string) =>
          (JSON.parse(text) as { readonly oauthScopes: readonly string[] }).oauthScopes;
        const ofCases = scopes(readFileSync(path.join(CASES, 'appsscript.json'), 'utf8'));
        const more = added.map((scope) => `https://www.googleapis.com/auth/${scope}`);
        expect(scopes(pushed.get('appsscript') ?? '')).toEqual([...ofCases, ...more]);
        // clasp looks for a project in the folders above too: that is the add-on.
        expect(['.clasp.json', 'appsscript.json'].map((file) => readFileSync(file, 'utf8'))).toEqual(own);
        for (const step of ['Conformance > 2. Ask', 'askFromEditor', 'Make a copy', '--answers FILE'])
          expect(out).toContain(step);
      } finally {
        await google.close();
      }
    },
    CLASP_MS,
  );
});
