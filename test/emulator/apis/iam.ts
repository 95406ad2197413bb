/** IAM Credentials `generateAccessToken`: a person's token exchanged for a service account's, without a key. */
import { invalidArgument, invalidValue, noSuchAccount, tokenCreatorMissing } from './errors';
import { has, type ApiRequest } from './request';
import type { Tokens } from './tokens';

export interface AccessToken {
  readonly accessToken: string;
  readonly expireTime: string;
}

const LONGEST_SECONDS = 3600;
const BODY_FIELDS = ['scope', 'lifetime', 'delegates'];

/** Answers `generateAccessToken`. */
export function generateAccessToken(request: ApiRequest, tokens: Tokens): AccessToken {
  const { directory, token, now } = request;
  const { scopes, seconds } = readBody(request.body);
  const [, project, email = ''] = /^projects\/([^/]+)\/serviceAccounts\/(.+)$/.exec(request.resource) ?? [];
  if (project !== '-') throw invalidArgument('Request contains an invalid argument.');
  const account = directory.workspace.serviceAccounts?.find((one) => one.email === email);
  if (!account || has(request, 'service-account-unknown')) throw noSuchAccount(email);
  if (!account.tokenCreators.includes(token.principal) || has(request, 'token-creator-missing')) {
    throw tokenCreatorMissing();
  }
  // The app of another Cloud project is in none of these spaces.
  const own = account.sameProject && !has(request, 'service-account-other-project');
  const app = own ? (directory.workspace.app ?? 'users/none') : 'users/other-app';
  const milliseconds = seconds * 1000;
  return {
    accessToken: tokens.issue(app, 'serviceAccount', scopes, milliseconds),
    expireTime: new Date(now + milliseconds).toISOString().replace(/\.\d+Z$/, 'Z'),
  };
}

function readBody(body: unknown): { readonly scopes: readonly string[]; readonly seconds: number } {
  const { scope, lifetime = `${LONGEST_SECONDS}s`, ...others } = (body ?? {}) as Record<string, unknown>;
  const stray = Object.keys(others).find((name) => !BODY_FIELDS.includes(name));
  if (stray !== undefined) {
    throw invalidValue(`Invalid JSON payload received. Unknown name "${stray}": Cannot find field.`);
  }
  const scopes = Array.isArray(scope) ? scope.filter((one): one is string => typeof one === 'string') : [];
  if (!Array.isArray(scope) || scopes.length === 0 || scopes.length < scope.length) {
    throw invalidValue('Scope required.', 'scope');
  }
  const seconds = typeof lifetime === 'string' ? Number(/^(\d{1,6})s$/.exec(lifetime)?.[1] ?? NaN) : NaN;
  if (!(seconds > 0 && seconds <= LONGEST_SECONDS)) {
    throw invalidValue(`Token lifetime must be from 1s to ${LONGEST_SECONDS}s.`, 'lifetime');
  }
  return { scopes, seconds };
}
