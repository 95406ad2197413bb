/** Cloud Identity `groups.get` and `groups.lookup` over HTTP. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { inventedWorkspace } from '../workspace/invented';
import { openGoogleEnvironment, refusal, type Answer, type GoogleEnvironment } from './google.testing';

const PICKERS = 'groups/03orchardpickers';
const ADDRESS = 'pickers@orchard.example';

let environment: GoogleEnvironment;
beforeEach(async () => {
  environment = await openGoogleEnvironment();
});
afterEach(() => environment.close());

function ask(path: string): Promise<Answer> {
  const { caller } = inventedWorkspace();
  const token = environment.apis.issueToken({ user: caller, scopes: ['cloud-identity.groups.readonly'] });
  return environment.ask(path, { token });
}

test('a group is read by its name', async () => {
  expect((await ask(`/v1/${PICKERS}`)).body).toEqual({
    name: PICKERS,
    groupKey: { id: ADDRESS },
    parent: expect.stringMatching(/^customers\/C/),
    displayName: 'pickers',
    labels: { 'cloudidentity.googleapis.com/groups.discussion_forum': '' },
  });
  expect((await ask(`/v1/${PICKERS}?fields=groupKey.id,labels`)).body).toMatchObject({
    groupKey: { id: ADDRESS },
  });
});

test.each([ADDRESS, 'Pickers@Orchard.example'])('a name is looked up by the address %s', async (address) => {
  const { body } = await ask(`/v1/groups:lookup?groupKey.id=${encodeURIComponent(address)}`);
  expect(body).toEqual({ name: PICKERS });
});

describe('forbidden and missing look the same', () => {
  const denied = (what: string) =>
    `403 PERMISSION_DENIED Error(2028): Permission denied for resource ${what} (or it may not exist).`;

  test.each([
    ['/v1/groups/03nobody', 'groups/03nobody'],
    ['/v1/groups:lookup?groupKey.id=nobody@orchard.example', 'nobody@orchard.example'],
    // A person's address is no group's.
    ['/v1/groups:lookup?groupKey.id=ken.mori@orchard.example', 'ken.mori@orchard.example'],
    [`/v1/groups:lookup?groupKey.id=${ADDRESS}&groupKey.namespace=identitysources/1`, ADDRESS],
  ])('%s', async (path, what) => {
    const answer = await ask(path);
    expect(refusal(answer)).toBe(denied(what));
    expect(answer.body.error.details).toEqual([
      {
        '@type': 'type.googleapis.com/google.rpc.ResourceInfo',
        resourceType: 'cloudidentity.googleapis.com/Group',
      },
    ]);
  });

  test('a service account is nobody of the organisation', async () => {
    const account = 'rollcall-app@orchard-project.iam.gserviceaccount.com';
    const { caller } = inventedWorkspace();
    const minted = await environment.ask(`/v1/projects/-/serviceAccounts/${account}:generateAccessToken`, {
      method: 'POST',
      token: environment.apis.issueToken({ user: caller, scopes: ['cloud-platform'] }),
      body: { scope: ['https://www.googleapis.com/auth/cloud-identity.groups.readonly'] },
    });
    const answer = await environment.ask(`/v1/${PICKERS}`, { token: minted.body.accessToken });
    expect(refusal(answer)).toBe(denied(PICKERS));
  });
});

test('a look-up without an address is refused', async () => {
  expect((await ask('/v1/groups:lookup')).status).toBe(400);
});
