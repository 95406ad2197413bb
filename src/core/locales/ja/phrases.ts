/** 問題の説明文を補う言葉: 対応できる人、ページ名、パラメータに対応する名詞。 */
import type { phrases as en } from '../en/phrases';

const callers: Readonly<Record<string, string>> = {
  user: '自分',
  app: 'Chat アプリ',
  admin: 'Workspace 管理者',
};

/** 権限の用途。キーはスコープの末尾。 */
const features: Readonly<Record<string, string>> = {
  'chat.memberships.readonly': 'メンバーシップの読み取り',
  'chat.memberships': 'メンバーシップの読み取り',
  'chat.admin.memberships.readonly': 'Workspace 管理者としてのメンバーシップの読み取り',
  'spreadsheets.currentonly': 'このスプレッドシートの読み書き',
  spreadsheets: 'このスプレッドシートの読み書き',
  'chat.spaces.readonly': 'スペース名の表示',
  'chat.admin.spaces.readonly': 'Workspace 管理者としての組織内のスペースの検索',
  'cloud-identity.groups.readonly': 'グループのメールアドレスによる検索',
  'script.container.ui': 'サイドバーとメッセージの表示',
  'script.external_request': '並列リクエスト',
  'script.scriptapp': 'サイドバーを閉じた後の続行',
  'userinfo.email': '「me」の特定',
  'chat.bot': 'Chat アプリとしての照会',
  'cloud-platform': 'Chat アプリとしての照会',
};

type Noun = (value: string | undefined) => string;
const quoted =
  (otherwise: string): Noun =>
  (value) =>
    value === undefined || value === '' ? otherwise : `「${value}」`;
const plain =
  (otherwise: string): Noun =>
  (value) =>
    value === undefined || value === '' ? otherwise : value;

export const phrases: typeof en = {
  grant: '不足している権限を許可する',
  who: {
    you: 'ご自身で対応できます。',
    spaceOwner: 'スペースのオーナーまたは管理者が対応できます。',
    workspaceAdmin: 'Google Workspace の管理者が対応できます。',
    cloudProjectOwner: 'Cloud プロジェクトのオーナーが対応できます。',
    sheetOwner: 'シートのオーナーが対応できます。',
    google: 'Google 側の対応が必要です。通常は、しばらく待つと解消します。',
  },
  pages: {
    chatApi: 'Cloud コンソールで Chat API を開く',
    chatConfiguration: 'Chat アプリの設定ページを開く',
    iamApi: 'Cloud コンソールで IAM Credentials API を開く',
    serviceAccounts: 'サービス アカウントの一覧を開く',
    adminApiControls: '管理コンソールで「API の制御」を開く',
    adminRoles: '管理コンソールで管理者ロールを開く',
    adminChat: '管理コンソールで Google Workspace のサービスを開く',
    connections: 'アカウントで許可した内容を開く',
    chat: 'Google Chat を開く',
    quotas: 'Apps Script の割り当てについて読む',
    status: 'Google の稼働状況を確認する',
  },
  features,
  nouns: {
    value: quoted('入力された内容'),
    other: quoted('別のもの'),
    character: quoted('使えない文字'),
    tab: quoted('Rollcall の'),
    scope: quoted('この権限'),
    scopeName: plain('…'),
    space: (value) => (value === undefined || value === '' ? 'あるスペース' : ` ${value} `),
    otherSpace: (value) => (value === undefined || value === '' ? '別のスペース' : ` ${value} `),
    range: (value) => (value === undefined || value === '' ? '選択範囲' : `${value} `),
    column: quoted('Rollcall の'),
    since: plain('しばらく前'),
    spaces: plain('不明'),
    project: (value) =>
      value === undefined ? 'スクリプトの Cloud プロジェクト' : `Cloud プロジェクト ${value} `,
    caller: (value) => callers[value ?? 'user'] ?? '自分',
    feature: (value) => features[value ?? ''] ?? 'この操作',
  },
};
