/** IAM Credentials `generateAccessToken`: a person's token exchanged for a service account's, without a key. */
import type { Clock } from '../clock';
import { invalidArgument, notFound, tokenCreatorMissing } from './errors';
import { has, type ApiRequest } from './request';
import type { Tokens } from './tokens';

export interface AccessToken {
  readonly accessToken: string;
  readonly expireTime: string;
}

/** Answers `generateAccessToken`. */
export function generateAccessToken(request: ApiRequest, tokens: Tokens, clock: Clock): AccessToken {
  const { directory, token, body } = request;
  const { scope, lifetime = '3600s' } = (body ?? {}) as { scope?: unknown; lifetime?: unknown };
  if (!Array.isArray(scope) || scope.length === 0 || !scope.every((one) => typeof one === 'string')) {
    throw invalidArgument('Scope required.', 'scope');
  }
  if (typeof lifetime !== 'string' || !/^\d{1,4}s$/.test(lifetime) || parseInt(lifetime, 10) > 3600) {
    throw invalidArgument('Token lifetime must be at most 3600s.', 'lifetime');
  }
  const account = directory.workspace.serviceAccounts?.find(({ email }) => email === request.resource);
  if (!account || has(request, 'service-account-unknown')) throw notFound();
  if (!account.tokenCreators.includes(token.principal) || has(request, 'token-creator-missing')) {
    throw tokenCreatorMissing();
  }
  // The app of another Cloud project is in none of these spaces.
  const own = account.sameProject && !has(request, 'service-account-other-project');
  const app = own ? (directory.workspace.app ?? 'users/none') : 'users/other-app';
  const accessToken = tokens.issue(app, 'serviceAccount', scope as string[]);
  return { accessToken, expireTime: new Date(tokens.expiryOf(accessToken) || clock.now()).toISOString() };
}
