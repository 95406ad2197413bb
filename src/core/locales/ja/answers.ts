/** 回答に含まれる項目の名前（判定、役割、所属、照会の権限）。 */
import type { answers as en } from '../en/answers';

export const answers: typeof en = {
  verdicts: {
    member: 'メンバー',
    invited: '招待中',
    notMember: 'メンバーではありません',
    notDirectMember: '直接のメンバーではありません（グループ経由の参加者は確認できません）',
    notDirectByAddress:
      '直接のメンバーではありません（グループ経由の参加者と、アドレスで指定したグループは確認できません）',
    notDirectAsAdmin:
      '直接のメンバーではありません（招待中のユーザー、グループ経由の参加者、アドレスで指定したグループは確認できません）',
    unchecked: '確認できませんでした',
  },
  roles: { owner: 'オーナー', manager: '管理者', member: 'メンバー' },
  origins: { inside: '組織内', outside: '組織外', guest: 'ゲスト' },
  identities: { user: '自分', app: 'Chat アプリ', admin: '管理者' },
  askedAs: { user: 'ユーザー', app: 'Chat アプリ', admin: '管理者' },
};
