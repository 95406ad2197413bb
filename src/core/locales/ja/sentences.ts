/** 同僚が話すような、判定ごとの一文。 */
import type { Origin, Role } from '../../chat/membership';
import type { sentences as en, Spoken } from '../en/sentences';

const roles: Readonly<Record<Role, string>> = {
  owner: 'オーナー',
  manager: '管理者',
  member: 'メンバー',
};
const origins: Readonly<Record<Origin, string>> = {
  inside: '組織内のアカウントです。',
  outside: '組織外のアカウントです。',
  guest: '組織のゲスト アカウントです。',
};

/** 半角文字で終わる語と、続く助詞のあいだを空ける。 */
function spaced(text: string): string {
  return /[!-~]$/.test(text) ? `${text} ` : text;
}

/** 参加日は役割に就いた日とは限らないため、役割とは別に述べる。 */
function place({ role: held, since, space }: Spoken): string {
  const joined = since === null ? '' : `${spaced(since)}から`;
  if (held === null) return `${joined}${space}に参加しています`;
  if (typeof held === 'object') return `${joined}${space}に参加しています（ロール: ${held.raw}）`;
  return `${space}の${roles[held]}です${since === null ? '' : `（${spaced(since)}に参加）`}`;
}

function origin({ origin: from }: Spoken): string {
  if (from === null) return '';
  return typeof from === 'object' ? `所属区分は ${from.raw} です。` : origins[from];
}

function gone({ until }: Spoken): string {
  return until === null ? '' : `${spaced(until)}に退出したか、削除されました。`;
}

function notDirect(said: Spoken): string {
  return `${spaced(said.who)}は${said.space}の直接のメンバーではありません。${gone(said)}`;
}

const groupAddress = 'グループのアドレスの場合は、そのグループが参加していても確認できません。';

export const sentences: typeof en = {
  member: (said) => `${spaced(said.who)}は${place(said)}。${origin(said)}`,
  invited: (said) =>
    said.since === null
      ? `${spaced(said.who)}は${said.space}に招待されていますが、まだ参加していません。${origin(said)}`
      : `${spaced(said.who)}は${spaced(said.since)}に${said.space}へ招待されましたが、まだ参加していません。${origin(said)}`,
  notMember: (said) => `${spaced(said.who)}は${said.space}のメンバーではありません。${gone(said)}`,
  notDirectMember: (said) => `${notDirect(said)}グループ経由で参加しているかどうかは確認できません。`,
  notDirectByAddress: (said) =>
    `${notDirect(said)}グループ経由で参加しているかどうかは確認できません。${groupAddress}`,
  notDirectAsAdmin: (said) =>
    `${notDirect(said)}招待中かどうか、グループ経由で参加しているかどうかは確認できません。${groupAddress}`,
  unchecked: (said, reason) =>
    `${spaced(said.who)}が${said.space}に参加しているかどうかを確認できませんでした。${reason}`,
  group: (name) => `グループ ${name} `,
  app: (name) => `Chat アプリ ${name} `,
  thisApp: 'Chat アプリ',
  someone: '指定されたメンバー',
  space: (name) => `スペース ${name} `,
  someSpace: '指定されたスペース',
};
