/** Google's error bodies: what a refused request is answered with. */

/** A refusal, as it goes out. */
export class ApiError extends Error {
  constructor(
    readonly httpStatus: number,
    readonly status: string,
    message: string,
    readonly details: readonly Readonly<Record<string, unknown>>[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  /** @param format `1` is the older format, with a list of errors; `2` the usual one. */
  body(format: '1' | '2' = '2'): Readonly<Record<string, unknown>> {
    const { httpStatus: code, message, status, details } = this;
    const reason = legacyReason(status, this.reason());
    const errors = format === '1' ? { errors: [{ message, domain: 'global', reason }] } : {};
    return { error: { code, message, ...errors, status, ...(details.length > 0 ? { details } : {}) } };
  }

  private reason(): string | undefined {
    return this.details.map(({ reason }) => reason).find((one) => typeof one === 'string');
  }
}

const LEGACY_REASONS: Readonly<Record<string, string>> = {
  ACCESS_TOKEN_SCOPE_INSUFFICIENT: 'insufficientPermissions',
  FAILED_PRECONDITION: 'failedPrecondition',
  INTERNAL: 'backendError',
  INVALID_ARGUMENT: 'badRequest',
  NOT_FOUND: 'notFound',
  PERMISSION_DENIED: 'forbidden',
  RESOURCE_EXHAUSTED: 'rateLimitExceeded',
  SERVICE_DISABLED: 'accessNotConfigured',
  UNAUTHENTICATED: 'authError',
  UNAVAILABLE: 'backendError',
};

/** The camelCase reason that the older error format gives for a status, or for the reason of an `ErrorInfo`. */
export function legacyReason(status = '', reason = ''): string {
  return LEGACY_REASONS[reason] ?? LEGACY_REASONS[status] ?? 'unknown';
}

/** Number of the made-up Cloud project behind the script. */
export const PROJECT_NUMBER = '314159265358';
/** Host of each emulated API. */
export const SERVICES = {
  chat: 'chat.googleapis.com',
  iam: 'iamcredentials.googleapis.com',
  groups: 'cloudidentity.googleapis.com',
};
const TITLES = {
  chat: 'Google Chat API',
  iam: 'IAM Service Account Credentials API',
  groups: 'Cloud Identity API',
};

export type Api = keyof typeof SERVICES;

const errorInfo = (reason: string, api: Api, metadata: Readonly<Record<string, string>> = {}) => ({
  '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
  reason,
  domain: 'googleapis.com',
  metadata: { service: SERVICES[api], ...metadata },
});

export const apiOff = (api: Api): ApiError => {
  const url = `https://console.developers.google.com/apis/api/${SERVICES[api]}/overview?project=${PROJECT_NUMBER}`;
  return new ApiError(
    403,
    'PERMISSION_DENIED',
    `${TITLES[api]} has not been used in project ${PROJECT_NUMBER} before or it is disabled. Enable it by visiting ${url} ` +
      'then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.',
    [errorInfo('SERVICE_DISABLED', api, { consumer: `projects/${PROJECT_NUMBER}`, activationUrl: url })],
  );
};

export const appNotConfigured = (): ApiError =>
  new ApiError(
    404,
    'NOT_FOUND',
    'Google Chat app not found. To create a Chat app, you must turn on the Chat API and configure the app in the Google Cloud console.',
  );

export const scopeInsufficient = (api: Api, method: string): ApiError =>
  new ApiError(403, 'PERMISSION_DENIED', 'Request had insufficient authentication scopes.', [
    errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT', api, { method }),
  ]);

const EXPECTED =
  'Expected OAuth 2 access token, login cookie or other valid authentication credential. ' +
  'See https://developers.google.com/identity/sign-in/web/devconsole-project.';
const CHALLENGE = 'Bearer realm="https://accounts.google.com/"';

export const unauthenticated = (): ApiError =>
  new ApiError(401, 'UNAUTHENTICATED', `Request had invalid authentication credentials. ${EXPECTED}`, [], {
    'www-authenticate': `${CHALLENGE}, error="invalid_token"`,
  });

export const credentialsMissing = (api: Api, method: string): ApiError =>
  new ApiError(
    401,
    'UNAUTHENTICATED',
    `Request is missing required authentication credential. ${EXPECTED}`,
    [errorInfo('CREDENTIALS_MISSING', api, { method })],
    { 'www-authenticate': CHALLENGE },
  );

export const denied = (): ApiError =>
  new ApiError(
    403,
    'PERMISSION_DENIED',
    "Permission denied to perform the requested action on the specified resource, or the resource doesn't exist.",
  );

export const notFound = (): ApiError => new ApiError(404, 'NOT_FOUND', 'Requested entity was not found.');

export const noSuchMember = (): ApiError =>
  new ApiError(400, 'INVALID_ARGUMENT', 'Invalid membership state, user, group or request ID');

export const appNotInSpace = (): ApiError =>
  new ApiError(403, 'PERMISSION_DENIED', 'This Chat app is not a member of this space.');

export const appsHiddenFromApp = (): ApiError =>
  new ApiError(
    403,
    'PERMISSION_DENIED',
    "Service account authentication doesn't support access to membership information for apps. To get membership " +
      'information for an app, authenticate as a user.',
  );

export const emailRefusedToApp = (): ApiError =>
  new ApiError(
    400,
    'INVALID_ARGUMENT',
    "Service account authentication doesn't support access to user information using email aliases",
  );

export const scopeNotApproved = (): ApiError =>
  new ApiError(
    403,
    'PERMISSION_DENIED',
    'The administrator must grant the app the required OAuth authorization scope for this action.',
  );

export const userOnly = (): ApiError =>
  new ApiError(
    403,
    'PERMISSION_DENIED',
    "This method doesn't support app authentication with a service account. Authenticate with a user account.",
  );

export const adminNeeded = (): ApiError =>
  new ApiError(
    403,
    'PERMISSION_DENIED',
    "This method doesn't support non-admin user authentication. Authenticate with an admin account.",
  );

export const chatTurnedOff = (): ApiError =>
  new ApiError(
    400,
    'FAILED_PRECONDITION',
    'Google Chat is turned off. To use Chat API, turn on Google Chat.',
  );

/** One field of a request that was refused. Without a name it is the request as a whole. */
interface Violation {
  readonly field?: string;
  readonly description: string;
}

export const invalidArgument = (message: string, violation?: Violation): ApiError =>
  new ApiError(
    400,
    'INVALID_ARGUMENT',
    message,
    violation ? [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [violation] }] : [],
  );

/** A value that does not fit; the details repeat the message for its field. */
export const invalidValue = (message: string, field?: string): ApiError =>
  invalidArgument(message, { ...(field === undefined ? {} : { field }), description: message });

export const malformedSpace = (): ApiError =>
  invalidArgument('Missing or malformed space resource name in the request.');

export const noSuchAccount = (email: string): ApiError =>
  new ApiError(404, 'NOT_FOUND', `Not found; Gaia id not found for email ${email}`);

export const preconditionFailed = (): ApiError =>
  new ApiError(400, 'FAILED_PRECONDITION', 'Precondition check failed.');

/** Forbidden and missing look the same. [field reports] @param resource Name or address of a group. */
export const groupDenied = (resource: string): ApiError =>
  new ApiError(
    403,
    'PERMISSION_DENIED',
    `Error(2028): Permission denied for resource ${resource} (or it may not exist).`,
    [
      {
        '@type': 'type.googleapis.com/google.rpc.ResourceInfo',
        resourceType: 'cloudidentity.googleapis.com/Group',
      },
    ],
  );

export const bodyTooLarge = (): ApiError =>
  new ApiError(413, 'INVALID_ARGUMENT', 'The request is larger than the emulator takes.');

/** Google has it; the emulator does not, and says so instead of calling the request wrong. */
export const notAvailable = (what: string): ApiError =>
  new ApiError(501, 'UNIMPLEMENTED', `${what} is not available in the emulator.`);

/** Whether a 429 carries `Retry-After` is not promised by Google. */
export const rateLimited = (retryAfterSeconds: number | null): ApiError =>
  new ApiError(
    429,
    'RESOURCE_EXHAUSTED',
    'Resource has been exhausted (e.g. check quota).',
    [errorInfo('RATE_LIMIT_EXCEEDED', 'chat')],
    retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) },
  );

export const internal = (): ApiError => new ApiError(500, 'INTERNAL', 'Internal error encountered.');

export const unavailable = (): ApiError =>
  new ApiError(503, 'UNAVAILABLE', 'The service is currently unavailable.');

export const tokenCreatorMissing = (): ApiError =>
  new ApiError(
    403,
    'PERMISSION_DENIED',
    "Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist).",
    [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'IAM_PERMISSION_DENIED',
        domain: 'iam.googleapis.com',
        metadata: { permission: 'iam.serviceAccounts.getAccessToken' },
      },
    ],
  );
