/** ある人が、自分のどのスペースに参加しているか。 */
import { grouped } from '../../number';
import type { where as english } from '../../en/sidebar/where';

export const where: typeof english = {
  reading: 'スペースの一覧を読み込んでいます…',
  in: (found, total) => `${grouped(total)} 件中 ${grouped(found)} 件に参加中`,
  inOrganisation: (found, total) => `${grouped(total)} 件中 ${grouped(found)} 件に参加中`,
  noSpaces: '参加中のスペースがないため、探せません。',
  progress: '確認したスペース',
  of: (total) => `/ ${grouped(total)} 件`,
  rate: (perSecond) => `毎秒 ${grouped(perSecond)} 件`,
  foundSoFar: (count) => `見つかったスペース：${grouped(count)}`,
  nothingWritten: 'シートには何も書き込みません。',
  bar: '判定ごとのスペース数',
  onlyOwner: (count) => `唯一のオーナー（${grouped(count)} スペース）：`,
  more: (count) => `ほか ${grouped(count)} 件`,
  unchecked: (count) => `確認できず ${grouped(count)} 件：`,
  scope: '自分も参加しているスペースのみ。グループ経由の参加は確認できません。',
  scopeOrganisation: '組織の名前付きスペースすべて。グループ経由の参加は確認できません。',
  tooMany: (total) =>
    `スペースが ${grouped(total)} 件あり、ここでは確認しきれません。専用のタブに 1 行ずつ書き出して確認します。`,
  inTab: (total) => `${grouped(total)} 件のスペースを確認`,
  notAll: (left) => `中断しました。${grouped(left)} 件は未確認です。`,
  goOn: '続ける',
  about: (role, since) => [role, since].filter((part) => part !== '').join('・'),
};
