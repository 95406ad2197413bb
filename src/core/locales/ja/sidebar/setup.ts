/** 設定の確認のビュー。 */
import { grouped } from '../../number';
import type { setup as english } from '../../en/sidebar/setup';

export const setup: typeof english = {
  title: '設定の確認',
  reportTitle: '問題を報告',
  reportText:
    'この確認結果をテキストとしてコピーし、行った操作と期待した結果を添えて、Rollcall の管理担当者に送ってください。氏名やメールアドレスは含まれません。',
  probe: (title, state) => `${title}：${state}`,
  busy: '確認しています…',
  allWell: 'すべて使えます。',
  needWorks: '必要な機能はすべて使えます。',
  failures: (count) => `使えない項目が ${grouped(count)} 件あります。`,
  untold: (count) => `確認できない項目が ${grouped(count)} 件あります。`,
  fine: (count) => `${grouped(count)} 項目は正常`,
  notUsed: (count) => `使っていない項目 ${grouped(count)} 件`,
  again: '再確認',
  copy: 'テキストをコピー',
  test: 'スペースを指定して確認',
  testHint: '参加しているスペース',
  testSubmit: '確認',
  build: (version, hash) => `Rollcall ${version}・ビルド ${hash}`,
};
