/**
 * The rules that tell failures apart, first match wins: reason and status before words. Words are the API's own, or what
 * Apps Script keeps in every language (scope addresses, names of services); its translated sentences only where no more is known.
 */
import type { Identity } from './identity';
import type { Failure } from '../ports';
import type { ProblemCode } from './problem-table';

/** What else is known about the moment of a failure. */
export interface FailureContext {
  readonly identity: Identity;
  /** True while the service account's token was asked for. */
  readonly forToken?: boolean;
  /** The call was about spaces, not about memberships. */
  readonly aboutSpaces?: boolean;
  /** Whether the space itself can be read; null or absent while nobody looked. */
  readonly spaceReadable?: boolean | null;
}

/** One row of the table. */
export interface Rule {
  readonly code: ProblemCode;
  readonly when: (failure: Failure, context: FailureContext) => boolean;
  /** What the words of the code need from the failure. */
  readonly params?: (failure: Failure, context: FailureContext) => Readonly<Record<string, string>>;
}

type Test = Rule['when'];

const says =
  (pattern: RegExp): Test =>
  ({ message }) =>
    pattern.test(message);
const reason =
  (...reasons: readonly string[]): Test =>
  (failure) =>
    failure.reason !== undefined && reasons.includes(failure.reason);
const http =
  (...statuses: readonly number[]): Test =>
  ({ httpStatus }) =>
    httpStatus !== undefined && statuses.includes(httpStatus);
const status =
  (...statuses: readonly string[]): Test =>
  (failure) =>
    failure.status !== undefined && statuses.includes(failure.status);
const at =
  (place: Failure['at']): Test =>
  (failure) =>
    failure.at === place;
const as =
  (identity: Identity['as']): Test =>
  (_, context) =>
    context.identity.as === identity;
const forToken: Test = (_, context) => context.forToken === true;
const aboutIam: Test = ({ metadata, message }) =>
  metadata?.service === 'iamcredentials.googleapis.com' || /IAM Service Account Credentials/i.test(message);
const spaceReadable: Test = (_, context) => context.spaceReadable === true;
const any =
  (...tests: readonly Test[]): Test =>
  (failure, context) =>
    tests.some((test) => test(failure, context));
const all =
  (...tests: readonly Test[]): Test =>
  (failure, context) =>
    tests.every((test) => test(failure, context));

const SCOPE = /https:\/\/www\.googleapis\.com\/auth\/([\w-]+(?:\.[\w-]+)*)/;
const scope = ({ message }: Failure): Readonly<Record<string, string>> => {
  const found = SCOPE.exec(message)?.[1];
  return found === undefined ? {} : { scope: found };
};

/** The scope that a call needs, by its last part; Google does not name it. */
function neededScope({ identity, forToken: isForToken, aboutSpaces = false }: FailureContext): string {
  if (isForToken === true) return 'cloud-platform';
  if (identity.as === 'app') return 'chat.bot';
  return `chat.${identity.as === 'admin' ? 'admin.' : ''}${aboutSpaces ? 'spaces' : 'memberships'}.readonly`;
}

/** Refusals that say by their reason or by their own words what they are. */
const MESSAGE_RULES: readonly Rule[] = [
  {
    code: 'iamApiOff',
    when: all(
      aboutIam,
      any(reason('SERVICE_DISABLED', 'accessNotConfigured'), says(/has not been used in project/)),
    ),
  },
  {
    code: 'apiOff',
    when: any(
      reason('SERVICE_DISABLED', 'accessNotConfigured'),
      says(/has not been used in project \S+ before or it is disabled/),
    ),
  },
  {
    code: 'appNotConfigured',
    when: says(/Google Chat app not found|No bot associated with this project|Invalid project number/),
  },
  {
    code: 'scopeInsufficient',
    when: any(
      reason('ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'insufficientPermissions'),
      says(/insufficient authentication scopes|\bInsufficient Permission\b/i),
    ),
    params: (_, context) => ({ scope: neededScope(context) }),
  },
  { code: 'appNotApproved', when: says(/administrator must grant the app the required OAuth/) },
  { code: 'appNotInSpace', when: says(/app is not a member of this space/i) },
  { code: 'appCannotSeeApps', when: says(/doesn.t support access to membership information for apps/) },
  { code: 'appCannotUseEmail', when: says(/doesn.t support access to user information using email alias/) },
  { code: 'userOnly', when: says(/doesn.t support app authentication with a service account/) },
  { code: 'adminNeeded', when: says(/doesn.t support non-admin user authentication/) },
  { code: 'workspaceOnly', when: says(/only available to Google Workspace users/) },
  {
    code: 'cloudSwitchedOff',
    when: says(/Google Cloud Platform service has been disabled/),
  },
  { code: 'invalidScope', when: says(/\binvalid_scope\b/) },
  { code: 'adminPolicy', when: says(/\badmin_policy_enforced\b/) },
  { code: 'appInstallBlocked', when: says(/administrator must allow users to install this Chat app/) },
  {
    code: 'tokenCreatorMissing',
    when: any(says(/iam\.serviceAccounts\.getAccessToken/), reason('IAM_PERMISSION_DENIED')),
  },
  { code: 'serviceAccountUnknown', when: all(forToken, http(400, 404)) },
  { code: 'tokenCreatorMissing', when: all(forToken, http(403)) },
  { code: 'malformedName', when: says(/Missing or malformed (?:space|user) resource name/) },
  { code: 'noSuchMember', when: says(/Invalid membership state, user, group or request ID/) },
  // The status alone does not say so: it may be about one space, and the advanced service does not pass it on.
  { code: 'chatTurnedOff', when: says(/Google Chat is turned off/) },
];

/** What reason, status and HTTP status tell by themselves. */
const STATUS_RULES: readonly Rule[] = [
  { code: 'apiQuotaUsedUp', when: reason('dailyLimitExceeded', 'quotaExceeded') },
  {
    code: 'rateLimited',
    when: any(
      http(429),
      status('RESOURCE_EXHAUSTED'),
      reason('rateLimitExceeded', 'userRateLimitExceeded', 'RATE_LIMIT_EXCEEDED'),
    ),
  },
  // A page of a proxy or of Google's front end is no answer of the API, whatever its status.
  {
    code: 'answerUnreadable',
    when: any(
      at('body'),
      ({ httpStatus = 0 }) => httpStatus >= 200 && httpStatus < 300,
      all(http(400, 403, 404), says(/<!doctype|<html/i)),
    ),
  },
  { code: 'tokenInvalid', when: any(http(401), status('UNAUTHENTICATED')) },
  {
    code: 'memberListRestricted',
    when: all(any(http(403), status('PERMISSION_DENIED')), spaceReadable),
  },
  { code: 'adminDenied', when: all(any(http(403), status('PERMISSION_DENIED')), as('admin')) },
  { code: 'noAccess', when: any(http(403), status('PERMISSION_DENIED')) },
  { code: 'notFound', when: any(status('NOT_FOUND'), all(http(404), says(/\S/))) },
  { code: 'serverError', when: any(http(500), status('INTERNAL')) },
  { code: 'timeout', when: any(http(408, 504), status('DEADLINE_EXCEEDED')) },
  {
    code: 'unavailable',
    when: any(
      http(409),
      status('UNAVAILABLE', 'ABORTED'),
      ({ httpStatus }) => httpStatus !== undefined && httpStatus > 500 && httpStatus < 600,
    ),
  },
  { code: 'requestRefused', when: any(http(400), status('INVALID_ARGUMENT', 'FAILED_PRECONDITION')) },
];

/** What Apps Script itself says, on the network and in the sheet. */
const PLATFORM_RULES: readonly Rule[] = [
  {
    code: 'scopeNotInManifest',
    when: all(at('platform'), says(/Specified permissions are not sufficient|指定された権限では/)),
    params: scope,
  },
  { code: 'scopeRefused', when: all(at('platform'), says(SCOPE)), params: scope },
  // With this name in front it comes from a page that speaks as another account than the sheet, or was open for long.
  { code: 'severalAccounts', when: says(/^ScriptError: (?:Authorization is required|.*承認が必要です)/) },
  {
    code: 'authorizationRequired',
    when: says(/Authorization is required to perform that action|承認が必要です/),
  },
  { code: 'tooOften', when: says(/Utilities\.sleep\(1000\)|too many times in a short time/) },
  {
    code: 'dailyQuota',
    // The name of the service is kept in every language.
    when: says(/too many times for one day|実行した回数が多すぎます|: ?(?:premium )?urlfetch\b/),
  },
  { code: 'bandwidth', when: says(/Bandwidth quota exceeded/) },
  { code: 'urlNotAllowed', when: says(/not been whitelisted in the script manifest/) },
  { code: 'requestTooLong', when: says(/\bURLFetch\b/) },
  // Names of classes and methods stay English in every language.
  { code: 'lockTimeout', when: says(/Lock timeout|ロックのタイムアウト|\bLockService\b/) },
  { code: 'executionTimeout', when: says(/Exceeded maximum execution time|起動時間の最大値を超えました/) },
  { code: 'tooManyTriggers', when: says(/too many (?:time-based )?triggers|トリガーの数が多すぎます/) },
  { code: 'noUserInterface', when: says(/\bSpreadsheetApp\.getUi\(\)/) },
  // The argument's name is kept in every language.
  { code: 'storeFull', when: says(/exceeded the property storage quota|: value\b/) },
  { code: 'chatServiceMissing', when: says(/\bChat is not defined\b/) },
  {
    code: 'protectedCell',
    when: says(/protected cell or object|保護されているセルやオブジェクト/),
  },
  { code: 'valueRefused', when: says(/violates the data validation rules|typed columns?\b|入力規則に違反/) },
  // Numbers are kept in every language.
  { code: 'textTooLong', when: all(at('platform'), says(/\b50000\b/)) },
  { code: 'cellLimit', when: all(at('platform'), says(/\b10000000\b/)) },
  { code: 'tabNameTaken', when: says(/A sheet with the name|シート名「.*」はすでに存在/) },
  { code: 'sheetGone', when: says(/\bSheet (?:\S+ )?not found/) },
  {
    code: 'sheetChanged',
    when: says(
      /outside the dimensions of the sheet|シートの範囲外です|Those (?:rows|columns) are out of bounds|Range not found/,
    ),
  },
  { code: 'notAGrid', when: says(/Please select an active sheet first/) },
  {
    code: 'spreadsheetDenied',
    when: says(
      /permissions? to access the requested document|ドキュメントにアクセスする権限がありません|Document ID is missing|指定された ID のアイテムは見つからなかったか/,
    ),
  },
  {
    code: 'spreadsheetTrouble',
    when: says(
      /Service Spreadsheets (?:timed out|failed)|サービスに接続できなくなりました|Service error: Spreadsheets|a server error occurred|サーバー エラーが発生しました/,
    ),
  },
  { code: 'unavailable', when: says(/Response Code: 5\d\d/) },
  { code: 'connectionLost', when: says(/\bNetworkError: |Connection failure due to HTTP/) },
  { code: 'timeout', when: says(/^(?:Exception: )?Timeout: |timed out|ETIMEDOUT/i) },
  { code: 'networkDown', when: any(at('network'), says(/DNS error|Address unavailable/)) },
];

export const RULES: readonly Rule[] = [...MESSAGE_RULES, ...STATUS_RULES, ...PLATFORM_RULES];
