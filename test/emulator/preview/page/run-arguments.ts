/** What may be given to `google.script.run`: Google's client refuses the rest at once, in the page. */

/**
 * Copies arguments as Google sends them: `undefined` in an array becomes null, undefined properties vanish, a form as the
 * only argument becomes an object of its fields.
 * @throws TypeError `Failed due to illegal value in property: NAME` (a date, function, DOM node or buffer; an argument is
 *   named by its number) or `Failed due to circular reference.`
 */
export function checkedArguments(args: readonly unknown[]): unknown[] {
  const [only] = args;
  if (args.length === 1 && only instanceof HTMLFormElement) return [fieldsOf(only)];
  return args.map((value, index) => copy(value, String(index), []));
}

function copy(value: unknown, property: string, above: readonly object[]): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    throw illegal(property);
  if (typeof value !== 'object') return value;
  if (above.includes(value)) throw new TypeError('Failed due to circular reference.');
  if (value instanceof Date || value instanceof Node || value instanceof Window || isBuffer(value)) {
    throw illegal(property);
  }
  const path = [...above, value];
  if (Array.isArray(value)) return value.map((item, index) => copy(item, String(index), path));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, copy(item, key, path)]),
  );
}

function isBuffer(value: object): boolean {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

function illegal(property: string): TypeError {
  return new TypeError(`Failed due to illegal value in property: ${property}`);
}

/** A field that occurs several times becomes an array. */
function fieldsOf(form: HTMLFormElement): Record<string, unknown> {
  const data = new FormData(form);
  return Object.fromEntries(
    [...new Set(data.keys())].map((key) => {
      const values = data.getAll(key).map((value) => (typeof value === 'string' ? value : value.name));
      return [key, values.length === 1 ? values[0] : values];
    }),
  );
}
