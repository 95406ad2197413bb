/** What a script can ask in an alert or a prompt, and what can answer it. */

/** The buttons of an alert or a prompt, by the name of their set. */
export const BUTTON_SETS = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
} as const satisfies Readonly<Record<string, readonly DialogButton[]>>;

/** What answers a dialog: one of its buttons, or `CLOSE` where it was closed without one. */
export const DIALOG_BUTTONS = ['OK', 'CANCEL', 'YES', 'NO', 'CLOSE'] as const;
export type DialogButton = (typeof DIALOG_BUTTONS)[number];

export interface DialogRequest {
  readonly title: string;
  readonly prompt: string;
  readonly buttons: keyof typeof BUTTON_SETS;
}
