/** Host side of ScriptApp: tokens, consent, triggers. */
import type { Authorization } from './authorization';
import { ExecutionEnd, type HostService, type Running } from './host';
import { platformMessage } from './messages';
import type { Triggers } from './triggers';

const CONSENT_URL = 'https://accounts.google.com/o/oauth2/auth';

export function scriptAppService(
  authorization: Authorization,
  triggers: Triggers,
  tokenOf: (running: Running) => string,
): HostService {
  const missingOf = (user: string, scopes: readonly string[]): readonly string[] =>
    scopes.filter((scope) => !authorization.of(user).has(scope));
  return {
    getOAuthToken: tokenOf,
    getAuthorizationInfo: ({ user }: Running, _mode: string, scopes: readonly string[] | null) => {
      const asked = scopes ?? authorization.manifest;
      const missing = missingOf(user, asked);
      const granted = asked.filter((scope) => !missing.includes(scope));
      return { missing, granted, url: missing.length > 0 ? CONSENT_URL : null };
    },
    requireScopes: async (running: Running, _mode: string, scopes: readonly string[] | null) => {
      const { user } = running;
      const missing = missingOf(user, scopes ?? authorization.manifest);
      if (missing.length === 0) return;
      for (const scope of (await running.window.consent(missing)) ?? []) authorization.set(user, scope, true);
      throw new ExecutionEnd('needsConsent', platformMessage(running.locale, 'authorizationRequired'));
    },
    newTrigger: triggers.service.create,
    getProjectTriggers: triggers.service.list,
    deleteTrigger: triggers.service.delete,
  };
}
