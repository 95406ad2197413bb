/** Words of Google in the language of the user who runs the script. Names of classes, services and methods stay English. */

/** One sentence. `{name}` stands for a value, which no language changes. */
export interface Wording {
  readonly en: string;
  /** Only where the Japanese text was seen, or follows from one that was. */
  readonly ja?: string;
}

export type WordingValues = Readonly<Record<string, string | number>>;

/**
 * A sentence for a locale such as `en_GB` or `ja`. Google translates into about forty languages: any other one, and Japanese
 * where no Japanese text is known, is an invented one here, so that a script that looks for known words does not find them.
 */
export function wordsIn(locale: string, { en, ja }: Wording, values: WordingValues): string {
  const known = /^en(?![a-z])/i.test(locale) ? en : /^ja(?![a-z])/i.test(locale) ? ja : undefined;
  return (known ?? inInventedLanguage(en)).replace(/\{(\w+)\}/g, (_, name: string) =>
    String(values[name] ?? ''),
  );
}

const VOWELS = 'aeiou';
const CONSONANTS = 'bcdfghjklmnpqrstvwxyz';

/** The same sentence in a language that nobody speaks; what stands in braces stays. */
export function inInventedLanguage(template: string): string {
  return template
    .split(/(\{\w+\})/)
    .map((part, index) => (index % 2 === 1 ? part : Array.from(part, translated).join('')))
    .join('');
}

function translated(letter: string): string {
  const lower = letter.toLowerCase();
  const next = shifted(VOWELS, lower, 2) ?? shifted(CONSONANTS, lower, 8) ?? letter;
  return letter === lower ? next : next.toUpperCase();
}

function shifted(letters: string, letter: string, by: number): string | undefined {
  const at = letters.indexOf(letter);
  return at < 0 ? undefined : letters[(at + by) % letters.length];
}
