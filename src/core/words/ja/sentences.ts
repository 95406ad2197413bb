/** 同僚が話すような、判定ごとの一文。 */
import type { Origin, Role } from '../../membership';
import type { sentences as en, Spoken } from '../en/sentences';

const roles: Readonly<Record<Role, string>> = {
  owner: 'オーナー',
  manager: 'マネージャー',
  member: 'メンバー',
};
const origins: Readonly<Record<Origin, string>> = {
  inside: '社内のアカウントです。',
  outside: '社外のアカウントです。',
  guest: '組織のゲスト アカウントです。',
};

function role({ role: held }: Spoken): string {
  if (held === null) return 'に参加しています';
  return typeof held === 'object' ? `に参加しています（ロール: ${held.raw}）` : `の${roles[held]}です`;
}

function origin({ origin: from }: Spoken): string {
  if (from === null) return '';
  return typeof from === 'object' ? `所属区分は ${from.raw} です。` : origins[from];
}

function gone({ until }: Spoken): string {
  return until === null ? '' : `${until}に退出したか、削除されました。`;
}

export const sentences: typeof en = {
  member: (said) =>
    said.since === null
      ? `${said.who}は${said.space}${role(said)}。${origin(said)}`
      : `${said.who}は${said.since}から${said.space}${role(said)}。${origin(said)}`,
  invited: (said) =>
    said.since === null
      ? `${said.who}は${said.space}に招待されていますが、まだ参加していません。${origin(said)}`
      : `${said.who}は${said.since}に${said.space}へ招待されましたが、まだ参加していません。${origin(said)}`,
  notMember: (said) => `${said.who}は${said.space}のメンバーではありません。${gone(said)}`,
  notDirectMember: (said) =>
    `${said.who}は${said.space}の直接のメンバーではありません。${gone(said)}グループ経由で参加しているかどうかは確認できません。`,
  unchecked: (said, reason) =>
    `${said.who}が${said.space}に参加しているかどうかを確認できませんでした。${reason}`,
  group: (name) => `グループ ${name} `,
  app: (name) => `Chat アプリ ${name} `,
  thisApp: 'Chat アプリ',
  someone: '指定されたメンバー',
  space: (name) => `スペース ${name} `,
  someSpace: '指定されたスペース',
};
