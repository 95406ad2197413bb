/** `spaces.members.list` over HTTP: what is in a list, in what pages, and which filters are taken. */
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom } from '../random';
import type { Scenario } from '../scenario/scenario';
import { generatedWorkspace } from '../workspace/generated';
import { inventedWorkspace, SPACES } from '../workspace/invented';
import type { MembershipResource, Workspace } from '../workspace/workspace';
import {
  allPages,
  openGoogleEnvironment,
  queryOf,
  refusal,
  type As,
  type GoogleEnvironment,
} from './google.testing';

let environment: GoogleEnvironment;
afterEach(() => environment.close());

type Flags = Readonly<Record<string, string | number | boolean | undefined>>;

async function list(space: string, flags: Flags = {}, as: As = 'user', scenario: Partial<Scenario> = {}) {
  environment = await openGoogleEnvironment(scenario);
  return environment.ask(`/v1/${space}/members${queryOf(flags)}`, { as });
}

/** Last part of the name of each membership, in order of names. */
const members = (memberships: readonly MembershipResource[] = []): string[] =>
  memberships.map(({ name }) => name.split('/members/')[1]!.replace(/^1000000000000000000/, '')).sort();

const APP = '109000000000000000001';
const GROUP = 'group-03orchardpickers';
const PROFILE = ['displayName', 'email', 'name', 'type'];
const ADMIN = { useAdminAccess: true, filter: 'member.type = "HUMAN"' };

describe('a list holds', () => {
  const JOINED = ['01', '02', '03', '04', '05', '06', '08', '09', '11', '12', '13'];
  test.each([
    ['those who have joined, and apps, for a user', 'user', SPACES.launch, {}, [...JOINED, APP]],
    ['also who is invited', 'user', SPACES.launch, { showInvited: true }, [...JOINED, '07', APP]],
    ['people only, for an admin', 'admin', SPACES.launch, ADMIN, JOINED],
    ['people only, for an app', 'app', SPACES.launch, {}, JOINED],
    ['no group unless asked for', 'user', SPACES.sales, {}, ['01', '03', '07', '10', APP]],
    ['groups', 'user', SPACES.sales, { showGroups: true }, ['01', '03', '07', '10', APP, GROUP]],
    ['no group for an app', 'app', SPACES.sales, { showGroups: true }, ['01', '03', '07', '10']],
    [
      'people and groups, for an admin',
      'admin',
      SPACES.sales,
      { useAdminAccess: true, filter: 'member.type != "BOT"', showGroups: true },
      ['01', '03', '07', '10', GROUP],
    ],
    ['nobody who is invited, for an admin', 'admin', SPACES.launch, { ...ADMIN, showInvited: true }, JOINED],
    ['what is in a space of others, for an admin', 'admin', SPACES.elsewhere, ADMIN, ['04', '41']],
  ] as const)('%s', async (_, as, space, flags, expected) => {
    const { body } = await list(space, flags, as);
    expect(members(body.memberships)).toEqual([...expected].sort());
    expect(body.nextPageToken).toBeUndefined();
  });

  test('the profile fields that the asker gets', async () => {
    const byUser = await list(SPACES.groupChat);
    for (const { member } of byUser.body.memberships!)
      expect(Object.keys(member!)).toEqual(expect.arrayContaining(PROFILE));
    await environment.close();
    const { body } = await list(SPACES.launch, {}, 'app');
    expect(body.memberships!.some(({ member }) => member?.displayName !== undefined)).toBe(true);
    expect(body.memberships!.some(({ member }) => member?.email !== undefined)).toBe(false);
  });

  test('no order that anybody could build on, but the same one each time', async () => {
    const first = (await list(SPACES.lab)).body.memberships!.map(({ name }) => name);
    const again = (await environment.ask(`/v1/${SPACES.lab}/members`)).body.memberships;
    expect(again!.map(({ name }) => name)).toEqual(first);
    expect(first).not.toEqual([...first].sort());
  });

  test('nothing: an empty object', async () => {
    const { body } = await list(SPACES.groupChat, { filter: 'member.type = "BOT"' });
    expect(body).toEqual({});
  });
});

describe('a filter', () => {
  test.each([
    ['role = "ROLE_MANAGER"', ['03']],
    ['role="ROLE_MANAGER"', ['03']],
    ['role = "ROLE_MANAGER" OR role = "ROLE_MEMBER"', ['01', '03', '07', '10', APP]],
    ['member.type = "HUMAN"', ['01', '03', '07', '10']],
    ['member.type = "BOT"', [APP]],
    ['member.type != "BOT"', ['01', '03', '07', '10', GROUP]],
    ['member.type != "HUMAN"', [APP, GROUP]],
    ['member.type = "HUMAN" AND role = "ROLE_MANAGER"', ['03']],
    ['role = "ROLE_MANAGER" OR member.type = "BOT"', ['03', APP]],
    ['(role = "ROLE_MANAGER" OR role = "ROLE_MEMBER") AND member.type = "HUMAN"', ['01', '03', '07', '10']],
    ['', ['01', '03', '07', '10', APP, GROUP]],
  ])('%s is taken', async (filter, expected) => {
    const { body } = await list(SPACES.sales, { filter, showGroups: true });
    expect(members(body.memberships)).toEqual([...expected].sort());
  });

  test.each([
    'member.type = "HUMAN" AND member.type = "BOT"',
    'role = "ROLE_MANAGER" AND role = "ROLE_MEMBER"',
    'role != "ROLE_MEMBER"',
    'role = "ROLE_ASSISTANT_MANAGER"',
    'role = ROLE_MANAGER',
    "role = 'ROLE_MANAGER'",
    'role : "ROLE_MANAGER"',
    'state = "JOINED"',
    'member.type = "human"',
    'member.type = "HUMAN" and role = "ROLE_MANAGER"',
    'nonsense',
  ])('%s is refused', async (filter) => {
    const answer = await list(SPACES.sales, { filter });
    expect(refusal(answer)).toBe(`400 INVALID_ARGUMENT Invalid filter: ${filter}`);
    expect(answer.body.error.details![0]!.fieldViolations[0]!.field).toBe('filter');
  });

  test.each([
    'member.type = "HUMAN"',
    'member.type != "BOT"',
    'member.type="HUMAN"',
    'role = "ROLE_MANAGER" AND member.type = "HUMAN"',
  ])('%s is enough for admin access', async (filter) => {
    expect((await list(SPACES.sales, { useAdminAccess: true, filter }, 'admin')).status).toBe(200);
  });

  test.each([
    undefined,
    '',
    'role = "ROLE_MANAGER"',
    'member.type = "BOT"',
    'member.type != "HUMAN"',
    'member.type = "HUMAN" OR role = "ROLE_MANAGER" OR member.type = "BOT"',
  ])('%s is not enough for admin access', async (filter) => {
    const answer = await list(SPACES.sales, { useAdminAccess: true, filter }, 'admin');
    expect(refusal(answer)).toMatch(/^400 INVALID_ARGUMENT With admin access the filter must/);
  });

  test.each([
    ['works', 200],
    ['refused', 403],
  ])('of an app: app-filter = %s gives %i', async (choice, status) => {
    const scenario = { assumptions: { 'app-filter': choice } };
    const flags = { filter: 'member.type = "HUMAN"' };
    expect((await list(SPACES.sales, flags, 'app', scenario)).status).toBe(status);
  });
});

describe('a list is refused', () => {
  const USER_ONLY =
    "403 PERMISSION_DENIED This method doesn't support app authentication with a service account. Authenticate with a user account.";
  test.each([
    ['to an app that asks for invited people', 'app', SPACES.launch, { showInvited: true }, USER_ONLY],
    [
      'to an app that is not in the space',
      'app',
      SPACES.board,
      {},
      '403 PERMISSION_DENIED This Chat app is not a member of this space.',
    ],
    [
      'where the space restricts it',
      'user',
      SPACES.board,
      {},
      "403 PERMISSION_DENIED Permission denied to perform the requested action on the specified resource, or the resource doesn't exist.",
    ],
    ['to a stranger', 'user', SPACES.elsewhere, {}, '404 NOT_FOUND Requested entity was not found.'],
    [
      'with a negative page size',
      'user',
      SPACES.launch,
      { pageSize: -1 },
      '400 INVALID_ARGUMENT Page size must not be negative.',
    ],
  ] as const)('%s', async (_, as, space, flags, message) => {
    expect(refusal(await list(space, flags, as))).toBe(message);
  });

  test('but an app may see a restricted one as empty', async () => {
    const scenario = { faultPresets: ['restricted-list'], assumptions: { 'restricted-as-app': 'hidden' } };
    expect((await list(SPACES.launch, {}, 'app', scenario)).body).toEqual({});
  });
});

describe('pages', () => {
  const SPACE = 'spaces/AAQA0000000';
  const open = async (people: number, scenario: Partial<Scenario> = {}) => {
    environment = await openGoogleEnvironment(
      scenario,
      generatedWorkspace({ spaces: 1, membersPerSpace: people }),
    );
  };
  const sizes = async (pageSize?: number) =>
    (await allPages(environment, SPACE, { pageSize })).map((page) => page.length);

  test.each([
    [undefined, [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 50]],
    [0, [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 50]],
    [1000, [1000, 250]],
    [5000, [1000, 250]],
    [2_147_483_647, [1000, 250]],
    [625, [625, 625]],
  ])('of size %s', async (pageSize, expected) => {
    await open(1250);
    expect(await sizes(pageSize)).toEqual(expected);
  });

  test('may be short, and empty with more to come', async () => {
    await open(10, { assumptions: { 'short-pages': 'yes' } });
    expect(await sizes(6)).toEqual([4, 0, 2, 4, 0]);
  });

  test.each(['pageSize=1.5', 'pageSize=many', 'pageSize=2147483648', 'page_size=-2147483649'])(
    '%s is no number of the API',
    async (query) => {
      await open(3);
      const text = query.split('=')[1]!;
      const answer = await environment.ask(`/v1/${SPACE}/members?${query}`);
      expect(refusal(answer)).toBe(
        `400 INVALID_ARGUMENT Invalid value at 'page_size' (TYPE_INT32), "${text}"`,
      );
    },
  );

  describe('tokens', () => {
    const WRONG = '400 INVALID_ARGUMENT Invalid page token.';
    const at = (space: string, flags: Flags) => `/v1/${space}/members${queryOf(flags)}`;
    async function token(flags: Flags = {}): Promise<string> {
      environment = await openGoogleEnvironment({}, inventedWorkspace());
      return (await environment.ask(at(SPACES.launch, { pageSize: 5, ...flags }))).body.nextPageToken!;
    }

    test('go on where the page before ended, whatever the next size', async () => {
      const pageToken = await token();
      const { body } = await environment.ask(at(SPACES.launch, { pageSize: 1000, pageToken }));
      expect(body.memberships).toHaveLength(7);
    });

    test('do not mind in what order the same is asked', async () => {
      const pageToken = await token({ showGroups: true, showInvited: true });
      const flags = { filter: '', pageToken, showInvited: true, showGroups: true };
      expect((await environment.ask(at(SPACES.launch, flags))).status).toBe(200);
    });

    test('that are none are refused', async () => {
      await token();
      for (const pageToken of ['nonsense', 'bnVsbA', 'e30', 'W10']) {
        expect(refusal(await environment.ask(at(SPACES.launch, { pageToken })))).toBe(WRONG);
      }
    });

    test('an empty one is the first page', async () => {
      await token();
      const { body } = await environment.ask(at(SPACES.launch, { pageToken: '' }));
      expect(body.memberships).toHaveLength(12);
    });

    test.each([
      ['of another space', SPACES.lab, {}],
      ['with another filter', SPACES.launch, { filter: 'member.type = "HUMAN"' }],
      ['with invited people now', SPACES.launch, { showInvited: true }],
      ['with groups now', SPACES.launch, { showGroups: true }],
    ])('%s are refused', async (_, space, flags) => {
      const pageToken = await token();
      expect(refusal(await environment.ask(at(space, { ...flags, pageToken })))).toBe(WRONG);
    });

    test('of somebody else are refused', async () => {
      const pageToken = await token();
      expect(refusal(await environment.ask(at(SPACES.launch, { pageToken }), { as: 'admin' }))).toBe(WRONG);
      expect(refusal(await environment.ask(at(SPACES.launch, { pageToken }), { as: 'app' }))).toBe(WRONG);
    });

    test('live an hour', async () => {
      const pageToken = await token();
      environment.clock.advance(3_599_000);
      // The access token lives as long; a new one is needed in between.
      const fresh = environment.apis.issueToken({
        user: inventedWorkspace().caller,
        scopes: ['chat.memberships.readonly'],
      });
      expect((await environment.ask(at(SPACES.launch, { pageToken }), { token: fresh })).status).toBe(200);
      environment.clock.advance(1_000);
      expect(refusal(await environment.ask(at(SPACES.launch, { pageToken }), { token: fresh }))).toBe(WRONG);
    });
  });

  test('followed to the end give every membership exactly once: any space, size, filter, flags, asker', async () => {
    const workspace = mixedWorkspace(7, 60);
    const environments = await Promise.all(
      ['no', 'yes'].map((choice) =>
        openGoogleEnvironment({ assumptions: { 'short-pages': choice } }, workspace),
      ),
    );
    environment = environments[0]!;
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.record({
            short: fc.boolean(),
            space: fc.nat(6),
            pageSize: fc.integer({ min: 0, max: 70 }),
            as: fc.constantFrom<As>('user', 'admin', 'app'),
            showGroups: fc.boolean(),
            showInvited: fc.boolean(),
            type: fc.constantFrom(null, '= "HUMAN"', '!= "BOT"'),
            role: fc.constantFrom(null, 'ROLE_MANAGER', 'ROLE_MEMBER'),
          }),
          async ({ short, space, pageSize, as, showGroups, showInvited, type, role }) => {
            const name = `spaces/S${space}`;
            const invited = showInvited && as !== 'app';
            const shownInvited = invited && as === 'user';
            const wanted = as === 'admin' ? (type ?? '= "HUMAN"') : type;
            const parts = [
              ...(wanted === null ? [] : [`member.type ${wanted}`]),
              ...(role === null ? [] : [`role = "${role}"`]),
            ];
            const flags = {
              pageSize,
              ...(showGroups ? { showGroups } : {}),
              ...(invited ? { showInvited: true } : {}),
              ...(parts.length > 0 ? { filter: parts.join(' AND ') } : {}),
              ...(as === 'admin' ? { useAdminAccess: true } : {}),
            };
            const pages = await allPages(environments[short ? 1 : 0]!, name, flags, as);
            const expected = workspace.memberships.filter((one) => {
              if (!one.name.startsWith(`${name}/`) || one.state === 'NOT_A_MEMBER') return false;
              if (one.state === 'INVITED' && !shownInvited) return false;
              if (role !== null && one.role !== role) return false;
              if (one.groupMember) return showGroups && as !== 'app' && wanted !== '= "HUMAN"';
              return one.member?.type !== 'BOT' || (as === 'user' && wanted === null);
            });
            expect(
              pages
                .flat()
                .map((one) => one.name)
                .sort(),
            ).toEqual(expected.map((one) => one.name).sort());
            for (const page of pages)
              expect(page.length).toBeLessThanOrEqual(pageSize === 0 ? 100 : pageSize);
          },
        ),
        { seed: 20261102, numRuns: 60 },
      );
    } finally {
      await environments[1]!.close();
    }
  });
});

/** Spaces of people, invited and gone ones, groups and apps, drawn from a seed. */
function mixedWorkspace(spaces: number, most: number): Workspace {
  const random = seededRandom(5);
  const people = Array.from({ length: most }, (_, index) => ({ name: `users/${index + 1}`, type: 'HUMAN' }));
  const app = { name: 'users/900', type: 'BOT' };
  const memberships = Array.from({ length: spaces }, (_, space) => {
    const name = `spaces/S${space}`;
    const seats = people.slice(0, 1 + Math.floor(random() * most)).map((member, index) => ({
      name: `${name}/members/${member.name.slice('users/'.length)}`,
      state: index === 0 || random() < 0.7 ? 'JOINED' : random() < 0.5 ? 'INVITED' : 'NOT_A_MEMBER',
      role: random() < 0.2 ? 'ROLE_MANAGER' : 'ROLE_MEMBER',
      member,
    }));
    const groups = Array.from({ length: Math.floor(random() * 4) }, (_one, index) => ({
      name: `${name}/members/group-g${index}`,
      state: 'JOINED',
      groupMember: { name: `groups/g${index}` },
    }));
    const bot = { name: `${name}/members/900`, state: 'JOINED', role: 'ROLE_MEMBER', member: app };
    return [...seats, ...groups, bot];
  }).flat();
  return {
    caller: 'users/1',
    admins: ['users/1'],
    app: app.name,
    people: [...people, app],
    spaces: Array.from({ length: spaces }, (_, space) => ({ name: `spaces/S${space}`, spaceType: 'SPACE' })),
    memberships,
  };
}
