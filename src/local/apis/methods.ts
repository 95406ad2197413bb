/** The one table of emulated methods: path, parameters, scopes for each identity. Routing and checks are driven by it. */

export type ParameterType = 'string' | 'integer' | 'boolean';

/** As whom a request is made. */
export type As = 'user' | 'admin' | 'app';

export interface Method {
  /** As the discovery document names it. */
  readonly id: string;
  /** As `ErrorInfo.metadata.method` names it. */
  readonly rpc: string;
  readonly api: 'chat' | 'iam';
  readonly http: 'GET' | 'POST';
  readonly path: RegExp;
  readonly parameters: Readonly<Record<string, ParameterType>>;
  /** Any one is enough; an empty list: this identity cannot call it. */
  readonly scopes: Readonly<Record<As, readonly string[]>>;
  /** Counts against the space's 15 reads a second. */
  readonly readsSpace: boolean;
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

export const METHODS: readonly Method[] = [
  {
    id: 'chat.spaces.members.get',
    rpc: 'google.chat.v1.ChatService.GetMembership',
    api: 'chat',
    http: 'GET',
    path: /^\/v1\/(spaces\/[^/]+\/members\/[^/]+)$/,
    parameters: { useAdminAccess: 'boolean' },
    scopes: MEMBERSHIP_SCOPES,
    readsSpace: true,
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
    readsSpace: true,
  },
  {
    id: 'chat.spaces.get',
    rpc: 'google.chat.v1.ChatService.GetSpace',
    api: 'chat',
    http: 'GET',
    path: /^\/v1\/(spaces\/[^/]+)$/,
    parameters: { useAdminAccess: 'boolean' },
    scopes: SPACE_SCOPES,
    readsSpace: true,
  },
  {
    id: 'chat.spaces.list',
    rpc: 'google.chat.v1.ChatService.ListSpaces',
    api: 'chat',
    http: 'GET',
    path: /^\/v1\/spaces()$/,
    parameters: { pageSize: 'integer', pageToken: 'string', filter: 'string' },
    scopes: { ...SPACE_SCOPES, admin: [], app: ['chat.bot'] },
    readsSpace: false,
  },
  {
    id: 'iamcredentials.projects.serviceAccounts.generateAccessToken',
    rpc: 'google.iam.credentials.v1.IAMCredentials.GenerateAccessToken',
    api: 'iam',
    http: 'POST',
    path: /^\/v1\/projects\/-\/serviceAccounts\/([^/]+):generateAccessToken$/,
    parameters: {},
    scopes: { user: ['cloud-platform'], admin: [], app: [] },
    readsSpace: false,
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
]);
