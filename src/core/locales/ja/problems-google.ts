/** Chat API と Apps Script が報告する問題: 何が起きたか、なぜか、どうすればよいか。 */
import type { googleProblems as en } from '../en/problems-google';

const soon = '数分待ってから、もう一度お試しください。';

export const googleProblems: typeof en = {
  apiOff: {
    happened: 'Google Chat API が無効です。',
    cause: '{project}で有効になっていないか、有効にした直後でまだ反映されていません。',
    nextStep: 'API を有効にして数分待ってから、もう一度お試しください。',
  },
  appNotConfigured: {
    happened: 'Chat アプリが設定されていません。',
    cause: 'API は有効ですが、{project}で設定ページ（名前、画像、説明）が一度も保存されていません。',
    nextStep: '設定ページに入力して保存してから、もう一度お試しください。',
  },
  cloudSwitchedOff: {
    happened: 'お使いのアカウントでは Google Cloud が無効です。',
    cause: '組織で Cloud プロジェクトの利用が許可されていませんが、Chat API にはプロジェクトが必要です。',
    nextStep: '管理者に、Google Cloud の有効化または利用できるプロジェクトの案内を依頼してください。',
  },
  chatServiceMissing: {
    happened: 'スクリプトから Google Chat を利用できません。',
    cause: 'マニフェストに拡張サービス「Chat」が含まれていません。',
    nextStep: 'Apps Script エディタでサービス「Google Chat API」を ID「Chat」で追加してください。',
  },
  chatTurnedOff: {
    happened: 'このアカウントでは Google Chat がオフになっています。',
    cause: '管理者がオフにしているか、Gmail の設定でオフになっています。',
    nextStep:
      '管理者に Chat を有効にするよう依頼してください。個人アカウントの場合は、Gmail の設定の「Chat と Meet」で有効にできます。',
  },
  workspaceOnly: {
    happened: 'このプロジェクトでは Chat API を利用できません。',
    cause: '{project}は個人の Google アカウントで設定されていますが、Google Workspace アカウントが必要です。',
    nextStep: 'Google Workspace アカウントで Cloud プロジェクトを設定してください。',
  },
  tokenInvalid: {
    happened: 'Google の認証に失敗しました。',
    cause: 'トークンの有効期限が切れたか、取り消されています。',
    nextStep: 'シートを再読み込みして、もう一度お試しください。承認を求められたら、改めて承認してください。',
  },
  noAccess: {
    happened: 'このメンバーシップの参照が拒否されました。',
    cause:
      'スペースが見えない、スペースが存在しない、メンバーリストの表示が制限されている、のいずれかです（照会した権限: {caller}）。応答からは区別できません。',
    nextStep:
      'リンクを確認してください。正しい場合は、スペースのオーナーに、スペースへの追加またはメンバーリストの公開を依頼してください。',
  },
  memberListRestricted: {
    happened: 'このスペースのメンバーの参照が拒否されました。',
    cause: 'スペース自体は参照できるため、メンバーリストの表示が制限されていると考えられます。',
    nextStep:
      'スペースのオーナーに、メンバーがメンバーリストを表示できるよう依頼してください。Google Workspace の管理者は、管理者として照会することもできます。',
  },
  notFound: {
    happened: '該当するものが見つかりませんでした。',
    cause: 'スペースとメンバーのどちらが存在しない場合も、Google の応答は同じです。',
    nextStep: 'スペースのリンクとメンバーの ID を確認してください。',
  },
  noSuchMember: {
    happened: '該当するメンバーシップがありません。',
    cause: 'スペースのメンバーではないか、ID として正しくありません。',
    nextStep: 'メンバーの ID を確認してください。',
  },
  spaceNotFound: {
    happened: 'スペースが見つかりませんでした。',
    cause: '存在しないか、削除されたか、この権限（{caller}）では見えません。',
    nextStep: 'Google Chat でスペースを開き、リンクをコピーし直してください。',
  },
  malformedName: {
    happened: 'この名前は Google に受け付けられませんでした。',
    cause: 'スペースまたはメンバーの ID の形式が正しくありません。',
    nextStep: 'リンクまたは ID をコピーし直してください。',
  },
  requestRefused: {
    happened: 'リクエストが拒否されました。',
    cause: 'リクエストの内容に問題があると判断されました。Google の応答を続けて示します。',
    nextStep:
      'スペースとメンバーを確認してください。どちらも正しい場合は、応答を Rollcall の担当者に伝えてください。',
  },
  rateLimited: {
    happened: 'Google からリクエストを減らすよう求められました。',
    cause:
      '短時間に多くのリクエストが送信されました。同じプロジェクトやスペースを使う他のアプリの分も含まれます。',
    nextStep: '1 分ほど待ってから再開してください。',
  },
  apiQuotaUsedUp: {
    happened: 'Chat API の 1 日の割り当てを使い切りました。',
    cause: '{project}からは、今日はこれ以上リクエストを送信できません。',
    nextStep: '明日再開するか、Cloud コンソールで割り当てを増やしてください。',
  },
  serverError: {
    happened: 'Google 側で内部エラーが発生しました。',
    cause: 'Google 側の問題で、通常は一時的なものです。',
    nextStep: soon,
  },
  unavailable: {
    happened: 'Google Chat を一時的に利用できません。',
    cause: 'サービスが混み合っているか、復旧作業中です。',
    nextStep: soon,
  },
  answerUnreadable: {
    happened: '応答を読み取れませんでした。',
    cause: '返ってきた内容が Chat API の応答ではありません。途中で切れたか、置き換えられた可能性があります。',
    nextStep: soon,
  },
  otherMember: {
    happened: '別のメンバーについての応答が返されました。',
    cause: '返ってきたメンバーシップが、照会したものと一致しません。',
    nextStep: 'メールアドレスまたはユーザー ID を入力して、もう一度お試しください。',
  },
  stateUnknown: {
    happened: '応答に Rollcall が対応していない状態が含まれています。',
    cause: 'Google から返された値は{value}で、このバージョンより新しいものです。',
    nextStep: 'スペースで直接確認し、Rollcall を更新してください。',
  },
  stateMissing: {
    happened: '応答から、参加済みかどうかを判断できません。',
    cause: 'メンバーシップの状態が応答に含まれていません。',
    nextStep: 'スペースで直接確認するか、後でもう一度お試しください。',
  },
  groupUnconfirmed: {
    happened: 'このグループは見つかりませんでしたが、不参加とは断定できません。',
    cause: 'グループがスペースに参加していても、個別の照会に Google が応答するとは限りません。',
    nextStep: 'スペースのメンバーリストで確認してください。',
  },

  networkDown: {
    happened: 'Google に接続できませんでした。',
    cause: '応答を受け取る前に接続が失敗しました。',
    nextStep: soon,
  },
  timeout: {
    happened: 'Google からの応答がありませんでした。',
    cause: '時間内に応答がなかったため、リクエストを中止しました。',
    nextStep: soon,
  },
  dailyQuota: {
    happened: 'Apps Script の 1 日の割り当てを使い切りました。',
    cause: 'このアカウントでは、今日はこれ以上このサービスを利用できません。',
    nextStep: '明日再開してください。割り当ては最初の利用から 24 時間後に回復します。',
  },
  tooOften: {
    happened: 'Apps Script から呼び出しを減らすよう求められました。',
    cause: '短時間にサービスを呼び出しすぎています。',
    nextStep: '1 分ほど待ってから再開してください。',
  },
  bandwidth: {
    happened: '一度に転送したデータが多すぎます。',
    cause: 'アカウントの帯域幅の割り当てを超えました。',
    nextStep: '数分待ってから再開してください。',
  },
  urlNotAllowed: {
    happened: 'スクリプトからこのアドレスには接続できません。',
    cause: 'appsscript.json の urlFetchWhitelist に含まれていません。',
    nextStep: 'Rollcall に付属の appsscript.json に戻してください。',
  },
  requestTooLong: {
    happened: 'リクエストが長すぎます。',
    cause: 'Apps Script では、アドレスと本文の長さに上限があります。',
    nextStep: 'スペースまたはメンバーの指定を短くしてください。',
  },
  lockTimeout: {
    happened: 'シートが使用中です。',
    cause: '別の Rollcall の処理が書き込みを行っています。',
    nextStep: '少し待ってから、もう一度お試しください。',
  },
  tooManyTriggers: {
    happened: '照会を自動で続行できません。',
    cause: 'このスクリプトで作成できるトリガーの上限に達しています。',
    nextStep: 'サイドバーを開いたままにするか、Apps Script エディタで不要なトリガーを削除してください。',
  },
  noUserInterface: {
    happened: 'ここではメニューやサイドバーを表示できません。',
    cause: 'スプレッドシートを開かずに関数が実行されました。',
    nextStep: 'スプレッドシートを開き、Rollcall メニューをご利用ください。',
  },
  spreadsheetTrouble: {
    happened: 'Google スプレッドシートでエラーが発生しました。',
    cause: 'Google 側の問題で、通常は一時的なものです。',
    nextStep: soon,
  },
  executionTimeout: {
    happened: '処理が中断されました。',
    cause: 'Apps Script の 1 回の実行時間は最長 6 分です。',
    nextStep: '再開してください。書き込み済みの回答はそのまま残り、残りの行が照会されます。',
  },
  connectionLost: {
    happened: 'サイドバーの接続が切れました。',
    cause: 'ネットワークまたは Google から応答がありません。処理自体は完了している場合があります。',
    nextStep: '接続を確認してから、もう一度お試しください。',
  },
  unknown: {
    happened: '想定外のエラーが発生しました。',
    cause: 'Google からの応答がある場合は、続けて示します。',
    nextStep:
      'もう一度お試しください。解決しない場合は、このメッセージを Rollcall の担当者に伝えてください。',
  },
};
