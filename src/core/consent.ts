/** Which permission each feature needs: asked for when the feature is used, and by nobody else. */

const PREFIX = 'https://www.googleapis.com/auth/';

const FEATURES = {
  memberships: ['chat.memberships.readonly'],
  sheet: ['spreadsheets.currentonly'],
  sidebar: ['script.container.ui'],
  me: ['userinfo.email'],
  sideBySide: ['script.external_request'],
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
  'sideBySide',
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
