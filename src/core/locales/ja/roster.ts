/** メンバー一覧のことば: 列の見出しと内容、取得の記録、変更履歴。 */
import type { roster as english } from '../en/roster';

const columns: typeof english.columns = {
  spaceName: 'Chat スペース名',
  name: 'Chat 名前',
  email: 'Chat メール',
  role: 'Chat ロール',
  from: 'Chat 組織内外',
  kind: 'Chat 種類',
  state: 'Chat 状態',
  note: 'Chat メモ',
  since: 'Chat 参加日時',
  space: 'Chat スペース',
  membership: 'Chat メンバーシップ',
  seen: 'Chat 最終確認日時',
  digest: 'Chat 照合コード',
};

const changeColumns: typeof english.changeColumns = {
  noticed: 'Chat 検出日時',
  happened: 'Chat 発生日時',
  spaceName: 'Chat スペース名',
  list: 'Chat 一覧',
  member: 'Chat メンバー',
  what: 'Chat 変更内容',
  before: 'Chat 変更前',
  after: 'Chat 変更後',
  membership: 'Chat メンバーシップ',
  key: 'Chat 変更キー',
};

const states: typeof english.states = {
  joined: '参加中',
  invited: '招待中',
  gone: 'メンバーではなくなりました',
};

const notes: typeof english.notes = {
  group: 'このグループを通じて参加している人は表示されません。',
  hidden: 'アカウントが削除されたか、プロフィールを表示できません。',
  goneAt: (time) => `${time} に退出したか、削除されました（Google の記録）。`,
  goneBetween: (from, to) => `${from} から ${to} の間に退出したか、削除されました。`,
};

const hiddenKinds: typeof english.hiddenKinds = {
  groups: 'グループ',
  apps: 'アプリ',
  invited: '招待中のユーザー',
};

const stamp: typeof english.stamp = {
  complete: (n) =>
    `すべて取得済みです（Google の件数: ユーザー ${n.people} 人、グループ ${n.groups} 件と一致）。`,
  completePeople: (people) => `すべて取得済みです（Google の件数: ユーザー ${people} 人と一致）。`,
  uncounted: 'すべて取得済みです（Google の件数とは照合できませんでした）。',
  differs: (n) =>
    `取得漏れの可能性があります。Google の件数はユーザー ${n.people} 人、グループ ${n.groups} 件ですが、2 回とも合わせて ${n.listed} 件しか取得できませんでした。`,
  failed: (happened) => `すべては取得できていません。${happened}`,
  hidden: (kinds) => `表示できないもの: ${kinds.join('、')}。`,
  when: (time, as) => `${time}、${as}。`,
  as: { user: '自分の権限', app: 'Chat アプリの権限', admin: 'Workspace 管理者の権限' },
  asInCell: { user: 'ユーザーの権限', app: 'Chat アプリの権限', admin: 'Workspace 管理者の権限' },
};

const changes: typeof english.changes = {
  what: {
    joined: '参加',
    invited: '招待',
    noLongerIn: 'メンバーではなくなりました',
    role: 'ロール',
    from: '組織内外',
  },
  between: (from, to) => `${from} から ${to} の間`,
  text: {
    joined: (since) => (since === null ? '参加しました。' : `${since} に参加しました。`),
    invited: (since) => (since === null ? '招待されました。' : `${since} に招待されました。`),
    became: (before, after) =>
      after === ''
        ? `以前は${before}でした。`
        : before === ''
          ? `${after}になりました。`
          : `${before}から${after}に変わりました。`,
  },
};

const summary: typeof english.summary = {
  people: (count) => `ユーザー ${count} 人`,
  owners: (count) => `オーナー ${count} 人`,
  managers: (count) => `管理者 ${count} 人`,
  outside: (count) => `組織外 ${count} 人`,
  guests: (count) => `ゲスト ${count} 人`,
  groups: (count) => `グループ ${count} 件`,
  apps: (count) => `アプリ ${count} 件`,
  invited: (count) => `招待中 ${count} 件`,
  changes: (n) =>
    `変更: 参加 ${n.joined}、招待 ${n.invited}、メンバー外 ${n.noLongerIn}、ロール ${n.role}、組織内外 ${n.from}。`,
  join: (parts) => parts.join('、'),
};

const job: typeof english.job = {
  progress: (done, total) => (total > done ? `メンバー ${total} 件中 ${done} 件` : `メンバー ${done} 件`),
  done: (n) =>
    n.spaces === 1
      ? `完了：メンバー ${n.members} 件。${n.incomplete === 0 ? '' : '取得漏れの可能性があります。'}`
      : `完了：${n.spaces} 個のスペースのメンバー ${n.members} 件。${n.incomplete === 0 ? '' : `うち ${n.incomplete} 個のスペースはすべてを取得できませんでした。`}`,
  written: (link) => `書き込んだタブ: ${link}`,
  continues: 'このファイルには完了していない処理があるため、それを再開します。',
  notListed: '指定された一覧はまだ取得していません。取得するには、関数をもう一度実行してください。',
};

export const roster: typeof english = {
  columns,
  changeColumns,
  states,
  notes,
  hiddenKinds,
  stamp,
  changes,
  summary,
  job,
};
