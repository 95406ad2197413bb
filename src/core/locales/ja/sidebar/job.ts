/** 長い処理の進み具合、結果、操作。 */
import { grouped } from '../../number';
import type { job as english } from '../../en/sidebar/job';
import { duration } from './rows';

const lists = {
  running: (tab: string) => `「${tab}」に一覧を作成中`,
  paused: (tab: string) => `一時停止中：「${tab}」の一覧`,
  open: (tab: string) => `未完了：「${tab}」の一覧`,
  stopped: (tab: string) => `停止しました：「${tab}」の一覧`,
  cancelled: (tab: string) => `キャンセルしました：「${tab}」の一覧`,
};

export const job: typeof english = {
  kinds: {
    lookUp: {
      running: (tab) => `「${tab}」を照会中`,
      paused: (tab) => `一時停止中：「${tab}」`,
      open: (tab) => `未完了：「${tab}」`,
      stopped: (tab) => `停止しました：「${tab}」`,
      cancelled: (tab) => `キャンセルしました：「${tab}」`,
      done: (count, took) => `${grouped(count)} 行が完了${inBrackets(took)}`,
      unit: (count) => `${grouped(count)} 行`,
    },
    roster: {
      ...lists,
      done: (count, took) => `メンバー ${grouped(count)} 件を取得${inBrackets(took)}`,
      unit: (count) => `${grouped(count)} 件`,
    },
    spaces: {
      ...lists,
      done: (count, took) => `スペース ${grouped(count)} 件を取得${inBrackets(took)}`,
      unit: (count) => `${grouped(count)} 件`,
    },
  },
  starting: '開始しています…',
  columns: (first, last) => `回答は ${first}～${last} 列に入ります`,
  columnsSoFar: (first, last) => `これまでの回答は ${first}～${last} 列にあります`,
  columnsDone: (tab, first, last) => `「${tab}」${first}～${last} 列`,
  of: (total) => `/ ${total}`,
  progress: (done, total) => `${total}中 ${grouped(done)}`,
  label: '進み具合',
  rate: (perSecond) =>
    perSecond >= 1
      ? `毎秒 ${grouped(perSecond)} 件`
      : `毎分 ${grouped(Math.max(1, Math.round(perSecond * 60)))} 件`,
  left: (seconds) => `残り約 ${duration(seconds)}`,
  waiting: (count) => `${count}が確認待ち`,
  restUntil: (time) => `Google の制限により待機中です。${time} に再開します。`,
  as: (asWhom) => `${asWhom}で照会します。`,
  took: duration,
  verdicts: '判定',
  pause: '一時停止',
  pausing: '一時停止しています…',
  resume: '再開',
  resuming: '再開しています…',
  cancel: 'キャンセル',
  cancelRest: '残りをキャンセル',
  cancelling: 'キャンセルしています…',
  cancelTakes: '実行中の処理が終わるまで、最大 15 秒かかります。',
  lookAgain: '進み具合を確認',
  goToAnswers: '回答を表示',
  goToList: '一覧を表示',
  another: '別の行',
  close: '閉じる',
  leave: 'シートの並べ替えや編集を続けられます。サイドバーを閉じても、残りは少し後に自動で続きます。',
  stay: 'シートの並べ替えや編集を続けられます。サイドバーは開いたままにしてください。',
  pausedText: '期限はありません。サイドバーを閉じても残ります。',
  openText: '失われたものはありません。これまでの回答はシートに残り、残りは「再開」で続けられます。',
  cancelledText: (done, total) =>
    `${total}中 ${grouped(done)} 件に回答がありました。回答はそのまま残り、ほかは照会していません。`,
  slower: '同時リクエストの権限が許可されていないため、1 件ずつ照会します。',
  foreign: (since) =>
    `別のユーザーが ${since} に開始しました。同時に実行できる処理は 1 つです。1 件ずつの照会はできます。`,
  foreignOpen: (since) =>
    `別のユーザーが ${since} に開始しましたが、現在は実行されていません。続きを再開できます。`,
  privileged: {
    title: 'Workspace 管理者の権限で照会しています',
    titleApp: 'Chat アプリの権限で照会しています',
    text: '参加していないスペースの回答も、このシートを開ける人全員に表示されます。',
    yours: '再開すると、ご自身の権限で照会します。',
    continue: '自分の権限で再開',
    leave: 'そのままにする',
  },
  selectsRows: '数字を押すと、該当する行を選択します。',
  selectRows: '行を選択',
  selected: (rows) => `シートで ${rows}を選択しました。`,
  exceptions: {
    title: (verdict, count) => `${verdict}：${grouped(count)}`,
    rows: (rows, more) => `${rows.join('、')} 行目${more > 0 ? `ほか ${grouped(more)} 行` : ''}`,
    more: (count) => `ほか ${grouped(count)} 人`,
    tryAgain: (rows) => `${rows}を再試行`,
  },
  quarter: (done, total) => `${total}中 ${grouped(done)} 件まで完了`,
  open: (done, total) => `未完了：${total}中 ${grouped(done)}`,
  runs: (done, total) => `実行中：${total}中 ${grouped(done)}`,
};

function inBrackets(took: string | null): string {
  return took === null ? '' : `（${took}）`;
}
