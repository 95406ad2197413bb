/** `spaces.get`, `spaces.list` and `spaces.search` over HTTP. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Scenario } from '../scenario/scenario';
import { inventedWorkspace, SPACES } from '../workspace/invented';
import {
  type Answer,
  openGoogleEnvironment,
  queryOf,
  refusal,
  type As,
  type GoogleEnvironment,
} from './google.testing';

let environment: GoogleEnvironment;
afterEach(() => environment.close());

const SETTINGS = {
  permissionSettings: { viewSpaceMembership: { managersAllowed: true } },
  accessSettings: { accessState: 'PRIVATE' },
};
const plain = inventedWorkspace();
const WORKSPACE = {
  ...plain,
  spaces: plain.spaces.map((space) => (space.name === SPACES.launch ? { ...space, ...SETTINGS } : space)),
};

async function ask(path: string, as: As = 'user', scenario: Partial<Scenario> = {}) {
  environment = await openGoogleEnvironment(scenario, WORKSPACE);
  return environment.ask(path, { as });
}

const names = (spaces: readonly { readonly name: string }[] = []) => spaces.map(({ name }) => name).sort();

describe('spaces.get', () => {
  test('gives a space as it is', async () => {
    expect((await ask(`/v1/${SPACES.launch}`)).body).toEqual({
      ...SETTINGS,
      name: SPACES.launch,
      spaceType: 'SPACE',
      displayName: 'Orchard launch',
      spaceUri: 'https://chat.google.com/room/AAQAh4rUk1w?cls=11',
      spaceThreadingState: 'THREADED_MESSAGES',
      externalUserAllowed: true,
      membershipCount: { joinedDirectHumanUserCount: 11 },
      spaceHistoryState: 'HISTORY_ON',
      createTime: '2026-04-06T00:15:00Z',
      lastActiveTime: '2026-11-01T08:12:45.654321Z',
    });
  });

  test.each([
    ['people alone', SPACES.elsewhere, { joinedDirectHumanUserCount: 2 }],
    ['people and groups', SPACES.sales, { joinedDirectHumanUserCount: 4, joinedGroupCount: 1 }],
    ['neither apps nor people who left or are invited', SPACES.launch, { joinedDirectHumanUserCount: 11 }],
  ])('counts %s', async (_, space, count) => {
    const { body } = await ask(`/v1/${space}?useAdminAccess=true`, 'admin');
    expect(body).toHaveProperty('membershipCount', count);
  });

  test('gives the workspace’s own count where it has one, and no zeros', async () => {
    const spaces = plain.spaces.map((space) =>
      space.name === SPACES.launch
        ? { ...space, membershipCount: { joinedDirectHumanUserCount: 12, joinedGroupCount: 0 } }
        : space,
    );
    environment = await openGoogleEnvironment({}, { ...plain, spaces });
    expect((await environment.ask(`/v1/${SPACES.launch}`)).body).toHaveProperty('membershipCount', {
      joinedDirectHumanUserCount: 12,
    });
  });

  test('counts nobody where nobody is: the field is absent', async () => {
    const empty = { name: 'spaces/empty', spaceType: 'SPACE' };
    environment = await openGoogleEnvironment({}, { ...plain, spaces: [...plain.spaces, empty] });
    const { body } = await environment.ask('/v1/spaces/empty?useAdminAccess=true', { as: 'admin' });
    expect(body).toEqual(empty);
  });

  test('gives an app no settings', async () => {
    const { body } = await ask(`/v1/${SPACES.launch}`, 'app');
    expect(body.displayName).toBe('Orchard launch');
    expect(body).not.toHaveProperty('permissionSettings');
    expect(body).not.toHaveProperty('accessSettings');
  });

  test.each([
    ['user', SPACES.board, 200],
    ['user', SPACES.elsewhere, 404],
    ['user', 'spaces/none', 404],
    ['app', SPACES.board, 403],
  ] as const)('as %s: %s is %i', async (as, space, status) => {
    expect((await ask(`/v1/${space}`, as)).status).toBe(status);
  });

  test.each(['useAdminAccess', 'use_admin_access'])('with admin access gives any space: %s', async (name) => {
    expect((await ask(`/v1/${SPACES.elsewhere}?${name}=true`, 'admin')).status).toBe(200);
  });

  test('with admin access gives its name and settings', async () => {
    expect((await ask(`/v1/${SPACES.elsewhere}?useAdminAccess=true`, 'admin')).body.displayName).toBe(
      'Packing hall',
    );
  });
});

describe('spaces.list', () => {
  test('holds the spaces of the user, without their settings', async () => {
    const { body } = await ask('/v1/spaces');
    const { elsewhere, ...own } = SPACES;
    expect(names(body.spaces)).toEqual(Object.values(own).sort());
    expect(names(body.spaces)).not.toContain(elsewhere);
    for (const space of body.spaces!) {
      expect(space).not.toHaveProperty('permissionSettings');
      expect(space).not.toHaveProperty('accessSettings');
    }
  });

  test('holds names, types, counts and times, and no name for direct messages', async () => {
    const { spaces = [] } = (await ask('/v1/spaces')).body;
    const fields = (name: string) => Object.keys(spaces.find((one) => one.name === name) ?? {}).sort();
    const always = ['lastActiveTime', 'membershipCount', 'name', 'spaceType', 'spaceUri'];
    expect(fields(SPACES.launch)).toEqual(expect.arrayContaining([...always, 'createTime', 'displayName']));
    expect(fields(SPACES.directMessage)).toEqual(expect.arrayContaining(always));
    for (const field of ['createTime', 'displayName']) {
      expect(fields(SPACES.directMessage)).not.toContain(field);
    }
  });

  test.each([
    ['through-groups', [SPACES.sales]],
    ['direct', []],
    ['invited-too', [SPACES.sales, SPACES.launch]],
  ])(
    'of somebody who is in one space through a group and invited to another: %s',
    async (choice, expected) => {
      // Both in one person: invited to the launch, and in the group of 営業部.
      const invited = 'users/100000000000000000007';
      const group = 'groups/03orchardpickers';
      const memberships = plain.memberships.filter(
        ({ name, member }) => member?.name !== invited || name.startsWith(SPACES.launch),
      );
      environment = await openGoogleEnvironment(
        { assumptions: { 'listed-spaces': choice } },
        { ...plain, memberships, groups: { [group]: [invited] } },
      );
      const token = environment.apis.issueToken({ user: invited, scopes: ['chat.spaces.readonly'] });
      const { body } = await environment.ask('/v1/spaces', { token });
      expect(names(body.spaces)).toEqual([...expected].sort());
    },
  );

  test('holds the spaces of the app', async () => {
    expect(names((await ask('/v1/spaces', 'app')).body.spaces)).toEqual(
      [SPACES.launch, SPACES.sales, SPACES.appMessage].sort(),
    );
  });

  test.each([
    ['space_type = "GROUP_CHAT"', [SPACES.groupChat]],
    ['spaceType = "GROUP_CHAT"', [SPACES.groupChat]],
    [
      'spaceType = "GROUP_CHAT" OR space_type = "DIRECT_MESSAGE"',
      [SPACES.groupChat, SPACES.directMessage, SPACES.appMessage],
    ],
  ])('filtered by %s', async (filter, expected) => {
    const { body } = await ask(`/v1/spaces${queryOf({ filter })}`);
    expect(names(body.spaces)).toEqual([...expected].sort());
  });

  test.each(['space_type = "ROOM"', 'space_type != "SPACE"', 'display_name = "x"'])(
    'refuses %s',
    async (filter) => {
      expect(refusal(await ask(`/v1/spaces${queryOf({ filter })}`))).toMatch(
        /^400 INVALID_ARGUMENT Invalid filter/,
      );
    },
  );

  test('comes in pages, each space once', async () => {
    const first = await ask('/v1/spaces?pageSize=4');
    const second = await environment.ask(`/v1/spaces?pageSize=4&pageToken=${first.body.nextPageToken ?? ''}`);
    expect(second.body.nextPageToken).toBeUndefined();
    expect(names([...first.body.spaces!, ...second.body.spaces!])).toHaveLength(7);
    expect(new Set(names([...first.body.spaces!, ...second.body.spaces!])).size).toBe(7);
  });
});

describe('spaces.search', () => {
  const found = ({ body }: Pick<Answer, 'body'>) => names(body.results?.map(({ space }) => space));
  const search = (query: string, more: Record<string, string | boolean> = {}, as: As = 'user') =>
    ask(`/v1/spaces:search${queryOf({ query, ...more })}`, as);

  test.each([
    ['display_name:"orch" AND space_type = "SPACE"', [SPACES.launch]],
    [
      'space_type = "SPACE" AND (display_name:"pap boa" OR display_name:"営業")',
      [SPACES.board, SPACES.sales],
    ],
    ['display_name:"papers" AND external_user_allowed = "true" AND space_type = "SPACE"', []],
    ['display_name:"papers" AND external_user_allowed = "false" AND space_type = "SPACE"', [SPACES.board]],
    ['display_name:"chard" AND space_type = "SPACE"', []],
    ['display_name:"Packing" AND space_type = "SPACE"', []],
    ['(external_user_allowed = "true" AND space_type = "SPACE")', []],
  ])('finds by the beginnings of words, among the user’s own: %s', async (query, expected) => {
    const answer = await search(query);
    expect(found(answer)).toEqual([...expected].sort());
    expect(answer.body).not.toHaveProperty('totalSize');
    expect(answer.body).not.toHaveProperty('spaces');
  });

  test('finds every space for an admin, and counts them', async () => {
    const query = 'customer = "customers/my_customer" AND space_type = "SPACE"';
    const { body } = await search(query, { useAdminAccess: true, orderBy: 'create_time ASC' }, 'admin');
    expect(body.totalSize).toBe(5);
    expect(names(body.spaces)).toEqual(found({ body }));
  });

  test.each([
    ['', {}],
    ['display_name:"x"', {}],
    ['display_name = "x" AND space_type = "SPACE"', {}],
    ['display_name:"x" OR space_type = "SPACE"', {}],
    ['customer = "customers/my_customer" AND space_type = "SPACE"', {}],
    [`display_name:"${'x'.repeat(1000)}" AND space_type = "SPACE"`, {}],
    ['display_name:"x" AND space_type = "SPACE"', { orderBy: 'create_time ASC' }],
  ])('refuses %s %j', async (query, more) => {
    expect((await search(query, more)).status).toBe(400);
  });

  describe('with admin access', () => {
    const ALL = 'customer = "customers/my_customer" AND space_type = "SPACE"';
    const admin = async (more: Record<string, string>) =>
      ask(`/v1/spaces:search${queryOf({ query: ALL, ...more, useAdminAccess: true })}`, 'admin');

    test.each([
      ['last_active_time < "2026-02-01T00:00:00Z"', [SPACES.board]],
      ['last_active_time >= "2026-11-01T17:12:45.654321+09:00"', [SPACES.launch]],
      ['last_active_time > "2026-11-01T08:12:45.654321Z"', []],
      [
        '(last_active_time > "2026-06-01T00:00:00Z" AND last_active_time < "2026-10-29T00:00:00Z")',
        [SPACES.lab, SPACES.elsewhere],
      ],
      [
        '(last_active_time < "2026-02-01T00:00:00Z" OR last_active_time > "2026-11-01T00:00:00Z")',
        [SPACES.board, SPACES.launch],
      ],
      ['create_time = "2026-04-06T00:15:00Z" AND display_name:"pack"', [SPACES.elsewhere]],
      ['external_user_allowed = "false"', [SPACES.board]],
      ['space_history_state = "HISTORY_OFF"', []],
      [
        '(space_history_state = "HISTORY_ON" OR space_history_state = "HISTORY_OFF") AND display_name:"name"',
        [SPACES.lab],
      ],
    ])('finds by %s', async (query, expected) => {
      expect(found(await admin({ query: `${ALL} AND ${query}` }))).toEqual([...expected].sort());
    });

    test.each([
      ['membership_count.joined_direct_human_user_count DESC', [SPACES.lab, SPACES.launch]],
      ['membership_count.joined_direct_human_user_count', [SPACES.elsewhere, SPACES.board]],
      ['last_active_time DESC', [SPACES.launch, SPACES.sales]],
      ['last_active_time ASC', [SPACES.board, SPACES.lab]],
    ])('orders by %s', async (orderBy, expected) => {
      const { results = [] } = (await admin({ orderBy })).body;
      expect(results.slice(0, 2).map(({ space }) => space.name)).toEqual(expected);
    });

    test('comes in pages with a total, without settings', async () => {
      const first = (await admin({ pageSize: '2' })).body;
      expect([first.results?.length, first.totalSize]).toEqual([2, 5]);
      expect(JSON.stringify(first)).not.toContain('Settings');
      const query = queryOf({ query: ALL, pageToken: first.nextPageToken, useAdminAccess: true });
      const { body } = await environment.ask(`/v1/spaces:search${query}`, { as: 'admin' });
      expect(body.results).toHaveLength(3);
    });

    test.each([
      ['query', 'space_type = "SPACE"'],
      ['query', 'customer = "customers/C012" AND space_type = "SPACE"'],
      ['query', `${ALL} AND last_active_time > "yesterday"`],
      ['query', `${ALL} AND display_name:"a" AND display_name:"b"`],
      ['query', `${ALL} OR display_name:"a"`],
      ['query', `${ALL} AND (display_name:"a"`],
      ['query', 'customer = "customers/my_customer" AND (space_type = "SPACE" OR space_type = "SPACE")'],
      ['orderBy', 'display_name ASC'],
      ['orderBy', 'create_time UP'],
    ])('refuses the %s %s', async (name, value) => {
      expect((await admin({ [name]: value })).status).toBe(400);
    });
  });

  test('ordering by relevance is a preview that the emulator does not have', async () => {
    const answer = await search('display_name:"x" AND space_type = "SPACE"', { orderBy: 'relevance DESC' });
    expect(refusal(answer)).toBe(
      '501 UNIMPLEMENTED Ordering by relevance DESC is not available in the emulator.',
    );
  });

  test('is not for apps', async () => {
    expect(refusal(await search('display_name:"x" AND space_type = "SPACE"', {}, 'app'))).toBe(
      "403 PERMISSION_DENIED This method doesn't support app authentication with a service account. Authenticate with a user account.",
    );
  });
});
