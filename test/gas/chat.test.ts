import { describe, expect, test } from '@jest/globals';
import type { Identity } from '../../src/core/chat/identity';
import type { ChatPort, ChatRequest } from '../../src/core/ports';
import { loadScript } from './script.testing';

const USER: Identity = { as: 'user' };
const ADMIN: Identity = { as: 'admin' };
const NOW = Date.UTC(2026, 9, 1, 9);
const LATER = NOW + 300_000;
const HOST = 'https://chat.googleapis.com/v1/';

interface FetchRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly muteHttpExceptions: boolean;
}

/** What the platform was asked, and what it answers. */
class Platform {
  now = NOW;
  /** Name and arguments of each call of the advanced service. */
  readonly calls: (readonly [string, ...unknown[]])[] = [];
  readonly fetches: (readonly FetchRequest[])[] = [];
  forgotten = 0;
  /** Thrown by `fetchAll`. */
  fetchAllThrows: string | null = null;
  status = 200;
  headers: Readonly<Record<string, string>> = {};
  /** Thrown by the advanced service. */
  serviceThrows: Error | null = null;

  private service(name: string) {
    return (...args: readonly unknown[]): unknown => {
      this.calls.push([name, ...args]);
      if (this.serviceThrows !== null) throw this.serviceThrows;
      return { through: name };
    };
  }

  port(parallel: boolean, token: string | null = null): ChatPort {
    const globals = {
      Chat: {
        Spaces: {
          get: this.service('Spaces.get'),
          list: this.service('Spaces.list'),
          search: this.service('Spaces.search'),
          Members: { get: this.service('Members.get'), list: this.service('Members.list') },
          SpaceEvents: { list: this.service('SpaceEvents.list') },
        },
      },
      UrlFetchApp: {
        fetchAll: (requests: readonly FetchRequest[]) => {
          this.fetches.push(requests);
          if (this.fetchAllThrows !== null) throw new Error(this.fetchAllThrows);
          return requests.map((_, index) => ({
            getResponseCode: () => this.status,
            getContentText: () => JSON.stringify({ through: 'fetch', index }),
            getHeaders: () => this.headers,
          }));
        },
      },
      ScriptApp: { getOAuthToken: () => 'own-token' },
      CacheService: { getUserCache: () => ({ remove: () => (this.forgotten += 1) }) },
    };
    const { chatPort } = loadScript('chat', globals, () => this.now) as {
      readonly chatPort: (options: { isParallel: () => boolean; tokenOf: () => string | null }) => ChatPort;
    };
    return chatPort({ isParallel: () => parallel, tokenOf: () => token });
  }
}

interface Row {
  readonly request: ChatRequest;
  readonly url: string;
  readonly call: readonly [string, ...unknown[]];
}

const ROWS: readonly Row[] = [
  {
    request: { method: 'spaces.members.get', name: 'spaces/S/members/a+b@example.com', fields: 'name,state' },
    url: 'spaces/S/members/a%2Bb%40example.com?fields=name%2Cstate',
    call: ['Members.get', 'spaces/S/members/a+b@example.com', { fields: 'name,state' }],
  },
  {
    request: {
      method: 'spaces.members.list',
      parent: 'spaces/S',
      pageSize: 1000,
      pageToken: 'a/b=',
      showGroups: true,
      showInvited: false,
      filter: 'member.type != "BOT"',
    },
    url: 'spaces/S/members?pageSize=1000&pageToken=a%2Fb%3D&filter=member.type%20!%3D%20%22BOT%22&showGroups=true&showInvited=false',
    call: [
      'Members.list',
      'spaces/S',
      {
        pageSize: 1000,
        pageToken: 'a/b=',
        filter: 'member.type != "BOT"',
        showGroups: true,
        showInvited: false,
      },
    ],
  },
  {
    request: { method: 'spaces.get', name: 'spaces/S' },
    url: 'spaces/S',
    call: ['Spaces.get', 'spaces/S', {}],
  },
  {
    request: { method: 'spaces.list', pageSize: 1000, filter: 'spaceType = "SPACE"' },
    url: 'spaces?pageSize=1000&filter=spaceType%20%3D%20%22SPACE%22',
    call: ['Spaces.list', { pageSize: 1000, filter: 'spaceType = "SPACE"' }],
  },
  {
    request: {
      method: 'spaces.search',
      query: 'customer = "customers/my_customer"',
      orderBy: 'create_time DESC',
    },
    url: 'spaces:search?query=customer%20%3D%20%22customers%2Fmy_customer%22&orderBy=create_time%20DESC',
    call: ['Spaces.search', { query: 'customer = "customers/my_customer"', orderBy: 'create_time DESC' }],
  },
  {
    request: { method: 'spaces.spaceEvents.list', parent: 'spaces/S', filter: 'x', fields: 'nextPageToken' },
    url: 'spaces/S/spaceEvents?fields=nextPageToken&filter=x',
    call: ['SpaceEvents.list', 'spaces/S', { fields: 'nextPageToken', filter: 'x' }],
  },
];
const GETS: readonly ChatRequest[] = ['1', '2', '3'].map((id) => ({
  method: 'spaces.members.get',
  name: `spaces/S/members/${id}`,
}));

describe('a request', () => {
  test.each(ROWS)('$request.method goes the same two ways', ({ request, url, call }) => {
    const platform = new Platform();
    const port = platform.port(true);
    expect(port.send([request], USER, LATER)).toEqual([{ ok: true, body: { through: call[0] } }]);
    expect(platform.calls).toEqual([call]);
    expect(port.send([request, request], USER, LATER).map((one) => one !== 'notSent' && one.ok)).toEqual([
      true,
      true,
    ]);
    expect(platform.fetches.flat().map((one) => one.url)).toEqual([`${HOST}${url}`, `${HOST}${url}`]);
    expect(platform.fetches[0]?.[0]).toMatchObject({
      headers: { Authorization: 'Bearer own-token' },
      muteHttpExceptions: true,
    });
  });

  test.each(ROWS)('$request.method as an admin says so, or is refused', ({ request, url, call }) => {
    const platform = new Platform();
    const port = platform.port(true);
    const send = (): unknown => [
      port.send([request], ADMIN, LATER),
      port.send([request, request], ADMIN, LATER),
    ];
    if (['spaces.list', 'spaces.spaceEvents.list'].includes(request.method)) {
      expect(send).toThrow('has no admin access');
      expect([platform.calls, platform.fetches]).toEqual([[], []]);
      return;
    }
    send();
    expect(platform.calls[0]?.[call.length - 1]).toEqual({
      ...(call[call.length - 1] as object),
      useAdminAccess: true,
    });
    const joint = url.includes('?') ? '&' : '?';
    expect(platform.fetches[0]?.[0]?.url).toBe(`${HOST}${url}${joint}useAdminAccess=true`);
  });

  test('as the app carries its token both ways', () => {
    const platform = new Platform();
    const port = platform.port(true, 'app-token');
    port.send(GETS.slice(0, 1), USER, LATER);
    port.send(GETS, USER, LATER);
    expect(platform.calls[0]?.[3]).toEqual({ Authorization: 'Bearer app-token' });
    expect(platform.fetches[0]?.[0]?.headers).toEqual({ Authorization: 'Bearer app-token' });
  });

  test('whose token was refused has the app’s token forgotten', () => {
    const platform = new Platform();
    platform.status = 401;
    platform.port(true, 'app-token').send(GETS, USER, LATER);
    expect(platform.forgotten).toBe(1);
    platform.port(true).send(GETS, USER, LATER);
    expect(platform.forgotten).toBe(1);
  });

  test('fails alike through both ways, as far as they tell', () => {
    const platform = new Platform();
    const port = platform.port(true);
    platform.status = 503;
    platform.headers = { 'retry-AFTER': '7' };
    expect(port.send(GETS, USER, LATER)[0]).toMatchObject({
      ok: false,
      failure: { at: 'api', httpStatus: 503, retryAfterSeconds: 7 },
    });
    const details = { code: 503, message: 'later', errors: [] };
    platform.serviceThrows = Object.assign(new Error('API call failed'), { details });
    expect(port.send(GETS.slice(0, 1), USER, LATER)).toEqual([
      { ok: false, failure: { at: 'api', httpStatus: 503, message: 'later' } },
    ]);
  });
});

describe('many requests', () => {
  test('go together, up to 200; one by one where that was not permitted', () => {
    const platform = new Platform();
    expect([platform.port(true).batchSize, platform.port(false).batchSize]).toEqual([200, 1]);
    platform.port(true).send(GETS, USER, LATER);
    platform.port(false).send(GETS, USER, LATER);
    expect([platform.fetches.length, platform.calls.length]).toEqual([1, 3]);
  });

  test('that fail as a whole say so, each of them', () => {
    const platform = new Platform();
    platform.fetchAllThrows = 'Timeout: https://chat.googleapis.com/v1/spaces';
    const failure = { at: 'network', message: platform.fetchAllThrows, shared: true };
    expect(platform.port(true).send(GETS, USER, LATER)).toEqual(GETS.map(() => ({ ok: false, failure })));
    expect(platform.fetches).toHaveLength(1);
  });

  test.each([
    'Service invoked too many times for one day: urlfetch.',
    '1 日にサービス urlfetch を実行した回数が多すぎます。',
    'Dịch vụ bị gọi quá nhiều lần trong một ngày: urlfetch.',
  ])('go one by one once the day’s quota is used up: %s', (message) => {
    const platform = new Platform();
    const port = platform.port(true);
    platform.fetchAllThrows = message;
    expect(port.fetchQuotaUsedUp).toBe(false);
    expect(port.send(GETS, USER, LATER)).toEqual(['notSent', 'notSent', 'notSent']);
    expect([port.batchSize, port.fetchQuotaUsedUp]).toEqual([1, true]);
    expect(port.send(GETS, USER, LATER).every((one) => one !== 'notSent' && one.ok)).toBe(true);
    expect([platform.fetches.length, platform.calls.length]).toEqual([1, 3]);
  });
});

describe('the time that is left', () => {
  test('keeps a request back that could hang past the end', () => {
    for (const parallel of [true, false]) {
      const platform = new Platform();
      expect(platform.port(parallel).send(GETS, USER, NOW + 60_000)).toEqual(GETS.map(() => 'notSent'));
      expect([platform.calls.length, platform.fetches.length]).toEqual([0, 0]);
    }
  });

  test('is looked at before each request that goes alone', () => {
    const platform = new Platform();
    const port = platform.port(false);
    const { calls } = platform;
    Object.defineProperty(platform, 'now', { get: () => NOW + calls.length * 60_000 });
    expect(port.send(GETS, USER, NOW + 130_000).map((one) => one === 'notSent')).toEqual([
      false,
      false,
      true,
    ]);
  });
});
