/** What one execution of the script has at hand. `gas/execution.ts` makes it; core's entry points work with it. */
import type { Identity } from './chat/identity';
import type { Membership } from './chat/membership';
import type { Problem } from './chat/problem';
import type { Build, ProblemText, Settings } from './contract';
import type { UnattendedPorts } from './job/unattended';
import type { Feature } from './setup/consent';

export interface Execution extends UnattendedPorts {
  readonly build: Build;
  readonly settings: Settings;
  /** Hears every membership that a listing brings, some of them twice. */
  onMemberships: ((memberships: readonly Membership[]) => void) | undefined;
  /** Asks as somebody whom a caller names. Throws a `ProblemError` for an identity that was not confirmed for this sheet. */
  askAs(as: unknown): void;
  /** Scopes (short, the narrowest that would serve) that these features lack. */
  missingScopes(features: readonly Feature[]): readonly string[];
  /** Throws a `ProblemError` that names the first scope a feature lacks. */
  requireFeature(feature: Feature): void;
  /** Where what the manifest asks for can be granted; null where all of it is. */
  grantUrl(): string | null;
  /** A problem in the person's language; where a grant would heal it, with the page for that. */
  problemText(problem: Problem): ProblemText;
  saveSettings(settings: Settings): void;
  /** Forgets what lies outside the sheet: the document's properties of ours, this person's, their caches. */
  forget(): void;
  /** Addresses of who can edit the sheet; null where Google does not tell this person. */
  editors(): readonly string[] | null;
  /** A line of the editor's log. With a standard Cloud project it ends in Cloud Logging too [doc]. */
  print(text: string): void;
}

/** A call must not start as somebody whom the script cannot be. */
export function requireIdentity(execution: Execution): Identity {
  const { identity } = execution;
  execution.requireFeature(identity.as === 'user' ? 'memberships' : identity.as);
  return identity;
}
