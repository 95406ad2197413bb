/** ScriptApp and Session. */
import { call, enumOf, Exception, sealed, signatureError, environment } from './inside';
import type { EnumValue } from './inside';

export const AuthMode = enumOf('NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL');

interface TriggerRecord {
  readonly uniqueId: string;
  readonly handler: string;
}

function triggerOf({ uniqueId, handler }: TriggerRecord) {
  return sealed('Trigger', {
    getUniqueId: () => uniqueId,
    getHandlerFunction: () => handler,
    toString: () => 'Trigger',
  });
}

function newTrigger(handler: string) {
  const builder = {
    timeBased: () => clock,
  };
  let delay: number | null = null;
  const clock = sealed('ClockTriggerBuilder', {
    after: (milliseconds: number) => {
      delay = milliseconds;
      return clock;
    },
    create: () => {
      if (delay === null) throw new Exception('The trigger has no time: call after(milliseconds).');
      return triggerOf(call<TriggerRecord>('ScriptApp', 'newTrigger', handler, delay));
    },
  });
  return sealed('TriggerBuilder', builder);
}

interface AuthorizationState {
  readonly granted: readonly string[];
  readonly url: string | null;
}

/** An enum's name as a text is no enum value: Google finds no signature that takes it. */
function requireMode(member: string, mode: unknown, ...others: readonly unknown[]): void {
  if (Object.values<unknown>(AuthMode).includes(mode)) return;
  throw signatureError(`ScriptApp.${member}`, [mode, ...others]);
}

function authorizationInfo(mode: EnumValue, ...scopes: readonly [] | readonly [readonly string[]]) {
  requireMode('getAuthorizationInfo', mode, ...scopes);
  const state = call<AuthorizationState>('ScriptApp', 'getAuthorizationInfo', mode.name(), scopes[0] ?? null);
  return sealed('AuthorizationInfo', {
    getAuthorizationUrl: () => state.url,
    getAuthorizedScopes: () => (state.granted.length > 0 ? [...state.granted] : null),
  });
}

export const ScriptApp = sealed('ScriptApp', {
  AuthMode,
  getOAuthToken: () => call<string>('ScriptApp', 'getOAuthToken'),
  getAuthorizationInfo: authorizationInfo,
  requireScopes: (mode: EnumValue, scopes: readonly string[]) => {
    requireMode('requireScopes', mode, scopes);
    call('ScriptApp', 'requireScopes', mode.name(), scopes);
  },
  newTrigger,
  getProjectTriggers: () => call<TriggerRecord[]>('ScriptApp', 'getProjectTriggers').map(triggerOf),
  deleteTrigger: (trigger: { getUniqueId(): string }) => {
    call('ScriptApp', 'deleteTrigger', trigger.getUniqueId());
  },
});

function userOf(email: string) {
  return sealed('User', { getEmail: () => email, toString: () => email });
}

export const Session = sealed('Session', {
  getActiveUser: () => userOf(call<string>('Session', 'getActiveUser')),
  getEffectiveUser: () => userOf(call<string>('Session', 'getEffectiveUser')),
  getActiveUserLocale: () => environment.locale,
  getScriptTimeZone: () => environment.timeZone,
});
