/** Puts Apps Script's globals into a fresh context. Runs before the project's own files. */
import { advancedServices, UrlFetchApp } from './fetch';
import { HtmlService } from './html';
import { environment } from './inside';
import { console, Logger } from './log';
import { missingServices } from './missing';
import { AuthMode, ScriptApp, Session } from './script';
import { boundSpreadsheet, SpreadsheetApp } from './spreadsheet';
import { CacheService, LockService, PropertiesService } from './stores';
import { dateByClock } from './time';
import { Utilities } from './utilities';

const SERVICES: Readonly<Record<string, unknown>> = {
  ...missingServices(),
  CacheService,
  Date: dateByClock(),
  HtmlService,
  LockService,
  Logger,
  PropertiesService,
  ScriptApp,
  Session,
  SpreadsheetApp,
  UrlFetchApp,
  Utilities,
  console,
  ...advancedServices(),
};

for (const [name, value] of Object.entries(SERVICES)) {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
}

/** The event object of a trigger; the worker takes it. */
function eventObject(): Record<string, unknown> | null {
  const { event } = environment;
  if (event === null) return null;
  const { authMode, ...rest } = event;
  const isTimed = 'triggerUid' in rest;
  return {
    ...rest,
    authMode: AuthMode[authMode as keyof typeof AuthMode],
    ...(isTimed ? {} : { source: boundSpreadsheet }),
  };
}
Object.defineProperty(globalThis, '__event', { value: eventObject(), enumerable: false });
