/** Rollcall のメニュー。 */
import type { menu as en } from '../en/menu';

export const menu: typeof en = {
  name: 'Rollcall',
  showSidebar: 'Rollcall を開く',
  lookUpSelectedRows: '選択した行を照会',
  continueLookUp: '照会を再開',
  checkSetup: '設定を確認',
};
