/** 2 つの入力欄、スペースの候補、その下に並ぶもの。 */
import { grouped } from '../../number';
import type { home as english, picker as englishPicker } from '../../en/sidebar/home';

export const home: typeof english = {
  space: 'スペース',
  spaceHint: '名前、リンク、ID',
  spaceHintWithoutNames: 'リンク、ID',
  allSpaces: 'すべてのスペース',
  member: 'メンバー',
  memberHint: 'メール、ID、me、app',
  everybody: '全員',
  clear: (field) => `${field}を消去`,
  submit: {
    lookUp: '調べる',
    members: 'メンバー一覧',
    where: '参加スペースを探す',
    spaces: '自分のスペース一覧',
  },
  will: {
    members: 'グループとアプリも含みます。',
    where: '参加中の全スペースで探します。',
    spaces: '参加中の全スペースです。',
  },
  wrong: '入力内容を確認してください。',
  spaceNeeded: 'スペースを入力してください。',
  as: (who) => `${who}で照会します。`,
  asks: {
    title: '調べられること',
    lookUp: 'この人は参加している？',
    members: 'スペースに誰がいる？',
    where: 'この人はどこに参加している？',
    spaces: '自分はどこに参加している？',
    rows: '選択した行をまとめて調べる',
  },
  recent: '最近',
  askAgain: 'もう一度調べる：',
  listAgain: 'もう一度一覧を取得：',
  members: (people, groups) =>
    groups === 0
      ? `ユーザー ${grouped(people)} 人`
      : `ユーザー ${grouped(people)} 人、グループ ${grouped(groups)} 件`,
};

export const picker: typeof englishPicker = {
  loading: 'スペースを読み込んでいます…',
  open: 'スペースの候補を表示',
  count: (shown, total) => `${grouped(total)} 件中 ${grouped(shown)} 件。`,
  hint: 'リンクや ID の貼り付けもできます。',
  none: 'この名前のスペースは見つかりません。',
  several: (count) => `同じ名前のスペースが ${grouped(count)} 件あります。候補から選んでください。`,
  people: (count) => `ユーザー ${grouped(count)} 人`,
  activeToday: '今日更新',
  active: (day) => `${day}に更新`,
  quietSince: (month) => `${month}から更新なし`,
  groupChat: 'グループ チャット',
  directMessage: 'ダイレクト メッセージ',
  withApp: 'アプリとのチャット',
  unnamed: '名前なし',
};
