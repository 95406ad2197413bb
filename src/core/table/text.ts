/** Texts that Sheets may take for something else. */

/**
 * Tells whether a text, typed into an ordinary cell, could become a formula, a number, a date or another text. Full-width
 * signs count, since Sheets may read them like the plain ones [not established].
 */
export function mayBeReadAnew(text: string): boolean {
  return /^[=+\-@'\t＝＋－＠]|^\s|^[($€£¥]?[\d.]|^(?:true|false)$/i.test(text);
}
