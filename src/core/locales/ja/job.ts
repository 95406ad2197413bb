/** 一括照会がシート、メッセージ、エディタのログに出すことば。 */
import type { job as english } from '../en/job';

export const job: typeof english = {
  waiting: '確認待ち',
  questionTitles: { space: 'スペース', member: 'メンバー' },
  survey: (n) => `${n.rows} 行：${n.spaces} 個のスペースの ${n.people} 人を確認します。`,
  badRows: (count) => `${count} 行は質問として読み取れません。理由を各行に書き込みます。`,
  hiddenRows: (count) => `フィルタで非表示の ${count} 行は対象外です。`,
  slower: '同時リクエストの権限が許可されていないため、1 件ずつ確認します。',
  progress: (done, total) => `${total} 行中 ${done} 行`,
  done: (n) =>
    `完了：${n.total} 行。メンバー ${n.member}、招待中 ${n.invited}、直接のメンバーに該当なし ${n.notMember}、確認できず ${n.unchecked}。`,
  goesOn: '残りは自動で続きます。数分以内にシートに書き込まれます。',
  continues: (tab) => `「${tab}」タブの完了していない照会を再開します。`,
  notLookedUp: (tab) =>
    `「${tab}」タブは照会していません。照会するには、もう一度 lookUp() を実行してください。`,
  leftOver: '完了していません。Rollcall メニューの「照会を再開」を選んでください。',
};
