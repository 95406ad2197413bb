/** The Rollcall menu. */

/** Adds the menu; safe in every AuthMode. */
export function buildMenu(): void {
  SpreadsheetApp.getUi().createMenu('Rollcall').addToUi();
}
