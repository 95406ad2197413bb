import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { TestEnvironment } from '../../emulator.testing';
import { openScript, TWO_PEOPLE } from './echo.testing';

let environment: TestEnvironment | undefined;
afterEach(async () => {
  await environment?.close();
  environment = undefined;
});

async function run(code: string, name = 'main', args: readonly unknown[] = []) {
  environment = await openScript(code);
  return await environment.emulator.run({ function: name, args, entry: 'editor' });
}

describe('an execution', () => {
  test('starts with fresh globals each time', async () => {
    environment = await openScript(
      'let count = 0; function main() { count += 1; globalThis.left = true; return count; }',
    );
    const run = async () => (await environment?.emulator.run({ function: 'main', entry: 'editor' }))?.value;
    expect([await run(), await run()]).toEqual([1, 1]);
  });

  test('has none of the globals that Apps Script lacks', async () => {
    const { value } = await run(
      `function main() {
        return ['URL', 'setTimeout', 'fetch', 'TextEncoder', 'structuredClone', 'require', 'process', 'atob', 'crypto',
          'queueMicrotask', '__bridge', '__order'].filter((name) => name in globalThis);
      }`,
    );
    expect(value).toEqual([]);
  });

  test('lives by the clock of the emulator', async () => {
    environment = await openScript(
      `function main() { const before = Date.now(); Utilities.sleep(90000);
        return [new Date(before).toISOString(), Date.now() - before, new Date() instanceof Date, new Date().constructor === Date]; }`,
    );
    environment.clock.advance(60_000);
    const { value } = await environment.emulator.run({ function: 'main', entry: 'editor' });
    expect(value).toEqual(['2026-11-02T00:01:00.000Z', 90_000, true, true]);
  });

  test('gives errors and arrays of the script’s own realm', async () => {
    const { value } = await run(
      `function main() {
        try { CacheService.getScriptCache().get(''); } catch (error) {
          return [error instanceof Error, error.name, error.message, String(error), PropertiesService.getScriptProperties().getProperties() instanceof Object];
        }
      }`,
    );
    expect(value).toEqual([
      true,
      'Exception',
      'Invalid argument: key',
      'Exception: Invalid argument: key',
      true,
    ]);
  });

  test('waits for an async function', async () => {
    const { value } = await run('async function main() { return await Promise.resolve(7); }');
    expect(value).toBe(7);
  });

  test('ends with what the script throws, without a trace of this machine', async () => {
    const result = await run('function main() { throw new TypeError("no space"); }');
    expect(result).toMatchObject({ outcome: 'failed', error: { name: 'TypeError', message: 'no space' } });
    expect(result.error?.stack).toMatch(/at main \(Code\.js:1:/);
    expect(result.error?.stack).not.toMatch(/worker\.mjs|node:/);
  });

  test.each(['gone', 'alert(1)', ''])('of the missing function "%s" says so', async (name) => {
    const result = await run('function main() {}', name);
    expect(result.error?.message).toBe(`Script function not found: ${name}`);
  });

  test('logs as the editor does, and all of it reaches Cloud Logging', async () => {
    const result = await run(
      `function main() { Logger.log('%s is %d', 'seven', 7); console.warn({ a: [1] }); Logger.log({ name: 'spaces/A' }); }`,
    );
    expect(result.log).toEqual([
      { from: 'Logger', level: 'log', text: 'seven is 7' },
      { from: 'console', level: 'warn', text: '{ a: [ 1 ] }' },
      { from: 'Logger', level: 'log', text: "{ name: 'spaces/A' }" },
    ]);
    expect(environment?.emulator.stores.cloudLog()).toEqual([
      'seven is 7',
      '{ a: [ 1 ] }',
      "{ name: 'spaces/A' }",
    ]);
    expect(environment?.emulator.stores.cloudLog(['main'])).toEqual(['{ a: [ 1 ] }']);
  });

  test('counts every service call', async () => {
    const { calls } = await run(
      `function main() { const p = PropertiesService.getDocumentProperties(); p.setProperty('a', 1); return p.getProperty('a'); }`,
    );
    expect(calls).toEqual(['Properties.setProperty', 'Properties.getProperty']);
  });

  test('says of a member that is missing that it is', async () => {
    const { error, refusals } = await run('function main() { SpreadsheetApp.create("x"); }');
    expect(error?.message).toBe('SpreadsheetApp.create is not available in the emulator');
    expect(refusals).toEqual(['SpreadsheetApp.create']);
    expect(environment?.emulator.takeRefusals()).toEqual(refusals);
  });

  test.each([
    [
      'a member',
      'SpreadsheetApp.getActiveSheet().getRange("A1").setBorder(true)',
      'SpreadsheetApp.Range.setBorder',
    ],
    ['a service', 'FormApp.create("x")', 'FormApp.create'],
    [
      'a member that it asks for first',
      '"setBorder" in SpreadsheetApp.getActiveSheet().getRange("A1")',
      'SpreadsheetApp.Range.setBorder',
    ],
    [
      'a letter of a date',
      'Utilities.formatDate(new Date(0), "GMT", "Q")',
      'Utilities.formatDate: the letter Q',
    ],
  ])('remembers what the script caught: %s', async (_, expression, refused) => {
    const { outcome, refusals } = await run(
      `function main() { for (const again of [1, 2]) try { ${expression}; } catch {} }`,
    );
    expect([outcome, refusals]).toEqual(['completed', [refused]]);
    environment?.emulator.takeRefusals();
  });

  test('that is killed or timed out tells what it had asked for', async () => {
    environment = await openScript(
      `function main() { try { FormApp.create(); } catch {} for (;;) Utilities.sleep(60000); }`,
    );
    const { emulator } = environment;
    const kill = { atCall: 1, when: 'before', applied: 0 } as const;
    const results = [
      await emulator.run({ function: 'main', entry: 'editor', kill }),
      await emulator.run({ function: 'main', entry: 'editor' }),
    ];
    expect(results.map(({ outcome, refusals }) => [outcome, refusals])).toEqual([
      ['killed', ['FormApp.create']],
      ['timedOut', ['FormApp.create']],
    ]);
    expect(emulator.takeRefusals()).toEqual(['FormApp.create', 'FormApp.create']);
  });

  test('closing the environment of a test fails on what nobody took', async () => {
    await run('function main() { try { FormApp.create(); } catch {} }');
    const open = environment;
    environment = undefined;
    await expect(open?.close()).rejects.toThrow('Not available in the emulator: FormApp.create');
  });
});

describe('the limits', () => {
  test('six minutes by the clock end a script, and it cannot catch that', async () => {
    const result = await run(
      `function main() { try { for (;;) Utilities.sleep(60000); } catch (error) { return 'caught'; } }`,
    );
    expect(result).toMatchObject({
      outcome: 'timedOut',
      error: { message: 'Exceeded maximum execution time' },
    });
  });

  test('a simple trigger has thirty seconds', async () => {
    environment = await openScript('function onOpen() { Utilities.sleep(31000); }');
    expect((await environment.emulator.open()).outcome).toBe('timedOut');
  });

  test('an emulator that is closed meanwhile leaves nothing that keeps the program alive', async () => {
    const timers = jest.spyOn(globalThis, 'setTimeout');
    const watchdogMs = 43_210;
    let begun = (): void => undefined;
    const begins = new Promise<void>((resolve) => (begun = resolve));
    environment = await openScript(
      'function main() { PropertiesService.getDocumentProperties().setProperty("state", "on"); for (;;) {} }',
      {
        watchdogMs,
        callCost: () => {
          begun();
          return 0;
        },
      },
    );
    void environment.emulator.run({ function: 'main', entry: 'editor' });
    await begins;
    await environment.close();
    environment = undefined;
    const watchdogs = timers.mock.results.filter((_, at) => timers.mock.calls[at]?.[1] === watchdogMs);
    timers.mockRestore();
    expect(watchdogs.map(({ value }) => (value as NodeJS.Timeout).hasRef())).toEqual([false]);
  });

  test('a script that never ends is ended though it calls nothing', async () => {
    environment = await openScript('function main() { for (;;) {} }', { watchdogMs: 300 });
    const result = await environment.emulator.run({ function: 'main', entry: 'editor' });
    expect(result).toMatchObject({
      outcome: 'timedOut',
      error: { message: 'Exceeded maximum execution time' },
    });
  });
});

describe('a killed execution', () => {
  const WRITES = `function main() {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('List');
    for (let row = 1; row <= 3; row++) sheet.getRange(row, 1, 1, 1).setValues([[row]]);
    PropertiesService.getDocumentProperties().setProperty('state', 'late');
  }`;

  async function killed(applied: number | 'all', when: 'before' | 'after' = 'before') {
    environment = await openScript(WRITES);
    const { emulator } = environment;
    emulator.spreadsheet.addTab('List', [['', '']]);
    emulator.spreadsheet.insertRows('List', 1, 5);
    const calls = (await emulator.run({ function: 'main', entry: 'editor' })).calls;
    for (const row of [1, 2, 3]) emulator.spreadsheet.put('List', row, 1, 'before');
    const atCall = calls.length;
    const result = await emulator.run({ function: 'main', entry: 'editor', kill: { atCall, when, applied } });
    expect(result.outcome).toBe('killed');
    expect(result.calls).toEqual(calls);
    return [1, 2, 3].map((row) => emulator.spreadsheet.cell('List', row, 1).value);
  }

  test.each([
    [0, ['before', 'before', 'before']],
    [1, [1, 'before', 'before']],
    [2, [1, 2, 'before']],
    ['all', [1, 2, 3]],
  ] as const)('keeps %s of its buffered writes', async (applied, cells) => {
    expect(await killed(applied)).toEqual(cells);
  });

  test('has made its last call or has not', async () => {
    await killed(0, 'after');
    expect(environment?.emulator.stores.properties()).toEqual([
      { store: 'document', key: 'state', value: 'late' },
    ]);
  });

  test('leaves no lock behind', async () => {
    environment = await openScript(
      `function main() { LockService.getDocumentLock().waitLock(1000); CacheService.getScriptCache().get('a'); }`,
    );
    const kill = { atCall: 2, when: 'before', applied: 0 } as const;
    await environment.emulator.run({ function: 'main', entry: 'editor', kill });
    expect(environment.emulator.stores.locks()).toEqual([]);
    expect((await environment.emulator.run({ function: 'main', entry: 'editor' })).outcome).toBe('completed');
  });
});

describe('two people', () => {
  const CODE = `
    function hold() { const got = LockService.getDocumentLock().tryLock(0); UrlFetchApp.fetch('https://chat.googleapis.com/slow?together=2'); return got; }
    function user() { return Session.getActiveUser().getEmail(); }
    function keep(text) { PropertiesService.getUserProperties().setProperty('mine', text); CacheService.getUserCache().put('mine', text); }
    function read() { return [PropertiesService.getUserProperties().getProperty('mine'), CacheService.getUserCache().get('mine')]; }
    function arm() { ScriptApp.newTrigger('fire').timeBased().after(60000).create(); }
    function fire() { return Session.getEffectiveUser().getEmail(); }
    function list() { return ScriptApp.getProjectTriggers().map((one) => one.getHandlerFunction()); }
    function disarm() { ScriptApp.getProjectTriggers().forEach((one) => ScriptApp.deleteTrigger(one)); }
  `;
  const [ada, bo] = TWO_PEOPLE.people.map(({ name }) => name) as [string, string];

  test('have their own properties and caches', async () => {
    environment = await openScript(CODE);
    const { emulator } = environment;
    await emulator.run({ function: 'keep', args: ['Ada’s'], entry: 'menu', user: ada });
    const read = async (user: string) =>
      (await emulator.run({ function: 'read', entry: 'menu', user })).value;
    expect(await read(ada)).toEqual(['Ada’s', 'Ada’s']);
    expect(await read(bo)).toEqual([null, null]);
    environment.clock.advance(601_000);
    expect(await read(ada)).toEqual(['Ada’s', null]);
  });

  test('see and delete only their own triggers, which run as their maker when the clock has come', async () => {
    environment = await openScript(CODE);
    const { emulator, clock } = environment;
    await emulator.run({ function: 'arm', entry: 'menu', user: ada });
    expect((await emulator.run({ function: 'list', entry: 'menu', user: bo })).value).toEqual([]);
    await emulator.run({ function: 'disarm', entry: 'menu', user: bo });
    expect(await emulator.fireDueTriggers()).toEqual([]);
    clock.advance(60_000);
    expect(await emulator.fireDueTriggers()).toMatchObject([
      { outcome: 'completed', value: 'ada@example.com' },
    ]);
    expect(await emulator.fireDueTriggers()).toEqual([]);
    expect((await emulator.run({ function: 'list', entry: 'menu', user: ada })).value).toEqual(['fire']);
  });

  test('exclude one another by a lock', async () => {
    environment = await openScript(CODE);
    const { emulator } = environment;
    const results = await Promise.all(
      [ada, bo].map((user) => emulator.run({ function: 'hold', entry: 'menu', user })),
    );
    expect(results.map(({ value }) => value).sort()).toEqual([false, true]);
  });
});
