/** A fake of the Google methods that `npm run deploy` reaches through the real clasp, and a copy of the project to deploy from. */
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  watch,
} from 'node:fs';
import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';

export interface RemoteFile {
  name: string;
  type: string;
  source: string;
}

export interface RemoteScript {
  parentId: string | undefined;
  files: RemoteFile[];
  versions: { versionNumber: number; description: string }[];
}

export interface Ended {
  /** Null where it was killed. */
  readonly code: number | null;
  readonly output: string;
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

export class FakeGoogle {
  /** What it holds: scripts by id, and the sheets that were created. */
  readonly scripts = new Map<string, RemoteScript>();
  readonly sheets: string[] = [];
  /** `METHOD path` of every request, in order. */
  readonly requests: string[] = [];
  /** What everything is refused with; null: nothing. */
  refusal: { readonly code: number; readonly message: string } | null = null;
  /** Called instead of answering the request that matches. */
  cut: { readonly at: RegExp; readonly then: () => void } | null = null;
  private readonly server = http.createServer((request, response) => {
    // Decoded as a whole: a chunk may end in the middle of a Japanese character.
    void text(request).then((body) => {
      const { method = '', url = '' } = request;
      const line = `${method} ${url.split('?')[0] ?? ''}`;
      this.requests.push(line);
      if (this.cut?.at.test(line)) {
        this.cut.then();
        return;
      }
      const reply = this.refusal === null ? this.answer(method, url, body) : undefined;
      const { code, message } = this.refusal ?? { code: 404, message: 'Requested entity was not found.' };
      response.writeHead(reply ? 200 : code, { 'content-type': 'application/json' });
      response.end(JSON.stringify(reply ?? { error: { code, message, errors: [{ message }] } }));
    });
  });

  async listen(): Promise<void> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
  }

  /** Environment of a program whose clasp reaches this fake. `home` is the home folder of whoever runs it. */
  envOf(home: string): NodeJS.ProcessEnv {
    return {
      ...process.env,
      HOME: home,
      NODE_OPTIONS: `--import ${path.resolve('test/emulator/commands/fake-google.mjs')}`,
      FAKE_GOOGLE_PORT: String((this.server.address() as AddressInfo).port),
    };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private answer(method: string, url: string, body: string): unknown {
    if (method === 'POST' && url.includes('/drive/v3/files')) {
      const id = `made-sheet-${'x'.repeat(30)}${this.sheets.length}`;
      this.sheets.push(id);
      return { id };
    }
    const [, id, part] = /^\/v1\/projects\/?([^/?]*)\/?(\w*)/.exec(url) ?? [];
    if (method === 'POST' && id === '') {
      const { parentId } = JSON.parse(body) as { parentId?: string };
      const scriptId = `made-script-${'x'.repeat(40)}${this.scripts.size}`;
      this.scripts.set(scriptId, { parentId, files: [DEFAULT_MANIFEST], versions: [] });
      return { scriptId, ...(parentId === undefined ? {} : { parentId }) };
    }
    const script = this.scripts.get(id ?? '');
    if (!script) return undefined;
    if (part === 'versions') {
      if (method === 'GET') return { versions: script.versions };
      const { description } = JSON.parse(body) as { description: string };
      const version = { versionNumber: script.versions.length + 1, description };
      script.versions.push(version);
      return version;
    }
    if (method === 'PUT') script.files = (JSON.parse(body) as { files: RemoteFile[] }).files;
    return { files: script.files };
  }
}

/** Makes `home` that of somebody who is logged in to clasp. */
export function logIn(home: string): void {
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, '.clasprc.json'), JSON.stringify({ tokens: { default: TOKEN } }));
}

/** A copy of the project, built, and a home folder in which clasp is logged in. */
export class ProjectCopy {
  readonly folder = mkdtempSync(path.resolve('.emulator/deploy-test-'));

  constructor(private readonly google: FakeGoogle) {
    const files = ['src', 'build.mjs', 'package.json', 'appsscript.json', 'tsconfig.json'];
    for (const name of files) cpSync(name, path.join(this.folder, name), { recursive: true });
    cpSync('.emulator/deploy.mjs', path.join(this.folder, '.emulator/deploy.mjs'));
    this.write('.clasp.json', '{ "rootDir": "dist" }\n');
    symlinkSync(path.resolve('node_modules'), path.join(this.folder, 'node_modules'));
    this.logIn();
    execFileSync(process.execPath, ['build.mjs'], { cwd: this.folder });
  }

  logIn(): void {
    logIn(path.join(this.folder, 'home'));
  }

  read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  write(name: string, content: string): void {
    writeFileSync(path.join(this.folder, name), content);
  }

  has(name: string): boolean {
    return existsSync(path.join(this.folder, name));
  }

  /** Waits until a file of the copy is as wanted; for ever where it never is. */
  until(isAsWanted: (now: ProjectCopy) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const watcher = watch(this.folder, { persistent: false }, () => {
        look();
      });
      const look = (): void => {
        if (!isAsWanted(this)) return;
        watcher.close();
        resolve();
      };
      look();
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  /** Runs `npm run deploy` without its build. `kill` ends it and what it has started. */
  deploy(...args: readonly string[]): { readonly ended: Promise<Ended>; readonly kill: () => void } {
    const child = spawn(process.execPath, ['.emulator/deploy.mjs', ...args], {
      cwd: this.folder,
      // A group of its own, so that clasp ends with it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: this.google.envOf(path.join(this.folder, 'home')),
    });
    const texts = Promise.all([text(child.stdout), text(child.stderr)]);
    const ended = once(child, 'close').then(async ([code]) => ({
      code: code as number | null,
      output: (await texts).join(''),
    }));
    const kill = () => {
      if (child.pid === undefined || child.exitCode !== null) return;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Whoever cut it off has ended the whole group.
      }
    };
    return { ended, kill };
  }
}
