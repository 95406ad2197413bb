/** リストとスペースの比較。 */
import type { compare as english } from '../en/compare';

export const compare: typeof english = {
  onList: 'リストに記載あり',
  summary: ({ both, onlyInList, onlyInSpace, undecided }) =>
    `両方 ${both} 人、リストだけ ${onlyInList} 人、スペースだけ ${onlyInSpace} 人、判定できず ${undecided} 人。`,
  restTab: (tab, count) => `スペースにいてリストにない ${count} 人は「${tab}」タブにあります。`,
  doubles: (count) => `${count} 行は、別の行と同じ人を指しています。`,
  names: ({ probably, several, nobody }) =>
    `名前だけのリストのため確定できません。おそらく参加中 ${probably} 人、同じ名前が複数 ${several} 人、該当する名前なし ${nobody} 人。`,
};
