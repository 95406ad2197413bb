/** What may be given to `google.script.run`: Google's client refuses the rest at once, in the page. The page and the emulator both ask here. */

/**
 * Copies arguments as Google sends them: `undefined` in an array becomes null, undefined properties vanish, as do the
 * values that JSON lacks (NaN becomes null).
 * @throws TypeError `Failed due to illegal value in property: NAME` (a date, function, DOM node, buffer or any other object
 *   with a class of its own; an argument is named by its number) or `Failed due to circular reference.`
 */
export function copyArguments(args: readonly unknown[]): unknown[] {
  return Array.from(args, (value, index) => copy(value, String(index), []));
}

function copy(value: unknown, property: string, above: readonly object[]): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || !isPlain(value)) {
    throw new TypeError(`Failed due to illegal value in property: ${property}`);
  }
  if (above.includes(value)) throw new TypeError('Failed due to circular reference.');
  const path = [...above, value];
  // From, because a hole in an array is a value too.
  if (Array.isArray(value)) return Array.from(value, (item, index) => copy(item, String(index), path));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, copy(item, key, path)]),
  );
}

/** An array or an object without a class of its own, of whatever realm. */
function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
