/** What one execution has at hand. Everything is made when it is first asked for; loading the script touches no service. */
import { askOne } from '../core/look-up/ask';
import { answerOf, type AnswerContext } from '../core/look-up/answer';
import type { Answer, ProblemText, Question, Settings } from '../core/contract';
import { USER, type Identity } from '../core/chat/identity';
import type { ChatPort, ClockPort, RandomPort } from '../core/ports';
import { judgeFailure, problemOf, ProblemError, type Problem } from '../core/chat/problem';
import { parseQuestion, type CurrentUser } from '../core/chat/reference';
import { DEFAULT_SETTINGS, identityOf, isIdentity } from '../core/setup/settings';
import type { Verdict } from '../core/chat/verdict';
import { catalogueFor, type Catalogue } from '../core/locales/catalogue';
import { appToken } from './app-token';
import { chatPort } from './chat';
import { grantUrl, missingScopes, requireFeature } from './consent';
import { failureFrom } from './failure';
import type { JobWorld } from './job-world';
import { loadSettings } from './settings-store';

/** A single question is given up after this, so that a person is not left waiting. */
const PATIENCE_MS = 20_000;
/** Problems that the grant page can heal. */
const GRANTABLE = new Set<Problem['code']>([
  'scopeRefused',
  'authorizationRequired',
  'scopeInsufficient',
  'meUnknown',
  'appScopesMissing',
  'adminScopesMissing',
]);

/** Who started the execution: a trigger has nobody who could have confirmed anything. */
export type StartedBy = 'person' | 'trigger';

/** One execution. */
export class App implements JobWorld {
  readonly clock: ClockPort = {
    now: () => Date.now(),
    sleep: (milliseconds) => {
      Utilities.sleep(milliseconds);
    },
  };
  readonly random: RandomPort = { next: () => Math.random() };
  readonly currentUser: CurrentUser;

  private readonly loadCatalogue = once(() => catalogueFor(Session.getActiveUserLocale()));
  private readonly loadSettings = once(() => (canRead() ? loadSettings() : DEFAULT_SETTINGS));
  /** The sheet's time zone, or the script's where the sheet may not be read. */
  private readonly loadTimeZone = once(() =>
    canRead() ? SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone() : Session.getScriptTimeZone(),
  );
  /** As whom this execution was told to ask, where it was. */
  private told: Identity | null = null;
  private readonly requireReading = once(() => {
    requireFeature('memberships');
  });
  private readonly requireAdmin = once(() => {
    requireFeature('admin');
  });
  private readonly openChat = once(() =>
    chatPort({
      parallel: missingScopes(['parallel']).length === 0,
      tokenOf: (identity) => this.tokenOf(identity),
    }),
  );

  constructor(private readonly startedBy: StartedBy = 'person') {
    const me = once(readMe);
    this.currentUser = {
      get me() {
        return me();
      },
    };
  }

  get catalogue(): Catalogue {
    return this.loadCatalogue();
  }

  get chat(): ChatPort {
    return this.openChat();
  }

  get settings(): Settings {
    return this.loadSettings();
  }

  get identity(): Identity {
    return this.startedBy === 'trigger' ? USER : (this.told ?? identityOf(this.settings));
  }

  /** Asks as somebody whom a caller names: oneself, or the identity that was confirmed for this sheet. */
  askAs(as: unknown): void {
    if (as === undefined || as === null) return;
    if (!isIdentity(as)) throw new ProblemError(problemOf('identityUnknown'));
    const confirmed = identityOf(this.settings);
    if (as !== 'user' && as !== confirmed.as) throw new ProblemError(problemOf('notConfirmed'));
    this.told = as === 'user' ? USER : confirmed;
  }

  /** Answers one question as typed. What cannot be read throws; what cannot be checked is an answer. */
  lookUp(question: Question): { answer: Answer; verdict: Verdict } {
    const parsed = parseQuestion(question.space, question.member, this.currentUser);
    if (!parsed.ok) throw new ProblemError(parsed.problem);
    const { identity } = this;
    const verdict = askOne(parsed.value, identity, this, PATIENCE_MS);
    const checkedAt = this.clock.now();
    return { verdict, answer: answerOf(verdict, this.context(question, parsed.value, identity, checkedAt)) };
  }

  /** What makes an answer of a verdict. */
  context(
    question: Question,
    reference: AnswerContext['reference'],
    identity: Identity,
    checkedAt: number,
  ): AnswerContext {
    return {
      question,
      reference,
      identity,
      checkedAt,
      catalogue: this.catalogue,
      formatTime: (milliseconds, pattern) =>
        Utilities.formatDate(new Date(milliseconds), this.loadTimeZone(), pattern),
      problemText: (problem) => this.explain(problem),
    };
  }

  /** Turns anything thrown into a problem. */
  problemFrom(error: unknown): Problem {
    if (error instanceof ProblemError) return error.problem;
    return judgeFailure(failureFrom(error), { identity: USER });
  }

  /** A problem in the person's language; where a grant would heal it, with the page for that. */
  explain(problem: Problem): ProblemText {
    const text = this.tell(problem);
    const url = GRANTABLE.has(problem.code) ? grantUrl() : null;
    return url === null ? text : { ...text, link: { url, label: this.catalogue.phrases.grant } };
  }

  /** A problem in the person's language, its time in the sheet's zone. */
  tell(problem: Problem): ProblemText {
    const since = Date.parse(problem.params.since ?? '');
    if (Number.isNaN(since)) return this.catalogue.problemText(problem);
    const written = Utilities.formatDate(
      new Date(since),
      this.loadTimeZone(),
      this.catalogue.card.timePattern,
    );
    return this.catalogue.problemText({ ...problem, params: { ...problem.params, since: written } });
  }

  private tokenOf(identity: Identity): string | null {
    if (identity.as === 'user') this.requireReading();
    if (identity.as === 'admin') this.requireAdmin();
    return identity.as === 'app' ? appToken(identity.serviceAccount) : null;
  }
}

function canRead(): boolean {
  return missingScopes(['sheet']).length === 0;
}

/** Makes something the first time it is asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The running person's address, only asked for when somebody types `me`; null where it is hidden or was refused. */
function readMe(): string | null {
  requireFeature('me');
  const address = Session.getActiveUser().getEmail();
  return address === '' ? null : address;
}
