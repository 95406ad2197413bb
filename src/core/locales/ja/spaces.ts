/** スペースのことば: 「Spaces」タブの見出しと内容、名前のないスペースの呼び方、要確認の理由。 */
import type { spaces as english } from '../en/spaces';

const columns: typeof english.columns = {
  name: 'Chat スペース名',
  type: 'Chat 種類',
  look: 'Chat 要確認',
  owners: 'Chat オーナー',
  ownerCount: 'Chat オーナー数',
  people: 'Chat ユーザー数',
  managers: 'Chat 管理者数',
  outside: 'Chat 組織外',
  guests: 'Chat ゲスト',
  groups: 'Chat グループ',
  apps: 'Chat アプリ',
  invited: 'Chat 招待中',
  outsiders: 'Chat 組織外の参加可',
  active: 'Chat 最終更新',
  created: 'Chat 作成日時',
  listed: 'Chat 一覧取得日時',
  complete: 'Chat 取得状況',
  space: 'Chat スペース',
};

const types: typeof english.types = {
  space: 'スペース',
  groupChat: 'グループ チャット',
  directMessage: 'ダイレクト メッセージ',
  unknown: '不明',
};

const reasons: typeof english.reasons = {
  noOwner: 'オーナー不在',
  oneOwner: (name) => (name === '' ? 'オーナーが 1 人だけ' : `オーナーが 1 人だけ：${name}`),
  mostlyOutside: (outside, people) => `組織外が多数：${people} 人中 ${outside} 人`,
  quiet: (month) => `組織外の参加可、${month}から更新なし`,
  join: (texts) => texts.join('／'),
};

const label: typeof english.label = {
  people: (names, others) => (others > 0 ? `${names.join('、')}、ほか ${others} 人` : names.join('、')),
};

const job: typeof english.job = {
  progress: (done) => `スペース ${done} 件`,
  done: (spaces) => `完了：スペース ${spaces} 件。`,
};

export const spaces: typeof english = {
  columns,
  types,
  yes: 'はい',
  reasons,
  monthPattern: 'yyyy年M月',
  label,
  job,
};
