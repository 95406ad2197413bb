/** Which permission each feature needs: asked for when the feature is used, and by nobody else. */

const PREFIX = 'https://www.googleapis.com/auth/';
/** Gives out the app's tokens. */
const IAM_API = 'https://iamcredentials.googleapis.com/';

const FEATURES = {
  memberships: ['chat.memberships.readonly'],
  sheet: ['spreadsheets.currentonly'],
  sidebar: ['script.container.ui'],
  me: ['userinfo.email'],
  parallel: ['script.external_request'],
  continuing: ['script.scriptapp'],
  app: ['script.external_request', 'cloud-platform'],
  admin: ['chat.admin.memberships.readonly'],
} as const;

export type Feature = keyof typeof FEATURES;

/** Features that the default manifest serves. Those of the other identities need lines of their own in it. */
export const BASE_FEATURES: readonly Feature[] = [
  'memberships',
  'sheet',
  'sidebar',
  'me',
  'parallel',
  'continuing',
];

/** Scopes of a feature, in full. */
export function scopesOf(feature: Feature): readonly string[] {
  return FEATURES[feature].map((scope) => PREFIX + scope);
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

/** The lines that an identity of its own needs in appsscript.json. */
export function manifestAdditions(identity: 'app' | 'admin'): readonly ManifestAddition[] {
  const base = new Set(BASE_FEATURES.flatMap(scopesOf));
  const scopes: ManifestAddition = {
    field: 'oauthScopes',
    values: scopesOf(identity).filter((scope) => !base.has(scope)),
  };
  return identity === 'app' ? [scopes, { field: 'urlFetchWhitelist', values: [IAM_API] }] : [scopes];
}
