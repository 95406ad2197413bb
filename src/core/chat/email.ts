/** E-mail addresses: found in what people paste, and checked. */
import { fail, ok, type Result } from '../result';
import { characterIn, normalise, shown } from './typed-text';

/**
 * An address in lower case. The part before `@` may hold dots anywhere: some Japanese mobile carriers gave out addresses such as
 * `foo..bar@…` and `foo.@…`. Signs that mean something in a path or a query are left out, since an address becomes part of both.
 */
const EMAIL = /^(?=.{3,254}$)[a-z\d_+'&=~.-]+@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z](?:[a-z\d-]*[a-z\d])$/;
const FOREIGN_CHARACTER = /[^a-z\d_+'&=~.@-]|@(?=.*@)/iu;
/** What stands between addresses and words. */
const SEPARATORS = /[\s<>()[\]{}|"“”„«»「」『』【】〈〉《》,;:、。・]+/;
const MAILTO = /mailto:([^\s<>()|?]*)(?:\?[^\s<>()|]*)?/gi;
/** Quotes and marks that cling to an address in a sentence. */
const CLINGING = /^['‘`*]+|['’`*.!?]+$/g;
/** `mail`, `Name <mail>`, `Name (mail)`, `mail (Name)`. */
const ALONE_OR_NAMED =
  /^(?:[^@%]*[<(]\s*)?(?:mailto:)?[^\s<>()]+(?:@|%40)[^\s<>()]+\s*(?:[>)]|\([^@()]*\))?$/i;

/** Tells whether a text is an address that can be asked for: in lower case, whole, nothing around it. */
export function isAddress(text: string): boolean {
  return EMAIL.test(text);
}

/** Lists all that look like addresses in a text, each once, in lower case: `Name <mail>`, `mailto:`, `%40`, and among words. */
export function addressesIn(text: string): readonly string[] {
  const found: string[] = [];
  const take = (addresses: string): string => {
    found.push(...addresses.split(/[,;]/));
    return ' ';
  };
  const rest = text.replace(MAILTO, (_, addresses: string) => take(decoded(addresses)));
  for (const word of rest.split(SEPARATORS)) {
    if (word.includes('@')) found.push(word);
    else if (/%40/i.test(word)) take(decoded(word));
  }
  const addresses = found.map((one) => normalise(one).replace(CLINGING, '').toLowerCase());
  // `@name` alone is how people are called in a message: beside an address it is a name.
  const whole = addresses.filter((one) => !one.startsWith('@'));
  return [...new Set(whole.length > 0 ? whole : addresses)].filter((one) => one !== '');
}

/** Tells whether a text is an address and nothing else, or a name and its address. */
export function isNamedAddress(text: string): boolean {
  return ALONE_OR_NAMED.test(text);
}

/** Checks an address that was found: the address, or what is wrong with it. */
export function checkAddress(address: string): Result<string> {
  if (isAddress(address)) return ok(address);
  const character = characterIn(address, FOREIGN_CHARACTER);
  return character === ''
    ? fail('emailIncomplete', { value: shown(address) })
    : fail('emailMalformed', { value: shown(address), character });
}

/** Undoes percent-encoding; what was not encoded, or wrongly, comes back unchanged. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
