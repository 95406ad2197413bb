/** Which permissions each feature needs: asked for when the feature is used, and by nobody else. */

const PREFIX = 'https://www.googleapis.com/auth/';

/** Any one of these scopes serves. The narrowest stands first: it is the one that a problem names. */
type Need = readonly [narrowest: string, ...wider: string[]];

/** The one list of scopes, [doc] for the Chat and Cloud Identity APIs: their reference names every scope that a method accepts. */
const FEATURES = {
  memberships: [['chat.memberships.readonly', 'chat.memberships']],
  sheet: [['spreadsheets.currentonly', 'spreadsheets']],
  sidebar: [['script.container.ui']],
  me: [['userinfo.email']],
  parallel: [['script.external_request']],
  continuing: [['script.scriptapp']],
  spaceNames: [['chat.spaces.readonly', 'chat.spaces']],
  app: [['script.external_request'], ['cloud-platform']],
  admin: [['chat.admin.memberships.readonly', 'chat.admin.memberships']],
  adminSpaces: [['chat.admin.spaces.readonly', 'chat.admin.spaces']],
  groups: [['cloud-identity.groups.readonly', 'cloud-identity.groups', 'cloud-platform']],
} as const satisfies Readonly<Record<string, readonly Need[]>>;

export type Feature = keyof typeof FEATURES;

/** Features that the default manifest serves. The others need lines of their own in it. */
export const BASE_FEATURES = [
  'memberships',
  'sheet',
  'sidebar',
  'me',
  'parallel',
  'continuing',
  'spaceNames',
] as const satisfies readonly Feature[];

export type BaseFeature = (typeof BASE_FEATURES)[number];

/** The narrowest scopes that a feature needs, short. */
export function scopesOf(feature: Feature): readonly string[] {
  return needsOf(feature).map(([narrowest]) => narrowest);
}

/** The scopes (short, the narrowest of each need, each once) that these features lack. `granted` holds full scopes. */
export function missingFrom(granted: ReadonlySet<string>, features: readonly Feature[]): readonly string[] {
  const unmet = features
    .flatMap(needsOf)
    .filter((need) => !need.some((scope) => granted.has(fullScope(scope))));
  return [...new Set(unmet.map(([narrowest]) => narrowest))];
}

/**
 * Why a scope is missing. `grantPage` is where the manifest's scopes can be granted: without one all of them are, so a scope that
 * is missing is not among them. While another scope is still refused the two cannot be told apart, and a refusal is the likely one.
 */
export function missingCode(grantPage: string | null): 'scopeRefused' | 'scopeNotInManifest' {
  return grantPage === null ? 'scopeNotInManifest' : 'scopeRefused';
}

/** A scope without the prefix that all of Google's share. */
export function shortScope(scope: string): string {
  return scope.startsWith(PREFIX) ? scope.slice(PREFIX.length) : scope;
}

/** What a field of appsscript.json must hold beyond the default manifest. */
export interface ManifestAddition {
  readonly field: 'oauthScopes' | 'urlFetchWhitelist';
  readonly values: readonly string[];
}

/**
 * Gives out the app's tokens. No broader than the one method that is called: the list lets through a prefix and what lies
 * below it [doc].
 */
export const TOKEN_URL = 'https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts';

/** The lines that appsscript.json lacks for an identity of its own. */
export function manifestAdditions(identity: 'app' | 'admin'): readonly ManifestAddition[] {
  const base = new Set(BASE_FEATURES.flatMap(scopesOf));
  const scopes = manifestScopes(scopesOf(identity).filter((scope) => !base.has(scope)));
  return identity === 'app' ? [scopes, { field: 'urlFetchWhitelist', values: [TOKEN_URL] }] : [scopes];
}

/** The lines for scopes (short) that the manifest does not ask for. */
export function manifestScopes(scopes: readonly string[]): ManifestAddition {
  return { field: 'oauthScopes', values: scopes.map(fullScope) };
}

function needsOf(feature: Feature): readonly Need[] {
  return FEATURES[feature];
}

function fullScope(scope: string): string {
  return PREFIX + scope;
}
