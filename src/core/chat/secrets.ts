/** Secrets that people paste by mistake: a webhook's key and token, API keys, access tokens, private keys. */
import { withoutInvisible } from '../invisible';

/** `key=…`, `token=…` and the like: parameters of links. */
const PARAMETER = /(?:key|token|secret)\s*=/i;
/** Keys and tokens that are known by their first letters: Google's API keys, access and refresh tokens, client secrets, private keys. */
const KNOWN =
  /\bAIza[\w-]{20}|\bya29\.|\b1\/\/[\w-]{20}|\bGOCSPX-|-{0,5}BEGIN [A-Z ]{0,40}PRIVATE KEY|"?private_key/;
/** How often a text may have been percent-encoded: once by hand, once by the program that passed it on, once to spare. */
const MOST_ENCODINGS = 3;

/**
 * Gives a text as it may be stored, shown and logged: cut where a secret begins, whatever its spelling (`?key=`, `#key=`,
 * `%3Fkey%3D`, full-width letters). A text without a secret comes back unchanged.
 */
export function withoutSecrets(text: string): string {
  const plain = decoded(withoutInvisible(text.normalize('NFKC')));
  const at = secretIn(plain);
  return at === null ? text : plain.slice(0, at);
}

/** Where a secret begins, the signs before a parameter's name included; null where there is none. */
function secretIn(plain: string): number | null {
  const known = plain.search(KNOWN);
  let at = plain.search(PARAMETER);
  while (at > 0 && /[a-z_-]/i.test(plain.charAt(at - 1))) at -= 1;
  while (at > 0 && /[?&#;,]/.test(plain.charAt(at - 1))) at -= 1;
  const found = [known, at].filter((index) => index >= 0);
  return found.length === 0 ? null : Math.min(...found);
}

/** Undoes percent-encoding, also repeated, of visible ASCII characters: all that a secret is written with. */
function decoded(text: string): string {
  let plain = text;
  for (let encodings = 0; encodings < MOST_ENCODINGS; encodings++) {
    plain = plain.replace(/%([2-7][\da-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  }
  return plain;
}
