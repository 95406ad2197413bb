/** `spaces.members.get` over HTTP, as a user, an admin and the Chat app. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Scenario } from '../scenario/scenario';
import { inventedWorkspace, SPACES } from '../workspace/invented';
import { openGoogleEnvironment, refusal, type As, type GoogleEnvironment } from './google.testing';

const HANA = '100000000000000000001';
const id = (last: number): string => `1000000000000000000${String(last).padStart(2, '0')}`;
const APP = '109000000000000000001';
const GROUP = 'group-03orchardpickers';

let environment: GoogleEnvironment;
afterEach(() => environment.close());

async function get(space: string, member: string, as: As = 'user', scenario: Partial<Scenario> = {}) {
  environment = await openGoogleEnvironment(scenario);
  const admin = as === 'admin' ? '?useAdminAccess=true' : '';
  return environment.ask(`/v1/${space}/members/${member}${admin}`, { as });
}

const assumptions = (choices: Record<string, string>): Partial<Scenario> => ({ assumptions: choices });

describe('a membership', () => {
  test('has the fields of the resource, the profile included, for a user', async () => {
    const { status, body } = await get(SPACES.launch, HANA);
    expect(status).toBe(200);
    expect(body).toEqual({
      name: `${SPACES.launch}/members/${HANA}`,
      state: 'JOINED',
      role: 'ROLE_MANAGER',
      createTime: '2026-04-06T00:15:30.123456Z',
      affiliation: 'INTERNAL',
      member: {
        name: `users/${HANA}`,
        type: 'HUMAN',
        displayName: '佐藤 花',
        email: 'hana.sato@orchard.example',
        avatarUrl: 'https://lh3.googleusercontent.com/a/made-up-hana',
      },
    });
  });

  test.each([
    ['the digits of the user', id(2), id(2)],
    ['an e-mail address', 'ken.mori@orchard.example', id(2)],
    ['an e-mail address in capitals', 'Ken.Mori@Orchard.example', id(2)],
    ['an escaped e-mail address', 'ken.mori%40orchard.example', id(2)],
    ['the word app', 'app', APP],
  ])('is found by %s, and its own name is canonical', async (_, asked, canonical) => {
    const { body } = await get(SPACES.launch, asked);
    expect(body.name).toBe(`${SPACES.launch}/members/${canonical}`);
    expect(body.member.name).toBe(`users/${canonical}`);
  });

  test('of a group has neither member, role nor affiliation', async () => {
    const { body } = await get(SPACES.sales, GROUP);
    expect(body).toEqual({
      name: `${SPACES.sales}/members/${GROUP}`,
      state: 'JOINED',
      createTime: '2026-06-01T01:00:00Z',
      groupMember: { name: 'groups/03orchardpickers' },
    });
  });

  test('of an invited person has no profile', async () => {
    const { body } = await get(SPACES.launch, id(7));
    expect(body).toMatchObject({ state: 'INVITED', member: { name: `users/${id(7)}`, type: 'HUMAN' } });
    expect(Object.keys(body.member)).toEqual(['name', 'type']);
  });

  test('keeps values that are not in the documents', async () => {
    expect((await get(SPACES.launch, id(8))).body).toMatchObject({
      role: 'ROLE_LIBRARIAN',
      affiliation: 'PARTNER_ORGANISATION',
    });
  });

  test.each([
    ['neither name nor address', 11, []],
    ['an address only', 12, ['email']],
    ['a name only', 13, ['displayName']],
  ])('with %s in the directory has just that', async (_, person, profile) => {
    const { body } = await get(SPACES.launch, id(person));
    expect(Object.keys(body.member).sort()).toEqual([...profile, 'name', 'type'].sort());
  });
});

describe('a group asked for by its address', () => {
  const PICKERS = 'pickers@orchard.example';

  test.each([
    ['404', '404 NOT_FOUND Requested entity was not found.'],
    ['400', '400 INVALID_ARGUMENT Invalid membership state, user, group or request ID'],
  ])('is refused like somebody who is absent: %s', async (choice, message) => {
    for (const space of [SPACES.sales, SPACES.launch]) {
      const answer = await get(space, PICKERS, 'user', assumptions({ 'group-email-get': choice }));
      expect(refusal(answer)).toBe(message);
      await environment.close();
    }
    environment = await openGoogleEnvironment();
  });

  test('may be found, where it is in the space', async () => {
    const found = assumptions({ 'group-email-get': '200' });
    const { body } = await get(SPACES.sales, PICKERS.toUpperCase(), 'user', found);
    expect(body).toMatchObject({ name: `${SPACES.sales}/members/${GROUP}`, state: 'JOINED' });
    await environment.close();
    expect((await get(SPACES.launch, PICKERS, 'user', found)).status).toBe(400);
  });
});

describe('somebody who is invited', () => {
  test.each([
    ['shown', 200],
    ['404', 404],
  ])('may be hidden from an admin: %s', async (choice, status) => {
    const answer = await get(SPACES.launch, id(7), 'admin', assumptions({ 'admin-invited-get': choice }));
    expect(answer.status).toBe(status);
  });

  test('is never hidden from a user in the space', async () => {
    const hidden = assumptions({ 'admin-invited-get': '404' });
    expect((await get(SPACES.launch, id(7), 'user', hidden)).body.state).toBe('INVITED');
  });
});

describe('who is asking decides what comes', () => {
  test('an app gets the name, but neither address nor picture', async () => {
    const { body } = await get(SPACES.launch, HANA, 'app');
    expect(body.member).toEqual({ name: `users/${HANA}`, type: 'HUMAN', displayName: '佐藤 花' });
  });

  test('an app gets the whole profile where Google fills it', async () => {
    const { body } = await get(SPACES.launch, HANA, 'app', assumptions({ 'app-profile-fields': 'filled' }));
    expect(body.member.email).toBe('hana.sato@orchard.example');
  });

  test('a user gets no profile where the fields have not arrived yet', async () => {
    const { body } = await get(SPACES.launch, HANA, 'user', assumptions({ 'profile-fields': 'absent' }));
    expect(Object.keys(body.member)).toEqual(['name', 'type']);
  });

  test('an admin sees a space that they are not in', async () => {
    expect((await get(SPACES.elsewhere, id(41), 'admin')).body.state).toBe('JOINED');
  });

  const OUT = '404 NOT_FOUND Requested entity was not found.';
  const NO_APPS =
    "403 PERMISSION_DENIED Service account authentication doesn't support access to membership information for apps. To get membership information for an app, authenticate as a user.";
  test.each([
    ['user', SPACES.elsewhere, id(41), OUT],
    ['user', 'spaces/SPACE_NAME', id(1), OUT],
    ['user', SPACES.groupChat, 'app', OUT],
    ['user', SPACES.launch, 'me', OUT],
    ['admin', 'spaces/SPACE_NAME', id(1), OUT],
    ['admin', SPACES.launch, APP, OUT],
    ['app', SPACES.board, id(1), '403 PERMISSION_DENIED This Chat app is not a member of this space.'],
    ['app', 'spaces/SPACE_NAME', id(1), '403 PERMISSION_DENIED This Chat app is not a member of this space.'],
    ['app', SPACES.launch, 'app', NO_APPS],
    ['app', SPACES.launch, APP, NO_APPS],
    ['app', SPACES.sales, GROUP, OUT],
    ['app', SPACES.launch, id(7), OUT],
    [
      'app',
      SPACES.launch,
      'ken.mori@orchard.example',
      "400 INVALID_ARGUMENT Service account authentication doesn't support access to user information using email aliases",
    ],
    [
      'user',
      SPACES.board,
      id(4),
      "403 PERMISSION_DENIED Permission denied to perform the requested action on the specified resource, or the resource doesn't exist.",
    ],
    [
      'user',
      'spaces/AA%20BB',
      id(4),
      '400 INVALID_ARGUMENT Missing or malformed space resource name in the request.',
    ],
  ] as const)('%s, %s/members/%s: %s', async (as, space, member, message) => {
    const answer = await get(space, member, as);
    expect(refusal(answer)).toBe(message);
    expect(answer.status).toBe(answer.body.error.code);
  });
});

describe('what nobody knows about Google is a switch', () => {
  const NO_SUCH = '400 INVALID_ARGUMENT Invalid membership state, user, group or request ID';
  const OUT = '404 NOT_FOUND Requested entity was not found.';
  const DENIED =
    "403 PERMISSION_DENIED Permission denied to perform the requested action on the specified resource, or the resource doesn't exist.";
  test.each([
    ['absent-email', '400', SPACES.launch, 'lena.fischer@orchard.example', NO_SUCH],
    ['absent-email', '404', SPACES.launch, 'lena.fischer@orchard.example', OUT],
    ['absent-email', '400', SPACES.launch, 'nobody@nowhere.example', NO_SUCH],
    ['left-member', '404', SPACES.launch, id(42), OUT],
    ['left-member', '400', SPACES.launch, id(42), NO_SUCH],
    ['unseen-space', '404', SPACES.elsewhere, id(41), OUT],
    ['unseen-space', '403', SPACES.elsewhere, id(41), DENIED],
    ['group-get', '404', SPACES.sales, GROUP, OUT],
    ['through-group-get', '404', SPACES.sales, id(40), OUT],
  ])('%s = %s: %s/members/%s is refused with %s', async (name, choice, space, member, message) => {
    expect(refusal(await get(space, member, 'user', assumptions({ [name]: choice })))).toBe(message);
  });

  test.each([
    ['left-member', '200', SPACES.launch, id(42), 'NOT_A_MEMBER'],
    ['through-group-get', '200', SPACES.sales, id(40), 'JOINED'],
    ['through-group-get', '200', SPACES.sales, 'ken.kobayashi@orchard.example', 'JOINED'],
  ])('%s = %s: %s/members/%s is %s', async (name, choice, space, member, state) => {
    expect((await get(space, member, 'user', assumptions({ [name]: choice }))).body.state).toBe(state);
  });

  test('app-email-alias = works: the app may ask by address', async () => {
    const choice = assumptions({ 'app-email-alias': 'works' });
    expect((await get(SPACES.launch, 'ken.mori@orchard.example', 'app', choice)).status).toBe(200);
  });

  test('restricted-as-app = hidden: the app is denied', async () => {
    const hidden = { ...assumptions({ 'restricted-as-app': 'hidden' }), faultPresets: ['restricted-list'] };
    expect(refusal(await get(SPACES.launch, id(2), 'app', hidden))).toBe(DENIED);
  });

  test.each([
    ['no', 403],
    ['yes', 200],
  ])('restricted-owners-exempt = %s: an owner of a restricted space gets %i', async (choice, status) => {
    const workspace = { ...inventedWorkspace(), restricted: [SPACES.launch] };
    environment = await openGoogleEnvironment(assumptions({ 'restricted-owners-exempt': choice }), workspace);
    expect((await environment.ask(`/v1/${SPACES.launch}/members/${id(2)}`)).status).toBe(status);
  });
});

test('somebody who is in a space through a group sees it, and has no membership of their own', async () => {
  environment = await openGoogleEnvironment();
  const token = environment.apis.issueToken({
    user: `users/${id(40)}`,
    scopes: ['chat.memberships.readonly'],
  });
  expect((await environment.ask(`/v1/${SPACES.sales}/members/${id(3)}`, { token })).status).toBe(200);
  expect((await environment.ask(`/v1/${SPACES.sales}/members/${id(40)}`, { token })).status).toBe(404);
});
