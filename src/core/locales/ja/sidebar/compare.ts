/** リストとスペースの比較。 */
import { grouped } from '../../number';
import type { compare as english } from '../../en/sidebar/compare';

export const compare: typeof english = {
  question: '知りたいこと',
  each: '各行の人がスペースにいるか',
  compare: 'リストとスペースを両方向で比べる',
  title: (rows) => `${grouped(rows)} 行と`,
  show: '表示',
  both: '両方',
  onlyInList: 'リストだけ',
  onlyInSpace: 'スペースだけ',
  undecided: '判定できず',
  listTitle: (count) => `リストだけ ${grouped(count)} 人`,
  spaceTitle: (count) => `スペースだけ ${grouped(count)} 人`,
  invited: (count) => `うち ${grouped(count)} 人は招待中。`,
  more: (count) => `ほか ${grouped(count)} 人`,
  copyAddresses: (count) => `${grouped(count)} 件のアドレスをコピー`,
  csv: 'CSV にする',
  csvFile: '未参加.csv',
  doubles: (count) => `ほかの行と同じ人を指す行が ${grouped(count)} 行あります。`,
  rest: (tab) => `「${tab}」タブにあります。`,
};
