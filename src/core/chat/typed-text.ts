/** Typed or pasted text, brought into one form before it is read: without what people and programs put around what they mean. */
import { withoutSecrets } from './secrets';

const QUOTES = [
  '""',
  "''",
  '“”',
  '‘’',
  '«»',
  '„“',
  '``',
  '「」',
  '『』',
  '【】',
  '<>',
  '〈〉',
  '《》',
  '()',
  '[]',
];
/** As much of a text as a message repeats. */
const LONGEST_SHOWN = 80;

/** Blanks and invisible marks at the ends: word processors and Chat itself leave such marks in what is copied. */
const ENDS = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}]+|[\s\p{Cf}\p{Default_Ignorable_Code_Point}]+$/gu;
/** `[text](target)`. */
const MARKDOWN_LINK = /^\[[^\]]*\]\((\S+)\)$/;
/** `<target|text>`, as Chat writes a link. */
const CHAT_LINK = /^<([^<>|]+)\|[^<>]*>$/;
/** Marks that end a sentence or part a list. Dots after a dot or a slash belong to what was typed. */
const LAST_MARKS = /([^\s/.])[.,;:!?、。・]+$/;
const BULLET = /^(?:[•‣◦・*]\s*|[-–]\s+)(?=\S)/;
/** What Japanese puts behind a name. */
const HONORIFIC = /(\S)\s*(?:様|さま|さん|殿|先生|氏|君|くん|宛て?|御中|各位)$/;
/** A Japanese full stop between Latin letters: the keyboard was not switched. */
const FULL_STOP = /([a-z\d])。(?=[a-z\d])/gi;
/** What keeps a number a text in a sheet, where it was copied along. */
const APOSTROPHE = /^'(?=\d+$)/;

/** Brings a text into the form that is read: NFKC, so that full-width letters work, and nothing around it. */
export function normalise(text: string): string {
  let bare = text.normalize('NFKC').replace(FULL_STOP, '$1.');
  for (let last = ''; last !== bare;) {
    last = bare;
    bare = stripped(bare);
  }
  return bare.replace(APOSTROPHE, '');
}

/** Takes one layer off. */
function stripped(text: string): string {
  const bare = text.replace(ENDS, '');
  const target = (MARKDOWN_LINK.exec(bare) ?? CHAT_LINK.exec(bare))?.[1];
  if (target !== undefined) return target;
  const isQuoted = bare.length > 1 && QUOTES.includes(`${bare.charAt(0)}${bare.charAt(bare.length - 1)}`);
  if (isQuoted) return bare.slice(1, -1);
  return bare.replace(BULLET, '').replace(LAST_MARKS, '$1').replace(HONORIFIC, '$1');
}

/** As much of a refused text as a message may repeat: never a secret. */
export function shown(text: string): string {
  return Array.from(withoutSecrets(text)).slice(0, LONGEST_SHOWN).join('');
}

/** Names the first character that a pattern finds, for a message; empty where it finds none. One that cannot be seen gets its number. */
export function characterIn(text: string, pattern: RegExp): string {
  const [character] = pattern.exec(text) ?? [];
  return character === undefined ? '' : nameOf(character);
}

/** A character as it is; its number (`U+200B`) where it cannot be seen. */
export function nameOf(character: string): string {
  return /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(character)
    ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : character;
}
