/** The window in which somebody has the spreadsheet open, as a script's services reach it. */
import type { DialogButton, DialogRequest } from './dialogs';
import type { LogLine } from './log-line';

/** What an open editor window does when a script asks for it. Tests answer at once; the preview shows it. */
export interface EditorWindow {
  alert(request: DialogRequest): Promise<DialogButton>;
  prompt(request: DialogRequest): Promise<{ readonly button: DialogButton; readonly text: string }>;
  toast(request: { readonly message: string; readonly title: string; readonly seconds: number }): void;
  showSidebar(page: { readonly html: string; readonly title: string }): void;
  showDialog(page: {
    readonly html: string;
    readonly title: string;
    readonly width?: number;
    readonly height?: number;
  }): void;
  addMenu(menu: Menu): void;
  /** A line of the execution log, when it is written. */
  log?(line: LogLine): void;
  /** The consent screen: the scopes that the user grants of those asked for; null where they cancel it. */
  consent(scopes: readonly string[]): Promise<readonly string[] | null>;
}

export interface Menu {
  readonly caption: string;
  /** `extensions`: it stands in the editor's menu Extensions; absent: in the menu bar. */
  readonly place?: 'extensions';
  readonly items: readonly (
    | { readonly caption: string; readonly functionName: string }
    | { readonly separator: true }
    | { readonly submenu: Menu }
  )[];
}
