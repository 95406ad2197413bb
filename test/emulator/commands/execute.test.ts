/** `npm run execute`: one function of any project, as the editor's Run button runs it. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { projectOf } from '../../emulator.testing';
import { SPACES } from '../workspace/invented';
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
  function careless() {
    for (const one of [() => SpreadsheetApp.getActiveSheet().getRange('A1').setBorder(true), () => FormApp.create('x')])
      for (const again of [1, 2]) try { one(); } catch {}
    return 'done';
  }
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

  test('that catches such an error ends with 1 all the same', async () => {
    const { code, out, err } = await execute(PROJECT, 'careless');
    expect([code, out]).toEqual([1, '\nReturned: "done"\n']);
    expect(err).toBe(
      '\nNot available in the emulator:\n  SpreadsheetApp.Range.setBorder\n  FormApp.create\n',
    );
  });

  test('that never ends is ended', async () => {
    const { code, err } = await execute(PROJECT, 'forever', '--limit', '1');
    expect(code).toBe(1);
    expect(err).toContain('Exceeded maximum execution time');
  });
});

const TALK = `
  function talk() {
    const ui = SpreadsheetApp.getUi();
    const more = ui.createMenu('More').addItem('Peel', 'peel');
    ui.createMenu('Fruit').addItem('Pick', 'pick').addSeparator().addSubMenu(more).addToUi();
    console.log('button ' + ui.alert('Rows', 'Write 3 rows?\\nThey are new.', ui.ButtonSet.YES_NO));
    const name = ui.prompt('Your name?', ui.ButtonSet.OK_CANCEL);
    Logger.log('name ' + name.getSelectedButton() + ' ' + name.getResponseText());
    SpreadsheetApp.getActiveSpreadsheet().toast('3 rows', 'Done');
    ui.showSidebar(HtmlService.createHtmlOutputFromFile('page').setTitle('Fruit'));
    ui.showModalDialog(HtmlService.createHtmlOutput('<p>bare').setWidth(300), 'A dialog');
  }`;
const PAGE = `<!doctype html><head><title>no</title><style>p{}</style></head><body><!-- no -->
  <h1>Pears &amp; apples</h1><p>Pick <b>one</b>&#33;</p><script>document.title = '<p>no</p>'</script></body>`;

describe('what a person is told', () => {
  const TALKING = {
    'appsscript.json': JSON.stringify({
      oauthScopes: ['spreadsheets.currentonly', 'script.container.ui'].map(
        (scope) => `https://www.googleapis.com/auth/${scope}`,
      ),
    }),
    'Code.gs': TALK,
    'page.html': PAGE,
  };

  test('is printed in order: menus, questions and their answers, toasts, pages, the log', async () => {
    const { code, out, err } = await execute(
      TALKING,
      'talk',
      '--answer',
      'yes',
      '--answer',
      'Ada',
      '--answer',
      'spare',
    );
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      [
        ...['Menu "Fruit"', '  Pick -> pick', '  ---', '  More', '    Peel -> peel'],
        ...['Alert "Rows"', '  Write 3 rows?', '  They are new.', '  Answered with YES. Buttons: YES, NO'],
        'button YES',
        ...['Prompt', '  Your name?', '  Typed: Ada', '  Answered with OK. Buttons: OK, CANCEL'],
        'name OK Ada',
        ...['Toast "Done"', '  3 rows'],
        'Sidebar "Fruit"',
        `  A page of ${PAGE.length} characters of HTML, to which its script adds the rest: npm start shows it`,
        ...['  Pears & apples', '  Pick one!'],
        ...['Dialog "A dialog" (300 x ? pixels)', '  A page of 7 characters of HTML', '  bare'],
        ...['', '--answer spare: nothing asked for it.', ''],
      ].join('\n'),
    );
  });

  test('is closed where no answer is given', async () => {
    const { code, out } = await execute(TALKING, 'talk');
    expect(code).toBe(0);
    expect(out).toContain('  Closed. Buttons: YES, NO\nbutton CLOSE\n');
    expect(out).toContain('  Closed. Buttons: OK, CANCEL\nname CLOSE \n');
  });

  test('takes the name of a prompt’s other button', async () => {
    const { out } = await execute(TALKING, 'talk', '--answer', 'NO', '--answer', 'CANCEL');
    expect(out).toContain('button NO\n');
    expect(out).toContain('name CANCEL \n');
  });

  test('takes no button that an alert does not have', async () => {
    const { code, out, err } = await execute(TALKING, 'talk', '--answer', 'OK');
    expect(out).toContain('button CLOSE\n');
    expect(err).toBe('\n--answer OK: the alert "Rows" has no such button, only YES, NO.\n');
    expect(code).toBe(1);
  });
});

describe('--set', () => {
  const READ = `function read(cell) {
    const range = SpreadsheetApp.getActiveSheet().getRange(cell);
    return [range.getFormula(), range.getValue()];
  }`;
  const FILES = { 'appsscript.json': MANIFEST, 'Code.gs': READ };
  const valueOf = ({ out }: Ended): unknown => JSON.parse(out.slice(out.indexOf('[')));

  test.each([
    [['Sheet1!B2=42'], 'B2', ['', 42]],
    [['b2=text=more'], 'B2', ['', 'text=more']],
    [['Sheet1!F2==1+1'], 'F2', ['=1+1', '#N/A']],
    [["Sheet1!B2='42"], 'B2', ['', '42']],
    [['B2=first', 'B2=second'], 'B2', ['', 'second']],
    [['B2=gone', 'B2='], 'B2', ['', '']],
    [['Sheet1!AC1002=far'], 'AC1002', ['', 'far']],
  ])('%j makes %s %j', async (sets, cell, value) => {
    const options = sets.flatMap((set) => ['--set', set]);
    expect(valueOf(await execute(FILES, 'read', JSON.stringify(cell), ...options))).toEqual(value);
  });

  test('types into a tab whose name has spaces and marks', async () => {
    const project = projectOf(FILES);
    ({ remove } = project);
    const sheet = path.join(project.folder, 'My list! 2.csv');
    writeFileSync(sheet, 'a\n');
    const args = ['read', '"A2"', '--project', project.folder, '--sheet', sheet, '--set', 'My list! 2!A2=x'];
    expect(valueOf(await runProgram('execute', ...args))).toEqual(['', 'x']);
  });

  test.each([
    ['B2', /^--set B2: there is no "="\. Give it as 'Tab!B2=text'\.\n$/],
    ['List!B2=x', /^--set List!B2=x: there is no tab "List"\. There are: Sheet1\.\n$/],
    ['B=x', /^--set B=x: "B" is no cell of a spreadsheet, which has 10,000,000 at most\./],
    ['A1:B2=x', /"A1:B2" is no cell/],
    ['A9999999=x', /"A9999999" is no cell/],
  ])('%s is refused', async (set, message) => {
    const { code, err } = await execute(FILES, 'read', '"A1"', '--set', set);
    expect([code, err]).toEqual([1, expect.stringMatching(message)]);
  });
});

test.each([
  [
    'a method of Chat',
    'https://chat.googleapis.com/v1/spaces:findDirectMessage',
    /chat\.spaces\.findDirectMessage$/m,
  ],
  ['another API', 'https://www.googleapis.com/drive/v3/files', /www\.googleapis\.com$/m],
])('%s that is fetched and not served is listed, also where the script mutes it', async (_, url, named) => {
  const scope = 'https://www.googleapis.com/auth/script.external_request';
  const project = projectOf({
    'appsscript.json': JSON.stringify({ timeZone: 'Asia/Tokyo', oauthScopes: [scope] }),
    'Code.gs': `function go() { try { UrlFetchApp.fetch('${url}', { muteHttpExceptions: true }); } catch (error) {} }`,
  });
  ({ remove } = project);
  const { code, err } = await runProgram('execute', 'go', '--project', project.folder);
  expect(code).toBe(1);
  expect(err).toMatch(named);
});

describe('the edits of a scenario', () => {
  const CODE_OF = `function read() {
    const sheet = SpreadsheetApp.getActiveSheet();
    return [sheet.getRange('A1').getValue(), sheet.getRange('A2').getValue()];
  }`;

  async function during(edits: readonly unknown[], ...more: readonly string[]): Promise<Ended> {
    const scenario = JSON.stringify({ edits });
    const project = projectOf({ 'appsscript.json': MANIFEST, 'Code.gs': CODE_OF, 'scenario.json': scenario });
    ({ remove } = project);
    const file = path.join(project.folder, 'scenario.json');
    const args = ['read', '--project', project.folder, '--scenario', file, '--set', 'A1=top', ...more];
    return await runProgram('execute', ...args);
  }

  test('happen at their calls, which --calls lists', async () => {
    const { code, out } = await during(
      [{ atCall: 3, insertRows: { sheet: 'Sheet1', row: 1, count: 1 } }],
      '--calls',
    );
    expect(code).toBe(0);
    expect(out).toContain('Returned: [\n  "top",\n  "top"\n]');
    expect(out).toContain(
      '\nService calls\n1 SpreadsheetApp.getActiveSheet\n2 Range.getValue\n3 Range.getValue\n',
    );
  });

  test('that never come are said, and nothing is wrong', async () => {
    const { code, out } = await during([{ atCall: 40, kill: {} }]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /--scenario: edits\.0: kill at call 40 never came: the execution made 3 service calls\.\n$/,
    );
  });

  test('that cannot be done end with 1 and say why', async () => {
    const { code, err } = await during([{ atCall: 2, deleteSheet: { sheet: 'List' } }]);
    expect([code, err]).toEqual([1, 'deleteSheet at call 2: There is no tab "List". There are: Sheet1.\n']);
  });

  test('that cannot be done lose neither the book nor what the emulator lacks', async () => {
    const project = projectOf({
      'appsscript.json': MANIFEST,
      'Code.gs': `function go() {
        SpreadsheetApp.getActiveSheet().getRange('A1').setValue('kept');
        SpreadsheetApp.flush();
        try { FormApp.create('x'); } catch (error) {}
        SpreadsheetApp.getActiveSheet().getName();
      }`,
      'scenario.json': JSON.stringify({ edits: [{ atCall: 5, deleteSheet: { sheet: 'List' } }] }),
    });
    ({ remove } = project);
    const [scenario, book] = ['scenario.json', 'book.json'].map((name) => path.join(project.folder, name));
    const args = ['--project', project.folder, '--scenario', scenario!, '--book', book!];
    const { code, err } = await runProgram('execute', 'go', ...args);
    expect(code).toBe(1);
    expect(err).toContain('Not available in the emulator:\n  FormApp.create\n');
    expect(err).toContain('deleteSheet at call 5: There is no tab "List".');
    expect(readFileSync(book!, 'utf8')).toContain('"kept"');
  });

  test('may kill it', async () => {
    const { code, err } = await during([{ atCall: 2, kill: {} }]);
    expect([code, err]).toEqual([1, '\nError: The execution ended: killed\n']);
  });
});

describe('--confirm', () => {
  const QUESTION = ['getMembership', JSON.stringify(SPACES.launch), '"ken.mori@orchard.example"'];
  const ADDRESS = 'rollcall-app@orchard-project.iam.gserviceaccount.com';

  test.each([
    [[], 'User'],
    [['--confirm', 'admin'], 'Workspace admin'],
    [['--confirm', 'admin', '--scenario', 'daily-quota'], 'Workspace admin'],
    [['--confirm', `app=${ADDRESS}`], 'Chat app'],
  ])('%j: the row says that it asked as %s', async (options, identity) => {
    const { out } = await runProgram('execute', ...QUESTION, ...options);
    const [row = ''] = out.split('\n').filter((line) => line.startsWith(SPACES.launch));
    expect(row.split(' | ').at(-2)?.trim()).toBe(identity);
  });

  test.each([
    ['root', /^--confirm takes admin or app=ADDRESS of a service account, not "root"\.\n$/],
    ['app=', /^--confirm takes admin or app=ADDRESS/],
    ['app=ada@orchard.example', /^--confirm: .*service account/],
  ])('%s is refused', async (typed, message) => {
    const { code, err } = await runProgram('execute', ...QUESTION, '--confirm', typed);
    expect([code, err]).toEqual([1, expect.stringMatching(message)]);
  });

  test('is refused for another project, by its own name', async () => {
    expect((await execute(PROJECT, 'add', '--confirm', 'admin')).err).toMatch(
      /^--confirm: the project has no function sidebarSaveSettings/,
    );
    const broken = { 'appsscript.json': MANIFEST, 'A.gs': 'let x = ;' };
    expect((await execute(broken, 'add', '--confirm', 'admin')).err).toMatch(/^DIR\/A\.gs, line 1: /);
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
