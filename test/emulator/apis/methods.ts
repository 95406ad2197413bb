/** The one table of emulated methods: path, parameters, scopes for each identity, quota. Routing and checks are driven by it. */
import type { Api } from './errors';
import {
  ACCESS_TOKEN,
  GROUP,
  GROUP_NAME,
  MEMBERSHIP,
  pageOf,
  SEARCH,
  SPACE,
  SPACE_EVENT,
  type Fields,
} from './fields';
import type { Kind } from './quota';

export type ParameterType = 'string' | 'integer' | 'boolean';

/** As whom a request is made. */
export type As = 'user' | 'admin' | 'app';

export interface Method {
  /** As the discovery document names it. */
  readonly id: string;
  /** As `ErrorInfo.metadata.method` names it. */
  readonly rpc: string;
  readonly api: Api;
  readonly http: 'GET' | 'POST';
  readonly path: RegExp;
  readonly parameters: Readonly<Record<string, ParameterType>>;
  /** Any one is enough; an empty list: this identity cannot call it. */
  readonly scopes: Readonly<Record<As, readonly string[]>>;
  /** Which of the project's read quotas it counts against; what names a space also counts against that space's. */
  readonly quota?: Kind;
  /** What a `fields` mask may name. */
  readonly fields: Fields;
}

const MEMBERSHIP_SCOPES = {
  user: ['chat.memberships.readonly', 'chat.memberships'],
  admin: ['chat.admin.memberships.readonly', 'chat.admin.memberships'],
  app: ['chat.bot', 'chat.app.memberships'],
};
const SPACE_SCOPES = {
  user: ['chat.spaces.readonly', 'chat.spaces'],
  admin: ['chat.admin.spaces.readonly', 'chat.admin.spaces'],
  app: ['chat.bot', 'chat.app.spaces'],
};

const READS_GROUPS = ['cloud-identity.groups.readonly', 'cloud-identity.groups', 'cloud-platform'];
const GROUP_SCOPES = { user: READS_GROUPS, admin: READS_GROUPS, app: READS_GROUPS };

export const METHODS: readonly Method[] = [
  {
    id: 'chat.spaces.members.get',
    rpc: 'google.chat.v1.ChatService.GetMembership',
    api: 'chat',
    http: 'GET',
    path: /^\/v1\/(spaces\/[^/]+\/members\/[^/]+)$/,
    parameters: { useAdminAccess: 'boolean' },
    scopes: MEMBERSHIP_SCOPES,
    quota: 'memberships',
    fields: MEMBERSHIP,
  },
  {
    id: 'chat.spaces.members.list',
    rpc: 'google.chat.v1.ChatService.ListMemberships',
    api: 'chat',
    http: 'GET',
    path: /^\/v1\/(spaces\/[^/]+)\/members$/,
    parameters: {
      pageSize: 'integer',
      pageToken: 'string',
      filter: 'string',
      showGroups: 'boolean',
      showInvited: 'boolean',
      useAdminAccess: 'boolean',
    },
    scopes: { ...MEMBERSHIP_SCOPES, user: [...MEMBERSHIP_SCOPES.user, 'chat.import'] },
    quota: 'memberships',
    fields: pageOf('memberships', MEMBERSHIP),
  },
  {
    id: 'chat.spaces.get',
    rpc: 'google.chat.v1.ChatService.GetSpace',
    api: 'chat',
    http: 'GET',
    path: /^\/v1\/(spaces\/[^/]+)$/,
    parameters: { useAdminAccess: 'boolean' },
    scopes: SPACE_SCOPES,
    quota: 'spaces',
    fields: SPACE,
  },
  {
    id: 'chat.spaces.list',
    rpc: 'google.chat.v1.ChatService.ListSpaces',
    api: 'chat',
    http: 'GET',
    path: /^\/v1\/spaces()$/,
    parameters: { pageSize: 'integer', pageToken: 'string', filter: 'string' },
    scopes: { ...SPACE_SCOPES, admin: [], app: ['chat.bot'] },
    quota: 'spaces',
    fields: pageOf('spaces', SPACE),
  },
  {
    id: 'chat.spaces.search',
    rpc: 'google.chat.v1.ChatService.SearchSpaces',
    api: 'chat',
    http: 'GET',
    path: /^\/v1\/spaces()(?::|%3A)search$/i,
    parameters: {
      query: 'string',
      orderBy: 'string',
      pageSize: 'integer',
      pageToken: 'string',
      useAdminAccess: 'boolean',
    },
    scopes: { ...SPACE_SCOPES, app: [] },
    quota: 'spaces',
    fields: SEARCH,
  },
  {
    id: 'chat.spaces.spaceEvents.list',
    rpc: 'google.chat.v1.ChatService.ListSpaceEvents',
    api: 'chat',
    http: 'GET',
    path: /^\/v1\/(spaces\/[^/]+)\/spaceEvents$/,
    parameters: { pageSize: 'integer', pageToken: 'string', filter: 'string' },
    // Each type of event has its own scopes; only those of memberships are served.
    scopes: {
      user: MEMBERSHIP_SCOPES.user,
      admin: [],
      app: ['chat.app.memberships', 'chat.app.memberships.readonly', 'chat.app.all.memberships.readonly'],
    },
    fields: pageOf('spaceEvents', SPACE_EVENT),
  },
  {
    id: 'cloudidentity.groups.get',
    rpc: 'google.apps.cloudidentity.groups.v1.GroupsService.GetGroup',
    api: 'groups',
    http: 'GET',
    path: /^\/v1\/(groups\/[^/:]+)$/,
    parameters: {},
    scopes: GROUP_SCOPES,
    fields: GROUP,
  },
  {
    id: 'cloudidentity.groups.lookup',
    rpc: 'google.apps.cloudidentity.groups.v1.GroupsService.LookupGroupName',
    api: 'groups',
    http: 'GET',
    path: /^\/v1\/groups()(?::|%3A)lookup$/i,
    parameters: { 'groupKey.id': 'string', 'groupKey.namespace': 'string' },
    scopes: GROUP_SCOPES,
    fields: GROUP_NAME,
  },
  {
    id: 'iamcredentials.projects.serviceAccounts.generateAccessToken',
    rpc: 'google.iam.credentials.v1.IAMCredentials.GenerateAccessToken',
    api: 'iam',
    http: 'POST',
    path: /^\/v1\/(projects\/[^/]+\/serviceAccounts\/[^/]+):generateAccessToken$/,
    parameters: {},
    scopes: { user: ['cloud-platform'], admin: ['cloud-platform'], app: ['cloud-platform'] },
    fields: ACCESS_TOKEN,
  },
];

/** Parameters that every Google API takes. */
export const COMMON_PARAMETERS = new Set([
  'access_token',
  'alt',
  'callback',
  'fields',
  'key',
  'oauth_token',
  'prettyPrint',
  'quotaUser',
  'uploadType',
  'upload_protocol',
  '$.xgafv',
  '$alt',
]);
