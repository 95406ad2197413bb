/** Query parameters of a request, checked against the table of methods. */
import { invalidArgument } from './errors';
import { COMMON_PARAMETERS, type Method } from './methods';

export type Parameters = Readonly<Record<string, string | number | boolean>>;

/** Reads a query; an unknown name or a value of the wrong type is refused as Google does. */
export function readParameters(query: URLSearchParams, { parameters }: Method): Parameters {
  const read: Record<string, string | number | boolean> = {};
  for (const [name, text] of query) {
    if (COMMON_PARAMETERS.has(name)) continue;
    const type = parameters[name];
    if (type === undefined) {
      throw invalidArgument(
        `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
        name,
      );
    }
    read[name] = convert(name, text, type);
  }
  return read;
}

function convert(
  name: string,
  text: string,
  type: 'string' | 'integer' | 'boolean',
): string | number | boolean {
  if (type === 'string') return text;
  if (type === 'integer' && /^-?\d{1,10}$/.test(text)) return Number(text);
  if (type === 'boolean' && /^(true|false|1|0)$/i.test(text)) return /^(true|1)$/i.test(text);
  const wanted = type === 'integer' ? 'TYPE_INT32' : 'TYPE_BOOL';
  throw invalidArgument(`Invalid value at '${toSnake(name)}' (${wanted}), "${text}"`, toSnake(name));
}

function toSnake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
