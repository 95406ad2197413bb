/** 入力や選択範囲の問題: 何が起きたか、なぜか、どうすればよいか。 */
import type { inputProblems as en } from '../en/problems-input';

export const inputProblems: typeof en = {
  nothingAsked: {
    happened: 'まだ何も入力されていません。',
    cause: 'スペースとメンバーの欄がどちらも空です。',
    nextStep:
      'スペースとメンバーを入力するか、spaces/…/members/… の形のメンバーシップ名を貼り付けてください。',
  },
  noSpace: {
    happened: 'スペースが指定されていません。',
    cause: 'メンバーは指定されていますが、どのスペースを調べるのかがわかりません。',
    nextStep: 'Google Chat でスペースのリンクをコピーし、もう一方の欄に貼り付けてください。',
  },
  noMember: {
    happened: 'メンバーが指定されていません。',
    cause: 'スペースは指定されていますが、誰を調べるのかがわかりません。',
    nextStep: 'もう一方の欄にメールアドレス、ユーザー ID、グループ、または「app」を入力してください。',
  },
  twoSpaces: {
    happened: '両方の欄にスペースが入力されています。',
    cause: 'どちらか一方には、ユーザー、グループ、または Chat アプリを指定する必要があります。',
    nextStep: '一方をメールアドレスまたはユーザー ID に置き換えてください。',
  },
  contradiction: {
    happened: '2 つの欄の内容が一致していません。',
    cause:
      '一方にメンバーシップ名全体が入力されていますが、もう一方は別のスペースまたはメンバーを指しています。',
    nextStep: '調べたい方だけを残し、もう一方を空にしてください。',
  },
  memberInsteadOfSpace: {
    happened: '{value}はスペースではなく、メンバーです。',
    cause: 'この欄には、どのスペースを調べるのかを入力します。',
    nextStep: 'Google Chat でスペースのリンクをコピーし、ここに貼り付けてください。',
  },
  spaceInsteadOfMember: {
    happened: '{value}はメンバーではなく、スペースです。',
    cause: 'ここには、ユーザー、グループ、または Chat アプリを指定します。',
    nextStep: 'メールアドレス、ユーザー ID、groups/… の形のグループ、または「app」を入力してください。',
  },
  severalFound: {
    happened: 'このテキストには、スペースまたはメンバーが複数含まれています。',
    cause: '{value}と{other}が含まれており、どちらを指しているのかがわかりません。',
    nextStep: '調べたい方だけを残し、ほかを削除してください。',
  },
  notASpaceLink: {
    happened: 'このリンクはスペースのリンクではありません。',
    cause: 'Google Chat のホームなど、スペースではないページのリンクです。',
    nextStep: 'Google Chat で対象のスペースを開き、そのリンクをコピーしてください。',
  },
  foreignLink: {
    happened: 'Google Chat のリンクではありません。',
    cause: '{value}は Google Chat や Gmail のアドレスではありません。',
    nextStep: 'Google Chat で対象のスペースを開き、そのリンクをコピーしてください。',
  },
  emailInsteadOfSpace: {
    happened: 'このリンクからはスペースを特定できません。',
    cause: 'ダイレクト メッセージがメールアドレスで示されていますが、メールアドレスは ID ではありません。',
    nextStep:
      'Google Chat でそのダイレクト メッセージを開き、ID が表示された状態のリンクをコピーしてください。',
  },
  unsafeId: {
    happened: '{value}は ID ではありません。',
    cause: 'ID に使われるのは英数字、「-」、「_」だけですが、{character}が含まれています。',
    nextStep: 'リンクまたは ID をもう一度コピーし、そのまま貼り付けてください。',
  },
  invisibleCharacters: {
    happened: '{value}に、目に見えない文字が含まれています。',
    cause: 'コピーしたときに混ざったと思われる文字（{character}）があります。',
    nextStep: '貼り付けずに、手で入力し直してください。',
  },
  secretPasted: {
    happened: '入力されたのはスペースやメンバーではなく、キーまたはトークンです。',
    cause: 'アクセス権を与える情報のため、Rollcall では保存も表示もしません。',
    nextStep:
      'リンク、ID、またはメールアドレスを入力してください。他の人の目に触れた可能性があるキーは、再発行してください。',
  },
  errorValue: {
    happened: 'セルにエラー{value}が表示されています。',
    cause: 'セルの数式から、スペースもメンバーも得られません。',
    nextStep: '数式を修正するか、セルに値を直接入力してください。',
  },
  tooLong: {
    happened: 'テキストが長すぎます。',
    cause: 'リンクや ID が 2,048 文字を超えることはありません。',
    nextStep: 'リンクまたは ID だけを貼り付けてください。',
  },
  spaceUnreadable: {
    happened: '{value}はスペースとして認識できません。',
    cause: 'スペースのリンクでも ID でもありません。',
    nextStep: 'Google Chat のスペースのリンク、または spaces/… の形の ID を貼り付けてください。',
  },
  memberUnreadable: {
    happened: '{value}は照会できるメンバーではありません。',
    cause: '名前だけでは特定できません。メールアドレスまたは ID が必要です。',
    nextStep: 'メールアドレス、ユーザー ID、groups/… の形のグループ、または「app」を入力してください。',
  },
  emailMalformed: {
    happened: '{value}は照会できるメールアドレスではありません。',
    cause: 'メールアドレスに使えない文字（{character}）が含まれています。',
    nextStep: 'メールアドレスを確認し、入力し直してください。',
  },
  emailIncomplete: {
    happened: '{value}はメールアドレスとして不完全です。',
    cause: '末尾の「.com」など、「@」の前または後ろの一部が欠けています。',
    nextStep: '足りない部分を補って、入力し直してください。',
  },
  digitsLost: {
    happened: '{value}は桁が失われています。',
    cause: '長い ID がスプレッドシートで数値に変換され、丸められています。',
    nextStep:
      'セルの表示形式を「書式なしテキスト」（［表示形式］>［数字］）にしてから、ID を貼り付け直してください。',
  },
  meUnknown: {
    happened: '「me」が誰を指すのかわかりません。',
    cause: 'Rollcall にメールアドレスの参照が許可されていないか、組織の設定で非公開になっています。',
    nextStep: 'メールアドレスの参照を Rollcall に許可するか、メールアドレスを直接入力してください。',
  },
  meChanged: {
    happened: '「me」が誰を指すのかわかりません。',
    cause: 'この照会は別のユーザーが開始したもので、「me」はそのユーザーを指していました。',
    nextStep: '「me」の代わりにメールアドレスを入力し、その行をもう一度照会してください。',
  },
  argumentUnreadable: {
    happened: '関数に渡された値を読み取れません。',
    cause: '{value}は想定された種類の値ではありません。',
    nextStep: 'メンバーシップ名、またはスペースとメンバーを文字列で渡してください。',
  },
  answerOutdated: {
    happened: 'この回答は古いため、書き込めません。',
    cause: '照会してから 1 日以上たっており、状況が変わっている可能性があります。',
    nextStep: 'もう一度照会し、新しい回答を書き込んでください。',
  },

  nothingSelected: {
    happened: '何も選択されていません。',
    cause: 'Rollcall はシートで選択された行を照会します。',
    nextStep: 'スペースとメンバーのセルを選択してから、もう一度お試しください。',
  },
  notAGrid: {
    happened: 'このタブにはセルがありません。',
    cause: '表ではなく、グラフなどのオブジェクトが選択されています。',
    nextStep: 'セルのあるタブを開き、行を選択してください。',
  },
  noMembersFound: {
    happened: 'メンバーらしい列がありません。',
    cause: '{range}の行には、メールアドレス、ユーザー ID、メンバーシップ名がありません。',
    nextStep: 'アドレスや ID のある行を選択するか、メンバーの列を指定してください。',
  },
  columnsUnclear: {
    happened: 'どの列に質問があるのか判断できません。',
    cause: 'このタブには、スペースまたはメンバーに見える列が 3 つ以上あります。',
    nextStep:
      'スペースの列とメンバーの列を選択し、「選択した行を照会」を一度実行してください。次からは Rollcall がその列を覚えています。',
  },
  twoTables: {
    happened: '選択範囲が 2 つの表にまたがっています。',
    cause: '選択されたセルの間に別のセルがあり、回答を書き込む場所が決まりません。',
    nextStep: '表ごとに分けて行を選択してください。',
  },
  mergedCells: {
    happened: '選択範囲に結合されたセルがあります。',
    cause: '{range}に複数の行または列にまたがるセルがあり、行ごとの書き込み先が決まりません。',
    nextStep: 'セルの結合を解除してから、もう一度お試しください。',
  },
  datesColumn: {
    happened: '選択された列に日付が入っています。',
    cause: '{range}の値は日付または時刻で、スペースでもメンバーでもありません。',
    nextStep: 'スペースとメンバーの列を選択してください。',
  },
  selectionChanged: {
    happened: '選択範囲が変わりました。',
    cause: '表示した内容と異なるため、照会を開始しませんでした。',
    nextStep: '現在の内容を確認してから「開始」を押してください。',
  },
  noRosterOpen: {
    happened: '開いているタブはメンバー一覧ではありません。',
    cause:
      'スペースを指定しない場合は開いている一覧を更新しますが、このタブは Rollcall が作成したものではありません。',
    nextStep:
      'listMembers("spaces/…") のようにスペースを指定するか、「Members of …」タブを開いてから、もう一度お試しください。',
  },
  noSpacesSelected: {
    happened: 'スペースが選択されていません。',
    cause: '複数のスペースは、「Spaces」タブの行を選択して指定します。',
    nextStep: '「Spaces」タブでスペースの行を選択してから、もう一度お試しください。',
  },
  noSpacesTab: {
    happened: '「Spaces」タブがまだありません。',
    cause: '複数のスペースは、このタブの行を選択して指定します。',
    nextStep: '先に「自分のスペース一覧」を選び、シートに書き込んでください。',
  },
  directMessageUnconfirmed: {
    happened: 'ダイレクト メッセージ、または名前のないグループ チャットのため、何も書き込みませんでした。',
    cause: '参加者の氏名がそのまま名前になるため、シートを開けるすべての人の目に触れます。',
    nextStep:
      '書き込んでもよい場合は、ダイレクト メッセージとグループ チャットも含めるチェックボックスをオンにしてください。エディタでは、directMessages オプションを付けて listMembers を実行します。',
  },
  spaceNameTwice: {
    happened: '{value}という名前のスペースが複数あります。',
    cause: '{space}と{otherSpace}のどちらを指しているのかがわかりません。',
    nextStep: '調べたいスペースのリンクを貼り付けてください。',
  },
  nothingToAsk: {
    happened: '照会するものがありません。',
    cause: '未回答の質問がある行はありません。',
    nextStep:
      '「スペース」列にスペース、「メンバー」列にメンバーを入力してから、もう一度お試しください。エディタでは getMembership("spaces/…", "ada@example.com") で 1 件を照会できます。',
  },
};
