/** Fault presets that the emulator can be put into by name: what is wrong, in a line, and what it changes. */
import { DEFAULT_SCENARIO, type Scenario } from './scenario';

export interface FaultPreset {
  readonly en: string;
  readonly ja: string;
  /** As whom one must ask to meet it, where it is not as oneself. */
  readonly as?: 'app' | 'admin';
  /** What else changes beside the fault preset's own name in `faultPresets`. */
  readonly changes?: Partial<Omit<Scenario, 'faultPresets'>>;
}

const FAULTS = {
  http429: 0.05,
  http500: 0.05,
  http503: 0.04,
  garbage: 0.05,
  truncated: 0,
  reset: 0.01,
  retryAfter: true,
  fetchAllThrows: 0,
};

export const FAULT_PRESETS = {
  'chat-api-off': {
    en: 'The Chat API is switched off in the Cloud project',
    ja: 'Cloud プロジェクトで Chat API が無効になっている',
  },
  'app-not-configured': {
    en: 'The Chat app was never configured in the Cloud project',
    ja: 'Cloud プロジェクトで Chat アプリが構成されていない',
  },
  'chat-turned-off': {
    en: 'Google Chat is turned off for this account',
    ja: 'このアカウントで Google Chat がオフになっている',
  },
  'restricted-list': {
    en: 'Every space hides its member list',
    ja: 'どのスペースもメンバー一覧の表示が制限されている',
  },
  'token-expired': {
    en: 'Access tokens are refused as expired',
    ja: 'アクセストークンが期限切れとして拒否される',
  },
  'rate-limited': {
    en: 'Google answers "too many requests"',
    ja: 'Google が「リクエストが多すぎます」と応答する',
  },
  'server-errors': { en: 'Google answers with internal errors', ja: 'Google が内部エラーを返す' },
  'network-down': { en: 'Nothing can be reached', ja: 'ネットワークにまったく接続できない' },
  'network-down-midway': {
    en: 'The network fails after two answers',
    ja: '2 件の応答のあとにネットワークが切れる',
  },
  'garbage-replies': {
    en: 'A proxy answers with a web page instead of JSON',
    ja: 'プロキシが JSON の代わりにウェブページを返す',
  },
  'rough-weather': {
    en: 'One request in five fails, at random',
    ja: 'リクエストの 5 件に 1 件が不規則に失敗する',
    changes: { faults: FAULTS },
  },
  'slow-network': {
    en: 'Every answer takes two seconds',
    ja: 'すべての応答に 2 秒かかる',
    changes: { latencyMs: 2000 },
  },
  'daily-quota': {
    en: 'The day’s quota of URL Fetch calls is used up',
    ja: 'URL Fetch の 1 日の割り当てを使い切っている',
    changes: { urlFetchesLeft: 0 },
  },
  'daily-quota-midway': {
    en: 'The day’s quota of URL Fetch calls is used up after two of them',
    ja: '2 件のあとに URL Fetch の 1 日の割り当てを使い切る',
    changes: { urlFetchesLeft: 2 },
  },
  'scope-refused-memberships': {
    en: 'Reading memberships was not permitted',
    ja: 'メンバーシップの読み取りが許可されていない',
    changes: { refusedScopes: ['chat.memberships.readonly'] },
  },
  'scope-refused-spreadsheets': {
    en: 'Access to this spreadsheet was not permitted',
    ja: 'このスプレッドシートへのアクセスが許可されていない',
    changes: { refusedScopes: ['spreadsheets.currentonly'] },
  },
  'scope-refused-sidebar': {
    en: 'Showing sidebars was not permitted',
    ja: 'サイドバーの表示が許可されていない',
    changes: { refusedScopes: ['script.container.ui'] },
  },
  'scope-refused-email': {
    en: 'Seeing your e-mail address was not permitted',
    ja: '自分のメールアドレスの参照が許可されていない',
    changes: { refusedScopes: ['userinfo.email'] },
  },
  'scope-refused-parallel': {
    en: 'Requests side by side were not permitted',
    ja: 'リクエストの並行送信が許可されていない',
    changes: { refusedScopes: ['script.external_request'] },
  },
  'scope-refused-triggers': {
    en: 'Continuing without the sidebar was not permitted',
    ja: 'サイドバーなしでの続行が許可されていない',
    changes: { refusedScopes: ['script.scriptapp'] },
  },
  'app-not-in-space': {
    en: 'The Chat app is in none of the spaces (as the Chat app)',
    ja: 'Chat アプリがどのスペースにも参加していない（Chat アプリとして照会するとき）',
    as: 'app',
  },
  'iam-api-off': {
    en: 'The IAM Credentials API is switched off (as the Chat app)',
    ja: 'IAM Credentials API が無効になっている（Chat アプリとして照会するとき）',
    as: 'app',
  },
  'cloud-identity-api-off': {
    en: 'Groups cannot be read: the Cloud Identity API is switched off',
    ja: 'グループを読み取れない（Cloud Identity API が無効になっている）',
  },
  'token-creator-missing': {
    en: 'You may not act for the service account (as the Chat app)',
    ja: 'サービス アカウントの権限を借用できない（Chat アプリとして照会するとき）',
    as: 'app',
  },
  'service-account-unknown': {
    en: 'The service account does not exist (as the Chat app)',
    ja: 'サービス アカウントが存在しない（Chat アプリとして照会するとき）',
    as: 'app',
  },
  'service-account-other-project': {
    en: 'The service account belongs to another Cloud project (as the Chat app)',
    ja: 'サービス アカウントが別の Cloud プロジェクトのもの（Chat アプリとして照会するとき）',
    as: 'app',
  },
  'not-an-admin': {
    en: 'You are no Chat administrator (as an administrator)',
    ja: 'Chat の管理者ではない（管理者として照会するとき）',
    as: 'admin',
  },
  'several-accounts': {
    en: 'Several Google accounts in one browser: the sidebar’s calls are refused',
    ja: '1 つのブラウザに複数の Google アカウントがあり、サイドバーの呼び出しが拒否される',
  },
  'protected-sheet': {
    en: 'The tab Memberships is protected',
    ja: 'シート「Memberships」が保護されている',
  },
} as const satisfies Readonly<Record<string, FaultPreset>>;

export type FaultPresetName = keyof typeof FAULT_PRESETS;

export function isFaultPreset(name: string): name is FaultPresetName {
  return Object.prototype.hasOwnProperty.call(FAULT_PRESETS, name);
}

/** As whom one must ask to meet the fault presets of a scenario; null: as oneself. */
export function identityOfFaultPresets({ faultPresets }: Scenario): 'app' | 'admin' | null {
  const identities = faultPresets.flatMap((name) => {
    const { as }: FaultPreset = isFaultPreset(name) ? FAULT_PRESETS[name] : { en: '', ja: '' };
    return as ?? [];
  });
  return identities[0] ?? null;
}

/** Takes a fault preset out of a scenario, with what it changed. */
export function withoutFaultPreset(scenario: Scenario, name: FaultPresetName): Scenario {
  const { changes = {} }: FaultPreset = FAULT_PRESETS[name];
  const defaults = Object.fromEntries(
    Object.keys(changes).map((key) => [key, DEFAULT_SCENARIO[key as keyof Scenario]]),
  );
  return { ...scenario, ...defaults, faultPresets: scenario.faultPresets.filter((other) => other !== name) };
}

/** Adds a fault preset to a scenario. */
export function withFaultPreset(scenario: Scenario, name: FaultPresetName): Scenario {
  const faultPreset: FaultPreset = FAULT_PRESETS[name];
  return {
    ...scenario,
    ...faultPreset.changes,
    faultPresets: [...new Set([...scenario.faultPresets, name])],
  };
}
