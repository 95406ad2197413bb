/**
 * Serves the preview on loopback: the page and its messages on one port, the pages of HtmlService on another, so that they
 * are another origin as on Google. Nothing that is served may load anything from outside this machine.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { BodyTooLarge, hasOwnHost, hasOwnOrigin, readBody } from '../loopback';
import { readAction } from './actions';
import { failureOf, PreviewSession, type PreviewSessionOptions } from './session';
import { framePage } from './frame';
import { OpenPage } from './open-page';

export interface PreviewOptions extends PreviewSessionOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Folder with the built page. */
  readonly runtime: string;
  /** `users/…`: who opens the spreadsheet. */
  readonly user: string;
}

export interface Preview {
  readonly url: string;
  close(): void;
}

const HOST = '127.0.0.1';
/** A paste of 50,000 cells fits. */
const BODY_LIMIT_BYTES = 5_000_000;
/** Pages of HtmlService that are kept for a reload of their frame. */
const FRAMES_KEPT = 20;
/** How often the clock is looked at for time triggers. */
const TRIGGER_CHECK_MS = 1000;
const ONLY_OWN_PAGE = 'Only the preview’s own page may act.';
const FILES: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  '/': { file: 'page.html', type: 'text/html; charset=utf-8' },
  '/page.js': { file: 'page.js', type: 'text/javascript; charset=utf-8' },
  '/page.css': { file: 'page.css', type: 'text/css; charset=utf-8' },
};

/** Starts serving; rejects with the system's error (`EADDRINUSE`) where the port is taken. */
export async function servePreview(options: PreviewOptions): Promise<Preview> {
  const { emulator, runtime } = options;
  const client = await readFile(path.join(runtime, 'frame.js'), 'utf8');
  const session = new PreviewSession(options);
  const pages = new Map<string, OpenPage>();
  const frames = new Map<string, string>();
  const frameServer = createServer();
  const pageServer = createServer();
  const url = await listen(pageServer, options.port);
  const frameUrl = await listen(frameServer, 0);

  function serveFrame(html: string): string {
    const id = randomUUID();
    frames.set(id, framePage(html, { client, functions: emulator.functions(), editor: url }));
    const [oldest] = frames.keys();
    if (frames.size > FRAMES_KEPT && oldest !== undefined) frames.delete(oldest);
    return `${frameUrl}/${id}`;
  }

  frameServer.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!hasOwnHost(request, frameUrl) || !hasOwnOrigin(request, frameUrl)) {
      reply(response, 421, `Open ${url}`);
      return;
    }
    const html = frames.get((request.url ?? '/').slice(1));
    if (html === undefined) {
      reply(response, 404, 'This page is gone: open the sidebar again.');
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        `default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; ` +
        `font-src data:; frame-ancestors ${url}`,
    });
    response.end(html);
  });

  pageServer.on('request', (request: IncomingMessage, response: ServerResponse) => {
    route(request, response).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      if (response.headersSent) response.end();
      else if (error instanceof BodyTooLarge) reply(response, 413, 'More than 5 MB at once: paste less.');
      else reply(response, 400, message);
    });
  });

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET' && hasOwnHost(request, url.replace('127.0.0.1', 'localhost'))) {
      response.writeHead(307, { location: `${url}${request.url ?? '/'}` });
      response.end();
      return;
    }
    if (!hasOwnHost(request, url)) {
      reply(response, 421, `Open ${url}`);
      return;
    }
    if (!hasOwnOrigin(request, url)) {
      reply(response, 403, ONLY_OWN_PAGE);
      return;
    }
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const file = FILES[pathname];
    if (request.method === 'GET' && file) {
      response.writeHead(200, {
        'content-type': file.type,
        'cache-control': 'no-store',
        'content-security-policy':
          `default-src 'self'; img-src 'self' data:; frame-src ${frameUrl}; ` +
          `frame-ancestors 'none'; base-uri 'none'`,
      });
      response.end(await readFile(path.join(runtime, file.file)));
    } else if (request.method === 'GET' && pathname === '/events') {
      await connect(response);
    } else if (request.method === 'GET' && pathname === '/rows') {
      const number = (name: string) => Math.max(1, Math.trunc(Number(searchParams.get(name))) || 1);
      const rows = session.rows(
        searchParams.get('tab') ?? '',
        number('from'),
        Math.min(number('count'), 1000),
      );
      reply(response, 200, rows);
    } else if (request.method === 'POST' && pathname === '/act') {
      await act(request, response, searchParams);
    } else {
      reply(response, 404, `Nothing is served at ${pathname}.`);
    }
  }

  async function connect(response: ServerResponse): Promise<void> {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const page = new OpenPage(randomUUID(), options.user, {
      send: (message) => response.write(`data: ${JSON.stringify(message)}\n\n`),
      serveFrame,
      unticked: () => session.unticked,
    });
    pages.set(page.id, page);
    response.on('close', () => {
      pages.delete(page.id);
      session.leave(page);
    });
    await session.join(page);
  }

  async function act(
    request: IncomingMessage,
    response: ServerResponse,
    query: URLSearchParams,
  ): Promise<void> {
    // A form of another site cannot send this type.
    if (request.headers['content-type'] !== 'application/json') {
      reply(response, 403, ONLY_OWN_PAGE);
      return;
    }
    const page = pages.get(query.get('page') ?? '');
    if (!page) {
      reply(response, 410, 'This page lost its connection: reload it.');
      return;
    }
    const action = readAction(await readBody(request, BODY_LIMIT_BYTES));
    const call = query.get('call');
    if (call === null) {
      reply(response, 200, await session.act(page, action));
      return;
    }
    // A script may wait for a person. A browser sends nothing more while six requests to one server are open.
    reply(response, 202, { ok: true });
    page.send({ type: 'reply', call: Number(call), reply: await session.act(page, action).catch(failureOf) });
  }

  const triggers = setInterval(() => void session.fireTriggers(), TRIGGER_CHECK_MS);
  return {
    url,
    close: () => {
      clearInterval(triggers);
      for (const server of [pageServer, frameServer]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

async function listen(server: Server, port: number): Promise<string> {
  await once(server.listen(port, HOST), 'listening');
  return `http://${HOST}:${(server.address() as AddressInfo).port}`;
}

/** A string is sent as text, anything else as JSON. */
function reply(response: ServerResponse, status: number, body: unknown): void {
  const text = typeof body === 'string';
  response.writeHead(status, {
    'content-type': text ? 'text/plain; charset=utf-8' : 'application/json',
    'cache-control': 'no-store',
  });
  response.end(text ? body : JSON.stringify(body));
}
