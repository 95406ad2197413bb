/** Who looks up as the Chat app or as an admin: the README's lines in the manifest, and the confirmation in the sheet's settings. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Emulator } from '../emulator';
import { NOBODY_WATCHING } from '../platform/user-interface';
import type { Scenario } from '../scenario/scenario';
import { UsageError } from './options';

const PREFIX = 'https://www.googleapis.com/auth/';
const SCOPES = ['cloud-platform', 'chat.admin.memberships.readonly', 'chat.admin.spaces.readonly'];
const HOST = 'https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts';
/** What the sidebar calls to save a person's settings. */
const SAVE = 'sidebarSaveSettings';

/** As whom a person asks instead of as themselves. The address is empty for an admin. */
export interface Confirmation {
  readonly as: 'app' | 'admin';
  readonly serviceAccount: string;
}

/** Reads `--confirm`; null where it was not given. */
export function readConfirmation(typed: string | undefined): Confirmation | null {
  if (typed === undefined) return null;
  if (typed === 'admin') return { as: 'admin', serviceAccount: '' };
  const [, serviceAccount] = /^app=(.+)$/.exec(typed) ?? [];
  if (serviceAccount !== undefined) return { as: 'app', serviceAccount };
  throw new UsageError(`--confirm takes admin or app=ADDRESS of a service account, not "${typed}".`);
}

interface Manifest {
  readonly oauthScopes?: readonly string[];
  readonly urlFetchWhitelist?: readonly string[];
}

/** Opens a copy of the project whose manifest has the lines of both identities. A list that the manifest lacks needs none. */
export function withIdentityLines<T>(project: string, open: (folder: string) => T): T {
  // Without a manifest it is no project; opening it says so.
  if (!existsSync(path.join(project, 'appsscript.json'))) return open(project);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'identities-'));
  try {
    cpSync(project, folder, { recursive: true });
    const file = path.join(folder, 'appsscript.json');
    const { oauthScopes, urlFetchWhitelist, ...manifest } = JSON.parse(
      readFileSync(file, 'utf8'),
    ) as Manifest;
    const extended = {
      ...manifest,
      ...(oauthScopes && {
        oauthScopes: [...new Set([...oauthScopes, ...SCOPES.map((one) => PREFIX + one)])],
      }),
      ...(urlFetchWhitelist && { urlFetchWhitelist: [...new Set([...urlFetchWhitelist, HOST])] }),
    };
    writeFileSync(file, JSON.stringify(extended));
    return open(folder);
  } catch (error) {
    // The copy's name would mean nothing to anybody.
    throw error instanceof Error ? new Error(error.message.replaceAll(folder, project)) : error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Reply {
  readonly ok: boolean;
  readonly problem?: { readonly happened: string };
}

/**
 * Saves in the sheet's settings that this person asks as the app or as an admin, as they would have done in the sidebar on a
 * day without faults. Throws a `UsageError` with the add-on's own words where it refuses the address.
 */
export async function confirm(
  confirmation: Confirmation,
  emulator: Emulator,
  scenario: Scenario,
  user: string,
): Promise<void> {
  if (!emulator.functions().includes(SAVE)) {
    throw new UsageError(`--confirm: the project has no function ${SAVE}. Only Rollcall has such settings.`);
  }
  emulator.setScenario({ ...scenario, refusedScopes: [], faultPresets: [] });
  const args = [{ ...confirmation, confirmed: true }];
  const window = NOBODY_WATCHING;
  const { value, error } = await emulator.run({ function: SAVE, args, entry: 'menu', user, window });
  // The command itself starts as on the first day.
  emulator.answerConsent(null, user);
  emulator.setScenario(scenario);
  const reply = value as Reply | undefined;
  if (reply?.ok !== true)
    throw new UsageError(
      `--confirm: ${reply?.problem?.happened ?? error?.message ?? 'the add-on refused it.'}`,
    );
}
