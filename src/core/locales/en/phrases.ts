/** What the texts of problems are completed with: who can help, names of pages, and the nouns that stand for their parameters. */
import type { Page, Who } from '../../chat/problem-table';

const who: Readonly<Record<Who, string>> = {
  you: 'You can do this yourself.',
  spaceOwner: 'An owner or manager of the space can do this.',
  workspaceAdmin: 'An admin of your Google Workspace can do this.',
  cloudProjectOwner: 'An owner of the Cloud project can do this.',
  sheetOwner: 'The owner of the sheet can do this.',
  google: 'Only Google can do this: waiting usually helps.',
};

const pages: Readonly<Record<Page, string>> = {
  chatApi: 'Open the Chat API in the Cloud console',
  chatConfiguration: 'Open the configuration page of the Chat app',
  iamApi: 'Open the IAM Credentials API in the Cloud console',
  serviceAccounts: 'Open the list of service accounts',
  adminApiControls: 'Open API controls in the Admin console',
  adminRoles: 'Open admin roles in the Admin console',
  adminChat: 'Open Google Workspace services in the Admin console',
  connections: 'Review what your account has granted',
  chat: 'Open Google Chat',
  quotas: 'Read about the quotas of Apps Script',
  status: 'See whether Google reports a problem',
};

/** What each permission is for, by the last part of its scope. */
const features: Readonly<Record<string, string>> = {
  'chat.memberships.readonly': 'reading memberships',
  'chat.memberships': 'reading memberships',
  'chat.admin.memberships.readonly': 'reading memberships as a Workspace admin',
  'spreadsheets.currentonly': 'reading and writing this spreadsheet',
  spreadsheets: 'reading and writing this spreadsheet',
  'chat.spaces.readonly': 'names of spaces',
  'chat.admin.spaces.readonly': 'finding spaces of the organisation as a Workspace admin',
  'cloud-identity.groups.readonly': 'finding groups by their address',
  'script.container.ui': 'the sidebar and messages',
  'script.external_request': 'requests side by side',
  'script.scriptapp': 'continuing without the sidebar',
  'userinfo.email': 'knowing who “me” is',
  'chat.bot': 'asking as the Chat app',
  'cloud-platform': 'asking as the Chat app',
};

const callers: Readonly<Record<string, string>> = {
  user: 'you',
  app: 'the Chat app',
  admin: 'you as a Workspace admin',
};

type Noun = (value: string | undefined) => string;
const quoted =
  (otherwise: string): Noun =>
  (value) =>
    value === undefined || value === '' ? otherwise : `“${value}”`;
const plain =
  (otherwise: string): Noun =>
  (value) =>
    value === undefined || value === '' ? otherwise : value;

const nouns = {
  value: quoted('What was entered'),
  other: quoted('another'),
  character: quoted('another character'),
  tab: quoted('of Rollcall'),
  scope: quoted('The permission'),
  /** The same as part of a scope's address. */
  scopeName: plain('…'),
  space: plain('one space'),
  otherSpace: plain('another'),
  range: plain('the selection'),
  column: quoted('one of Rollcall'),
  since: plain('an earlier time'),
  spaces: plain('unknown'),
  project: (value: string | undefined) =>
    value === undefined ? "the script's Cloud project" : `Cloud project ${value}`,
  caller: (value: string | undefined) => callers[value ?? 'user'] ?? 'you',
  feature: (value: string | undefined) => features[value ?? ''] ?? 'this step',
};

/** Label of the link to Google's consent screen. */
const grant = 'Grant what is missing';

export const phrases = { who, grant, pages, features, nouns };
