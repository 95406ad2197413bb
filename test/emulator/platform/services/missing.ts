/** Services of Apps Script that the emulator does not have, and libraries: each member that is asked for says so. */
import { sealed, environment } from './inside';

const SERVICES = [
  'Browser',
  'CalendarApp',
  'CardService',
  'Charts',
  'ConferenceDataService',
  'ContactsApp',
  'ContentService',
  'DataStudioApp',
  'DocumentApp',
  'DriveApp',
  'FormApp',
  'GmailApp',
  'GroupsApp',
  'Jdbc',
  'LanguageApp',
  'LinearOptimizationService',
  'MailApp',
  'Maps',
  'MimeType',
  'ScriptProperties',
  'SitesApp',
  'SlidesApp',
  'UserProperties',
  'XmlService',
];

export function missingServices(): Readonly<Record<string, object>> {
  return Object.fromEntries([...SERVICES, ...environment.libraries].map((name) => [name, sealed(name, {})]));
}
