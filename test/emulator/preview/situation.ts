/** What the emulator's environment is like, as a page shows it. */
import type { Scenario } from '../scenario/scenario';
import { FAULT_PRESETS, type FaultPreset } from '../scenario/fault-presets';
import type { Emulator } from '../emulator';
import type { Person } from '../workspace/workspace';
import type { Locale, Situation } from './wire';

interface Environment {
  readonly scenario: Scenario;
  readonly emulator: Emulator;
  readonly people: readonly Person[];
  /** `users/…` of the page's user. */
  readonly user: string;
}

/** Only the Chat app's identity needs it. */
const IDENTITY_SCOPE = '/auth/cloud-platform';

export function situationOf({ scenario, emulator, people, user }: Environment): Situation {
  const locale: Locale = scenario.locale.startsWith('ja') ? 'ja' : 'en';
  const granted = emulator.grants(user);
  const identities = emulator.scopes().some((scope) => scope.endsWith(IDENTITY_SCOPE));
  return {
    locale,
    user,
    users: people
      .filter(({ type }) => type !== 'BOT')
      .map(({ name, displayName, email }) => ({ name, label: displayName ?? email ?? name })),
    faultPresets: Object.entries(FAULT_PRESETS)
      .filter(([, faultPreset]) => !hasControl(faultPreset) && (identities || !('as' in faultPreset)))
      .map(([name, faultPreset]) => ({
        name,
        text: faultPreset[locale],
        on: scenario.faultPresets.includes(name),
      })),
    identities,
    asked: granted !== null,
    scopes: emulator.scopes().map((scope) => ({ scope, granted: granted?.includes(scope) === true })),
    latencyMs: scenario.latencyMs,
  };
}

/** Permissions and latency are switched by controls of their own. */
function hasControl({ changes = {} }: FaultPreset): boolean {
  return 'refusedScopes' in changes || 'latencyMs' in changes;
}
