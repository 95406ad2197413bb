/** Ui: menus, alerts, prompts and the sidebar. */
import type { HtmlOutput } from './html';
import { call, enumOf, sealed } from './inside';
import type { EnumValue } from './inside';

export const Button = enumOf('OK', 'CANCEL', 'YES', 'NO', 'CLOSE');
export const ButtonSet = enumOf('OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL');

type ButtonName = keyof typeof Button;

interface MenuData {
  caption: string;
  items: ({ caption: string; functionName: string } | { separator: true } | { submenu: MenuData })[];
}

const MENU_DATA = new WeakMap<object, MenuData>();

function menu(caption: string) {
  const data: MenuData = { caption, items: [] };
  const builder = sealed('Menu', {
    addItem: (text: string, functionName: string) => {
      data.items.push({ caption: text, functionName });
      return builder;
    },
    addSeparator: () => {
      data.items.push({ separator: true });
      return builder;
    },
    addSubMenu: (other: object) => {
      const submenu = MENU_DATA.get(other);
      if (submenu) data.items.push({ submenu });
      return builder;
    },
    addToUi: () => {
      call('Ui', 'addMenu', data);
    },
  });
  MENU_DATA.set(builder, data);
  return builder;
}

/** `(prompt)`, `(prompt, buttons)`, `(title, prompt)` or `(title, prompt, buttons)`. */
function dialogArguments(args: readonly unknown[]): [title: string, prompt: string, buttons: string] {
  const texts = args.filter((one): one is string => typeof one === 'string');
  const buttons = args.find((one): one is EnumValue => typeof one === 'object' && one !== null);
  const [first = '', second] = texts;
  return second === undefined
    ? ['', first, buttons?.name() ?? 'OK']
    : [first, second, buttons?.name() ?? 'OK'];
}

export function getUi() {
  call('Ui', 'require');
  return sealed('Ui', {
    Button,
    ButtonSet,
    createMenu: menu,
    createAddonMenu: () => menu('Extensions'),
    alert: (...args: readonly unknown[]) => Button[call<ButtonName>('Ui', 'alert', ...dialogArguments(args))],
    prompt: (...args: readonly unknown[]) => {
      const { button, text } = call<{ button: ButtonName; text: string }>(
        'Ui',
        'prompt',
        ...dialogArguments(args),
      );
      return sealed('PromptResponse', {
        getSelectedButton: () => Button[button],
        getResponseText: () => text,
      });
    },
    showSidebar: (page: HtmlOutput) => {
      call('Ui', 'showSidebar', page.getContent(), page.getTitle());
    },
    showModalDialog: (page: HtmlOutput, title: string) => {
      call('Ui', 'showModalDialog', page.getContent(), title, page.getWidth(), page.getHeight());
    },
  });
}
