/**
 * The built sidebar in a real browser: opened from the menu of the preview, 300 px wide, with the preview's client of
 * `google.script.run`, its content policy, its selection and its sandbox.
 */
import path from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import axe from 'axe-core';
import { pageCatalogueFor } from '../../src/core/locales/page-catalogue';
import type { Emulator } from '../emulator/emulator';
import { servePreview } from '../emulator/preview/server';
import { connectBrowser } from '../browser.testing';
import type { TestEnvironment } from '../emulator.testing';

/** Longer than anything takes here on a busy machine; shorter than a test, so that a failure names what was waited for. */
const PATIENCE_MS = 15_000;
/** One transparent pixel. */
const PICTURE = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
/** What the preview refuses to load, Google's editor would: a member's picture. */
const REFUSED_PICTURE = /googleusercontent\.com.*Content Security Policy/;
/** What the preview's bars take of the window's height. */
const BARS_PX = 170;

/** Items of the menu that open the sidebar. */
export type MenuItem = 'showSidebar' | 'lookUpSelectedRows' | 'checkSetup';

export interface PageOptions {
  /** Of the browser; the script's user has a locale of their own. */
  readonly locale?: 'en-US' | 'ja-JP';
  readonly dark?: boolean;
  readonly reducedMotion?: boolean;
  /** Of the sidebar, in pixels. */
  readonly height?: number;
  /** Whether the browser lets the page use the clipboard. */
  readonly clipboard?: boolean;
  /** Pictures of members: refused as the preview does, unless they are to be had, or to be asked for in vain. */
  readonly pictures?: 'had' | 'gone';
  /** Who has the sidebar open; the workspace's caller unless told. */
  readonly user?: string;
  readonly item?: MenuItem;
  /** What the person selects before the sidebar opens: a tab and a range of it. */
  readonly selected?: readonly [tab: string, range: string];
  /** Called before anything is loaded. */
  readonly prepare?: (controls: Controls) => unknown;
}

/** An error as a failure handler of `google.script.run` gets it. */
export interface ClientError {
  readonly name: string;
  readonly message: string;
}

export const NO_CONNECTION: ClientError = {
  name: 'NetworkError',
  message: 'Connection failure due to HTTP 0',
};
export const OTHER_ACCOUNT: ClientError = {
  name: 'ScriptError',
  message: 'Authorization is required to perform that action.',
};

/** What a test does to the way between the page and the script. */
export interface Controls {
  readonly page: Page;
  /** Holds back the answer to the next call of a function; the returned function lets it go. */
  readonly hold: (name: string) => () => Promise<void>;
  /** Lets calls of a function fail on the way, before the script sees them or after it has done its work, until the returned one is called. */
  readonly fail: (name: string, error: ClientError, when?: 'before' | 'after') => () => void;
}

export interface SidebarPage extends Controls {
  readonly frame: Frame;
  /** Names of the functions that were called, in order. */
  readonly calls: readonly string[];
  /** Addresses of all requests that left this machine. */
  readonly requests: readonly string[];
  /** Complaints of the page: uncaught errors, and what the console calls an error. */
  readonly errors: readonly string[];
  /** Selects a range of a tab in the sheet, as a person does in the name box. */
  readonly select: (tab: string, range: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

let browser: Promise<Browser> | null = null;

/** Ends the connection to the browser that the pages of a test file share. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = null;
}

export async function openPage(
  environment: TestEnvironment,
  options: PageOptions = {},
): Promise<SidebarPage> {
  const { apis, clock, scenario, workspace } = environment;
  const way = new Way(environment.emulator);
  const preview = await servePreview({
    ...{ emulator: way.emulator, apis, clock, scenario, people: workspace.people },
    ...{ scriptName: 'Rollcall', port: 0, user: options.user ?? workspace.caller },
    runtime: path.join(process.cwd(), '.emulator'),
  });
  const context = await newContext(options);
  const page = await context.newPage();
  const heard = listen(page);
  await serveFrames(context, preview.url, options);
  const controls = way.controls(page);
  await options.prepare?.(controls);
  await page.goto(preview.url);
  const select = async (tab: string, range: string): Promise<void> => {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await page.locator('.name-box').fill(range);
    await page.locator('.name-box').press('Enter');
  };
  if (options.selected !== undefined) await select(...options.selected);
  const frame = await openFromMenu(page, options.item ?? 'showSidebar', scenario.locale);
  return {
    ...controls,
    ...heard,
    frame,
    calls: way.calls,
    select,
    close: async () => {
      await context.close();
      preview.close();
    },
  };
}

/** Stands between the preview and the emulator: what the page calls passes here. */
class Way {
  readonly calls: string[] = [];
  readonly emulator: Emulator;
  private readonly held = new Map<string, Promise<void>>();
  private readonly failing = new Map<string, { error: ClientError; when: 'before' | 'after' }>();

  constructor(emulator: Emulator) {
    this.emulator = {
      ...emulator,
      callFromPage: async (name, ...rest) => {
        this.calls.push(name);
        const holding = this.held.get(name);
        this.held.delete(name);
        const failure = this.failing.get(name);
        if (failure?.when === 'before') throw clientError(failure.error);
        const call = await emulator.callFromPage(name, ...rest);
        await holding;
        if (failure !== undefined) throw clientError(failure.error);
        return call;
      },
    };
  }

  controls(page: Page): Controls {
    return {
      page,
      hold: (name) => {
        let release = (): void => undefined;
        this.held.set(name, new Promise<void>((resolve) => (release = resolve)));
        return async () => {
          release();
          await new Promise(setImmediate);
          await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
        };
      },
      fail: (name, error, when = 'before') => {
        this.failing.set(name, { error, when });
        return () => this.failing.delete(name);
      },
    };
  }
}

function clientError({ name, message }: ClientError): Error {
  return Object.assign(new Error(message), { name });
}

async function newContext({
  locale = 'en-US',
  dark = false,
  reducedMotion = true,
  height = 650,
  clipboard = false,
}: PageOptions): Promise<BrowserContext> {
  const context = await (
    await (browser ??= connectBrowser())
  ).newContext({
    locale,
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1024, height: height + BARS_PX },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    permissions: clipboard ? ['clipboard-read', 'clipboard-write'] : [],
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

/** Chooses the item in the menu, and gives the frame in which its page is. */
async function openFromMenu(page: Page, item: MenuItem, locale: string): Promise<Frame> {
  const { menu } = pageCatalogueFor(locale);
  await page.getByRole('menuitem', { name: menu.name, exact: true }).click();
  await page.getByRole('menuitem', { name: menu[item], exact: true }).click();
  const frame = await (await page.waitForSelector('.sidebar iframe')).contentFrame();
  if (frame === null) throw new Error('The sidebar is not in its frame');
  await frame.waitForSelector('#root > *');
  return frame;
}

function listen(page: Page): { readonly requests: string[]; readonly errors: string[] } {
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (hostname !== '127.0.0.1' && protocol !== 'data:') requests.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !REFUSED_PICTURE.test(message.text())) errors.push(message.text());
  });
  return { requests, errors };
}

/** The preview lets its pages load nothing from elsewhere; a test about pictures needs them. Nothing leaves this machine here either. */
async function serveFrames(context: BrowserContext, own: string, { pictures }: PageOptions): Promise<void> {
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.hostname.endsWith('.googleusercontent.com') && pictures === 'had')
      await route.fulfill({ contentType: 'image/gif', body: PICTURE });
    else if (url.hostname !== '127.0.0.1') await route.abort();
    else if (pictures === undefined || url.origin === own || route.request().resourceType() !== 'document')
      await route.continue();
    else {
      const response = await route.fetch();
      const policy = (response.headers()['content-security-policy'] ?? '').replace(
        'img-src',
        'img-src https:',
      );
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'content-security-policy': policy },
      });
    }
  });
}

/** What axe finds on the page as it stands: rule, and where. */
export async function violations({ frame }: SidebarPage): Promise<readonly string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  return await frame.evaluate(async () => {
    const { axe: engine } = window as unknown as { axe: typeof axe };
    const found = await engine.run(document);
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)}: ${failureSummary}`),
    );
  });
}

/** What the live regions say now. */
export async function said({ frame }: SidebarPage): Promise<{ polite: string; assertive: string }> {
  const text = async (politeness: string): Promise<string> =>
    ((await frame.locator(`body [aria-live=${politeness}].announcer`).textContent()) ?? '').trim();
  return { polite: await text('polite'), assertive: await text('assertive') };
}

/** Waits until a screen reader has been told a text politely: that follows what is seen by a moment. */
export async function heard({ frame }: SidebarPage, text: string | RegExp): Promise<void> {
  const region = frame.locator('body [aria-live=polite].announcer', { hasText: text });
  await region.waitFor({ state: 'attached' });
}

/** Text of the element that has the focus. */
export async function focused({ frame }: SidebarPage): Promise<string> {
  return await frame.evaluate(() => {
    const at = document.activeElement;
    const label = at?.closest('.field')?.querySelector('label');
    return (label ?? at)?.textContent.trim() ?? '';
  });
}
