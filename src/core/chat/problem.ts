/** Failures turned into problems: a code, a cause, a next step and who can take it. The only place that judges a failure. */
import { RULES, type FailureContext } from './failure-table';
import type { Failure } from '../ports';
import { PROBLEMS, type Page, type ProblemCode, type ProblemFacts, type Who } from './problem-table';

export type { ProblemCode, Who } from './problem-table';

/** A failure with a code. The words for it (what happened, why, what to do) are in `words/` under the same code. */
export interface Problem {
  readonly code: ProblemCode;
  /** What the words need: the offending value, a project number, a time. */
  readonly params: Readonly<Record<string, string>>;
  readonly who: Who;
  /** The exact Google page to open, where one exists. */
  readonly link?: string;
  /** Google's own words, shown where the cause is not certain. */
  readonly original?: string;
  /** May heal by itself: worth another try. */
  readonly passing: boolean;
  /** Would meet every other request too: a job stops. */
  readonly repeats: boolean;
}

/** The only error that core throws on purpose. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** The page that a code's link leads to, for its label. */
export function pageOf(code: ProblemCode): Page | null {
  return factsOf(code).page ?? null;
}

/** Makes the problem of a code. `params` feed the words; `original` is kept only where the code's cause is uncertain. */
export function problemOf(
  code: ProblemCode,
  params: Readonly<Record<string, string>> = {},
  original?: string,
): Problem {
  const facts = factsOf(code);
  return {
    code,
    params,
    who: facts.who,
    ...(facts.page === undefined ? {} : { link: addressOf(facts.page, params) }),
    ...(facts.showOriginal === true && original !== undefined && original !== '' ? { original } : {}),
    passing: facts.passing === true,
    repeats: facts.repeats === true,
  };
}

/** Judges a failure by status and reason, and by Google's own words where nothing else tells. */
export function judgeFailure(failure: Failure, context: FailureContext): Problem {
  const rule = RULES.find((row) => row.when(failure, context));
  const params = { caller: context.identity.as, ...projectIn(failure), ...rule?.params?.(failure, context) };
  return problemOf(rule?.code ?? 'unknown', params, failure.message);
}

/** Parameters that say nothing about people. */
const PARAMETERS_WITHOUT_PEOPLE = [
  'range',
  'count',
  'limit',
  'since',
  'spaces',
  'project',
  'scope',
  'feature',
  'caller',
  'column',
];

/** A problem fit for logs and properties: without what was typed and without Google's own words, which may name people. */
export function redacted({ code, params }: Problem): Problem {
  return problemOf(
    code,
    Object.fromEntries(Object.entries(params).filter(([name]) => PARAMETERS_WITHOUT_PEOPLE.includes(name))),
  );
}

function factsOf(code: ProblemCode): ProblemFacts {
  return PROBLEMS[code];
}

/** Addresses of Google's pages. `project` (a number) opens the right Cloud project where it is known. */
function addressOf(page: Page, { project }: Readonly<Record<string, string>>): string {
  const inProject = /^\d{1,20}$/.test(project ?? '') ? `?project=${project ?? ''}` : '';
  const addresses: Readonly<Record<Page, string>> = {
    chatApi: `https://console.developers.google.com/apis/api/chat.googleapis.com/overview${inProject}`,
    chatConfiguration: `https://console.cloud.google.com/apis/api/chat.googleapis.com/hangouts-chat${inProject}`,
    iamApi: `https://console.cloud.google.com/apis/library/iamcredentials.googleapis.com${inProject}`,
    serviceAccounts: `https://console.cloud.google.com/iam-admin/serviceaccounts${inProject}`,
    adminApiControls: 'https://admin.google.com/ac/owl',
    adminRoles: 'https://admin.google.com/ac/roles',
    adminChat: 'https://admin.google.com/ac/appslist/core',
    connections: 'https://myaccount.google.com/connections',
    chat: 'https://chat.google.com/',
    quotas: 'https://developers.google.com/apps-script/guides/services/quotas',
    status: 'https://www.google.com/appsstatus/dashboard/',
  };
  return addresses[page];
}

/**
 * The Cloud project's number, where the error tells it: `consumer`, the activation link or Google's sentence. Addresses
 * out of an answer are never shown: the number alone is taken and put into our own.
 */
function projectIn({ metadata, message }: Failure): { readonly project?: string } {
  const project =
    /^projects\/(\d{1,20})$/.exec(metadata?.consumer ?? '') ??
    /[?&]project=(\d{1,20})$/.exec(metadata?.activationUrl ?? '') ??
    /\bproject (\d{1,20}) before or it is disabled/.exec(message);
  return project?.[1] === undefined ? {} : { project: project[1] };
}
