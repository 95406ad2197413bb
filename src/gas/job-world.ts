/** What a job needs from one execution. `app.ts` builds it; nothing here is touched before it is needed. */
import type { ProblemText } from '../core/contract';
import type { Identity } from '../core/chat/identity';
import type { LookUpPorts } from '../core/requests/runner';
import type { Problem } from '../core/chat/problem';
import type { Asker } from '../core/chat/reference';
import type { Words } from '../core/locales/catalogue';

export interface JobWorld extends LookUpPorts {
  /** As whom this person looks up in this sheet, by their settings. */
  readonly identity: Identity;
  /** Who `me` is. */
  readonly asker: Asker;
  readonly words: Words;
  /** Turns what Apps Script threw into a problem; a `ProblemError` gives its own. */
  problemFrom(error: unknown): Problem;
  /** A problem in the person's language; where a grant would heal it, with the page for that. */
  explain(problem: Problem): ProblemText;
}
