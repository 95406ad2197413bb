/** 設定：このシートで照会に使う権限。 */
import type { settings as english } from '../../en/sidebar/settings';

export const settings: typeof english = {
  title: '設定',
  asWhom: '照会に使う権限',
  choices: {
    user: { name: '自分', hint: '自分が参加しているスペースを調べられます。通常はこちらをお使いください。' },
    app: {
      name: 'Chat アプリ',
      hint: 'アプリが参加しているスペースのユーザーだけを調べられます。グループ、アプリ、招待中のユーザーは調べられません。',
    },
    admin: {
      name: 'Workspace 管理者',
      hint: '組織のすべてのスペースを調べられます。Google Chat の管理者権限が必要です。',
    },
  },
  serviceAccount: 'サービス アカウントのメールアドレス',
  serviceAccountHint: 'gserviceaccount.com で終わるアドレスです。鍵は貼り付けないでください。',
  warningTitle: '先にお読みください',
  warning:
    '編集者がスクリプトを書き換えると、ここで有効にした権限で読み取られるおそれがあります。編集者が複数いるシートでは有効にせず、管理者にアドオン版の導入を依頼してください。アドオンのコードはシートから変更できません。',
  editors: 'このシートとスクリプトを編集できるユーザー：',
  editorsLoading: 'このシートを編集できるユーザーを確認しています…',
  editorsUnknown:
    'このシートを編集できるユーザーを取得できませんでした。シート右上の「共有」で確認してください。',
  confirm: '内容を確認し、このシートで有効にします。',
  save: '保存',
  saving: '保存しています…',
  saved: (asWhom) => `保存しました。このシートでは${asWhom}で照会します。`,
  manifest: (field) => `appsscript.json の ${field} に追加する行：`,
};
