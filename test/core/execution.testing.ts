/** One execution on ports that remember: all that the entry points of core need, and nothing of a platform. */
import type { Identity } from '../../src/core/chat/identity';
import { judgeFailure, problemOf, ProblemError, type Problem } from '../../src/core/chat/problem';
import type { Settings } from '../../src/core/contract';
import type { Execution } from '../../src/core/execution';
import { catalogueFor } from '../../src/core/locales/catalogue';
import type { ChatPort, ClockPort, ContinuationPort, JobStorePort, WorkbookPort } from '../../src/core/ports';
import { scopesOf } from '../../src/core/setup/consent';
import { DEFAULT_SETTINGS, identityOf, isIdentity } from '../../src/core/setup/settings';
import type { FakeChat } from './fake-chat.testing';
import { Killed, MemoryContinuation, MemoryStore, MemoryWorkbook } from './memory.testing';

/** What an execution is made of. */
export interface ExecutionParts {
  readonly workbook: WorkbookPort;
  readonly store: JobStorePort;
  readonly continuation: ContinuationPort;
  readonly chat: ChatPort;
  readonly clock: ClockPort;
  /** Address of whoever runs it; null where it is hidden. */
  readonly me: string | null;
  readonly settings?: Settings;
  readonly startedBy?: 'person' | 'trigger';
  /** Scopes (short) that are missing. */
  readonly missing?: readonly string[];
  readonly random?: () => number;
  /** Takes what the person should hear beside the result. */
  readonly notices?: Problem[];
  /** Language of the texts; English unless given. */
  readonly locale?: string;
}

export interface TestExecution extends Execution {
  /** Lines of the editor's log. */
  readonly printed: readonly string[];
}

/** An execution may run 6 minutes. */
const EXECUTION_MS = 5.5 * 60_000;

export function testExecution(parts: ExecutionParts): TestExecution {
  const { workbook, store, continuation, chat, clock, startedBy = 'person', missing = [] } = parts;
  const printed: string[] = [];
  let settings = parts.settings ?? DEFAULT_SETTINGS;
  let told: Identity | null = null;
  const catalogue = catalogueFor(parts.locale ?? 'en');
  let seed = 1;
  const draw = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  return {
    build: { target: 'bound', version: '0.0.0', hash: '000000000000' },
    workbook,
    store,
    continuation,
    chat,
    clock,
    random: { next: parts.random ?? draw },
    deadline: clock.now() + EXECUTION_MS,
    catalogue,
    currentUser: { me: parts.me },
    notices: parts.notices ?? [],
    changes: [],
    onMemberships: undefined,
    seesSpaces: () => !missing.some((scope) => scope.includes('spaces')),
    printed,
    get settings() {
      return settings;
    },
    get identity() {
      return startedBy === 'trigger' ? { as: 'user' as const } : (told ?? identityOf(settings));
    },
    askAs: (as) => {
      if (as === undefined || as === null) return;
      if (!isIdentity(as)) throw new ProblemError(problemOf('identityUnknown'));
      const confirmed = identityOf(settings);
      if (as !== 'user' && as !== confirmed.as) throw new ProblemError(problemOf('notConfirmed'));
      told = as === 'user' ? { as } : confirmed;
    },
    missingScopes: () => missing,
    requireFeature: (feature) => {
      const scope = missing.find((one) => scopesOf(feature).includes(one));
      if (scope !== undefined) throw new ProblemError(problemOf('scopeRefused', { scope }));
    },
    grantUrl: () => null,
    formatTime: (milliseconds) => new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' '),
    problemText: (problem) => catalogue.problemText(problem),
    saveSettings: (saved) => {
      settings = saved;
    },
    editors: () => null,
    print: (text) => {
      printed.push(text);
    },
    forget: () => undefined,
    problemFrom,
  };
}

/** An execution of a person who has granted everything, on a spreadsheet of its own unless one is given. */
export function openExecution(
  chat: FakeChat,
  parts: Partial<Omit<ExecutionParts, 'chat' | 'clock' | 'random' | 'workbook'>> & {
    readonly workbook?: MemoryWorkbook;
  } = {},
): TestExecution {
  const { workbook = new MemoryWorkbook() } = parts;
  const { clock, random } = chat.ports();
  return testExecution({
    store: new MemoryStore(workbook),
    continuation: new MemoryContinuation(),
    me: 'me@example.com',
    ...parts,
    workbook,
    chat,
    clock,
    random: () => random.next(),
  });
}

/** What the ports throw is what Apps Script would; what the product itself gets wrong ends the test. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  const isOfPorts = error instanceof Error && (error.constructor === Error || error.name === 'Exception');
  if (!isOfPorts || error instanceof Killed) throw error;
  return judgeFailure({ at: 'platform', message: error.message }, { identity: { as: 'user' } });
}
