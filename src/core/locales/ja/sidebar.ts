/** サイドバーが回答、一括照会、確認結果に添えることば。ビューごとと、共通のもの。 */
import type { sidebar as english } from '../en/sidebar';

const page: typeof english.page = {
  opening: 'Rollcall を開いています…',
  slow: '通常より時間がかかっています。このブラウザで複数の Google アカウントにログインしている場合は、1 つのアカウントだけにログインしたウィンドウでシートを開いてください。',
  tryAgain: 'もう一度試す',
  newTab: '新しいタブで開きます',
  views: { label: '表示', ask: '照会', rows: '一括照会', setup: '設定の確認', settings: '設定' },
  jobOpen: '未完了の照会があります',
  nextStep: '対処方法',
  original: 'Google からのメッセージ',
  copy: 'コピー',
  copied: 'コピーしました。',
  copyRefused:
    'ブラウザがコピーを許可していません。下のテキストを選択してあります。Ctrl+C または ⌘C でコピーしてください。',
  textToCopy: 'コピーするテキスト',
  unanswered: 'スクリプトから応答がありませんでした。',
};

const rights: typeof english.rights = {
  title: '許可されていない権限があります',
  lost: (parts) => `使えない機能: ${parts.join('、')}。ほかの機能はそのまま使えます。`,
  lookAgain: '許可しました',
  complete: 'すべての権限が許可されています。',
  incomplete: (count) => `まだ ${count} 件の権限が許可されていません。`,
};

const ask: typeof english.ask = {
  title: 'スペースのメンバーを調べる',
  space: 'スペース',
  spaceHint: 'Google Chat のリンク、または ID',
  member: 'メンバー',
  memberHint: 'メールアドレス、ユーザー ID、me、app',
  submit: '照会',
  busy: 'Google Chat に照会しています…',
  empty: 'スペースと相手を指定してください。参加しているかどうか、ロールと参加日時がわかります。',
  recent: '最近の質問',
  askAgain: (member, space) => `もう一度照会: ${space} の ${member}`,
  as: (who) => `照会に使う権限: ${who}`,
  notDirect: '未参加（グループ未確認）',
  details: '詳細',
  raw: 'Google からの応答（JSON）',
  write: 'シートに書き込む',
  writing: '書き込んでいます…',
  written: (tab, row) => `タブ「${tab}」の ${row} 行目に書き込みました。`,
  updated: (tab, row) => `タブ「${tab}」の ${row} 行目を更新しました。`,
};

const rows: typeof english.rows = {
  title: '選択した行を照会',
  looking: '選択範囲を確認しています…',
  where: (tab, range) => `${tab}、${range}`,
  counts: { rows: '行', people: 'メンバー', spaces: 'スペース', requests: 'リクエスト' },
  range: (low, high) => (low === high ? `約 ${high}` : `${low}～${high}`),
  header: '先頭の行は見出しのため、対象外です。',
  duplicates: (questions) => `同じ質問は 1 回だけ照会します（全部で ${questions} 件）。`,
  nothingSent: 'Google Chat へはまだ何も送信していません。',
  spaceNeeded: '選択した行にはメンバーだけが書かれています。どのスペースを調べますか？',
  useSpace: 'このスペースで確認',
  start: '開始',
  starting: '開始しています…',
  lookAgain: '選択範囲を確認し直す',
};

const job: typeof english.job = {
  running: (tab) => `「${tab}」の行を照会中`,
  paused: (tab) => `一時停止中：「${tab}」の行`,
  open: (tab) => `未完了：「${tab}」の行`,
  stopped: (tab) => `停止しました：「${tab}」の行`,
  done: (tab) => `完了：「${tab}」の行`,
  doneText: '回答は、各行の「Chat」で始まる列に書き込まれています。',
  cancelled: (tab) => `キャンセルしました：「${tab}」の行`,
  progress: '完了した行',
  verdicts: 'これまでの判定',
  notMember: '未参加',
  rate: (rowsPerSecond) =>
    rowsPerSecond >= 1
      ? `毎秒 ${Math.round(rowsPerSecond)} 行`
      : `毎分 ${Math.max(1, Math.round(rowsPerSecond * 60))} 行`,
  left: (seconds) =>
    seconds < 60 ? `残り約 ${Math.max(1, Math.round(seconds))} 秒` : `残り約 ${Math.round(seconds / 60)} 分`,
  pause: '一時停止',
  pausing: '一時停止しています…',
  resume: '再開',
  resuming: '再開しています…',
  cancel: 'キャンセル',
  cancelling: 'キャンセルしています…',
  lookAgain: '進み具合を確認',
  another: '別の行を照会',
  leaveOpen: 'サイドバーは開いたままにしてください。その間もシートで作業できます。',
  nothingLost: '失われたものはありません。これまでの回答はシートに残り、残りは「再開」で続けられます。',
  waiting: '残りの行は、「再開」を選ぶまでシートで待機します。',
  cancelledText: (done, total) =>
    `${total} 行中 ${done} 行に回答がありました。回答はそのまま残り、ほかの行は照会していません。`,
  foreign: (since) =>
    `${since} に別のユーザーがこの照会を開始しました。同時に実行すると同じセルに書き込んでしまうため、完了するまでお待ちください。その間も 1 件ずつの照会はできます。`,
  foreignOpen: (since) =>
    `${since} に別のユーザーがこの照会を開始しましたが、現在は実行されていません。続きを再開できます。`,
};

const settings: typeof english.settings = {
  title: '照会に使う権限',
  choices: {
    user: { name: '自分', hint: '自分が参加しているスペースを調べられます。通常はこちらをお使いください。' },
    app: {
      name: 'Chat アプリ',
      hint: 'アプリが参加しているスペースのユーザーだけを調べられます。グループ、アプリ、招待中のユーザーは調べられません。',
    },
    admin: {
      name: '管理者',
      hint: '組織のすべてのスペースを調べられます。Google Chat の管理者権限が必要です。',
    },
  },
  serviceAccount: 'サービス アカウントのメールアドレス',
  serviceAccountHint: 'gserviceaccount.com で終わるアドレスです。鍵は貼り付けないでください。',
  warningTitle: '先にお読みください',
  warning:
    '編集者がスクリプトを書き換えると、ここで有効にした権限で読み取られるおそれがあります。編集者が複数いるシートでは有効にせず、管理者にアドオン版の導入を依頼してください。アドオンのコードはシートから変更できません。',
  editors: 'このシートとスクリプトを編集できるユーザー:',
  editorsLoading: 'このシートを編集できるユーザーを確認しています…',
  editorsUnknown:
    'このシートを編集できるユーザーを取得できませんでした。シート右上の「共有」で確認してください。',
  confirm: '内容を確認し、このシートで有効にします。',
  save: '保存',
  saving: '保存しています…',
  saved: (who) => `保存しました。このシートで照会に使う権限: ${who}`,
  manifest: (field) => `appsscript.json の ${field} に追加する行:`,
};

const setup: typeof english.setup = {
  title: '設定を確認',
  intro: '読み取りだけの簡単なリクエストで、使える機能と不足しているものを確認します。',
  space: 'スペース（省略可）',
  spaceHint: '参加しているスペースを指定すると、メンバーシップを読み取れるか確認できます',
  submit: '確認',
  busy: '確認しています…',
  results: '確認結果',
  allWell: '失敗した項目はありません。',
  failures: (count) => `${count} 件の項目が失敗しました。`,
  copy: 'テキストとしてコピー',
};

export const sidebar: typeof english = { page, rights, ask, rows, job, settings, setup };
