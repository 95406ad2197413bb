/** IAM Credentials `generateAccessToken` over HTTP. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { inventedWorkspace, SPACES } from '../workspace/invented';
import {
  infoOf,
  openGoogleEnvironment,
  refusal,
  type Asking,
  type GoogleEnvironment,
} from './google.testing';

const BOT = 'https://www.googleapis.com/auth/chat.bot';
const CLOUD = 'https://www.googleapis.com/auth/cloud-platform';
const OWN = 'rollcall-app@orchard-project.iam.gserviceaccount.com';
const OTHER = 'other@another-project.iam.gserviceaccount.com';
const HANA = inventedWorkspace().caller;
const KEN = inventedWorkspace().admins![0]!;
const MEMBER = `/v1/${SPACES.launch}/members/100000000000000000001`;

let environment: GoogleEnvironment;
beforeEach(async () => {
  environment = await openGoogleEnvironment();
});
afterEach(() => environment.close());

async function generate(
  { email = OWN, user = HANA, scopes = [CLOUD], project = '-' } = {},
  body: unknown = { scope: [BOT] },
) {
  const token = environment.apis.issueToken({ user, scopes });
  const asking: Asking = { token, method: 'POST', headers: { 'content-type': 'application/json' }, body };
  return environment.ask(`/v1/projects/${project}/serviceAccounts/${email}:generateAccessToken`, asking);
}

describe('generateAccessToken', () => {
  test('gives a token of the Chat app, for an hour', async () => {
    const { status, body } = await generate();
    expect(status).toBe(200);
    expect(body).toEqual({ accessToken: expect.any(String), expireTime: '2026-11-02T01:00:00Z' });
    expect((await environment.ask(MEMBER, { token: body.accessToken })).body.member).not.toHaveProperty(
      'email',
    );
    environment.clock.advance(3_600_000);
    expect((await environment.ask(MEMBER, { token: body.accessToken })).status).toBe(401);
  });

  test('gives it for a shorter time', async () => {
    const { body } = await generate({}, { scope: [BOT], lifetime: '600s' });
    expect(body.expireTime).toBe('2026-11-02T00:10:00Z');
    environment.clock.advance(601_000);
    expect((await environment.ask(MEMBER, { token: body.accessToken })).status).toBe(401);
  });

  test('gives no more scopes than were asked for', async () => {
    const { body } = await generate({}, { scope: ['https://www.googleapis.com/auth/drive'] });
    expect(infoOf(await environment.ask(MEMBER, { token: body.accessToken }))?.reason).toBe(
      'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
    );
  });

  test('of another project gives an app that is in no space', async () => {
    const { body } = await generate({ email: OTHER });
    expect(refusal(await environment.ask(MEMBER, { token: body.accessToken }))).toBe(
      '403 PERMISSION_DENIED This Chat app is not a member of this space.',
    );
  });

  test('takes an escaped address', async () => {
    expect((await generate({ email: encodeURIComponent(OWN) })).status).toBe(200);
  });
});

describe('it is refused', () => {
  test('to somebody without the role', async () => {
    const answer = await generate({ user: KEN });
    expect(refusal(answer)).toBe(
      "403 PERMISSION_DENIED Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist).",
    );
    expect(infoOf(answer)).toMatchObject({
      reason: 'IAM_PERMISSION_DENIED',
      domain: 'iam.googleapis.com',
      metadata: { permission: 'iam.serviceAccounts.getAccessToken' },
    });
  });

  test('for an account that nobody knows', async () => {
    expect(refusal(await generate({ email: 'who@nowhere.example' }))).toBe(
      '404 NOT_FOUND Not found; Gaia id not found for email who@nowhere.example',
    );
  });

  test('without the scope cloud-platform', async () => {
    const answer = await generate({ scopes: ['https://www.googleapis.com/auth/chat.memberships.readonly'] });
    expect(infoOf(answer)).toMatchObject({
      reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
      metadata: {
        service: 'iamcredentials.googleapis.com',
        method: 'google.iam.credentials.v1.IAMCredentials.GenerateAccessToken',
      },
    });
  });

  test('in a project that is named', async () => {
    expect((await generate({ project: 'orchard-project' })).status).toBe(400);
  });

  test.each([
    ['no body', ''],
    ['no scope', {}],
    ['an empty list of scopes', { scope: [] }],
    ['a scope that is no list', { scope: BOT }],
    ['a scope that is no text', { scope: [BOT, 1] }],
    ['too long a time', { scope: [BOT], lifetime: '3601s' }],
    ['no time', { scope: [BOT], lifetime: '0s' }],
    ['a number as time', { scope: [BOT], lifetime: 600 }],
    ['a field that is none', { scope: [BOT], scopes: [BOT] }],
    ['what is no JSON', '{"scope": ['],
  ])('with %s', async (_, body) => {
    expect((await generate({}, body)).body.error.status).toBe('INVALID_ARGUMENT');
  });

  test.each([
    [
      'iam-api-off',
      /^403 PERMISSION_DENIED IAM Service Account Credentials API has not been used in project/,
    ],
    [
      'token-creator-missing',
      /^403 PERMISSION_DENIED Permission 'iam\.serviceAccounts\.getAccessToken' denied/,
    ],
    ['service-account-unknown', /^404 NOT_FOUND Not found; Gaia id/],
  ])('in the fault preset %s', async (faultPreset, message) => {
    await environment.close();
    environment = await openGoogleEnvironment({ faultPresets: [faultPreset] });
    expect(refusal(await generate())).toMatch(message);
  });

  test('not by fault presets of the Chat API', async () => {
    await environment.close();
    environment = await openGoogleEnvironment({ faultPresets: ['chat-api-off'] });
    expect((await generate()).status).toBe(200);
  });
});

describe('an app’s own scopes', () => {
  const SCOPE = 'https://www.googleapis.com/auth/chat.app.memberships';
  test('need the approval of an admin', async () => {
    const { body } = await generate({}, { scope: [SCOPE] });
    expect(refusal(await environment.ask(MEMBER, { token: body.accessToken }))).toBe(
      '403 PERMISSION_DENIED The administrator must grant the app the required OAuth authorization scope for this action.',
    );
  });

  test('work with it', async () => {
    await environment.close();
    environment = await openGoogleEnvironment(
      {},
      { ...inventedWorkspace(), approvedScopes: ['chat.app.memberships'] },
    );
    const { body } = await generate({}, { scope: [SCOPE] });
    expect((await environment.ask(MEMBER, { token: body.accessToken })).status).toBe(200);
  });
});
