/** サイドバーのすべてのビューに共通することば。 */
import type { more as englishMore, page as english } from '../../en/sidebar/page';

export const page: typeof english = {
  opening: 'Rollcall を開いています…',
  slow: '通常より時間がかかっています。このブラウザで複数の Google アカウントにログインしている場合は、1 つのアカウントだけにログインしたウィンドウでシートを開いてください。',
  tryAgain: 'もう一度試す',
  newTab: '新しいタブで開きます',
  views: { label: '表示', ask: '調べる', rows: '選択した行' },
  back: '戻る',
  show: '表示',
  cancel: 'キャンセル',
  details: '詳細',
  original: 'Google からのメッセージ',
  copy: 'コピー',
  copied: 'コピー済み',
  copyRefused:
    'ブラウザがコピーを許可していません。下のテキストを選択してあります。Ctrl+C または ⌘C でコピーしてください。',
  textToCopy: 'コピーするテキスト',
  copyForThem: '依頼用のテキストをコピー',
  unanswered: 'スクリプトから応答がありませんでした。',
  sentences: (one, other) => one + other,
  comma: () => '、',
  today: (time) => `今日 ${time}`,
  asWhom: { user: '自分の権限', app: 'Chat アプリの権限', admin: 'Workspace 管理者の権限' },
};

export const more: typeof englishMore = {
  label: 'その他',
  setup: '設定を確認',
  settings: '設定',
  dark: 'ダークモード',
  exportCsv: 'CSV で書き出す',
  help: 'ヘルプ',
  report: '問題を報告',
  version: (version, asWhom) => `Rollcall ${version}・${asWhom}で照会`,
  asYourself: '自分の権限',
};
