/** 参加スペースを探す（スクリプト エディタ）: タブの見出しとログの文。 */
import type { where as english } from '../en/where';

const left = (unchecked: number): string =>
  unchecked === 0 ? '' : `${unchecked} 件は確認できませんでした。タブをご覧ください。`;

export const where: typeof english = {
  columns: { name: 'スペース名', space: 'スペース', member: 'メンバー' },
  found: ({ places, asked, unchecked }) =>
    `あなたが参加している ${asked} 件のスペースのうち ${places} 件に参加しています。${left(unchecked)}`,
  foundAsAdmin: ({ places, asked, unchecked }) =>
    `組織の名前付きスペース ${asked} 件のうち ${places} 件に参加しています。${left(unchecked)}`,
  onlyOwner: (spaces) => `唯一のオーナーになっているスペース: ${spaces.join('、')}`,
  written: (link) => `書き込んだタブ: ${link}`,
  notAsked: '別の処理が残っていたため、そちらを再開しました。もう一度この関数を実行してください。',
};
