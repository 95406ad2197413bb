/** The preview's server as a stranger meets it: only its own page may act, and nonsense gets a clear answer. */
import http from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { framePage } from './frame';
import { servePreview } from './server';
import type { ServerMessage } from './wire';
import { openPreview, type TestPreview } from './preview.testing';

let preview: TestPreview;
beforeEach(async () => {
  preview = await openPreview();
});
afterEach(() => preview.close());

interface Reply {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

function ask(
  method: string,
  target: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = http.request(preview.url + target, { method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Listens as a page does; resolves with its id. */
function listen(): Promise<{ readonly id: string; readonly close: () => void }> {
  return new Promise((resolve, reject) => {
    const request = http.get(`${preview.url}/events`, (response) => {
      response.once('data', (chunk: Buffer) => {
        const hello = JSON.parse(chunk.toString().split('\n\n')[0]!.slice('data: '.length)) as ServerMessage;
        if (hello.type !== 'hello') throw new Error(hello.type);
        resolve({ id: hello.page, close: () => request.destroy() });
      });
      // Ended by the test itself.
      response.on('error', () => undefined);
    });
    request.on('error', reject);
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };
const TYPE = '{"do":"type","tab":"Sheet1","row":1,"column":1,"texts":[["x"]]}';

test('who types localhost is led to the address', async () => {
  const host = preview.url.replace('http://127.0.0.1', 'localhost');
  const reply = await ask('GET', '/?x=1', { host });
  expect([reply.status, reply.headers.location]).toEqual([307, `${preview.url}/?x=1`]);
  expect((await ask('POST', '/act', { ...JSON_TYPE, host }, TYPE)).status).toBe(421);
});

test.each(['/', '/page.js', '/rows?tab=Sheet1', '/events', '/nothing'])(
  'another site gets nothing: %s',
  async (target) => {
    expect((await ask('GET', target, { host: 'evil.example' })).status).toBe(421);
    for (const origin of ['https://evil.example', 'null']) {
      const reply = await ask('GET', target, { origin });
      expect([reply.status, reply.body]).toEqual([403, 'Only the preview’s own page may act.']);
    }
  },
);

test('a page of HtmlService is served to its own frame only', async () => {
  const html = await ask('GET', '/');
  const frameUrl = /frame-src (\S+?);/.exec(String(html.headers['content-security-policy']))![1]!;
  const from = (headers: Readonly<Record<string, string>>) =>
    new Promise<number>((resolve) => {
      http.get(`${frameUrl}/none`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
    });
  expect(await from({})).toBe(404);
  expect(await from({ host: 'evil.example' })).toBe(421);
  expect(await from({ origin: 'https://evil.example' })).toBe(421);
});

describe('an action', () => {
  test.each([
    ['of another site', { ...JSON_TYPE, origin: 'https://evil.example' }, 403],
    ['of a frame without an origin', { ...JSON_TYPE, origin: 'null' }, 403],
    ['as a form sends it', { 'content-type': 'text/plain' }, 403],
    ['under another name of this machine', { ...JSON_TYPE, host: 'evil.example' }, 421],
  ])('%s is refused', async (_, headers, status) => {
    const page = await listen();
    expect((await ask('POST', `/act?page=${page.id}`, headers, TYPE)).status).toBe(status);
    expect(preview.emulator.spreadsheet.display('Sheet1')).toEqual([]);
    page.close();
  });

  test('of the page itself is carried out', async () => {
    const page = await listen();
    const headers = { ...JSON_TYPE, origin: preview.url };
    expect((await ask('POST', `/act?page=${page.id}`, headers, TYPE)).body).toBe('{"ok":true}');
    expect(preview.emulator.spreadsheet.display('Sheet1')).toEqual([['x']]);
    page.close();
  });

  test.each([
    ['{', /JSON/],
    ['{"do":"fly"}', /do: Invalid type: Expected/],
    ['{"do":"type","tab":"Sheet1","row":0,"column":1,"texts":[]}', /^row: /],
    ['{"do":"type","tab":"Nowhere","row":1,"column":1,"texts":[["x"]]}', /There is no tab "Nowhere"/],
    ['{"do":"user","user":"users/77"}', /nobody here is called users\/77/],
    ['{"do":"faultPreset","name":"rain","on":true}', /there is none called rain/],
    ['{"do":"sort","tab":"Sheet1","column":1e9,"descending":true}', /^column: /],
  ])('%s says what is wrong', async (body, message) => {
    const page = await listen();
    const reply = await ask('POST', `/act?page=${page.id}`, JSON_TYPE, body);
    expect(reply.status).toBe(400);
    expect(reply.body).toMatch(message);
    page.close();
  });

  test('that answers with a button which no dialog has is refused', async () => {
    const page = await listen();
    const answer = { do: 'answer', id: 1, text: '', granted: [] };
    const reply = await ask(
      'POST',
      `/act?page=${page.id}`,
      JSON_TYPE,
      JSON.stringify({ ...answer, button: 'MAYBE' }),
    );
    expect([reply.status, reply.body]).toEqual([
      400,
      expect.stringMatching(/^button: Invalid type: Expected \("OK" \|/),
    ]);
    page.close();
  });

  test('that is too large is refused', async () => {
    const page = await listen();
    const reply = await ask('POST', `/act?page=${page.id}`, JSON_TYPE, 'x'.repeat(5_100_000));
    expect([reply.status, reply.body]).toEqual([413, 'More than 5 MB at once: paste less.']);
    page.close();
  });

  test('of a page that is gone says so', async () => {
    expect(await ask('POST', '/act?page=gone', JSON_TYPE, TYPE)).toMatchObject({
      status: 410,
      body: 'This page lost its connection: reload it.',
    });
  });
});

describe('what is served', () => {
  test('may load nothing but its own, and be framed by nobody', async () => {
    const { headers } = await ask('GET', '/');
    expect(headers['content-security-policy']).toMatch(/^default-src 'self'; /);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });

  test('is nothing but the page', async () => {
    for (const target of ['/../package.json', '/start.mjs', '/page.css/x']) {
      expect((await ask('GET', target)).status).toBe(404);
    }
    expect((await ask('GET', '/rows?tab=Nowhere')).body).toMatch(/There is no tab "Nowhere"/);
  });
});

test('a port that is taken is an error with the system’s code', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const { emulator, apis, clock, scenario, workspace } = preview;
  await expect(
    servePreview({
      ...{ emulator, apis, clock, scenario, port },
      ...{ people: workspace.people, user: 'users/1', scriptName: 'x' },
      runtime: path.join(process.cwd(), '.emulator'),
    }),
  ).rejects.toMatchObject({ code: 'EADDRINUSE' });
  other.close();
});

describe('google.script is put in front of a page', () => {
  const setting = { client: 'CLIENT', functions: ['a'], editor: 'http://127.0.0.1:1' };

  test.each([
    ['<!doctype html><html><head lang="en"><title>', '<!doctype html><html><head lang="en">', '<title>'],
    ['<!DOCTYPE html>\n<html lang="en"><body>', '<!DOCTYPE html>\n<html lang="en">', '<body>'],
    ['<!doctype html><p>', '<!doctype html>', '<p>'],
    ['<p>bare', '', '<p>bare'],
    ['<header>no head</header>', '', '<header>no head</header>'],
  ])('%s', (html, before, behind) => {
    const page = framePage(html, setting);
    expect(page.startsWith(`${before}<script>`)).toBe(true);
    expect(page.endsWith(`CLIENT</script>${behind}`)).toBe(true);
  });

  test('and a function’s name cannot end the script', () => {
    const page = framePage('', { ...setting, functions: ['</script><script>alert(1)'] });
    expect(page.match(/<script>/g)).toHaveLength(1);
  });
});
