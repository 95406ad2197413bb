/** Failures of Google and of Apps Script -> one code each, with cause and next step. */
import { describe, expect, test } from '@jest/globals';
import { USER, type Identity } from '../../../src/core/chat/identity';
import type { Failure } from '../../../src/core/ports';
import { judgeFailure, problemOf } from '../../../src/core/chat/problem';
import { PROBLEMS, type ProblemCode } from '../../../src/core/chat/problem-table';

const APP: Identity = { as: 'app', serviceAccount: 'rollcall@example-project.iam.gserviceaccount.com' };
const ADMIN: Identity = { as: 'admin' };

const api = (httpStatus: number, message: string, more: Partial<Failure> = {}): Failure => ({
  at: 'api',
  httpStatus,
  message,
  ...more,
});
const platform = (message: string): Failure => ({ at: 'platform', message });

const API_OFF =
  'Google Chat API has not been used in project 123456789012 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/chat.googleapis.com/overview?project=123456789012 then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.';
const HIDDEN =
  "Permission denied to perform the requested action on the specified resource, or the resource doesn't exist.";
const NO_APPS =
  "Service account authentication doesn't support access to membership information for apps. To get membership information for an app, authenticate as a user.";

interface Row {
  readonly what: string;
  readonly failure: Failure;
  readonly code: ProblemCode;
  readonly as?: Identity;
  readonly forToken?: boolean;
  readonly spaceReadable?: boolean;
}

/** How Google words what it refuses, in each shape in which it may arrive. */
const REFUSALS: readonly Row[] = [
  {
    what: 'API off, by reason',
    failure: api(403, 'x', { status: 'PERMISSION_DENIED', reason: 'SERVICE_DISABLED' }),
    code: 'apiOff',
  },
  {
    what: 'API off, by the older reason',
    failure: api(403, 'x', { reason: 'accessNotConfigured' }),
    code: 'apiOff',
  },
  { what: 'API off, by words alone', failure: api(403, API_OFF), code: 'apiOff' },
  {
    what: 'app not configured',
    failure: api(
      404,
      'Google Chat app not found. To create a Chat app, you must turn on the Chat API and configure the app in the Google Cloud console.',
      { status: 'NOT_FOUND' },
    ),
    code: 'appNotConfigured',
  },
  {
    what: 'app not configured, older',
    failure: api(404, 'No bot associated with this project.'),
    code: 'appNotConfigured',
  },
  {
    what: 'app not configured, oldest',
    failure: api(400, 'Invalid project number.'),
    code: 'appNotConfigured',
  },
  {
    what: 'scope missing, by reason',
    failure: api(403, 'x', { status: 'PERMISSION_DENIED', reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }),
    code: 'scopeInsufficient',
  },
  {
    what: 'scope missing, by words',
    failure: api(403, 'Request had insufficient authentication scopes.'),
    code: 'scopeInsufficient',
  },
  {
    what: 'scope missing, older',
    failure: api(403, 'Insufficient Permission', { reason: 'insufficientPermissions' }),
    code: 'scopeInsufficient',
  },
  {
    what: 'app not approved by an admin',
    failure: api(
      403,
      'The administrator must grant the app the required OAuth authorization scope for this action.',
    ),
    code: 'appNotApproved',
    as: APP,
  },
  {
    what: 'app not in the space',
    failure: api(403, 'This Chat app is not a member of this space.', { status: 'PERMISSION_DENIED' }),
    code: 'appNotInSpace',
    as: APP,
  },
  {
    what: 'cannot be seen or does not exist',
    failure: api(403, HIDDEN, { status: 'PERMISSION_DENIED' }),
    code: 'noAccess',
  },
  {
    what: 'the same as an admin',
    failure: api(403, HIDDEN, { status: 'PERMISSION_DENIED' }),
    code: 'adminDenied',
    as: ADMIN,
  },
  {
    what: 'bare 403 with an older reason',
    failure: api(403, 'Forbidden', { reason: 'forbidden' }),
    code: 'noAccess',
  },
  {
    what: 'member list restricted',
    failure: api(403, 'The caller does not have permission', { status: 'PERMISSION_DENIED' }),
    code: 'memberListRestricted',
    spaceReadable: true,
  },
  {
    what: 'not a member, asked by address',
    failure: api(400, 'Invalid membership state, user, group or request ID', { status: 'INVALID_ARGUMENT' }),
    code: 'noSuchMember',
  },
  {
    what: 'nothing found',
    failure: api(404, 'Requested entity was not found.', { status: 'NOT_FOUND' }),
    code: 'notFound',
  },
  {
    what: 'malformed space name',
    failure: api(400, 'Missing or malformed space resource name in the request.', {
      status: 'INVALID_ARGUMENT',
    }),
    code: 'malformedName',
  },
  {
    what: 'malformed user name',
    failure: api(
      400,
      'Missing or malformed user resource name in the request. Human user resource name must follow this format: users/{user}. App user resource name must be set as users/app.',
    ),
    code: 'malformedName',
  },
  {
    what: 'an app asked by the app',
    failure: api(403, NO_APPS, { status: 'PERMISSION_DENIED' }),
    code: 'appCannotSeeApps',
    as: APP,
  },
  {
    what: 'an address asked by the app',
    failure: api(
      403,
      "Service account authentication doesn't support access to user information using email aliases",
    ),
    code: 'appCannotUseEmail',
    as: APP,
  },
  {
    what: 'for users only',
    failure: api(
      403,
      "This method doesn't support app authentication with a service account. Authenticate with a user account.",
    ),
    code: 'userOnly',
    as: APP,
  },
  {
    what: 'for admins only',
    failure: api(
      403,
      "This method doesn't support non-admin user authentication. Authenticate with an admin account.",
    ),
    code: 'adminNeeded',
    as: ADMIN,
  },
  {
    what: 'Chat turned off',
    failure: api(400, 'Google Chat is turned off. To use Chat API, turn on Google Chat.', {
      status: 'FAILED_PRECONDITION',
    }),
    code: 'chatTurnedOff',
  },
  {
    what: 'a precondition that failed, perhaps for this space alone',
    failure: api(400, 'Precondition check failed.', { status: 'FAILED_PRECONDITION' }),
    code: 'requestRefused',
  },
  {
    what: 'Workspace accounts only',
    failure: api(403, 'Google Chat API is only available to Google Workspace users'),
    code: 'workspaceOnly',
  },
  {
    what: 'token not valid',
    failure: api(401, 'Request had invalid authentication credentials. Expected OAuth 2 access token.', {
      status: 'UNAUTHENTICATED',
    }),
    code: 'tokenInvalid',
  },
  {
    what: 'too many requests',
    failure: api(429, 'Resource has been exhausted (e.g. check quota).', { status: 'RESOURCE_EXHAUSTED' }),
    code: 'rateLimited',
  },
  {
    what: 'too many requests as a 403',
    failure: api(403, 'Rate Limit Exceeded', { reason: 'rateLimitExceeded' }),
    code: 'rateLimited',
  },
  {
    what: 'too many requests of a user',
    failure: api(403, 'User Rate Limit Exceeded', { reason: 'userRateLimitExceeded' }),
    code: 'rateLimited',
  },
  {
    what: 'daily quota as a 403',
    failure: api(403, 'Daily Limit Exceeded', { reason: 'dailyLimitExceeded' }),
    code: 'apiQuotaUsedUp',
  },
  {
    what: 'internal error',
    failure: api(500, 'Internal error encountered.', { status: 'INTERNAL' }),
    code: 'serverError',
  },
  {
    what: 'unavailable',
    failure: api(503, 'The service is currently unavailable', { status: 'UNAVAILABLE' }),
    code: 'unavailable',
  },
  { what: 'bad gateway', failure: api(502, '<html>'), code: 'unavailable' },
  { what: 'gateway time-out', failure: api(504, '', { status: 'DEADLINE_EXCEEDED' }), code: 'timeout' },
  { what: 'scope refused by consent', failure: platform('Error 400: invalid_scope'), code: 'invalidScope' },
  { what: 'blocked by an admin', failure: platform('Error 400: admin_policy_enforced'), code: 'adminPolicy' },
  {
    what: 'no right to the service account',
    failure: api(
      403,
      "Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist).",
      { status: 'PERMISSION_DENIED' },
    ),
    code: 'tokenCreatorMissing',
    as: APP,
    forToken: true,
  },
  {
    what: 'no right to the service account, by reason',
    failure: api(403, 'x', { reason: 'IAM_PERMISSION_DENIED' }),
    code: 'tokenCreatorMissing',
    as: APP,
    forToken: true,
  },
  {
    what: 'service account unknown',
    failure: api(404, 'Not found; Gaia id not found for email', { status: 'NOT_FOUND' }),
    code: 'serviceAccountUnknown',
    as: APP,
    forToken: true,
  },
  {
    what: 'service account refused',
    failure: api(400, 'x', { status: 'FAILED_PRECONDITION' }),
    code: 'serviceAccountUnknown',
    as: APP,
    forToken: true,
  },
  {
    what: 'IAM API off',
    failure: api(
      403,
      'IAM Service Account Credentials API has not been used in project 1 before or it is disabled.',
      { reason: 'SERVICE_DISABLED', metadata: { service: 'iamcredentials.googleapis.com' } },
    ),
    code: 'iamApiOff',
    as: APP,
    forToken: true,
  },
  {
    what: 'app may not be installed',
    failure: api(403, "This organization's administrator must allow users to install this Chat app"),
    code: 'appInstallBlocked',
  },
  {
    what: "a proxy's page",
    failure: api(404, '<!DOCTYPE html><title>Error 404 (Not Found)!!1</title>'),
    code: 'answerUnreadable',
  },
  {
    what: 'no JSON through the advanced service',
    failure: api(200, 'Response Code: 200. Message: {"name": "spa'),
    code: 'answerUnreadable',
  },
  {
    what: 'another bad request',
    failure: api(400, 'Page token is invalid.', { status: 'INVALID_ARGUMENT' }),
    code: 'requestRefused',
  },
  { what: 'an unknown status', failure: api(418, "I'm a teapot"), code: 'unknown' },
];

/** What Apps Script itself reports, in English and where it is known in Japanese. */
const PLATFORM_RULES: readonly (readonly [message: string, code: ProblemCode])[] = [
  [
    'You do not have permission to call UrlFetchApp.fetch. Required permissions: https://www.googleapis.com/auth/script.external_request',
    'scopeRefused',
  ],
  [
    'You do not have permission to call SpreadsheetApp.getActiveSpreadsheet. Required permissions: (https://www.googleapis.com/auth/spreadsheets.currentonly || https://www.googleapis.com/auth/spreadsheets) . For more information, see https://developers.google.com/apps-script/guides/support/troubleshooting#authorization-is',
    'scopeRefused',
  ],
  [
    'Ui.showSidebar を呼び出す権限がありません。必要な権限: https://www.googleapis.com/auth/script.container.ui',
    'scopeRefused',
  ],
  [
    'Specified permissions are not sufficient to call ScriptApp.getProjectTriggers. Required permissions: https://www.googleapis.com/auth/script.scriptapp',
    'scopeNotInManifest',
  ],
  [
    'Authorization is required to perform that action. Please run the script again to authorize it.',
    'authorizationRequired',
  ],
  ['この操作を実行するには承認が必要です。', 'authorizationRequired'],
  ['Service invoked too many times for one day: urlfetch.', 'dailyQuota'],
  ['1 日にサービス urlfetch を実行した回数が多すぎます。', 'dailyQuota'],
  ['Servicio solicitado demasiadas veces en un mismo día: premium urlfetch.', 'dailyQuota'],
  ["Trop d'appels pour ce service aujourd'hui : urlfetch.", 'dailyQuota'],
  [
    'Service invoked too many times in a short time: urlfetch. Try Utilities.sleep(1000) between calls.',
    'tooOften',
  ],
  [
    '短時間に urlfetch を実行した回数が多すぎます。次の呼び出しまで Utilities.sleep(1000) を実行してください。',
    'tooOften',
  ],
  ['DNS error: https://chat.googleapis.com/v1/spaces/AAAA', 'networkDown'],
  ['Address unavailable: https://chat.googleapis.com/v1/spaces/AAAA', 'networkDown'],
  ['Timeout: https://chat.googleapis.com/v1/spaces/AAAA', 'timeout'],
  [
    'Bandwidth quota exceeded: https://chat.googleapis.com. Try reducing the rate of data transfer.',
    'bandwidth',
  ],
  [
    'Request to https://example.com failed because the URL has not been whitelisted in the script manifest.',
    'urlNotAllowed',
  ],
  ['Limit Exceeded: URLFetch URL Length.', 'requestTooLong'],
  [
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    'protectedCell',
  ],
  [
    '保護されているセルやオブジェクトを編集しようとしています。編集する必要がある場合は、スプレッドシートのオーナーに連絡して保護を解除してもらってください。',
    'protectedCell',
  ],
  ['The data you entered in cell C2 violates the data validation rules set on this cell.', 'valueRefused'],
  ['This operation is not allowed on cells in typed columns.', 'valueRefused'],
  ['Your input contains more than the maximum of 50000 characters in a single cell.', 'textTooLong'],
  [
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    'cellLimit',
  ],
  ['Lock timeout: another process was holding the lock for too long.', 'lockTimeout'],
  ['There are too many LockService operations against the same script.', 'lockTimeout'],
  ['Sheet not found', 'sheetGone'],
  ['Sheet 12345 not found', 'sheetGone'],
  ['The coordinates of the range are outside the dimensions of the sheet.', 'sheetChanged'],
  ['Those columns are out of bounds.', 'sheetChanged'],
  ['A sheet with the name "Memberships" already exists. Please enter another name.', 'tabNameTaken'],
  ['シート名「Memberships」はすでに存在しています。別の名前を入力してください。', 'tabNameTaken'],
  ['Please select an active sheet first.', 'notAGrid'],
  ['You do not have permission to access the requested document.', 'spreadsheetDenied'],
  ['指定された ID のアイテムは見つからなかったか、アクセスする権限がありません。', 'spreadsheetDenied'],
  ['Cannot call SpreadsheetApp.getUi() from this context.', 'noUserInterface'],
  ['Service Spreadsheets timed out while accessing document with id 1a2b.', 'spreadsheetTrouble'],
  ['Service error: Spreadsheets', 'spreadsheetTrouble'],
  ["We're sorry, a server error occurred. Please wait a bit and try again.", 'spreadsheetTrouble'],
  ['Exceeded maximum execution time', 'executionTimeout'],
  ['起動時間の最大値を超えました', 'executionTimeout'],
  [
    'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    'tooManyTriggers',
  ],
  ['You have exceeded the property storage quota. Please remove some properties and try again.', 'storeFull'],
  ['Argument too large: value', 'storeFull'],
  ['Chat is not defined', 'chatServiceMissing'],
  ['Google Cloud Platform service has been disabled', 'cloudSwitchedOff'],
  ['Response Code: 502. Message: <html lang=en>', 'unavailable'],
  ['NetworkError: Connection failure due to HTTP 0', 'connectionLost'],
  ['NetworkError: HTTP 0 のため、接続に失敗しました', 'connectionLost'],
  ['Cannot read properties of undefined', 'unknown'],
];

/** HTTP status and status as Google pairs them. */
const PAIRS: readonly (readonly [number, string])[] = [
  [400, 'INVALID_ARGUMENT'],
  [400, 'FAILED_PRECONDITION'],
  [400, 'OUT_OF_RANGE'],
  [401, 'UNAUTHENTICATED'],
  [403, 'PERMISSION_DENIED'],
  [404, 'NOT_FOUND'],
  [409, 'ABORTED'],
  [409, 'ALREADY_EXISTS'],
  [429, 'RESOURCE_EXHAUSTED'],
  [500, 'INTERNAL'],
  [501, 'UNIMPLEMENTED'],
  [503, 'UNAVAILABLE'],
  [504, 'DEADLINE_EXCEEDED'],
];

test.each(PAIRS)(
  'HTTP %i %s is judged alike through UrlFetch and through the advanced service, which gives no status',
  (httpStatus, status) => {
    for (const identity of [USER, ADMIN]) {
      const whole = judgeFailure(api(httpStatus, 'x', { status }), { identity });
      expect(judgeFailure(api(httpStatus, 'x'), { identity })).toEqual(whole);
      // One of them alone never stops a job, but for a token that no request can use.
      expect(whole.repeats).toBe(httpStatus === 401);
    }
  },
);

describe('a refusal of the API', () => {
  test.each(REFUSALS)('$what -> $code', ({ failure, code, as = USER, forToken = false, spaceReadable }) => {
    const problem = judgeFailure(failure, {
      identity: as,
      forToken,
      ...(forToken ? {} : {}),
      ...(spaceReadable === undefined ? {} : { spaceReadable }),
    });
    expect(problem.code).toBe(code);
    expect(problem.who).toBe(PROBLEMS[code].who);
  });

  test.each(REFUSALS.filter(({ failure }) => failure.message.length > 12))(
    '$what is told in a translated frame without status and reason as well',
    ({ failure, code, as = USER, forToken = false, spaceReadable }) => {
      const framed: Failure = {
        at: 'api',
        ...(failure.httpStatus === undefined ? {} : { httpStatus: failure.httpStatus }),
        message: `API の呼び出し chat.spaces.members.get がエラーで失敗しました: ${failure.message}`,
      };
      const unframed = judgeFailure(
        { ...framed, message: failure.message },
        { identity: as, forToken, spaceReadable: spaceReadable ?? null },
      );
      expect(
        judgeFailure(framed, { identity: as, forToken, spaceReadable: spaceReadable ?? null }).code,
      ).toBe(unframed.code);
      if (failure.reason === undefined) expect(unframed.code).toBe(code);
    },
  );
});

describe('a failure of Apps Script', () => {
  test.each(PLATFORM_RULES)('%s', (message, code) => {
    expect(judgeFailure(platform(message), { identity: USER }).code).toBe(code);
    expect(judgeFailure(platform(`Exception: ${message}`), { identity: USER }).code).toBe(code);
  });

  test('names the permission that is missing', () => {
    const [message] = PLATFORM_RULES[1]!;
    expect(judgeFailure(platform(message), { identity: USER }).params).toMatchObject({
      scope: 'spreadsheets.currentonly',
    });
  });

  test('on the network and in the answer', () => {
    expect(judgeFailure({ at: 'network', message: 'ECONNRESET' }, { identity: USER }).code).toBe(
      'networkDown',
    );
    expect(judgeFailure({ at: 'network', message: 'connect ETIMEDOUT' }, { identity: USER }).code).toBe(
      'timeout',
    );
    expect(
      judgeFailure({ at: 'body', message: 'Unexpected token <', httpStatus: 200 }, { identity: USER }).code,
    ).toBe('answerUnreadable');
  });
});

test.each([
  'ScriptError: Authorization is required to perform that action.',
  'ScriptError: この操作を実行するには承認が必要です。',
])('a page without authorisation names the usual cause, several accounts in one browser: %s', (message) => {
  expect(judgeFailure(platform(message), { identity: USER }).code).toBe('severalAccounts');
});

describe('retrying and stopping', () => {
  const passing = (failure: Failure) => judgeFailure(failure, { identity: USER }).passing;
  const repeats = (failure: Failure) => judgeFailure(failure, { identity: USER }).repeats;

  test('what may heal is worth another try, a plain 403 never is', () => {
    for (const status of [429, 500, 502, 503, 504]) expect(passing(api(status, ''))).toBe(true);
    expect(passing(api(403, '', { reason: 'rateLimitExceeded' }))).toBe(true);
    expect(passing(api(403, '', { reason: 'quotaExceeded' }))).toBe(false);
    for (const status of [400, 401, 403, 404]) expect(passing(api(status, ''))).toBe(false);
    expect(passing({ at: 'network', message: 'reset' })).toBe(true);
    expect(passing({ at: 'body', message: '' })).toBe(true);
  });

  test('what would meet every row stops a job, what concerns one row does not', () => {
    expect(repeats(api(403, API_OFF))).toBe(true);
    expect(repeats(api(401, ''))).toBe(true);
    expect(repeats(api(403, HIDDEN))).toBe(false);
    expect(repeats(api(404, 'Requested entity was not found.'))).toBe(false);
    expect(repeats(api(429, ''))).toBe(false);
  });
});

describe('links', () => {
  const off = (metadata: Readonly<Record<string, string>>, message = 'x') =>
    judgeFailure(api(403, message, { reason: 'SERVICE_DISABLED', metadata }), { identity: USER });

  test('open the very project that the error names', () => {
    const link =
      'https://console.developers.google.com/apis/api/chat.googleapis.com/overview?project=123456789012';
    expect(off({}, API_OFF)).toMatchObject({ link, params: { project: '123456789012' } });
    expect(off({ consumer: 'projects/123456789012' }).link).toBe(link);
    expect(off({ activationUrl: link }).link).toBe(link);
    expect(
      judgeFailure(api(404, 'Google Chat app not found.', { metadata: { consumer: 'projects/7' } }), {
        identity: USER,
      }).link,
    ).toBe('https://console.cloud.google.com/apis/api/chat.googleapis.com/hangouts-chat?project=7');
  });

  test.each([
    'http://console.developers.google.com/x',
    'https://console.developers.google.com.example.com/x',
    'https://console.cloud.google.com@example.com/',
    'https://example.com/?https://console.cloud.google.com/',
    'javascript:alert(1)//console.cloud.google.com',
    'https://console.cloud.google.com/"><script>',
  ])('are never taken from an answer unless they lead to the console: %s', (activationUrl) => {
    expect(off({ activationUrl, consumer: 'projects/9"&x=y' }).link).toBe(
      'https://console.developers.google.com/apis/api/chat.googleapis.com/overview',
    );
  });

  test('are https for every problem', () => {
    for (const code of Object.keys(PROBLEMS) as ProblemCode[]) {
      const { link } = problemOf(code, { project: '12' });
      if (link !== undefined) expect(link).toMatch(/^https:\/\/[a-z.]+\.google\.com\//);
    }
  });
});

test('a missing permission is named by what the call needs, since Google does not', () => {
  const missing = api(403, 'x', { reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' });
  const scope = (identity: Identity, more = {}) => judgeFailure(missing, { identity, ...more }).params.scope;
  expect(scope(USER)).toBe('chat.memberships.readonly');
  expect(scope(ADMIN)).toBe('chat.admin.memberships.readonly');
  expect(scope(APP)).toBe('chat.bot');
  expect(scope(APP, { forToken: true })).toBe('cloud-platform');
});

test('Google’s own words are kept only where the cause is not certain', () => {
  expect(judgeFailure(api(403, HIDDEN), { identity: USER }).original).toBe(HIDDEN);
  expect(judgeFailure(platform('Something new'), { identity: USER })).toMatchObject({
    code: 'unknown',
    original: 'Something new',
  });
  expect(judgeFailure(api(403, API_OFF), { identity: USER }).original).toBeUndefined();
});
