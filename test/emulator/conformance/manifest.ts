/** The manifest of the cases, with the lines that reads as the Chat app and as an admin need. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PREFIX = 'https://www.googleapis.com/auth/';

/** As whom the cases may read, besides as the person who asks. */
export interface Identities {
  readonly app: boolean;
  readonly admin: boolean;
}

interface Manifest {
  readonly oauthScopes: readonly string[];
  readonly urlFetchWhitelist: readonly string[];
}

/** Copies the cases into a folder, with a manifest that allows no more than these identities need. */
export function copyProject(from: string, to: string, { app, admin }: Identities): void {
  cpSync(from, to, { recursive: true });
  const file = path.join(to, 'appsscript.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const scopes = [...(app ? ['cloud-platform'] : []), ...(admin ? ['chat.admin.memberships.readonly'] : [])];
  const hosts = app ? ['https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts'] : [];
  const extended = {
    ...manifest,
    oauthScopes: [...manifest.oauthScopes, ...scopes.map((scope) => PREFIX + scope)],
    urlFetchWhitelist: [...manifest.urlFetchWhitelist, ...hosts],
  };
  writeFileSync(file, `${JSON.stringify(extended, null, 2)}\n`);
}
