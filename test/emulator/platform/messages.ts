/**
 * Messages of the Apps Script platform in the language of the user who runs the script. Google translates them; names of
 * classes, services and methods stay English, and so do the words of an API inside a frame. [field reports]
 */
import { wordsIn, type Wording, type WordingValues } from './wording';

const MESSAGES = {
  addressUnavailable: { en: 'Address unavailable: {url}', ja: '使用できないアドレス: {url}' },
  advancedFrame: {
    en: 'API call to {method} failed with error: {message}',
    // A guess: the Japanese frame was looked for and not found.
    ja: '次のエラーが発生し、{method} に対する API 呼び出しに失敗しました: {message}',
  },
  argumentTooLarge: { en: 'Argument too large: {argument}', ja: '引数が大きすぎます: {argument}' },
  authorizationRequired: {
    en: 'Authorization is required to perform that action.',
    ja: 'その操作を実行するには承認が必要です。',
  },
  attributeEmpty: { en: 'Attribute provided with no value: {attribute}' },
  attributeInvalid: { en: 'Attribute provided with invalid value: {attribute}' },
  // Japanese: a guess after reports of other statuses.
  connectionFailure: {
    en: 'Connection failure due to HTTP {status}',
    ja: 'HTTP {status} のため、接続に失敗しました',
  },
  dnsError: { en: 'DNS error: {url}' },
  executionTimeout: { en: 'Exceeded maximum execution time', ja: '起動時間の最大値を超えました' },
  hostNotAllowed: { en: 'Request to {url} failed because your administrator has not allowed this host.' },
  invalidArgument: { en: 'Invalid argument: {argument}' },
  lockTimeout: {
    en: 'Lock timeout: another process was holding the lock for too long.',
    ja: 'ロックのタイムアウト: 別のプロセスがロックを保持している時間が長すぎました。',
  },
  noFunctionNamed: {
    en: 'Script function not found: {name}',
    ja: 'スクリプト関数が見つかりません: {name}',
  },
  noPageNamed: {
    en: 'No HTML file named {name} was found.',
    ja: '「{name}」という HTML ファイルは見つかりませんでした。',
  },
  noUserInterface: { en: 'Cannot call {member} from this context.' },
  notInManifest: {
    en: 'Specified permissions are not sufficient to call {member}. Required permissions: {scopes}',
    ja: '指定された権限では {member} を呼び出すことができません。必要な権限: {scopes}',
  },
  notPermitted: {
    en: 'You do not have permission to call {member}. Required permissions: {scopes} . For more information, see {help}',
    ja: '{member} を呼び出す権限がありません。必要な権限: {scopes}',
  },
  notWhitelisted: {
    en: 'Request to {url} failed because the URL has not been whitelisted in the script manifest.',
  },
  propertyQuota: {
    en: 'You have exceeded the property storage quota. Please remove some properties and try again.',
  },
  requestFailed: {
    en: 'Request failed for {site} returned code {code}. Truncated server response: {body} (use {option} option to examine full response)',
    // Seen in 2018; the present one was not.
    ja: '{site} のリクエストに失敗しました（エラー: {code}）。サーバー応答の一部: {body}（応答の全文を見るには {option} オプションを使用してください）',
  },
  signature: {
    en: "The parameters ({types}) don't match the method signature for {member}.",
    ja: 'パラメータ（{types}）が {member} のメソッドのシグネチャと一致しません',
  },
  timeout: { en: 'Timeout: {url}' },
  tooManyForToday: {
    en: 'Service invoked too many times for one day: {service}.',
    ja: '1 日にサービス {service} を実行した回数が多すぎます。',
  },
  tooManyTriggers: {
    en: 'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    // What follows was not seen.
    ja: 'このスクリプトに含まれているトリガーの数が多すぎます。',
  },
  tooManyTriggersHere: {
    en: 'This add-on has created too many time-based triggers in this document for this Google user account.',
  },
  triggerTooOften: { en: 'An add-on may have a time trigger at most once an hour.' },
  urlTooLong: { en: 'Limit Exceeded: {what}.' },
} as const satisfies Readonly<Record<string, Wording>>;

export type PlatformMessage = keyof typeof MESSAGES;

/** One message in the language of a locale. */
export function platformMessage(locale: string, key: PlatformMessage, values: WordingValues = {}): string {
  return wordsIn(locale, MESSAGES[key], values);
}
