/** What a job needs from one execution. `app.ts` builds it; nothing here is touched before it is needed. */
import type { ProblemText } from '../core/contract';
import type { Identity } from '../core/chat/identity';
import type { RequestPorts } from '../core/requests/runner';
import type { Problem } from '../core/chat/problem';
import type { CurrentUser } from '../core/chat/reference';
import type { Catalogue } from '../core/locales/catalogue';

export interface JobWorld extends RequestPorts {
  /** As whom this person looks up in this sheet, by their settings. */
  readonly identity: Identity;
  /** Who `me` is. */
  readonly currentUser: CurrentUser;
  readonly catalogue: Catalogue;
  /** Turns what Apps Script threw into a problem; a `ProblemError` gives its own. */
  problemFrom(error: unknown): Problem;
  /** A problem in the person's language; where a grant would heal it, with the page for that. */
  explain(problem: Problem): ProblemText;
}
