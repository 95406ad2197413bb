/** The smallest plan: one get for each membership name, its result the name, or the code of what kept it from being read. */
import { USER } from '../../../src/core/chat/identity';
import { judgeFailure } from '../../../src/core/chat/problem';
import type { Outcome } from '../../../src/core/ports';
import type { Plan, PlannedRequest, Settled } from '../../../src/core/requests/plan';

export interface Got {
  readonly name: string;
  /** `ok`, or the code of a problem. */
  readonly code: string;
}

export class Gets implements Plan<Got> {
  private readonly queue: string[];
  open: number;

  constructor(names: readonly string[]) {
    this.queue = [...names];
    this.open = names.length;
  }

  next(limit: number, room: (space: string | null) => number = () => Infinity): readonly PlannedRequest[] {
    const left = new Map<string, number>();
    const planned: PlannedRequest[] = [];
    for (const name of [...this.queue]) {
      const space = name.split('/')[1] ?? '';
      const mayAsk = left.get(space) ?? room(space);
      if (planned.length >= limit || mayAsk <= 0) continue;
      left.set(space, mayAsk - 1);
      this.queue.splice(this.queue.indexOf(name), 1);
      planned.push({ space, request: { method: 'spaces.members.get', name }, purpose: 'get' });
    }
    return planned;
  }

  settle({ request }: PlannedRequest, outcome: Outcome, last: boolean): Settled<Got> {
    const name = 'name' in request ? request.name : '';
    const problem = outcome.ok ? null : judgeFailure(outcome.failure, { identity: USER });
    if (problem?.passing === true && !last) return { kind: 'again', problem };
    if (problem?.repeats === true) return { kind: 'stop', problem };
    this.open -= 1;
    return { kind: 'results', results: [{ name, code: problem?.code ?? 'ok' }] };
  }
}
