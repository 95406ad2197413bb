/** The set-up check: probes in order, each proven, failed, not proven or not needed. It stops at what blocks the rest. */
import type { Build, ProbeState, ProblemText, SetupReport } from '../contract';
import type { Identity } from '../chat/identity';
import { readMembershipPage } from '../chat/membership';
import type { ChatPort, ChatRequest, Failure, Outcome } from '../ports';
import { judgeFailure, problemOf, ProblemError, type Problem, type ProblemCode } from '../chat/problem';
import { BASE_FEATURES, missingCode, scopesOf, type BaseFeature } from './consent';
import type { Catalogue } from '../locales/catalogue';

export type ProbeId =
  'account' | BaseFeature | 'chatApi' | 'chatApp' | 'space' | 'app' | 'appInSpace' | 'admin';

/** What is known before anything is sent. */
export interface SetupFacts {
  /** Scopes (short) of the base features that are missing. */
  readonly missing: readonly string[];
  /** Where scopes can be granted; null where nothing is left to grant. */
  readonly grantPage: string | null;
  readonly identity: Identity;
  /** A space the person names, bare id; null where none is named. */
  readonly space: string | null;
}

/** What a probe found. */
export interface Probe {
  readonly id: ProbeId;
  readonly state: ProbeState;
  readonly problem: Problem | null;
}

/** A space that nobody has: the Chat API's refusal still tells whether the API is on and the call is allowed. */
const NOBODYS_SPACE = 'AAAAAAAAAAA';

/** Problems of the network and of quotas: nothing is proven, and nothing about the set-up failed. */
const PROVES_NOTHING: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'networkDown',
  'timeout',
  'unavailable',
  'serverError',
  'rateLimited',
  'answerUnreadable',
  'dailyQuota',
  'tooOften',
  'bandwidth',
  'unknown',
]);

/** Runs the probes: at most two requests as the person, two as the app or admin. */
export function probeSetup(facts: SetupFacts, chat: ChatPort): readonly Probe[] {
  const permissions = BASE_FEATURES.map((id): Probe => {
    const scope = scopesOf(id).find((one) => facts.missing.includes(one));
    return scope === undefined ? proven(id) : failed(id, problemOf(missingCode(facts.grantPage), { scope }));
  });
  if (permissions.some(({ id, state }) => id === 'memberships' && state === 'failed')) {
    // The app and an admin read with permissions of their own.
    const unread = (['chatApi', 'chatApp', 'space'] as const).map(notProven);
    return [...permissions, ...unread, ...probeIdentity(facts, chat)];
  }
  return [...permissions, ...probeApi(facts, chat)];
}

function probeApi(facts: SetupFacts, chat: ChatPort): readonly Probe[] {
  const asked = facts.space ?? NOBODYS_SPACE;
  const first = read(asked, { as: 'user' }, chat);
  if (first.ok) {
    return [
      proven('chatApi'),
      // Reads work without a configured app, so they say nothing about it.
      notProven('chatApp'),
      facts.space === null ? notNeeded('space') : proven('space'),
      ...probeIdentity(facts, chat),
    ];
  }
  const { problem } = first;
  if (problem.code === 'appNotConfigured') {
    return [proven('chatApi'), failed('chatApp', problem), notProven('space'), ...others(facts)];
  }
  if (PROVES_NOTHING.has(problem.code) || problem.repeats) {
    return [judged('chatApi', problem), notProven('chatApp'), notProven('space'), ...others(facts)];
  }
  // The API itself answered: it is on, and the space asked for is closed or unknown.
  return [
    proven('chatApi'),
    notProven('chatApp'),
    facts.space === null ? notProven('space') : failed('space', problem),
    ...probeIdentity(facts, chat),
  ];
}

/** What the chosen identity needs, asked for only where it is chosen. */
function probeIdentity(facts: SetupFacts, chat: ChatPort): readonly Probe[] {
  const { identity, space } = facts;
  switch (identity.as) {
    case 'user':
      return others(facts);
    case 'app': {
      const outcome = read(space ?? NOBODYS_SPACE, identity, chat);
      if (outcome.ok) return [proven('app'), proven('appInSpace'), notNeeded('admin')];
      const { problem, sent } = outcome;
      if (!sent) return [judged('app', problem), notProven('appInSpace'), notNeeded('admin')];
      return [
        proven('app'),
        space === null ? notProven('appInSpace') : judged('appInSpace', problem),
        notNeeded('admin'),
      ];
    }
    case 'admin': {
      const outcome = read(space ?? NOBODYS_SPACE, identity, chat);
      const skipped = [notNeeded('app'), notNeeded('appInSpace')];
      if (outcome.ok) return [...skipped, proven('admin')];
      const { problem } = outcome;
      // Without a space of the organisation a refusal has two causes; only a lack that is sure counts.
      const isSure = problem.repeats && problem.code !== 'adminDenied';
      return [
        ...skipped,
        isSure || (space !== null && !PROVES_NOTHING.has(problem.code))
          ? failed('admin', problem)
          : { id: 'admin', state: 'notProven', problem: space === null ? null : problem },
      ];
    }
  }
}

/** The probes of identities that are not chosen, or could not be looked at. */
function others({ identity }: SetupFacts): readonly Probe[] {
  const state = (as: Identity['as'], id: ProbeId): Probe =>
    identity.as === as ? notProven(id) : notNeeded(id);
  return [state('app', 'app'), state('app', 'appInSpace'), state('admin', 'admin')];
}

type Read = { readonly ok: true } | { readonly ok: false; readonly problem: Problem; readonly sent: boolean };

/** Reads one membership of a space. `sent` is false where the identity could not even ask. */
function read(space: string, identity: Identity, chat: ChatPort): Read {
  const request: ChatRequest = {
    method: 'spaces.members.list',
    parent: `spaces/${space}`,
    pageSize: 1,
    ...(identity.as === 'admin' ? { filter: 'member.type != "BOT"' } : {}),
  };
  try {
    const [sent = LOST] = chat.send([request], identity, Infinity);
    const outcome = sent === 'notSent' ? LOST : sent;
    if (outcome.ok && readMembershipPage(outcome.body) !== null) return { ok: true };
    const failure: Failure = outcome.ok ? { at: 'body', message: '' } : outcome.failure;
    return { ok: false, problem: judgeFailure(failure, { identity }), sent: true };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { ok: false, problem: error.problem, sent: false };
  }
}

const LOST: Outcome = { ok: false, failure: { at: 'body', message: '' } };

function proven(id: ProbeId): Probe {
  return { id, state: 'proven', problem: null };
}
function notProven(id: ProbeId): Probe {
  return { id, state: 'notProven', problem: null };
}
function notNeeded(id: ProbeId): Probe {
  return { id, state: 'notNeeded', problem: null };
}
function failed(id: ProbeId, problem: Problem): Probe {
  return { id, state: 'failed', problem };
}
/** What the network or a quota kept from answering has not failed. */
function judged(id: ProbeId, problem: Problem): Probe {
  return { id, state: PROVES_NOTHING.has(problem.code) ? 'notProven' : 'failed', problem };
}

/** The report in the person's language, and as text for whoever must fix it: no token and nobody's address. */
export function reportOf(
  probes: readonly Probe[],
  { catalogue, build }: { readonly catalogue: Catalogue; readonly build: Build },
  problemText: (problem: Problem) => ProblemText,
): SetupReport {
  const { setup } = catalogue;
  const rows = probes.map(({ id, state, problem }) => {
    const { title, details } = setup.probes[id];
    return {
      id,
      title,
      state,
      stateText: setup.states[state],
      detail: details[state],
      problem: problem === null ? null : problemText(problem),
    };
  });
  const lines = rows.flatMap(({ title, stateText, detail, problem }) => [
    `${stateText}: ${title}`,
    ...(problem === null
      ? [`  ${detail}`]
      : // Google's own words may hold addresses: they stay out of what is passed on.
        [problem.happened, problem.cause, problem.nextStep, problem.whoText, problem.link?.url ?? '']
          .filter((text) => text !== '')
          .map((text) => `  ${text}`)),
  ]);
  return { probes: rows, text: [setup.title, setup.build(build), setup.warning, '', ...lines].join('\n') };
}
