import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestEnvironment } from '../../emulator.testing';
import { openScript } from './echo.testing';

const CODE = `
  function echo(...values) { return values; }
  function nothing() {}
  function logged(value) { Logger.log('got ' + value); return value; }
  function date() { return { rows: [[new Date(0)]] }; }
  function notNumber() { return [1, NaN]; }
  function ofAClass() { return new (class Row {})(); }
  function callable() { return { go() {} }; }
  function circular() { const a = {}; a.a = a; return a; }
  function error() { throw new Error('no space'); }
  function exception() { CacheService.getScriptCache().get(''); }
  function text() { throw 'only text'; }
  function secret_() { return 1; }
  const arrow = () => 'arrow';
  var value = 5;
  function slow() { return UrlFetchApp.fetch('https://chat.googleapis.com/slow?together=10').getResponseCode(); }
`;

let environment: TestEnvironment;
beforeEach(async () => {
  environment = await openScript(CODE);
  // Consents: a page is only there after somebody has opened it from the menu.
  await environment.emulator.run({ function: 'nothing', entry: 'menu' });
});
afterEach(async () => {
  await environment.close();
});

async function failure(name: string): Promise<string> {
  return await environment.emulator.runFromPage(name, []).then(
    () => 'success',
    (error: unknown) => String(error),
  );
}

describe('google.script.run', () => {
  test('sends copies of plain values, undefined in an array as null', async () => {
    const value = { a: [1, 'two', true, null, { b: undefined }] };
    expect(await environment.emulator.runFromPage('echo', [value, undefined])).toEqual([
      { a: [1, 'two', true, null, {}] },
      null,
    ]);
  });

  test.each([
    ['a date', [new Date(0)], 'Failed due to illegal value in property: 0'],
    ['a function', [1, { go: () => 1 }], 'Failed due to illegal value in property: go'],
    ['a class', [{ map: new Map() }], 'Failed due to illegal value in property: map'],
    ['a symbol', [[Symbol('a')]], 'Failed due to illegal value in property: 0'],
    ['a large whole number', [{ a: 1n }], 'Failed due to illegal value in property: a'],
    ['a buffer', [1, new Uint8Array(2)], 'Failed due to illegal value in property: 1'],
  ])('refuses %s at once, in the page', async (_, args, message) => {
    await expect(environment.emulator.runFromPage('echo', args)).rejects.toThrow(new TypeError(message));
  });

  test('sends null for a hole in an array and for what JSON has no number for', async () => {
    expect(await environment.emulator.runFromPage('echo', [[1, , NaN, -Infinity]])).toEqual([
      [1, null, null, null],
    ]);
  });

  test('tells what ran, beside what the page gets', async () => {
    const { emulator } = environment;
    const [success, failure] = [
      await emulator.callFromPage('logged', [2]),
      await emulator.callFromPage('error', []),
    ];
    expect(success).toMatchObject({
      reply: { ok: true, value: 2 },
      execution: { outcome: 'completed', log: [{ text: 'got 2' }], calls: ['Logger.log'] },
    });
    expect(failure).toMatchObject({
      reply: { ok: false, error: { name: 'ScriptError', message: 'Error: no space' } },
      execution: { outcome: 'failed', error: { message: 'no space' } },
    });
  });

  test('refuses a circle', async () => {
    const circle: Record<string, unknown> = {};
    circle.circle = circle;
    await expect(environment.emulator.runFromPage('echo', [circle])).rejects.toThrow(
      'Failed due to circular reference.',
    );
  });

  test('sends a value twice that is no circle', async () => {
    const twice = { a: 1 };
    expect(await environment.emulator.runFromPage('echo', [twice, twice])).toEqual([{ a: 1 }, { a: 1 }]);
  });

  test.each(['date', 'notNumber', 'ofAClass', 'callable', 'circular', 'nothing'])(
    'gives the success handler null for what %s() returns',
    async (name) => {
      expect(await environment.emulator.runFromPage(name, [])).toBeNull();
    },
  );

  test('offers top-level functions whose names do not end in an underscore, and nothing else', async () => {
    expect(environment.emulator.functions()).toContain('arrow');
    for (const name of ['secret_', 'value', 'toString', 'gone']) {
      expect(environment.emulator.functions()).not.toContain(name);
      expect(await failure(name)).toBe(`TypeError: google.script.run.${name} is not a function`);
    }
  });

  test.each([
    ['error', 'ScriptError: Error: no space'],
    ['exception', 'ScriptError: Exception: Invalid argument: key'],
    ['text', 'ScriptError: only text'],
  ])('gives the failure handler what %s() threw', async (name, text) => {
    expect(await failure(name)).toBe(text);
  });

  test('gives a thrown Error without its class where the platform does so', async () => {
    environment.emulator.setScenario({
      ...environment.scenario,
      assumptions: { 'script-run-error-prefix': 'bare' },
    });
    expect(await failure('error')).toBe('ScriptError: no space');
    expect(await failure('exception')).toBe('ScriptError: Exception: Invalid argument: key');
  });

  test('runs ten calls at once and holds the eleventh back until one has ended', async () => {
    // The API answers as soon as ten wait together: twenty calls need two such rounds, eleven at once would break the first.
    const calls = Array.from({ length: 20 }, () => environment.emulator.runFromPage('slow', []));
    expect(await Promise.all(calls)).toEqual(Array.from({ length: 20 }, () => 200));
  });
});
