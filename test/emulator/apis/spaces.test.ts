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
      createTime: '2026-04-06T00:15:00Z',
    });
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

test.each([
  ['orderBy', 'last_active_time DESC'],
  [
    'query',
    'customer = "customers/my_customer" AND space_type = "SPACE" AND create_time > "2026-01-01T00:00:00Z"',
  ],
])('what Google would search by as well is not called wrong: %s %s', async (name, value) => {
  const query = { query: 'customer = "customers/my_customer" AND space_type = "SPACE"', [name]: value };
  const path = `/v1/spaces:search?${new URLSearchParams({ ...query, useAdminAccess: 'true' }).toString()}`;
  expect((await ask(path, 'admin')).status).toBe(501);
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
    ['display_name:"papers" AND external_user_allowed = "false" AND space_type = "SPACE"', []],
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

  test('is not for apps', async () => {
    expect(refusal(await search('display_name:"x" AND space_type = "SPACE"', {}, 'app'))).toBe(
      "403 PERMISSION_DENIED This method doesn't support app authentication with a service account. Authenticate with a user account.",
    );
  });
});
