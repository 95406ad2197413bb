/** The add-on as whoever looks up as the Chat app or as an admin deploys it: with the README's lines in its manifest. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Environment } from './environment';

const PREFIX = 'https://www.googleapis.com/auth/';
const SCOPES = ['cloud-platform', 'chat.admin.memberships.readonly', 'chat.admin.spaces.readonly'];
const HOST = 'https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts';

interface Manifest {
  readonly oauthScopes?: readonly string[];
  readonly urlFetchWhitelist?: readonly string[];
}

/** Opens a copy of the project whose manifest has the lines of both identities. */
export async function withIdentityLines<T>(
  project: string,
  open: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'identities-'));
  try {
    cpSync(project, folder, { recursive: true });
    const file = path.join(folder, 'appsscript.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    const extended = {
      ...manifest,
      oauthScopes: [...(manifest.oauthScopes ?? []), ...SCOPES.map((scope) => PREFIX + scope)],
      urlFetchWhitelist: [...(manifest.urlFetchWhitelist ?? []), HOST],
    };
    writeFileSync(file, JSON.stringify(extended));
    return await open(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Saves in the sheet's settings that this person asks as the app or as an admin, as they would in the sidebar. */
export async function askAs({ emulator, workspace, user }: Environment, as: 'app' | 'admin'): Promise<void> {
  const serviceAccount = as === 'app' ? (workspace.serviceAccounts?.[0]?.email ?? '') : '';
  const settings = { as, serviceAccount, confirmed: true };
  await emulator.run({ function: 'sidebarSaveSettings', args: [settings], entry: 'menu', user });
}
