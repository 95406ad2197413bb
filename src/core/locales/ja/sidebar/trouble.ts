/** 使えない機能を知らせるバナー。 */
import type { rights as english } from '../../en/sidebar/trouble';

export const rights: typeof english = {
  title: '許可されていない権限があります',
  names: 'スペース名を表示できません',
  namesText:
    'スペース一覧の読み取りが許可されていません。リンクと ID は使えますが、名前の候補と「自分のスペース一覧」は使えません。',
  lost: (parts) => `使えない機能：${parts.join('、')}。ほかの機能はそのまま使えます。`,
  allow: '許可する',
  without: 'このまま使う',
  lookAgain: '許可しました',
  complete: 'すべての権限が許可されています。',
  incomplete: (count) => `まだ ${count} 件の権限が許可されていません。`,
};
