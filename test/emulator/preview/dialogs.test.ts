/** What a script shows in the preview: menus, questions, pages of its own; by mouse and by keyboard alone. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  allow,
  choose,
  openBrowser,
  openPreview,
  said,
  type TestBrowser,
  type TestPreview,
} from './preview.testing';

let browser: TestBrowser;
let preview: TestPreview;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  preview = await openPreview();
  allow(preview);
  page = await browser.open(preview.url);
  await page.getByRole('menuitem', { name: 'Script' }).waitFor();
});
afterEach(async () => {
  await browser.closePages();
  await preview.close();
});

const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
const frame = () => page.frameLocator('iframe');
const out = (text: string) => frame().locator('#out').getByText(text, { exact: true }).waitFor();

describe('menus by keyboard', () => {
  test('arrows go along the bar, down a menu and into a submenu', async () => {
    await page.getByRole('menuitem', { name: 'Edit' }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('Script');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Question');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toContain('More');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('Where');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toContain('More');
  });

  test('letters find items, and the neighbouring menu opens beyond the edge', async () => {
    await page.getByRole('menuitem', { name: 'Script' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('n');
    expect(await focused()).toBe('Name');
    await page.keyboard.press('n');
    expect(await focused()).toBe('Notice');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('Sort sheet by column A (A to Z)');
  });

  test('Escape closes and gives the keys back to the cells', async () => {
    await page.getByRole('menuitem', { name: 'Script' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await page.keyboard.type('typed');
    await page.keyboard.press('Enter');
    await page.locator('[data-cell=A1]').getByText('typed').waitFor();
  });

  test('a script’s item runs, and sees what is selected', async () => {
    await page.locator('[data-cell=B2]').click();
    await page.locator('[data-cell=C5]').click({ modifiers: ['Shift'] });
    await choose(page, 'Script', 'More', 'Where');
    await said(page, 'Sheet1!B2:C5');
  });
});

describe('a question of a script', () => {
  test.each([
    ['the first button by Enter', 'Enter', 'YES'],
    ['the dialog’s cross by Escape', 'Escape', 'CLOSE'],
  ])('is answered with %s', async (_, key, answer) => {
    await choose(page, 'Script', 'Question');
    await page.getByRole('dialog', { name: 'Rows' }).getByText('Write 3 rows?').waitFor();
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await said(page, answer);
  });

  test('is answered by mouse, and the script waits and is busy until then', async () => {
    await choose(page, 'Script', 'Question');
    await page.getByText('Running script').waitFor();
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await said(page, 'NO');
    await page.getByText('Running script').waitFor({ state: 'detached' });
  });

  test('holds the focus', async () => {
    await choose(page, 'Script', 'Question');
    await page.getByRole('dialog').waitFor();
    const inside = [];
    for (let press = 0; press < 5; press++) {
      await page.keyboard.press('Tab');
      inside.push(await page.evaluate(() => document.activeElement?.closest('dialog') !== null));
    }
    // From its last button the focus goes to the browser, never to the page behind.
    expect(await page.evaluate(() => document.activeElement?.closest('.grid, .top-bar, .rail'))).toBeNull();
    expect(inside).toContain(true);
  });

  test('takes a text', async () => {
    await choose(page, 'Script', 'Name');
    await page.getByRole('textbox', { name: 'Your name?' }).waitFor();
    await page.keyboard.type('Ada');
    await page.keyboard.press('Enter');
    await said(page, 'OK Ada');
  });

  test('whose page is closed counts as closed', async () => {
    await choose(page, 'Script', 'Question');
    await page.getByRole('dialog').waitFor();
    await page.close();
    page = await browser.open(preview.url);
    await said(page, 'CLOSE');
  });
});

test('a toast stays as long as the script said, until it is dismissed', async () => {
  await choose(page, 'Script', 'Notice');
  await page.getByText('3 rows written').waitFor();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByText('3 rows written').waitFor({ state: 'detached' });
});

test('a failure is told in the red bar and in the log', async () => {
  await choose(page, 'Script', 'Fail');
  await page.getByRole('alert').getByText('The pear is not an apple').waitFor();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('button', { name: 'Log' }).click();
  const log = page.getByRole('region', { name: 'Execution log' });
  await log.getByText('Failed').waitFor();
  await log.getByText('The pear is not an apple').waitFor();
  await page.keyboard.press('Escape');
  await log.waitFor({ state: 'detached' });
});

test('a time trigger that is due runs, and is told in the log', async () => {
  await choose(page, 'Script', 'Later');
  await page.getByText('Running script').waitFor({ state: 'detached' });
  preview.clock.advance(61_000);
  await said(page, 'on time');
  await page.getByRole('button', { name: 'Log' }).click();
  await page.getByRole('region', { name: 'Execution log' }).getByText('Time trigger').waitFor();
});

describe('a page of the script', () => {
  test('stands in a sidebar of 300 pixels, in the frame that HtmlService makes', async () => {
    await choose(page, 'Script', 'Sidebar');
    const sidebar = page.getByRole('complementary', { name: 'A sidebar' });
    const element = sidebar.locator('iframe');
    await frame().getByRole('heading', { name: 'A page' }).waitFor();
    expect((await element.boundingBox())?.width).toBe(300);
    expect((await element.getAttribute('sandbox'))?.split(' ').sort()).toEqual([
      'allow-downloads',
      'allow-forms',
      'allow-modals',
      'allow-popups',
      'allow-popups-to-escape-sandbox',
      'allow-same-origin',
      'allow-scripts',
    ]);
    await sidebar.getByRole('button', { name: 'Close' }).click();
    await sidebar.waitFor({ state: 'detached' });
  });

  test('calls the script by google.script.run, by its rules', async () => {
    await choose(page, 'Script', 'Sidebar');
    await frame().getByRole('button', { name: 'Run' }).click();
    await out('mine {"value":["x",null]}');
    await frame().getByRole('button', { name: 'Send a date' }).click();
    await out('Failed due to illegal value in property: 0');
    await frame().getByRole('button', { name: 'Fail there' }).click();
    await out('ScriptError: Error: The pear is not an apple');
  });

  test('sends what Google’s client sends, and refuses the rest at once', async () => {
    await choose(page, 'Script', 'Sidebar');
    await frame().getByRole('heading', { name: 'A page' }).waitFor();
    const arrived = await page.frames()[1]!.evaluate(async () => {
      interface Runner {
        withSuccessHandler(handler: (value: unknown) => void): Runner;
        echo(...args: readonly unknown[]): void;
      }
      const { run } = (window as unknown as { google: { script: { run: Runner } } }).google.script;
      const circle: Record<string, unknown> = {};
      circle.self = circle;
      const form = document.createElement('form');
      form.innerHTML = '<input name="a" value="1"><input name="b" value="2"><input name="b" value="3">';
      const values: Record<string, unknown> = {
        text: 'あ',
        nothing: null,
        missing: undefined,
        nested: { a: [undefined, { b: undefined }] },
        form,
        inside: { form },
        date: { when: new Date(0) },
        function: [() => 1],
        circle,
        buffer: new Uint8Array(2),
        large: 1n,
        map: { inside: new Map() },
        ofAClass: new (class Row {
          a = 1;
        })(),
        numbers: [NaN, Infinity, -0.5],
      };
      const call = (value: unknown) =>
        new Promise((resolve) => {
          try {
            run.withSuccessHandler(resolve).echo(value);
          } catch (error) {
            resolve((error as Error).message);
          }
        });
      const results: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(values)) results[name] = await call(value);
      return results;
    });
    expect(arrived).toEqual({
      text: { value: 'あ' },
      nothing: { value: null },
      missing: { value: null },
      nested: { value: { a: [null, {}] } },
      form: { value: { a: '1', b: ['2', '3'] } },
      inside: 'Failed due to illegal value in property: form',
      date: 'Failed due to illegal value in property: when',
      function: 'Failed due to illegal value in property: 0',
      circle: 'Failed due to circular reference.',
      buffer: 'Failed due to illegal value in property: 0',
      large: 'Failed due to illegal value in property: 0',
      map: 'Failed due to illegal value in property: inside',
      ofAClass: 'Failed due to illegal value in property: 0',
      numbers: { value: [null, null, -0.5] },
    });
  });

  test('may ask in more calls at once than a browser has connections', async () => {
    await choose(page, 'Script', 'Sidebar');
    await frame().getByRole('heading', { name: 'A page' }).waitFor();
    const numbers = Array.from({ length: 8 }, (_, index) => index + 1);
    const answers = page.frames()[1]!.evaluate((all) => {
      const { run } = (window as unknown as { google: { script: { run: Asking } } }).google.script;
      interface Asking {
        withSuccessHandler(handler: (value: unknown) => void): Asking;
        ask(number: number): void;
      }
      return Promise.all(
        all.map(
          (number) =>
            new Promise((resolve) => {
              run.withSuccessHandler(resolve).ask(number);
            }),
        ),
      );
    }, numbers);
    const dialog = page.getByRole('dialog');
    const asked = new Set<string>();
    while (asked.size < numbers.length) {
      const text = (await dialog.getByText(/^Question \d$/).textContent()) ?? '';
      asked.add(text);
      await page.keyboard.press('Enter');
      await dialog.getByText(text, { exact: true }).waitFor({ state: 'detached' });
    }
    expect(await answers).toEqual(numbers.map((number) => `${number}OK`));
  });

  test('leaves its log, and what it asked for in vain, in the log of the editor', async () => {
    await choose(page, 'Script', 'Sidebar');
    await frame().getByRole('heading', { name: 'A page' }).waitFor();
    await page.frames()[1]!.evaluate(() => {
      const { run } = (window as unknown as { google: { script: { run: { careless(): void } } } }).google
        .script;
      run.careless();
    });
    await page.getByRole('button', { name: 'Log' }).click();
    const log = page.getByRole('region', { name: 'Execution log' });
    await log.getByText('before the pear\ncaught').waitFor();
    await log.getByText('Not available in the emulator: FormApp.create').waitFor();
    expect(preview.emulator.takeRefusals()).toEqual(['FormApp.create']);
  });

  test('stands in a dialog of the size that was asked for, and closes itself', async () => {
    await choose(page, 'Script', 'Dialog');
    const dialog = page.getByRole('dialog', { name: 'A dialog' });
    await frame().getByRole('heading', { name: 'A page' }).waitFor();
    const box = await dialog.locator('iframe').boundingBox();
    expect([box?.width, box?.height]).toEqual([420, 240]);
    expect((await dialog.boundingBox())?.width).toBeLessThan(480);
    await frame().getByRole('button', { name: 'Wider' }).click();
    await page.waitForFunction(() => document.querySelector('iframe')?.clientWidth === 500);
    await frame().getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  test('cannot reach the editor around it, nor anything outside', async () => {
    browser.forgive(/Content Security Policy|Unsafe attempt to initiate navigation/);
    await choose(page, 'Script', 'Sidebar');
    await frame().getByRole('heading', { name: 'A page' }).waitFor();
    const inside = page.frames()[1]!;
    const reached = await inside.evaluate(async (editor) => {
      const attempts = {
        document: () => Promise.resolve(parent.document.title),
        rows: () => fetch(`${editor}/rows?tab=Said`).then((reply) => reply.text()),
        action: () =>
          fetch(`${editor}/act?page=x`, { method: 'POST', body: '{}' }).then((reply) => reply.text()),
        outside: () => fetch('https://example.com/').then((reply) => reply.text()),
        navigation: () => {
          top!.location.href = 'https://example.com/';
          return Promise.resolve('navigated');
        },
      };
      const results: Record<string, string> = {};
      for (const [name, attempt] of Object.entries(attempts)) {
        try {
          results[name] = `reached: ${await attempt()}`;
        } catch {
          results[name] = 'refused';
        }
      }
      return results;
    }, preview.url);
    expect(reached).toEqual({
      document: 'refused',
      rows: 'refused',
      action: 'refused',
      outside: 'refused',
      navigation: 'refused',
    });
    expect(page.url()).toBe(`${preview.url}/`);
  });

  test('is heard only from its own frame', async () => {
    await choose(page, 'Script', 'Sidebar');
    await frame().getByRole('heading', { name: 'A page' }).waitFor();
    await page.evaluate(() => {
      postMessage({ rollcallFrame: 'close' }, '*');
    });
    await frame().getByRole('button', { name: 'Run' }).click();
    await out('mine {"value":["x",null]}');
  });
});
