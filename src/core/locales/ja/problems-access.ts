/** 承認と照会の権限に関する問題: 何が起きたか、なぜか、どうすればよいか。 */
import type { accessProblems as en } from '../en/problems-access';

export const accessProblems: typeof en = {
  authorizationRequired: {
    happened: 'Rollcall はまだ承認されていません。',
    cause: 'アクセスが許可されていないか、承認の有効期限が切れています。',
    nextStep: 'Rollcall メニューの項目を選んでアクセスを許可してから、もう一度お試しください。',
  },
  scopeRefused: {
    happened: '必要な権限がありません（{feature}）。',
    cause: '{scope}が承認時に許可されませんでした。',
    nextStep: '権限を許可してから、もう一度お試しください。他の機能はそのままご利用いただけます。',
  },
  scopeNotInManifest: {
    happened: '必要な権限をスクリプトが要求していません（{feature}）。',
    cause: '{scope}が appsscript.json に記載されていません。',
    nextStep:
      'appsscript.json の oauthScopes に "https://www.googleapis.com/auth/{scopeName}" を追加して保存し、Rollcall をもう一度実行してアクセスを許可してください。',
  },
  appScopesMissing: {
    happened: 'Chat アプリとしての照会はまだ許可されていません。',
    cause: '標準の appsscript.json にない行が必要か、権限が許可されていません。',
    nextStep:
      'appsscript.json の oauthScopes に "https://www.googleapis.com/auth/cloud-platform" を、urlFetchWhitelist に "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts" を追加して保存し、Rollcall をもう一度実行してアクセスを許可してください。',
  },
  adminScopesMissing: {
    happened: 'Workspace 管理者としての照会はまだ許可されていません。',
    cause: '標準の appsscript.json にない行が必要か、権限が許可されていません。',
    nextStep:
      'appsscript.json の oauthScopes に "https://www.googleapis.com/auth/chat.admin.memberships.readonly" を追加して保存し、Rollcall をもう一度実行してアクセスを許可してください。',
  },
  scopeInsufficient: {
    happened: '権限が不足しているため、Google に拒否されました（{feature}）。',
    cause: '{scope}が許可されていないか、appsscript.json に記載されていません。',
    nextStep:
      'Rollcall をもう一度実行し、すべての権限にチェックを入れてください。解決しない場合は appsscript.json の oauthScopes を確認してください。',
  },
  invalidScope: {
    happened: 'スクリプトが要求する権限を Google が受け付けません。',
    cause:
      'appsscript.json のスコープに誤りがあるか、chat.bot のようにユーザーには使えないものが含まれています。',
    nextStep: 'appsscript.json の oauthScopes を修正してください。',
  },
  adminPolicy: {
    happened: '組織の設定により、このスクリプトはブロックされています。',
    cause: '管理者が Google Chat のデータへのアクセスを許可していません（admin_policy_enforced）。',
    nextStep: '管理者に、「セキュリティ」の「API の制御」でこのスクリプトを信頼するよう依頼してください。',
  },
  severalAccounts: {
    happened: 'サイドバーとシートで使用中のアカウントが異なります。',
    cause:
      'このブラウザで複数の Google アカウントにログインしているため、サイドバーが別のアカウントで動作しています。',
    nextStep:
      '1 つのアカウントだけにログインしたブラウザ プロファイル、またはシークレット ウィンドウでシートを開いてください。',
  },
  appCannotSeeApps: {
    happened: 'Chat アプリとしては、アプリを照会できません。',
    cause: 'アプリのメンバーシップはユーザーにのみ公開され、アプリ自身のものもアプリからは参照できません。',
    nextStep: '設定で「自分」を選び、ご自身の権限で照会してください。',
  },
  appCannotSeeGroups: {
    happened: 'Chat アプリとしては、グループを照会できません。',
    cause: 'グループのメンバーシップはユーザーにのみ公開されています。',
    nextStep: '設定で「自分」を選び、ご自身の権限で照会してください。',
  },
  appCannotUseEmail: {
    happened: 'Chat アプリとしては、メールアドレスで確認できませんでした。',
    cause: 'アプリがメールアドレスでユーザーを照会できる保証はないため、参加していないとは断定できません。',
    nextStep: '数字のユーザー ID を入力するか、ご自身の権限で照会してください。',
  },
  appSeesJoinedOnly: {
    happened: 'Chat アプリからは見つかりませんでしたが、不参加とは断定できません。',
    cause:
      'アプリから見えるのは参加済みのユーザーだけで、招待中のユーザー、グループ、アプリは見えないことがあります。',
    nextStep: '確実に調べるには、設定で「自分」を選び、ご自身の権限で照会してください。',
  },
  appNotInSpace: {
    happened: 'Chat アプリがこのスペースに参加していません。',
    cause:
      'アプリが追加されていないか、削除されています。または、サービス アカウントが、追加したアプリとは別の Cloud プロジェクトのものです。',
    nextStep:
      'スペースにアプリを追加し、設定のサービス アカウントを確認してください。ご自身の権限で照会することもできます。',
  },
  appNotApproved: {
    happened: 'Chat アプリが管理者に承認されていません。',
    cause: '管理者だけが許可できる権限を使用しています。',
    nextStep: '管理者にアプリの承認を依頼するか、ご自身の権限で照会してください。',
  },
  appInstallBlocked: {
    happened: 'Chat アプリをインストールできません。',
    cause: '組織でこの Chat アプリが許可されていません。',
    nextStep: '管理者に、Chat アプリまたはこのアプリの許可を依頼してください。',
  },
  userOnly: {
    happened: 'Chat アプリとしては、この照会はできません。',
    cause: 'この操作はユーザーにのみ許可されています。',
    nextStep: '設定で「自分」を選び、ご自身の権限で照会してください。',
  },
  adminCannotSeeApps: {
    happened: 'Workspace 管理者としては判断できません。',
    cause: '管理者にはアプリのメンバーシップが表示されません。この ID はアプリのものである可能性があります。',
    nextStep: 'ユーザーの場合はメールアドレスを入力し、アプリの場合はご自身の権限で照会してください。',
  },
  adminNeeded: {
    happened: 'この操作には Workspace 管理者の権限が必要です。',
    cause: 'お使いのアカウントには Google Chat の管理者権限がありません。',
    nextStep: '「Chat とスペースの会話の管理」の権限を管理者に依頼するか、ご自身の権限で照会してください。',
  },
  adminDenied: {
    happened: 'Workspace 管理者としての照会が拒否されました。',
    cause:
      '「Chat とスペースの会話の管理」の権限がないか、スペースが別の組織のものである、または存在しません。',
    nextStep:
      'スペースを確認し、必要に応じて特権管理者に権限を依頼してください。ご自身の権限で照会することもできます。',
  },
  identityUnknown: {
    happened: '誰の権限で照会するのかがわかりません。',
    cause: '指定できるのは user、app、admin のいずれかです。',
    nextStep: '"user"、"app"、"admin" のいずれかを渡すか、省略して設定どおりに照会してください。',
  },
  notConfirmed: {
    happened: 'この権限での照会は、このシートではまだ有効になっていません。',
    cause: 'スクリプトを編集できるユーザーに関する注意事項が、まだ確認されていません。',
    nextStep: '設定を開き、注意事項を読んで確認してください。',
  },
  privateKeyPasted: {
    happened: 'これは秘密鍵です。保存していません。',
    cause: 'Rollcall に必要なのはサービス アカウントのメールアドレスだけで、鍵は不要です。',
    nextStep: 'コピーされた鍵は Cloud コンソールで削除し、メールアドレスだけを入力してください。',
  },
  serviceAccountMissing: {
    happened: 'サービス アカウントが指定されていません。',
    cause: 'Chat アプリとして照会するには、サービス アカウントの権限を借用する必要があります。',
    nextStep: '設定でサービス アカウントのメールアドレスを入力してください。',
  },
  serviceAccountMalformed: {
    happened: '{value}はサービス アカウントのメールアドレスではありません。',
    cause: 'サービス アカウントのメールアドレスは gserviceaccount.com で終わります。',
    nextStep: 'Cloud コンソールのサービス アカウント一覧からコピーしてください。',
  },
  serviceAccountUnknown: {
    happened: 'サービス アカウントが見つかりませんでした。',
    cause: 'メールアドレスに誤りがあるか、削除されたか、別のプロジェクトのものです。',
    nextStep: 'Cloud コンソールのサービス アカウント一覧と照らし合わせてください。',
  },
  tokenCreatorMissing: {
    happened: 'このサービス アカウントの権限を借用できません。',
    cause:
      '「サービス アカウント トークン作成者」のロールがないか（プロジェクトのオーナーであるだけでは不十分です）、アカウントが存在しません。',
    nextStep: 'Cloud プロジェクトのオーナーにロールの付与を依頼し、アドレスも確認してください。',
  },
  tokenUnreadable: {
    happened: 'Chat アプリ用のトークンを取得できませんでした。',
    cause: 'Google からの応答が想定と異なります。',
    nextStep: '数分待ってから、もう一度お試しください。',
  },
  iamApiOff: {
    happened: 'IAM Service Account Credentials API が無効です。',
    cause: 'Chat アプリとしての照会に必要な API が、{project}で有効になっていません。',
    nextStep: 'API を有効にして数分待ってから、もう一度お試しください。',
  },
};
