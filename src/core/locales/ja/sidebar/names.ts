/** 名前だけのリストとスペースの比較。確定できないため「おそらく」とだけ伝える。 */
import { grouped } from '../../number';
import type { names as english } from '../../en/sidebar/names';

export const names: typeof english = {
  offer: '名前のリストですか？',
  offerText: (columns) =>
    `${columns.join('、')} 列の名前を、スペースのメンバーの名前と照合できます。メールアドレスがないため、確定はできません。`,
  compare: '名前を照合',
  nothingWritten: 'シートには何も書き込みません。',
  title: (count) => `${grouped(count)} 人の名前と`,
  place: (tab, range) => `「${tab}」${range}`,
  shared: '同姓同名の可能性があります',
  sharedText:
    'メールアドレスがないため、確定できません。内容を確認するか、メールアドレスの列を選んでください。',
  probably: 'おそらく参加中',
  several: '同じ名前が複数',
  nobody: '該当する名前なし',
  news: (names, probably, several, nobody) =>
    `${grouped(names)} 人の名前：おそらく参加中 ${grouped(probably)} 人、同じ名前が複数 ${grouped(several)} 人、該当なし ${grouped(nobody)} 人。`,
  who: 'おそらく該当する人',
  row: (row) => `${row} 行目`,
  line: (row, name, label, candidates) =>
    `${row} 行目：${name}（${label}${candidates.length === 0 ? '' : `：${candidates.join('、')}`}）`,
  otherColumn: '別の列',
};
