/** The one wrapper around `google.script.run`: a call of the server as a promise. Nothing else names it. */
import type { Contract, ProblemText, Reply } from '../core/contract';
import { USER } from '../core/chat/identity';
import { judgeFailure } from '../core/chat/problem';
import type { PageCatalogue } from '../core/locales/page-catalogue';

export type ServerFunction = keyof Contract;
export type Given<N extends ServerFunction> = Parameters<Contract[N]>;
export type Value<N extends ServerFunction> = ReturnType<Contract[N]> extends Reply<infer T> ? T : never;

/** Calls a function of the script. It never rejects: what fails on the way is a problem in the person's language too. */
export type Ask = <N extends ServerFunction>(name: N, ...args: Given<N>) => Promise<Reply<Value<N>>>;

type Runner = {
  withSuccessHandler(handler: (reply: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
} & Record<ServerFunction, (...args: readonly unknown[]) => void>;

declare const google: { readonly script: { readonly run: Runner } };

/** Runs a function of the script; rejects with what the failure handler gets, or with what the call itself throws. */
function run(name: ServerFunction, args: readonly unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    google.script.run
      .withSuccessHandler(resolve)
      .withFailureHandler(reject)
      [name](...args);
  });
}

/** Makes the caller for a language. */
export function askIn(catalogue: PageCatalogue): Ask {
  return async <N extends ServerFunction>(name: N, ...args: Given<N>): Promise<Reply<Value<N>>> => {
    try {
      const reply = await run(name, args);
      // What cannot be sent arrives as null, silently.
      if (!isReply<Value<N>>(reply)) throw new TypeError(catalogue.sidebar.page.unanswered);
      return reply;
    } catch (error) {
      return { ok: false, problem: problemOnTheWay(error, catalogue) };
    }
  };
}

function isReply<T>(value: unknown): value is Reply<T> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

/** The call did not reach the script, or did not come back: no connection, another account, an ended session. */
function problemOnTheWay(error: unknown, catalogue: PageCatalogue): ProblemText {
  return catalogue.problemText(judgeFailure({ at: 'platform', message: String(error) }, { identity: USER }));
}
