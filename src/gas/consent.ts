/** What the running person has granted, and the page where the rest can be granted. */
import { missingCode, missingFrom, type Feature } from '../core/setup/consent';
import { problemOf, ProblemError, type ProblemCode } from '../core/chat/problem';

/** These may be missing from the manifest, which is right until somebody needs them: the problem names the lines to add. */
const CODES: Readonly<Partial<Record<Feature, ProblemCode>>> = {
  app: 'appScopesMissing',
  admin: 'adminScopesMissing',
};

/** Scopes (short, the narrowest that would serve) that these features lack. One call, whatever the number of features. */
export function missingScopes(features: readonly Feature[]): readonly string[] {
  return missingFrom(new Set(authorization().getAuthorizedScopes() ?? []), features);
}

/** Throws a `ProblemError` that names the first scope a feature lacks: refused, or not in the manifest. */
export function requireFeature(feature: Feature): void {
  const [scope] = missingScopes([feature]);
  if (scope === undefined) return;
  throw new ProblemError(problemOf(CODES[feature] ?? missingCode(grantUrl()), { scope }));
}

/** Where what the manifest asks for can be granted; null where all of it is, or Google names no page. */
export function grantUrl(): string | null {
  return authorization().getAuthorizationUrl();
}

/**
 * What the person has granted of the manifest's scopes. No list of scopes is given: whether Google accepts one that holds scopes
 * of no manifest is not established, and without a list it names all that are granted [doc].
 */
function authorization(): GoogleAppsScript.Script.AuthorizationInfo {
  return ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
}
