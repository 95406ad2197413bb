/** Where a person's settings lie: in their own user properties, by spreadsheet. Nobody else can read them. */
import type { Settings } from '../core/contract';
import { readSettings } from '../core/setup/settings';

/** A script copied with its sheet starts without settings: a confirmation holds for one sheet. */
function key(): string {
  return `rollcall.settings.${SpreadsheetApp.getActiveSpreadsheet().getId()}`;
}

/** Loads the settings of this person in this sheet; the default ones where the sheet itself may not be read. */
export function loadSettings(): Settings {
  return readSettings(PropertiesService.getUserProperties().getProperty(key()));
}

export function saveSettings(settings: Settings): void {
  PropertiesService.getUserProperties().setProperty(key(), JSON.stringify(settings));
}
