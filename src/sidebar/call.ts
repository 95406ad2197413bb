/** One question to the server at a time: the last one asked wins, an answer that was overtaken is dropped. */
import { useCallback, useRef, useState } from 'preact/hooks';
import type { ProblemText, Reply } from '../core/contract';
import { useAsk } from './language';
import type { Given, ServerFunction, Value } from './server';

export type Call<T> =
  | { readonly state: 'idle' }
  | { readonly state: 'busy' }
  | { readonly state: 'answered'; readonly value: T }
  | { readonly state: 'failed'; readonly problem: ProblemText };

const IDLE: Call<never> = { state: 'idle' };
const BUSY: Call<never> = { state: 'busy' };

export interface Caller<N extends ServerFunction> {
  readonly call: Call<Value<N>>;
  /** Asks; gives the reply, or null where a later question has overtaken it. */
  readonly run: (...args: Given<N>) => Promise<Reply<Value<N>> | null>;
  /** Forgets the answer, and whatever is under way. */
  readonly reset: () => void;
}

/** Calls one function of the script from a part of the page. */
export function useCall<N extends ServerFunction>(name: N): Caller<N> {
  const ask = useAsk();
  const [call, setCall] = useState<Call<Value<N>>>(IDLE);
  const turn = useRef(0);
  const run = useCallback(
    async (...args: Given<N>) => {
      const mine = ++turn.current;
      setCall(BUSY);
      const reply = await ask(name, ...args);
      if (mine !== turn.current) return null;
      setCall(
        reply.ok ? { state: 'answered', value: reply.value } : { state: 'failed', problem: reply.problem },
      );
      return reply;
    },
    [ask, name],
  );
  const reset = useCallback(() => {
    turn.current += 1;
    setCall(IDLE);
  }, []);
  return { call, run, reset };
}
