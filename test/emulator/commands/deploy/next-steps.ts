/** What a person still has to do in Google's consoles: no program may do it for them, or only gcloud may. */
import { readFileSync } from 'node:fs';
import { folderOf, type ClaspSettings, type TargetId } from './settings';

/** What the steps name. */
export interface Deployed {
  readonly target: TargetId;
  readonly settings: ClaspSettings;
  /** Id of the Cloud project, where it was given. */
  readonly cloudProject: string | undefined;
  /** Version that was made of an add-on. */
  readonly version: number | null;
}

const CONSOLE = 'https://console.cloud.google.com';

/** Numbered, with the links of this script and project. */
export function nextSteps(deployed: Deployed): string {
  const { target, cloudProject = 'YOUR-PROJECT-ID' } = deployed;
  const steps = target === 'bound' ? boundSteps(deployed) : addOnSteps(deployed);
  const apis = target === 'bound' ? '' : ' appsmarket-component.googleapis.com';
  return [
    'What remains, once:',
    ...steps.map((step, index) => `${String(index + 1).padStart(2)}. ${step}`),
    '',
    'Steps 1 and 2 with gcloud:',
    `    gcloud projects create ${cloudProject} --name=Rollcall      # not for a project that exists`,
    `    gcloud services enable chat.googleapis.com${apis} --project=${cloudProject}`,
    `    gcloud projects describe ${cloudProject} --format='value(projectNumber)'`,
    '',
    'Only if the set-up check says that the Chat app is not configured (Google’s pages disagree whether reading needs it):',
    `    ${consolePage('apis/api/chat.googleapis.com/hangouts-chat', deployed)}`,
    '    App name     Rollcall',
    '    Avatar URL   https://developers.google.com/chat/images/quickstart-app-avatar.png',
    '    Description  Reads who is in Chat spaces, for a sheet',
    '    Interactive features: off. Save.',
  ].join('\n');
}

/** What to look at after every deployment. */
export function lookAtIt({ target, settings }: Deployed): string {
  const { version, hash } = buildOf(target);
  const place = settings.parentId === undefined ? '' : ` ${sheetOf(settings.parentId)}`;
  const menu = target === 'bound' ? 'Rollcall > Check set-up' : 'Extensions > Rollcall > Check set-up';
  return `Reload the sheet${place} and choose ${menu}: it must say version ${version}, build ${hash}.`;
}

/** What a built script says of itself. */
export function buildOf(target: TargetId): { readonly version: string; readonly hash: string } {
  const code = readFileSync(`${folderOf(target)}/Code.js`, 'utf8');
  const [, version = '', hash = ''] = /version: "([^"]+)", hash: "([\da-f]{12})"/.exec(code) ?? [];
  return { version, hash };
}

function boundSteps(deployed: Deployed): readonly string[] {
  const { settings } = deployed;
  return [
    ...projectSteps(deployed),
    linkStep(deployed),
    `Open the sheet${settings.parentId === undefined ? '' : `: ${sheetOf(settings.parentId)}`}. Menu Rollcall > Open Rollcall; grant; open it again.`,
    lookAtIt(deployed),
  ];
}

function addOnSteps(deployed: Deployed): readonly string[] {
  const { settings, version } = deployed;
  const { scriptId = '' } = settings;
  const { oauthScopes } = JSON.parse(readFileSync('appsscript.json', 'utf8')) as { oauthScopes: string[] };
  return [
    ...projectSteps(deployed),
    linkStep(deployed),
    `Try it in one sheet: https://script.google.com/d/${scriptId}/edit > Deploy > Test deployments > Editor Add-on.`,
    `Switch on the Marketplace SDK: ${consolePage('apis/library/appsmarket-component.googleapis.com', deployed)}`,
    [
      `Configure the app: ${consolePage('apis/api/appsmarket-component.googleapis.com/googleapps_sdk', deployed)}`,
      '    Visibility   Private',
      '    Integration  Sheets add-on',
      `    Script id    ${scriptId}`,
      `    Version      ${version ?? '(the newest)'}`,
      '    OAuth scopes',
      ...oauthScopes.map((scope) => `      ${scope}`),
    ].join('\n'),
    'Fill in the store listing on the same page and publish. A private app is not reviewed by Google.',
    'Install it: https://admin.google.com > Apps > Google Workspace Marketplace apps > Install app > Internal apps.',
    'If your organisation restricts Google Chat, trust the app: https://admin.google.com/ac/owl',
    lookAtIt(deployed),
  ];
}

function projectSteps(deployed: Deployed): readonly string[] {
  return [
    deployed.cloudProject === undefined
      ? `Cloud project: create one at ${CONSOLE}/projectcreate, or take one of your organisation's. Note its number.`
      : `Cloud project ${deployed.cloudProject}: note its number at ${consolePage('home/dashboard', deployed)}`,
    `Switch on the Google Chat API: ${consolePage('apis/library/chat.googleapis.com', deployed)}`,
    `Consent screen, audience Internal: ${consolePage('auth/overview', deployed)}`,
  ];
}

function linkStep({ settings: { scriptId = '' } }: Deployed): string {
  return `Link the two: https://script.google.com/home/projects/${scriptId}/settings > Change project > the project's number.`;
}

function consolePage(page: string, { cloudProject }: Deployed): string {
  return `${CONSOLE}/${page}${cloudProject === undefined ? '' : `?project=${cloudProject}`}`;
}

function sheetOf(id: string): string {
  return `https://docs.google.com/spreadsheets/d/${id}/edit`;
}
