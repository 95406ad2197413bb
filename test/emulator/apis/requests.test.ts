/** What the emulated APIs take and refuse before anything is looked up: addresses, tokens, scopes, parameters, masks. */
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { inventedWorkspace, SPACES } from '../workspace/invented';
import { infoOf, openGoogleEnvironment, refusal, type GoogleEnvironment } from './google.testing';

const LAUNCH = `/v1/${SPACES.launch}`;
const HANA = `${LAUNCH}/members/100000000000000000001`;
const EVENTS = `${LAUNCH}/spaceEvents?filter=event_types:%22google.workspace.chat.membership.v1.created%22`;
const caller = inventedWorkspace().caller;

let environment: GoogleEnvironment;
beforeEach(async () => {
  environment = await openGoogleEnvironment();
});
afterEach(() => environment.close());

describe('an address that Google does not know', () => {
  test.each([
    ['GET', '/'],
    ['GET', '/v1'],
    ['GET', '/v2/spaces'],
    ['GET', '/v1/spaces//members'],
    ['GET', `${LAUNCH}/members/users/123`],
    ['PUT', HANA],
    ['GET', '/batch'],
  ])('%s %s gets a page, not JSON', async (method, path) => {
    const { status, headers, text } = await environment.ask(path, { method });
    expect(status).toBe(404);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(text).toContain('Error 404 (Not Found)');
  });

  test('HEAD gets no body', async () => {
    const { status, text } = await environment.ask(HANA, { method: 'HEAD' });
    expect([status, text]).toEqual([404, '']);
  });
});

describe('a method that only Google has', () => {
  test.each([
    ['GET', '/v1/spaces:findDirectMessage?name=users/1', 'chat.spaces.findDirectMessage'],
    ['GET', '/v1/spaces%3AfindGroupChats', 'chat.spaces.findGroupChats'],
    ['GET', `${LAUNCH}/messages`, 'chat.spaces.messages.list'],
    ['GET', `${LAUNCH}/spaceEvents/E1`, 'chat.spaces.spaceEvents.get'],
    ['POST', `${LAUNCH}/members`, 'chat.spaces.members.create'],
    ['POST', `${LAUNCH}:completeImport`, 'chat.spaces.completeImport'],
    ['DELETE', HANA, 'chat.spaces.members.delete'],
    ['PATCH', HANA, 'chat.spaces.members.patch'],
    ['POST', '/batch', 'batch'],
    ['GET', '/v1/groups/03abc/memberships', 'cloudidentity.groups.memberships.list'],
    ['GET', '/v1/groups:search?query=x', 'cloudidentity.groups.search'],
    [
      'POST',
      '/v1/projects/-/serviceAccounts/a@b.example:signJwt',
      'iamcredentials.projects.serviceAccounts.signJwt',
    ],
  ])('%s %s says so by name', async (method, path, id) => {
    const answer = await environment.ask(path, { method });
    expect(answer.body.error).toEqual({
      code: 501,
      status: 'UNIMPLEMENTED',
      message: `The method ${id} is not available in the emulator.`,
    });
    expect(environment.apis.counts().byMethod).toEqual({ [id]: 1 });
  });
});

test('a script reaches an API only at its own host', async () => {
  const at = async (host: string) =>
    (await environment.ask(HANA, { headers: { 'x-forwarded-host': host } })).status;
  expect(await at('chat.googleapis.com')).toBe(200);
  expect(await at('cloudidentity.googleapis.com')).toBe(404);
});

describe('the server', () => {
  /** `fetch` sets these headers itself. */
  const ask = (headers: Readonly<Record<string, string>>, path = HANA) =>
    new Promise<number>((resolve, reject) => {
      const token = `Bearer ${environment.apis.tokens.user}`;
      request(environment.apis.url + path, { headers: { authorization: token, ...headers } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });

  test.each([HANA, '/', '/v1/spaces:findDirectMessage'])(
    'answers nothing that another site sends: %s',
    async (path) => {
      const { port } = new URL(environment.apis.url);
      expect(await ask({ host: `evil.example:${port}` }, path)).toBe(403);
      expect(await ask({ host: '127.0.0.1:1' }, path)).toBe(403);
      expect(await ask({ origin: 'https://evil.example' }, path)).toBe(403);
      expect(await ask({ origin: 'null' }, path)).toBe(403);
      expect(environment.apis.counts().requests).toBe(0);
    },
  );

  test('answers to both names of this machine', async () => {
    const { host, port } = new URL(environment.apis.url);
    expect(await ask({ host })).toBe(200);
    expect(await ask({ host: `localhost:${port}` })).toBe(200);
  });

  test('takes no large body', async () => {
    const answer = await environment.ask(HANA.replace(/members.*/, 'members'), {
      method: 'POST',
      body: 'x'.repeat(100_001),
    });
    expect(answer.status).toBe(501);
    const path = '/v1/projects/-/serviceAccounts/a@b.example:generateAccessToken';
    expect((await environment.ask(path, { method: 'POST', body: 'x'.repeat(100_001) })).status).toBe(413);
    expect((await environment.ask(HANA)).status).toBe(200);
  });

  test('has tokens of its own each time', async () => {
    const first = { ...environment.apis.tokens };
    await environment.close();
    environment = await openGoogleEnvironment();
    for (const as of ['user', 'admin', 'app'] as const) {
      expect(environment.apis.tokens[as]).not.toBe(first[as]);
      expect((await environment.ask(HANA, { token: first[as] })).status).toBe(401);
    }
  });
});

describe('a token', () => {
  const EXPECTED =
    'Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';

  test('that is missing', async () => {
    const answer = await environment.ask(HANA, { token: null });
    expect(refusal(answer)).toBe(
      `401 UNAUTHENTICATED Request is missing required authentication credential. ${EXPECTED}`,
    );
    expect(infoOf(answer)).toMatchObject({ reason: 'CREDENTIALS_MISSING', domain: 'googleapis.com' });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="https://accounts.google.com/"');
  });

  test('is not replaced by an API key', async () => {
    expect((await environment.ask(`${HANA}?key=AIza-made-up`, { token: null })).status).toBe(401);
    expect((await environment.ask(`${HANA}?key=AIza-made-up`)).status).toBe(200);
  });

  test.each(['Bearer', 'Bearer wrong', 'Basic dXNlcjpwYXNz', 'wrong', 'Bearer two words'])(
    'sent as "%s" is refused',
    async (authorization) => {
      const answer = await environment.ask(HANA, { token: null, headers: { authorization } });
      expect(refusal(answer)).toBe(
        `401 UNAUTHENTICATED Request had invalid authentication credentials. ${EXPECTED}`,
      );
      expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"');
    },
  );

  test.each(['access_token', 'oauth_token'])('may come as %s', async (name) => {
    const query = `?${name}=${environment.apis.tokens.user}`;
    expect((await environment.ask(HANA + query, { token: null })).status).toBe(200);
  });

  test('in the header goes before one in the query', async () => {
    const { status } = await environment.ask(`${HANA}?access_token=${environment.apis.tokens.user}`, {
      token: 'wrong',
    });
    expect(status).toBe(401);
  });

  test('is good for an hour', async () => {
    environment.clock.advance(3_599_000);
    expect((await environment.ask(HANA)).status).toBe(200);
    environment.clock.advance(1_000);
    expect((await environment.ask(HANA)).status).toBe(401);
  });

  test('of one user is not of another', async () => {
    const token = environment.apis.issueToken({ user: 'users/41', scopes: ['chat.memberships.readonly'] });
    expect((await environment.ask(HANA, { token })).status).toBe(404);
  });
});

describe('scopes', () => {
  const PREFIX = 'https://www.googleapis.com/auth/';
  const asked = async (path: string, scopes: readonly string[], user = caller) => {
    const token = environment.apis.issueToken({ user, scopes });
    return environment.ask(path, { token });
  };

  test.each([
    [HANA, 'chat.memberships.readonly'],
    [HANA, 'chat.memberships'],
    [`${LAUNCH}/members`, 'chat.import'],
    [LAUNCH, 'chat.spaces.readonly'],
    ['/v1/spaces', 'chat.spaces'],
    [EVENTS, 'chat.memberships.readonly'],
    [EVENTS, 'chat.memberships'],
    ['/v1/groups/03orchardpickers', 'cloud-identity.groups.readonly'],
    ['/v1/groups:lookup?groupKey.id=pickers@orchard.example', 'cloud-platform'],
  ])('%s needs no more than %s', async (path, scope) => {
    expect((await asked(path, [PREFIX + scope])).status).toBe(200);
  });

  test.each([
    [HANA, ['chat.spaces.readonly', 'chat.bot', 'chat.import', 'chat.admin.memberships'], 'GetMembership'],
    [`${LAUNCH}/members`, ['chat.spaces.readonly'], 'ListMemberships'],
    [LAUNCH, ['chat.memberships.readonly'], 'GetSpace'],
    ['/v1/spaces', ['chat.memberships.readonly'], 'ListSpaces'],
    [EVENTS, ['chat.spaces.readonly', 'chat.admin.memberships', 'chat.import'], 'ListSpaceEvents'],
    [`${HANA}?useAdminAccess=true`, ['chat.memberships.readonly'], 'GetMembership'],
  ])('%s is refused with %j', async (path, scopes, method) => {
    const answer = await asked(path, scopes);
    expect(refusal(answer)).toBe('403 PERMISSION_DENIED Request had insufficient authentication scopes.');
    expect(infoOf(answer)).toEqual({
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
      domain: 'googleapis.com',
      metadata: { service: 'chat.googleapis.com', method: `google.chat.v1.ChatService.${method}` },
    });
  });

  test('for groups are those of Cloud Identity', async () => {
    const answer = await asked('/v1/groups/03orchardpickers', ['chat.memberships.readonly']);
    expect(infoOf(answer)?.metadata).toEqual({
      service: 'cloudidentity.googleapis.com',
      method: 'google.apps.cloudidentity.groups.v1.GroupsService.GetGroup',
    });
  });

  test('of an admin are worth nothing to somebody who is none', async () => {
    const answer = await asked(`${HANA}?useAdminAccess=true`, ['chat.admin.memberships.readonly']);
    expect(refusal(answer)).toBe(
      "403 PERMISSION_DENIED This method doesn't support non-admin user authentication. Authenticate with an admin account.",
    );
  });

  test('of an admin do not replace a user’s where admin access is not asked for', async () => {
    const admin = inventedWorkspace().admins![0]!;
    expect((await asked(HANA, ['chat.admin.memberships.readonly'], admin)).status).toBe(403);
  });
});

describe('the state of Google’s side', () => {
  test.each([
    [
      'chat-api-off',
      /^403 PERMISSION_DENIED Google Chat API has not been used in project 314159265358 before or it is disabled\. Enable it by visiting https:\/\/console\.developers\.google\.com\/apis\/api\/chat\.googleapis\.com\/overview\?project=314159265358 then retry\./,
    ],
    [
      'app-not-configured',
      /^404 NOT_FOUND Google Chat app not found\. To create a Chat app, you must turn on/,
    ],
    ['chat-turned-off', /^400 FAILED_PRECONDITION Google Chat is turned off\. To use Chat API, turn on/],
    ['token-expired', /^401 UNAUTHENTICATED Request had invalid authentication credentials\./],
    ['rate-limited', /^429 RESOURCE_EXHAUSTED Resource has been exhausted \(e\.g\. check quota\)\.$/],
    ['server-errors', /^500 INTERNAL Internal error encountered\.$/],
  ])('%s', async (faultPreset, message) => {
    await environment.close();
    environment = await openGoogleEnvironment({ faultPresets: [faultPreset] });
    expect(refusal(await environment.ask(HANA))).toMatch(message);
  });

  test('an API that is off says in its details what to switch on', async () => {
    await environment.close();
    environment = await openGoogleEnvironment({ faultPresets: ['chat-api-off'] });
    expect(infoOf(await environment.ask(HANA))).toMatchObject({
      reason: 'SERVICE_DISABLED',
      metadata: {
        service: 'chat.googleapis.com',
        consumer: 'projects/314159265358',
        activationUrl: expect.stringContaining('overview?project=314159265358'),
      },
    });
  });

  test('the API of groups is switched off by itself', async () => {
    await environment.close();
    environment = await openGoogleEnvironment({ faultPresets: ['cloud-identity-api-off'] });
    const token = environment.apis.issueToken({ user: caller, scopes: ['cloud-platform'] });
    expect(refusal(await environment.ask('/v1/groups/03orchardpickers', { token }))).toMatch(
      /^403 PERMISSION_DENIED Cloud Identity API has not been used in project 314159265358 before/,
    );
    expect((await environment.ask(HANA)).status).toBe(200);
  });

  test('reads may work before the app is configured', async () => {
    await environment.close();
    environment = await openGoogleEnvironment({
      faultPresets: ['app-not-configured'],
      assumptions: { 'unconfigured-reads': 'work' },
    });
    expect((await environment.ask(HANA)).status).toBe(200);
  });
});

describe('parameters', () => {
  test.each(['pageSize=5', 'role=x', 'Fields=name'])('%s is none of members.get', async (query) => {
    const [name] = query.split('=');
    const answer = await environment.ask(`${HANA}?${query}`);
    expect(refusal(answer)).toBe(
      `400 INVALID_ARGUMENT Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
    );
    expect(answer.body.error.details![0]!.fieldViolations).toEqual([
      { description: answer.body.error.message },
    ]);
  });

  test('spaces.list knows no admin access', async () => {
    expect(refusal(await environment.ask('/v1/spaces?useAdminAccess=true'))).toContain(
      'Unknown name "useAdminAccess"',
    );
  });

  test('a truth value is true or false', async () => {
    expect(refusal(await environment.ask(`${HANA}?useAdminAccess=yes`))).toBe(
      `400 INVALID_ARGUMENT Invalid value at 'use_admin_access' (TYPE_BOOL), "yes"`,
    );
    expect((await environment.ask(`${HANA}?useAdminAccess=false`)).status).toBe(200);
  });

  test('may be written as in the protocol buffers', async () => {
    const { body } = await environment.ask(`${LAUNCH}/members?page_size=2&show_invited=true`);
    expect(body.memberships).toHaveLength(2);
  });

  test('the common ones change nothing', async () => {
    const { body } = await environment.ask(HANA);
    const query = 'alt=json&quotaUser=me&uploadType=media&upload_protocol=raw&%24.xgafv=2&key=x';
    expect((await environment.ask(`${HANA}?${query}`)).body).toEqual(body);
  });

  test('a name that cannot be decoded is refused', async () => {
    expect((await environment.ask(`${LAUNCH}/members/%E0%A4%A`)).status).toBe(400);
  });

  test('only JSON is served', async () => {
    expect(refusal(await environment.ask(`${HANA}?alt=proto`))).toContain(
      `400 INVALID_ARGUMENT Invalid value at 'alt'`,
    );
  });

  test('prettyPrint=false takes the spaces away', async () => {
    const pretty = await environment.ask(`${HANA}?fields=name`);
    const plain = await environment.ask(`${HANA}?fields=name&prettyPrint=false`);
    expect(pretty.text).toContain('{\n  "name"');
    expect(plain.text).toMatch(/^\{"name":"[^ ]+"\}$/);
    expect((await environment.ask('/v1/spaces/gone?prettyPrint=false')).text).not.toContain('\n');
  });

  test('$.xgafv=1 gives errors in the older format', async () => {
    const path = '/v1/spaces/gone/members/1';
    expect((await environment.ask(`${path}?$.xgafv=1`)).body.error).toEqual({
      code: 404,
      message: 'Requested entity was not found.',
      errors: [{ message: 'Requested entity was not found.', domain: 'global', reason: 'notFound' }],
      status: 'NOT_FOUND',
    });
    expect((await environment.ask(path)).body.error).not.toHaveProperty('errors');
  });
});

describe('a fields mask', () => {
  const keys = (value: object): string[] => Object.keys(value).sort();

  test.each([
    ['name', { name: expect.any(String) }],
    ['state,role', { state: 'JOINED', role: 'ROLE_MANAGER' }],
    ['member(type)', { member: { type: 'HUMAN' } }],
    ['member.type', { member: { type: 'HUMAN' } }],
    ['member/type,role', { member: { type: 'HUMAN' }, role: 'ROLE_MANAGER' }],
    ['member(type),member.name', { member: { type: 'HUMAN', name: 'users/100000000000000000001' } }],
    ['state, member ( type )', { state: 'JOINED', member: { type: 'HUMAN' } }],
    ['deleteTime', {}],
    ['groupMember/name', {}],
  ])('%s', async (mask, expected) => {
    expect((await environment.ask(`${HANA}?fields=${mask}`)).body).toEqual(expected);
  });

  test.each(['', '*', 'name,*'])('"%s" is everything', async (mask) => {
    const { body } = await environment.ask(HANA);
    expect((await environment.ask(`${HANA}?fields=${mask}`)).body).toEqual(body);
  });

  test('reaches into lists', async () => {
    const mask = 'nextPageToken,memberships(name,member/displayName)';
    const { body } = await environment.ask(`${LAUNCH}/members?pageSize=3&fields=${mask}`);
    expect(keys(body)).toEqual(['memberships', 'nextPageToken']);
    for (const one of body.memberships!) expect(keys(one)).toEqual(['member', 'name']);
    const all = await environment.ask(`${LAUNCH}/members?pageSize=3&fields=memberships(*)`);
    expect(all.body.nextPageToken).toBeUndefined();
    expect(all.body.memberships![0]).toHaveProperty('state');
  });

  test.each([
    ['nope', 'nope'],
    ['member.nope', 'member.nope'],
    ['member(name,nope)', 'member.nope'],
    ['name/first', 'name'],
    ['*/type', '*'],
  ])('%s names what no membership has', async (mask, path) => {
    const answer = await environment.ask(`${HANA}?fields=${mask}`);
    expect(refusal(answer)).toBe('400 INVALID_ARGUMENT Request contains an invalid argument.');
    expect(answer.body.error.details![0]!.fieldViolations).toEqual([
      {
        field: mask,
        description: `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`,
      },
    ]);
  });

  test.each(['name,', 'member(name', 'member)', ',', 'a b', '(name)'])('%s is malformed', async (mask) => {
    expect((await environment.ask(`${HANA}?fields=${encodeURIComponent(mask)}`)).status).toBe(400);
  });
});

test('a request that breaks off does no harm', async () => {
  await new Promise<void>((resolve) => {
    const broken = request(`${environment.apis.url}${HANA}`, {
      method: 'POST',
      headers: { 'content-length': '100' },
    });
    broken.on('error', () => {
      resolve();
    });
    broken.write('half', () => broken.destroy(new Error('gone')));
  });
  expect((await environment.ask(HANA)).status).toBe(200);
});
