/** What the running person has granted, and the page where the rest can be granted. */
import { scopesOf, shortScope, type Feature } from '../core/setup/consent';
import { problemOf, ProblemError, type ProblemCode } from '../core/chat/problem';

/** These may be missing from the manifest, which is right until somebody needs them: the problem names the lines to add. */
const CODES: Readonly<Partial<Record<Feature, ProblemCode>>> = {
  app: 'appScopesMissing',
  admin: 'adminScopesMissing',
};

/** Scopes (short) that these features lack. One call, whatever the number of features. */
export function missingScopes(features: readonly Feature[]): readonly string[] {
  const wanted = [...new Set(features.flatMap(scopesOf))];
  const info = authorization(wanted);
  if (info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED) return [];
  const granted = new Set(info.getAuthorizedScopes() ?? []);
  return wanted.filter((scope) => !granted.has(scope)).map(shortScope);
}

/** Throws a `ProblemError` that names the first scope a feature lacks. */
export function requireFeature(feature: Feature): void {
  const [scope] = missingScopes([feature]);
  if (scope === undefined) return;
  throw new ProblemError(problemOf(CODES[feature] ?? 'scopeRefused', { scope }));
}

/** Where what the manifest asks for can be granted; null where all of it is, or Google names no page. */
export function grantUrl(): string | null {
  return ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationUrl();
}

function authorization(scopes: readonly string[]): GoogleAppsScript.Script.AuthorizationInfo {
  return ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL, scopes);
}
