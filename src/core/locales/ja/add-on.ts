/** アドオンとして導入された場合にだけ変わることば。アドオンのコードは、利用者には開くことも変更することもできない。 */
import type { en } from '../en';
import type { Overlay } from '../overlay';

const PUBLISHER = '組織で Rollcall を公開している担当者に、appsscript.json の';
const THEN =
  '新しいバージョンとして公開するよう依頼してください。その後、Rollcall をもう一度実行してアクセスを許可してください。';

export const addOn: Overlay<typeof en> = {
  job: {
    goesOn: '残りは、およそ 1 時間ごとに自動で続きます。',
    tooManyTriggers:
      '1 つのアドオンのトリガーは、すべてのドキュメントを合わせて 1 人 20 個までで、すべて使われています。',
  },
  setup: {
    build: ({ version, hash }) => `バージョン ${version}、ビルド ${hash}、組織のアドオン`,
    warning:
      'このアドオンのコードはシートから変更できません。シートに書き込まれた回答は、このシートを開けるすべての人が読めます。',
    probes: {
      sidebar: { details: { failed: '許可されていません。サイドバーを表示できません。' } },
      continuing: {
        details: { proven: '許可されています。アドオンの処理が自動で続くのは、最短で 1 時間ごとです。' },
      },
    },
  },
  problems: {
    scopeNotInManifest: {
      nextStep: `${PUBLISHER} oauthScopes に "https://www.googleapis.com/auth/{scopeName}" を追加し、${THEN}`,
    },
    appScopesMissing: {
      nextStep: `${PUBLISHER} oauthScopes に "https://www.googleapis.com/auth/cloud-platform" を、urlFetchWhitelist に "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts" を追加し、${THEN}`,
    },
    adminScopesMissing: {
      nextStep: `${PUBLISHER} oauthScopes に "https://www.googleapis.com/auth/chat.admin.memberships.readonly" を追加し、${THEN}`,
    },
    scopeInsufficient: {
      nextStep:
        'Rollcall をもう一度実行し、すべての権限にチェックを入れてください。解決しない場合は、組織で Rollcall を公開している担当者に、appsscript.json の oauthScopes の確認を依頼してください。',
    },
    notConfirmed: {
      cause: '回答を誰が読めるかについての注意事項が、まだ確認されていません。',
    },
    tooManyTriggers: {
      cause: 'このアドオンのトリガーは、すべてのドキュメントを合わせて 1 人 20 個までです。',
      nextStep:
        'サイドバーを開いたままにするか、別のドキュメントの処理を完了してください。トリガーは https://script.google.com/home/triggers で削除できます。',
    },
  },
};
