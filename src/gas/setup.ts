/** The set-up check, run for the sidebar or the editor: at most a handful of requests. */
import type { SetupReport } from '../core/contract';
import { BASE_FEATURES } from '../core/setup/consent';
import { readText } from '../core/arguments';
import { parseSpace } from '../core/chat/reference';
import { valueOf } from '../core/result';
import { probeSetup, reportOf, type Probe } from '../core/setup/setup';
import type { App } from './app';
import { grantUrl, missingScopes } from './consent';
import { inEditor } from './editor';

/** That the sidebar was answered shows that it and the sheet speak as one account. */
export function checkForSidebar(app: App, space: unknown): SetupReport {
  return check(app, space, { id: 'account', state: 'proven', problem: null });
}

/** Prints the report and returns it. */
export function checkInEditor(space: unknown, as: unknown): SetupReport {
  return inEditor((app) => {
    app.askAs(as);
    const report = check(app, space ?? '', { id: 'account', state: 'notNeeded', problem: null });
    Logger.log(report.text);
    return report;
  });
}

function check(app: App, space: unknown, account: Probe): SetupReport {
  const typed = valueOf(readText(space));
  const facts = {
    missing: missingScopes(BASE_FEATURES),
    grantPage: grantUrl(),
    identity: app.identity,
    space: typed.trim() === '' ? null : valueOf(parseSpace(typed)),
  };
  return reportOf([account, ...probeSetup(facts, app.chat)], app.catalogue, (problem) =>
    app.explain(problem),
  );
}
