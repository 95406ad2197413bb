/** 回答に含まれる項目の名前（判定、役割、所属、照会の権限）。 */
import type { answers as en } from '../en/answers';

export const answers: typeof en = {
  verdicts: {
    member: '参加中',
    invited: '招待中',
    notMember: '未参加',
    notDirectMember: '未参加（グループ未確認）',
    unchecked: '確認できず',
  },
  notes: {
    invited: (since) => `招待は未承諾です。「${since}」は招待された日時です。`,
    notMember: 'スペースにグループはありません。',
    left: '退出したか、削除されました。',
    notDirectMember: 'グループ経由で参加している可能性があります。',
    notDirectByAddress: 'グループ経由で参加しているか、グループのアドレスである可能性があります。',
    notDirectAsAdmin: '招待中か、グループ経由で参加しているか、グループのアドレスである可能性があります。',
  },
  roles: { owner: 'オーナー', manager: '管理者', member: 'メンバー' },
  origins: { inside: '組織内', outside: '組織外', guest: 'ゲスト' },
  identities: { user: '自分', app: 'Chat アプリ', admin: 'Workspace 管理者' },
  askedAs: { user: 'ユーザー', app: 'Chat アプリ', admin: 'Workspace 管理者' },
};
