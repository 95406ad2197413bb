/** Partial responses: the `fields` parameter, such as `nextPageToken,memberships(name,member/displayName)`. */
import { invalidArgument } from './errors';

/** What is kept of an object; null: all of it. */
type Mask = ReadonlyMap<string, Mask> | null;

/** Keeps of a body what the mask names. */
export function applyMask(body: unknown, fields: string | null): unknown {
  if (fields === null || fields === '' || fields === '*') return body;
  const reader = { text: fields, at: 0 };
  const mask = readList(reader);
  if (reader.at < fields.length) throw badMask(fields);
  return keep(body, mask);
}

interface Reader {
  readonly text: string;
  at: number;
}

function readList(reader: Reader): Mask {
  const mask = new Map<string, Mask>();
  do {
    const [path] = /^[\w*/.]+/.exec(reader.text.slice(reader.at)) ?? [];
    if (path === undefined) throw badMask(reader.text);
    reader.at += path.length;
    let inner: Mask = null;
    if (reader.text[reader.at] === '(') {
      reader.at += 1;
      inner = readList(reader);
      if (reader.text[reader.at] !== ')') throw badMask(reader.text);
      reader.at += 1;
    }
    put(mask, path.split(/[/.]/), inner);
  } while (reader.text[reader.at] === ',' && (reader.at += 1) > 0);
  return mask;
}

function put(mask: Map<string, Mask>, [name = '', ...rest]: readonly string[], inner: Mask): void {
  if (rest.length === 0) {
    mask.set(name, inner);
    return;
  }
  const known = mask.get(name);
  const below = known instanceof Map ? (known as Map<string, Mask>) : new Map<string, Mask>();
  put(below, rest, inner);
  mask.set(name, below);
}

function keep(value: unknown, mask: Mask): unknown {
  if (mask === null || mask.has('*')) return value;
  if (Array.isArray(value)) return value.map((item) => keep(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => mask.has(name))
      .map(([name, inner]) => [name, keep(inner, mask.get(name) ?? null)]),
  );
}

function badMask(fields: string): Error {
  return invalidArgument(`Request contains an invalid argument. Invalid field selection ${fields}`, 'fields');
}
