/** Text from outside, made fit to stand inside a sentence. */
/** Longest piece that a sentence quotes; more would hide the sentence. */
const LONGEST = 120;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Control characters, halves of characters, all that Unicode lets a program ignore, the empty Braille cell, marks of annotations. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/gu;
/** Joiners belong to some scripts and to emoji, between two characters that are seen: one there, none elsewhere. */
const STRAY_JOINERS = /(^|[\s\u200c\u200d])[\u200c\u200d]+|[\u200c\u200d]+(?=\s|$)/g;

/**
 * Takes out control characters and characters that hide, reorder or fake text, makes one line of it, shortens it to `longest`
 * characters, and isolates right-to-left text so that it cannot reorder the sentence around it. What nobody sees is empty.
 */
export function safeText(text: string, longest: number = LONGEST): string {
  const line = text
    .replace(/\p{Zl}|\p{Zp}|\s/gu, ' ')
    .replace(UNSEEN, '')
    .replace(STRAY_JOINERS, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
  const letters = Array.from(line);
  const short = letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : line;
  return RIGHT_TO_LEFT.test(short) ? `\u2068${short}\u2069` : short;
}
