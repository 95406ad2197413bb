/** ほかのプログラムで使うファイルへの書き出し。 */
import type { exportCsv as english } from '../../en/sidebar/export-csv';

export const exportCsv: typeof english = {
  title: 'CSV で書き出す',
  text: 'Rollcall が書き込んだタブです。ファイルの中のセルが数式として働くことはありません。',
  reading: '表を確認しています…',
  none: '書き出せるものはまだありません。Rollcall が書き込んだタブがないためです。',
  save: (tab) => `「${tab}」を書き出す`,
  saved: (file) => `作成しました：${file}`,
  download: (file) => `${file} をダウンロード`,
};
