/** A fake of the three Google methods that clasp calls: creating a sheet, creating its script, and the script's files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';

export interface RemoteFile {
  readonly name: string;
  readonly type: string;
  readonly source: string;
}

export interface FakeGoogle {
  /** The bound scripts by id. */
  readonly scripts: ReadonlyMap<string, { readonly parentId: string; readonly files: readonly RemoteFile[] }>;
  /** Ids of the sheets that were created. */
  readonly sheets: readonly string[];
  /** Environment of a program whose clasp reaches this fake, as somebody who is logged in. */
  readonly env: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

const DEFAULT_MANIFEST: RemoteFile = {
  name: 'appsscript',
  type: 'JSON',
  source: '{"timeZone":"America/New_York"}',
};

const TOKEN = {
  type: 'authorized_user',
  client_id: 'made-up',
  client_secret: 'made-up',
  access_token: 'made-up',
  refresh_token: 'made-up',
  expiry_date: 4e12,
};

/** @param home A folder that becomes the home of whoever runs clasp. */
export async function openFakeGoogle(home: string): Promise<FakeGoogle> {
  const scripts = new Map<string, { parentId: string; files: readonly RemoteFile[] }>();
  const sheets: string[] = [];

  function answer(method: string, url: string, body: string): unknown {
    if (method === 'POST' && url.includes('/drive/v3/files')) {
      const id = `made-sheet-${'x'.repeat(30)}${sheets.length}`;
      sheets.push(id);
      return { id };
    }
    if (method === 'POST' && url.startsWith('/v1/projects')) {
      const { parentId } = JSON.parse(body) as { parentId: string };
      const scriptId = `made-script-${'x'.repeat(40)}${scripts.size}`;
      scripts.set(scriptId, { parentId, files: [DEFAULT_MANIFEST] });
      return { scriptId, parentId };
    }
    const script = scripts.get(/^\/v1\/projects\/([^/]+)\/content/.exec(url)?.[1] ?? '');
    if (!script) return undefined;
    if (method === 'PUT') script.files = (JSON.parse(body) as { files: readonly RemoteFile[] }).files;
    return { files: script.files };
  }

  const server = http.createServer((request, response) => {
    // Decoded as a whole: a chunk may end in the middle of a Japanese character.
    void text(request).then((body) => {
      const reply = answer(request.method ?? '', request.url ?? '', body);
      response.writeHead(reply ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(reply ?? { error: { code: 404, message: 'not in the fake' } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, '.clasprc.json'), JSON.stringify({ tokens: { default: TOKEN } }));
  return {
    scripts,
    sheets,
    env: {
      ...process.env,
      HOME: home,
      NODE_OPTIONS: `--import ${path.resolve('test/emulator/commands/fake-google.mjs')}`,
      FAKE_GOOGLE_PORT: String((server.address() as AddressInfo).port),
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
