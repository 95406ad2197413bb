/** What the stand-in's world is like, as a page shows it. */
import type { Scenario } from '../scenario/scenario';
import { TROUBLES, type Trouble } from '../scenario/troubles';
import type { StandIn } from '../stand-in';
import type { Person } from '../workspace/workspace';
import type { Locale, Situation } from './wire';

interface World {
  readonly scenario: Scenario;
  readonly standIn: StandIn;
  readonly people: readonly Person[];
  /** `users/…` of the page's user. */
  readonly user: string;
}

/** Only the Chat app's identity needs it. */
const IDENTITY_SCOPE = '/auth/cloud-platform';

export function situationOf({ scenario, standIn, people, user }: World): Situation {
  const locale: Locale = scenario.locale.startsWith('ja') ? 'ja' : 'en';
  const granted = standIn.grants(user);
  const identities = standIn.scopes().some((scope) => scope.endsWith(IDENTITY_SCOPE));
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
    scopes: standIn.scopes().map((scope) => ({ scope, granted: granted?.includes(scope) === true })),
    latencyMs: scenario.latencyMs,
  };
}

/** Permissions and latency are switched by controls of their own. */
function hasControl({ changes = {} }: Trouble): boolean {
  return 'refusedScopes' in changes || 'latencyMs' in changes;
}
