/** シートに追加する列の見出し。すべて「Chat」で始まる。 */
import type { columns as english } from '../en/columns';

export const columns: typeof english = {
  verdict: 'Chat 参加状況',
  name: 'Chat 名前',
  email: 'Chat メール',
  role: 'Chat ロール',
  from: 'Chat 組織内外',
  since: 'Chat 参加日時',
  membership: 'Chat メンバーシップ',
  checked: 'Chat 確認日時',
  note: 'Chat メモ',
  as: 'Chat 照会権限',
  question: 'Chat 質問',
};
