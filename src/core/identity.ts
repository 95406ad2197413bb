/** As whom a call is made, and what each identity is known to be unable to see. */
import { problemOf, type Problem } from './problem';
import type { Parsed } from './reference';

/**
 * `user`: the running person's own token (default). `app`: the Chat app, through a service account's short-lived token
 * with `chat.bot`. `admin`: the running person with `useAdminAccess`.
 */
export type Identity =
  | { readonly as: 'user' }
  | { readonly as: 'app'; /** The service account's e-mail address. */ readonly serviceAccount: string }
  | { readonly as: 'admin' };

export const USER: Identity = { as: 'user' };

/** Says before a request is sent that this identity cannot see such a member; null where it can or might. */
export function cannotSee(identity: Identity, member: string): Problem | null {
  if (identity.as === 'app' && member === 'app') return problemOf('appCannotSeeApps');
  if (identity.as === 'app' && member.startsWith('group-')) return problemOf('appCannotSeeGroups');
  if (identity.as === 'admin' && member === 'app') return problemOf('adminCannotSeeApps');
  return null;
}

/** Reads a service account's address as typed into the settings. A pasted key is refused and never repeated. */
export function parseServiceAccount(text: string): Parsed<string> {
  const typed = text.normalize('NFKC').trim();
  const refuse = (problem: Problem): Parsed<string> => ({ ok: false, problem });
  if (/PRIVATE KEY|private_key|"service_account"|\bMII[\w+/]{40}/.test(typed))
    return refuse(problemOf('privateKeyPasted'));
  if (typed === '') return refuse(problemOf('serviceAccountMissing'));
  const address = typed.toLowerCase();
  if (!/^[a-z\d][a-z\d-]*@(?:[a-z\d-]+\.)+gserviceaccount\.com$/.test(address)) {
    return refuse(
      problemOf('serviceAccountMalformed', { value: typed.replace(/\s[^]*$/, '').slice(0, 100) }),
    );
  }
  return { ok: true, value: address };
}
