/** An execution without a platform: a fake Chat API, a spreadsheet in memory, and a person who has granted everything. */
import { USER, type Identity } from '../../src/core/chat/identity';
import { judgeFailure, problemOf, ProblemError } from '../../src/core/chat/problem';
import type { Settings } from '../../src/core/contract';
import type { Execution } from '../../src/core/execution';
import { catalogueFor } from '../../src/core/locales/catalogue';
import { DEFAULT_SETTINGS, identityOf } from '../../src/core/setup/settings';
import type { FakeChat } from './fake-chat.testing';
import { MemoryContinuation, MemoryStore, MemoryWorkbook } from './memory.testing';

export interface MemoryExecutionOptions {
  readonly workbook?: MemoryWorkbook;
  readonly store?: MemoryStore;
  readonly settings?: Settings;
  readonly locale?: string;
  /** Scopes (short) that were refused. */
  readonly missing?: readonly string[];
}

/** Opens an execution. `printed` is what it wrote into the editor's log. */
export function openExecution(
  chat: FakeChat,
  options: MemoryExecutionOptions = {},
): Execution & { readonly printed: readonly string[] } {
  const { workbook = new MemoryWorkbook(), settings = DEFAULT_SETTINGS, missing = [] } = options;
  const store = options.store ?? new MemoryStore(workbook);
  const catalogue = catalogueFor(options.locale ?? 'en');
  const printed: string[] = [];
  let told: Identity | null = null;
  return {
    ...chat.ports(),
    workbook,
    store,
    continuation: new MemoryContinuation(),
    settings,
    get identity() {
      return told ?? identityOf(settings);
    },
    currentUser: { me: 'me@example.com' },
    catalogue,
    notices: [],
    printed,
    problemFrom: (error) => {
      if (error instanceof ProblemError) return error.problem;
      const message = error instanceof Error ? error.message : String(error);
      return judgeFailure({ at: 'platform', message }, { identity: USER });
    },
    askAs: (as) => {
      if (as === 'user') told = USER;
    },
    missingScopes: () => missing,
    requireFeature: () => {
      const [scope] = missing;
      if (scope !== undefined) throw new ProblemError(problemOf('scopeRefused', { scope }));
    },
    grantUrl: () => null,
    formatTime: (milliseconds) => new Date(milliseconds).toISOString().slice(0, 10),
    problemText: (problem) => catalogue.problemText(problem),
    saveSettings: () => undefined,
    forget: () => undefined,
    editors: () => null,
    print: (text) => {
      printed.push(text);
    },
  };
}
