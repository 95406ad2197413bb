/** What `npm start` says before and while it serves the preview, and what it gives to paste. */
import { SPACES } from '../workspace/invented';

/** Questions of the invented workspace, each with another kind of answer. */
export const TO_PASTE = [
  {
    space: `https://chat.google.com/room/${SPACES.launch.slice('spaces/'.length)}?cls=11`,
    member: 'jonas@lindqvist-design.example',
    why: { en: 'somebody from outside', ja: '組織外のユーザー' },
  },
  {
    space: SPACES.sales,
    member: 'ken.kobayashi@orchard.example',
    why: { en: 'in the space only through a group', ja: 'グループ経由でのみ参加' },
  },
  {
    space: SPACES.elsewhere,
    member: 'lena.fischer@orchard.example',
    why: { en: 'a space that you cannot see', ja: '自分には見えないスペース' },
  },
] as const;

export const START_TEXTS = {
  en: {
    preview: (url: string) => `Preview: ${url}`,
    things: 'Things to try there',
    inExtensions: 'Extensions > ',
    rows: 'Rollcall > Look up selected rows   rows of Project list are selected; the first click asks for permissions, as on Google',
    open: 'Rollcall > Open Rollcall           paste one of these into Space and Member:',
    script: 'the menus of the script            the first click asks for permissions, as on Google',
    faults: 'Fault presets, at the right        what can go wrong, and another person or speed',
    language: '日本語は画面右上で切り替えられます。最初から日本語にするには: npm start -- --language ja',
    end: 'Ctrl+C ends it.',
  },
  ja: {
    preview: (url: string) => `プレビュー: ${url}`,
    things: '試せること',
    inExtensions: '「拡張機能」>',
    rows: '「Rollcall」>「選択した行を照会」   案件リストの行が選択されています。最初の操作では、Google と同じく権限の確認が表示されます',
    open: '「Rollcall」>「Rollcall を開く」   次のいずれかを「スペース」と「メンバー」に貼り付けます。',
    script: 'スクリプトのメニュー   最初の操作では、Google と同じく権限の確認が表示されます',
    faults: '右端の「トラブル」   障害、ほかのユーザー、応答の速さ',
    language: 'English: choose it at the top right, or npm start -- --language en',
    end: 'Ctrl+C で終了します。',
  },
};
