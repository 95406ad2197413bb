/** Text from outside, made fit to stand inside a sentence. */

/** Longest piece that a sentence quotes; more would hide the sentence. */
const LONGEST = 120;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Takes out control characters and marks that reorder or hide text, makes one line of it, shortens it, and isolates
 * right-to-left text so that it cannot reorder the sentence around it.
 */
export function safeText(text: string, longest: number = LONGEST): string {
  const line = text
    .replace(/\p{Zl}|\p{Zp}|\s/gu, ' ')
    .replace(
      /[\p{Cc}\p{Cs}\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu,
      '',
    )
    .replace(/ {2,}/g, ' ')
    .trim();
  const letters = Array.from(line);
  const short = letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : line;
  return RIGHT_TO_LEFT.test(short) ? `\u2068${short}\u2069` : short;
}
