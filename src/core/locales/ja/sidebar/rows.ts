/** 選択した行のビュー。選択範囲から読み取った内容と、開始前の選択肢。 */
import { grouped } from '../../number';
import type { rows as english } from '../../en/sidebar/rows';

export const rows: typeof english = {
  looking: '選択範囲を読み取っています…',
  title: (count, tab) => `「${tab}」の ${grouped(count)} 行`,
  range: (first, last) => (first === last ? `${first} 行目` : `${first}～${last} 行目`),
  readAgain: '選択範囲を読み直す',
  wholeTable: '表のすべての行',
  space: 'スペース',
  member: 'メンバー',
  oneSpace: 'すべての行で同じ',
  change: '変更',
  changeColumn: (field) => `列を変更：${field}`,
  column: (letters, title, holds) =>
    title === '' ? `${letters}・${holds}` : `${letters}「${title}」・${holds}`,
  chosenColumn: (letters, title) => (title === '' ? letters : `${letters}「${title}」`),
  holds: {
    memberships: 'メンバーシップ',
    members: 'アドレスか ID',
    spaces: 'スペース',
    dates: '日付',
    numbers: '数値',
    texts: '文字',
  },
  quoted: (title) => `「${title}」`,
  take: 'この列にする',
  spaceForAll: 'すべての行のスペース',
  useSpace: 'このスペースを使う',
  place: {
    title: '回答の書き込み先',
    end: (letter) => `表の右側（${letter} 列から）`,
    afterQuestion: (letter) => `質問のすぐ右（${letter} 列から）`,
    moves: 'その右の列は右に移動します。',
  },
  badRows: (count) => `読み取れない行が ${grouped(count)} 行あります：`,
  stop: () => '。',
  badRowsWhy: '理由を横に書き込みます。',
  rowNumbers: (rows, more) => `${rows.join('、')} 行目${more > 0 ? `ほか ${grouped(more)} 行` : ''}`,
  hidden: (count) => `フィルタで非表示の ${grouped(count)} 行は対象外です。`,
  duplicates: (questions) => `同じ質問は 1 回だけ照会します（${grouped(questions)} 件）。`,
  start: (count) => `${grouped(count)} 行を調べる`,
  about: (seconds) => `約 ${duration(seconds)}`,
  nothingAsked: '開始するまで何も送信しません。',
  none: {
    title: 'メンバーらしい列がありません',
    text: '選択した行には、メールアドレス、ユーザー ID、メンバーシップ名がありません。何も送信していません。',
    choose: '列を選ぶ',
    works: '使えるもの',
    kinds: [
      '行全体、列全体、1 つのセル、複数の範囲',
      'メールアドレス、ID、名前付きアドレス、スペースのリンク',
      'メンバーだけを選び、スペースを 1 つ指定',
    ],
  },
  unreadable: {
    title: '読み取れる行がありません',
    text: 'メンバーの列に、メールアドレス、ID、メンバーシップ名がありません。何も送信していません。',
  },
};

/** `10 秒`、`3 分`、`2 時間`。 */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} 秒`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} 分` : `${Math.round(minutes / 60)} 時間`;
}
