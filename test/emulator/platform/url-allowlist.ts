/** The manifest's `urlFetchWhitelist`. */

/**
 * Tells whether a script may fetch an address: one of the prefixes is the same or stands above it. `…/foo` lets `…/foo/bar` and
 * `…/foo?a=b` through, and not `…/foobar`; letters' case counts [doc: Allowlist URLs].
 */
export function isAllowed(url: string, prefixes: readonly string[]): boolean {
  return prefixes.some(
    (prefix) =>
      url.startsWith(prefix) && (prefix.endsWith('/') || /^(?:$|[/?#])/.test(url.slice(prefix.length))),
  );
}
