/** What the emulator needs of Google's discovery documents: the methods that it serves, and the names of all others. */
import type { Fields } from '../fields';
import type { Method } from '../methods';

export interface DiscoveryExtract {
  /** `chat:v1` */
  readonly api: string;
  readonly revision: string;
  readonly host: string;
  readonly commonParameters: readonly string[];
  /** By id. */
  readonly methods: Readonly<Record<string, MethodExtract>>;
  /** Methods that the emulator does not serve: id -> `GET v1/spaces/{spacesId}/messages`. */
  readonly others: Readonly<Record<string, string>>;
  /** Schema -> field -> its type, the schema of an object, `[]` behind either for a list, or the values of an enum. */
  readonly schemas: Readonly<Record<string, Readonly<Record<string, FieldExtract>>>>;
}

export type FieldExtract = string | readonly string[];

export interface MethodExtract {
  /** As in `others`. */
  readonly request: string;
  readonly path: string;
  /** Query parameter -> type. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Without their common prefix. */
  readonly scopes: readonly string[];
  /** Schema of the body; absent: it has none. */
  readonly body?: string;
  readonly response: string;
}

/** The parts of a discovery document that are read. */
export interface DiscoveryDocument {
  readonly id: string;
  readonly revision: string;
  readonly rootUrl: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly resources: Readonly<Record<string, Resource>>;
  readonly schemas: Readonly<Record<string, { readonly properties?: Readonly<Record<string, Property>> }>>;
}

interface Resource {
  readonly methods?: Readonly<Record<string, DocumentMethod>>;
  readonly resources?: Readonly<Record<string, Resource>>;
}

interface DocumentMethod {
  readonly id: string;
  readonly httpMethod: string;
  readonly path: string;
  readonly flatPath: string;
  readonly parameters?: Readonly<Record<string, { readonly location: string; readonly type: string }>>;
  readonly scopes?: readonly string[];
  readonly request?: { readonly $ref: string };
  readonly response?: { readonly $ref: string };
}

interface Property {
  readonly type?: string;
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly items?: Property;
}

const PREFIX = 'https://www.googleapis.com/auth/';

/** Cuts a document down to these methods and to the schemas that their fields reach. Keys are sorted. */
export function extractOf(document: DiscoveryDocument, served: readonly Method[]): DiscoveryExtract {
  const all = Object.values(document.resources).flatMap(methodsOf);
  const ids = new Map(served.map((method) => [method.id, method]));
  const schemas: Record<string, Readonly<Record<string, FieldExtract>>> = {};

  function addSchema(name: string, fields: Fields): void {
    const properties = document.schemas[name]?.properties ?? {};
    schemas[name] = sorted(Object.entries(properties).map(([field, one]) => [field, typeOf(one)]));
    for (const [field, below] of Object.entries(fields)) {
      const { $ref, items } = properties[field] ?? {};
      const schema = $ref ?? items?.$ref;
      if (schema !== undefined && below !== null && below !== 'unchecked') addSchema(schema, below);
    }
  }

  const methods = all.flatMap((one) => {
    const method = ids.get(one.id);
    if (!method) return [];
    const body = one.request?.$ref;
    const response = one.response?.$ref ?? '';
    if (body !== undefined) addSchema(body, {});
    addSchema(response, method.fields);
    const query = Object.entries(one.parameters ?? {}).filter(([, { location }]) => location === 'query');
    const extract: MethodExtract = {
      request: requestOf(one),
      path: one.path,
      parameters: sorted(query.map(([name, { type }]) => [name, type])),
      scopes: (one.scopes ?? []).map((scope) => scope.replace(PREFIX, '')).sort(),
      ...(body === undefined ? {} : { body }),
      response,
    };
    return [[one.id, extract] as const];
  });
  return {
    api: document.id,
    revision: document.revision,
    host: new URL(document.rootUrl).hostname,
    commonParameters: Object.keys(document.parameters).sort(),
    methods: sorted(methods),
    others: sorted(all.filter(({ id }) => !ids.has(id)).map((one) => [one.id, requestOf(one)])),
    schemas: sorted(Object.entries(schemas)),
  };
}

function methodsOf({ methods = {}, resources = {} }: Resource): readonly DocumentMethod[] {
  return [...Object.values(methods), ...Object.values(resources).flatMap(methodsOf)];
}

function requestOf({ httpMethod, flatPath }: DocumentMethod): string {
  return `${httpMethod} ${flatPath}`;
}

function typeOf({ type, $ref, items, enum: values }: Property): FieldExtract {
  if (items) return `${String(typeOf(items))}[]`;
  return values ?? $ref ?? type ?? '';
}

function sorted<T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
