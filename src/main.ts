/** Every function that Apps Script may call, one line each. */
import { buildMenu } from './gas/menu';

/** Adds the Rollcall menu when the spreadsheet opens. */
export function onOpen(): void {
  buildMenu();
}
