/** Menus, dialogs and sidebars: handed to the window of whoever has the spreadsheet open. */
import type { EditorWindow, Menu } from './editor-window';
import { BUTTON_SETS, type DialogRequest } from './dialogs';
import { ScriptException, type HostService, type Running } from './host';
import type { Locks } from './locks';
import { platformMessage } from './messages';

/** Answers every question as somebody in a hurry would: OK, yes, all permissions. */
export const NOBODY_WATCHING: EditorWindow = {
  alert: ({ buttons }) => Promise.resolve(BUTTON_SETS[buttons][0]),
  prompt: () => Promise.resolve({ button: 'CANCEL', text: '' }),
  toast: () => undefined,
  showSidebar: () => undefined,
  showDialog: () => undefined,
  addMenu: () => undefined,
  consent: (scopes) => Promise.resolve(scopes),
};

export function userInterface(locks: Locks): HostService {
  const present = (running: Running): void => {
    if (running.entry === 'trigger') {
      throw new ScriptException(
        platformMessage(running.locale, 'noUserInterface', { member: 'SpreadsheetApp.getUi()' }),
      );
    }
  };
  return {
    require: present,
    addMenu: (running: Running, menu: Menu) => {
      present(running);
      running.window.addMenu(menu);
    },
    // A script that waits for a person holds no lock.
    alert: (running: Running, request: DialogRequest) => {
      locks.releaseAll(running);
      return running.window.alert(request);
    },
    prompt: (running: Running, request: DialogRequest) => {
      locks.releaseAll(running);
      return running.window.prompt(request);
    },
    toast: ({ window }: Running, message: string, title: string, seconds: number) => {
      window.toast({ message, title, seconds });
    },
    showSidebar: ({ window }: Running, html: string, title: string) => {
      window.showSidebar({ html, title });
    },
    showModalDialog: (
      { window }: Running,
      html: string,
      title: string,
      width: number | null,
      height: number | null,
    ) => {
      window.showDialog({
        html,
        title,
        ...(width === null ? {} : { width }),
        ...(height === null ? {} : { height }),
      });
    },
  };
}
