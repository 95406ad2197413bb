/** Serves the preview for a test, with a small project or the built add-on, and opens it in a browser. */
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { servePreview } from './server';
import type { Workspace } from '../workspace/workspace';
import { connectBrowser } from '../../browser.testing';
import {
  openEnvironment,
  projectOf,
  type TestEnvironment,
  type EnvironmentOptions,
} from '../../emulator.testing';

export const PEOPLE: Workspace = {
  caller: 'users/1',
  people: [
    { name: 'users/1', type: 'HUMAN', displayName: 'Ada Orchard', email: 'ada@orchard.example' },
    { name: 'users/2', type: 'HUMAN', displayName: '森 健', email: 'ken@orchard.example' },
    { name: 'users/9', type: 'BOT', displayName: 'Some app' },
  ],
  spaces: [],
  memberships: [],
};

/** A script that shows everything an editor can show. */
const CODE = `
  function onOpen() {
    const ui = SpreadsheetApp.getUi();
    ui.createMenu('Script')
      .addItem(Session.getActiveUserLocale() === 'ja' ? '質問' : 'Question', 'question')
      .addItem('Name', 'name')
      .addItem('Notice', 'notice')
      .addSeparator()
      .addItem('Dialog', 'dialog')
      .addItem('Sidebar', 'sidebar')
      .addItem('Fail', 'fail')
      .addItem('Later', 'later')
      .addSubMenu(ui.createMenu('More').addItem('Where', 'where'))
      .addToUi();
  }
  function say(text) {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Said');
    sheet.getRange(sheet.getLastRow() + 1, 1, 1, 1).setValues([[text]]);
  }
  function question() {
    const ui = SpreadsheetApp.getUi();
    say(String(ui.alert('Rows', 'Write 3 rows?', ui.ButtonSet.YES_NO)));
  }
  function name() {
    const ui = SpreadsheetApp.getUi();
    const reply = ui.prompt('Your name?', ui.ButtonSet.OK_CANCEL);
    say(reply.getSelectedButton() + ' ' + reply.getResponseText());
  }
  function notice() { SpreadsheetApp.getActiveSpreadsheet().toast('3 rows written', 'Done', -1); }
  function dialog() {
    SpreadsheetApp.getUi().showModalDialog(
      HtmlService.createHtmlOutputFromFile('page').setWidth(420).setHeight(240), 'A dialog');
  }
  function sidebar() {
    SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('page').setTitle('A sidebar'));
  }
  function fail() { throw new Error('The pear is not an apple'); }
  function where() {
    const sheet = SpreadsheetApp.getActiveSheet();
    say(sheet.getName() + '!' + SpreadsheetApp.getActiveRange().getA1Notation());
  }
  function later() { ScriptApp.newTrigger('onTime').timeBased().after(60000).create(); }
  function onTime() { say('on time'); }
  function echo(value) { return { value: value }; }
  function ask(number) { return number + String(SpreadsheetApp.getUi().alert('Question ' + number)); }
  function careless() {
    console.log('before the pear');
    try { FormApp.create('x'); } catch (error) { Logger.log('caught'); }
    return 'done';
  }
`;

const PAGE = `<!doctype html><html><body>
  <h1>A page</h1>
  <button id="run">Run</button><button id="bad">Send a date</button><button id="oops">Fail there</button>
  <button id="wider">Wider</button><button id="close">Close</button><pre id="out"></pre>
  <script>
    const show = (text) => { document.getElementById('out').textContent = text; };
    const on = (id, work) => { document.getElementById(id).onclick = work; };
    on('run', () => google.script.run.withSuccessHandler((value, user) => show(user + ' ' + JSON.stringify(value)))
      .withUserObject('mine').echo(['x', undefined]));
    on('bad', () => { try { google.script.run.echo(new Date()); } catch (error) { show(error.message); } });
    on('oops', () => google.script.run.withFailureHandler((error) => show(String(error))).fail());
    on('wider', () => google.script.host.setWidth(500));
    on('close', () => google.script.host.close());
  </script></body></html>`;

const MANIFEST = JSON.stringify({
  timeZone: 'Asia/Tokyo',
  runtimeVersion: 'V8',
  oauthScopes: ['spreadsheets.currentonly', 'script.container.ui', 'userinfo.email', 'script.scriptapp'].map(
    (scope) => `https://www.googleapis.com/auth/${scope}`,
  ),
});

export interface TestPreview extends TestEnvironment {
  readonly url: string;
}

export interface PreviewTestOptions extends EnvironmentOptions {
  /** Shows the first steps. */
  readonly guide?: boolean;
  /** Fills the spreadsheet before the preview opens it. */
  readonly prepare?: (emulator: TestEnvironment['emulator']) => void;
}

/** Serves the preview; without a project given, of a script with a menu for everything. */
export async function openPreview(options: PreviewTestOptions = {}): Promise<TestPreview> {
  const { guide = false, prepare, ...environmentOptions } = options;
  const fixture = projectOf({ 'Code.js': CODE, 'page.html': PAGE, 'appsscript.json': MANIFEST });
  const environment = await openEnvironment({
    workspace: PEOPLE,
    project: fixture.folder,
    ...environmentOptions,
  });
  const { emulator, apis, clock, scenario, workspace } = environment;
  emulator.spreadsheet.addTab('Said', []);
  prepare?.(emulator);
  const preview = await servePreview({
    ...{ emulator, apis, clock, scenario, guide },
    people: workspace.people,
    user: workspace.caller,
    scriptName: 'Fixture',
    port: 0,
    runtime: path.join(process.cwd(), '.emulator'),
  });
  return {
    ...environment,
    url: preview.url,
    close: async () => {
      preview.close();
      await environment.close();
      fixture.remove();
    },
  };
}

/** A browser whose pages fail a test where they report an error. */
export interface TestBrowser {
  open(url: string, options?: { readonly scheme?: 'light' | 'dark' }): Promise<Page>;
  /** What the pages of this test may report. */
  forgive(pattern: RegExp): void;
  /** Closes what the last test opened; throws what its pages reported. */
  closePages(): Promise<void>;
  close(): Promise<void>;
}

export async function openBrowser(): Promise<TestBrowser> {
  const browser = await connectBrowser();
  let contexts: BrowserContext[] = [];
  let errors: string[] = [];
  let forgiven: RegExp | null = null;
  return {
    open: async (url, { scheme = 'light' } = {}) => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        colorScheme: scheme,
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      contexts.push(context);
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.goto(url);
      await page.getByRole('menuitem', { name: /^(?:Data|データ)$/ }).waitFor();
      return page;
    },
    forgive: (pattern) => {
      forgiven = pattern;
    },
    closePages: async () => {
      const reported = errors.filter((text) => forgiven?.test(text) !== true);
      errors = [];
      forgiven = null;
      await Promise.all(contexts.map((context) => context.close()));
      contexts = [];
      if (reported.length > 0) throw new Error(`The page reported: ${reported.join('\n')}`);
    },
    close: () => browser.close(),
  };
}

/** Gives the script every permission, as the consent screen would. */
export function allow({ emulator }: TestEnvironment, user?: string): void {
  emulator.answerConsent(emulator.scopes(), user);
}

/** Chooses a path of menu items by mouse. */
export async function choose(page: Page, ...captions: readonly string[]): Promise<void> {
  for (const name of captions) await page.getByRole('menuitem', { name, exact: true }).click();
}

/** Waits until a column of the tab `Said` holds these texts. */
export async function said(page: Page, ...texts: readonly string[]): Promise<void> {
  await page.getByRole('tab', { name: 'Said' }).click();
  for (const [index, text] of texts.entries()) {
    await page
      .locator(`[data-cell=A${index + 1}]`)
      .getByText(text, { exact: true })
      .waitFor();
  }
}
