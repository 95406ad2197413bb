/** The built sidebar in a real browser, 300 px wide in HtmlService's sandbox, with `google.script.run` answered by the emulator. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import axe from 'axe-core';
import { launchBrowser } from '../browser.testing';
import type { TestEnvironment } from '../emulator.testing';

const EDITOR = 'https://sheets.example/';
const SIDEBAR = 'https://script.example/sidebar';
const SANDBOX =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';
/** Longer than anything takes here on a busy machine; shorter than a test, so that a failure names what was waited for. */
const PATIENCE_MS = 15_000;
/** One transparent pixel. */
const PICTURE = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

export interface PageOptions {
  /** Of the browser; the script's user has a locale of their own. */
  readonly locale?: 'en-US' | 'ja-JP';
  readonly dark?: boolean;
  readonly reducedMotion?: boolean;
  readonly height?: number;
  /** Whether Google's frame lets the page use the clipboard. */
  readonly clipboard?: boolean;
  /** Pictures that cannot be had: no answer for them. */
  readonly pictures?: boolean;
  /** Who has the sidebar open; the workspace's caller unless told. */
  readonly user?: string;
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
  /** Holds back the answer to the next call of a function; the returned function hands it over to the page. */
  readonly hold: (name: string) => () => Promise<void>;
  /** Lets calls of a function fail on the way, before the script sees them or after it has done its work, until the returned one is called. */
  readonly fail: (name: string, error: ClientError, when?: 'before' | 'after') => () => void;
}

export interface SidebarPage extends Controls {
  readonly frame: Frame;
  /** Names of the functions that were called, in order. */
  readonly calls: readonly string[];
  /** Addresses of all requests that left the page. */
  readonly requests: readonly string[];
  /** Complaints of the page: uncaught errors, and what the console calls an error. */
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

type ClientReply =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: ClientError };

let browser: Promise<Browser> | null = null;

/** Closes the browser that the pages of a test file share. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = null;
}

export async function openPage(
  { emulator }: TestEnvironment,
  options: PageOptions = {},
): Promise<SidebarPage> {
  const { locale = 'en-US', dark = false, reducedMotion = true, height = 700 } = options;
  const context = await (
    await (browser ??= launchBrowser())
  ).newContext({
    locale,
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 300, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  });
  if (options.clipboard === true) await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const calls: string[] = [];
  const held = new Map<string, Promise<void>>();
  const failing = new Map<string, { error: ClientError; when: 'before' | 'after' }>();
  const answer = async (name: string, args: readonly unknown[]): Promise<ClientReply> => {
    calls.push(name);
    const holding = held.get(name);
    held.delete(name);
    const failure = failing.get(name);
    if (failure?.when === 'before') return { ok: false, error: failure.error };
    const reply = await emulator.runFromPage(name, args, options.user).then(
      (value): ClientReply => ({ ok: true, value }),
      (error: unknown): ClientReply => ({ ok: false, error: clientError(error) }),
    );
    await holding;
    return failure === undefined ? reply : { ok: false, error: failure.error };
  };
  await page.exposeFunction('callScript', answer);
  await page.addInitScript(defineGoogle, emulator.functions());
  const { requests, errors } = listen(page);
  await serve(context, options);
  const controls: Controls = {
    page,
    hold: (name) => {
      let release = (): void => undefined;
      held.set(name, new Promise<void>((resolve) => (release = resolve)));
      return async () => {
        release();
        await new Promise(setImmediate);
        await page.frame({ url: SIDEBAR })?.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
      };
    },
    fail: (name, error, when = 'before') => {
      failing.set(name, { error, when });
      return () => failing.delete(name);
    },
  };
  await options.prepare?.(controls);
  await page.goto(EDITOR);
  const frame = page.frame({ url: SIDEBAR });
  if (frame === null) throw new Error('The sidebar is not in its frame');
  return {
    ...controls,
    frame,
    calls,
    requests,
    errors,
    close: () => context.close(),
  };
}

function clientError(error: unknown): ClientError {
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'ScriptError', message: String(error) };
}

function listen(page: Page): { readonly requests: string[]; readonly errors: string[] } {
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (![EDITOR, SIDEBAR].includes(request.url())) requests.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { requests, errors };
}

async function serve(context: BrowserContext, options: PageOptions): Promise<void> {
  const allow = options.clipboard === true ? ' allow="clipboard-read; clipboard-write"' : '';
  const editor = `<!doctype html><title>Sheet</title><style>body{margin:0}iframe{display:block;border:0;width:300px;height:100vh}</style>
<iframe sandbox="${SANDBOX}"${allow} src="${SIDEBAR}"></iframe>`;
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.href === EDITOR) await route.fulfill({ contentType: 'text/html', body: editor });
    else if (url.href === SIDEBAR)
      await route.fulfill({ contentType: 'text/html', body: readFileSync('dist/sidebar.html', 'utf8') });
    else if (url.hostname.endsWith('.googleusercontent.com') && options.pictures !== false)
      await route.fulfill({ contentType: 'image/gif', body: PICTURE });
    else await route.abort();
  });
}

/** Runs in every frame: `google.script.run` as Google's client gives it, each step of the chain a new runner. */
function defineGoogle(functions: readonly string[]): void {
  type Handler = ((value: unknown) => void) | undefined;
  const frame = window as unknown as {
    google?: unknown;
    callScript(name: string, args: readonly unknown[]): Promise<ClientReply>;
  };
  if (window === window.top) return;
  const runner = (success: Handler, failure: Handler): Record<string, unknown> => ({
    ...Object.fromEntries(
      functions.map((name) => [
        name,
        (...args: unknown[]) => {
          void frame.callScript(name, args).then((reply) => {
            if (reply.ok) success?.(reply.value);
            else failure?.(Object.assign(new Error(reply.error.message), { name: reply.error.name }));
          });
        },
      ]),
    ),
    withSuccessHandler: (handler: Handler) => runner(handler, failure),
    withFailureHandler: (handler: Handler) => runner(success, handler),
  });
  frame.google = { script: { run: runner(undefined, undefined) } };
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
  const text = async (role: string): Promise<string> =>
    ((await frame.locator(`[role=${role}]`).textContent()) ?? '').trim();
  return { polite: await text('status'), assertive: await text('alert') };
}

/** Text of the element that has the focus. */
export async function focused({ frame }: SidebarPage): Promise<string> {
  return await frame.evaluate(() => {
    const at = document.activeElement;
    const label = at?.closest('.field')?.querySelector('label');
    return (label ?? at)?.textContent.trim() ?? '';
  });
}
