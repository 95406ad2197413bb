/** `spaceEvents.list` over HTTP: filter, time, payloads, pages, and who may ask. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Scenario } from '../scenario/scenario';
import { inventedWorkspace, SPACES } from '../workspace/invented';
import type { MembershipResource, SpaceEventResource, Workspace } from '../workspace/workspace';
import { openGoogleEnvironment, queryOf, refusal, type As, type GoogleEnvironment } from './google.testing';

let environment: GoogleEnvironment;
afterEach(() => environment.close());

const TYPE = 'google.workspace.chat.membership.v1.';
const type = (...kinds: readonly string[]) =>
  kinds.map((kind) => `event_types:"${TYPE}${kind}"`).join(' OR ');
const ALL = type('created', 'updated', 'deleted');
const plain = inventedWorkspace();
const SPACE = 'spaces/AAQAevents1';
const HANA = plain.caller;

/** The tests begin on 2026-11-02 at 00:00 UTC, so that events reach back to the 5th of October. */
const MEMBERSHIPS: readonly MembershipResource[] = [
  { ...seat(1), createTime: '2026-08-01T00:00:00Z' },
  { ...seat(2), createTime: '2026-10-10T08:00:00.000001Z' },
  { ...seat(3), createTime: '2026-10-11T08:00:00Z' },
  { ...seat(4), createTime: '2026-10-11T08:00:00.000Z' },
  {
    ...seat(5),
    state: 'NOT_A_MEMBER',
    createTime: '2026-10-12T08:00:00Z',
    deleteTime: '2026-10-13T08:00:00.5Z',
  },
  {
    ...seat(6),
    state: 'NOT_A_MEMBER',
    createTime: '2026-08-01T00:00:00Z',
    deleteTime: '2026-09-01T00:00:00Z',
  },
  { ...seat(7), state: 'INVITED', createTime: '2026-10-14T08:00:00Z' },
  // Back again.
  { ...seat(8), createTime: '2026-10-20T08:00:00Z', deleteTime: '2026-10-15T08:00:00Z' },
  {
    name: `${SPACE}/members/group-03orchardpickers`,
    state: 'JOINED',
    createTime: '2026-10-16T08:00:00Z',
    groupMember: { name: 'groups/03orchardpickers' },
  },
];

function seat(number: number): MembershipResource {
  const id = `1000000000000000000${String(number).padStart(2, '0')}`;
  return {
    name: `${SPACE}/members/${id}`,
    state: 'JOINED',
    role: 'ROLE_MEMBER',
    member: { name: `users/${id}`, type: 'HUMAN' },
  };
}

function workspaceOf(more: Partial<Workspace> = {}): Workspace {
  return {
    ...plain,
    spaces: [...plain.spaces, { name: SPACE, spaceType: 'SPACE', displayName: 'Events' }],
    memberships: [...plain.memberships, ...MEMBERSHIPS],
    ...more,
  };
}

interface Question {
  readonly filter?: string;
  readonly space?: string;
  readonly as?: As;
  readonly scenario?: Partial<Scenario>;
  readonly workspace?: Workspace;
  readonly more?: Readonly<Record<string, string | number>>;
}

async function list(question: Question = {}) {
  const { filter = ALL, space = SPACE, as = 'user', scenario = {}, workspace = workspaceOf() } = question;
  environment = await openGoogleEnvironment(scenario, workspace);
  return environment.ask(`/v1/${space}/spaceEvents${queryOf({ filter, ...question.more })}`, { as });
}

/** `created 02` of every event, in order; a batch names all. */
const told = ({ spaceEvents = [] }: { readonly spaceEvents?: readonly SpaceEventResource[] }) =>
  spaceEvents.map(({ eventType, ...event }) => {
    const names = JSON.stringify(event).match(/members\/[\w-]+/g) ?? [];
    return [eventType.replace(TYPE, ''), ...names.map((name) => name.slice(-2))].join(' ');
  });

describe('events follow from the memberships', () => {
  test('oldest first, of the last 28 days, several at one moment as a batch', async () => {
    const { body } = await list();
    expect(told(body)).toEqual([
      'created 02',
      'batchCreated 03 04',
      // Gone since: the membership is empty.
      'created',
      'deleted 05',
      'deleted 08',
      'created 08',
    ]);
    expect(body.nextPageToken).toBeUndefined();
    for (const event of body.spaceEvents!) {
      expect(event.name).toMatch(new RegExp(`^${SPACE}/spaceEvents/[\\w-]+$`));
      expect(Object.keys(event)).toHaveLength(4);
    }
    expect(new Set(body.spaceEvents!.map(({ name }) => name)).size).toBe(6);
  });

  test('one carries the membership as members.get gives it today', async () => {
    const { body } = await list({ filter: type('created') });
    const [first] = body.spaceEvents!;
    expect(first).toEqual({
      name: expect.any(String),
      eventTime: '2026-10-10T08:00:00.000001Z',
      eventType: `${TYPE}created`,
      membershipCreatedEventData: {
        membership: (await environment.ask(`/v1/${MEMBERSHIPS[1]!.name}`)).body,
      },
    });
  });

  test('a batch holds one object more around each membership', async () => {
    const { body } = await list({ filter: type('created') });
    const batch = body.spaceEvents!.find(({ eventType }) => eventType === `${TYPE}batchCreated`);
    expect(batch?.membershipBatchCreatedEventData?.memberships).toMatchObject([
      { membership: { name: MEMBERSHIPS[2]!.name, state: 'JOINED' } },
      { membership: { name: MEMBERSHIPS[3]!.name, state: 'JOINED' } },
    ]);
  });

  test('a deleted one carries no more than name and state', async () => {
    const { body } = await list({ filter: type('deleted') });
    expect(body.spaceEvents!.map(({ membershipDeletedEventData }) => membershipDeletedEventData)).toEqual([
      { membership: { name: MEMBERSHIPS[4]!.name, state: 'NOT_A_MEMBER' } },
      { membership: { name: MEMBERSHIPS[7]!.name, state: 'JOINED' } },
    ]);
  });

  test('the invented workspace tells of two who came and went', async () => {
    const { body } = await list({ space: SPACES.launch, workspace: plain });
    expect(told(body)).toEqual(['deleted 43', 'created 04']);
  });
});

describe('what nobody could establish is assumed', () => {
  const assuming = (name: string, choice: string, more: Question = {}) =>
    list({ ...more, scenario: { assumptions: { [name]: choice } } });

  test.each([
    ['object', { membership: {} }],
    ['absent', {}],
  ])('an empty membership: %s', async (choice, data) => {
    const { body } = await assuming('event-empty-membership', choice, { filter: type('created') });
    expect(body.spaceEvents!.map((one) => one.membershipCreatedEventData)).toContainEqual(data);
  });

  test.each(['JOINED', 'NOT_A_MEMBER'])('the state of somebody who is back: %s', async (choice) => {
    const { body } = await assuming('event-rejoined-state', choice, { filter: type('deleted') });
    expect(body.spaceEvents![1]!.membershipDeletedEventData!.membership!.state).toBe(choice);
  });

  test.each([
    ['none', 0],
    ['raised', 1],
  ])('events of a group: %s', async (choice, count) => {
    const { body } = await assuming('event-of-group', choice);
    expect(told(body).filter((one) => one.startsWith('created') && one.endsWith('rs'))).toHaveLength(count);
  });

  test.each([
    ['shown', 200, 6],
    ['refused', 403, 0],
    ['empty', 200, 0],
  ])('events of a restricted space: %s', async (choice, status, count) => {
    const answer = await assuming('event-restricted-list', choice, {
      workspace: workspaceOf({ restricted: [SPACE] }),
    });
    expect([answer.status, answer.body.spaceEvents?.length ?? 0]).toEqual([status, count]);
  });

  test.each([
    ['cut', 200],
    ['400', 400],
  ])('a start more than 28 days ago: %s', async (choice, status) => {
    const filter = `start_time="2026-08-01T00:00:00Z" AND (${ALL})`;
    const answer = await assuming('event-start-too-old', choice, { filter });
    expect(answer.status).toBe(status);
    if (status === 200) expect(told(answer.body)).toHaveLength(6);
  });
});

describe('a filter', () => {
  const at = (from: string, to: string) => `start_time="${from}" AND end_time="${to}" AND (${ALL})`;

  test.each([
    [type('deleted'), ['deleted 05', 'deleted 08']],
    [type('updated'), []],
    [`(${type('created', 'deleted')})`, 6],
    ['end_time="2026-10-10T08:00:00.000001Z" AND ' + type('created'), ['created 02']],
    ['end_time="2026-10-10T08:00:00Z" AND ' + type('created'), []],
    [at('2026-10-10T08:00:00.000001Z', '2026-10-11T17:00:00+09:00'), ['batchCreated 03 04']],
    [at('2026-10-10T08:00:00Z', '2026-10-11T07:59:59.999999Z'), ['created 02']],
    [at('2026-10-15T08:00:00Z', '2026-10-20T08:00:00Z'), ['created 08']],
  ])('%s: its start is exclusive, its end inclusive', async (filter, expected) => {
    const { body } = await list({ filter });
    if (typeof expected === 'number') expect(body.spaceEvents).toHaveLength(expected);
    else expect(told(body)).toEqual(expected);
  });

  test.each([
    '',
    'start_time="2026-10-10T08:00:00Z"',
    type('created') + ' AND ' + type('deleted'),
    `start_time="2026-10-10T08:00:00Z" OR end_time="2026-10-11T08:00:00Z" AND ${type('created')}`,
    `start_time="2026-10-10T08:00:00Z" AND start_time="2026-10-11T08:00:00Z" AND ${type('created')}`,
    `start_time>"2026-10-10T08:00:00Z" AND ${type('created')}`,
    `start_time="2026-10-10" AND ${type('created')}`,
    `start_time=2026-10-10T08:00:00Z AND ${type('created')}`,
    type('batchCreated'),
    type('joined'),
    `event_types="${TYPE}created"`,
    `event_type:"${TYPE}created"`,
    `eventTypes:"${TYPE}created"`,
    `(${type('created')}`,
  ])('%s is refused', async (filter) => {
    expect(refusal(await list({ filter }))).toBe(`400 INVALID_ARGUMENT Invalid filter: ${filter}`);
  });

  test('that is missing is refused', async () => {
    environment = await openGoogleEnvironment({}, workspaceOf());
    expect((await environment.ask(`/v1/${SPACE}/spaceEvents`)).status).toBe(400);
  });

  test('for messages is right, but the emulator has none', async () => {
    const { status, body } = await list({ filter: 'event_types:"google.workspace.chat.message.v1.created"' });
    expect([status, body.error.message]).toEqual([
      501,
      'Listing events of the type google.workspace.chat.message.v1.created is not available in the emulator.',
    ]);
  });
});

describe('pages', () => {
  test('give every event once', async () => {
    const found: string[] = [];
    let answer = await list({ more: { pageSize: 2 } });
    for (;;) {
      found.push(...told(answer.body));
      const pageToken = answer.body.nextPageToken;
      if (pageToken === undefined) break;
      answer = await environment.ask(
        `/v1/${SPACE}/spaceEvents${queryOf({ filter: ALL, pageSize: 2, pageToken })}`,
      );
    }
    expect(found).toHaveLength(6);
  });

  test('hold what was there when the first one was asked for', async () => {
    const soon: MembershipResource = { ...seat(9), createTime: '2026-11-02T00:05:00Z' };
    const old: MembershipResource = { ...seat(10), createTime: '2026-10-05T00:05:00Z' };
    const first = await list({
      more: { pageSize: 1 },
      workspace: workspaceOf({
        memberships: [...plain.memberships, seat(1), old, soon, { ...MEMBERSHIPS[1]! }],
      }),
    });
    expect(told(first.body)).toEqual(['created 10']);
    environment.clock.advance(10 * 60_000);
    const pageToken = first.body.nextPageToken;
    const next = await environment.ask(`/v1/${SPACE}/spaceEvents${queryOf({ filter: ALL, pageToken })}`);
    expect(told(next.body)).toEqual(['created 02']);
  });

  test('of a negative size are refused', async () => {
    expect((await list({ more: { pageSize: -1 } })).status).toBe(400);
  });
});

describe('who may ask', () => {
  const HERE = plain.memberships.filter(({ name }) => !name.startsWith(SPACES.appMessage));
  const app: MembershipResource = {
    name: `${SPACE}/members/109000000000000000001`,
    state: 'JOINED',
    createTime: '2026-10-17T08:00:00Z',
    member: { name: 'users/109000000000000000001', type: 'BOT' },
  };

  test('nobody from outside the space', async () => {
    expect((await list({ space: SPACES.elsewhere })).status).toBe(404);
    expect((await environment.ask(`/v1/spaces/none/spaceEvents${queryOf({ filter: ALL })}`)).status).toBe(
      404,
    );
  });

  test('no administrator as such', async () => {
    const answer = await list({ as: 'admin', more: { useAdminAccess: 'true' } });
    expect(refusal(answer)).toContain('Unknown name "useAdminAccess"');
  });

  test('an app only with scopes that an admin has approved', async () => {
    const scope = 'https://www.googleapis.com/auth/chat.app.memberships.readonly';
    const workspace = workspaceOf({
      memberships: [...HERE, ...MEMBERSHIPS, app],
      approvedScopes: ['chat.app.memberships.readonly'],
    });
    expect(refusal(await list({ as: 'app', workspace }))).toContain('insufficient authentication scopes');
    const account = 'rollcall-app@orchard-project.iam.gserviceaccount.com';
    const minted = await environment.ask(`/v1/projects/-/serviceAccounts/${account}:generateAccessToken`, {
      method: 'POST',
      token: environment.apis.issueToken({ user: HANA, scopes: ['cloud-platform'] }),
      body: { scope: [scope] },
    });
    const path = `/v1/${SPACE}/spaceEvents${queryOf({ filter: ALL })}`;
    const { body } = await environment.ask(path, { token: minted.body.accessToken });
    expect(told(body)).toHaveLength(6);
    // A person sees the app come.
    expect(told((await environment.ask(path)).body)).toHaveLength(7);
  });
});

describe('events that the workspace gives', () => {
  const event = (
    id: string,
    kind: string,
    eventTime: string,
    members: readonly number[],
  ): SpaceEventResource => {
    const data = members.map((number) => ({ membership: { name: seat(number).name } }));
    const field = `membership${kind.charAt(0).toUpperCase()}${kind.slice(1)}EventData`;
    return {
      name: `${SPACE}/spaceEvents/${id}`,
      eventTime,
      eventType: TYPE + kind,
      [field]: kind.startsWith('batch') ? { memberships: data } : data[0],
    };
  };

  test('take the place of those that follow from memberships', async () => {
    const spaceEvents = [
      event('b', 'batchUpdated', '2026-10-22T00:00:00Z', [2, 5]),
      event('a', 'updated', '2026-10-21T00:00:00Z', [3]),
      event('c', 'deleted', '2026-10-23T00:00:00Z', [40]),
      { ...event('d', 'created', '2026-10-24T00:00:00Z', [1]), name: `${SPACES.launch}/spaceEvents/d` },
    ];
    const { body } = await list({ workspace: workspaceOf({ spaceEvents }) });
    expect(body.spaceEvents).toMatchObject([
      { name: `${SPACE}/spaceEvents/a`, membershipUpdatedEventData: { membership: { role: 'ROLE_MEMBER' } } },
      {
        membershipBatchUpdatedEventData: {
          memberships: [{ membership: { name: seat(2).name } }, { membership: {} }],
        },
      },
      { membershipDeletedEventData: { membership: { name: seat(40).name, state: 'NOT_A_MEMBER' } } },
    ]);
    expect(body.spaceEvents).toHaveLength(3);
  });
});
