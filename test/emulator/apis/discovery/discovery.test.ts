/** The emulated APIs beside Google's discovery documents: each difference is listed with its reason, and no other exists. */
import { describe, expect, test } from '@jest/globals';
import { ADVANCED_SERVICES } from '../../platform/advanced-services';
import { inventedWorkspace } from '../../workspace/invented';
import { SERVICES } from '../errors';
import type { Fields } from '../fields';
import { MEMBER_FILTER, SPACE_FILTER, type FilterRules } from '../filter';
import { COMMON_PARAMETERS, METHODS } from '../methods';
import { CHAT } from './chat';
import { CLOUD_IDENTITY } from './cloudidentity';
import { DIFFERENCES } from './differences';
import { extractOf, type DiscoveryDocument, type DiscoveryExtract, type MethodExtract } from './extract';
import { IAM_CREDENTIALS } from './iamcredentials';

const EXTRACTS = { chat: CHAT, iam: IAM_CREDENTIALS, groups: CLOUD_IDENTITY };

/** Differences by where they are: `what: value`. */
function differences(what: string, ours: readonly string[], theirs: readonly string[]): string[] {
  return [...new Set([...ours, ...theirs])]
    .filter((one) => ours.includes(one) !== theirs.includes(one))
    .map((one) => `${what} ${one}`);
}

function ofMethods(): string[] {
  return METHODS.flatMap(({ id, api, http, path, parameters, scopes }) => {
    const theirs: MethodExtract | undefined = EXTRACTS[api].methods[id];
    if (!theirs) return [`${id}: not in the discovery document`];
    const [verb = '', flatPath = ''] = theirs.request.split(' ');
    const sample = `/${flatPath.replace(/\{\w+\}/g, 'x1')}`;
    return [
      ...(verb === http && path.test(sample) ? [] : [`${id}: does not take ${verb} ${sample}`]),
      ...differences(
        `${id}: parameter`,
        Object.entries(parameters).map((one) => one.join(' ')),
        Object.entries(theirs.parameters).map((one) => one.join(' ')),
      ),
      ...differences(`${id}: scope`, [...new Set(Object.values(scopes).flat())], theirs.scopes),
    ];
  });
}

/** The fields that a mask may name, in a response and in all that is below it. */
function ofFields({ schemas }: DiscoveryExtract, schema: string, fields: Fields, at: string): string[] {
  const theirs = schemas[schema] ?? {};
  const below = Object.entries(fields).flatMap(([name, inner]) => {
    const type = theirs[name];
    if (type === undefined) return [];
    const objects = typeof type === 'string' && /^[A-Z]|^object|\[\]$/.test(type);
    if (inner === 'unchecked') return objects ? [] : [`${at}.${name}: a value is called unchecked`];
    if (inner === null) return objects ? [`${at}.${name}: an object is called a value`] : [];
    return ofFields({ schemas } as DiscoveryExtract, String(type).replace('[]', ''), inner, `${at}.${name}`);
  });
  return [...differences(`${at}: field`, Object.keys(fields), Object.keys(theirs)), ...below];
}

function enumOf(schema: string, field: string): readonly string[] {
  const values = CHAT.schemas[schema]?.[field];
  if (!Array.isArray(values)) throw new Error(`${schema}.${field} is no enum`);
  return values as readonly string[];
}

function ofFilter({ fields }: FilterRules, field: string, schema: string, name: string): string[] {
  const values = fields[field]?.values ?? [];
  return differences(`${field} in the filter:`, values as readonly string[], enumOf(schema, name));
}

/** Values that are served, where the documents have an enum. */
function ofWorkspace(): string[] {
  const { memberships, spaces } = inventedWorkspace();
  const served: readonly (readonly [string, string, readonly unknown[]])[] = [
    ['Membership', 'state', memberships.map(({ state }) => state)],
    ['Membership', 'role', memberships.map(({ role }) => role)],
    ['Membership', 'affiliation', memberships.map(({ affiliation }) => affiliation)],
    ['User', 'type', memberships.map(({ member }) => member?.type)],
    ['Space', 'spaceType', spaces.map(({ spaceType }) => spaceType)],
    ['Space', 'spaceThreadingState', spaces.map((space) => space.spaceThreadingState)],
    ['Space', 'spaceHistoryState', spaces.map((space) => space.spaceHistoryState)],
  ];
  return served.flatMap(([schema, field, values]) =>
    [...new Set(values)]
      .filter((value) => typeof value === 'string' && !enumOf(schema, field).includes(value))
      .map((value) => `${field} in the invented workspace: ${String(value)}`),
  );
}

/** Fields of the invented workspace's resources that no document has. */
function ofResources(): string[] {
  const { memberships, spaces } = inventedWorkspace();
  const stray = (schema: string, resources: readonly object[]) =>
    [...new Set(resources.flatMap((one) => Object.keys(one)))]
      .filter((name) => CHAT.schemas[schema]?.[name] === undefined)
      .map((name) => `${schema} in the invented workspace: field ${name}`);
  return [
    ...stray('Membership', memberships),
    ...stray('Space', spaces),
    ...stray(
      'User',
      memberships.flatMap(({ member }) => member ?? []),
    ),
  ];
}

function ofAdvancedServices(): string[] {
  return [...ADVANCED_SERVICES.values()].flatMap(({ host, methods }) =>
    Object.entries(methods).flatMap(([name, { id, path }]) => {
      const theirs = CHAT.methods[id];
      // `Spaces.Members.get` stands for `chat.spaces.members.get`.
      const [, ...parts] = id.split('.');
      const last = parts.pop() ?? '';
      const spelled = [...parts.map((one) => one.charAt(0).toUpperCase() + one.slice(1)), last].join('.');
      const right = host === CHAT.host && path === `/${theirs?.path ?? ''}` && name === spelled;
      return right ? [] : [`advanced service: ${name}`];
    }),
  );
}

function all(): string[] {
  return [
    ...ofMethods(),
    ...METHODS.flatMap(({ id, api, fields }) =>
      ofFields(EXTRACTS[api], EXTRACTS[api].methods[id]?.response ?? '', fields, id),
    ),
    ...ofFilter(MEMBER_FILTER, 'role', 'Membership', 'role'),
    ...ofFilter(MEMBER_FILTER, 'member.type', 'User', 'type'),
    ...ofFilter(SPACE_FILTER, 'space_type', 'Space', 'spaceType'),
    ...ofWorkspace(),
    ...ofResources(),
    ...ofAdvancedServices(),
    ...differences('common parameter', [...COMMON_PARAMETERS], CHAT.commonParameters),
  ];
}

describe('the emulated APIs', () => {
  test('differ from the discovery documents in nothing that is not listed with its reason', () => {
    expect(all().filter((one) => DIFFERENCES[one] === undefined)).toEqual([]);
  });

  test('still have every difference that is listed', () => {
    const found = all();
    expect(Object.keys(DIFFERENCES).filter((one) => !found.includes(one))).toEqual([]);
  });

  test('serve each API at its own host', () => {
    for (const [api, { host }] of Object.entries(EXTRACTS)) expect(SERVICES).toHaveProperty(api, host);
  });

  test('take the body that the document describes', () => {
    expect(Object.keys(IAM_CREDENTIALS.schemas.GenerateAccessTokenRequest ?? {})).toEqual([
      'delegates',
      'lifetime',
      'scope',
    ]);
  });
});

describe('an extract', () => {
  const DOCUMENT: DiscoveryDocument = {
    id: 'chat:v1',
    revision: '20300101',
    rootUrl: 'https://chat.googleapis.com/',
    parameters: { prettyPrint: {}, alt: {} },
    resources: {
      spaces: {
        methods: {
          get: {
            id: 'chat.spaces.get',
            httpMethod: 'GET',
            path: 'v1/{+name}',
            flatPath: 'v1/spaces/{spacesId}',
            parameters: {
              name: { location: 'path', type: 'string' },
              useAdminAccess: { location: 'query', type: 'boolean' },
            },
            scopes: [
              'https://www.googleapis.com/auth/chat.spaces',
              'https://www.googleapis.com/auth/chat.bot',
            ],
            response: { $ref: 'Space' },
          },
        },
        resources: {
          wishes: {
            methods: {
              list: {
                id: 'chat.spaces.wishes.list',
                httpMethod: 'GET',
                path: 'v1/{+parent}/wishes',
                flatPath: 'v1/spaces/{spacesId}/wishes',
              },
            },
          },
        },
      },
    },
    schemas: {
      Space: {
        properties: {
          spaceType: { type: 'string', enum: ['A', 'B'] },
          name: { type: 'string' },
          spaceDetails: { $ref: 'SpaceDetails' },
          tags: { type: 'array', items: { $ref: 'Tag' } },
        },
      },
      SpaceDetails: { properties: { description: { type: 'string' } } },
      Tag: { properties: { name: { type: 'string' } } },
    },
  };

  test('holds what is served, and only the names of all else', () => {
    expect(extractOf(DOCUMENT, METHODS)).toEqual({
      api: 'chat:v1',
      revision: '20300101',
      host: 'chat.googleapis.com',
      commonParameters: ['alt', 'prettyPrint'],
      methods: {
        'chat.spaces.get': {
          request: 'GET v1/spaces/{spacesId}',
          path: 'v1/{+name}',
          parameters: { useAdminAccess: 'boolean' },
          scopes: ['chat.bot', 'chat.spaces'],
          response: 'Space',
        },
      },
      others: { 'chat.spaces.wishes.list': 'GET v1/spaces/{spacesId}/wishes' },
      schemas: {
        Space: { name: 'string', spaceDetails: 'SpaceDetails', spaceType: ['A', 'B'], tags: 'Tag[]' },
        SpaceDetails: { description: 'string' },
      },
    });
  });
});
