/** アドオンのときだけ変わる、サイドバーの文。 */
import type { sidebar } from '../../en/sidebar';
import type { Overlay } from '../../overlay';

export const addOnSidebar: Overlay<typeof sidebar> = {
  settings: {
    warning:
      '回答は、このシートを開けるすべての人が読めます。Google Chat では見られない人にも読まれることがあります。',
    editors: 'このシートを編集できるユーザー:',
  },
};
