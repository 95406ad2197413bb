/** Google's own client library for Node, and requests as its Python client sends them, on `npm run google`. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auth, chat, type chat_v1 } from '@googleapis/chat';
import { SPACES } from '../workspace/invented';
import type { Body } from './google.testing';
import { startGoogle, type GoogleProgram } from '../commands/google-program.testing';

let google: GoogleProgram;
const clients = new Map<string, chat_v1.Chat>();

beforeAll(async () => {
  google = await startGoogle();
  for (const [as, token] of Object.entries(google.tokens)) {
    const person = new auth.OAuth2();
    person.setCredentials({ access_token: token });
    clients.set(as, chat({ version: 'v1', auth: person, rootUrl: `${google.url}/` }));
  }
});
afterAll(() => google.stop());

type As = 'user' | 'admin' | 'app';
const as = (who: As): chat_v1.Chat => clients.get(who)!;

/** The plain JSON at an address. */
async function raw(path: string, who: As = 'user', headers: Record<string, string> = {}): Promise<Body> {
  const response = await fetch(google.url + path, {
    headers: { authorization: `Bearer ${google.tokens[who]}`, ...headers },
  });
  return (await response.json()) as Body;
}

describe('the client library for Node', () => {
  const HANA = `${SPACES.launch}/members/100000000000000000001`;

  test.each([
    ['user', HANA, {}],
    ['user', `${SPACES.launch}/members/ken.mori@orchard.example`, {}],
    ['user', `${SPACES.launch}/members/app`, {}],
    ['user', `${SPACES.sales}/members/group-03orchardpickers`, {}],
    ['app', HANA, {}],
    ['admin', `${SPACES.elsewhere}/members/100000000000000000041`, { useAdminAccess: true }],
  ] as const)('as %s gets %s', async (who, name, options) => {
    const { status, data } = await as(who).spaces.members.get({ name, ...options });
    const admin = who === 'admin' ? '?useAdminAccess=true' : '';
    expect(status).toBe(200);
    expect(data).toEqual(await raw(`/v1/${name}${admin}`, who));
    expect(data.member ?? data.groupMember).toHaveProperty('name');
  });

  test.each([
    [{}, 'pageSize=1000'],
    [{ showGroups: true }, 'showGroups=true'],
    [{ showInvited: true }, 'showInvited=true'],
    [{ filter: 'member.type = "HUMAN" AND role = "ROLE_MANAGER"' }, null],
    [{ filter: 'role = "ROLE_MANAGER" OR role = "ROLE_MEMBER"', showGroups: true, showInvited: true }, null],
    [{ fields: 'nextPageToken,memberships(name,member(displayName))' }, null],
  ])(
    'lists %j in pages of any size, as the plain JSON has it',
    async (options, query) => {
      for (const [index, pageSize] of [1, 4, 1000].entries()) {
        const parent = [SPACES.launch, SPACES.lab, SPACES.sales][index]!;
        const found: chat_v1.Schema$Membership[] = [];
        let pageToken: string | undefined;
        do {
          const { data }: { data: chat_v1.Schema$ListMembershipsResponse } = await withPatience(() =>
            as('user').spaces.members.list({
              parent,
              pageSize,
              ...options,
              ...(pageToken ? { pageToken } : {}),
            }),
          );
          found.push(...(data.memberships ?? []));
          pageToken = data.nextPageToken ?? undefined;
        } while (pageToken !== undefined);
        const asked = query ?? new URLSearchParams(Object.entries(options).map(([k, v]) => [k, String(v)]));
        const whole = await withPatience(async () => {
          const body = await raw(`/v1/${parent}/members?${asked.toString()}`);
          const failed: unknown = body.error;
          if (failed !== undefined)
            throw Object.assign(new Error(body.error.message), { code: body.error.code });
          return body;
        });
        expect(found).toEqual(whole.memberships ?? []);
      }
    },
    60_000,
  );

  test('gets and lists spaces', async () => {
    const { data } = await as('user').spaces.get({ name: SPACES.groupChat });
    expect(data).toEqual(await raw(`/v1/${SPACES.groupChat}`));
    const listed = await as('user').spaces.list({ filter: 'spaceType = "SPACE"', pageSize: 2 });
    expect(listed.data).toEqual(
      expect.objectContaining({ spaces: expect.any(Array), nextPageToken: expect.any(String) }),
    );
    const all = await as('app').spaces.list();
    expect(all.data).toEqual(await raw('/v1/spaces', 'app'));
  });

  test('searches spaces', async () => {
    const query = 'display_name:"orchard" AND space_type = "SPACE"';
    const { data } = await as('user').spaces.search({ query });
    expect(data).toMatchObject({ results: [{ space: { name: SPACES.launch } }] });
  });

  test('throws what is refused, with code, status and Google’s words', async () => {
    const failure: unknown = await as('user')
      .spaces.members.get({ name: `${SPACES.launch}/members/nobody@nowhere.example` })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({
      status: 400,
      message: 'Invalid membership state, user, group or request ID',
    });
    const denied: unknown = await as('app')
      .spaces.members.list({ parent: SPACES.board })
      .catch((error: unknown) => error);
    expect(denied).toMatchObject({
      status: 403,
      message: 'This Chat app is not a member of this space.',
      response: { data: { error: { status: 'PERMISSION_DENIED' } } },
    });
  });
});

describe('requests as the client library for Python sends them', () => {
  const HEADERS = {
    accept: 'application/json',
    'accept-encoding': 'gzip, deflate',
    'user-agent': '(gzip)',
    'x-goog-api-client': 'gdcl/2.201.0 gl-python/3.12.3',
  };

  test.each([
    `/v1/${SPACES.launch}/members/100000000000000000002?alt=json`,
    `/v1/${SPACES.launch}/members/ken.mori%40orchard.example?alt=json`,
    `/v1/${SPACES.directMessage}/members?pageSize=1000&showGroups=true&showInvited=true&filter=member.type+%3D+%22HUMAN%22&alt=json`,
    `/v1/${SPACES.directMessage}?alt=json`,
    '/v1/spaces?filter=spaceType+%3D+%22SPACE%22&pageSize=2&alt=json',
    '/v1/spaces?alt=json&prettyPrint=false&key=AIza-made-up',
    `/v1/${SPACES.launch}/members/100000000000000000002?%24alt=json%3Benum-encoding%3Dint`,
    `/v1/${SPACES.launch}/members?$alt=json;enum-encoding=int`,
  ])('%s gives the same JSON', async (path) => {
    const bare = path
      .replace(
        /[?&](?:(?:\$|%24)?alt=json(?:(?:;|%3B)enum-encoding(?:=|%3D)int)?|prettyPrint=false|key=[^&]*)/g,
        '',
      )
      .replace(/^([^?]*)&/, '$1?');
    const [asked, plain] = [await raw(path, 'user', HEADERS), await raw(bare)];
    expect(asked).not.toHaveProperty('error');
    // A page token holds the time.
    expect({ ...asked, nextPageToken: '' }).toEqual({ ...plain, nextPageToken: '' });
  });

  test('an error has what its HttpError reads', async () => {
    const { error } = await raw(`/v1/${SPACES.elsewhere}/members?alt=json`, 'user', HEADERS);
    expect(error).toMatchObject({
      code: 404,
      message: 'Requested entity was not found.',
      status: 'NOT_FOUND',
    });
  });
});

/** The quota of a space is fifteen reads a second by the machine's clock: what it refuses is asked again. */
async function withPatience<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const { code, status } = error as { code?: unknown; status?: unknown };
      if (Number(status ?? code) !== 429) throw error;
    }
  }
}
