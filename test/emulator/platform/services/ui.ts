/** Ui: menus, alerts, prompts and the sidebar. */
import type { DialogButton, DialogRequest } from '../dialogs';
import type { HtmlOutput } from './html';
import { call, enumOf, environment, sealed, signatureError } from './inside';

export const Button = enumOf('OK', 'CANCEL', 'YES', 'NO', 'CLOSE');
export const ButtonSet = enumOf('OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL');

interface MenuData {
  caption: string;
  place?: 'extensions';
  items: ({ caption: string; functionName: string } | { separator: true } | { submenu: MenuData })[];
}

const MENU_DATA = new WeakMap<object, MenuData>();

function menu(caption: string, place?: 'extensions') {
  const data: MenuData = { caption, ...(place === undefined ? {} : { place }), items: [] };
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

/**
 * `(prompt)`, `(prompt, buttons)` or `(title, prompt, buttons)`; throws Google's message for anything else. [doc] That
 * numbers and truth values pass as texts is not established.
 */
function dialogOf(member: string, args: readonly unknown[]): DialogRequest {
  const [title, prompt, buttons] =
    args.length === 3 ? args : ['', args[0], args.length === 1 ? ButtonSet.OK : args[1]];
  const name = Object.entries(ButtonSet).find(([, set]) => set === buttons)?.[0];
  if (args.length > 3 || !isText(title) || !isText(prompt) || name === undefined)
    throw signatureError(member, args);
  return {
    title: String(title),
    prompt: String(prompt),
    buttons: name as DialogRequest['buttons'],
  };
}

function isText(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

export function getUi() {
  call('Ui', 'require');
  return sealed('Ui', {
    Button,
    ButtonSet,
    createMenu: menu,
    // Below Extensions, under the script's own name: for an add-on and for a bound script [doc].
    createAddonMenu: () => menu(environment.scriptName, 'extensions'),
    alert: (...args: readonly unknown[]) =>
      Button[call<DialogButton>('Ui', 'alert', dialogOf('Ui.alert', args))],
    prompt: (...args: readonly unknown[]) => {
      const { button, text } = call<{ button: DialogButton; text: string }>(
        'Ui',
        'prompt',
        dialogOf('Ui.prompt', args),
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
