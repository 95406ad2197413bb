/**
 * A language that nobody speaks. Google translates its messages into about forty languages; a script that recognises the
 * English or Japanese ones only meets a third here. Names and numbers stay, as Google leaves them.
 */
const VOWELS = 'aeiou';
const CONSONANTS = 'bcdfghjklmnpqrstvwxyz';

/** Translates a message; what stands in braces stays. */
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
