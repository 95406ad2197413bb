/** The browser that drives the preview and the sidebar. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser-launch';
import { connectBrowser } from './browser.testing';

describe('the browser for tests', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await connectBrowser();
  });
  afterAll(() => browser.close());

  test('draws Latin and Japanese text, each character with a shape of its own', async () => {
    const page = await browser.newPage();
    await page.setContent('<canvas width="40" height="40"></canvas>');
    const shapes = await page.evaluate(() => {
      const context = document.querySelector('canvas')!.getContext('2d', { willReadFrequently: true })!;
      return Array.from('Ab会員名').map((character) => {
        context.clearRect(0, 0, 40, 40);
        context.font = '30px sans-serif';
        context.fillText(character, 2, 32);
        return context.getImageData(0, 0, 40, 40).data.join('');
      });
    });
    expect(new Set(shapes).size).toBe(5);
    await page.close();
  });

  test('keeps one origin from reading another, as a user’s browser does', async () => {
    const [one, two] = await Promise.all([serve('one'), serve('two')]);
    const page = await browser.newPage();
    await page.goto(one.url);
    const read = await page.evaluate(
      (url) =>
        fetch(url).then(
          () => 'read',
          () => 'blocked',
        ),
      two.url,
    );
    expect(read).toBe('blocked');
    await page.close();
    one.server.close();
    two.server.close();
  });
});

async function serve(text: string): Promise<{ server: Server; url: string }> {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(text));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

test('a name under which no browser starts is passed over for the next', async () => {
  const before = { ...process.env };
  process.env.ROLLCALL_CHROME = '/nowhere/chrome';
  process.env.PATH = '';
  try {
    const browser = await launchBrowser();
    await browser.close();
  } finally {
    process.env.PATH = before.PATH;
    if (before.ROLLCALL_CHROME === undefined) delete process.env.ROLLCALL_CHROME;
    else process.env.ROLLCALL_CHROME = before.ROLLCALL_CHROME;
  }
});
