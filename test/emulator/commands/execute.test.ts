/** `npm run execute`: one function of any project, as the editor's Run button runs it. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { projectOf } from '../../emulator.testing';
import { runProgram, type Ended } from './program.testing';

const MANIFEST = JSON.stringify({
  timeZone: 'Asia/Tokyo',
  oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly'],
});

let remove: (() => void) | undefined;
afterEach(() => {
  remove?.();
  remove = undefined;
});

/** Runs a function of a project that is given as files; the folder's name is left out of what it says. */
async function execute(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ended> {
  const project = projectOf(files);
  ({ remove } = project);
  const ended = await runProgram('execute', ...args, '--project', project.folder);
  const without = (text: string) => text.replaceAll(project.folder, 'DIR');
  return { ...ended, out: without(ended.out), err: without(ended.err) };
}

const CODE = `
  function add(a, b) { Logger.log('adding %s and %s', a, b); return { sum: a + b }; }
  function write() { SpreadsheetApp.getActiveSheet().getRange('A1:B2').setValues([['Name', '数'], ["'007", 5]]); }
  function fail() { throw new TypeError('no space'); }
  function missing() { SpreadsheetApp.getActiveSheet().getRange('A1').setBorder(true, true, true, true, true, true); }
  function forever() { for (;;) {} }
  function selected() { return SpreadsheetApp.getActiveRangeList().getRanges().map((one) => one.getA1Notation()); }
  function hidden_() {}
`;
const PROJECT = { 'appsscript.json': MANIFEST, 'Code.gs': CODE };

describe('a function', () => {
  test('gets its arguments as JSON; its log and its value are printed', async () => {
    expect(await execute(PROJECT, 'add', '2', '"x"')).toEqual({
      code: 0,
      out: 'adding 2 and x\n\nReturned: {\n  "sum": "2x"\n}\n',
      err: '',
    });
  });

  test('sees numbers, dates and truth values in a table, and texts that would lose something as they are', async () => {
    const code = `function kinds() {
      const [row] = SpreadsheetApp.getActiveSheet().getDataRange().getValues();
      return row.map((value) => (value instanceof Date ? value.toISOString() : value));
    }`;
    const project = projectOf({ ...PROJECT, 'Code.gs': code });
    ({ remove } = project);
    const sheet = path.join(project.folder, 'table.csv');
    writeFileSync(sheet, "42,2026-01-02,TRUE,007,115012345678901234567,=1+1,'+5,x\n");
    const { out } = await runProgram('execute', 'kinds', '--project', project.folder, '--sheet', sheet);
    expect(JSON.parse(out.slice(out.indexOf('[')))).toEqual([
      ...[42, '2026-01-01T15:00:00.000Z', true],
      ...['007', '115012345678901234567', '=1+1', '+5', 'x'],
    ]);
  });

  test('lives in the time zone of its manifest, and keeps the emulator’s own frames to itself', async () => {
    const code = `
      function day() { return new Date(2026, 0, 2).toISOString(); }
      function logged() { try { SpreadsheetApp.getActiveSheet().getRange('?'); } catch (error) { console.error(error); } }
      function thrown() { throw { code: 1 }; }`;
    const files = { ...PROJECT, 'Code.gs': code };
    expect((await execute(files, 'day')).out).toContain('2026-01-01T15:00:00.000Z');
    const { out } = await execute(files, 'logged');
    expect(out).toContain('Range not found');
    expect(out).not.toMatch(/services\.js|worker\.mjs|node:/);
    expect((await execute(files, 'thrown')).err).toContain('{ code: 1 }');
  });

  test('shows the sheets that it changed, and writes them as CSV', async () => {
    const project = projectOf(PROJECT);
    ({ remove } = project);
    const out = path.join(project.folder, 'out');
    const ended = await runProgram('execute', 'write', '--project', project.folder, '--out', out);
    expect(ended.code).toBe(0);
    expect(ended.out).toContain('Name | 数\n007  | 5');
    const [, file] = /Wrote (.*)/.exec(ended.out)!;
    expect(readFileSync(file!, 'utf8')).toBe('Name,数\n007,5\n');
  });

  test('sees a table and a selection that it is given', async () => {
    const project = projectOf(PROJECT);
    ({ remove } = project);
    const sheet = path.join(project.folder, 'people.csv');
    writeFileSync(sheet, 'a,b\n1,2\n');
    const args = ['selected', '--project', project.folder, '--sheet', sheet, '--select', 'A1:A2,B2'];
    expect((await runProgram('execute', ...args)).out).toContain('[\n  "A1:A2",\n  "B2"\n]');
  });

  test('that throws ends with 1, what it threw and where', async () => {
    const { code, err } = await execute(PROJECT, 'fail');
    expect(code).toBe(1);
    expect(err).toMatch(/^\nTypeError: no space\n {4}at fail \(Code\.gs:4:27\)\n$/);
  });

  test('that calls what the emulator does not have says which member', async () => {
    const { code, err } = await execute(PROJECT, 'missing');
    expect(code).toBe(1);
    expect(err).toContain('Error: SpreadsheetApp.Range.setBorder is not available in the emulator\n');
  });

  test('that never ends is ended', async () => {
    const { code, err } = await execute(PROJECT, 'forever', '--limit', '1');
    expect(code).toBe(1);
    expect(err).toContain('Exceeded maximum execution time');
  });
});

describe('it refuses', () => {
  test.each([
    ['no function', [], /^Which function\?\n\nUsage: npm run execute -- FUNCTION/],
    ['a function that is none', ['nothing'], /^There is no function nothing to run\. There are:\n {2}add\n/],
    ['a private function', ['hidden_'], /^There is no function hidden_ to run\./],
    [
      'an argument that is not JSON',
      ['add', 'two'],
      /^Argument 1 is not JSON: two\nText goes in double quotes/,
    ],
    ['too long a limit', ['add', '--limit', '361'], /^--limit takes a whole number from 0 to 360/],
    [
      'a person who is nobody',
      ['add', '--as', 'users/7'],
      /^--as users\/7: nobody in the workspace is called so/,
    ],
    [
      'a table that is missing',
      ['add', '--sheet', 'gone.csv'],
      /^--sheet gone\.csv: there is no such file\./,
    ],
    ['cells that are none', ['add', '--select', 'here'], /^--select here: .* Give cells such as A2:B9\./],
  ])('%s', async (_, args, message) => {
    const { code, err } = await execute(PROJECT, ...args);
    expect(err).toMatch(message);
    expect(err).not.toContain('    at ');
    expect(code).toBe(1);
  });

  const SERVICE = { userSymbol: 'Drive', serviceId: 'drive', version: 'v3' };
  test.each([
    ['no manifest', { 'Code.js': 'function go() {}' }, /^DIR\/appsscript\.json is missing/],
    [
      'a syntax error',
      { 'appsscript.json': MANIFEST, 'A.gs': 'function go() {}', 'B.gs': '\n\nlet x = ;' },
      /^DIR\/B\.gs, line 3: Unexpected token ';'\n$/,
    ],
    [
      'an unknown advanced service',
      {
        'appsscript.json': JSON.stringify({ dependencies: { enabledAdvancedServices: [SERVICE] } }),
        'Code.js': 'function go() {}',
      },
      /^DIR\/appsscript\.json: the advanced service drive v3 is not available in the emulator; it has chat v1\.\n$/,
    ],
    ['no script', { 'appsscript.json': MANIFEST }, /^DIR holds no script/],
  ])('a project with %s', async (_, files, message) => {
    const { code, err } = await execute(files, 'go');
    expect(err).toMatch(message);
    expect(code).toBe(1);
  });
});
