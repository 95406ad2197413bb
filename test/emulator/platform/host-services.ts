/** Every host service of a script, by the name under which the classes inside its context call it. */
import { seededRandom } from '../random';
import { GoogleHttp } from './google-http';
import type { HostService, Running } from './host';
import type { LogLine } from './log-line';
import { scriptAppService } from './script-app';
import type { ScriptState } from './script-state';
import { userInterface } from './user-interface';
import { utilitiesService } from './utilities';

/** @param sheets The services of the spreadsheet. */
export function hostServices(
  state: ScriptState,
  sheets: Readonly<Record<string, HostService>>,
): ReadonlyMap<string, HostService> {
  const { options } = state;
  const { project, authorization, properties, caches, locks, triggers } = state.installation;
  const { apis, clock, seed } = options;
  const { manifest } = project;
  const tokenOf = ({ user }: Running): string =>
    apis.issueToken({ user, scopes: [...authorization.of(user)] });
  const http = new GoogleHttp({
    apis,
    whitelist: manifest.urlFetchWhitelist,
    scenario: () => state.scenario,
    random: seededRandom(seed ?? 1),
    tokenOf,
    clock,
  });
  state.whenScenarioChanges(() => {
    http.restart();
  });
  const advanced = manifest.dependencies?.enabledAdvancedServices ?? [];
  const services: Readonly<Record<string, HostService>> = {
    ...sheets,
    Ui: userInterface(locks),
    Properties: properties.service,
    Cache: caches.service,
    Lock: locks.service,
    UrlFetchApp: http.urlFetch,
    ...Object.fromEntries(advanced.map(({ userSymbol }) => [userSymbol, http.advanced])),
    HtmlService: { read: (_: Running, name: string) => project.pages.get(name) ?? '' },
    Logger: logService('Logger'),
    console: logService('console'),
    Session: {
      getActiveUser: ({ email }: Running) => email,
      getEffectiveUser: ({ email }: Running) => email,
    },
    Utilities: utilitiesService(clock, seed),
    ScriptApp: scriptAppService(authorization, triggers, tokenOf),
  };
  return new Map(Object.entries(services));
}

function logService(from: LogLine['from']): HostService {
  const write = (level: LogLine['level']) => (running: Running, text: string) => {
    running.log({ from, level, text });
  };
  return { log: write('log'), info: write('info'), warn: write('warn'), error: write('error') };
}
