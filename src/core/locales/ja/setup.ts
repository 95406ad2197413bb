/** 設定の確認: 各項目の内容と、状態ごとの説明。 */
import type { ProbeState } from '../../contract';
import type { setup as en } from '../en/setup';

type Details = Readonly<Record<ProbeState, string>>;

function permission(consequence: string): Details {
  return {
    proven: '許可されています。',
    failed: `許可されていません。${consequence}`,
    notProven: '確認していません。',
    notNeeded: '不要です。',
  };
}

export const setup: typeof en = {
  title: 'Rollcall：設定の確認',
  build: ({ version, hash }) => `バージョン ${version}、ビルド ${hash}、このシートのスクリプト`,
  warning:
    'このシートを編集できる人はスクリプトも編集できます。編集されたスクリプトは、次にクリックした人の権限で実行されます。',
  states: { proven: '確認済み', failed: '失敗', notProven: '未確認', notNeeded: '不要' },
  probes: {
    account: {
      title: '使用中の Google アカウント',
      details: {
        proven: 'サイドバーとシートは同じアカウントを使っています。',
        failed: 'サイドバーは別のアカウントでスクリプトを呼び出しています。',
        notProven:
          'スクリプトからは確認できません。サイドバーが反応しない場合は、アカウントが 1 つだけのウィンドウをお使いください。',
        notNeeded: 'サイドバー以外では不要です。',
      },
    },
    memberships: {
      title: 'メンバーシップを読み取る権限',
      details: permission('ご自身の権限では照会できません。'),
    },
    sheet: {
      title: 'このスプレッドシートの権限',
      details: permission('回答を書き込めません。ほかの機能は使えます。'),
    },
    sidebar: {
      title: 'サイドバーの権限',
      details: permission('サイドバーを表示できません。スクリプト エディタの関数は使えます。'),
    },
    me: { title: '「me」を特定する権限', details: permission('「me」を使えません。ほかの機能は使えます。') },
    parallel: {
      title: '並列リクエストの権限',
      details: permission('1 件ずつ照会するため、時間がかかります。'),
    },
    continuing: {
      title: 'サイドバーなしで続行する権限',
      details: permission('サイドバーを閉じると、照会は自動では続きません。'),
    },
    spaceNames: {
      title: 'スペース名を表示する権限',
      details: permission('スペースは ID で表示され、名前では選べません。リンクと ID は使えます。'),
    },
    chatApi: {
      title: 'Google Chat API',
      details: {
        proven: '応答があります。',
        failed: 'すべての呼び出しが拒否されます。',
        notProven: '判断できる応答がありませんでした。',
        notNeeded: '不要です。',
      },
    },
    chatApp: {
      title: 'Cloud プロジェクトの Chat アプリの設定',
      details: {
        proven: '設定されています。',
        failed: '設定されていません。',
        notProven: '読み取りは設定がなくても動作する場合があるため、どちらとも言えません。',
        notNeeded: '不要です。',
      },
    },
    space: {
      title: '指定したスペースのメンバーシップの読み取り',
      details: {
        proven: 'このスペースのメンバーシップを読み取れます。',
        failed: 'このスペースのメンバーシップを読み取れません。',
        notProven: '未確認です。参加しているスペースを指定し、上の項目に失敗があれば先に解決してください。',
        notNeeded: 'スペースは指定されていません。',
      },
    },
    app: {
      title: 'Chat アプリとしての照会',
      details: {
        proven: 'サービス アカウントのトークンを取得できます。',
        failed: 'サービス アカウントのトークンを取得できません。',
        notProven: '未確認です。上の項目の失敗を先に解決してください。',
        notNeeded: '使用していません。別の権限で照会する設定です。',
      },
    },
    appInSpace: {
      title: 'Chat アプリのスペースへの参加',
      details: {
        proven: '指定したスペースを読み取れます。',
        failed: '指定したスペースを読み取れません。',
        notProven: '未確認です。スペースを指定し、上の項目に失敗があれば先に解決してください。',
        notNeeded: '使用していません。別の権限で照会する設定です。',
      },
    },
    admin: {
      title: 'Workspace 管理者としての照会',
      details: {
        proven: 'Google が管理者権限を認めています。',
        failed: 'Google が Workspace 管理者としての呼び出しを認めていません。',
        notProven: '未確認です。組織のスペースを指定し、上の項目に失敗があれば先に解決してください。',
        notNeeded: '使用していません。別の権限で照会する設定です。',
      },
    },
  },
};
