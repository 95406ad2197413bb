/** The settings of one person in one sheet: as whom to ask, and whether the warning about it was confirmed. No secrets. */
import * as v from 'valibot';
import type { Settings } from '../contract';
import { USER, type Identity } from '../chat/identity';
import { fail, ok, type Result } from '../result';

/** Asking as oneself needs no settings. */
export const DEFAULT_SETTINGS: Settings = { as: 'user', serviceAccount: '', confirmed: false };

const IDENTITY = v.picklist(['user', 'app', 'admin']);
const SETTINGS = v.object({
  as: IDENTITY,
  serviceAccount: v.string(),
  confirmed: v.boolean(),
  theme: v.fallback(v.optional(v.literal('dark')), undefined),
});

/** Reads what a person wants to save. A pasted key, a bad address or a missing confirmation is refused. */
export function parseSettings(value: unknown): Result<Settings> {
  const read = v.safeParse(SETTINGS, value);
  if (!read.success) return fail('argumentUnreadable');
  const { as, serviceAccount, confirmed, theme } = read.output;
  const address = parseServiceAccount(serviceAccount);
  // Only the Chat app needs one. What else stands in the field is kept only where it is an address: a key never is.
  if (!address.ok && (as === 'app' || address.problem.code === 'privateKeyPasted')) return address;
  if (as !== 'user' && !confirmed) return fail('notConfirmed');
  return ok({
    as,
    serviceAccount: address.ok ? address.value : '',
    confirmed: as !== 'user',
    ...(theme === undefined ? {} : { theme }),
  });
}

/** Reads a service account's address as typed into the settings. A pasted key is refused and never repeated. */
export function parseServiceAccount(text: string): Result<string> {
  const typed = text.normalize('NFKC').trim();
  if (/PRIVATE KEY|private_key|"service_account"|\bMII[\w+/]{40}/.test(typed))
    return fail('privateKeyPasted');
  if (typed === '') return fail('serviceAccountMissing');
  const address = typed.toLowerCase();
  if (!/^[a-z\d][a-z\d-]*@(?:[a-z\d-]+\.)+gserviceaccount\.com$/.test(address)) {
    return fail('serviceAccountMalformed', { value: typed.replace(/\s[^]*$/, '').slice(0, 100) });
  }
  return ok(address);
}

/** Reads stored settings; anything that is not exactly as it would be saved counts as none. */
export function readSettings(stored: string | null): Settings {
  try {
    const parsed = parseSettings(JSON.parse(stored ?? 'null'));
    return parsed.ok ? parsed.value : DEFAULT_SETTINGS;
  } catch {
    return DEFAULT_SETTINGS;
  }
}

/** As whom these settings ask. */
export function identityOf(settings: Settings): Identity {
  if (!settings.confirmed) return USER;
  switch (settings.as) {
    case 'user':
      return USER;
    case 'app':
      return { as: 'app', serviceAccount: settings.serviceAccount };
    case 'admin':
      return { as: 'admin' };
  }
}

/** Tells whether a value names an identity. */
export function isIdentity(value: unknown): value is Settings['as'] {
  return v.is(IDENTITY, value);
}
