/** Several windows on one spreadsheet: each person sees what they selected and what they asked for. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { NOBODY_WATCHING } from './user-interface';
import type { EditorWindow } from '../emulator';
import { DEFAULT_SCENARIO } from '../scenario/scenario';
import type { TestEnvironment } from '../../emulator.testing';
import { openScript } from './echo.testing';

let environment: TestEnvironment | undefined;
afterEach(async () => {
  await environment?.close();
  environment = undefined;
});

const CODE = `
  function say() { return SpreadsheetApp.getUi().alert('Hello'); }
  function where() { return SpreadsheetApp.getActiveRange().getA1Notation(); }
  function write(tab) {
    const book = SpreadsheetApp.getActiveSpreadsheet();
    (book.getSheetByName(tab) || book.insertSheet(tab)).getRange(1, 1, 1, 1).setValues([['x']]);
  }
`;

function recording(): { readonly seen: string[]; readonly window: EditorWindow } {
  const seen: string[] = [];
  const alert: EditorWindow['alert'] = ({ prompt }) => {
    seen.push(prompt);
    return Promise.resolve('OK');
  };
  return { seen, window: { ...NOBODY_WATCHING, alert } };
}

describe('two people in one spreadsheet', () => {
  test('each get the messages of what they started themselves', async () => {
    const [one, two] = [recording(), recording()];
    environment = await openScript(CODE);
    const { emulator } = environment;
    await Promise.all([
      emulator.run({ function: 'say', entry: 'menu', user: 'users/1', window: one.window }),
      emulator.run({ function: 'say', entry: 'menu', user: 'users/2', window: two.window }),
      emulator.run({ function: 'say', entry: 'menu', user: 'users/2', window: two.window }),
    ]);
    expect([one.seen, two.seen]).toEqual([['Hello'], ['Hello', 'Hello']]);
  });

  test('each have their own selection', async () => {
    environment = await openScript(CODE);
    const { emulator } = environment;
    emulator.spreadsheet.select('Sheet1', ['B2'], 'users/1');
    emulator.spreadsheet.select('Sheet1', ['C3:D9'], 'users/2');
    const seen = await Promise.all(
      ['users/1', 'users/2'].map((user) => emulator.run({ function: 'where', entry: 'menu', user })),
    );
    expect(seen.map(({ value }) => value)).toEqual(['B2', 'C3:D9']);
  });
});

describe('consent', () => {
  test('that is cancelled ends the run, and is asked for again', async () => {
    let asked = 0;
    const window: EditorWindow = {
      ...NOBODY_WATCHING,
      consent: (scopes) => Promise.resolve(++asked === 1 ? null : scopes),
    };
    environment = await openScript(CODE, { window });
    const outcomes = [];
    for (let click = 0; click < 3; click++) {
      outcomes.push((await environment.emulator.run({ function: 'where', entry: 'menu' })).outcome);
    }
    expect(outcomes).toEqual(['needsConsent', 'completed', 'completed']);
    expect(asked).toBe(2);
  });

  test('can be taken back', async () => {
    environment = await openScript(CODE);
    const { emulator } = environment;
    expect(emulator.grants()).toBeNull();
    await emulator.run({ function: 'where', entry: 'menu' });
    expect(emulator.grants()).toEqual(emulator.scopes());
    emulator.answerConsent(null);
    expect(emulator.grants()).toBeNull();
    await expect(emulator.runFromPage('where', [])).rejects.toThrow('Authorization is required');
  });
});

describe('fault presets of the editor', () => {
  test('several accounts: the page’s calls are refused, the menu goes on working', async () => {
    environment = await openScript(CODE, { scenario: { faultPresets: ['several-accounts'] } });
    expect((await environment.emulator.run({ function: 'where', entry: 'menu' })).outcome).toBe('completed');
    await expect(environment.emulator.runFromPage('where', [])).rejects.toMatchObject({
      name: 'ScriptError',
      message: 'Authorization is required to perform that action.',
    });
  });

  test.each(['a tab that is there', 'a tab that comes later'])(
    'protected-sheet refuses writes to Memberships: %s',
    async (kind) => {
      environment = await openScript(CODE, { scenario: { faultPresets: ['protected-sheet'] } });
      const { emulator } = environment;
      if (kind === 'a tab that is there') emulator.spreadsheet.addTab('Memberships', [['Space']]);
      const write = (tab: string) => emulator.run({ function: 'write', args: [tab], entry: 'menu' });
      expect((await write('Sheet1')).outcome).toBe('completed');
      expect((await write('Memberships')).error?.message).toMatch(/protected cell or object/);
      emulator.setScenario(DEFAULT_SCENARIO);
      expect((await write('Memberships')).outcome).toBe('completed');
    },
  );
});
