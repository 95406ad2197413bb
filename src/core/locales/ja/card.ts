/** 回答に添える項目名と、日時の書き方（Utilities.formatDate の文字）。 */
import type { card as en } from '../en/card';

export const card: typeof en = {
  fields: {
    name: '名前',
    email: 'メールアドレス',
    kind: '種類',
    role: 'ロール',
    from: '所属',
    joined: '参加日時',
    invited: '招待日時',
    left: '退出日時',
    membership: 'メンバーシップ',
    checked: '確認日時',
    as: '照会した権限',
  },
  kinds: { person: 'ユーザー', app: 'Chat アプリ', group: 'Google グループ' },
  dayPattern: 'yyyy年M月d日',
  timePattern: 'yyyy-MM-dd HH:mm',
};
