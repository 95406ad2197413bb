/** For tests of the platform alone: an API that answers with what it was asked, and a script given as text. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GoogleApis } from '../apis/google';
import { FIRST_ANSWERS } from '../scenario/assumptions';
import type { Workspace } from '../workspace/workspace';
import {
  openEnvironment,
  projectOf,
  type TestEnvironment,
  type EnvironmentOptions,
} from '../../emulator.testing';

/** Two people who may both edit the sheet. */
export const TWO_PEOPLE: Workspace = {
  caller: 'users/1',
  people: [
    { name: 'users/1', type: 'HUMAN', displayName: 'Ada Example', email: 'ada@example.com' },
    { name: 'users/2', type: 'HUMAN', displayName: 'Bo Example', email: 'bo@example.com' },
  ],
  spaces: [],
  memberships: [],
};

const AUTH = 'https://www.googleapis.com/auth/';

/** The manifest of a script that asks for these scopes, without their common prefix. */
export function manifest(scopes: readonly string[], more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    timeZone: 'Asia/Tokyo',
    runtimeVersion: 'V8',
    oauthScopes: scopes.map((scope) => AUTH + scope),
    ...more,
  });
}

/** Every scope that the tests of the platform use. */
export const ALL = manifest(
  [
    'spreadsheets.currentonly',
    'script.container.ui',
    'script.external_request',
    'script.scriptapp',
    'userinfo.email',
    'chat.memberships.readonly',
  ],
  { dependencies: { enabledAdvancedServices: [{ userSymbol: 'Chat', serviceId: 'chat', version: 'v1' }] } },
);

/** Opens the emulator on one script file. */
export async function openScript(
  code: string,
  options: EnvironmentOptions & { readonly manifest?: string } = {},
): Promise<TestEnvironment> {
  const project = projectOf({ 'Code.js': code, 'appsscript.json': options.manifest ?? ALL });
  const environment = await openEnvironment({
    workspace: TWO_PEOPLE,
    apis: await echoApis(),
    ...options,
    scenario: {
      ...options.scenario,
      assumptions: { ...FIRST_ANSWERS, ...options.scenario?.assumptions },
    },
    project: project.folder,
  });
  return {
    ...environment,
    close: async () => {
      await environment.close();
      project.remove();
    },
  };
}

/**
 * Answers every request with `{method, path, headers, body}`; `/status/N` with that status, `/slow` only when as many are
 * waiting as `?together=` says.
 */
async function echoApis(): Promise<GoogleApis> {
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const status = Number(/^\/status\/(\d+)/.exec(url.pathname)?.[1] ?? 200);
      const answer = () => {
        const { method, headers } = request;
        response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '7' });
        response.end(JSON.stringify({ method, path: request.url, headers, body }));
      };
      if (url.pathname !== '/slow') {
        answer();
        return;
      }
      waiting.push(answer);
      if (waiting.length >= Number(url.searchParams.get('together')))
        for (const go of waiting.splice(0)) go();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const none = { requests: 0, rounds: 0, faulted: 0, retries: 0, byMethod: {}, log: [] };
  return {
    url: `http://127.0.0.1:${port}`,
    hosts: ['chat.googleapis.com'],
    tokens: { user: '', admin: '', app: '' },
    issueToken: ({ user, scopes }) => `${user} ${scopes.join(' ')}`,
    counts: () => none,
    resetCounts: () => undefined,
    setScenario: () => undefined,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
