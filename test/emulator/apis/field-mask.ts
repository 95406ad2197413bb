/** Partial responses: the `fields` parameter, such as `nextPageToken,memberships(name,member/displayName)`. */
import { invalidArgument } from './errors';
import type { Fields } from './fields';

/** What is kept of an object; null: all of it. */
type Mask = ReadonlyMap<string, Mask> | null;

/** Keeps of a body what the mask names; one that names a field which the response does not have is refused. */
export function applyMask(body: unknown, fields: string | null, known: Fields): unknown {
  if (fields === null || fields === '' || fields === '*') return body;
  // Blanks may stand around names and brackets, as Google's own samples have them.
  const reader = { text: fields.replace(/\s*([,()])\s*/g, '$1').trim(), at: 0 };
  const mask = readList(reader);
  if (reader.at < reader.text.length) throw malformed(fields);
  requireKnown(mask, known, '', fields);
  return keep(body, mask);
}

interface Reader {
  readonly text: string;
  at: number;
}

function readList(reader: Reader): Mask {
  const mask = new Map<string, Mask>();
  do {
    const [path] = /^(?:\w+|\*)(?:[/.](?:\w+|\*))*/.exec(reader.text.slice(reader.at)) ?? [];
    if (path === undefined) throw malformed(reader.text);
    reader.at += path.length;
    let inner: Mask = null;
    if (reader.text[reader.at] === '(') {
      reader.at += 1;
      inner = readList(reader);
      if (reader.text[reader.at] !== ')') throw malformed(reader.text);
      reader.at += 1;
    }
    put(mask, path.split(/[/.]/), inner);
  } while (reader.text[reader.at] === ',' && (reader.at += 1) > 0);
  return mask;
}

/** A field named twice keeps what either asks for: all of it, where one asks for all. */
function put(mask: Map<string, Mask>, [name = '', ...rest]: readonly string[], inner: Mask): void {
  const before = mask.get(name);
  if (before === null) return;
  if (rest.length === 0 && (inner === null || before === undefined)) {
    mask.set(name, inner);
    return;
  }
  const below = new Map<string, Mask>(before);
  if (rest.length > 0) put(below, rest, inner);
  else for (const [field, deeper] of inner ?? []) put(below, [field], deeper);
  mask.set(name, below);
}

function requireKnown(mask: Mask, known: Fields, above: string, whole: string): void {
  for (const [name, inner] of mask ?? []) {
    const path = above + name;
    const below = name === '*' ? known : known[name];
    // `*` ends a path.
    const leaf = below === null || name === '*';
    if (below === undefined || (leaf && inner !== null)) throw unmatched(path, whole);
    if (below !== 'unchecked' && below !== null) requireKnown(inner, below, `${path}.`, whole);
  }
}

function keep(value: unknown, mask: Mask): unknown {
  if (mask === null) return value;
  if (Array.isArray(value)) return value.map((item) => keep(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  if (mask.has('*')) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => mask.has(name))
      .map(([name, inner]) => [name, keep(inner, mask.get(name) ?? null)]),
  );
}

function malformed(fields: string): Error {
  return refused(fields, `Invalid field mask '${fields}'.`);
}

function unmatched(path: string, fields: string): Error {
  return refused(
    fields,
    `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`,
  );
}

/** The cause is only in the details. */
function refused(field: string, description: string): Error {
  return invalidArgument('Request contains an invalid argument.', { field, description });
}
