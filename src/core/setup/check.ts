/** The set-up check, run: at most a handful of requests. */
import { readText } from '../arguments';
import { parseSpace } from '../chat/reference';
import type { SetupReport } from '../contract';
import type { Execution } from '../execution';
import { valueOf } from '../result';
import { BASE_FEATURES } from './consent';
import { probeSetup, reportOf, type Probe } from './setup';

export function checkSetup(execution: Execution, space: unknown, account: Probe): SetupReport {
  const typed = valueOf(readText(space));
  const facts = {
    missing: execution.missingScopes(BASE_FEATURES),
    grantPage: execution.grantUrl(),
    identity: execution.identity,
    space: typed.trim() === '' ? null : valueOf(parseSpace(typed)),
  };
  const probes = [account, ...probeSetup(facts, execution.chat)];
  return reportOf(probes, execution, (problem) => execution.problemText(problem));
}
