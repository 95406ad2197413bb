/** What the emulator's world is like, as a page shows it. */
import type { Scenario } from '../scenario/scenario';
import { TROUBLES, type Trouble } from '../scenario/fault-presets';
import type { Emulator } from '../emulator';
import type { Person } from '../workspace/workspace';
import type { Locale, Situation } from './wire';

interface World {
  readonly scenario: Scenario;
  readonly emulator: Emulator;
  readonly people: readonly Person[];
  /** `users/…` of the page's user. */
  readonly user: string;
}

/** Only the Chat app's identity needs it. */
const IDENTITY_SCOPE = '/auth/cloud-platform';

export function situationOf({ scenario, emulator, people, user }: World): Situation {
  const locale: Locale = scenario.locale.startsWith('ja') ? 'ja' : 'en';
  const granted = emulator.grants(user);
  const identities = emulator.scopes().some((scope) => scope.endsWith(IDENTITY_SCOPE));
  return {
    locale,
    user,
    users: people
      .filter(({ type }) => type !== 'BOT')
      .map(({ name, displayName, email }) => ({ name, label: displayName ?? email ?? name })),
    troubles: Object.entries(TROUBLES)
      .filter(([, trouble]) => !hasControl(trouble) && (identities || !('as' in trouble)))
      .map(([name, trouble]) => ({ name, text: trouble[locale], on: scenario.troubles.includes(name) })),
    identities,
    asked: granted !== null,
    scopes: emulator.scopes().map((scope) => ({ scope, granted: granted?.includes(scope) === true })),
    latencyMs: scenario.latencyMs,
  };
}

/** Permissions and latency are switched by controls of their own. */
function hasControl({ changes = {} }: Trouble): boolean {
  return 'refusedScopes' in changes || 'latencyMs' in changes;
}
