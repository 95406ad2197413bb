/** Rollcall が追加したものをシートから取り除く操作。 */
import type { erase as english } from '../../en/sidebar/erase';

export const erase: typeof english = {
  title: 'このシートから Rollcall のデータを削除',
  text: 'Rollcall がこのシートに追加したものを削除します。ご自身の列と行はそのままです。元に戻すには、シートの変更履歴を使ってください。',
  look: '削除されるものを表示…',
  looking: '確認しています…',
  tabs: (names) => `タブ：${names.map((name) => `「${name}」`).join('')}`,
  columns: (tab, columns) => `「${tab}」の列：${columns.join('、')}`,
  rest: '設定、未完了の処理、画面に表示されない目印',
  erase: 'すべて削除',
  erasing: '削除しています…',
  keep: '残す',
  erased: '削除しました。このシートに Rollcall のデータは残っていません。',
};
