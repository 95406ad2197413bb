/** 一括照会がシート、メッセージ、エディタのログに出すことば。 */
import type { job as english } from '../en/job';

export const job: typeof english = {
  waiting: '確認待ち',
  textRefused: 'Chat から取得した文字列をそのままの形で書き込めなかったため、セルを空のままにしました。',
  questionTitles: { space: 'スペース', member: 'メンバー' },
  summary: (n) => `${n.rows} 行：${n.spaces} 個のスペースの ${n.people} 人を確認します。`,
  badRows: (count) => `${count} 行は質問として読み取れません。理由を各行に書き込みます。`,
  hiddenRows: (count) => `フィルタで非表示の ${count} 行は対象外です。`,
  slower: '同時リクエストの権限が許可されていないため、1 件ずつ確認します。',
  progress: (done, total) => `${total} 行中 ${done} 行`,
  done: (n) =>
    `完了：${n.total} 行。参加中 ${n.member}、招待中 ${n.invited}、未参加 ${n.notMember}、確認できず ${n.unchecked}。`,
  goesOn: '残りは自動で続きます。数分以内にシートに書き込まれます。',
  continues: 'このファイルには完了していない照会があるため、それを再開します。',
  notLookedUp:
    'それは別のタブの照会で、開いているタブは照会していません。照会するには、もう一度 lookUp() を実行してください。',
  tooManyTriggers: '1 つのスクリプトのトリガーは 1 人 20 個までで、すべて使われています。',
  leftOver: '完了していません。Rollcall メニューの「照会を再開」を選んでください。',
  otherReasons: 'そのほかの理由',
};
