/** Query parameters of a request, checked against the table of methods. */
import { invalidValue } from './errors';
import { COMMON_PARAMETERS, type Method, type ParameterType } from './methods';

export type Parameters = Readonly<Record<string, string | number | boolean>>;

/** What the parameters that every Google API takes ask for. */
export interface Form {
  readonly fields: string | null;
  readonly pretty: boolean;
  readonly errorFormat: '1' | '2';
}

/**
 * Reads the parameters of a method; an unknown name or a value of the wrong type is refused as Google does. Names may be
 * written as in the protocol buffers too: `page_size`.
 */
export function readParameters(query: URLSearchParams, { parameters }: Method): Parameters {
  const read: Record<string, string | number | boolean> = {};
  for (const [typed, text] of query) {
    if (COMMON_PARAMETERS.has(typed)) continue;
    const name = toCamel(typed);
    const type = parameters[name];
    if (type === undefined) {
      throw invalidValue(
        `Invalid JSON payload received. Unknown name "${typed}": Cannot bind query parameter. Field '${typed}' could not be found in request message.`,
      );
    }
    read[name] = convert(name, text, type);
  }
  return read;
}

/**
 * Reads the common parameters. Only JSON is served. Clients that are made from protocol buffers ask for enums as numbers
 * (`$alt=json;enum-encoding=int`) and read names just as well.
 */
export function readForm(query: URLSearchParams): Form {
  const alt = query.get('$alt') ?? query.get('alt') ?? 'json';
  if (!/^json(?:;enum-encoding=int)?$/.test(alt))
    throw invalidValue(`Invalid value at 'alt', "${alt}": only json is served here.`, 'alt');
  return {
    fields: query.get('fields'),
    pretty: convert('prettyPrint', query.get('prettyPrint') ?? 'true', 'boolean') === true,
    errorFormat: errorFormatOf(query),
  };
}

/** The error format alone: it must be known before anything can be refused. */
export function errorFormatOf(query: URLSearchParams): '1' | '2' {
  return query.get('$.xgafv') === '1' ? '1' : '2';
}

const INT32 = 2 ** 31;

function convert(name: string, text: string, type: ParameterType): string | number | boolean {
  if (type === 'string') return text;
  if (type === 'integer' && /^-?\d{1,10}$/.test(text) && Number(text) < INT32 && Number(text) >= -INT32) {
    return Number(text);
  }
  if (type === 'boolean' && /^(true|false|1|0)$/i.test(text)) return /^(true|1)$/i.test(text);
  const wanted = type === 'integer' ? 'TYPE_INT32' : 'TYPE_BOOL';
  throw invalidValue(`Invalid value at '${toSnake(name)}' (${wanted}), "${text}"`, toSnake(name));
}

function toSnake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function toCamel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
