/** シートと一括照会の問題: 何が起きたか、なぜか、どうすればよいか。 */
import type { sheetProblems as en } from '../en/problems-sheet';

export const sheetProblems: typeof en = {
  tabTaken: {
    happened: '{tab}タブには別の表があります。',
    cause: '1 行目が Rollcall のものではないため、何も書き込みませんでした。',
    nextStep: 'そのタブの名前を変更してください。Rollcall 用のタブは自動的に作成されます。',
  },
  tabNameTaken: {
    happened: '同じ名前のタブがすでにあります。',
    cause: '{tab}タブが同時に作成されました。',
    nextStep: 'もう一度お試しください。',
  },
  protectedCell: {
    happened: '回答を書き込めませんでした。',
    cause: 'セルが保護されていて、編集する権限がありません。',
    nextStep: 'シートのオーナーに、セルの編集権限の付与または保護の解除を依頼してください。',
  },
  valueRefused: {
    happened: 'セルが回答を受け付けませんでした。',
    cause: 'データの入力規則、またはテーブルの列の種類によって、入力できる値が制限されています。',
    nextStep: 'Rollcall の列から入力規則を削除するか、列をテーブルの外に移動してください。',
  },
  textTooLong: {
    happened: 'テキストがセルの上限を超えています。',
    cause: '1 つのセルに入力できるのは 50,000 文字までです。',
    nextStep: 'その行のテキストを短くしてから、もう一度お試しください。',
  },
  cellLimit: {
    happened: 'スプレッドシートがいっぱいです。',
    cause: 'セル数が上限の 1,000 万に達しています。',
    nextStep: '空の行、列、タブを削除してから再開してください。',
  },
  sheetGone: {
    happened: '{tab}タブが見つかりません。',
    cause: 'Rollcall の処理中に削除されました。',
    nextStep: '変更履歴からタブを復元して再開するか、別のタブでやり直してください。',
  },
  columnGone: {
    happened: '照会に必要な列が見つかりません。',
    cause: '{tab}タブで、メンバーの列または「Chat 確認日時」の列が削除されました。',
    nextStep:
      '削除を元に戻すか、変更履歴からシートを復元して再開してください。復元しない場合は、照会をキャンセルしてやり直してください。',
  },
  sheetChanged: {
    happened: 'シートが途中で変更されました。',
    cause: 'Rollcall の書き込み中に行または列が削除されました。',
    nextStep: '再開してください。シートを読み込み直します。',
  },
  spreadsheetDenied: {
    happened: 'スプレッドシートを開けません。',
    cause: '削除されたか、編集する権限がありません。',
    nextStep: 'シートのオーナーに編集権限を依頼してください。',
  },
  leaseHeld: {
    happened: 'このシートではすでに照会が実行中です。',
    cause: '開始: {since}。同時に実行すると、同じセルに書き込んでしまいます。',
    nextStep:
      '完了するまでお待ちください。止まっている場合は、最後の処理から 7 分後に再開できるようになります。',
  },
  jobOpen: {
    happened: 'このシートには完了していない照会があります。',
    cause: '{tab}タブの照会が未完了です。同時に実行すると、同じセルに書き込んでしまいます。',
    nextStep:
      '先にその照会を再開するか、キャンセルしてください。サイドバーを開き直すと表示されます。Rollcall メニューの「照会を再開」からも再開できます。',
  },
  noJob: {
    happened: '再開できる照会はありません。',
    cause: 'このシートに未完了の照会がないか、キャンセルされています。',
    nextStep: '行を選択し、「選択した行を照会」を選んでください。',
  },
  storeFull: {
    happened: 'スクリプト用の保存領域がいっぱいです。',
    cause: 'このシートのドキュメント プロパティが上限に達しています。',
    nextStep: 'このシートの他のスクリプトで不要になったプロパティを削除してください。',
  },
};
