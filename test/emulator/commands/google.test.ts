/** `npm run google`: the emulated APIs as a program. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { projectOf } from '../../emulator.testing';
import { startGoogle, type GoogleProgram } from './google-program.testing';
import { runProgram } from './program.testing';

let google: GoogleProgram | undefined;
let remove: (() => void) | undefined;
afterEach(async () => {
  await google?.stop();
  remove?.();
  google = undefined;
  remove = undefined;
});

const WORKSPACE = {
  caller: 'users/1',
  people: [{ name: 'users/1', type: 'HUMAN', displayName: 'Ada Example', email: 'ada@example.com' }],
  spaces: [{ name: 'spaces/AAA', spaceType: 'SPACE' }],
  memberships: [
    { name: 'spaces/AAA/members/1', state: 'JOINED', member: { name: 'users/1', type: 'HUMAN' } },
  ],
};

const EVENT = {
  name: 'spaces/AAA/spaceEvents/1',
  eventTime: '2026-11-01T08:00:00Z',
  eventType: 'google.workspace.chat.membership.v1.updated',
  membershipUpdatedEventData: { membership: { name: 'spaces/AAA/members/1' } },
};

const withEvent = (wrong: Readonly<Record<string, unknown>>) => ({
  ...WORKSPACE,
  spaceEvents: [{ ...EVENT, ...wrong }],
});
const WRONG_EVENTS = [
  [
    'an event at no time',
    withEvent({ eventTime: 'yesterday' }),
    /spaceEvents\.0\.eventTime: must be a time such as 2026-11-01T08:00:00Z\./,
  ],
  [
    'an event of a message',
    withEvent({ eventType: 'google.workspace.chat.message.v1.created' }),
    /spaceEvents\.0\.eventType: must be a type such as google\.workspace\.chat\.membership\.v1\.created\./,
  ],
  [
    'an event without data',
    withEvent({ membershipUpdatedEventData: undefined }),
    /spaceEvents\.0: must have the event data of its type, such as membershipCreatedEventData\./,
  ],
  [
    'an event in no space',
    withEvent({ name: 'spaces/BBB/spaceEvents/1' }),
    /spaceEvents\.0\.name: spaces\/BBB\/spaceEvents\/1 is in a space that is not among the spaces\./,
  ],
] as const;

/** Writes a file that the command can be given. */
function file(content: unknown): string {
  const project = projectOf({});
  ({ remove } = project);
  const name = path.join(project.folder, 'given.json');
  writeFileSync(name, typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

async function ask(at: string, token: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(at, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, body: await response.json() };
}

describe('it serves', () => {
  test('the invented workspace, and says where and with which tokens', async () => {
    google = await startGoogle();
    expect(google.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(Object.keys(google.tokens)).toEqual(['user', 'admin', 'app']);
    const statuses = await Promise.all(
      Object.values(google.tokens).map(
        async (token) => (await ask(`${google!.url}/v1/spaces`, token)).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 200]);
  });

  test('a workspace of one’s own', async () => {
    google = await startGoogle('--workspace', file(WORKSPACE));
    const { body } = await ask(`${google.url}/v1/spaces/AAA/members/ada@example.com`, google.tokens.user);
    expect(body).toMatchObject({ state: 'JOINED', member: { displayName: 'Ada Example' } });
  });

  test('a workspace of any size, made up', async () => {
    google = await startGoogle('--workspace', '3x250');
    const path = '/v1/spaces/AAQA0000002/members?pageSize=1000';
    const { body } = await ask(google.url + path, google.tokens.user);
    expect((body as { memberships: unknown[] }).memberships).toHaveLength(250);
  });

  test('groups by their addresses, and events of a workspace of one’s own', async () => {
    const name = 'spaces/AAA/spaceEvents/1';
    const eventType = 'google.workspace.chat.membership.v1.updated';
    const spaceEvents = [
      {
        name,
        eventTime: new Date(Date.now() - 3_600_000).toISOString(),
        eventType,
        membershipUpdatedEventData: { membership: { name: 'spaces/AAA/members/1' } },
      },
    ];
    const groupAddresses = { 'groups/03abc': 'pickers@orchard.example' };
    google = await startGoogle('--workspace', file({ ...WORKSPACE, spaceEvents, groupAddresses }));
    const filter = encodeURIComponent(`event_types:"${eventType}"`);
    const { body } = await ask(
      `${google.url}/v1/spaces/AAA/spaceEvents?filter=${filter}`,
      google.tokens.user,
    );
    expect(body).toMatchObject({
      spaceEvents: [{ name, membershipUpdatedEventData: { membership: { state: 'JOINED' } } }],
    });
    const found = await ask(`${google.url}/v1/groups/03abc`, google.tokens.user);
    expect(found.body).toMatchObject({ groupKey: { id: 'pickers@orchard.example' } });
  });

  test('with one space that fails', async () => {
    google = await startGoogle('--scenario', file({ spaceFaults: { 'spaces/AAQAh4rUk1w': '500' } }));
    const status = async (space: string) =>
      (await ask(`${google!.url}/v1/spaces/${space}`, google!.tokens.user)).status;
    expect([await status('AAQAh4rUk1w'), await status('AAQAp7Qm2Zs')]).toEqual([500, 200]);
  });

  test('nothing for a method that it lacks, and says so', async () => {
    google = await startGoogle();
    const asked = await ask(`${google.url}/v1/spaces:findDirectMessage?name=users/1`, google.tokens.user);
    expect(asked).toMatchObject({
      status: 501,
      body: {
        error: { message: 'The method chat.spaces.findDirectMessage is not available in the emulator.' },
      },
    });
  });

  test('in fault preset', async () => {
    google = await startGoogle('--scenario', 'chat-api-off');
    expect(await ask(`${google.url}/v1/spaces`, google.tokens.user)).toMatchObject({
      status: 403,
      body: { error: { status: 'PERMISSION_DENIED' } },
    });
  });
});

describe('it refuses', () => {
  test.each([
    ['a workspace that is not JSON', '{"caller": ', /^--workspace \S+given\.json: .*JSON/],
    ['a list', [], /given\.json: caller: is missing\. A workspace is \{"caller":/],
    ['no caller', { ...WORKSPACE, caller: undefined }, /given\.json: caller: is missing\./],
    [
      'a caller who is nobody',
      { ...WORKSPACE, caller: 'users/2' },
      /caller: users\/2 is not among the people\./,
    ],
    [
      'a person without a name',
      { ...WORKSPACE, people: [...WORKSPACE.people, { displayName: 'Bo' }] },
      /given\.json: people\.1\.name: is missing\./,
    ],
    [
      'an address that is no text',
      { ...WORKSPACE, people: [{ name: 'users/1', email: 7 }] },
      /given\.json: people\.0\.email: must be a text\./,
    ],
    [
      'a membership of nobody',
      { ...WORKSPACE, memberships: [{ name: 'spaces/AAA/members/1' }] },
      /given\.json: memberships\.0: must have either member or groupMember\./,
    ],
    [
      'a membership’s name that is none',
      { ...WORKSPACE, memberships: [{ name: 'AAA/1', member: { name: 'users/1' } }] },
      /given\.json: memberships\.0\.name: must be a name such as spaces\/AAQAh4rUk1w\/members\/123\./,
    ],
    [
      'a membership in no space',
      { ...WORKSPACE, spaces: [] },
      /given\.json: memberships\.0\.name: spaces\/AAA\/members\/1 is in a space that is not among the spaces\./,
    ],
    [
      'an address of no group',
      { ...WORKSPACE, groupAddresses: { pickers: 'pickers@orchard.example' } },
      /given\.json: groupAddresses\.pickers: must be a name such as groups\/03abc\./,
    ],
    ...WRONG_EVENTS,
  ])('%s, by entry and field', async (_, content, message) => {
    const { code, out, err } = await runProgram('google', '--workspace', file(content));
    expect(err).toMatch(message);
    expect(err).not.toContain('    at ');
    expect([code, out]).toEqual([1, '']);
  });

  test.each([
    [['--workspace', '/nowhere/at/all.json'], /^--workspace \/nowhere\/at\/all\.json: .*no such file/],
    [['--workspace', '0x5'], /^--workspace 0x5: give from 1x1 to 1000000 memberships in all\./],
    [['--workspace', '9999x9999'], /^--workspace 9999x9999: give from 1x1/],
    [['--port', '99999'], /^--port takes a whole number from 0 to 65535, not "99999"\./],
    [['--port', 'any'], /^--port takes a whole number/],
    [['--scenario', 'rain'], /^--scenario rain: neither a file nor one of these names:\nchat-api-off /],
    [['--nonsense'], /Usage: npm run google --/],
    [['extra'], /Usage: npm run google --/],
  ])('%j', async (args, message) => {
    const { code, err } = await runProgram('google', ...args);
    expect(err).toMatch(message);
    expect(code).toBe(1);
  });

  test.each([
    [{ latencyMs: -1 }, /given\.json: latencyMs: must not be negative\./],
    [{ faults: { http429: 2 } }, /given\.json: faults\.http429: must be 0 to 1\./],
    [
      { assumptions: { 'absent-email': '500' } },
      /given\.json: assumptions\.absent-email: must be one of 400, 404\./,
    ],
    [{ urlFetchesLeft: -1 }, /given\.json: urlFetchesLeft: must not be negative\./],
    [{ allowedHosts: 'chat' }, /given\.json: allowedHosts: /],
    [
      { spaceFaults: { 'spaces/AAA': 'rain' } },
      /given\.json: spaceFaults\.spaces\/AAA: must be one of hang, 400, 500, failed-precondition, garbage\./,
    ],
    [{ spaceFaults: { AAA: '500' } }, /given\.json: spaceFaults\.AAA: must be a name such as spaces\//],
    [{ weather: 'rain' }, /given\.json: weather: .*It may have locale, spreadsheetLocale, timeZone/],
  ])('the scenario %j', async (content, message) => {
    const { code, err } = await runProgram('google', '--scenario', file(content));
    expect(err).toMatch(message);
    expect(code).toBe(1);
  });

  test('a port that is in use', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, err } = await runProgram('google', '--port', String(port));
    expect(err).toBe(`Port ${port} is in use. Give another one with --port, or --port 0 for any free one.\n`);
    expect(code).toBe(1);
    other.close();
  });
});

test('its help names every option', async () => {
  const { code, out } = await runProgram('google', '--help');
  expect(code).toBe(0);
  expect(out).toContain('Usage: npm run google -- [options]');
  for (const option of ['--port N', '--workspace FILE.json|SxM', '--scenario FILE.json|NAME', '--seed N']) {
    expect(out).toContain(option);
  }
});
