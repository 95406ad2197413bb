/** 自分のスペース一覧のビュー。 */
import { grouped } from '../../number';
import type { spaces as english } from '../../en/sidebar/spaces';

export const spaces: typeof english = {
  asking: 'スペースを取得しています…',
  title: (count) => `スペース ${grouped(count)} 件`,
  none: '参加中のスペースはありません。',
  also: (count) => `ダイレクト メッセージとグループ チャット ${grouped(count)} 件も含める`,
  alsoWhy: '名前が参加者の氏名になるため、通常は除外',
  write: (count) => `${grouped(count)} スペースを書き込む`,
  tab: '「Spaces」タブ',
  filters: '表示するスペース',
  worth: (count) => `要確認 ${grouped(count)}`,
  named: (count) => `スペース ${grouped(count)}`,
  all: (count) => `すべて ${grouped(count)}`,
  members: (name) => `${name}のメンバー一覧`,
  people: (count) => `${grouped(count)} 人`,
  owners: (names) => `オーナー：${names}`,
  more: (count) => `ほか ${grouped(count)} 件`,
  nothingWorth: '要確認のスペースはありません。',
  largest: '大きいスペース',
  known: (known, total) => `${grouped(total)} 件中 ${grouped(known)} 件を取得済み。`,
  listOthers: (count) => `残り ${grouped(count)} 件も取得`,
  notKnown: 'オーナーや組織外のメンバーは、メンバー一覧を取得するとわかります。',
  listAgain: 'もう一度取得',
  listAll: 'すべてのスペースのメンバーを取得',
};
