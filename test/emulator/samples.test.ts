/** Scripts of others: the shapes of Google's published samples, and an ordinary spreadsheet script, run as they are. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { NOBODY_WATCHING } from './platform/user-interface';
import type { EditorWindow } from './emulator';
import { SPACES } from './workspace/invented';
import { openEnvironment, type TestEnvironment } from '../emulator.testing';
import { runProgram } from './commands/program.testing';

let environment: TestEnvironment | undefined;
afterEach(async () => {
  await environment?.close();
  environment = undefined;
});

async function run(project: string, name: string, args: readonly unknown[] = [], window?: EditorWindow) {
  environment ??= await openEnvironment({
    project: `test/emulator/samples/${project}`,
    ...(window ? { window } : {}),
  });
  const result = await environment.emulator.run({ function: name, args, entry: 'menu' });
  expect(result.error).toBeUndefined();
  return result;
}

const HANA = `${SPACES.launch}/members/100000000000000000001`;

describe('a script that reads memberships', () => {
  test('gets one, and the editor’s log shows it', async () => {
    const { value, log } = await run('chat', 'showMembership', [HANA]);
    expect(value).toMatchObject({ name: HANA, role: 'ROLE_MANAGER', member: { displayName: '佐藤 花' } });
    expect(log[0]!.text).toContain(`name: '${HANA}',\n  state: 'JOINED'`);
  });

  test('follows pages from a token that is null', async () => {
    const { value, log } = await run('chat', 'listMembers', [SPACES.launch, 'member.type = "HUMAN"']);
    expect(value).toHaveLength(11);
    expect(new Set(value as string[]).size).toBe(11);
    expect(log[0]!.text).toMatch(/^spaces\/AAQAh4rUk1w\/members\/\d+ is JOINED$/);
    expect(environment!.apis.counts().byMethod).toEqual({ 'chat.spaces.members.list': 4 });
  });

  test('gets a space, and catches what is refused', async () => {
    const found = await run('chat', 'showSpace', [SPACES.launch]);
    expect([found.value, found.log[0]!.text]).toEqual(['SPACE', 'Space display name: Orchard launch']);
    const gone = await run('chat', 'showSpace', ['spaces/SPACE_NAME']);
    expect([gone.value, gone.log[0]!.text]).toEqual([
      404,
      'Failed to get space with error API call to chat.spaces.get failed with error: Requested entity was not found.',
    ]);
  });

  test('lists spaces in an async function', async () => {
    const { value } = await run('chat', 'listNamedSpaces');
    expect(value).toEqual(['Orchard launch', '営業部', 'Board papers', 'Name lab']);
  });

  test('searches named spaces', async () => {
    expect((await run('chat', 'findNamedSpaces', ['orch'])).value).toEqual(['Orchard launch']);
  });

  test('lists what happened in a space', async () => {
    const { value } = await run('chat', 'listNewMembers', [SPACES.launch, '2026-10-20T00:00:00Z']);
    expect(value).toEqual([`${SPACES.launch}/members/100000000000000000004`]);
  });

  test('goes as the app with a token in the headers', async () => {
    await run('chat', 'showSpace', [SPACES.launch]);
    const { value } = await run('chat', 'showMembershipAs', [HANA, environment!.apis.tokens.app]);
    expect(value).toMatchObject({ member: { displayName: '佐藤 花' } });
    expect(value).not.toHaveProperty('member.email');
  });

  test('reads without the advanced service', async () => {
    const { value } = await run('chat', 'fetchMembership', [HANA]);
    expect(value).toEqual([200, 'JOINED', 'application/json; charset=UTF-8']);
  });

  test('runs from the command line', async () => {
    const args = ['listNamedSpaces', '--project', 'test/emulator/samples/chat'];
    const { code, out } = await runProgram('execute', ...args);
    expect([code, out.includes('"Orchard launch"')]).toEqual([0, true]);
  });
});

describe('a spreadsheet script whose manifest names no scopes', () => {
  test('makes its menus when it is opened', async () => {
    const menus: string[] = [];
    environment = await openEnvironment({
      project: 'test/emulator/samples/sheet',
      window: {
        ...NOBODY_WATCHING,
        addMenu: ({ caption, place }) =>
          menus.push(place === undefined ? caption : `Extensions > ${caption}`),
      },
    });
    expect((await environment.emulator.open()).outcome).toBe('completed');
    expect(menus).toEqual(['Lists', 'Extensions > Rollcall']);
  });

  test('shows pages', async () => {
    const shown: string[] = [];
    await run('sheet', 'showHelp', [], {
      ...NOBODY_WATCHING,
      showDialog: ({ html, title, width, height }) => shown.push(`${title} ${width}x${height} ${html}`),
      showSidebar: ({ html, title }) => shown.push(`${title} ${html}`),
    });
    expect(shown).toEqual(['Help 300x200 <p>Help</p>', 'Help <!doctype html>\n<p>Hello</p>\n']);
  });

  test('asks', async () => {
    const said: string[] = [];
    const answered = await run('sheet', 'askName', [], {
      ...NOBODY_WATCHING,
      prompt: () => Promise.resolve({ button: 'OK', text: 'Ada' }),
      alert: ({ title, prompt }) => {
        said.push(`${title} ${prompt}`);
        return Promise.resolve('OK');
      },
    });
    expect([answered.value, said]).toEqual(['Ada', ['Hello Ada']]);
  });

  test('keeps what it counts from run to run', async () => {
    await run('sheet', 'countRuns');
    const { value, log } = await run('sheet', 'countRuns');
    expect(value).toEqual([{ runs: '2' }, '2']);
    expect(log[0]!.text).toBe('Held: false, true');
  });

  test('keeps one trigger, however often it runs', async () => {
    await run('sheet', 'armOnce');
    expect((await run('sheet', 'armOnce')).value).toEqual([true, 1]);
  });

  test('knows who runs it', async () => {
    expect((await run('sheet', 'whoAmI')).value).toEqual(Array(2).fill('hana.sato@orchard.example'));
  });

  test('writes row by row, and reads what is displayed', async () => {
    const people = [
      ['Ada', '12/10/1815', 1],
      ['Bo', '', 2],
    ];
    expect((await run('sheet', 'appendPeople', [people])).value).toEqual([
      ['Name', 'Born', 'Share'],
      ['Ada', '12/10/1815', '50%'],
      ['Bo', '', '2'],
    ]);
  });

  test('tidies a table', async () => {
    await run('sheet', 'goHome');
    environment!.emulator.spreadsheet.addTab('Table', [
      ['a', 1],
      ['a', 1],
      ['b', 2],
    ]);
    environment!.emulator.spreadsheet.select('Table', ['A1']);
    expect((await run('sheet', 'tidyList')).value).toBe(2);
    expect(environment!.emulator.spreadsheet.display('Table')).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });

  test('describes a cell, and goes to the first one', async () => {
    expect((await run('sheet', 'goHome')).value).toBe('A1 of Sheet1 in Rollcall, en_US');
    environment!.emulator.spreadsheet.type('Sheet1', 1, 1, '12%');
    expect((await run('sheet', 'describeCell', ['A1'])).value).toEqual({
      value: 0.12,
      shown: '12%',
      formula: '',
      format: '0%',
      columns: 1,
    });
  });
});
