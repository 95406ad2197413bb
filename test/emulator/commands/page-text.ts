/** What of a page can be read without running its scripts. */

/** Elements whose text is not shown. */
const HIDDEN = /<(script|style|template|title|noscript|svg)\b[^>]*>[^]*?<\/\1\s*>/gi;
const BREAKS =
  /<\/?(?:p|div|h[1-6]|li|ul|ol|tr|table|section|header|footer|main|form|button|br|hr|label|option)\b[^>]*>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The texts of a page in order, one a line; empty where a script makes all of them. */
export function pageTexts(html: string): readonly string[] {
  return html
    .replace(/<!--[^]*?-->/g, '')
    .replace(HIDDEN, '')
    .replace(BREAKS, '\n')
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => decode(line).replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** Whether a script can add to what is there or change it. */
export function hasScript(html: string): boolean {
  return /<script\b/i.test(html);
}

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi,
    (entity, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? entity;
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    },
  );
}
