/** The doors of the built add-on, as people use them: the sidebar's functions, the editor's Run button, the menu, a trigger. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Answer, ProblemText, Reply, Settings } from '../../src/core/contract';
import { TARGETS, type Target, type TargetId } from '../../src/core/target';
import type { ExecutionResult } from '../emulator/platform/execution';
import { NOBODY_WATCHING } from '../emulator/platform/user-interface';
import {
  grantAll,
  openEnvironment,
  type TestEnvironment,
  type EnvironmentOptions,
} from '../emulator.testing';

/** What a window showed. */
export interface Shown {
  readonly alerts: { readonly title: string; readonly prompt: string }[];
  readonly sidebars: { readonly title: string }[];
  readonly toasts: string[];
}

export interface UserSession extends TestEnvironment {
  readonly shown: Shown;
  /** Calls a function as the sidebar does. */
  readonly sidebar: <T>(name: string, ...args: readonly unknown[]) => Promise<Reply<T>>;
  /** Asks one question in the sidebar. Throws with the problem where there is no answer. */
  readonly ask: (space: string, member: string) => Promise<Answer>;
  /** Runs a function as the editor's Run button does, or other code in the editor. */
  readonly editor: (name: string, ...args: readonly unknown[]) => Promise<ExecutionResult>;
  readonly menu: (name: string) => Promise<ExecutionResult>;
  /** Selects ranges as the one at the sheet. */
  readonly select: (tab: string, ranges: readonly string[]) => void;
}

export interface SessionOptions extends EnvironmentOptions {
  /** `users/…` who sits at the sheet; the workspace's caller unless told. */
  readonly user?: string;
  /** False: nobody has been through the consent screen yet. */
  readonly granted?: boolean;
}

/** Opens an environment and sits somebody down at it who has granted everything that the scenario does not refuse. */
export async function openSession({
  user,
  granted = true,
  ...options
}: SessionOptions = {}): Promise<UserSession> {
  const shown: Shown = { alerts: [], sidebars: [], toasts: [] };
  const environment = await openEnvironment({
    window: {
      ...NOBODY_WATCHING,
      alert: (request) => {
        shown.alerts.push(request);
        return Promise.resolve('OK');
      },
      toast: ({ message }) => shown.toasts.push(message),
      showSidebar: (page) => shown.sidebars.push(page),
    },
    ...options,
  });
  if (granted) grantAll(environment, user);
  const { emulator } = environment;
  const who = user === undefined ? {} : { user };
  const sidebar = async <T>(name: string, ...args: readonly unknown[]) =>
    (await emulator.runFromPage(name, args, user)) as Reply<T>;
  return {
    ...environment,
    shown,
    sidebar,
    ask: async (space, member) => valueOf(await sidebar<Answer>('sidebarLookUp', { space, member })),
    editor: (name, ...args) => emulator.run({ function: name, args, entry: 'editor', ...who }),
    select: (tab, ranges) => {
      emulator.spreadsheet.select(tab, ranges, user);
    },
    menu: (name) => emulator.run({ function: name, entry: 'menu', ...who }),
  };
}

/** The value of a reply. Throws with the problem's code and words where there is none. */
export function valueOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new Error(`${reply.problem.code}: ${JSON.stringify(reply.problem)}`);
}

/** The problem of a reply. Throws where there is none. */
export function problemOf(reply: Reply<unknown>): ProblemText {
  if (!reply.ok) return reply.problem;
  throw new Error(`No problem: ${JSON.stringify(reply.value)}`);
}

/** What the editor's log shows. */
export function logOf({ log }: ExecutionResult): string {
  return log.map(({ text }) => text).join('\n');
}

export const CLOUD_PLATFORM = 'https://www.googleapis.com/auth/cloud-platform';
export const ADMIN_MEMBERSHIPS = 'https://www.googleapis.com/auth/chat.admin.memberships.readonly';
export const IAM_HOST = 'https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts';

interface Manifest {
  oauthScopes: readonly string[];
  urlFetchWhitelist: readonly string[];
}

/** The built add-on with another manifest. `remove` deletes the folder. */
export function withManifest(
  change: (manifest: Manifest) => Partial<Manifest>,
  { folder }: Target = TARGETS.bound,
) {
  const project = mkdtempSync(path.join(os.tmpdir(), 'changed-'));
  cpSync(folder, project, { recursive: true });
  const file = path.join(project, 'appsscript.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  writeFileSync(file, JSON.stringify({ ...manifest, ...change(manifest) }));
  return {
    project,
    remove: () => {
      rmSync(project, { recursive: true, force: true });
    },
  };
}

/** The built add-on with lines added to its manifest, as the README says. */
export function extended(scopes: readonly string[], hosts: readonly string[] = []) {
  return extendedOf('bound', scopes, hosts);
}

/** The same of one of the two builds. */
export function extendedOf(target: TargetId, scopes: readonly string[], hosts: readonly string[] = []) {
  return withManifest(
    ({ oauthScopes, urlFetchWhitelist }) => ({
      oauthScopes: [...oauthScopes, ...scopes],
      urlFetchWhitelist: [...urlFetchWhitelist, ...hosts],
    }),
    TARGETS[target],
  );
}

export const AS_APP: Settings = {
  as: 'app',
  serviceAccount: 'rollcall-app@orchard-project.iam.gserviceaccount.com',
  confirmed: true,
};
export const AS_ADMIN: Settings = { as: 'admin', serviceAccount: '', confirmed: true };
